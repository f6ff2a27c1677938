"""Ten thousand queries on ten thousand texts against an evaluator that was written from docs/watches.md alone.

The queries are made as meanings first and written down afterwards, so that the parser, too, has something to be held against.
"""

from __future__ import annotations

import random
import re
import unicodedata
from datetime import UTC, datetime

from opencc import OpenCC

from huiying.core.detect.watch import Watches
from huiying.core.types import Item, Kind, Refusal, WatchQuery, WordList

PAIRS = 10_000
SIMPLE = OpenCC("t2s")
LISTS = {"停水": ["停水", "断水", "水停了", "water cut", "flood*"], "water-2": ["gas"], "黄": ["黄", "浑"]}
WORDS = [
    "水", "停水", "黄", "浑", "臺灣", "gas", "ga*", "GAS", "g", "b区", "gas 水", "no gas", "tap water", "ｇａｓ", "3", "小区", "漏气", "a",
]  # fmt: skip
PIECES = [
    "水", "停", "停水", "断水", "黄", "浑", "台湾", "臺灣", "gas", "gases", "Flooding", "water cut", "no ", "tap water", "g", "b区", "3",
    "，", " ",
]  # fmt: skip


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    return " ".join(unicodedata.normalize("NFKC", SIMPLE.convert(text).casefold()).split())


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def tokens(field: str) -> list[tuple[int, int]]:
    """A Chinese character is a token, and so is a run of other letters, digits and low lines."""
    found: list[tuple[int, int]] = []
    for at, character in enumerate(field):
        if is_han(character):
            found.append((at, at + 1))
        elif re.fullmatch(r"[^\W_]", character):
            if found and found[-1][1] == at and not is_han(field[at - 1]):
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
    return found


def places(word: str, field: str) -> list[tuple[int, int]]:
    """First and last token of every place of a word."""
    prefix = word.endswith("*")
    word = folded(word.rstrip("*"))
    spans, found = tokens(field), []
    for start in range(len(field) - len(word) + 1):
        end = start + len(word)
        if field[start:end] != word:
            continue
        if not any(map(is_han, word)):
            if not any(span[0] == start for span in spans):
                continue
            last = next(span for span in spans if span[0] < end <= span[1])
            if last[1] != end and not prefix:
                continue
            end = last[1]
        covered = [number for number, span in enumerate(spans) if span[0] < end and span[1] > start]
        found.append((covered[0], covered[-1]))
    return found


def means(node: tuple, fields: list[str]) -> bool:
    kind = node[0]
    if kind == "word":
        return any(places(node[1], field) for field in fields)
    if kind == "list":
        return any(places(word, field) for word in LISTS[node[1]] for field in fields)
    if kind == "not":
        return not means(node[1], fields)
    if kind in ("and", "or"):
        return (all if kind == "and" else any)(means(part, fields) for part in node[1])
    for field in fields:
        for one in [place for word in words_of(node[2]) for place in places(word, field)]:
            for other in [place for word in words_of(node[3]) for place in places(word, field)]:
                first, second = min(one, other), max(one, other)
                if 0 <= second[0] - first[1] - 1 <= node[1]:
                    return True
    return False


def words_of(side: tuple) -> list[str]:
    if side[0] == "word":
        return [side[1]]
    return LISTS[side[1]] if side[0] == "list" else [word for part in side[1] for word in words_of(part)]


def written(node: tuple, draw: random.Random) -> str:
    kind = node[0]
    if kind == "word":
        return f'"{node[1]}"' if " " in node[1] or draw.random() < 0.2 else node[1]
    if kind == "list":
        return "@" + node[1]
    if kind == "not":
        return f"NOT ({written(node[1], draw)})"
    if kind == "near":
        return f"({written(node[2], draw)} NEAR/{node[1]} {written(node[3], draw)})"
    between = draw.choice([" AND ", " "]) if kind == "and" else " OR "
    return draw.choice(["(%s)", "（%s）"]) % between.join(written(part, draw) for part in node[1])


def side(draw: random.Random) -> tuple:
    atom = [("list", draw.choice([*LISTS])), ("word", draw.choice(WORDS)), ("word", draw.choice(WORDS))][draw.randrange(3)]
    return ("or", [atom, ("word", draw.choice(WORDS))]) if draw.random() < 0.3 else atom


