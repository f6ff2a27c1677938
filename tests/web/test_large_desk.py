"""A desk with more open cases than one page can read: the reader's most urgent come first, and the page says that there is more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import scene as made
from tests.web.conftest import Window

from huiying.store import models
from huiying.web import deadlines, mine
from huiying.web.views import warning as warning_page

Open = Callable[..., Window]
COUNT = 60


@pytest.fixture
def crowded(scene: made.Scene) -> list[models.Case]:
    """Open cases whose timers end in the order in which they were opened; the second oldest has a timer that is not the authors'."""
    cases = [
        models.Case.objects.create(
            title=f"第{number}号案件",
            state="verifying",
            level="yellow",
            opened_at=scene.now,
            opened_by=scene.member("duty"),
            reported_up_at=scene.now,
        )
        for number in range(COUNT)
    ]
    for number, case in enumerate(cases):
        models.DutyTimer.objects.create(
            key=f"case-{case.pk}-s0",
            name="s0",
            case=case,
            permission="case.close" if number == 1 else "statement.write",
            about=case.title,
            href="/",
            clock="opened",
            unit="hour",
            started_at=scene.now - timedelta(hours=2),
            due_at=scene.now + timedelta(hours=1 + number),
        )
    return cases


def test_the_most_urgent_of_a_member_and_the_newest_are_read_and_no_more(scene: made.Scene, crowded: list[models.Case]) -> None:
    chosen = mine.cases(scene.member("author"), deadlines.OPEN)
    assert chosen.more and len(chosen.rows) == mine.CASES
    assert crowded[0].pk == chosen.rows[0]
    assert {case.pk for case in crowded[-mine.NEWEST :]} <= set(chosen.rows)
    assert crowded[1].pk not in chosen.rows, "its timer is not the author's"
    models.DutyTimer.objects.filter(case=crowded[40]).update(due_at=scene.now - timedelta(days=1))
    models.DutyTimer.objects.filter(case=crowded[0]).update(ended_at=scene.now)
    again = mine.cases(scene.member("author"), deadlines.OPEN)
    assert again.rows[0] == crowded[40].pk and crowded[0].pk not in again.rows


def test_a_small_desk_is_read_whole(scene: made.Scene, crowded: list[models.Case]) -> None:
    models.Case.objects.filter(pk__in=[case.pk for case in crowded[mine.CASES :]]).update(state="closed")
    models.DutyTimer.objects.all().update(ended_at=scene.now)
    chosen = mine.cases(scene.member("author"), deadlines.OPEN)
    assert set(chosen.rows) == {case.pk for case in crowded[: mine.CASES]} and not chosen.more


def test_the_board_says_that_there_is_more_and_asks_the_same_however_many_cases_there_are(
    scene: made.Scene, window: Open, crowded: list[models.Case]
) -> None:
    author = window("author")
    with CaptureQueriesContext(connection) as many:
        page = author.get("/desk/board/now/").content.decode()
    assert "+ things" in page and "This is the most urgent" not in page and "the most urgent and the newest" in page
    models.Case.objects.filter(pk__in=[case.pk for case in crowded[30:]]).update(state="closed")
    with CaptureQueriesContext(connection) as few:
        page = author.get("/desk/board/now/").content.decode()
    assert "+ things" not in page and "the most urgent" not in page
    assert len(many) <= len(few) + 2


def test_cases_that_are_mine_or_late_are_looked_for_within_bounds(
    scene: made.Scene, window: Open, crowded: list[models.Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huiying.web.room.filters.MOST_READ", 20)
    assert "Narrow the list" in window("author").get("/desk/cases/?mine=1").content.decode()
    assert "Narrow the list" not in window("author").get("/desk/cases/").content.decode()
    monkeypatch.setattr("huiying.web.room.filters.MOST_READ", COUNT)
    assert "Narrow the list" not in window("author").get("/desk/cases/?mine=1").content.decode()


def test_the_list_of_warnings_stays_readable(scene: made.Scene, window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    raised = made.take_in(scene)
    assert "More warnings wait" not in window("duty").get("/desk/warnings/").content.decode()
    monkeypatch.setattr(warning_page, "MOST_WAITING", 0)
    page = window("duty").get("/desk/warnings/").content.decode()
    assert "More warnings wait" in page and f"/desk/warnings/{raised.pk}/" not in page
