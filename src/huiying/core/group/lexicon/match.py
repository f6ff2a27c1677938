"""Finding concepts in folded text: Chinese words wherever they stand, English by whole stemmed words; the longest of overlapping ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from huiying.core.group.tokens import stem

from . import (
    agriculture,
    conduct,
    consumer,
    culture,
    deeds,
    disaster,
    education,
    environment,
    fraud,
    governance,
    health,
    housing,
    internet,
    labour,
    landform,
    people,
    responses,
    safety,
    transport,
    utilities,
    weather,
)
from .blocks import BLOCKS
from .kin import FAMILIES
from .table import Concept, read

MOST_WORDS = 3
_TABLES = (
    utilities,
    safety,
    disaster,
    weather,
    health,
    education,
    environment,
    labour,
    housing,
    transport,
    fraud,
    governance,
    conduct,
    deeds,
    responses,
    culture,
    landform,
    agriculture,
    people,
    consumer,
    internet,
)
# An expression that begins with one character, of however many kinds, is sought by the fastest of scans.
_WORD = re.compile(r"[a-z0-9][a-z0-9]*(?:['’](?:[st]\b|(?= )))?")
_ENGLISH = re.compile(r"[a-z\d](?:(?<=[a-z])[a-z]|(?<=\d)\d\d)")
_HAN = re.compile("[\u3400-\u9fff]")
# Endings double one of these ("banned", "stopping").
_DOUBLED = frozenset("bdgmnprt")
# Words that mean something else than what their stem means.
_APART = frozenset(
    """
    aids damages deposits documents doctored drinking drinks drugs fans hacked opening parking plane planes planting ponding railing rats
    scared smoking
    staged stalled
    """.split()  # noqa: SIM905 - prose is easier to check than a list of quoted words
)


class Mention(NamedTuple):
    """One occurrence of a concept: its name, its facet, and where its word starts and ends in the text."""

    concept: str
    facet: str
    start: int
    end: int


@lru_cache(1 << 15)
def word_key(word: str) -> str:
    """What the forms of one English word have in common: closed, closing, closes and close are all "clos"."""
    if word in _APART:
        return word
    base = stem(word.rstrip("'’"))
    if len(base) < 4:
        return base
    if base == word and len(base) == 4 and base[-1] == "s" and base[-2] not in "siu":
        return base[:-1]
    if base[-1] == "e" and len(base) > 4:
        return base[:-1]
    if base[-1] == "i":
        return base[:-1] + "y"
    if base[-1] == base[-2] and base[-1] in _DOUBLED:
        return base[:-1]
    return base


@lru_cache(1)
def concepts() -> dict[str, Concept]:
    """Every concept by its name."""
    return {concept.name: concept for table in _TABLES for concept in read(table.TABLE, table.__name__.rpartition(".")[2])}


Meanings = tuple[tuple[str, str], ...]


class _Entry(NamedTuple):
    """What an English word says alone, and the phrases it begins, by the second word and the longest first: the words after the first one,
    and what they say together."""

    alone: Meanings
    phrases: dict[str, list[tuple[list[str], Meanings]]]


class _Index(NamedTuple):
    chinese: AhoCorasick
    meanings: list[Meanings]  # of the automaton's patterns; a blocking word has none
    english: dict[str, _Entry]


def _collect(pairs: Iterable[tuple[str, tuple[str, str]]]) -> dict[str, Meanings]:
    found: dict[str, Meanings] = {}
    for word, meaning in pairs:
        before = found.get(word, ())
        if meaning not in before:
            found[word] = (*before, meaning)
    return found


@lru_cache(1)
def _index() -> _Index:
    every = concepts().values()
    chinese = _collect((word, (c.name, c.facet)) for c in every for word in c.chinese)
    for word in BLOCKS.split():
        chinese.setdefault(word, ())
    english = _collect((" ".join(map(word_key, _WORD.findall(p))), (c.name, c.facet)) for c in every for p in c.english)
    entries: dict[str, _Entry] = {}
    for phrase in sorted(english, key=lambda p: (-p.count(" "), p)):
        first, *rest = phrase.split(" ")
        entry = entries.setdefault(first, _Entry(english.get(first, ()), {}))
        if rest:
            entry.phrases.setdefault(rest[0], []).append((rest, english[phrase]))
    automaton = AhoCorasick(list(chinese), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return _Index(automaton, list(chinese.values()), entries)


def _english(text: str, index: _Index) -> list[Mention]:
    words = list(_WORD.finditer(text))
    keys = list(map(word_key, map(itemgetter(0), words)))
    found: list[Mention] = []
    after = 0
    for at in compress(count(), map(index.english.__contains__, keys)):
        if at < after:
            continue
        meanings, phrases = index.english[keys[at]]
        last = at
        for rest, its_meanings in phrases.get(keys[at + 1], ()) if at + 1 < len(keys) else ():
            end = at + len(rest)
            # A phrase does not go across a comma or a full stop: its words stand one character apart.
            if keys[at + 1 : end + 1] == rest and all(words[i].end() + 1 == words[i + 1].start() for i in range(at, end)):
                last, meanings = end, its_meanings
                after = end + 1
                break
        if meanings:
            start, end = words[at].start(), words[last].end()
            for name, facet in meanings:
                found.append(Mention(name, facet, start, end))
    return found


def concepts_of(folded: str) -> list[Mention]:
    """The concepts a folded text speaks of, in the order their words stand in it.

    >>> [(m.concept, m.facet, m.start, m.end) for m in concepts_of("小区停水三天")]
    [('housing_estate', 'object', 0, 2), ('outage_water', 'event', 2, 4)]
    """
    index = _index()
    found: list[Mention] = []
    if not folded.isascii() and _HAN.search(folded):
        meanings = index.meanings
        for pattern, start, end in index.chinese.find_matches_as_indexes(folded):
            for name, facet in meanings[pattern]:
                found.append(Mention(name, facet, start, end))
        if not _ENGLISH.search(folded):
            return found
        english = _english(folded, index)
        if not english:
            return found
        read = {at for mention in found for at in range(mention.start, mention.end)}
        found.extend([mention for mention in english if mention.start not in read])
        found.sort(key=lambda mention: mention.start)
        return found
    return _english(folded, index)


@lru_cache(1)
def _families() -> dict[str, str]:
    return {name: line.split()[0] for line in FAMILIES.splitlines() for name in line.split()}


def family_of(concept: str) -> str:
    """The concept that stands for all that tell of the same kind of happening; itself for most.

    >>> family_of("vomiting"), family_of("bullying")
    ('food_poisoning', 'bullying')
    """
    return _families().get(concept, concept)


def word_for(concept: str, lang: str) -> str:
    """The word people read for a concept: Chinese for "zh", English otherwise."""
    known = concepts()[concept]
    first, second = (known.chinese, known.english) if lang == "zh" else (known.english, known.chinese)
    return (first or second)[0]
