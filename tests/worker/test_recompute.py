"""Every warning of the demonstration can be computed again to the same digit; what was tampered with is found."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation
from tests.demo.test_cast import play

from huiying.actions.actor import OPERATOR
from huiying.actions.watch import set_watch_active
from huiying.cli import build_parser
from huiying.commands.explain import run
from huiying.store import models
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


def test_a_register_that_changed_in_between_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    from huiying.demo.cast import Cast

    tick = Cast.tick

    def meddle(self: Cast, now: object) -> None:
        for number, (day, active) in enumerate(((3, False), (6, True), (9, False))):
            if now >= self.end - timedelta(days=14 - day) and number == getattr(self, "meddled", 0):  # type: ignore[operator]
                self.meddled = number + 1  # type: ignore[attr-defined]
                set_watch_active(OPERATOR, models.Watch.objects.order_by("id")[0], active=active, now=now)  # type: ignore[arg-type]
        tick(self, now)  # type: ignore[arg-type]

    monkeypatch.setattr(Cast, "tick", meddle)
    play(monkeypatch)
    assert len(stretches()) >= 4
    last = models.Warning.objects.order_by("-updated_at", "-pk")[0]
    assert explain(last, from_start=True)[0].same
