"""From an entry of the record to a message on its way: who is told, when, and what becomes of it."""

from __future__ import annotations

import json
from datetime import timedelta

import msgspec
import pytest
from tests import scene as made
from tests.scene import Told, alarm, gather

from huiying.actions import notice_channel as register
from huiying.actions import outbox
from huiying.actions import silence as silences
from huiying.actions import warning as acts
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_hours
from huiying.actions.ringing import remind
from huiying.core.types import Level
from huiying.core.warn.dispatch import MOST_TRIES
from huiying.store.models import Department, Entry, Notice, NoticeChannel, NoticeMark, Warning, Watch

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> made.Scene:
    desk = made.set_up()
    for role in ("duty", "duty_lead", "leader", "dept", "author"):
        register.add_mailbox(OPERATOR, member=desk.member(role), address=f"{role}@lanchuan.example", now=desk.tick())
    return desk


def warned(scene: made.Scene, key: str = "a", level: Level = Level.ORANGE, watch: str = "") -> Warning:
    count = Entry.objects.count()
    said = msgspec.structs.replace(alarm(scene, key, level, 3.0 + level.rank), watch=watch or None)
    gather(scene, Told(f"{key}{count}", key), warnings=(said,))
    return Warning.objects.get(raised_for__key=key)


def water(scene: made.Scene) -> str:
    watch = made.add_watch(scene)
    Watch.objects.update(topics=["water"])
    return watch.name


def told() -> list[tuple[str, str, str]]:
    """Role, cause and state of every notification."""
    rows = Notice.objects.select_related("channel__member", "warning").order_by("id")
    return [(row.channel.member.roles[0] if row.channel.member else row.channel.name, row.cause, row.state) for row in rows]


def send(scene: made.Scene) -> list[outbox.Parcel]:
    """Everything that is due, as the worker would: one message a channel at a time."""
    found: list[outbox.Parcel] = []
    while parcels := outbox.pick(scene.now):
        for parcel in parcels:
            outbox.sent(parcel, scene.now)
        found += parcels
    return found


def run(scene: made.Scene, minutes: int) -> list[outbox.Parcel]:
    found = []
    for _ in range(minutes):
        remind(scene.tick())
        outbox.fill(scene.now)
        found += send(scene)
    return found


def test_the_owner_then_the_lead_then_the_leader(scene: made.Scene) -> None:
    warned(scene)
    run(scene, 1)
    assert told() == [("duty", "raised", "sent")]
    run(scene, 35)
    assert [row for row in told() if row[1] == "escalated"] == [("duty_lead", "escalated", "sent"), ("leader", "escalated", "sent")]
    run(scene, 15)
    again = {role for role, cause, _ in told() if cause == "repeated"}
    assert again == {"duty", "duty_lead", "leader"}, "whoever was told hears it again"


def test_the_department_that_leads_is_told_and_no_other(scene: made.Scene) -> None:
    name = water(scene)
    register.add_chat(
        OPERATOR, name="水务群", setting="HUIYING_NOTIFY_WATER", department=Department.objects.get(name_zh="县水务局"), now=scene.tick()
    )
    register.add_chat(
        OPERATOR, name="教育群", setting="HUIYING_NOTIFY_SCHOOL", department=Department.objects.get(name_zh="县教育局"), now=scene.tick()
    )
    register.add_chat(OPERATOR, name="值班群", setting="HUIYING_NOTIFY_DUTY", role="duty", now=scene.tick())
    warned(scene, level=Level.RED, watch=name)
    run(scene, 1)
    assert sorted(who for who, _, _ in told()) == sorted(["duty", "dept", "水务群", "值班群"])


def test_each_entry_is_told_once_however_often_the_worker_starts(scene: made.Scene) -> None:
    warned(scene)
    assert outbox.fill(scene.tick()) == 1
    mark = NoticeMark.objects.get()
    assert outbox.fill(scene.tick()) == 0 and NoticeMark.objects.get().event == mark.event
    [parcel] = outbox.pick(scene.tick())
    assert [one.pk for one in parcel.notices] == [one.pk for one in outbox.pick(scene.tick())[0].notices], "not sent yet: it is still there"
    outbox.sent(parcel, scene.tick())
    assert outbox.pick(scene.tick()) == []
    entry = json.loads(Entry.objects.get(type="notice_sent").data)
    assert (entry["channel"], entry["to"], entry["cause"]) == ("canary-duty", "owner", "raised")


def test_a_fault_while_filling_loses_nothing(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    warned(scene)
    create, calls = Notice.objects.create, []

    def breaks(**values: object) -> Notice:
        calls.append(values)
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Notice.objects, "create", breaks)
    with pytest.raises(RuntimeError):
        outbox.fill(scene.tick())
    assert calls and Notice.objects.count() == 0
    monkeypatch.setattr(Notice.objects, "create", create)
    assert outbox.fill(scene.tick()) == 1


def test_a_busy_channel_waits(scene: made.Scene) -> None:
    warned(scene)
    outbox.fill(scene.tick())
    channel = NoticeChannel.objects.get(member=scene.member("duty"))
    assert outbox.pick(scene.now, busy={channel.pk}) == []


def test_what_was_acknowledged_meanwhile_is_not_told(scene: made.Scene) -> None:
    row = warned(scene)
    outbox.fill(scene.tick())
    acts.acknowledge(scene.actors["duty"], row, now=scene.tick())
    assert send(scene) == [] and told() == [("duty", "raised", "lapsed")]


