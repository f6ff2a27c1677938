"""What grouping reads of an item: its terms, and the concepts, places and numbers that stay the same from one language to another."""

from __future__ import annotations

from functools import lru_cache

import xxhash

from huiying.core.clean.text import fold
from huiying.core.group.arrays import Floats
from huiying.core.group.known_names import KnownNames
from huiying.core.group.lexicon import concepts, concepts_of, family_of, word_for
from huiying.core.group.numbers import numbers_of
from huiying.core.group.reading import CONCEPTS, EVENTS, NUMBERS, Codes, Terms, codes_of, read_codes
from huiying.core.group.sense import sense_of
from huiying.core.group.tokens import LEAD_CHARACTERS, TITLE_WEIGHT
from huiying.core.types import Item, Kind

KINDS = {
    kind: number for number, kind in enumerate((Kind.NEWS, Kind.POST, Kind.QUESTION, Kind.HOTLINE, Kind.HOTLIST, Kind.COMMENT, Kind.NOTICE))
}
# Comments stand under their outlet's own items.
_COMMENTS = "评论"


class Features(Terms, frozen=True, gc=False):
    """An item as its terms: first the `lexical` ones with the place where they stand in `words`
    (`codes` of code points), then what the knowledge found, with its
    `labels`. `letters` is the length of the whole text; `sense` what it is about, 64 numbers of length 1, or of 0 where no word says it."""

    labels: tuple[str, ...]
    words: str
    codes: Codes
    title: str
    text: str
    kind: int
    outlet: int
    letters: int
    sense: Floats

    def label(self, row: int) -> str:
        """A term as people read it."""
        return self.words[self.start[row] : self.end[row]] if row < self.lexical else self.labels[row - self.lexical]


def features_of(item: Item, names: KnownNames) -> Features:
    """Read an item; `names` learns from it."""
    title, text = fold(item.title), fold(item.text)
    words = f"{title}\n{text[:LEAD_CHARACTERS]}"
    codes = codes_of(words)
    known = _knowledge(item, words, codes, len(title), names)
    hashes, groups, counts, labels = zip(*known, strict=True) if known else ((), (), (), ())
    terms = read_codes(codes, len(title), (hashes, groups, counts))
    return Features(
        rows=terms.rows,
        lexical=terms.lexical,
        unspaced=terms.unspaced,
        labels=labels,
        words=words,
        codes=codes,
        title=title,
        text=text,
        kind=KINDS[item.kind],
        outlet=xxhash.xxh32_intdigest(item.source.removesuffix(_COMMENTS).encode("utf-8", "surrogatepass")),
        letters=len(title) + len(text),
        sense=sense_of(terms.hash[: terms.lexical], terms.count[: terms.lexical]),
    )


def _knowledge(item: Item, words: str, codes: Codes, title: int, names: KnownNames) -> list[tuple[int, int, int, str]]:
    """(hash, group, count, label) of the concepts, names and numbers of an item."""
    rows: list[tuple[int, int, int, str]] = []
    spoken: dict[str, tuple[int, int]] = {}
    for name, facet, start, _ in concepts_of(words):
        group = EVENTS if facet == "event" else CONCEPTS
        for concept in _spoken_with(name):
            _, times = spoken.get(concept, _UNSPOKEN)
            spoken[concept] = (group, times + (TITLE_WEIGHT if start < title else 1))
    for concept, (group, count) in spoken.items():
        key, label = _concept(concept)
        rows.append((key, group, count, label))
    original = f"{item.title}\n{item.text[:LEAD_CHARACTERS]}"
    found = names.find(words, codes, original, title)
    rows.extend([(_digest(f"p:{reading}"), place.group, place.times, place.label) for reading, place in found.items()])
    numbers = {f"n:{number.value}:{number.unit}": words[number.start : number.end] for number in numbers_of(words)}
    rows.extend([(_digest(key), NUMBERS, 1, label) for key, label in numbers.items()])
    return rows


_UNSPOKEN = (0, 0)


@lru_cache(1 << 12)
def _spoken_with(concept: str) -> tuple[str, ...]:
    """The concept, and the one that stands for its family if that is another."""
    return tuple(dict.fromkeys((concept, family_of(concept))))


@lru_cache(1 << 12)
def _concept(concept: str) -> tuple[int, str]:
    """A concept's hash and its word in both languages, the one it has where there is but one."""
    if concept not in concepts():
        label = concept.replace("_", " ")
    else:
        label = " / ".join(dict.fromkeys((word_for(concept, "zh"), word_for(concept, "en"))))
    return _digest(f"k:{concept}"), label


def _digest(key: str) -> int:
    return xxhash.xxh3_64_intdigest(key.encode("utf-8", "surrogatepass"))
