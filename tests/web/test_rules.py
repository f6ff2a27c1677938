"""Rules, feedback and the proof, as pages and by the interface."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.utils import translation
from tests import scene as made
from tests.web.conftest import Window

from huiying.actions import case, feedback, warning
from huiying.cli import build_parser
from huiying.commands import proof as command
from huiying.core.detect.score import STRATEGY
from huiying.core.review.proof import Week
from huiying.core.warn.rule import SHIPPED
from huiying.store import models
from huiying.web import proof_charts

Open = Callable[..., Window]


def test_a_rule_that_nobody_manages_is_read_only(scene: made.Scene, window: Open) -> None:
    assert "weight.growth" in window("author").text("/desk/rules/")
    assert b'name="weight.growth"' not in window("author").get("/desk/rules/").content
    assert b'name="weight.growth"' in window("admin").get("/desk/rules/").content
    assert window("duty").post("/desk/rules/try/", days="3").status_code == 403


def test_what_was_typed_is_kept_where_a_change_is_refused(scene: made.Scene, window: Open) -> None:
    answer = window("duty_lead").post("/desk/rules/try/", days="3", **{"weight.growth": "77"})
    assert answer.status_code == 409
    assert "weight.growth cannot be 77" in answer.content.decode()
    assert 'value="77"' in answer.content.decode()
    assert not models.Backtest.objects.exists()


def test_untouched_fields_change_nothing(scene: made.Scene, window: Open) -> None:
    page = window("duty_lead").get("/desk/rules/")
    fields = {row.name: row.typed for _, rows in page.context["groups"] for row in rows}
    answer = window("duty_lead").post("/desk/rules/try/", days="7", **(fields | {"level.blue": "6.5"}))
    assert answer.status_code == 302
    row = models.Backtest.objects.get()
    assert (row.changes, row.days) == ({"level.blue": 6.5}, 7)
    assert "It begins as soon as" in window("auditor").text(answer["Location"])


def test_the_warning_page_says_what_it_would_take(scene: made.Scene, window: Open) -> None:
    row = made.take_in(scene)
    models.Warning.objects.update(strategy=f"{STRATEGY}+{SHIPPED.id}", score=SHIPPED.levels.orange - 7.5)
    assert "It rises to Orange with 7.5 more points" in window("duty").text(f"/desk/warnings/{row.pk}/")
    models.Warning.objects.update(strategy="of another time")
    assert "not known here any more" in window("duty").text(f"/desk/warnings/{row.pk}/")


def test_feedback_by_page_and_by_interface(scene: made.Scene, window: Open) -> None:
    row = made.take_in(scene)
    assert window("duty").post(f"/desk/warnings/{row.pk}/feedback/", verdict="late").status_code == 302
    page = window("duty_lead").text(f"/desk/warnings/{row.pk}/")
    assert "Too late: 1 other" in page
    assert window("duty").post(f"/desk/warnings/{row.pk}/feedback/", verdict="what").status_code == 409
    answer = window("duty").client.post(
        f"/api/v1/warnings/{row.pk}/feedback", json.dumps({"verdict": "useful"}), content_type="application/json"
    )
    assert answer.json() | {"at": ""} == {"warning": row.pk, "verdict": "useful", "at": ""}


def test_the_proof_is_the_same_on_the_page_by_the_interface_and_at_the_command_line(
    scene: made.Scene, window: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    raised = made.take_in(scene)
    feedback.give_feedback(scene.actors["duty"], raised, verdict="useful", now=scene.tick())
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    case.open_case(scene.actors["duty"], raised, title="", now=scene.tick())
    case.open_by_hand(scene.actors["duty"], title="桥面塌陷", level="red", known_by="hotline", now=scene.tick())
    page = window("author").text("/desk/proof/?month=2026-06")
    assert "1 of 1 (likely 21 to 100 %)" in page
    assert "1 of 2 (likely 9 to 91 %)" in page
    assert "桥面塌陷" in page and "told us: the hotline" in page
    said = window("author").client.get("/api/v1/proof?month=2026-06").json()
    assert (said["calls"], said["found"]["count"], said["found"]["of"], said["missed"][0]["known_by"]) == (1, 1, 2, "hotline")
    assert made.STAFF_MARK not in json.dumps(said, ensure_ascii=False) and "canary" not in json.dumps(said)
    command.run(build_parser().parse_args(["proof", "--month", "2026-06", "--json"]))
    assert json.loads(capsys.readouterr().out) | {"end": 0, "false_a_week": 0} == said | {"end": 0, "false_a_week": 0}
    with translation.override("en"):
        command.run(build_parser().parse_args(["proof", "--month", "2026-06"]))
    assert "1 of 2 (likely 9 to 91 %)" in capsys.readouterr().out


@pytest.mark.parametrize("month", ["2026-13", "x", "2099-01", "0001-01"])
def test_a_month_that_is_none_is_refused(scene: made.Scene, window: Open, month: str) -> None:
    assert window("author").get(f"/desk/proof/?month={month}").status_code == 400
    assert window("author").client.get(f"/api/v1/proof?month={month}").status_code == 400


def test_an_empty_desk_says_that_nothing_is_known(scene: made.Scene, window: Open) -> None:
    page = window("author").text("/desk/proof/")
    assert "nothing known yet" in page and "No call in this month." in page


def test_lengths_of_time_fall_into_their_bins() -> None:
    assert proof_charts.binned([-1, 0, 899, 900, 3600, 86400, 1e9]) == [1, 2, 1, 1, 0, 1, 1]


def test_a_bar_for_every_level_that_was_called(scene: made.Scene) -> None:
    from zoneinfo import ZoneInfo

    calls = {"blue": {"case": 2, "false": 1}, "yellow": {}, "orange": {"open": 3}, "red": {}}
    drawn = proof_charts.weeks([Week(scene.now, calls)], ZoneInfo("UTC"))
    assert drawn.count("<rect") == 3
    assert drawn.count('class="call good of-blue"') == drawn.count('class="call false of-blue"') == 1
