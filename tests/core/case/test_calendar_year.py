"""The years of the calendar: what was announced, what a table says, and what is only a guess."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.calendar import Kind, compose, kind_for
from huiying.core.case.calendar_file import read_year, write_year
from huiying.core.case.holidays import CHINA
from huiying.core.types import Refusal

ZONE = timezone(timedelta(hours=8))
KNOWN = compose(ZONE, CHINA.values())


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2025-01-26", True),  # a Sunday made up for the Spring Festival
        ("2025-02-04", False),
        ("2025-10-08", False),
        ("2025-10-11", True),
        ("2026-01-02", False),
        ("2026-02-14", True),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-09-20", True),
        ("2026-10-10", True),
        ("2026-10-11", False),
    ],
)
def test_the_announced_days_of_mainland_china(day: str, works: bool) -> None:
    assert KNOWN.works(date.fromisoformat(day)) is works


def test_a_year_has_as_many_days_off_as_were_announced() -> None:
    """28 days of statutory arrangement in 2025 and 33 in 2026, weekends in them counted."""
    assert [sum(not day.works for day in year.days) for year in CHINA.values()] == [28, 33]
    assert [sum(day.works for day in year.days) for year in CHINA.values()] == [5, 6]
    assert all(year.source.startswith("国办发明电〔") for year in CHINA.values())


def test_beyond_the_announced_year_a_time_is_provisional() -> None:
    late = datetime(2026, 12, 30, 2, 0, tzinfo=UTC)
    assert KNOWN.after(late, 1) == (datetime(2026, 12, 31, 23, 59, 59, tzinfo=ZONE), False)
    assert KNOWN.after(late, 2) == (datetime(2027, 1, 1, 23, 59, 59, tzinfo=ZONE), True), "New Year's day is not known to be free yet"


def test_what_lies_behind_a_gap_is_not_known() -> None:
    later = read_year("2028-01-03,holiday,x", year=2028, source="notice")
    assert compose(ZONE, [*CHINA.values(), later]).known_until == 2026
    assert compose(ZONE, []).known_until == 0


@pytest.mark.parametrize(("zone", "kind"), [("Asia/Shanghai", Kind.CHINA), ("Asia/Urumqi", Kind.CHINA), ("Europe/London", Kind.OWN)])
def test_a_desk_begins_with_the_calendar_of_its_zone(zone: str, kind: Kind) -> None:
    assert kind_for(zone) is kind


def test_a_table_in_either_language() -> None:
    chinese = read_year("日期\t安排\t名称\n2027年1月1日\t休\t元旦\n2027/1/3\t班\t元旦\n", year=2027, source=" 国办发明电〔2026〕1号 ")
    assert chinese.source == "国办发明电〔2026〕1号"
    assert chinese == read_year("date,kind,name\n2027-01-01,holiday,元旦\n2027-1-3,work,元旦", year=2027, source="国办发明电〔2026〕1号")
    assert read_year("", year=2027, source="the council's decision").days == (), "a year of nothing but weekends may be announced too"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("2027-02-30,holiday", "Line 1"),
        ("2027-01-01,maybe", "neither worked nor free"),
        ("2026-01-01,holiday", "not in the year 2027"),
        ("2027-01-01,holiday\n2027-01-01,work", "Line 2"),
        ("2027-01-01", "needs a day"),
        ("x" * 70_000, "too long"),
        ("\n".join("2027-01-01,holiday" for _ in range(401)), "too long"),
    ],
)
def test_a_wrong_table_says_where(table: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        read_year(table, year=2027, source="notice")


def test_a_year_without_a_source_is_refused() -> None:
    with pytest.raises(Refusal, match="where the year was announced"):
        read_year("2027-01-01,holiday", year=2027, source="  ")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        year = read_year(text, year=2027, source="notice")
    except Refusal:
        return
    assert read_year(write_year(year), year=2027, source="notice") == year


@given(st.dictionaries(st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.booleans(), max_size=60))
def test_a_written_year_reads_as_it_was(days: dict[date, bool]) -> None:
    table = "\n".join(f"{day},{'班' if works else '休'},名，称" for day, works in days.items())
    year = read_year(table, year=2027, source="notice")
    assert {day.day: day.works for day in year.days} == days
    assert read_year(write_year(year), year=2027, source="notice") == year
