"""Every row of every transition table is done by an act: with its permission, its second person, its reason and its entry of the record."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from tests import scene as made

from huiying.actions import (
    case,
    claim,
    clearing,
    commitment,
    concern,
    conference,
    contest,
    due,
    emergency,
    enquiry,
    instruction,
    investigation,
    line,
    proposal,
    publisher_request,
    response,
    ringing,
    settling,
    statement,
    task,
    warning,
    withdrawal,
)
from huiying.core.case.machine import SYSTEM, Transition
from huiying.core.case.workflow import MACHINES
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.line import Figure
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.store import models

pytestmark = pytest.mark.django_db
WHY = "现场已经核实，理由如此。"
# proposals about stories are made by a second look and have their own tests of every row: tests/actions/test_proposal.py
ELSEWHERE = {"proposal"}
ROWS = [(name, row) for name, machine in MACHINES.items() if name not in ELSEWHERE for row in machine.transitions]
LONG = timedelta(days=40)


@dataclass
class World:
    """A desk and the thing that a row is tried on."""

    scene: made.Scene
    case: models.Case
    thing: Any = None
    claim: Any = None
    sensitive: bool = False

    def by(self, role: str) -> Any:
        return self.scene.actors[role]

    def now(self) -> Any:
        return self.scene.tick()

    def department(self) -> models.Department:
        return models.Department.objects.get(name_zh="县水务局")

    def later(self) -> Any:
        return self.scene.now + timedelta(days=2)


def words(world: World, text: str = "管网正在冲洗。") -> Content:
    said = "一名女童的家属已得到看望。" if world.sensitive else text
    return Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, said),))


def open_again(world: World) -> Any:
    """A case of its own that is new, not assessed."""
    return case.open_by_hand(world.by("duty"), title="另一件事", level="yellow", known_by="hotline", now=world.now())


def the_other(world: World) -> models.Case:
    found = models.Case.objects.exclude(pk=world.thing.pk).exclude(state__in=("closed", "merged")).first()
    return found or open_again(world)


# How a thing of each machine begins.
BEGIN: dict[str, Callable[[World], Any]] = {
    "warning": lambda w: models.Warning.objects.exclude(state="linked").first() or fresh_warning(w),
    "case": open_again,
    "response": open_again,
    "concern": lambda w: concern.add_concern(w.by("duty"), w.case, kind="question", text="水能喝吗？", now=w.now()),
    "claim": lambda w: claim.add_claim(w.by("duty"), w.case, text="自来水发黄", about_us=True, accused=None, now=w.now()),
    "task": lambda w: task.assign(w.by("duty_lead"), w.case, department=w.department(), text="查明原因", now=w.now()),
    "instruction": lambda w: instruction.issue(w.by("leader"), w.case, text="今晚解决", department=w.department(), now=w.now()),
    "investigation": lambda w: investigation.open_investigation(
        w.by("leader"), w.case, kind="superior", body_zh="市应急管理局", now=w.now()
    ),
    "statement": lambda w: statement.draft(w.by("author"), w.case, content=words(w), now=w.now()),
    "line": lambda w: line.propose(w.by("author"), w.case, wording="统一口径", figures=[Figure("送医", "3", "人")], now=w.now()),
    "commitment": lambda w: commitment.propose(
        w.by("author"), w.case, department=w.department(), text="更换管网", due_at=w.later(), now=w.now()
    ),
    "enquiry": lambda w: enquiry.receive(w.by("duty"), w.case, text="何时恢复？", origin="media", outlet="晚报", now=w.now()),
    "conference": lambda w: conference.plan(w.by("spokesperson"), w.case, subject="供水", place="二楼", at=w.later(), now=w.now()),
    "contest": lambda w: contest.contest(w.by("duty"), w.case, text="结论不对", now=w.now()),
    "correction_request": lambda w: contest.ask_correction(w.by("duty"), spoken(w), text="日期不对", now=w.now()),
    "publisher_request": lambda w: publisher_request.draft(w.by("author"), w.case, **asking(w), now=w.now()),
}


def fresh_warning(world: World) -> models.Warning:
    made.gather(world.scene, made.Told("w-1", "story-w"), warnings=(made.alarm(world.scene, "story-w"),))
    return models.Warning.objects.get(story__key="story-w")


def spoken(world: World) -> models.Statement:
    row = models.Statement.objects.filter(state="published").first()
    return row or made.publish(world.scene, world.case, words(world))


def proven(world: World, verdict: str = "false") -> models.Claim:
    if world.claim is None:
        world.claim = made.settle(world.scene, world.case, "水里有毒", verdict)
    return world.claim


def asking(world: World) -> dict[str, Any]:
    return {
        "publisher": "晚报",
        "url": "https://wanbao.example/1",
        "wrong": "水里有毒。",
        "right": "检测显示水质达标。",
        "claims": [proven(world).pk],
    }


def timer(world: World) -> None:
    world.scene.tick(int(LONG.total_seconds() // 60))
    due.pass_on(world.scene.now)


def rise(world: World, level: str = "red") -> None:
    from huiying.core import types

    story = models.Story.objects.get(pk=world.thing.raised_for_id)
    warning.raise_warning(story, made.alarm(world.scene, story.key, types.Level(level), 9.0), now=world.now())


def remind(world: World) -> None:
    world.scene.tick(60 * 24)
    ringing.remind(world.scene.now)


def judged(world: World, verdict: str) -> None:
    """Propose again with the verdict that this row is about, then confirm."""
    models.Claim.objects.filter(pk=world.thing.pk).update(proposed=verdict)
    claim.confirm(world.by("reviewer"), world.thing, now=world.now())


def give_proof(world: World) -> None:
    for kind, origin in (("measurement", "县疾控机构"), ("site_report", "第二水厂")):
        claim.add_evidence(world.by("verifier"), world.thing, kind=kind, text="说明", origin=origin, now=world.now())
    claim.propose(world.by("verifier"), world.thing, verdict="true", reason=WHY, now=world.now())


def commitment_missed(world: World) -> None:
    row = commitment.propose(
        world.by("author"), world.thing, department=world.department(), text="修好", due_at=world.later(), now=world.now()
    )
    commitment.publish(world.by("approver"), row, now=world.now())
    world.scene.tick(60 * 24 * 3)
    commitment.auto_overdue(world.scene.now)


def contested(world: World, what: dict[str, Any], where: models.Case) -> None:
    row = contest.contest(world.by("duty"), where, text="结论不对", now=world.now(), **what)
    contest.weigh(world.by("verifier2"), row, reason=WHY, now=world.now())
    models.Case.objects.filter(pk=where.pk).update(settled_by=[])
    contest.accept(world.by("leader"), row, now=world.now())


def first_signature(act: Callable[..., Any], role: str) -> Callable[[World], None]:
    return lambda w: act(w.by(role), w.thing, reason=WHY, now=w.now())


def settle_a_claim(world: World) -> None:
    row = claim.add_claim(world.by("duty"), world.thing, text="发黄", about_us=False, accused=None, now=world.now())
    models.Claim.objects.filter(pk=row.pk).update(state="true", settled_at=world.scene.now)
    settling.facts_ready(world.by("verifier"), world.thing, now=world.now())


def resurged(world: World) -> None:
    story = models.Story.objects.first() or fresh_warning(world).story
    models.CaseStory.objects.get_or_create(case=world.thing, linked=story, defaults={"story": story})
    settling.resurge(story, now=world.now())


def emergency_begins(world: World) -> None:
    world.thing = emergency.emergency_holding(
        world.by("duty_lead"), world.case, lang="zh", seen="自来水发黄", next_update_at=world.later(), reason=WHY, now=world.now()
    )


def hold(world: World) -> None:
    conference.hold(world.by("spokesperson"), world.thing, record="已说明", unanswered=["何时恢复？"], now=world.now())


def follow_up(world: World) -> None:
    with pytest.raises(Refusal, match="not answered"):
        conference.follow_up(world.by("spokesperson"), world.thing, now=world.now())
    for row in world.thing.questions.all():
        enquiry.decline(world.by("spokesperson"), row, reason=WHY, now=world.now())
    conference.follow_up(world.by("spokesperson"), world.thing, now=world.now())


def simple(act: Callable[..., Any], role: str, **named: Any) -> Callable[[World], None]:
    """An act on the thing; text values that are callables are asked of the world, and a reason is given where the act takes one."""

    def run(world: World) -> None:
        values = {name: value(world) if callable(value) else value for name, value in named.items()}
        if "reason" in inspect.signature(act).parameters and "reason" not in values:
            values["reason"] = WHY
        act(world.by(role), world.thing, **values, now=world.now())

    run.act = act  # type: ignore[attr-defined]
    run.role, run.named = role, named  # type: ignore[attr-defined]
    return run


def hash_of(world: World) -> str:
    return world.thing.content_hash


def submitted(sensitive: bool, department: bool = False) -> Callable[[World], None]:
    def run(world: World) -> None:
        world.sensitive = sensitive
        edited(world)
        asked = world.department() if department else None
        statement.submit(world.by("author"), world.thing, department=asked, now=world.now())

    return run


def edited(world: World) -> None:
    text = f"管网正在冲洗，第{'一二三四五六七八九十'[world.scene.now.minute % 10]}轮。"
    statement.edit(world.by("author"), world.thing, content=words(world, text), based_on=hash_of(world), now=world.now())


def written_anew(world: World) -> None:
    world.sensitive = False
    edited(world)


def past(act: Callable[..., Any], role: str, sensitive: bool, **named: Any) -> Callable[[World], None]:
    """Confirmed or passed over, with a text that does or does not touch on people."""

    def run(world: World) -> None:
        world.sensitive = sensitive
        edited(world)
        statement.submit(world.by("author"), world.thing, department=world.department(), now=world.now())
        simple(act, role, **named)(world)

    return run


def withdrawn(world: World) -> None:
    withdrawal.propose_withdrawal(world.by("approver"), world.thing, reason=WHY, now=world.now())
    withdrawal.withdraw(world.by("leader"), world.thing, now=world.now())


def closed(world: World) -> None:
    settling.sign_review(world.by("leader"), world.thing, reason=WHY, now=world.now())
    settling.close(world.by("reviewer"), world.thing, now=world.now())


def no_response(world: World) -> None:
    settling.propose_no_response(world.by("duty_lead"), world.thing, reason=WHY, now=world.now())
    settling.no_response_needed(world.by("leader"), world.thing, now=world.now())


def published_in_retrospect(act: Callable[..., Any]) -> Callable[[World], None]:
    def run(world: World) -> None:
        emergency_begins(world)
        emergency.second_person_ok(world.by("spokesperson"), world.thing, hash=hash_of(world), now=world.now())
        simple(act, "approver")(world)

    return run


def holding_out(world: World) -> None:
    world.case = world.thing
    row = emergency.emergency_holding(
        world.by("duty_lead"), world.thing, lang="zh", seen="发黄", next_update_at=world.later(), reason=WHY, now=world.now()
    )
    emergency.second_person_ok(world.by("author"), row, hash=row.content_hash, now=world.now())


CHANGED = {"subject": "供水情况", "place": "三楼", "at": World.later}
ASKED = {"publisher": "晚报", "url": "https://wanbao.example/2", "wrong": "有毒。", "right": "达标。", "claims": lambda w: [proven(w).pk]}

DO: dict[tuple[str, str], Callable[[World], None]] = {
    ("warning", "acknowledge"): simple(warning.acknowledge, "duty"),
    ("warning", "auto_escalate"): remind,
    ("warning", "rise"): rise,
    ("warning", "open_case"): simple(case.open_case, "duty", title=""),
    ("warning", "attach_to_case"): lambda w: case.attach(w.by("duty"), w.thing, open_again(w), now=w.now()),
    ("warning", "dismiss"): simple(warning.dismiss, "duty"),
    ("warning", "resurge"): rise,
    ("warning", "contest"): simple(warning.contest, "auditor"),
    ("case", "assess"): simple(case.assess, "duty_lead", level="yellow", department=None),
    ("case", "merge_into"): lambda w: settling.merge_into(w.by("duty_lead"), w.thing, the_other(w), reason=WHY, now=w.now()),
    ("case", "unmerge"): simple(settling.unmerge, "duty_lead"),
    ("case", "start_verification"): simple(settling.start_verification, "duty_lead"),
    ("case", "propose_no_response"): first_signature(settling.propose_no_response, "duty_lead"),
    ("case", "no_response_needed"): no_response,
    ("case", "facts_ready"): settle_a_claim,
    ("case", "holding_statement_out"): holding_out,
    ("case", "new_facts"): simple(settling.new_facts, "duty"),
    ("case", "escalate"): simple(settling.escalate, "duty_lead", level="red"),
    ("case", "all_concerns_disposed"): simple(settling.all_concerns_disposed, "duty_lead"),
    ("case", "new_concern"): lambda w: concern.add_concern(w.by("duty"), w.thing, kind="question", text="还要停水吗？", now=w.now()),
    ("case", "quiet_period_over"): timer,
    ("case", "begin_review"): simple(settling.begin_review, "duty_lead"),
    ("case", "findings_need_work"): simple(settling.findings_need_work, "reviewer"),
    ("case", "sign_review"): first_signature(settling.sign_review, "reviewer"),
    ("case", "close"): closed,
    ("case", "reopen"): simple(settling.reopen, "duty"),
    ("case", "resurge"): resurged,
    ("case", "commitment_missed"): commitment_missed,
    ("case", "contest_accepted"): lambda w: contested(w, {}, w.thing),
    ("case", "report_up"): simple(case.report_up, "auditor", note="已报"),
    ("response", "activate"): simple(response.activate, "duty_lead", level="red", leading_group="县长任组长"),
    ("response", "stand_down"): simple(response.stand_down, "duty_lead"),
    ("concern", "investigate"): simple(concern.investigate, "duty"),
    ("concern", "dispose"): simple(concern.dispose, "duty_lead", disposition="solved", answer="已恢复供水"),
    ("concern", "reopen"): simple(concern.reopen, "dept"),
    ("claim", "take"): simple(claim.take, "verifier"),
    ("claim", "propose"): give_proof,
    ("claim", "rule_true"): lambda w: judged(w, "true"),
    ("claim", "rule_partly_true"): lambda w: judged(w, "partly_true"),
    ("claim", "rule_false"): lambda w: judged(w, "false"),
    ("claim", "rule_unverifiable"): lambda w: judged(w, "unverifiable"),
    ("claim", "refuse"): simple(claim.refuse, "reviewer"),
    ("claim", "waive_commitment"): simple(claim.waive_commitment, "leader"),
    ("claim", "reopen"): simple(claim.reopen, "duty"),
    ("task", "accept"): simple(task.accept, "dept"),
    ("task", "dispute"): simple(task.dispute, "dept"),
    ("task", "auto_escalate"): timer,
    ("task", "cancel"): simple(task.cancel, "duty_lead"),
    ("task", "reassign"): lambda w: task.rule(
        w.by("leader"), w.thing, department=models.Department.objects.get(name_zh="县教育局"), reason=WHY, now=w.now()
    ),
    ("task", "uphold"): simple(task.rule, "leader", department=World.department),
    ("task", "answer"): simple(task.answer, "dept", text="余氯达标"),
    ("task", "return"): simple(task.send_back, "verifier"),
    ("task", "accept_answer"): simple(task.accept_answer, "verifier"),
    ("task", "reopen"): simple(task.reopen, "verifier"),
    ("instruction", "answer"): simple(instruction.answer, "dept", text="已办"),
    ("instruction", "auto_overdue"): timer,
    ("instruction", "accept_answer"): simple(instruction.accept_answer, "leader"),
    ("instruction", "return"): simple(instruction.send_back, "leader"),
    ("instruction", "revoke"): simple(instruction.revoke, "leader"),
    ("investigation", "conclude"): simple(investigation.conclude, "verifier", finding="管网破损"),
    ("investigation", "stop"): simple(investigation.stop, "duty_lead"),
    ("investigation", "reopen"): simple(investigation.reopen, "leader"),
    ("statement", "edit"): written_anew,
    ("statement", "submit"): submitted(False),
    ("statement", "submit_to_privacy"): submitted(True),
    ("statement", "submit_to_department"): submitted(False, department=True),
    ("statement", "return_unconfirmed"): simple(clearing.return_unconfirmed, "dept_head"),
    ("statement", "confirm_facts"): past(clearing.confirm_facts, "dept_head", False, hash=hash_of),
    ("statement", "confirm_facts_to_privacy"): past(clearing.confirm_facts, "dept_head", True, hash=hash_of),
    ("statement", "pass_over"): past(clearing.pass_over, "approver", False),
    ("statement", "pass_over_to_privacy"): past(clearing.pass_over, "approver", True),
    ("statement", "return_for_privacy"): simple(clearing.return_for_privacy, "privacy"),
    ("statement", "clear"): simple(clearing.clear, "privacy", hash=hash_of),
    ("statement", "send_to_privacy"): simple(clearing.send_to_privacy, "approver"),
    ("statement", "return"): simple(statement.send_back, "approver"),
    ("statement", "approve"): simple(statement.approve, "approver", hash=hash_of),
    ("statement", "publish"): simple(statement.publish, "publisher"),
    ("statement", "abandon"): simple(statement.abandon, "author"),
    ("statement", "emergency_holding"): emergency_begins,
    ("statement", "second_person_ok"): simple(emergency.second_person_ok, "spokesperson", hash=hash_of),
    ("statement", "refuse"): simple(emergency.refuse, "spokesperson"),
    ("statement", "approve_in_retrospect"): published_in_retrospect(emergency.approve_in_retrospect),
    ("statement", "object_in_retrospect"): published_in_retrospect(emergency.object_in_retrospect),
    ("statement", "correct"): simple(statement.begin_correction, "author"),
    ("statement", "drop"): simple(statement.drop, "author"),
    ("statement", "propose_withdrawal"): first_signature(withdrawal.propose_withdrawal, "leader"),
    ("statement", "withdraw"): withdrawn,
    ("line", "agree"): simple(line.agree, "approver"),
    ("line", "return"): simple(line.send_back, "approver"),
    ("line", "supersede"): lambda w: line.agree(w.by("approver"), BEGIN["line"](w), now=w.now()),
    ("commitment", "publish"): simple(commitment.publish, "approver"),
    ("commitment", "refuse"): simple(commitment.refuse, "approver"),
    ("commitment", "start"): simple(commitment.start, "dept"),
    ("commitment", "claim_done"): simple(commitment.claim_done, "dept_head", done="三条支管已更换"),
    ("commitment", "verify"): simple(commitment.verify, "reviewer"),
    ("commitment", "not_done"): simple(commitment.not_done, "reviewer"),
    ("commitment", "auto_overdue"): timer,
    ("commitment", "resume"): simple(commitment.resume, "leader", due_at=World.later),
    ("commitment", "change"): simple(commitment.change, "leader"),
    ("commitment", "contest"): lambda w: contested(w, {"commitment": w.thing}, w.case),
    ("enquiry", "assign"): simple(enquiry.assign, "spokesperson", department=None),
    ("enquiry", "point_to"): lambda w: enquiry.point_to(w.by("spokesperson"), w.thing, spoken(w), now=w.now()),
    ("enquiry", "draft_answer"): simple(enquiry.draft_answer, "spokesperson", text="今晚恢复。"),
    ("enquiry", "approve_answer"): simple(enquiry.approve_answer, "approver"),
    ("enquiry", "return"): simple(enquiry.send_back, "approver"),
    ("enquiry", "decline"): simple(enquiry.decline, "spokesperson"),
    ("enquiry", "reopen"): simple(enquiry.reopen, "spokesperson"),
    ("conference", "change"): simple(conference.change, "spokesperson", **CHANGED),
    ("conference", "announce"): simple(conference.announce, "approver"),
    ("conference", "hold"): hold,
    ("conference", "follow_up"): follow_up,
    ("conference", "cancel"): simple(conference.cancel, "spokesperson"),
    **{(name, "weigh"): simple(contest.weigh, "verifier") for name in ("contest", "correction_request")},
    **{(name, "accept"): simple(contest.accept, "leader") for name in ("contest", "correction_request")},
    **{(name, "refuse"): simple(contest.refuse, "leader") for name in ("contest", "correction_request")},
    ("publisher_request", "edit"): simple(publisher_request.edit, "author", **ASKED),
    ("publisher_request", "approve"): simple(publisher_request.approve, "approver"),
    ("publisher_request", "abandon"): simple(publisher_request.abandon, "author"),
    ("publisher_request", "note_answer"): simple(publisher_request.note_answer, "author", text="我们再核对。"),
    ("publisher_request", "note_corrected"): simple(publisher_request.note_corrected, "author"),
    ("publisher_request", "note_not_corrected"): simple(publisher_request.note_not_corrected, "author"),
    ("publisher_request", "withdraw"): simple(publisher_request.withdraw, "approver"),
}


def way_to(name: str, state: str) -> list[str]:
    """The acts that lead from the beginning of a machine to a state, as few as can be; the first of the table where several are."""
    machine = MACHINES[name]
    ways: dict[str, list[str]] = {machine.initial: []}
    frontier = [machine.initial]
    while frontier:
        here = frontier.pop(0)
        for row in machine.transitions:
            if row.source == here and row.target not in ways:
                ways[row.target] = [*ways[here], row.act]
                frontier.append(row.target)
    return ways[state]


def field(name: str) -> str:
    return "response" if name == "response" else "state"


def at(name: str, state: str) -> World:
    """A thing of this machine in this state, brought there by acts alone."""
    scene = made.set_up()
    world = World(scene, made.open_case(scene))
    world.thing = BEGIN[name](world)
    for act in way_to(name, state):
        DO[name, act](world)
        world.thing.refresh_from_db()
    assert getattr(world.thing, field(name)) == state
    return world


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}-{row.source}-{row.act}" for name, row in ROWS])
def test_the_row_is_done_by_an_act(name: str, row: Transition) -> None:
    world = at(name, row.source)
    unreasoned(world, name, row)
    before = models.Entry.objects.count()
    DO[name, row.act](world)
    world.thing.refresh_from_db()
    assert getattr(world.thing, field(name)) == row.target
    assert models.Entry.objects.count() > before, "nothing stands on the record"
    last = models.Entry.objects.exclude(type="act_refused").order_by("-id").first()
    assert last is not None and (row.permission != SYSTEM or last.actor_kind != "staff" or row.act == "supersede")


def unreasoned(world: World, name: str, row: Transition) -> None:
    """The act has the permission of the table, and without the reason that it needs nothing happens."""
    run = DO[name, row.act]
    if not hasattr(run, "act"):
        return
    assert run.act.permission == row.permission
    if row.needs_reason:
        values = {key: value(world) if callable(value) else value for key, value in run.named.items()}  # type: ignore[attr-defined]
        with pytest.raises(Refusal, match="reason"):
            run.act(world.by(run.role), world.thing, **{**values, "reason": "  "}, now=world.now())  # type: ignore[attr-defined]
        world.thing.refresh_from_db()
        assert getattr(world.thing, field(name)) == row.source


def test_proposals_about_stories_have_their_acts() -> None:
    assert {row.act for row in MACHINES["proposal"].transitions} == {"accept", "refuse", "lapse", "undo"}
    assert proposal.accept.permission == "story.regroup"
