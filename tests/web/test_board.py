"""The duty board: what falls to whom, what is emerging, and how the sources fare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import translation
from tests import scene as made
from tests.web.conftest import Window, words

from huiying import clock
from huiying.actions import claim, source, statement, task, warning
from huiying.actions.actor import OPERATOR
from huiying.core.types import Level
from huiying.store import models
from huiying.web import deadlines

Open = Callable[..., Window]


def waiting(scene: made.Scene, role: str) -> list[str]:
    """What the board says this role must do."""
    with translation.override("en"):
        return [duty.what for duty in deadlines.for_member(scene.member(role), scene.tick())]


def test_a_new_warning_falls_to_the_duty_desk_with_its_timer_and_rule(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    assert waiting(scene, "author") == []
    assert waiting(scene, "duty") == ["Acknowledge the warning"]
    page = window("duty").get("/desk/").content.decode()
    assert f'href="/desk/warnings/{raised.pk}/"' in page
    assert f'action="/desk/warnings/{raised.pk}/acknowledge/"' in page
    assert "our own proposal" in page and "from when it was detected" in page
    assert f'data-due="{(raised.raised_at + timedelta(minutes=30)).isoformat()}"' in page


def test_an_acknowledged_warning_must_be_decided(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    window("duty").post(f"/desk/warnings/{raised.pk}/acknowledge/")
    raised.refresh_from_db()
    assert raised.state == "acknowledged" and raised.acknowledged_by == scene.member("duty")
    assert waiting(scene, "duty") == ["Decide: open a case, attach to one, or dismiss with a reason"]


def test_a_claim_falls_to_a_verifier_then_to_another(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    row = claim.add_claim(scene.actors["duty"], opened, text="水里有药味", about_us=True, accused=None, now=scene.tick())
    assert "Take the claim and check it" in waiting(scene, "verifier")
    claim.take(scene.actors["verifier"], row, now=scene.tick())
    assert "Gather evidence and propose a verdict" in waiting(scene, "verifier")
    assert "Gather evidence and propose a verdict" not in waiting(scene, "verifier2")
    claim.add_evidence(scene.actors["verifier"], row, kind="document", text="报告", origin="县疾控中心", now=scene.tick())
    claim.propose(scene.actors["verifier"], row, verdict="true", reason="", now=scene.tick())
    assert "Confirm or refuse the proposed verdict" not in waiting(scene, "verifier")
    assert "Confirm or refuse the proposed verdict" in waiting(scene, "verifier2")


def test_a_task_falls_to_its_own_department_only(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    water, school = models.Department.objects.order_by("id")
    task.assign(scene.actors["verifier"], opened, department=school, text="请说明", now=scene.tick())
    assert not any("answer the task" in what for what in waiting(scene, "dept"))
    task.assign(scene.actors["verifier"], opened, department=water, text="请说明", now=scene.tick())
    assert "Water Bureau: answer the task" in waiting(scene, "dept")


def test_a_statement_falls_to_an_approver_who_did_not_write_it_and_then_to_the_publisher(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    row = statement.draft(
        scene.actors["author"], opened, content=made.content(made.settle(scene, opened, "余氯超标", "true")), now=scene.tick()
    )
    assert "Finish the text and submit it" in waiting(scene, "author")
    statement.submit(scene.actors["author"], row, now=scene.tick())
    reading = "Read the exact text, and approve it or send it back"
    assert reading in waiting(scene, "approver")
    both = scene.member("author")
    both.roles = ["author", "approver"]
    both.save()
    assert "statement.approve" not in [duty.permission for duty in deadlines.for_member(both, scene.tick())]
    statement.approve(scene.actors["approver"], row, hash=row.content_hash, now=scene.tick())
    assert "Publish the approved text" in waiting(scene, "publisher")


def test_a_changed_verdict_calls_for_a_correction_even_when_the_case_rests(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    row = made.settle(scene, opened, "余氯正常")
    made.publish(scene, opened, made.content(row))
    opened.refresh_from_db()
    opened.state = "watching"
    opened.save()
    assert "Publish the correction" not in waiting(scene, "author")
    claim.reopen(scene.actors["duty"], row, reason="新的检测", now=scene.tick())
    made.judge(scene, row, "false")
    assert "Publish the correction" in waiting(scene, "author")


def test_a_timer_passes_its_steps(scene: made.Scene) -> None:
    start = scene.now

    def after(minutes: int) -> deadlines.Limit:
        return deadlines.limit(start, start + timedelta(hours=1), start + timedelta(minutes=minutes), clock="", rule="")

    with translation.override("en"):
        assert [after(minutes).step for minutes in (0, 30, 48, 60, 90)] == [0, 50, 80, 100, 100]
        assert (after(45).left, after(90).left) == ("15 minutes left", "late by 30 minutes")


def test_stories_of_the_last_three_days_the_gravest_first(scene: made.Scene, window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    raised = made.take_in(scene)
    page = window("auditor").get("/desk/").content.decode()
    assert f'href="/desk/stories/{raised.story.key}/"' in page
    assert page.count('class="spark"') == 1
    assert "▲" in page and "Yellow" in page
    later = scene.now + timedelta(hours=73)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert f'id="story-{raised.story.key}"' not in window("auditor").get("/desk/").content.decode()


def test_each_section_is_a_fragment_of_the_board(scene: made.Scene, window: Open) -> None:
    made.take_in(scene)
    duty = window("duty")
    board = duty.get("/desk/").content.decode()
    for name in ("now", "stories", "items", "sources"):
        fragment = duty.get(f"/desk/board/{name}/")
        assert fragment.status_code == 200 and "<html" not in fragment.content.decode()
        assert f'data-live="/desk/board/{name}/"' in board
    assert duty.get("/desk/board/nothing/").status_code == 404


def test_a_failing_source_says_why_and_what_to_do_in_the_readers_language(scene: made.Scene, window: Open) -> None:
    row = source.add_source(OPERATOR, name="岑州在线", url="https://cz.example/feed", now=scene.tick())
    template = "%(host)s answered %(status)s for %(url)s."
    values = {"host": "cz.example", "status": 503, "url": row.url}
    source.note_failure(row, reason="http_status", template=template, values=values, due_at=scene.now, now=scene.tick())
    assert "✕ 失败" in window("duty", "zh-hans").text("/desk/board/sources/")
    assert "cz.example 对 https://cz.example/feed 返回 503。" in window("duty", "zh-hans").text("/desk/sources/")
    assert "✕ failing" in window("duty").text("/desk/board/sources/")


def test_a_source_without_news_for_two_days_is_silent(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    assert "✓ ok" in window("duty").text("/desk/board/sources/")
    scene.tick(60 * 48 + 10)
    assert "○ silent" in window("duty").text("/desk/board/sources/")
    assert raised.level == Level.YELLOW


def test_nothing_is_due_to_whom_nothing_falls(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    assert "Nothing needs you now." in words(window("auditor").get("/desk/"))
