"""Trying a rule, adopting it, feedback, and a case that somebody told us of: each by whom it may be done, each on the record."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import scene as made

from huiying.actions import backtest, case, feedback, rule, warning
from huiying.actions.recording import NotAllowed
from huiying.core.types import Refusal
from huiying.core.warn.rule import SHIPPED, values
from huiying.store import models
from huiying.store.rules import by_number, by_strategy, in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


def tried(scene: made.Scene, changes: dict[str, float], role: str = "duty_lead") -> models.Backtest:
    row = backtest.ask(scene.actors[role], changes=changes, days=14, now=scene.tick())
    models.Backtest.objects.filter(pk=row.pk).update(state="done")
    row.refresh_from_db()
    return row


def entry(type: str) -> dict:
    return json.loads(models.Entry.objects.filter(type=type).latest("id").data)


def test_a_rule_is_adopted_after_it_was_tried(scene: made.Scene) -> None:
    row = tried(scene, {"weight.growth": 2.0, "level.blue": values(SHIPPED)["level.blue"]})
    assert row.changes == {"weight.growth": 2.0}, "what has its present value is no change"
    adopted = rule.adopt(scene.actors["admin"], row, reason="漏报多", now=scene.tick())
    assert (adopted.number, adopted.rule) == (1, f"rule-1@{scene.now:%Y-%m-%d}")
    assert by_number(1).weights.growth == 2.0
    assert by_strategy(f"named-sum@x+{adopted.rule}") == by_number(1)
    said = entry("rule_adopted")
    assert (said["proposed_by"], said["reason"], said["changes"]) == ("canary-duty_lead", "漏报多", {"weight.growth": 2.0})
    assert said["values"] == adopted.values


def test_a_rule_holds_from_its_day_on(scene: made.Scene) -> None:
    day = scene.now + timedelta(days=3)
    first = rule.adopt(scene.actors["admin"], tried(scene, {"weight.growth": 2.0}), reason="x", effective_at=day, now=scene.tick())
    assert in_force(scene.now) is None
    assert in_force(day) == first
    second = tried(scene, {"weight.growth": 2.5})
    with pytest.raises(Refusal, match="holds from"):
        rule.adopt(scene.actors["admin"], second, reason="x", now=scene.tick())
    assert second.base == 1


def test_what_is_not_adopted(scene: made.Scene) -> None:
    lead = scene.actors["duty_lead"]
    row = tried(scene, {"weight.growth": 2.0})
    with pytest.raises(Refusal, match="with a reason"):
        rule.adopt(lead, row, reason="  ", now=scene.tick())
    other = tried(scene, {"weight.growth": 2.2})
    rule.adopt(lead, other, reason="x", now=scene.tick())
    with pytest.raises(Refusal, match="has changed since"):
        rule.adopt(lead, row, reason="x", now=scene.tick())
    waiting = backtest.ask(lead, changes={"weight.growth": 3.0}, days=1, now=scene.tick())
    with pytest.raises(Refusal, match="not done yet"):
        rule.adopt(lead, waiting, reason="x", now=scene.tick())
    with pytest.raises(NotAllowed):
        rule.adopt(scene.actors["duty"], other, reason="x", now=scene.tick())
    assert models.RuleVersion.objects.count() == 1


def test_what_is_not_tried(scene: made.Scene) -> None:
    lead = scene.actors["duty_lead"]
    for changes, days, said in (
        ({}, 14, "Nothing is changed"),
        ({"weight.growth": 2.0}, 91, "1 to 90"),
        ({"level.blue": 50.0}, 14, "must rise"),
    ):
        with pytest.raises(Refusal, match=said):
            backtest.ask(lead, changes=changes, days=days, now=scene.tick())
    for _ in range(5):
        backtest.ask(lead, changes={"weight.growth": 2.0}, days=1, now=scene.tick())
    with pytest.raises(Refusal, match="in line already"):
        backtest.ask(lead, changes={"weight.growth": 2.0}, days=1, now=scene.tick())
    for role in ("duty", "author", "auditor"):
        with pytest.raises(NotAllowed):
            backtest.ask(scene.actors[role], changes={"weight.growth": 2.0}, days=1, now=scene.tick())


def test_an_adopted_rule_and_feedback_refuse_every_change(scene: made.Scene) -> None:
    rule.adopt(scene.actors["admin"], tried(scene, {"weight.growth": 2.0}), reason="x", now=scene.tick())
    feedback.give_feedback(scene.actors["duty"], made.take_in(scene), verdict="useful", now=scene.tick())
    for model, change in ((models.RuleVersion, {"reason": "y"}), (models.Feedback, {"verdict": "wrong"})):
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            model.objects.update(**change)
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
            model.objects.all().delete()


def test_feedback_is_changed_by_another_word(scene: made.Scene) -> None:
    row, duty = made.take_in(scene), scene.actors["duty"]
    for verdict in ("useful", "useful", "wrong"):
        feedback.give_feedback(duty, row, verdict=verdict, now=scene.tick())
    assert list(models.Feedback.objects.values_list("verdict", flat=True)) == ["useful", "wrong"]
    assert entry("warning_feedback")["before"] == "useful"
    with pytest.raises(Refusal, match="Feedback is"):
        feedback.give_feedback(duty, row, verdict="splendid", now=scene.tick())
    with pytest.raises(NotAllowed):
        feedback.give_feedback(scene.actors["author"], row, verdict="useful", now=scene.tick())


def test_a_case_that_somebody_told_us_of(scene: made.Scene) -> None:
    raised, duty = made.take_in(scene), scene.actors["duty"]
    opened = case.open_by_hand(duty, title="桥面塌陷", level="orange", known_by="superior", story=raised.story, now=scene.tick())
    assert (opened.known_by, opened.state, opened.warning) == ("superior", "triage", None)
    assert opened.told_at == opened.event_known_at == opened.opened_at
    assert opened.first_public_at == raised.story.first_at
    said = entry("case_opened")
    assert (said["known_by"], said["stories"], "told_by_superior" in said) == ("superior", ["story-1"], True)
    with pytest.raises(Refusal, match="in the case"):
        case.open_by_hand(duty, title="x", level="red", known_by="media", story=raised.story, now=scene.tick())
    warning.acknowledge(duty, raised, now=scene.tick())
    case.attach(duty, raised, opened, now=scene.tick())
    assert models.CaseStory.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": " "}, "needs a title"),
        ({"known_by": "dream"}, "who told us"),
        ({"level": "purple"}, "not a level"),
        ({"known_at": made.START + timedelta(days=90)}, "future"),
        ({"first_public_at": made.START + timedelta(days=90)}, "future"),
    ],
)
def test_what_such_a_case_needs(scene: made.Scene, changes: dict, said: str) -> None:
    given = {"title": "桥面塌陷", "level": "orange", "known_by": "media"} | changes
    with pytest.raises(Refusal, match=said):
        case.open_by_hand(scene.actors["duty"], **given, now=scene.tick())
