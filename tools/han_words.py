"""Writes core/clean/pairs.py, heads.py and letters.py from the dictionary of jieba 0.42.1 (MIT), whose path is the argument."""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from huiying.core.clean.signs import FIRST
from huiying.core.clean.surnames import COMPOUND, GIVEN, SURNAMES, WORDS

FOLDER = Path(__file__).parents[1] / "src" / "huiying" / "core" / "clean"
LEAST_PAIR, LEAST_HEAD, LEAST_LETTER = 80, 5, 3000
WIDTH = 136
# Given names of the country that a dictionary of the learned does not have: 永财, 五斤.
OF_VILLAGES = frozenset("财稻斤糕疙瘩")
PLACES = frozenset("山河江湖海岛洋关岭州城镇县市村桥沟泉港")


def han(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)


def group(tag: str) -> str:
    return "VERBS" if tag[0] == "v" else "PARTICLES" if tag[0] in "dpcrftu" else "NOUNS"


def lines(pieces: Iterable[str], gap: str) -> Iterator[str]:
    line = ""
    for piece in pieces:
        if line and len(line) + len(gap) + len(piece) > WIDTH:
            yield line
            line = ""
        line += gap + piece if line else piece
    yield line


def table(name: str, pieces: Iterable[str], gap: str = " ") -> str:
    return f'_{name} = """\n' + "\n".join(lines(pieces, gap)) + '\n"""\n'


def levels(words: list[tuple[str, int, str]]) -> dict[str, int]:
    """How much likelier than elsewhere a character is in a given name, as a rounded logarithm from -3 to 4."""
    given: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for word, times, tag in words:
        if tag.startswith("nr") and len(word) == 3 and word[0] in SURNAMES:
            given.update(word[1:])
        else:
            for char in word:
                anywhere[char] += times
    names, total = given.total(), anywhere.total()
    found = {}
    for char in filter(han, set(given) | set(anywhere) | set(GIVEN)):
        level = math.log((given[char] + 0.3) / names / ((anywhere[char] + 300) / total))
        if char in GIVEN and level >= -2:
            level = max(level, 1.5 if GIVEN[char] == 1 else 0.3)
        if char in OF_VILLAGES:
            level = max(level, 0.6 if char == "财" else 0.0)
        found[char] = max(-3, min(4, round(level)))
    return found


def heads(words: list[tuple[str, int, str]], known: set[str]) -> str:
    """The module of the words that begin as a name does: of two characters the seldom ones, of three all that are no person's name."""
    two: dict[str, list[str]] = defaultdict(list)
    three = set()
    level = levels(words)
    for word, times, tag in words:
        if times < LEAST_HEAD or tag.startswith("nr") or not han(word) or word[0] not in FIRST or word in COMPOUND:
            continue
        if any(level[char] < 0 for char in word[1:]):
            continue
        if len(word) == 2 and word not in known:
            two[word[0]].append(word[1])
        elif len(word) == 3 and not (word[0] in SURNAMES and all(level[char] > 0 for char in word[1:]) and word[-1] not in PLACES):
            three.add(word)
    text = (
        '"""Words that begin with a surname: seldom ones of two characters, each head with all that may follow it, and those of three.\n\n'
        'From the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    )
    text += table("TWO", (head + "".join(sorted(tails)) for head, tails in sorted(two.items()))) + table("THREE", sorted(three))
    text += "\nHEADS = frozenset(row[0] + tail for row in _TWO.split() for tail in row[1:])\n"
    return text + "LONG = frozenset(_THREE.split())\n"


def everyday(words: list[tuple[str, int, str]]) -> dict[str, int]:
    """How often a character that is a surname stands in anything but names: the logarithm to the base of four, at most 8."""
    times: Counter[str] = Counter()
    for word, count, tag in words:
        if not tag.startswith("nr"):
            for char in set(word) & FIRST:
                times[char] += count
    return {char: min(8, int(math.log(times[char] + 1, 4))) for char in FIRST}


def main(path: str) -> None:
    words = [(word, int(times), tag) for word, times, tag in (line.split() for line in Path(path).read_text("utf-8").splitlines())]
    pairs: dict[str, dict[str, list[str]]] = {name: defaultdict(list) for name in ("NOUNS", "VERBS", "PARTICLES")}
    known = set()
    for word, times, tag in words:
        if len(word) == 2 and times >= LEAST_PAIR and not tag.startswith("nr") and han(word):
            pairs[group(tag)][word[0]].append(word[1])
            known.add(word)
    for word in sorted(WORDS - known):
        if len(word) == 2:
            pairs["NOUNS"][word[0]].append(word[1])
    text = '"""Everyday words of two characters: each head with all that may follow it.\n\nFrom the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    text += "".join(table(name, (head + "".join(sorted(tails)) for head, tails in sorted(found.items()))) for name, found in pairs.items())
    text += "\n\ndef _pairs(table: str) -> frozenset[str]:\n    return frozenset(row[0] + tail for row in table.split() for tail in row[1:])\n\n\n"
    text += "".join(f"{name} = _pairs(_{name})\n" for name in pairs) + "PAIRS = NOUNS | VERBS | PARTICLES\n"
    (FOLDER / "pairs.py").write_text(text, "utf-8")
    (FOLDER / "heads.py").write_text(heads(words, known), "utf-8")
    level = levels(words)
    rows = {f"LEVEL_{value}": sorted(char for char, found in level.items() if found == value) for value in (1, 2, 3, 4)}
    rows["NEVER"] = sorted(char for char, found in level.items() if found < 0)
    often = everyday(words)
    rows |= {f"EVERYDAY_{value}": sorted(char for char, found in often.items() if found == value) for value in range(9)}
    single: dict[str, list[str]] = defaultdict(list)
    for word, times, tag in words:
        if len(word) == 1 and times >= LEAST_LETTER and han(word):
            single[group(tag)].append(word)
    text = '"""Characters of Chinese: how much likelier in a given name than elsewhere, and what they are as words.\n\nFrom the dictionary of jieba 0.42.1 (MIT), by tools/han_words.py.\n"""\n\nfrom __future__ import annotations\n\n'
    text += "".join(table(name, chars, "") for name, chars in rows.items())
    text += "".join(table(f"ALONE_{name}", sorted(single[name]), "") for name in ("NOUNS", "VERBS", "PARTICLES"))
    text += '\nLEVELS = {char: level for level, row in enumerate((_LEVEL_1, _LEVEL_2, _LEVEL_3, _LEVEL_4), 1) for char in row if char != "\\n"}\n'
    text += '"""Rounded natural logarithms; a character that is in neither table is at 0."""\nNEVER = frozenset(_NEVER) - {"\\n"}\n"""Characters that given names hardly have."""\n'
    text += f"EVERYDAY = {{char: level for level, row in enumerate(({', '.join(f'_EVERYDAY_{value}' for value in range(9))})) for char in row}}\n"
    text += '"""How often a surname is something else: logarithms to the base of four of counts, at most 8."""\n'
    text += 'ALONE = {char: kind for kind, row in (("n", _ALONE_NOUNS), ("v", _ALONE_VERBS), ("d", _ALONE_PARTICLES)) for char in row}\n'
    (FOLDER / "letters.py").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
