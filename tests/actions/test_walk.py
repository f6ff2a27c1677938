"""Random people doing random acts: whatever happens, the rules about two persons hold and the record holds with them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest
from tests.scene import Scene, open_case, set_up

from huiying.actions import case, claim, statement, withdrawal
from huiying.actions.actor import Actor
from huiying.actions.statement_gates import content_of
from huiying.core.record import verify
from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.convert import event_of

pytestmark = pytest.mark.django_db
STEPS = 400


def words(dice: random.Random, case_row: models.Case) -> Content:
    claims = list(case_row.claims.values_list("pk", flat=True))
    cited = tuple(dice.sample(claims, min(len(claims), dice.randint(0, 2))))
    if dice.random() < 0.5:
        plain = Sentence(SentenceKind.DOING, f"管网正在冲洗，第{dice.choice('一二三四五六七八九')}轮。")
        return Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(plain,))
    kind = dice.choice(list(SentenceKind))
    texts = ("东片区自来水发黄。", "管网正在冲洗。", "检测结果显示2处超标。", "请暂缓饮用。", "网传的说法是谣言。")
    sentences = tuple(Sentence(kind, dice.choice(texts), cited) for _ in range(dice.randint(1, 3)))
    return Content(stage=Stage.S1, lang="zh", title=f"情况说明{dice.randint(1, 5)}", sentences=sentences)


def acts(scene: Scene, dice: random.Random, case_row: models.Case) -> list[Callable[[Actor], object]]:
    now = scene.tick()
    moves: list[Callable[[Actor], object]] = [lambda actor: case.report_up(actor, case_row, note="", now=now)]
    # few things, so that the walk gets far with each
    if case_row.claims.count() < 3:
        moves.append(lambda actor: claim.add_claim(actor, case_row, text="自来水发黄", about_us=True, accused=None, now=now))
    if case_row.statements.exclude(state="withdrawn").count() < 2:
        moves.append(lambda actor: statement.draft(actor, case_row, content=words(dice, case_row), now=now))
    row = dice.choice(list(case_row.claims.all()) or [None])
    if row is not None:
        kind, origin = dice.choice(claim.EVIDENCE_KINDS[1:]), dice.choice(["县水务局", "县疾控机构"])
        moves += [
            lambda actor: claim.take(actor, row, now=now),
            lambda actor: claim.add_evidence(actor, row, kind=kind, text="说明", origin=origin, now=now),
            lambda actor: claim.propose(actor, row, verdict=dice.choice(["true", "partly_true", "false"]), reason="见证据", now=now),
            lambda actor: claim.confirm(actor, row, now=now),
            lambda actor: claim.reopen(actor, row, reason="新情况", now=now),
        ]
    paper = dice.choice(list(case_row.statements.all()) or [None])
    if paper is not None:
        shown = dice.choice([paper.content_hash, paper.content_hash, content_hash(words(dice, case_row))])
        moves += [
            lambda actor: statement.edit(actor, paper, content=words(dice, case_row), based_on=paper.content_hash, now=now),
            lambda actor: statement.submit(actor, paper, now=now),
            lambda actor: statement.approve(actor, paper, hash=shown, overrule="已核对", now=now),
            lambda actor: statement.publish(actor, paper, now=now),
            lambda actor: statement.begin_correction(actor, paper, reason="数字有误", now=now),
            lambda actor: withdrawal.propose_withdrawal(actor, paper, reason="不再成立", now=now),
            lambda actor: withdrawal.withdraw(actor, paper, now=now),
        ]
    return moves


@pytest.mark.parametrize("seed", range(1, 4))
def test_two_persons_stand_behind_everything_public(seed: int) -> None:
    dice = random.Random(seed)
    scene = set_up()
    case_row = open_case(scene)
    people = list(scene.actors.values())
    refused = 0
    for _ in range(STEPS):
        move = dice.choice(acts(scene, dice, case_row))
        for actor in dice.sample(people, len(people)):
            try:
                move(actor)
                break
            except Refusal:
                refused += 1
    assert refused
    assert models.Revision.objects.exists()
    for revision in models.Revision.objects.filter(withdrawn=False):
        assert revision.edited_by
        assert revision.approved_by_id not in revision.edited_by
        assert revision.content_hash == content_hash(content_of(revision))
        for sentence in content_of(revision).sentences:
            assert sentence.kind is not SentenceKind.FACT or sentence.claims
    for row in models.Claim.objects.filter(state__in=("true", "partly_true", "false")):
        assert row.verifier_id and row.second_id and row.verifier_id != row.second_id
        assert row.evidence.count() >= (2 if row.state == "false" else 1)
    assert verify(event_of(row) for row in models.Entry.objects.order_by("id"))[2] is None


def test_a_refused_act_changes_nothing_but_the_record() -> None:
    scene = set_up()
    case_row = open_case(scene)
    paper = statement.draft(scene.actors["author"], case_row, content=words(random.Random(1), case_row), now=scene.tick())
    before = models.Statement.objects.values().get()
    with pytest.raises(Refusal):
        statement.publish(scene.actors["publisher"], paper, now=scene.tick())
    assert models.Statement.objects.values().get() == before
    last = models.Entry.objects.last()
    assert last is not None and last.type == "act_refused"
    assert json.loads(last.data)["act"] == "publish"
