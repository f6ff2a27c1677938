"""The memory of the story index: live stories, their terms and their members in flat arrays that grow and shrink with the stream.

Nothing here decides anything. A story and a term have a place (slot) that is used again once the story is forgotten and no live story
holds the term.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from huiying.core.group.reading import GROUPS, Hashes
from huiying.core.group.slabs import SIZES, Ints, Longs

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint32]

OUTLETS = 4
SENSE = 64
# Of a member's terms the first places and then the heaviest of the others are remembered, by the upper half of their hashes.
PLACE_SIGNS, SIGNS = 2, 6
# places in `whole`, the state's whole numbers
TERMS_USED, STORIES, STORIES_FREE, OLDEST, NEWEST, LIVE, ITEMS, MEMBERS, MEMBERS_FREE, MEMBERS_USED, ID_BYTES, ID_DEAD, STAMP = range(13)
# places in `real`
CLOCK, RATE, RATE_AT, JOINED, CHANCE = range(5)


class Arrays(NamedTuple):
    """Everything the compiled code reads and writes. -1 is no slot.

    term_*: open addressing by hash (0 is empty); `df` live stories with the term; `post` and `post_class` its block of `postings`, class -1
    for none and -2 where there are more than the largest block holds. story_*: `last`, `first` seconds; `busy` items, halved by the day;
    `square` the squared length of each group's sum of unit vectors, `sense` the sum of the items' senses; `block`, `block_class`, `terms`
    its block of `entries` (term slots) and `weights`; `older`, `newer` the order of last sight; `seen` the number of the last item;
    `unspaced` items in scripts without spaces; `outlets` hashes of the last ones; `member` its last member. member_*: `key` the digest of
    an id, `story`, `next` an earlier one of the story, `id_at` and `id_size` where the id stands in `ids`, `sign` its telling terms;
    member_table finds members by key, slot + 1.
    """

    term_key: Hashes
    term_df: Ints
    term_post: Ints
    term_class: npt.NDArray[np.int8]
    term_group: Bytes
    term_mark: Longs
    postings: Ints
    postings_free: Longs
    story_last: Doubles
    story_first: Doubles
    story_busy: Floats
    story_size: Ints
    story_square: Floats
    story_sense: Floats
    story_block: Ints
    story_class: npt.NDArray[np.int8]
    story_terms: Ints
    story_older: Ints
    story_newer: Ints
    story_seen: Longs
    story_unspaced: Ints
    story_outlets: Words
    story_member: Ints
    story_name: Hashes
    story_mark: Longs
    story_touch: Floats
    entries: Ints
    weights: Floats
    entries_free: Longs
    sizes: Ints
    member_key: Hashes
    member_story: Ints
    member_next: Ints
    member_id_at: Longs
    member_id_size: npt.NDArray[np.int32]
    member_sign: Words
    member_table: Ints
    ids: Bytes
    whole: Longs
    real: Doubles


def empty() -> Arrays:
    """The arrays of an index that has seen nothing."""
    whole = np.zeros(16, np.int64)
    whole[[OLDEST, NEWEST, STORIES_FREE, MEMBERS_FREE]] = -1
    terms, stories, members = 1 << 12, 1 << 10, 1 << 10
    return Arrays(
        term_key=np.zeros(terms, np.uint64),
        term_df=np.zeros(terms, np.int32),
        term_post=np.zeros(terms, np.int32),
        term_class=np.full(terms, -1, np.int8),
        term_group=np.zeros(terms, np.uint8),
        term_mark=np.zeros(terms, np.int64),
        postings=np.zeros(1 << 16, np.int32),
        postings_free=np.zeros(len(SIZES) + 1, np.int64),
        story_last=np.zeros(stories),
        story_first=np.zeros(stories),
        story_busy=np.zeros(stories, np.float32),
        story_size=np.zeros(stories, np.int32),
        story_square=np.zeros((stories, GROUPS), np.float32),
        story_sense=np.zeros((stories, SENSE), np.float32),
        story_block=np.full(stories, -1, np.int32),
        story_class=np.full(stories, -1, np.int8),
        story_terms=np.zeros(stories, np.int32),
        story_older=np.full(stories, -1, np.int32),
        story_newer=np.full(stories, -1, np.int32),
        story_seen=np.zeros(stories, np.int64),
        story_unspaced=np.zeros(stories, np.int32),
        story_outlets=np.zeros((stories, OUTLETS), np.uint32),
        story_member=np.full(stories, -1, np.int32),
        story_name=np.zeros(stories, np.uint64),
        story_mark=np.zeros(stories, np.int64),
        story_touch=np.zeros(stories, np.float32),
        entries=np.zeros(1 << 16, np.int32),
        weights=np.zeros(1 << 16, np.float32),
        entries_free=np.zeros(len(SIZES) + 1, np.int64),
        sizes=SIZES,
        member_key=np.zeros(members, np.uint64),
        member_story=np.zeros(members, np.int32),
        member_next=np.full(members, -1, np.int32),
        member_id_at=np.zeros(members, np.int64),
        member_id_size=np.zeros(members, np.int32),
        member_sign=np.zeros((members, SIGNS), np.uint32),
        member_table=np.zeros(1 << 11, np.int32),
        ids=np.zeros(1 << 14, np.uint8),
        whole=whole,
        real=np.zeros(8),
    )