def query(draw: random.Random, depth: int = 3) -> tuple:
    kind = draw.choice(["word", "word", "list", "near", "and", "or", "not"] if depth else ["word", "list", "near"])
    if kind in ("and", "or"):
        return (kind, [query(draw, depth - 1) for _ in range(draw.randint(2, 3))])
    if kind == "not":
        return ("and", [("word", draw.choice(WORDS)), ("not", query(draw, depth - 1))])
    if kind == "near":
        return ("near", draw.randint(0, 4), side(draw), side(draw))
    return (kind, draw.choice([*LISTS] if kind == "list" else WORDS))


def item(title: str, text: str) -> Item:
    return Item(id="i", source="s", kind=Kind.POST, url="", title=title, text=text, lang="zh", first_seen=datetime(2026, 5, 4, tzinfo=UTC))


def test_ten_thousand_pairs_mean_what_the_documents_say() -> None:
    draw = random.Random(20261125)
    lists = [WordList(name, tuple(words)) for name, words in LISTS.items()]
    tried = matched = 0
    while tried < PAIRS:
        meanings = [query(draw) for _ in range(20)]
        texts = {f"q{number}": written(node, draw) for number, node in enumerate(meanings)}
        watches = Watches([WatchQuery(name=name, query=text) for name, text in texts.items()], lists)
        for _ in range(25):
            title, text = ("".join(draw.choices(PIECES, k=draw.randint(0, 6))) for _ in range(2))
            fields = [folded(title), folded(text)]
            wanted = sorted(f"q{number}" for number, node in enumerate(meanings) if means(node, fields))
            found = watches.match(item(title, text))
            assert list(found) == wanted, (title, text, {name: texts[name] for name in {*found, *wanted}})
            tried += len(meanings)
            matched += len(wanted)
    assert PAIRS * 0.1 < matched < PAIRS * 0.9


def test_changes_one_by_one_come_to_what_a_fresh_compilation_comes_to() -> None:
    draw = random.Random(7)
    pool = {f"q{number}": written(query(draw), draw) for number in range(60)}
    words = {name: list(given) for name, given in LISTS.items()}
    held: dict[str, str] = {}
    watches = Watches([])
    texts = [item("".join(draw.choices(PIECES, k=5)), "".join(draw.choices(PIECES, k=6))) for _ in range(40)]
    for _ in range(120):
        act = draw.choice(["add", "add", "change", "take", "list"])
        name = draw.choice([*pool])
        if act == "list":
            words[draw.choice([*words])] = draw.sample(WORDS, draw.randint(1, 4))
        elif act == "take":
            held.pop(name, None)
        else:
            held[name] = pool[draw.choice([*pool])]
        queries = [WatchQuery(name=key, query=text) for key, text in held.items()]
        lists = [WordList(key, tuple(given)) for key, given in words.items()]
        watches.change(queries, lists)
        fresh = Watches(queries, lists)
        assert [watches.match(one) for one in texts] == [fresh.match(one) for one in texts]


def test_a_change_tells_which_watches_it_changes() -> None:
    queries = [WatchQuery(name="a", query="@停水 小区"), WatchQuery(name="b", query="小区"), WatchQuery(name="c", query="NOT @停水 AND 水")]
    watches = Watches(queries, [WordList("停水", ("停水",))])
    assert watches.change(queries, [WordList("停水", ("停水", "停水"))]) == ()
    assert watches.change(queries, [WordList("停水", ("停水", "断水"))]) == ("a", "c")
    assert watches.match(item("小区断水", "")) == ("a", "b")
    assert watches.change(queries[:2], [WordList("停水", ("停水", "断水"))]) == ("c",)


def test_a_refused_change_changes_nothing() -> None:
    queries = [WatchQuery(name="a", query="@停水")]
    watches = Watches(queries, [WordList("停水", ("停水",))])
    for lists, more in (([], []), ([WordList("停水", ("停水",))], [WatchQuery(name="b", query="(")])):
        try:
            watches.change([*queries, *more], lists)
        except Refusal:
            assert watches.match(item("停水", "")) == ("a",)
        else:
            raise AssertionError
