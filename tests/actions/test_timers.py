"""Deadlines of a case as they run: told once at each step, moved only with an entry, never begun again."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest
from tests import scene as made

from huiying.actions import calendar, case, deadline, notice_channel, outbox, task, timer
from huiying.actions.actor import OPERATOR
from huiying.actions.recording import NotAllowed
from huiying.core.types import Refusal
from huiying.store import models
from huiying.web.deadlines import for_member
from huiying.web.letter import letter
from huiying.worker.timers import Timers

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


def entries(*types: str) -> list[dict]:
    return [json.loads(row.data) for row in models.Entry.objects.filter(type__in=types).order_by("id")]


def steps(name: str) -> list[tuple[int, list[str]]]:
    return [(data["step"], data["to"]) for data in entries("timer_step") if data["timer"] == name]


def timers() -> dict[str, models.DutyTimer]:
    return {row.key: row for row in models.DutyTimer.objects.all()}


def assign(scene: made.Scene, opened: models.Case) -> models.Task:
    water = models.Department.objects.get(name_zh="县水务局")
    return task.assign(scene.actors["duty_lead"], opened, department=water, text="查看余氯", now=scene.tick())


def test_each_step_is_told_once_whatever_the_worker_does(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    looking, start = Timers(), scene.now
    looking.look(scene.now)
    assert set(timers()) == {f"case-{opened.pk}-{name}" for name in ("report", "s0", "s1")}
    for minutes in range(0, 8 * 60, 7):
        if minutes % 3 == 0:
            looking = Timers()  # a restart
        looking.look(start + minutes * timedelta(minutes=1))
        looking.look(start + minutes * timedelta(minutes=1))
    assert steps("s0") == [(50, ["owner"]), (80, ["lead"]), (100, ["leader"]), (150, ["auditor"])]
    assert steps("report_up") == [(50, ["owner"]), (80, ["lead"]), (100, ["leader", "auditor"])]
    assert timers()[f"case-{opened.pk}-s0"].next_at is None


def test_a_worker_that_was_away_tells_all_that_it_missed_and_nothing_of_long_ago(scene: made.Scene) -> None:
    made.open_case(scene)
    Timers().look(scene.now + 5 * HOUR)
    assert steps("s0") == [(100, ["owner", "lead", "leader"])]
    models.DutyTimer.objects.all().delete()
    Timers().look(scene.now + timedelta(days=30))
    assert len(steps("s0")) == 1, "a desk that is upgraded is not told of last month"


def test_what_is_done_ends_and_what_is_opened_again_goes_on_with_its_own_timer(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    looking, key = Timers(), f"case-{opened.pk}-s0"
    looking.look(scene.now)
    before = timers()[key]
    models.Case.objects.update(state="closed")
    Timers().look(scene.tick())
    assert (timers()[key].ended_at, timers()[key].next_at) == (scene.now, None)
    models.Case.objects.update(state="assessing")
    Timers().look(scene.tick(60 * 3))
    after = timers()[key]
    assert (after.started_at, after.due_at, after.ended_at) == (before.started_at, before.due_at, None)
    assert steps("s0") == [(50, ["owner"])]
    claim = made.settle(scene, opened, "余氯每升0.6毫克")
    made.publish(scene, opened, made.content(claim))
    looking.look(scene.now)
    assert {key.rpartition("-")[2] for key, row in timers().items() if row.ended_at is None} & {"s0", "s1"} == set()
    assert [row.name for row in timers().values() if row.ended_at is None and row.key.startswith("update-")] == ["next_update"]


def test_clocks_that_are_set_later_do_not_give_more_time_and_earlier_ones_count(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    looking, key = Timers(), f"case-{opened.pk}-s0"
    looking.look(scene.now)
    before = timers()[key]
    models.Case.objects.update(first_public_at=scene.now + HOUR, detected_at=scene.now + HOUR)
    Timers().look(scene.tick())
    assert (timers()[key].started_at, timers()[key].due_at) == (before.started_at, before.due_at)
    duty = next(duty for duty in for_member(scene.member("author"), scene.now) if duty.key.endswith("-s0"))
    assert duty.limit and duty.limit.due_at == before.due_at, "the page shows what the timer holds"
    models.Case.objects.update(event_known_at=before.started_at - HOUR)
    Timers().look(scene.tick())
    assert timers()[key].due_at == before.due_at - HOUR
    assert [(data["timer"], data["why"]) for data in entries("timer_moved")] == [(name, "clock") for name in ("report_up", "s0", "s1")]


def test_a_task_keeps_its_time_when_another_department_gets_it(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    row, looking = assign(scene, opened), Timers()
    looking.look(scene.now)
    before = timers()[f"task-{row.pk}"]
    task.dispute(scene.actors["dept"], row, reason="不属我局", now=scene.tick(600))
    other = models.Department.objects.get(name_zh="县教育局")
    task.rule(scene.actors["leader"], row, department=other, reason="归教育局", now=scene.tick(60))
    models.Task.objects.update(assigned_at=scene.now, due_at=scene.now + 24 * HOUR)  # whatever an act may do to the row
    looking.look(scene.tick())
    after = timers()[before.key]
    assert (after.started_at, after.due_at) == (before.started_at, before.due_at) and after.department == other


def test_two_cases_that_become_one_go_on_with_the_earlier_times(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    other = case.open_by_hand(scene.actors["duty"], title="另一处", level="yellow", known_by="hotline", now=scene.tick(60))
    looking = Timers()
    looking.look(scene.tick(90))
    early = timers()[f"case-{opened.pk}-report"]
    assert early.said >= 80
    told = len(entries("timer_step"))
    timer.carry(opened, other, actor=scene.actors["duty_lead"], now=scene.tick())
    models.Case.objects.filter(pk=opened.pk).update(state="merged")
    Timers().look(scene.now)
    late = timers()[f"case-{other.pk}-report"]
    assert (late.started_at, late.due_at, late.said) == (early.started_at, early.due_at, early.said)
    assert timers()[early.key].ended_at is not None
    assert len(entries("timer_step")) == told, "nobody is told a second time"


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_no_timer_begins_again_and_no_step_is_told_twice(scene: made.Scene, seed: int) -> None:
    dice = random.Random(seed)
    opened = made.open_case(scene)
    assign(scene, opened)
    starts: dict[str, object] = {}
    departments = list(models.Department.objects.all())
    looking = Timers()
    for _ in range(60):
        lead, now = scene.actors["duty_lead"], scene.tick(dice.randint(1, 90))
        act = dice.randrange(7)
        if act == 0 and opened.state != "closed":
            case.assess(lead, opened, level=dice.choice(["blue", "yellow", "orange", "red"]), department=dice.choice(departments), now=now)
        elif act == 1:
            models.Case.objects.update(state=dice.choice(["assessing", "verifying", "closed", "responding"]))
        elif act == 2:
            models.Case.objects.update(detected_at=now, first_public_at=now)
        elif act == 3:
            models.Task.objects.update(department=dice.choice(departments), state=dice.choice(["assigned", "in_progress", "answered"]))
        elif act == 4:
            looking = Timers()
        elif act == 5:
            deadline.set_limit(lead, timer="s0", preset="other", amount=dice.randint(1, 16), unit="hours", reason="试行", now=now)
        opened.refresh_from_db()
        looking.look(now)
        for key, row in timers().items():
            assert starts.setdefault(key, row.started_at) == row.started_at, key
    told = [(data["duty"], one) for data in entries("timer_step") for one in data["to"]]
    assert len(told) == len(set(told)) and told


def test_a_due_time_follows_the_calendar_with_an_entry_and_never_silently(scene: made.Scene) -> None:
    scene.now += timedelta(days=209)  # the last working days of 2026
    opened = made.open_case(scene)
    lead = scene.actors["duty_lead"]
    policy = {"timer": "task_answer", "preset": "other", "unit": "working_days", "reason": "节假日无人", "now": scene.tick()}
    deadline.set_limit(lead, **policy, amount=4)
    row = assign(scene, opened)
    Timers().look(scene.tick())
    before = timers()[f"task-{row.pk}"]
    assert before.provisional
    moved = calendar.import_year(
        lead,
        table="2027-01-01,休,元旦\n2027-01-02,休,元旦\n2027-01-03,休,元旦",
        year=2027,
        source="国办发明电〔2026〕1号",
        now=scene.tick(),
    )
    after = timers()[before.key]
    row.refresh_from_db()
    assert moved == 1 and not after.provisional and row.due_at == after.due_at
    (entry,) = [data for data in entries("timer_moved") if data["why"] == "calendar"]
    assert (entry["before"], entry["due_at"]) == (before.due_at.isoformat(), after.due_at.isoformat())
    assert calendar.set_day(lead, day=date(2027, 1, 5), works=False, name="", reason="大雪停工", now=scene.tick()) == 1
    Timers().look(scene.tick())
    assert timers()[before.key].due_at == after.due_at + timedelta(days=1), "the worker's next look leaves it where it is"
    assert len([data for data in entries("timer_moved") if data["timer"] == "task_answer"]) == 2


def test_the_desk_chooses_its_calendar_and_only_those_who_may(scene: made.Scene) -> None:
    assert models.Desk.objects.get().calendar == "cn"
    assert {row.year for row in models.CalendarYear.objects.all()} == {2025, 2026}
    with pytest.raises(NotAllowed):
        calendar.choose(scene.actors["duty"], kind="own", reason="x", now=scene.tick())
    with pytest.raises(Refusal, match="reason"):
        calendar.choose(scene.actors["duty_lead"], kind="own", reason=" ", now=scene.tick())
    calendar.choose(OPERATOR, kind="own", reason="英格兰", now=scene.tick())
    with pytest.raises(Refusal, match="not entered yet"):
        calendar.set_day(OPERATOR, day=date(2026, 12, 25), works=False, name="", reason="bank holiday", now=scene.tick())
    calendar.import_year(OPERATOR, table="2026-12-25,holiday,Christmas Day", year=2026, source="gov.uk bank holidays", now=scene.tick())
    calendar.set_day(OPERATOR, day=date(2026, 12, 28), works=False, name="Boxing Day", reason="substitute", now=scene.tick())
    assert [data["changed"] for data in entries("calendar_imported")] == [[]]
    models.CalendarYear.objects.filter(kind="cn", year=2026).delete()
    assert calendar.bring_up_to_date(OPERATOR, now=scene.tick()) == [2026]
    assert calendar.bring_up_to_date(OPERATOR, now=scene.tick()) == []


def test_a_lead_changes_deadlines_within_bounds_and_with_a_reason(scene: made.Scene) -> None:
    lead = scene.actors["duty_lead"]
    for changed, says in (
        ({"timer": "s1", "preset": "grave", "amount": 6}, "shorter, never longer"),
        ({"timer": "s0", "preset": "grave", "amount": 2, "reason": ""}, "reason"),
        ({"timer": "s0", "preset": "mild", "amount": 2}, "not a preset"),
        ({"timer": "s0", "preset": "grave", "amount": 2, "unit": "weeks"}, "unit"),
    ):
        with pytest.raises(Refusal, match=says):
            deadline.set_limit(lead, **{"unit": "hours", "reason": "试行", **changed}, now=scene.tick())
    with pytest.raises(NotAllowed):
        deadline.set_limit(scene.actors["duty"], timer="s0", preset="grave", amount=2, unit="hours", reason="x", now=scene.tick())
    deadline.choose(lead, preset="council", level="yellow", reason="英方伙伴", now=scene.tick())
    opened = made.open_case(scene)
    Timers().look(scene.now)
    row = timers()[f"case-{opened.pk}-s0"]
    assert row.due_at - row.started_at == HOUR
    deadline.choose(lead, preset="", level="yellow", reason="收回", now=scene.tick())
    Timers().look(scene.tick())
    assert timers()[row.key].due_at - row.started_at == 4 * HOUR
    assert [data["why"] for data in entries("timer_moved") if data["timer"] == "s0"] == ["limit"]
    with pytest.raises(Refusal, match="not changed"):
        deadline.reset_limit(lead, timer="s0", preset="grave", reason="x", now=scene.tick())


def test_what_runs_out_of_time_stands_on_the_board_of_those_above(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    start = opened.first_public_at
    assert start is not None

    def passed(role: str, hours: float) -> list[str]:
        return [duty.key.rpartition("-")[2] for duty in for_member(scene.member(role), start + hours * HOUR) if duty.passed]

    assert [passed(role, 3) for role in ("duty_lead", "leader", "auditor")] == [[], [], []]
    assert [passed(role, 3.3) for role in ("duty_lead", "leader", "auditor")] == [["s0"], [], []]
    assert [passed(role, 4.1) for role in ("duty_lead", "leader", "auditor")] == [["s0"], ["s0"], []]
    assert [passed(role, 6.1) for role in ("duty_lead", "leader", "auditor")] == [["s0"], ["s0"], ["s0"]]
    assert passed("author", 6.1) == [], "it is the author's own"


def test_owner_lead_leader_and_auditor_hear_of_it_in_the_outbox(scene: made.Scene) -> None:
    for role in ("duty", "duty_lead", "leader", "auditor", "dept", "author"):
        notice_channel.add_mailbox(OPERATOR, member=scene.member(role), address=f"{role}@lanchuan.example", now=scene.tick())
    opened = made.open_case(scene)
    row = assign(scene, opened)
    outbox.fill(scene.now)
    models.Notice.objects.all().delete()
    looking = Timers()
    for _ in range(40):
        looking.look(scene.tick(60))
        outbox.fill(scene.now)
        outbox.fill(scene.now)
    told = [(one.channel.member.roles[0], one.cause) for one in models.Notice.objects.filter(timer__key=f"task-{row.pk}").order_by("id")]
    assert told == [("dept", "running"), ("duty_lead", "running"), ("leader", "overdue"), ("auditor", "overdue")]
    s0 = [one.channel.member.roles[0] for one in models.Notice.objects.filter(timer__name="s0").order_by("id")]
    assert s0 == ["author", "duty_lead", "leader", "auditor"]
    up = [one.channel.member.roles[0] for one in models.Notice.objects.filter(timer__name="report_up").order_by("id")]
    assert up == ["duty", "duty_lead", "leader", "auditor"], "what everybody may do is the turn of those on duty"

    task.accept(scene.actors["dept"], row, now=scene.tick())
    task.answer(scene.actors["dept"], row, text="余氯正常", now=scene.tick())
    looking.look(scene.tick())
    parcels = outbox.pick(scene.now)
    assert parcels and not [one for parcel in parcels for one in parcel.notices if one.timer.key == f"task-{row.pk}"]
    assert set(models.Notice.objects.filter(timer__key=f"task-{row.pk}").values_list("state", flat=True)) == {"lapsed"}
    for parcel in parcels:
        message = letter(parcel.notices, scene.now)
        assert "望澜镇自来水异味" in message.title and f"/desk/cases/{opened.pk}/" in message.body
        outbox.sent(parcel, scene.now)
    assert models.Entry.objects.filter(type="notice_sent", subject=f"case:{opened.pk}").count() >= len(parcels)
