"""Which deadlines count, and what a desk may change about them."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from huiying.core.case.duties import CORRECTION, NEXT_UPDATE, REPORT_UP, S0, S1, TIMERS, Clock, Clocks, Limit, Preset, Rule, Unit
from huiying.core.case.policy import Changed, Choice, Plan, Policy, check_choice, check_limit
from huiying.core.types import Refusal

T0 = datetime(2026, 6, 5, 8, 0, tzinfo=UTC)
CLOCKS = Clocks(event_known=T0, first_public=T0 - timedelta(hours=1), detected=T0)
HOUR = timedelta(hours=1)


def test_the_most_exact_choice_counts() -> None:
    policy = Policy()
    assert [policy.preset(level) for level in ("blue", "red")] == [Preset.OTHER, Preset.GRAVE]
    policy = policy.choose(Choice(preset=Preset.COUNCIL))
    policy = policy.choose(Choice(preset=Preset.GRAVE, level="red"))
    policy = policy.choose(Choice(preset=Preset.OUTAGE, category="utilities"))
    assert [policy.preset("blue"), policy.preset("red"), policy.preset("red", "utilities")] == [
        Preset.COUNCIL,
        Preset.GRAVE,
        Preset.OUTAGE,
    ]
    policy = policy.choose(Choice(preset=Preset.OTHER, level="red", category="utilities"))
    assert (policy.preset("red", "utilities"), policy.preset("blue", "utilities")) == (Preset.OTHER, Preset.OUTAGE)
    assert policy.forget("red", "utilities").preset("red", "utilities") is Preset.OUTAGE


@pytest.mark.parametrize(
    ("timer", "preset", "length"),
    [
        ("acknowledge", Preset.OUTAGE, timedelta(minutes=5)),
        ("acknowledge", Preset.COUNCIL, timedelta(minutes=30)),
        ("report_up", Preset.COUNCIL, HOUR),
        ("s0", Preset.OUTAGE, timedelta(minutes=5)),
        ("s1", Preset.OUTAGE, timedelta(minutes=10)),
        ("s1", Preset.COUNCIL, 24 * HOUR),
        ("conference", Preset.GRAVE, 24 * HOUR),
        ("task_answer", Preset.OUTAGE, timedelta(minutes=30)),
        ("review", Preset.OUTAGE, timedelta(days=3)),
    ],
)
def test_the_presets_are_those_of_the_table(timer: str, preset: Preset, length: timedelta) -> None:
    plan = Plan(policy=Policy(choices=(Choice(preset=preset),)))
    found = plan.due(TIMERS[timer], "blue", Clocks(event_known=T0, detected=T0))
    assert found.due_at - found.started_at == length


def test_an_outage_knows_no_report_up_of_its_own() -> None:
    plan = Plan(policy=Policy(choices=(Choice(preset=Preset.OUTAGE),)))
    assert not plan.knows(REPORT_UP, "red") and plan.knows(S0, "red")
    with pytest.raises(Refusal, match="no timer"):
        plan.due(REPORT_UP, "red", CLOCKS)


def test_every_twenty_minutes_in_the_first_two_hours_then_as_promised() -> None:
    plan = Plan(policy=Policy(choices=(Choice(preset=Preset.OUTAGE),)))
    promised = T0 + 9 * HOUR
    early = Clocks(event_known=T0 + 2 * HOUR, opened=T0, promised=promised)
    late = Clocks(event_known=T0 + 2 * HOUR + timedelta(seconds=1), opened=T0, promised=promised)
    assert plan.due(NEXT_UPDATE, "red", early).due_at == T0 + 2 * HOUR + timedelta(minutes=20)
    assert plan.due(NEXT_UPDATE, "red", late).due_at == promised


def test_a_changed_limit_counts_with_its_rule_and_its_clock() -> None:
    limit = Limit(3, Unit.HOURS, Rule("县政发〔2026〕3号", "第五条"))
    policy = Policy().set(Changed(timer="s1", preset=Preset.GRAVE, limit=limit, clock=Clock.DETECTED))
    found = Plan(policy=policy).due(S1, "red", CLOCKS)
    assert (found.started_at, found.due_at, found.rule.document) == (T0, T0 + 3 * HOUR, "县政发〔2026〕3号")
    unknown = Plan(policy=policy.set(Changed(timer="s1", preset=Preset.GRAVE, limit=limit, clock=Clock.TOLD_BY_SUPERIOR)))
    assert unknown.due(S1, "red", CLOCKS).started_at == T0 - HOUR, "a clock that is not known must not stop a timer"
    assert policy.shipped("s1", Preset.GRAVE) == Policy()
    assert msgspec.convert(msgspec.to_builtins(policy), Policy) == policy


@pytest.mark.parametrize(
    ("timer", "preset", "limit", "clock", "says"),
    [
        ("s1", "grave", Limit(6), None, "shorter, never longer"),
        ("s1", "other", Limit(49), None, "shorter, never longer"),
        ("s1", "other", Limit(2, Unit.WORKING_DAYS), None, "run through nights"),
        ("conference", "grave", Limit(25), None, "shorter, never longer"),
        ("s0", "grave", Limit(5), None, "too long"),
        ("correction", "other", Limit(13, Unit.WORKING_DAYS), None, "too long"),
        ("next_update", "other", Limit(169), None, "too long"),
        ("s0", "grave", Limit(0), None, "whole number"),
        ("s0", "grave", Limit(None), None, "whole number"),
        ("s0", "other", Limit(1500, Unit.MINUTES), None, "whole number"),
        ("acknowledge", "other", Limit(1, Unit.DAYS), None, "minutes or hours"),
        ("task_answer", "other", Limit(5), Clock.DETECTED, "cannot be chosen"),
        ("nothing", "other", Limit(5), None, "not a timer"),
        ("report_up", "outage", Limit(5), None, "no timer"),
    ],
)
def test_bounds(timer: str, preset: str, limit: Limit, clock: Clock | None, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        check_limit(timer, Preset(preset), limit, clock)


def test_what_is_within_them() -> None:
    for timer, preset, limit in (
        ("s1", "grave", Limit(5)),
        ("s0", "grave", Limit(4)),
        ("correction", "other", Limit(12, Unit.WORKING_DAYS)),
    ):
        assert check_limit(timer, Preset(preset), limit, None) is TIMERS[timer]
    assert check_limit("s1", Preset.OTHER, Limit(30, Unit.MINUTES), Clock.TOLD_BY_SUPERIOR) is S1
    assert CORRECTION.limit(Preset.OUTAGE).amount == 2


def test_a_choice_names_a_level_and_a_kind_that_exist() -> None:
    assert check_choice(Choice(preset=Preset.OUTAGE, level="red", category="utilities"))
    for level, category in (("purple", ""), ("", "weather")):
        with pytest.raises(Refusal):
            check_choice(Choice(preset=Preset.OUTAGE, level=level, category=category))
