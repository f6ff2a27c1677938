"""Rows that are read together with what belongs to them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from huiying.store.models import Case, Claim, Department, Member, Task
from huiying.store.together import fill

NOW = datetime(2026, 3, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db
PARTS = ("claims__evidence", "claims__added_by", "tasks__department", "concerns")


@pytest.fixture
def cases() -> list[Case]:
    by = Member.objects.create(username="duty", name="Duty", roles=["duty"])
    office = Department.objects.create(name_zh="水务局", name_en="Water")
    rows = [Case.objects.create(title=f"停水 {n}", level="blue", department=office, opened_at=NOW, opened_by=by) for n in range(3)]
    for row in rows[:2]:
        Claim.objects.create(case=row, text=f"说法 {row.pk}", added_at=NOW, added_by=by)
    Task.objects.create(case=rows[0], department=office, text="查明", assigned_at=NOW, assigned_by=by, due_at=NOW)
    return list(Case.objects.order_by("pk"))


def told(rows: list[Case]) -> list[object]:
    return [
        (
            [(one.text, one.added_by.name, one.case.title, list(one.evidence.all())) for one in row.claims.all()],
            [(one.text, one.department.name_en) for one in row.tasks.all()],
            list(row.concerns.all()),
        )
        for row in rows
    ]


def test_it_is_what_a_prefetch_gives_and_asks_no_more(cases: list[Case]) -> None:
    wanted = told(
        list(Case.objects.order_by("pk").prefetch_related("claims__evidence", "claims__added_by", "tasks__department", "concerns"))
    )
    with CaptureQueriesContext(connection) as asked:
        fill(cases, PARTS)
    assert len(asked) == 4
    with CaptureQueriesContext(connection) as asked:
        assert told(cases) == wanted
    assert len(asked) == 0


def test_what_is_made_of_the_answer_stays_with_its_row(cases: list[Case]) -> None:
    fill(cases, PARTS)
    first, second, third = cases
    assert [one.case_id for one in second.claims.order_by("-pk")] == [second.pk]
    assert third.claims.filter(text__startswith="说法").count() == 0
    assert second.claims.all().update(text="改") == 1 and first.claims.get().text != "改"
    assert third.claims.all().delete()[0] == 0 and Claim.objects.count() == 2


def test_a_row_that_is_added_is_seen(cases: list[Case]) -> None:
    fill(cases, PARTS)
    fresh = Claim.objects.create(case=cases[2], text="新", added_at=NOW, added_by=cases[2].opened_by)
    assert list(cases[2].claims.filter(pk=fresh.pk)) == [fresh]


def test_nothing_is_filled_for_nothing(cases: list[Case]) -> None:
    fill([], PARTS)
    with pytest.raises(TypeError, match="department"):
        fill(cases, ["department"])
