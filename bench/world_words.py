"""The guards of what the body says and promises, for the walk of bench/world.py."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.world import (
    DEPARTMENTS,
    Effect,
    Person,
    Thing,
    World,
    countersigns,
    disposes,
    escalates,
    merges,
    proposes,
    quiet,
    refuses_claim,
    reopens_claim,
    rests,
    rules,
    signs,
    takes,
    unmerges,
    waives,
    wakes,
)
from huiying.core.case import gates, separation
from huiying.core.case.charge import Hold
from huiying.core.case.machine import Transition
from huiying.core.roles import Role
from huiying.core.statement.checks import blocking, check, check_standing
from huiying.core.statement.content import content_hash
from huiying.core.statement.revisions import approval_holds
from huiying.core.statement.route import onward, submission
from huiying.core.types import Refusal


def gates_hold(world: World, paper: Thing) -> None:
    case, content = paper.case, paper.facts["content"]
    assert case is not None
    found = (*check(content, world.states_of_claims(case)), *check_standing(content, world.standing(case).open_concerns))
    if blocking(found):
        raise Refusal("stopped")
    for claim in world.of(case, "claim"):
        if any(claim.id in sentence.claims for sentence in content.sentences) and "verifier" in claim.facts:
            separation.verifier_not_author(verifier=claim.facts["verifier"].id, authors=paper.facts["authors"])


def edits(world: World, paper: Thing, person: Person, _row: Transition) -> Effect:
    assert paper.case is not None
    content = world.content(paper.case)
    authors = {person.id} if paper.facts["approved"] else {*paper.facts["authors"], person.id}
    return lambda: paper.facts.update(content=content, authors=authors, approved="")


def submits(world: World, paper: Thing, _person: Person, row: Transition) -> Effect:
    gates_hold(world, paper)
    facts = paper.facts
    way = submission(
        facts["content"],
        cleared=facts["cleared"],
        confirmed=facts["confirmed"],
        hash=content_hash(facts["content"]),
        asks_department=row.act == "submit_to_department",
    )
    if way != row.act:
        raise Refusal("another way")
    return lambda: None


def passes_on(world: World, paper: Thing, person: Person, row: Transition) -> Effect:
    separation.approver(approver=person.id, authors=paper.facts["authors"])
    if row.permission == "statement.confirm_facts":
        separation.own_department(member_department=person.department, task_department=paper.facts["department"])
    gates_hold(world, paper)
    hash = content_hash(paper.facts["content"])
    if onward(row.act.removesuffix("_to_privacy"), paper.facts["content"], cleared=paper.facts["cleared"], hash=hash) != row.act:
        raise Refusal("another way")
    return lambda: paper.facts.update(confirmed=hash)


def clears(_world: World, paper: Thing, person: Person, _row: Transition) -> Effect:
    separation.approver(approver=person.id, authors=paper.facts["authors"])
    return lambda: paper.facts.update(cleared=content_hash(paper.facts["content"]))


def approves(world: World, paper: Thing, person: Person, _row: Transition) -> Effect:
    separation.approver(approver=person.id, authors=paper.facts["authors"])
    gates_hold(world, paper)
    return lambda: paper.facts.update(approved=content_hash(paper.facts["content"]), approver=person)


def publishes(world: World, paper: Thing, person: Person, row: Transition) -> Effect:
    facts: dict[str, Any] = paper.facts
    assert paper.case is not None
    if row.act == "second_person_ok":
        separation.approver(approver=person.id, authors=facts["authors"])
        facts["approved"], facts["approver"] = content_hash(facts["content"]), person
    if not approval_holds(facts["approved"], facts["content"]):
        raise Refusal("not approved")
    gates.no_drill(paper.case.facts["drill"])
    gates_hold(world, paper)
    released = {
        "authors": set(facts["authors"]),
        "approver": facts["approver"],
        "hash": content_hash(facts["content"]),
        "approved": facts["approved"],
        "drill": paper.case.facts["drill"],
    }

    def effect() -> None:
        world.revisions.append(released)
        facts.update(revisions=[*facts.get("revisions", ()), released], approved="", authors=set())
        facts["fast"] = row.act == "second_person_ok"

    return effect


def second_of_fast_path(_world: World, paper: Thing, person: Person, _row: Transition) -> Effect:
    separation.approver(approver=person.id, authors=paper.facts["authors"])
    return lambda: None


def in_retrospect(_world: World, paper: Thing, person: Person, _row: Transition) -> Effect:
    if not paper.facts.get("fast"):
        raise Refusal("not on the fast path")
    last = paper.facts["revisions"][-1]
    separation.approver(approver=person.id, authors={*last["authors"], last["approver"].id})
    return lambda: paper.facts.update(fast=False)


def second_of_maker(_world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
    """Whoever made it does not settle it."""
    separation.second_person(proposer=thing.by["make"].id, second=person.id)
    if thing.machine in ("commitment", "conference", "publisher_request") and thing.state in ("proposed", "planned", "draft"):
        assert thing.case is not None
        gates.no_drill(thing.case.facts["drill"])
    return lambda: None


def refuses_promise(world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
    separation.second_person(proposer=thing.by["make"].id, second=person.id)
    claim, case = thing.facts["claim"], thing.case
    if claim is not None and case is not None and case.facts["drill"] and case.state in (*("watching", "review", "closed"), "merged"):
        raise Refusal("a drill that rests keeps its proposals")
    return lambda: None


def own(_world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
    separation.own_department(member_department=person.department, task_department=thing.facts["department"])
    return lambda: None


def outside(_world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
    separation.outside_department(member_department=person.department, owner=thing.facts["department"])
    separation.second_person(proposer=thing.by["claim_done"].id, second=person.id)
    return lambda: None


def late(world: World, thing: Thing, _person: Person | None, _row: Transition) -> Effect:
    if thing.facts["due"] > world.now or (thing.machine == "task" and thing.facts.get("escalated")):
        raise Refusal("not yet")
    return lambda: thing.facts.update(missed=world.now, escalated=True)


def new_date(world: World, thing: Thing, _person: Person, _row: Transition) -> Effect:
    return lambda: thing.facts.update(due=gates.due_after(world.now + timedelta(days=2), world.now))


def disputes(world: World, task: Thing, person: Person, _row: Transition) -> Effect:
    separation.own_department(member_department=person.department, task_department=task.facts["department"])
    before = task.facts.get("disputed", [])
    separation.dispute_once(department=task.facts["department"], disputed_by=before)
    return lambda: task.facts.update(disputed=[*before, task.facts["department"]], holds=[*task.facts["holds"], Hold(None, world.now)])


def reassigns(world: World, task: Thing, _person: Person, row: Transition) -> Effect:
    to = task.facts["department"] if row.act == "uphold" else world.dice.choice(DEPARTMENTS)
    return lambda: task.facts.update(department=to, holds=[*task.facts["holds"], Hold(to, world.now)])


def second_of(act: str) -> Any:
    def guard(_world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
        separation.second_person(proposer=thing.by[act].id, second=person.id)
        return lambda: None

    return guard


RETURN = Role.LEADER, Role.REVIEWER
GUARDS: dict[tuple[str, str], Any] = {
    ("case", "all_concerns_disposed"): rests,
    ("case", "propose_no_response"): signs("no_response"),
    ("case", "no_response_needed"): countersigns("no_response"),
    ("case", "sign_review"): signs("close"),
    ("case", "close"): countersigns("close", RETURN),
    ("case", "merge_into"): merges,
    ("case", "unmerge"): unmerges,
    ("case", "escalate"): escalates,
    ("case", "quiet_period_over"): quiet,
    ("concern", "dispose"): disposes,
    ("concern", "reopen"): wakes,
    ("claim", "take"): takes,
    ("claim", "propose"): proposes,
    **{("claim", f"rule_{verdict}"): rules for verdict in ("true", "partly_true", "false", "unverifiable")},
    ("claim", "refuse"): refuses_claim,
    ("claim", "reopen"): reopens_claim,
    ("claim", "waive_commitment"): waives,
    ("task", "accept"): own,
    ("task", "answer"): own,
    ("task", "dispute"): disputes,
    ("task", "reassign"): reassigns,
    ("task", "uphold"): reassigns,
    ("task", "auto_escalate"): late,
    ("instruction", "auto_overdue"): late,
    ("instruction", "accept_answer"): second_of("answer"),
    ("statement", "edit"): edits,
    **{("statement", act): submits for act in ("submit", "submit_to_privacy", "submit_to_department")},
    **{("statement", act): passes_on for act in ("confirm_facts", "confirm_facts_to_privacy", "pass_over", "pass_over_to_privacy")},
    ("statement", "clear"): clears,
    ("statement", "approve"): approves,
    ("statement", "publish"): publishes,
    ("statement", "second_person_ok"): publishes,
    ("statement", "refuse"): second_of_fast_path,
    ("statement", "approve_in_retrospect"): in_retrospect,
    ("statement", "object_in_retrospect"): in_retrospect,
    ("statement", "propose_withdrawal"): signs("withdraw"),
    ("statement", "withdraw"): countersigns("withdraw", (Role.APPROVER, Role.LEADER)),
    ("line", "agree"): second_of_maker,
    ("commitment", "publish"): second_of_maker,
    ("commitment", "refuse"): refuses_promise,
    ("commitment", "start"): own,
    ("commitment", "claim_done"): own,
    ("commitment", "verify"): outside,
    ("commitment", "not_done"): outside,
    ("commitment", "auto_overdue"): late,
    ("commitment", "resume"): new_date,
    ("enquiry", "approve_answer"): second_of("draft_answer"),
    ("enquiry", "return"): second_of("draft_answer"),
    ("conference", "announce"): second_of_maker,
    **{(name, act): second_of("weigh") for name in ("contest", "correction_request") for act in ("accept", "refuse")},
    ("publisher_request", "approve"): second_of_maker,
}
