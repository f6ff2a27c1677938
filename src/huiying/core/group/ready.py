"""Compiling everything that grouping compiles, before the first item waits for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from huiying.core.group.arrays import empty
from huiying.core.group.grouper import Grouper
from huiying.core.group.members import pack_ids, sign_of
from huiying.core.group.table import note_all
from huiying.core.types import Item, Kind

# each with the hours since the one before
_TEXTS = (
    ("停水通知：青石镇明日八时至十八时检修管道，请储水。", 1),
    ("检修管道，明日停水，请储水备用。", 1),
    ("检修管道，明日停水，请储水备用。", 1),
    ("Water will be off tomorrow.", 1),
    ("停水通知：青石镇明日八时至十八时检修管道，请储水。", 24),
)


def compile_all() -> None:
    """Take a few made-up items through a grouper that nobody keeps; the machine code stays on disk."""
    grouper = Grouper()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for number, (text, hours) in enumerate(_TEXTS):
        at += timedelta(hours=hours)
        item = Item(id=str(number), source="", kind=Kind.NOTICE, url="", title="", text=text, lang="", first_seen=at)
        grouper.assign(item)
    grouper.touch("0", at)
    grouper.second_look(at)
    Grouper.load(grouper.dump()).touch("0", at + timedelta(days=30))
    _now_and_then()


def _now_and_then() -> None:
    """What only a long stream does."""
    arrays = empty()
    for table, records in ((arrays.term_table, arrays.term), (arrays.member_table, arrays.member)):
        note_all(table, np.zeros_like(table), records)
    pack_ids(arrays)
    sign_of(arrays, 0)


if __name__ == "__main__":
    compile_all()
