"""What the tests of the story index share: made features, a view of what the arrays hold, and the demonstration's desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import xxhash

from huiying.core.group.arrays import OLDEST, SENSE, TERMS, TERMS_FREE, Arrays
from huiying.core.group.features import Features
from huiying.core.group.postings import find_term
from huiying.core.group.reading import CHARACTERS, CONCEPTS, EVENTS, NUMBERS, PLACES, REGIONS, ROW, WORDS, codes_of
from huiying.core.types import Item, Kind
from huiying.demo.county import stream

START = datetime(2026, 6, 15, tzinfo=UTC)
LEXICAL = (WORDS, CHARACTERS)
NO_SENSE = np.zeros(SENSE, np.float32)
VOCABULARY = [
    (group, f"{name}{number}")
    for group, name, count in (
        (WORDS, "word", 7),
        (CHARACTERS, "letter", 3),
        (CONCEPTS, "concept", 3),
        (PLACES, "place", 4),
        (REGIONS, "region", 2),
        (NUMBERS, "number", 3),
        (EVENTS, "event", 3),
    )
    for number in range(count)
]


def item(name, title="", text="", hours=0.0, kind=Kind.POST, source="同城圈", start=START):
    return Item(id=name, source=source, kind=kind, url="", title=title, text=text, lang="", first_seen=start + timedelta(hours=hours))


def demonstration():
    """The items of the demonstration, as the desk sees them."""
    return [
        Item(
            id=row.id,
            source=row.source,
            kind=Kind(row.kind),
            url="",
            title=row.title,
            text=row.text,
            lang=row.lang,
            first_seen=row.published_at.astimezone(UTC),
        )
        for row in stream()
    ]


def made(counts, *, kind=0, unspaced=0.0, outlet=1, letters=40, titled=(), sense=NO_SENSE):
    """Features with these terms, (group, name) → count, of which those in `titled` stand in the title."""
    rows = sorted(counts, key=lambda term: (term[0] not in LEXICAL, hashed(term)))
    lexical = [term for term in rows if term[0] in LEXICAL]
    return Features(
        rows=np.array([(hashed(term), counts[term], 0, 0, term[0], term in titled) for term in rows], ROW),
        lexical=len(lexical),
        labels=tuple(name for group, name in rows if group not in LEXICAL),
        words="",
        codes=codes_of(""),
        title="",
        text="",
        kind=kind,
        unspaced=unspaced,
        outlet=outlet,
        letters=letters,
        sense=sense,
    )


def hashed(term):
    return xxhash.xxh3_64_intdigest(f"{term[0]}{term[1]}".encode())


def live(arrays: Arrays) -> list[int]:
    """The live stories, the one longest unheard of first."""
    found = []
    story = int(arrays.whole[OLDEST])
    while story >= 0:
        found.append(story)
        story = int(arrays.story["newer"][story])
    return found


def held(arrays: Arrays, story: int) -> list[int]:
    """The term slots of a story."""
    at = int(arrays.story["block"][story])
    return arrays.entries[at : at + int(arrays.story["terms"][story])].tolist()


def weights_of(arrays: Arrays, story: int) -> dict[int, float]:
    """Hash of a story's term → its weight."""
    at = int(arrays.story["block"][story])
    return {int(arrays.term["key"][term]): float(arrays.weights[at + place]) for place, term in enumerate(held(arrays, story))}


def assert_consistent(arrays: Arrays) -> None:
    """Every live story stands once among the stories of each of its terms, and no two lists share memory."""
    stories = live(arrays)
    holders: dict[int, list[int]] = {}
    for story in stories:
        terms = held(arrays, story)
        assert len(terms) == len(set(terms))
        for term in terms:
            holders.setdefault(term, []).append(story)
    assert {term: len(found) for term, found in holders.items()} == {
        int(term): int(arrays.term["df"][term]) for term in np.nonzero(arrays.term["df"])[0]
    }
    for term in range(arrays.whole[TERMS]):
        if arrays.term["class"][term] >= 0:
            at, count = int(arrays.term["post"][term]), int(arrays.term["df"][term])
            assert sorted(arrays.postings[at : at + count].tolist()) == sorted(holders.get(term, []))
            assert count
        elif arrays.term["class"][term] == -1:
            assert term not in holders
        found = find_term(arrays, arrays.term["key"][term])
        assert found == term if term in holders else found != term
    assert len(set(unused(arrays))) == arrays.whole[TERMS] - len(holders)
    assert not arrays.story_touch.any()
    taken = [(int(arrays.story["block"][s]), int(arrays.story["class"][s])) for s in stories if arrays.story["class"][s] >= 0]
    assert_apart(arrays.entries, arrays.entries_free, arrays.sizes, taken)
    taken = [(int(arrays.term["post"][t]), int(arrays.term["class"][t])) for t in np.nonzero(arrays.term["df"])[0]]
    taken = [(at, size_class) for at, size_class in taken if size_class >= 0]
    assert_apart(arrays.postings, arrays.postings_free, arrays.sizes, taken)


def unused(arrays: Arrays) -> list[int]:
    """The term slots that can be used again."""
    found = []
    term = int(arrays.whole[TERMS_FREE])
    while term >= 0:
        found.append(term)
        term = int(arrays.term["post"][term])
    return found


def assert_apart(pool, free, sizes, taken) -> None:
    """Blocks in use and blocks that were given back cover the used part of the pool, each place once."""
    blocks = list(taken)
    for size_class in range(len(sizes)):
        at = int(free[size_class])
        while at:
            blocks.append((at - 1, size_class))
            at = int(pool[at - 1])
    end = 0
    for at, size_class in sorted(blocks):
        assert at == end
        end += int(sizes[size_class])
    assert end == int(free[-1])
