"""What the cells of a chosen column tell about it: whether it can be what it was chosen as, and whether it holds something of persons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from huiying.core.clean.dates import parse_date
from huiying.core.clean.redact import IDENTIFIERS, redact
from huiying.core.collect.columns import Refused, Taken, is_personal
from huiying.core.collect.table import Table
from huiying.core.types import Refusal

LOOKED_AT = 200
SHORT = 40  # a longer cell is a text, in which a number is masked, not a column of numbers


def personal_columns(table: Table) -> frozenset[str]:
    """Columns whose cells are for the most part one telephone, identity, card or plate number, an e-mail address or an account."""
    found = set()
    for place, name in enumerate(table.columns):
        cells = [row[place] for _, row in table.rows[:LOOKED_AT] if row[place]]
        short = [cell for cell in cells if len(cell) <= SHORT]
        if short and len(short) * 2 > len(cells):
            held = sum(1 for cell in short if IDENTIFIERS & redact(cell).counts.keys())
            if held * 5 >= len(short) * 2:
                found.add(name)
    return frozenset(found)


def check(table: Table, mapping: Mapping[str, str], *, zone: tzinfo, now: datetime) -> None:
    """Raise Refusal where a column cannot be what it was chosen as, naming the column, a row and what stands there."""
    personal = personal_columns(table)
    for name, role in mapping.items():
        if name not in table.columns:
            continue
        if name in personal:
            raise Refusal("The cells of the column %(column)s hold numbers of persons, so it is never read.", column=name)
        place = table.columns.index(name)
        cells = [(number, row[place]) for number, row in table.rows[:LOOKED_AT] if row[place]]
        if role == "time":
            _check_times(name, cells, zone, now)
        elif role == "id":
            _check_ids(name, cells)
        elif role == "text":
            _check_text(table, name, cells, mapping)
        elif role == "url":
            wrong = next(((number, cell) for number, cell in cells if not cell.startswith(("http://", "https://"))), None)
            if wrong is not None:
                raise Refusal("Row %(row)s: the column %(column)s holds “%(cell)s”, which is no web address.", **_where(name, *wrong))


def undated(table: Table, mapping: Mapping[str, str], taken: Taken, *, zone: tzinfo, now: datetime) -> Taken:
    """The same without the rows whose time cannot be read: they are refused, for a wrong time would be a wrong warning."""
    name = next((column for column, role in mapping.items() if role == "time"), "")
    if not name:
        return taken
    items, rows, refused = [], [], list(taken.refused)
    for item, row in zip(taken.items, taken.rows, strict=True):
        if item.published_raw and parse_date(item.published_raw, zone=zone, now=now) is None:
            why = Refusal(
                "Row %(row)s: the column %(column)s holds “%(cell)s”, which is no time before now.", **_where(name, row, item.published_raw)
            )
            refused.append(Refused(row, name, why))
        else:
            items.append(item)
            rows.append(row)
    return Taken(tuple(items), tuple(rows), tuple(sorted(refused, key=lambda one: one.row)))


def _check_times(name: str, cells: list[tuple[int, str]], zone: tzinfo, now: datetime) -> None:
    wrong = [(number, cell) for number, cell in cells if parse_date(cell, zone=zone, now=now) is None]
    if cells and len(wrong) * 2 > len(cells):
        raise Refusal("Row %(row)s: the column %(column)s holds “%(cell)s”, which is no time before now.", **_where(name, *wrong[0]))


def _check_ids(name: str, cells: list[tuple[int, str]]) -> None:
    first: dict[str, int] = {}
    again = [(number, cell) for number, cell in cells if first.setdefault(cell, number) != number]
    if len(again) * 4 > len(cells):
        number, cell = again[0]
        raise Refusal(
            "The column %(column)s is not the number of a ticket: “%(cell)s” stands in rows %(first)s and %(row)s.",
            column=name,
            cell=redact(cell[:60]).text,
            first=first[cell],
            row=number,
        )


def _check_text(table: Table, name: str, cells: list[tuple[int, str]], mapping: Mapping[str, str]) -> None:
    """A column of times or of short codes is no text, as long as another column has far more letters."""
    if not cells or "title" in mapping.values():
        return
    said = _letters([cell for _, cell in cells])
    others = [
        (_letters([row[place] for _, row in table.rows[:LOOKED_AT] if row[place]]), other)
        for place, other in enumerate(table.columns)
        if other not in mapping and not is_personal(other)
    ]
    most, other = max(others, default=(0.0, ""))
    if said < 8 and most > 4 * said:
        raise Refusal(
            "Row %(row)s: the column %(column)s holds “%(cell)s”, which is no text. Is the text in the column %(other)s?",
            other=other,
            **_where(name, *cells[0]),
        )


def _letters(cells: list[str]) -> float:
    """How many letters a cell has on average."""
    return sum(sum(map(str.isalpha, cell)) for cell in cells) / len(cells) if cells else 0.0


def _where(name: str, row: int, cell: str) -> dict[str, object]:
    """Where it stands and what, as it may be said."""
    return {"column": name, "row": row, "cell": redact(cell[:60]).text}
