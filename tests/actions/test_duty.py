"""The rota by consent, the log that nobody changes, and a desk that always has somebody responsible for it."""

from __future__ import annotations

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from tests import scene as made
from tests.scene import Told, alarm, gather

from huiying.actions import desk, handover, notice_channel, outbox, shift, task
from huiying.actions.actor import OPERATOR, Actor
from huiying.actions.recording import NotAllowed
from huiying.actions.ringing import remind
from huiying.core.types import Level, Refusal
from huiying.store import models
from huiying.store.duty import on_now, responsible, ringing_first, waiting
from huiying.store.open_things import open_things
from huiying.web.views.duty import desk_now
from huiying.web.zone import read_local
from huiying.worker.timers import Timers

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def scene() -> made.Scene:
    desk_ = made.set_up()
    row = desk.add_member(
        OPERATOR, username="canary-duty2", name="second", roles=["duty"], department=None, password=made.PASSWORD, now=desk_.tick()
    )
    desk_.actors["duty2"] = Actor.staff(row)
    return desk_


def put(scene: made.Scene, role: str, start: float, length: float = 12, as_: str = "duty") -> models.Shift:
    begin = scene.now + start * HOUR
    (row,) = shift.add_shift(
        scene.actors["duty_lead"], member=scene.member(role), role=as_, starts_at=begin, ends_at=begin + length * HOUR, now=scene.tick()
    )
    return row


def test_only_a_lead_plans_and_only_people_with_the_role_stand_on_the_rota(scene: made.Scene) -> None:
    with pytest.raises(NotAllowed):
        shift.add_shift(
            scene.actors["duty"], member=scene.member("duty"), role="duty", starts_at=scene.now, ends_at=scene.now + HOUR, now=scene.tick()
        )
    for role, as_, says in (("author", "duty", "does not have this role"), ("auditor", "auditor", "cannot stand on a rota")):
        with pytest.raises(Refusal, match=says):
            put(scene, role, 1, as_=as_)
    put(scene, "duty", 1)
    with pytest.raises(Refusal, match="already"):
        put(scene, "duty", 2)
    assert put(scene, "duty2", 2).member == scene.member("duty2"), "an overlap of two people is allowed and shown"


def test_a_swap_needs_both_persons(scene: made.Scene) -> None:
    mine, theirs = put(scene, "duty", 24), put(scene, "duty2", 48)
    one, other = scene.actors["duty"], scene.actors["duty2"]
    with pytest.raises(Refusal, match="not yours"):
        shift.ask_swap(other, mine, asked=scene.member("duty"), now=scene.tick())
    with pytest.raises(Refusal, match="does not have this role"):
        shift.ask_swap(one, mine, asked=scene.member("author"), now=scene.tick())
    asked = shift.ask_swap(one, mine, asked=scene.member("duty2"), back=theirs, now=scene.tick())
    for actor in (one, scene.actors["duty_lead"], scene.actors["author"]):
        with pytest.raises(Refusal, match="Only the colleague"):
            shift.agree_swap(actor, asked, now=scene.tick())
    mine.refresh_from_db()
    assert mine.member == scene.member("duty"), "nothing changes before consent"
    shift.agree_swap(other, asked, now=scene.tick())
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.member, theirs.member) == (scene.member("duty2"), scene.member("duty"))
    with pytest.raises(Refusal, match="only once"):
        shift.refuse_swap(other, asked, now=scene.tick())


