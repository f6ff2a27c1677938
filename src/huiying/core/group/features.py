"""What grouping reads of an item: its terms, and the concepts, places and numbers that stay the same from one language to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import xxhash

from huiying.core.clean.text import fold
from huiying.core.group.arrays import Floats
from huiying.core.group.known_names import KnownNames, Place
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
    return features_of_all([item], names)[0]


def features_of_all(items: Sequence[Item], names: KnownNames) -> list[Features]:
    """Read items, from which `names` learns in their order: one thing of all of them, then the next, so that its tables stay at hand."""
    texts = [(fold(item.title), fold(item.text)) for item in items]
    titles = [len(title) for title, _ in texts]
    words = [f"{title}\n{text[:LEAD_CHARACTERS]}" for title, text in texts]
    codes = list(map(codes_of, words))
    spoken = list(map(_concepts, words, titles))
    originals = [f"{item.title}\n{item.text[:LEAD_CHARACTERS]}" for item in items]
    named = list(map(_names, map(names.find, words, codes, originals, titles)))
    known = [concepts + names + _numbers(w) for concepts, names, w in zip(spoken, named, words, strict=True)]
    columns = [list(zip(*rows, strict=True)) or _NOTHING for rows in known]
    terms = [read_codes(c, title, (found[0], found[1], found[2])) for c, title, found in zip(codes, titles, columns, strict=True)]
    senses = [sense_of(t.hash[: t.lexical], t.count[: t.lexical]) for t in terms]
    return [
        Features(
            rows=t.rows,
            lexical=t.lexical,
            unspaced=t.unspaced,
            labels=found[3],
            words=w,
            codes=c,
            title=title,
            text=text,
            kind=KINDS[item.kind],
            outlet=_outlet(item.source),
            letters=len(title) + len(text),
            sense=sense,
        )
        for item, (title, text), w, c, found, t, sense in zip(items, texts, words, codes, columns, terms, senses, strict=True)
    ]


# hash, group, count, label
_Known = tuple[int, int, int, str]
_NOTHING: list[tuple[Any, ...]] = [(), (), (), ()]
_UNSPOKEN = (0, 0)


@lru_cache(1 << 12)
def _outlet(source: str) -> int:
    return xxhash.xxh32_intdigest(source.removesuffix(_COMMENTS).encode("utf-8", "surrogatepass"))


def _concepts(words: str, title: int) -> list[_Known]:
    """The concepts that are spoken of, each as often as it is."""
    spoken: dict[str, tuple[int, int]] = {}
    for name, facet, start, _ in concepts_of(words):
        group = EVENTS if facet == "event" else CONCEPTS
        for concept in _spoken_with(name):
            _, times = spoken.get(concept, _UNSPOKEN)
            spoken[concept] = (group, times + (TITLE_WEIGHT if start < title else 1))
    found = []
    for concept, (group, count) in spoken.items():
        key, label = _concept(concept)
        found.append((key, group, count, label))
    return found


def _names(found: Mapping[str, Place]) -> list[_Known]:
    return [(_digest(f"p:{reading}"), place.group, place.times, place.label) for reading, place in found.items()]


def _numbers(words: str) -> list[_Known]:
    numbers = {f"n:{number.value}:{number.unit}": words[number.start : number.end] for number in numbers_of(words)}
    return [(_digest(key), NUMBERS, 1, label) for key, label in numbers.items()]


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