def test_what_is_silenced_is_not_told_and_is_when_the_silence_ends(scene: made.Scene) -> None:
    row = warned(scene)
    silences.silence_warning(scene.actors["duty"], row, reason="演练", until=scene.now + timedelta(minutes=30), now=scene.tick())
    run(scene, 20)
    assert told() == [("duty", "raised", "silenced")]
    run(scene, 12)
    assert told()[1:] == [("duty", "repeated", "sent")]


def test_blue_comes_as_one_digest(scene: made.Scene) -> None:
    for key in ("a", "b", "c"):
        warned(scene, key, Level.BLUE)
    outbox.fill(scene.tick())
    scene.now = made.START.replace(hour=0, minute=59)  # 08:59 at the desk
    assert outbox.pick(scene.now) == []
    scene.tick()
    [parcel] = send(scene)
    assert [notice.warning.raised_for.key for notice in parcel.notices] == ["a", "b", "c"]
    assert all(notice.batch.startswith("digest:") for notice in parcel.notices)


def test_yellow_at_night_comes_in_the_morning_and_red_at_once(scene: made.Scene) -> None:
    scene.now += timedelta(hours=16)
    warned(scene, "a", Level.YELLOW)
    warned(scene, "b", Level.RED)
    found = run(scene, 1)
    assert [[notice.level for notice in parcel.notices] for parcel in found] == [["red"]]
    acts.acknowledge(scene.actors["duty"], Warning.objects.get(level="red"), now=scene.tick())
    assert run(scene, 5) == []
    scene.now = made.START + timedelta(hours=23)  # 07:00 at the desk
    [parcel] = run(scene, 1)
    assert [notice.level for notice in parcel.notices] == ["yellow"]


def test_a_rise_at_night_goes_out_at_once_and_replaces_what_waited(scene: made.Scene) -> None:
    scene.now += timedelta(hours=16)
    warned(scene, "a", Level.YELLOW)
    run(scene, 1)
    warned(scene, "a", Level.RED)
    [parcel] = run(scene, 1)
    assert [notice.cause for notice in parcel.notices] == ["risen"]
    assert told() == [("duty", "raised", "lapsed"), ("duty", "risen", "sent")]


def test_the_same_place_and_topic_within_minutes_is_one_message(scene: made.Scene) -> None:
    name = water(scene)
    warned(scene, "a", Level.YELLOW, watch=name)
    run(scene, 1)
    warned(scene, "b", Level.YELLOW, watch=name)
    found = run(scene, 4)
    mine = [parcel for parcel in found if parcel.channel.member == scene.member("duty")]
    assert [[notice.warning.raised_for.key for notice in parcel.notices] for parcel in mine] == [["a", "b"]]


def test_no_quiet_hours_and_no_digest(scene: made.Scene) -> None:
    set_hours(OPERATOR, quiet_from="", quiet_until="", digest_at=[], now=scene.tick())
    scene.now += timedelta(hours=16)
    warned(scene, "a", Level.BLUE)
    assert len(run(scene, 1)) == 1


def test_a_failure_is_tried_again_with_longer_waits_and_at_last_given_up(scene: made.Scene) -> None:
    warned(scene, level=Level.RED)
    outbox.fill(scene.tick())
    waits = []
    for _ in range(MOST_TRIES):
        [parcel] = outbox.pick(scene.now)
        outbox.failed(parcel, "503", scene.now)
        notice = Notice.objects.get()
        waits.append(notice.due_at - scene.now)
        scene.now = max(scene.now, notice.due_at)
    assert (notice.state, notice.tries, notice.trouble) == ("given_up", MOST_TRIES, "503")
    assert waits[:-1] == sorted(waits[:-1]) and outbox.pick(scene.now + timedelta(days=1)) == []
    assert [row.type for row in Entry.objects.filter(type__startswith="notice_").exclude(type="notice_channel_added")] == [
        "notice_failed",
        "notice_given_up",
    ]
    channel = NoticeChannel.objects.get(member=scene.member("duty"))
    assert (channel.failures, channel.trouble) == (MOST_TRIES, "503")


def test_after_a_failure_a_success_clears_the_channel(scene: made.Scene) -> None:
    warned(scene)
    outbox.fill(scene.tick())
    outbox.failed(outbox.pick(scene.now)[0], "not_set", scene.now)
    assert outbox.pick(scene.now) == [], "not before its time"
    scene.tick()
    assert len(send(scene)) == 1
    channel = NoticeChannel.objects.get(member=scene.member("duty"))
    assert (channel.failures, channel.trouble, channel.sent_at) == (0, "", scene.now)


def test_a_paused_channel_gets_nothing_and_keeps_nothing(scene: made.Scene) -> None:
    warned(scene)
    outbox.fill(scene.tick())
    channel = NoticeChannel.objects.get(member=scene.member("duty"))
    register.set_channel_active(scene.actors["admin"], channel, active=False, now=scene.tick())
    assert told() == [("duty", "raised", "lapsed")]
    run(scene, 10)
    assert len(told()) == 1


def test_a_warning_that_keeps_still_is_not_told(scene: made.Scene) -> None:
    name = water(scene)
    warned(scene, "a", Level.RED, watch=name)
    warned(scene, "b", Level.ORANGE, watch=name)
    run(scene, 1)
    assert {notice.warning.raised_for.key for notice in Notice.objects.all()} == {"a"}