def test_a_swap_lapses_with_its_shift_and_can_be_refused_or_withdrawn(scene: made.Scene) -> None:
    mine = put(scene, "duty", 24)
    one, other = scene.actors["duty"], scene.actors["duty2"]
    first = shift.ask_swap(one, mine, asked=scene.member("duty2"), now=scene.tick())
    with pytest.raises(Refusal, match="asked about this shift already"):
        shift.ask_swap(one, mine, asked=scene.member("duty2"), now=scene.tick())
    shift.refuse_swap(other, first, now=scene.tick())
    second = shift.ask_swap(one, mine, asked=scene.member("duty2"), now=scene.tick())
    shift.withdraw_swap(one, second, now=scene.tick())
    third = shift.ask_swap(one, mine, asked=scene.member("duty2"), now=scene.tick())
    shift.cancel_shift(scene.actors["duty_lead"], mine, reason="停办", now=scene.tick())
    states = list(models.Swap.objects.order_by("id").values_list("state", flat=True))
    assert states == ["refused", "withdrawn", "lapsed"] and third.pk
    with pytest.raises(Refusal, match="cannot be swapped"):
        shift.ask_swap(one, mine, asked=scene.member("duty2"), now=scene.tick())


def test_a_rota_from_a_table_is_read_whole_or_not_at_all(scene: made.Scene) -> None:
    zone = ZoneInfo("Asia/Shanghai")

    def load(table: str) -> list[models.Shift]:
        return shift.import_shifts(OPERATOR, table=table, read=lambda text: read_local(text, zone), now=scene.tick())

    good = "canary-duty,duty,2026-06-10 08:00,2026-06-10 20:00\n"
    for wrong in (
        "nobody,duty,2026-06-10 08:00,2026-06-10 20:00",
        "canary-duty,duty,soon,later",
        "canary-duty",
        "canary-duty,cook,2026-06-11,2026-06-12",
    ):
        with pytest.raises(Refusal, match="Line 2"):
            load(good + wrong)
    assert models.Shift.objects.count() == 0
    assert len(load("account,role,begin,end\n" + good + "canary-duty2,duty,2026-06-10 20:00,2026-06-11 08:00\n")) == 2


