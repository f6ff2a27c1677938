"""The frame of every act."""

from __future__ import annotations

import pytest
from tests.scene import open_case, set_up, take_in

from huiying.actions import statement, warning
from huiying.actions.recording import NotAllowed
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.store import models

pytestmark = pytest.mark.django_db


def test_two_people_acting_on_what_they_both_read_cannot_both_win() -> None:
    scene = set_up()
    raised = take_in(scene)
    seen_by_other = models.Warning.objects.get(pk=raised.pk)
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    with pytest.raises(Refusal, match="acknowledge"):
        warning.acknowledge(scene.actors["duty_lead"], seen_by_other, now=scene.tick())
    row = models.Warning.objects.get(pk=raised.pk)
    assert row.acknowledged_by == scene.member("duty")


def test_a_stale_page_cannot_publish_what_was_edited_since() -> None:
    scene = set_up()
    case = open_case(scene)
    paper = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "管网正在冲洗。"),))
    row = statement.draft(scene.actors["author"], case, content=paper, now=scene.tick())
    statement.submit(scene.actors["author"], row, now=scene.tick())
    statement.approve(scene.actors["approver"], row, hash=row.content_hash, now=scene.tick())
    stale = models.Statement.objects.get(pk=row.pk)
    other = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "管网已在冲洗。"),))
    statement.edit(scene.actors["author"], row, content=other, based_on=row.content_hash, now=scene.tick())
    with pytest.raises(Refusal):
        statement.publish(scene.actors["publisher"], stale, now=scene.tick())
    assert not models.Revision.objects.exists()


def test_a_role_that_lacks_the_permission_is_refused_on_the_record() -> None:
    scene = set_up()
    raised = take_in(scene)
    for role in ("admin", "auditor", "dept", "author"):
        with pytest.raises(NotAllowed):
            warning.acknowledge(scene.actors[role], raised, now=scene.tick())
    assert models.Entry.objects.filter(type="act_refused").count() == 4
