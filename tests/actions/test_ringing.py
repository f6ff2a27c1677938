"""A warning that nobody acknowledges, one that rises, and silences, each on the record."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests import scene as made
from tests.scene import Told, alarm, gather

from huiying.actions import silence as silences
from huiying.actions import warning as acts
from huiying.actions.actor import OPERATOR
from huiying.actions.recording import NotAllowed
from huiying.actions.ringing import remind
from huiying.core.types import Level, Refusal
from huiying.store import models

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


def warned(scene: made.Scene, key: str = "a", level: Level = Level.ORANGE) -> models.Warning:
    gather(scene, Told(f"{key}1", key), warnings=(alarm(scene, key, level),))
    return models.Warning.objects.get(raised_for__key=key)


def risen(scene: made.Scene, key: str, level: Level) -> models.Warning:
    count = models.Item.objects.count()
    gather(scene, Told(f"{key}{count + 1}", key), warnings=(alarm(scene, key, level, 9.0),))
    return models.Warning.objects.get(raised_for__key=key)


def entries(*types: str) -> list[tuple[str, dict]]:
    rows = models.Entry.objects.filter(type__in=types).order_by("id")
    return [(row.type, json.loads(row.data)) for row in rows]


def run(scene: made.Scene, minutes: int) -> None:
    """The timer looks every minute."""
    for _ in range(minutes):
        remind(scene.tick())


def test_nobody_acknowledges(scene: made.Scene) -> None:
    row = warned(scene)
    run(scene, 14)
    assert entries("warning_escalated", "warning_repeated") == []
    run(scene, 90)
    assert [data["to"] for _, data in entries("warning_escalated")] == ["lead", "leader"]
    assert [data["times"] for _, data in entries("warning_repeated")] == [1, 2]
    row.refresh_from_db()
    assert (row.state, row.stage, row.escalate_at) == ("escalated", "leader", None) and row.repeat_at > scene.now
    acts.acknowledge(scene.actors["leader"], row, now=scene.tick())
    run(scene, 200)
    assert len(entries("warning_repeated")) == 2, "it is quiet once somebody looks"


def test_yellow_at_night_goes_up_only_after_the_morning(scene: made.Scene) -> None:
    scene.now = scene.now + timedelta(hours=15)  # 23:00 at the desk
    warned(scene, level=Level.YELLOW)
    run(scene, 8 * 60)
    assert entries("warning_escalated") == []
    run(scene, 20)
    assert [data["to"] for _, data in entries("warning_escalated")] == ["lead"]


def test_an_acknowledged_warning_that_becomes_grave_rings_again(scene: made.Scene) -> None:
    row = warned(scene, level=Level.BLUE)
    acts.acknowledge(scene.actors["duty"], row, now=scene.tick())
    row = risen(scene, "a", Level.YELLOW)
    assert (row.state, row.repeat_at) == ("acknowledged", None), "somebody is at it; yellow need not ring again"
    row = risen(scene, "a", Level.ORANGE)
    assert (row.state, row.acknowledged_by, row.stage) == ("raised", None, "owner") and row.rung_at == scene.now
    assert row.raised_at < row.rung_at, "when it was first raised stays"
    run(scene, 16)
    assert [data["to"] for _, data in entries("warning_escalated")] == ["lead"]
    acts.acknowledge(scene.actors["duty"], models.Warning.objects.get(), now=scene.tick())
    assert risen(scene, "a", Level.RED).state == "raised"


def test_a_rise_puts_nothing_off(scene: made.Scene) -> None:
    before = warned(scene, level=Level.YELLOW)
    scene.tick(25)
    after = risen(scene, "a", Level.RED)
    assert after.escalate_at <= before.escalate_at and after.repeat_at <= before.repeat_at and after.rung_at == before.rung_at


def silence(scene: made.Scene, role: str = "duty", **more: object) -> models.Silence:
    values = {"reason": "演练，已通知", "until": scene.now + HOUR, **more}
    actor = scene.actors[role] if role else OPERATOR
    return silences.add_silence(actor, now=scene.tick(), **values)  # type: ignore[arg-type]


def test_a_silence_holds_the_ringing_and_its_end_lets_it_ring_at_once(scene: made.Scene) -> None:
    row = warned(scene)
    made_by = silence(scene, story=row.raised_for)
    assert made_by.most == "orange"
    run(scene, 58)
    assert entries("warning_escalated", "warning_repeated", "silence_ended") == []
    run(scene, 3)
    assert entries("silence_ended") == [("silence_ended", {"early": False})]
    assert [type for type, _ in entries("warning_escalated", "warning_repeated")] == ["warning_repeated"], "the owner hears it first"
    run(scene, 15)
    assert [data["to"] for _, data in entries("warning_escalated")] == ["lead"]


def test_a_silence_ended_early_rings_at_once(scene: made.Scene) -> None:
    row = warned(scene)
    one = silence(scene, story=row.raised_for)
    run(scene, 20)
    silences.end_silence(scene.actors["duty_lead"], one, now=scene.tick())
    run(scene, 1)
    assert [type for type, _ in entries("silence_ended", "warning_repeated")] == ["silence_ended", "warning_repeated"]
    with pytest.raises(Refusal):
        silences.end_silence(scene.actors["duty_lead"], one, now=scene.tick())


def test_a_silence_ends_while_another_lasts(scene: made.Scene) -> None:
    row = warned(scene)
    silence(scene, story=row.raised_for, until=scene.now + 3 * HOUR)
    one = silence(scene, story=row.raised_for)
    run(scene, 20)
    silences.end_silence(scene.actors["duty"], one, now=scene.tick())
    run(scene, 30)
    assert entries("warning_repeated", "warning_escalated") == []


def test_a_warning_that_rises_above_its_silence_rings(scene: made.Scene) -> None:
    row = warned(scene, level=Level.YELLOW)
    silence(scene, story=row.raised_for, until=scene.now + 5 * HOUR)
    risen(scene, "a", Level.RED)
    run(scene, 6)
    assert len(entries("warning_repeated")) == 1


def test_a_silence_of_a_source_leaves_what_others_report(scene: made.Scene) -> None:
    row = warned(scene, level=Level.YELLOW)
    source = models.Source.objects.get()
    silence(scene, source=source, until=scene.now + 5 * HOUR)
    run(scene, 61)
    assert entries("warning_repeated", "warning_escalated") == []
    gather(scene, Told("b1", "a", outlet="热线"))
    run(scene, 300)
    row.refresh_from_db()
    assert entries("warning_escalated"), row.repeat_at


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"until": None}, "needs an end"),
        ({"reason": " "}, "needs a reason"),
        ({}, "what falls silent"),
        ({"place": "澜川", "most": "orange"}, "name the story"),
        ({"place": "澜川", "most": "grey"}, "not a level"),
        ({"place": "澜川", "until": made.START - HOUR}, "lies in the future"),
        ({"place": "澜川", "until": made.START + timedelta(days=40)}, "30 days"),
    ],
)
def test_what_is_refused(scene: made.Scene, more: dict[str, object], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        silence(scene, **more)
    assert models.Silence.objects.count() == 0


def test_who_may(scene: made.Scene) -> None:
    with pytest.raises(NotAllowed):
        silence(scene, "author", place="澜川")
    silence(scene, "", place="澜川")
    assert models.Entry.objects.get(type="silence_added").actor_kind == "operator"


def test_beside_a_graver_warning_it_keeps_still_until_that_is_over(scene: made.Scene) -> None:
    watch = made.add_watch(scene)
    models.Watch.objects.update(topics=["water"])
    for key, level in (("a", Level.RED), ("b", Level.ORANGE)):
        said = made.types.Warning(
            **{**{name: getattr(alarm(scene, key, level), name) for name in alarm(scene, key).__struct_fields__}, "watch": watch.name}
        )
        gather(scene, Told(f"{key}1", key), warnings=(said,))
    graver, other = models.Warning.objects.order_by("id")
    assert other.inhibited == f"warning:{graver.pk}" and other.repeat_at is None
    run(scene, 30)
    other.refresh_from_db()
    assert other.state == "raised" and other.repeats == 0
    acts.acknowledge(scene.actors["duty"], graver, now=scene.tick())
    acts.dismiss(scene.actors["duty"], graver, reason="误报", now=scene.tick())
    run(scene, 1)
    other.refresh_from_db()
    assert other.inhibited == "" and other.repeat_at is not None
    assert [data["beside"] for _, data in entries("warning_uninhibited")] == [graver.pk]
