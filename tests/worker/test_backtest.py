"""A changed rule over stored items: the same every time, touching nothing; and a rule that was adopted, from the next item on."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from tests import scene as made
from tests.demo.test_cast import feed, play
from tests.worker.arriving import arrive

from huiying import clock
from huiying.actions import backtest as acts
from huiying.actions import feedback, rule
from huiying.cli import build_parser
from huiying.commands import backtest as command
from huiying.core.types import Refusal
from huiying.core.warn.rule import SHIPPED, changed
from huiying.demo.cast import who
from huiying.demo.county import stream
from huiying.store import models
from huiying.worker.backtest import backtest, judged
from huiying.worker.backtests import Backtests
from huiying.worker.live import LivePipeline, current_setup
from huiying.worker.recompute import explain

pytestmark = pytest.mark.django_db
STRICTER = {"weight.watch": 0.3, "level.blue": 6.85}


def run(*words: str) -> None:
    arguments = build_parser().parse_args(["backtest", *words])
    with translation.override("en"):
        command.run(arguments)


def test_a_changed_rule_over_the_demonstration(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    play(monkeypatch)
    now = clock.now()
    before = [
        list(model.objects.order_by("pk").values_list()) for model in (models.Snapshot, models.Warning, models.Entry, models.Membership)
    ]
    setup, start, end = current_setup(now), now - timedelta(days=15), now + timedelta(seconds=1)

    same = backtest(setup, setup.rule, start=start, end=end)
    assert (same.comparison.appear, same.comparison.vanish, same.comparison.level) == ((), (), ())
    told = {(row.raised_for.key, row.level) for row in models.Warning.objects.select_related("raised_for")}
    assert same.comparison.before.stories == len(told), "what the replay raises is what the desk raised"

    stricter = changed(SHIPPED, STRICTER, "proposed")
    ticks: list[tuple[int, int]] = []
    found = backtest(setup, stricter, start=start, end=end, progress=lambda done, total: ticks.append((done, total)))
    assert ticks[-1] == (models.Item.objects.count(),) * 2
    assert found.comparison.vanish
    assert found.comparison.after.stories < found.comparison.before.stories
    assert backtest(setup, stricter, start=start, end=end) == found

    # the command says the same, in words and as JSON
    words = [f"--set={name}={value}" for name, value in STRICTER.items()]
    run("--from", f"{start:%Y-%m-%d}", *words)
    assert "Would vanish" in capsys.readouterr().out
    run("--from", f"{start:%Y-%m-%d}", *words, "--json")
    said = json.loads(capsys.readouterr().out)
    assert said["vanish"] == len(found.comparison.vanish) == len(said["vanish_stories"])
    assert said["changes"]["weight.watch"] == [SHIPPED.weights.watch, 0.3]
    with pytest.raises(Refusal, match="No item"):
        run("--from", "2020-01-01", "--to", "2020-02-01")
    with pytest.raises(Refusal, match="not a day"):
        run("--from", "yesterday")

    assert before == [
        list(model.objects.order_by("pk").values_list()) for model in (models.Snapshot, models.Warning, models.Entry, models.Membership)
    ]

    # as the worker runs it
    row = acts.ask(who("lead"), changes=STRICTER, days=14, now=now)
    monkeypatch.setattr("os.nice", lambda _: 0)
    run("--queued", str(row.pk))
    row.refresh_from_db()
    count = models.Item.objects.filter(first_seen__lt=now).count()
    assert (row.state, row.progress, row.total) == ("done", count, count)
    assert row.result["after"]["stories"] <= found.comparison.after.stories
    bad = acts.ask(who("lead"), changes=STRICTER, days=1, now=now)
    models.Backtest.objects.filter(pk=bad.pk).update(start=now - timedelta(seconds=1))
    run("--queued", str(bad.pk))
    bad.refresh_from_db()
    assert bad.state == "failed" and "No item" in bad.trouble["template"]


def test_an_adopted_rule_holds_from_the_next_item_on_and_a_restart_is_exact() -> None:
    scene = made.set_up()
    source = models.Source.objects.create(
        name="澜川论坛", url="https://bbs.lanchuan.example/feed", kind="post", zone="UTC", added_at=scene.now, due_at=scene.now
    )
    items = [item for item in stream() if item.source == "澜川论坛"]
    half = len(items) // 2

    def take(pipeline: LivePipeline, start: int, stop: int) -> None:
        for item in items[start:stop]:
            scene.now = max(scene.tick(), item.published_at)
            arrive(pipeline, source, feed([item]), scene.now)

    pipeline = LivePipeline()
    pipeline.load(scene.now)
    take(pipeline, 0, half)
    tried = acts.ask(scene.actors["duty_lead"], changes={"level.blue": 0.5, "level.yellow": 0.9}, days=1, now=scene.tick())
    models.Backtest.objects.update(state="done")
    tried.refresh_from_db()
    adopted = rule.adopt(scene.actors["admin"], tried, reason="x", now=scene.tick())
    before = list(models.Warning.objects.values_list("pk", flat=True))
    take(pipeline, half, len(items))
    fresh = models.Warning.objects.exclude(pk__in=before)
    assert fresh.exists() and all(row.strategy.endswith("+" + adopted.rule) for row in fresh)
    assert all(one.same for row in fresh for one in explain(row, all_raises=True)), "also across the change"
    assert models.Entry.objects.filter(type="setup_taken_up").count() >= 2
    again = LivePipeline()
    again.load(datetime.now(UTC))
    assert again.state.dump() == pipeline.state.dump()
    assert again.setup.rule.id == adopted.rule


def test_what_people_said_decides_what_is_known() -> None:
    scene = made.set_up()
    made.gather(scene, made.Told("a", "s1"), warnings=(made.alarm(scene, "s1"),))
    made.gather(scene, made.Told("b", "s2"), warnings=(made.alarm(scene, "s2"),))
    first, second = models.Warning.objects.order_by("id")
    feedback.give_feedback(scene.actors["duty"], first, verdict="late", now=scene.tick())
    feedback.give_feedback(scene.actors["duty"], second, verdict="wrong", now=scene.tick())
    assert judged() == ({"s1"}, {"s2"})
    feedback.give_feedback(scene.actors["duty"], second, verdict="duplicate", now=scene.tick())
    assert judged() == ({"s1"}, set())


def test_a_backtest_that_broke_off_is_noticed_and_one_cut_short_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended:
        def poll(self) -> int:
            return 3

    scene = made.set_up()
    cut = acts.ask(scene.actors["duty_lead"], changes={"weight.growth": 2.0}, days=1, now=scene.tick())
    acts.begin(cut)
    started: list[list[str]] = []
    runner = Backtests()
    monkeypatch.setattr(runner, "_start", lambda words: started.append(words) or Ended())
    runner.look()
    assert started == [["backtest", "--queued", str(cut.pk)]]
    runner.look()
    cut.refresh_from_db()
    assert (cut.state, len(started)) == ("failed", 1)
