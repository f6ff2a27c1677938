"""A year of the calendar as a CSV table: date, worked or free, name."""

from __future__ import annotations

import csv
import io
from datetime import date

from huiying.core.case.calendar import Day, Year
from huiying.core.types import Refusal

MOST_BYTES, MOST_ROWS, LONGEST = 65_536, 400, 60
FIRST_YEAR, LAST_YEAR = 2000, 2100

WORKED = frozenset({"work", "working", "workday", "worked", "班", "上班", "工作日", "调休上班"})
FREE = frozenset({"holiday", "free", "off", "rest", "休", "放假", "节假日", "休息日", "假"})
_HEADS = frozenset({"date", "day", "日期", "日子"})


def read_day(text: str) -> date:
    """A day like 2026-10-01, 2026/10/1 or 2026年10月1日."""
    plain = text.strip().replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    parts = plain.split("-")
    try:
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
            raise ValueError
        return date(*map(int, parts))
    except ValueError as error:
        raise Refusal("%(text)s is not a day. Write it like 2026-10-01.", text=text.strip()[:40]) from error


def read_works(text: str) -> bool:
    """Whether a word says worked or free."""
    word = text.strip().casefold()
    if word in WORKED or word in FREE:
        return word in WORKED
    raise Refusal("%(text)s says neither worked nor free. Write work or holiday, 班 or 休.", text=text.strip()[:40])


def check_year(year: int) -> int:
    """A year that a calendar may have."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("The year %(year)s is out of range: %(first)s to %(last)s.", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    return year


def check_source(source: str) -> str:
    """Who announced it: a calendar day without that may not decide a deadline."""
    source = " ".join(source.split())[:200]
    if not source:
        raise Refusal("Say where the year was announced: the notice with its number, or the body that decided.")
    return source


def read_year(text: str, *, year: int, source: str) -> Year:
    """The days of one year from a table with the columns date, worked or free, name. A first line of heads may stand. All or nothing."""
    check_year(year)
    source = check_source(source)
    if len(text.encode("utf-8", "surrogateescape")) > MOST_BYTES:
        raise Refusal("The table is too long: at most %(most)d bytes.", most=MOST_BYTES)
    text = text.lstrip("\ufeff").strip("\r\n")
    separator = "\t" if "\t" in text else "，" if "，" in text and "," not in text else ","
    try:
        rows = [row for row in csv.reader(io.StringIO(text.replace("\0", "")), delimiter=separator) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Refusal("This cannot be read as a table: %(why)s.", why=error) from error
    if rows and rows[0][0].strip().casefold() in _HEADS:
        rows = rows[1:]
    if len(rows) > MOST_ROWS:
        raise Refusal("The table is too long: at most %(most)d lines.", most=MOST_ROWS)
    found: dict[date, Day] = {}
    for number, row in enumerate(rows, 1):
        try:
            if len(row) < 2:
                raise Refusal("A line needs a day, and work or holiday.")
            day, works = read_day(row[0]), read_works(row[1])
            if day.year != year:
                raise Refusal("%(day)s is not in the year %(year)s.", day=day.isoformat(), year=year)
            if day in found:
                raise Refusal("%(day)s stands there twice.", day=day.isoformat())
        except Refusal as refused:
            raise Refusal("Line %(line)d of the table: %(why)s", line=number, why=refused) from refused
        name = " ".join(row[2].split())[:LONGEST] if len(row) > 2 else ""
        found[day] = Day(day, works, name)
    return Year(year, source, tuple(found[day] for day in sorted(found)))


def write_year(year: Year) -> str:
    """The same table again, with heads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["date", "kind", "name"])
    writer.writerows([day.day.isoformat(), "work" if day.works else "holiday", day.name] for day in year.days)
    return out.getvalue()