def test_the_log_is_never_changed_only_corrected(scene: made.Scene) -> None:
    duty = scene.actors["duty"]
    first = handover.write_log(duty, text="水厂来电，预计十点恢复。", now=scene.tick())
    second = handover.write_log(scene.actors["duty2"], text="更正：十一点。", corrects=first, now=scene.tick())
    with pytest.raises(Refusal, match="later one"):
        handover.write_log(duty, text="再更正", corrects=first, now=scene.tick())
    for text in ("", "x" * 1001):
        with pytest.raises(Refusal, match="1 to 1000"):
            handover.write_log(duty, text=text, now=scene.tick())
    with pytest.raises(NotAllowed):
        handover.write_log(scene.actors["author"], text="x", now=scene.tick())
    assert second.corrects == first
    for sql in (
        "UPDATE store_shiftnote SET text = 'x'",
        "DELETE FROM store_shiftnote",
        "INSERT OR REPLACE INTO store_shiftnote SELECT * FROM store_shiftnote",
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_until_somebody_takes_it_the_former_stays_responsible(scene: made.Scene) -> None:
    one, other, lead = scene.actors["duty"], scene.actors["duty2"], scene.actors["duty_lead"]
    assert responsible() is None
    with pytest.raises(Refusal, match="Nobody holds"):
        handover.hand_over(one, now=scene.tick())
    handover.take_desk(one, now=scene.tick())
    with pytest.raises(Refusal, match="goes on by a handover"):
        handover.take_desk(other, now=scene.tick())
    with pytest.raises(Refusal, match="Only whoever holds it"):
        handover.hand_over(other, now=scene.tick())
    waits = handover.hand_over(one, remark="等水务局回电。", now=scene.tick())
    assert responsible() == scene.member("duty") and desk_now(scene.now).waiting == waits
    with pytest.raises(Refusal, match="waits to be taken already"):
        handover.hand_over(lead, now=scene.tick())
    with pytest.raises(Refusal, match="Another person"):
        handover.take_over(one, waits, now=scene.tick())
    with pytest.raises(NotAllowed):
        handover.take_over(scene.actors["author"], waits, now=scene.tick())
    handover.take_over(other, waits, now=scene.tick())
    assert responsible() == scene.member("duty2") and waiting() is None
    with pytest.raises(Refusal, match="over already"):
        handover.take_over(lead, waits, now=scene.tick())
    again = handover.hand_over(lead, now=scene.tick())
    assert again.by == scene.member("duty2"), "the lead may lay it out for somebody who is ill; they stay responsible"
    handover.withdraw_handover(other, again, now=scene.tick())
    kept = [row.type for row in models.Entry.objects.filter(type__startswith="handover_").order_by("id")]
    assert kept == ["handover_taken", "handover_written", "handover_taken", "handover_written", "handover_withdrawn"]


def test_a_handover_lists_by_itself_what_is_open(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    gather(scene, Told("b1", "b"), warnings=(alarm(scene, "b", Level.ORANGE),))
    water = models.Department.objects.get(name_zh="县水务局")
    given = task.assign(scene.actors["duty_lead"], opened, department=water, text="查看余氯", now=scene.tick())
    claim = made.settle(scene, opened, "余氯每升0.6毫克")
    made.publish(scene, opened, made.content(claim))
    models.Source.objects.filter(name="澜川论坛").update(failures=3)
    Timers().look(scene.tick())
    handover.take_desk(scene.actors["duty"], now=scene.tick())
    row = handover.hand_over(scene.actors["duty"], now=scene.tick())
    kinds = [thing["kind"] for thing in row.open_things]
    assert kinds == ["warning", "deadline", "task", "promise", "source"]
    assert next(thing for thing in row.open_things if thing["kind"] == "task")["part"] == given.pk
    (entry,) = models.Entry.objects.filter(type="handover_written")
    assert json.loads(entry.data)["open"] == {"warning": 1, "deadline": 1, "task": 1, "promise": 1, "source": 1}
    assert len(open_things(scene.now)) == 5


def test_a_warning_rings_first_with_those_on_duty_and_then_with_all(scene: made.Scene) -> None:
    for role in ("duty", "duty2", "duty_lead"):
        notice_channel.add_mailbox(OPERATOR, member=scene.member(role), address=f"{role}@lanchuan.example", now=scene.tick())

    def told(story: str) -> list[tuple[str, str]]:
        outbox.fill(scene.now)
        rows = models.Notice.objects.filter(warning__raised_for__key=story).select_related("channel__member").order_by("id")
        return [(row.channel.member.username.removeprefix("canary-"), row.cause) for row in rows]

    gather(scene, Told("a1", "a"), warnings=(alarm(scene, "a", Level.ORANGE),))
    assert told("a") == [("duty", "raised"), ("duty2", "raised")], "nobody is known to be on duty: everybody hears it"

    put(scene, "duty2", 0.1)
    scene.tick(10)
    assert [row.member for row in on_now(scene.now)] == [scene.member("duty2")]
    gather(scene, Told("b1", "b"), warnings=(alarm(scene, "b", Level.RED),))
    assert told("b") == [("duty2", "raised")]
    for _ in range(14):
        remind(scene.tick())
    assert ("duty", "repeated") in told("b"), "said again it is everybody's"

    handover.take_desk(scene.actors["duty"], now=scene.tick())
    assert set(ringing_first(scene.now, frozenset({made.Role.DUTY}))) == {scene.member("duty").pk, scene.member("duty2").pk}
    assert desk_now(scene.now).beside and not desk_now(scene.now).gap
    assert desk_now(scene.now + 13 * HOUR).gap, "the rota is kept, and nobody is on"


def test_reading_leaves_one_mark_a_member_and_nothing_on_the_record(scene: made.Scene) -> None:
    before = models.Entry.objects.count()
    handover.mark_read(scene.actors["duty"], upto=5, now=scene.tick())
    handover.mark_read(scene.actors["duty"], upto=10**12, now=scene.tick())
    (mark,) = models.ReadMark.objects.all()
    assert (mark.event, mark.at) == (before, scene.now) and models.Entry.objects.count() == before
