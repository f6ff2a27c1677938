"""Who hears of a warning."""

from __future__ import annotations

from datetime import UTC, datetime

from huiying.core.types import Level, Warning, WatchQuery
from huiying.core.warn.route import Facts, Playbook, Routes, facts_of, route

ROUTES = Routes(
    duty_department="县政府新闻办",
    duty_receivers=("duty",),
    receivers={"县水务局": ("water", "duty"), "县教育局": ("school",)},
    playbooks=(
        Playbook(name="school", department="县教育局", topics=("education",)),
        Playbook(name="town", department="县应急管理局", receivers=("town",), places=("乌石镇",), least=Level.ORANGE),
        Playbook(name="empty", department="nobody"),
    ),
)


def test_the_watch_comes_first() -> None:
    found = route(Facts(level=Level.RED, topics=("education",), lead_department="县水务局"), ROUTES)
    assert (found.department, found.receivers, found.because) == ("县水务局", ("water", "duty"), "watch")


def test_then_the_first_playbook_that_fits() -> None:
    found = route(Facts(level=Level.BLUE, place="乌石镇", topics=("x", "education")), ROUTES)
    assert (found.department, found.receivers, found.because) == ("县教育局", ("school", "duty"), "playbook school")
    assert route(Facts(level=Level.ORANGE, place="乌石镇"), ROUTES).receivers == ("town", "duty")


def test_else_the_duty_desk() -> None:
    for facts in (Facts(level=Level.RED), Facts(level=Level.YELLOW, place="乌石镇")):
        found = route(facts, ROUTES)
        assert (found.department, found.receivers, found.because) == ("县政府新闻办", ("duty",), "duty")


def test_unknown_department_still_reaches_the_duty_desk() -> None:
    assert route(Facts(level=Level.BLUE, lead_department="县林业局"), ROUTES).receivers == ("duty",)


def test_facts_come_from_the_watch() -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    warning = Warning(at=at, story="s", level=Level.ORANGE, score=9, items=("a",), strategy="x")
    watch = WatchQuery(name="w", query="停水", place="乌石镇", topics=("utilities",), lead_department="县水务局")
    assert facts_of(warning, watch) == Facts(level=Level.ORANGE, place="乌石镇", topics=("utilities",), lead_department="县水务局")
    assert facts_of(warning, None) == Facts(level=Level.ORANGE)
