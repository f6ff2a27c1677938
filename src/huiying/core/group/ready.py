"""Compiling everything that grouping compiles, before the first item waits for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from huiying.core.group.grouper import Grouper
from huiying.core.types import Item, Kind

_TEXTS = (
    "停水通知：青石镇明日八时至十八时检修管道，请储水。",
    "检修管道，明日停水，请储水备用。",
    "检修管道，明日停水，请储水备用。",
    "Water will be off tomorrow.",
)


def compile_all() -> None:
    """Take a few made-up items through a grouper that nobody keeps; the machine code stays on disk."""
    grouper = Grouper()
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for number, text in enumerate(_TEXTS):
        at += timedelta(hours=1)
        item = Item(id=str(number), source="", kind=Kind.NOTICE, url="", title="", text=text, lang="", first_seen=at)
        grouper.assign(item)
    grouper.touch("0", at)
    grouper.second_look(at)
    Grouper.load(grouper.dump()).touch("0", at + timedelta(days=30))


if __name__ == "__main__":
    compile_all()
