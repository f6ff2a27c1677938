"""The origin of a story as a table for spreadsheet programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

from huiying.core.group.origin import Origin
from huiying.store.models import Membership

COLUMNS = (
    "order",
    "outlet",
    "kind",
    "first_seen",
    "published_at",
    "minutes_after_first",
    "decision",
    "duplicate_of",
    "title",
    "url",
)
# What spreadsheet programs take for the beginning of a formula, also in its full-width form, and what they skip before it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"


def origin_sheet(origin: Origin, rows: Sequence[Membership]) -> str:
    """CSV with a byte-order mark, by which spreadsheet programs know that it is UTF-8.

    One line an item in the order of the chain, which goes by the earlier of the outlet's own date and our first sight. `duplicate_of` is
    the order of the original.
    """
    members = {row.item.key: row for row in rows}
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for sight in origin.chain:
        row = members[sight.item]
        cells = (
            str(sight.order),
            sight.source,
            row.item.kind,
            stamp(row.item.first_seen),
            stamp(row.item.published_at),
            f"{sight.after.total_seconds() / 60:.1f}",
            row.decision,
            str(sight.original or ""),
            row.item.title,
            row.item.url,
        )
        writer.writerow([safe(cell) for cell in cells])
    return text.getvalue()


def stamp(at: datetime | None) -> str:
    """ISO 8601 in UTC; nothing where there is no time."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at else ""


def safe(text: str) -> str:
    """A cell that no spreadsheet program runs as a formula: an apostrophe stands before what could be one."""
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else text
