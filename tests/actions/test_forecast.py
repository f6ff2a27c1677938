"""Forecasts on the record: made with a warning, made anew at most once an hour, scored once, and never changed."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import scene as made
from tests.scene import Scene, Told, alarm, gather

from huiying.actions import desk, forecast
from huiying.actions.case_words import index_cases
from huiying.core.types import Refusal
from huiying.store.models import CaseWords, Department, Desk, Entry, Forecast

pytestmark = pytest.mark.django_db


def going(scene: Scene, reports: int = 4) -> None:
    told = [Told(f"a:{n}", "s-a") for n in range(reports)]
    gather(scene, *told, warnings=(alarm(scene, "s-a"),))


def events(type: str) -> list[dict]:
    return [json.loads(row.data) for row in Entry.objects.filter(type=type).order_by("id")]


def test_a_warning_brings_a_forecast_and_one_entry() -> None:
    scene = made.set_up()
    going(scene)
    six, day = Forecast.objects.order_by("hours")
    assert (six.hours, day.hours) == (6, 24) and six.warning is not None and six.made_from["reports"] == 4
    (entry,) = events("forecast_made")
    assert [one["hours"] for one in entry["forecasts"]] == [6, 24]


def test_one_report_brings_none() -> None:
    scene = made.set_up()
    going(scene, reports=1)
    assert not Forecast.objects.exists() and events("forecast_made") == []


def test_it_is_made_anew_at_most_once_an_hour() -> None:
    scene = made.set_up()
    going(scene)
    gather(scene, Told("a:more", "s-a"))
    assert forecast.renew(scene.tick(30)) == 0
    assert forecast.renew(scene.tick(31)) == 1
    assert forecast.renew(scene.tick(5)) == 0
    # nothing new: after six hours again, and after a day of silence no more
    assert forecast.renew(scene.tick(5 * 60)) == 0
    assert forecast.renew(scene.tick(60)) == 1
    assert forecast.renew(scene.tick(24 * 60)) == 0
    assert [entry["stories"] for entry in events("forecast_made")[1:]] == [1, 1]


def test_it_is_scored_once_against_what_came_and_never_changed() -> None:
    scene = made.set_up()
    going(scene)
    gather(scene, Told("a:later", "s-a"), Told("a:copy", "s-a", copy_of="a:later"))
    assert forecast.score(scene.now + timedelta(hours=6)) == 0
    assert forecast.score(scene.now + timedelta(hours=8)) == 1
    six = Forecast.objects.get(hours=6)
    assert six.actual == 1, "the copy is no report"
    assert events("forecasts_scored") == [{"count": 1, "inside": int(six.low <= 1 <= six.high), "void": 0}]
    assert forecast.score(scene.now + timedelta(hours=9)) == 0
    for change in ({"actual": 9}, {"low": 0, "high": 99}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Forecast.objects.filter(pk=six.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Forecast.objects.filter(hours=24).update(high=99)


def test_a_forecast_can_be_worked_out_again_from_what_is_stored() -> None:
    from huiying.core.detect.forecast import expected

    scene = made.set_up()
    going(scene)
    for number, row in enumerate(Forecast.objects.order_by("hours").select_related("rates")):
        again = expected(row.rates.values["weights"][number], row.made_from["decaying"], row.made_from["busy"])
        assert again == pytest.approx(row.expected, abs=1e-5)


def test_rates_are_learned_anew_after_a_day_from_what_was_scored() -> None:
    scene = made.set_up()
    going(scene)
    for _ in range(14):
        scene.tick(4 * 60)
        gather(scene, Told(f"a:{scene.now:%d%H}", "s-a"))
        forecast.score(scene.now)
        forecast.renew(scene.tick())
    first, last = Forecast.objects.order_by("id").first(), Forecast.objects.order_by("id").last()
    assert first and last and last.rates_id > first.rates_id
    assert last.rates.values["scored"] > 0 and last.rates.values["weights"] != first.rates.values["weights"]


def test_a_playbook_is_changed_with_an_entry_and_others_stay() -> None:
    scene = made.set_up()
    lead = Department.objects.get(name_zh="县水务局")
    desk.set_playbook(scene.actors["duty_lead"], category="utilities", department=lead, steps=["先核实", " "], now=scene.tick())
    desk.set_playbook(scene.actors["admin"], category="health", department=lead, steps=["一"], now=scene.tick())
    desk.set_playbook(scene.actors["admin"], category="utilities", department=lead, steps=["再核实"], now=scene.tick())
    found = Desk.objects.get().playbooks
    assert [(row["topics"], row["steps"]) for row in found] == [(["utilities"], ["再核实"]), (["health"], ["一"])]
    assert [entry["before"] is None for entry in events("playbook_changed")] == [True, True, False]
    for wrong in (
        {"category": "gossip", "steps": ["一"]},
        {"category": "health", "steps": [" "]},
        {"category": "health", "steps": ["一"] * 13},
    ):
        with pytest.raises(Refusal):
            desk.set_playbook(scene.actors["admin"], department=lead, now=scene.tick(), **wrong)
    with pytest.raises(Refusal):
        desk.set_playbook(scene.actors["duty"], category="health", department=lead, steps=["一"], now=scene.tick())


def test_cases_are_read_once_and_again_when_they_grow() -> None:
    scene = made.set_up()
    made.open_case(scene)
    assert (index_cases(), index_cases()) == (1, 0)
    gather(scene, Told("item-9", "story-1"), Told("item-8", "story-1"))
    assert index_cases() == 1
    assert CaseWords.objects.get().signs["category"] == "utilities"
