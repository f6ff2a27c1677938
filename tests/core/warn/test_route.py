"""Who leads, and by which playbook."""

from __future__ import annotations

from huiying.core.types import Level
from huiying.core.warn.route import Facts, Playbook, Route, route

PLAYBOOKS = (
    Playbook(name="empty", department="nobody"),
    Playbook(name="school", department="县教育局", topics=("education",), steps=("Call the school.",)),
    Playbook(name="town", department="县应急管理局", places=("乌石镇",), least=Level.ORANGE),
)


def test_the_watch_names_the_lead_and_the_playbook_still_gives_the_steps() -> None:
    found = route(Facts(level=Level.RED, topics=("education",), lead_department="县水务局"), PLAYBOOKS)
    assert found == Route(department="县水务局", because="watch", playbook="school", steps=("Call the school.",))


def test_then_the_first_playbook_that_fits() -> None:
    found = route(Facts(level=Level.BLUE, place="乌石镇", topics=("x", "education")), PLAYBOOKS)
    assert (found.department, found.because) == ("县教育局", "playbook")
    assert route(Facts(level=Level.ORANGE, place="乌石镇"), PLAYBOOKS).department == "县应急管理局"


def test_else_the_duty_desk() -> None:
    for facts in (Facts(level=Level.RED), Facts(level=Level.YELLOW, place="乌石镇")):
        assert route(facts, PLAYBOOKS) == Route(department="", because="duty")
