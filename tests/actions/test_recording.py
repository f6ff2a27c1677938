"""The frame of every act."""

from __future__ import annotations

import msgspec
import pytest
from django.db import DatabaseError, connection, transaction
from tests.scene import Scene, open_case, set_up, take_in

from huiying.actions import case, claim, statement, warning
from huiying.actions.recording import NotAllowed
from huiying.core import types
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
    opened = open_case(scene)
    paper = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "管网正在冲洗。"),))
    row = statement.draft(scene.actors["author"], opened, content=paper, now=scene.tick())
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


PAPER = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "管网正在冲洗。"),))
OTHER = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "管网已在冲洗。"),))


def published(scene: Scene, row: models.Statement) -> None:
    statement.submit(scene.actors["author"], row, now=scene.tick())
    statement.approve(scene.actors["approver"], row, hash=row.content_hash, now=scene.tick())
    statement.publish(scene.actors["publisher"], row, now=scene.tick())


def test_a_note_to_the_authors_never_becomes_the_public_reason() -> None:
    scene = set_up()
    row = statement.draft(scene.actors["author"], open_case(scene), content=PAPER, now=scene.tick())
    published(scene, row)
    statement.begin_correction(scene.actors["author"], row, reason="日期有误", now=scene.tick())
    statement.edit(scene.actors["author"], row, content=OTHER, based_on=row.content_hash, now=scene.tick())
    statement.submit(scene.actors["author"], row, now=scene.tick())
    statement.send_back(scene.actors["approver"], row, reason="内部意见", now=scene.tick())
    published(scene, row)
    assert row.revisions.get(number=2).reason == "日期有误"


def test_a_published_revision_cannot_be_replaced_under_another_id() -> None:
    scene = set_up()
    row = statement.draft(scene.actors["author"], open_case(scene), content=PAPER, now=scene.tick())
    published(scene, row)
    columns = (
        "statement_id, number, content, content_hash, reason, withdrawn, verdicts, edited_by, approved_by_id, published_by_id, published_at"
    )
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT OR REPLACE INTO store_revision (id, {columns}) SELECT id + 100, {columns} FROM store_revision")
    assert models.Revision.objects.count() == 1


@pytest.mark.parametrize("promised", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "soon"])
def test_a_promise_nobody_can_keep_is_refused_before_it_is_stored(promised: str) -> None:
    scene = set_up()
    paper = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=PAPER.sentences, next_update_at=promised)
    with pytest.raises(Refusal, match="next word"):
        statement.draft(scene.actors["author"], open_case(scene), content=paper, now=scene.tick())


def test_nobody_is_the_second_person_of_a_refusal_of_their_own_verdict() -> None:
    scene = set_up()
    row = claim.add_claim(scene.actors["duty"], open_case(scene), text="自来水发黄", about_us=True, accused=None, now=scene.tick())
    claim.take(scene.actors["verifier"], row, now=scene.tick())
    claim.add_evidence(scene.actors["verifier"], row, kind="document", text="检测单", origin="县水务局", now=scene.tick())
    claim.propose(scene.actors["verifier"], row, verdict="true", reason="", now=scene.tick())
    with pytest.raises(Refusal, match="second person"):
        claim.refuse(scene.actors["verifier"], row, reason="再看看", now=scene.tick())


def test_a_warning_attached_to_a_case_can_still_rise() -> None:
    scene = set_up()
    case_row = open_case(scene)
    first = models.Warning.objects.get()
    story = models.Story.objects.create(key="story-2", title="另一件", first_at=scene.now, last_at=scene.now)
    risen = types.Warning(at=scene.now, story="story-2", level=types.Level.YELLOW, score=7.0, items=(), strategy="x")
    second = warning.raise_warning(story, risen, now=scene.tick())
    warning.acknowledge(scene.actors["duty"], second, now=scene.tick())
    case.attach(scene.actors["duty"], second, case_row, now=scene.tick())
    again = msgspec.structs.replace(risen, level=types.Level.RED)
    assert warning.raise_warning(models.Story.objects.get(key="story-2"), again, now=scene.tick()).inhibited == f"case:{case_row.pk}"
    assert first.pk != second.pk
