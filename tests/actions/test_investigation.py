"""A cause is said in public only after an investigation that has ended, by its name, and never on the word of the accused."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from django.test import Client
from tests import scene as made

from huiying.actions import claim, investigation, statement
from huiying.actions.statement_gates import findings
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.store import models

pytestmark = pytest.mark.django_db
BODY = "市应急管理局"
SAYS = "市应急管理局调查查明，第二水厂加药泵故障导致余氯偏低。"


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


@pytest.fixture
def case(scene: made.Scene) -> models.Case:
    return made.open_case(scene)


def cause(row: models.Claim, text: str = SAYS, stage: Stage = Stage.S4) -> Content:
    return msgspec.structs.replace(
        made.content(row, fact=text, title="关于自来水异味原因的通报"),
        stage=stage,
        sentences=(Sentence(SentenceKind.FACT, text, (row.pk,)),),
    )


def opened(scene: made.Scene, case: models.Case, **named: Any) -> models.Investigation:
    given = named or {"body_zh": BODY, "body_en": "Municipal Emergency Bureau"}
    return investigation.open_investigation(scene.actors["duty_lead"], case, kind="superior", **given, now=scene.tick())


def concluded(scene: made.Scene, case: models.Case, **named: Any) -> models.Investigation:
    row = opened(scene, case, **named)
    investigation.conclude(scene.actors["verifier"], row, finding="加药泵故障。", now=scene.tick())
    return row


def submitted(scene: made.Scene, case: models.Case, content: Content) -> models.Statement:
    row = statement.draft(scene.actors["author"], case, content=content, now=scene.tick())
    statement.submit(scene.actors["author"], row, now=scene.tick())
    return row


def test_no_cause_without_an_investigation_that_has_ended(scene: made.Scene, case: models.Case) -> None:
    fact = made.settle(scene, case, "加药泵发生故障")
    with pytest.raises(Refusal, match=r"only after an investigation\. Open one in the case room"):
        submitted(scene, case, cause(fact))
    running = opened(scene, case)
    with pytest.raises(Refusal, match="only after an investigation"):
        submitted(scene, case, cause(fact))
    investigation.stop(scene.actors["leader"], running, reason="由上级另行调查", now=scene.tick())
    with pytest.raises(Refusal, match="only after an investigation"):
        submitted(scene, case, cause(fact))
    concluded(scene, case)
    made.release(scene, statement.draft(scene.actors["author"], case, content=cause(fact), now=scene.tick()))
    page = Client().get(f"/statements/{models.Statement.objects.get(state='published').pk}/").content.decode()
    assert BODY in page and "加药泵故障" in page


def test_the_public_text_names_who_investigated(scene: made.Scene, case: models.Case) -> None:
    fact = made.settle(scene, case, "加药泵发生故障")
    concluded(scene, case)
    with pytest.raises(Refusal, match=f"Name the investigating body in the text: {BODY}"):
        submitted(scene, case, cause(fact, "经调查，加药泵故障导致余氯偏低。"))
    english = msgspec.structs.replace(cause(fact), lang="en", title="Cause")
    with pytest.raises(Refusal, match="Municipal Emergency Bureau"):
        submitted(scene, case, english)


def test_an_investigation_that_is_opened_again_holds_back_what_was_submitted(scene: made.Scene, case: models.Case) -> None:
    fact, row = made.settle(scene, case, "加药泵发生故障"), concluded(scene, case)
    draft = submitted(scene, case, cause(fact))
    investigation.reopen(scene.actors["leader"], row, reason="出现新的证据", now=scene.tick())
    with pytest.raises(Refusal, match="only after an investigation"):
        statement.approve(scene.actors["approver"], draft, hash=draft.content_hash, now=scene.tick())
    investigation.conclude(scene.actors["verifier"], row, finding="结论不变。", now=scene.tick())
    statement.approve(scene.actors["approver"], draft, hash=draft.content_hash, now=scene.tick())
    investigation.reopen(scene.actors["leader"], row, reason="又有新的证据", now=scene.tick())
    with pytest.raises(Refusal, match="only after an investigation"):
        statement.publish(scene.actors["publisher"], draft, now=scene.tick())
    assert models.Statement.objects.get(pk=draft.pk).state == "approved"


def test_the_accused_neither_investigate_nor_write_down_what_was_found(scene: made.Scene, case: models.Case) -> None:
    water = models.Department.objects.get(name_zh="县水务局")
    before = concluded(scene, case, department=water)
    other = opened(scene, case)
    row = claim.add_claim(scene.actors["duty"], case, text="水务局知情不报", about_us=True, accused=water, now=scene.tick())
    made.judge(scene, row, "true")
    for given in ({"department": water}, {"body_zh": "县水务局调查组"}):
        with pytest.raises(Refusal, match="cannot investigate itself"):
            opened(scene, case, **given)
    with pytest.raises(Refusal, match="led by a department that a claim is about"):
        submitted(scene, case, cause(row, "县水务局查明，加药泵故障导致余氯偏低。"))
    assert before.state == "concluded", "what was concluded before the claim stays, and no cause rests on it"
    models.Member.objects.filter(pk=scene.member("verifier").pk).update(department=water)
    scene.member("verifier").refresh_from_db()
    scene.actors["verifier"].member.refresh_from_db()
    with pytest.raises(Refusal, match="Somebody outside it"):
        investigation.conclude(scene.actors["verifier"], other, finding="没有问题。", now=scene.tick())
    investigation.conclude(scene.actors["leader"], other, finding="加药泵故障。", now=scene.tick())
    submitted(scene, case, cause(row))


def test_a_finding_rests_on_evidence_of_this_case(scene: made.Scene, case: models.Case) -> None:
    fact, row = made.settle(scene, case, "加药泵发生故障"), opened(scene, case)
    first = fact.evidence.first()
    assert first is not None
    with pytest.raises(Refusal, match="Evidence 999 does not belong"):
        investigation.conclude(scene.actors["verifier"], row, finding="加药泵故障。", evidence=[first.pk, 999], now=scene.tick())
    with pytest.raises(Refusal, match="what was found"):
        investigation.conclude(scene.actors["verifier"], row, finding=" ", now=scene.tick())
    investigation.conclude(scene.actors["verifier"], row, finding="加药泵故障。", evidence=[first.pk, first.pk], now=scene.tick())
    row.refresh_from_db()
    assert (row.state, row.evidence, row.written_by) == ("concluded", [first.pk], scene.member("verifier"))
    said = json.loads(models.Entry.objects.get(type="investigation_concluded").data)
    assert (said["case"], said["finding"], said["evidence"]) == (case.pk, "加药泵故障。", [first.pk])


def test_a_later_stage_that_names_a_cause_without_any_is_flagged(scene: made.Scene, case: models.Case) -> None:
    fact = made.settle(scene, case, "加药泵发生故障")
    row = statement.draft(scene.actors["author"], case, content=cause(fact, stage=Stage.S5), now=scene.tick())
    flagged = [one for one in findings(row) if "no investigation of the case has ended" in str(one)]
    assert [(one.sentence, one.blocking) for one in flagged] == [(0, False)]
    concluded(scene, case)
    assert not [one for one in findings(row) if "no investigation" in str(one)]


def test_only_who_may_opens_and_concludes(scene: made.Scene, case: models.Case) -> None:
    for role in ("duty", "author", "dept_head", "admin"):
        with pytest.raises(Refusal, match="does not include this"):
            investigation.open_investigation(scene.actors[role], case, kind="internal", body_zh=BODY, now=scene.tick())
    row = opened(scene, case)
    with pytest.raises(Refusal, match="does not include this"):
        investigation.conclude(scene.actors["author"], row, finding="无", now=scene.tick())
    models.Case.objects.update(state="closed")
    with pytest.raises(Refusal, match="This case is over"):
        opened(scene, case)
