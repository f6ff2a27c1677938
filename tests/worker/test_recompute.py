"""Every warning of the demonstration can be computed again to the same digit; what was tampered with is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice

import pytest
from django.utils import translation
from tests.demo.test_cast import play

from huiying.actions import backtest
from huiying.actions.actor import OPERATOR
from huiying.actions.place import Given, add_place
from huiying.actions.rule import adopt
from huiying.actions.watch import add_watch, set_watch_active
from huiying.actions.wordlist import add_list
from huiying.cli import build_parser
from huiying.commands.demo import DAYS, START
from huiying.commands.explain import run
from huiying.core.warn.rule import SHIPPED
from huiying.demo.cast import Cast, who
from huiying.store import models
from huiying.worker.live import LivePipeline
from huiying.worker.recompute import again, explain, raises, stretches

pytestmark = pytest.mark.django_db


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch)


def explained(*words: str) -> int:
    with translation.override("en"):
        return run(build_parser().parse_args(["explain", *words]))


def test_every_warning_of_the_demonstration_comes_out_the_same_to_the_digit(
    played: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import huiying.worker.recompute as module

    rows = list(models.Warning.objects.order_by("id"))
    assert len(rows) > 5
    # one pass over the items serves every warning: what explain asks for is a part of it
    everything = list(again(models.Item.objects.order_by("-pk").values_list("pk", flat=True)[0], from_start=True))
    monkeypatch.setattr(module, "again", lambda until, **_: iter(everything))
    times = 0
    for row in rows:
        found = explain(row, all_raises=True)
        times += len(found)
        assert [one.same for one in found] == [True] * len(found), (row.pk, [one.differences for one in found], found[0].why)
        assert found[-1].computed is not None
        assert found[-1].computed["reasons"] == row.reasons
        assert explained(str(row.pk)) == 0
    assert times == models.Entry.objects.filter(type__in=("warning_raised", "warning_level_changed")).count() > len(rows)
    assert "the same to the digit" in capsys.readouterr().out


def test_snapshots_and_tampering(played: None, capsys: pytest.CaptureFixture[str]) -> None:
    last = models.Warning.objects.order_by("-updated_at", "-pk")[0]
    assert raises(last)
    assert explained(str(last.pk), "--from-start") == explained(str(last.pk)) == 0
    said = capsys.readouterr().out
    assert said.count("the same to the digit") == 2

    row = models.Warning.objects.order_by("id")[0]
    kept = row.score
    models.Warning.objects.filter(pk=row.pk).update(score=kept + 1e-6)
    assert explained(str(row.pk)) == 1
    assert "somebody changed it" in capsys.readouterr().out
    models.Warning.objects.filter(pk=row.pk).update(score=kept)

    item = models.Item.objects.get(key=row.items[-1])
    models.Item.objects.filter(pk=item.pk).update(title="春天来了", text="公园里的花都开了。")
    assert explained(str(row.pk), "--from-start") == 1
    told = capsys.readouterr().out
    assert "Computed again: nothing is raised" in told or "Computed again: it differs" in told


def test_a_register_and_a_rule_that_changed_in_between_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    import tests.demo.test_cast as module

    ran: list[LivePipeline] = []

    class Kept(LivePipeline):
        def __init__(self) -> None:
            super().__init__()
            ran.append(self)

    tick = Cast.tick
    coming = iter(CHANGES)
    following = [next(coming)]

    def meddle(self: Cast, now: datetime) -> None:
        while following and now >= START + timedelta(days=following[0][0]):
            following.pop()[1](now)
            following.extend(islice(coming, 1))
        tick(self, now)

    monkeypatch.setattr(Cast, "tick", meddle)
    monkeypatch.setattr(module, "LivePipeline", Kept)
    play(monkeypatch)
    rules = [one.setup.rule.id for one in stretches()]
    assert len(rules) == 6 and rules[-1] == "rule-1@2026-06-08"
    assert len({one.setup.lists for one in stretches()}) == 2 and len({one.setup.own for one in stretches()}) == 2

    # a restart goes through every change, and computing again does too
    assert not models.Snapshot.objects.exists()
    after = LivePipeline()
    after.load(START + timedelta(days=DAYS))
    assert after.state.dump() == ran[0].state.dump()

    everything = list(again(models.Item.objects.latest("pk").pk, from_start=True))
    monkeypatch.setattr("huiying.worker.recompute.again", lambda until, **_: iter(everything))
    decided = set()
    for row in models.Warning.objects.order_by("id"):
        found = explain(row, all_raises=True)
        assert [one.same for one in found] == [True] * len(found), (row.pk, [one.differences for one in found], found[0].why)
        decided |= {one.stored["strategy"].partition("+")[2] for one in found}
    assert decided == {SHIPPED.id, rules[-1]}


def a_rule(now: datetime) -> None:
    lead = who("lead")
    tried = backtest.ask(lead, changes={"weight.growth": 2.0}, days=7, now=now)
    models.Backtest.objects.filter(pk=tried.pk).update(state="done")
    tried.refresh_from_db()
    adopt(lead, tried, reason="x", effective_at=START + timedelta(days=7), now=now)


def a_list(now: datetime) -> None:
    add_list(OPERATOR, name="水", words=["自来水", "停水"], now=now)
    add_watch(OPERATOR, name="词表", query="@水", level="yellow", now=now)


def a_watch(active: bool) -> Callable[[datetime], object]:
    return lambda now: set_watch_active(OPERATOR, models.Watch.objects.order_by("id")[0], active=active, now=now)


CHANGES: list[tuple[int, Callable[[datetime], object]]] = [
    (2, a_watch(False)),
    (4, a_list),
    (5, a_rule),
    (9, lambda now: add_place(OPERATOR, given=Given("学府街", "street"), now=now)),
    (11, a_watch(True)),
]
"""On which day of the fourteen what is changed. The rule waits for the seventh."""
