"""Days off and make-up working days of mainland China as the State Council announced them, one notice a year.

Facts only: weekdays that are free and weekends that are worked. What is not announced is not here; nothing is guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from huiying.core.case.calendar import Day, Year


def _days(year: int, name: str, free: tuple[tuple[str, str], ...], worked: tuple[str, ...]) -> tuple[Day, ...]:
    found: list[Day] = []
    for first, last in free:
        day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
        while day <= end:
            found.append(Day(day, False, name))
            day += timedelta(days=1)
    return (*found, *(Day(date.fromisoformat(f"{year}-{day}"), True, name) for day in worked))


CHINA: dict[int, Year] = {
    2025: Year(
        2025,
        "国办发明电〔2024〕12号",
        (
            *_days(2025, "元旦", (("01-01", "01-01"),), ()),
            *_days(2025, "春节", (("01-28", "02-04"),), ("01-26", "02-08")),
            *_days(2025, "清明节", (("04-04", "04-06"),), ()),
            *_days(2025, "劳动节", (("05-01", "05-05"),), ("04-27",)),
            *_days(2025, "端午节", (("05-31", "06-02"),), ()),
            *_days(2025, "国庆节、中秋节", (("10-01", "10-08"),), ("09-28", "10-11")),
        ),
    ),
    2026: Year(
        2026,
        "国办发明电〔2025〕7号",
        (
            *_days(2026, "元旦", (("01-01", "01-03"),), ("01-04",)),
            *_days(2026, "春节", (("02-15", "02-23"),), ("02-14", "02-28")),
            *_days(2026, "清明节", (("04-04", "04-06"),), ()),
            *_days(2026, "劳动节", (("05-01", "05-05"),), ("05-09",)),
            *_days(2026, "端午节", (("06-19", "06-21"),), ()),
            *_days(2026, "中秋节", (("09-25", "09-27"),), ()),
            *_days(2026, "国庆节", (("10-01", "10-07"),), ("09-20", "10-10")),
        ),
    ),
}
"""By year: the notice and its days."""
