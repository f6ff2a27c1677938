"""The order of last sight: which story was heard of last, which longest ago."""

from __future__ import annotations

from huiying.core.group.arrays import NEWEST, OLDEST, Arrays
from huiying.core.group.compiled import inlined


@inlined
def link_newest(arrays: Arrays, story: int) -> None:
    """Put a story at the end of the order of last sight."""
    newest = arrays.whole[NEWEST]
    arrays.story["older"][story] = newest
    arrays.story["newer"][story] = -1
    if newest >= 0:
        arrays.story["newer"][newest] = story
    else:
        arrays.whole[OLDEST] = story
    arrays.whole[NEWEST] = story


@inlined
def unlink(arrays: Arrays, story: int) -> None:
    """Take a story out of the order of last sight."""
    older, newer = arrays.story["older"][story], arrays.story["newer"][story]
    if older >= 0:
        arrays.story["newer"][older] = newer
    else:
        arrays.whole[OLDEST] = newer
    if newer >= 0:
        arrays.story["older"][newer] = older
    else:
        arrays.whole[NEWEST] = older


@inlined
def oldest_idle(arrays: Arrays, now: float, life: float) -> int:
    """The story longest unheard of, if that is longer than `life` seconds; else -1."""
    story = arrays.whole[OLDEST]
    if story >= 0 and now - arrays.story["last"][story] > life:
        return int(story)
    return -1
