"""The memory of the story index: live stories, their terms and their members in flat arrays that grow and shrink with the stream.

Nothing here decides anything. A story and a term have a place (slot) that is used again once the story is forgotten and no live story
holds the term.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from huiying.core.group.pages import zeros
from huiying.core.group.reading import GROUPS
from huiying.core.group.slabs import SIZES, Ints, Longs
from huiying.core.group.table import Records

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint32]

OUTLETS = 4
SENSE = 64
# Of a member's terms the first places are remembered, by the upper half of their hashes.
SIGNS = 2
# places in `whole`, the state's whole numbers
(
    TERMS_USED,
    STORIES,
    STORIES_FREE,
    OLDEST,
    NEWEST,
    LIVE,
    ITEMS,
    MEMBERS,
    MEMBERS_FREE,
    MEMBERS_USED,
    ID_BYTES,
    ID_DEAD,
    TERMS,
    TERMS_FREE,
) = range(14)
# places in `real`
CLOCK, RATE, RATE_AT, JOINED, CHANCE = range(5)


# What belongs to one term, story or member stands together, for it is used together.
TERM = np.dtype([("key", "u8"), ("df", "i4"), ("post", "i4"), ("class", "i1"), ("group", "u1")])
STORY = np.dtype(
    [
        ("last", "f8"), ("first", "f8"), ("name", "u8"), ("seen", "i8"), ("busy", "f4"), ("size", "i4"), ("block", "i4"), ("terms", "i4"),
        ("older", "i4"), ("newer", "i4"), ("unspaced", "i4"), ("member", "i4"), ("class", "i1"),
    ]
)  # fmt: skip
MEMBER = np.dtype([("key", "u8"), ("story", "i4"), ("next", "i4"), ("id_at", "u4"), ("id_size", "u2"), ("signs", "u1")])


class Arrays(NamedTuple):
    """Everything the compiled code reads and writes. -1 is no slot.

    term: hash `key`; `df` live stories with the term; `post` and `class` its block of `postings`, class -1 for none and -2 where nobody
    looks: for single characters, and where there are more than the largest block holds; `group` one of reading's; of a slot that can be
    used again `post` is the next such one. story: `last`, `first` seconds; `name` hash of its first item's id; `seen` the number of the
    last item; `busy` items, halved by the day; `block`, `class`, `terms` its block of `entries` (term slots) and `weights`; `older`,
    `newer` the order of last sight; `unspaced` items in scripts without spaces; `member` its last one. story_square: the squared length of
    each group's sum of unit vectors. story_sense: the sum of the items' senses. story_outlets: hashes of the last ones. story_touch: what
    it shares with an item whose candidates are sought, 0 at all other times. member: `key` the digest of an id, its `story`, `next` an
    earlier one of the story, `id_at` and `id_size` where the id stands in `ids`, and there after it `signs` signs.
    term_table and member_table find terms and members by key.
    """

    term: Records
    term_table: Ints
    postings: Ints
    postings_free: Longs
    story: Records
    story_square: Floats
    story_sense: Floats
    story_outlets: Words
    story_touch: Floats
    entries: Ints
    weights: Floats
    entries_free: Longs
    sizes: Ints
    member: Records
    member_table: Ints
    ids: Bytes
    whole: Longs
    real: Doubles


def empty() -> Arrays:
    """The arrays of an index that has seen nothing."""
    whole = np.zeros(16, np.int64)
    whole[[OLDEST, NEWEST, STORIES_FREE, MEMBERS_FREE, TERMS_FREE]] = -1
    # what is not used of an array takes no memory, so that a young index need not grow all the time
    terms, stories, members = 1 << 15, 1 << 13, 1 << 13
    return Arrays(
        term=zeros(terms, TERM),
        term_table=zeros(1 << 13, np.int32),
        postings=zeros(1 << 19, np.int32),
        postings_free=np.zeros(len(SIZES) + 1, np.int64),
        story=zeros(stories, STORY),
        story_square=zeros(stories, np.float32, GROUPS),
        story_sense=zeros(stories, np.float32, SENSE),
        story_outlets=zeros(stories, np.uint32, OUTLETS),
        story_touch=zeros(stories, np.float32),
        entries=zeros(1 << 18, np.int32),
        weights=zeros(1 << 18, np.float32),
        entries_free=np.zeros(len(SIZES) + 1, np.int64),
        sizes=SIZES,
        member=zeros(members, MEMBER),
        member_table=zeros(1 << 11, np.int32),
        ids=zeros(1 << 17, np.uint8),
        whole=whole,
        real=np.zeros(8),
    )
