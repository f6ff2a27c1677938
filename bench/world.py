"""A small desk without a database: people, cases and everything inside them, moved only by the core's tables and decisions."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from huiying.core.case import gates, separation
from huiying.core.case.charge import Hold, charged, total
from huiying.core.case.claims import EvidenceFact, Verdict, check_proposal, independent
from huiying.core.case.concerns import Disposition, check_disposed
from huiying.core.case.duties import Clocks, preset_of
from huiying.core.case.machine import SYSTEM, Transition
from huiying.core.case.workflow import MACHINES, acts_from, advance, transition
from huiying.core.roles import Role, permissions_of
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Level, Refusal

Effect = Callable[[], object]
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
DEPARTMENTS = (1, 2, 3)
PARTS = (*(name for name in MACHINES if name not in ("warning", "proposal", "case", "response")),)
AT_REST = ("watching", "review", "closed")
RARE = frozenset({"resurge", "commitment_missed", "contest_accepted", "withdraw", "propose_withdrawal", "merge_into", "abandon"})
"""What would end or send back everything before it comes far is tried less often."""
MOST_CASES, MOST_PARTS = 5, 4
TEXTS = ("管网正在冲洗。", "一名女童的家属已得到看望。", "今晚恢复供水。")
FACT = "自来水发黄。"
DENIAL = "自来水发黄不属实。"


@dataclass(frozen=True)
class Person:
    """A member of staff."""

    id: int
    roles: frozenset[Role]
    department: int | None = None

    def may(self, permission: str) -> bool:
        return permission in permissions_of(self.roles)


@dataclass(eq=False)
class Thing:
    """Anything with a state. `by` says who did which act to it last; `facts` are its other columns."""

    machine: str
    id: int
    case: Thing | None
    state: str
    by: dict[str, Person] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


class World:
    """The desk. Everything random comes from one seed, so that every walk can be walked again."""

    def __init__(self, seed: int, guards: dict[tuple[str, str], Callable[..., Effect]]) -> None:
        self.guards = guards
        self.dice = random.Random(seed)  # noqa: S311 - a walk, no secret
        self.now = START
        inside = (Role.DEPT, Role.DEPT_HEAD)
        singles = [Person(n, frozenset({role}), DEPARTMENTS[n % 3] if role in inside else None) for n, role in enumerate(Role, 1)]
        more = [(Role.VERIFIER, None), (Role.LEADER, None), (Role.DEPT_HEAD, 1), (Role.DEPT_HEAD, 2), (Role.REVIEWER, 1)]
        both = [{Role.AUTHOR, Role.APPROVER, Role.PUBLISHER}, {Role.LEADER, Role.REVIEWER}, {Role.VERIFIER, Role.AUTHOR}]
        self.people = [
            *singles,
            *(Person(100 + n, frozenset({role}), department) for n, (role, department) in enumerate(more)),
            *(Person(200 + n, frozenset(roles), n) for n, roles in enumerate(both)),
        ]
        self.cases: list[Thing] = []
        self.parts: list[Thing] = []
        self.seen: set[tuple[str, str, str]] = set()
        self.acted: list[tuple[Person | None, Transition]] = []
        self.revisions: list[dict[str, Any]] = []
        self.steps = self.refused = 0

    # ---- walking

    def step(self) -> None:
        """One try at one act by one person or by the system; the rules may refuse it."""
        self.steps += 1
        self.now += timedelta(minutes=self.dice.choice((1, 1, 1, 30, 60 * 24, 60 * 24 * 4)))
        if (len(self.cases) < MOST_CASES and self.dice.random() < 0.05) or not self.cases:
            self.begin_case()
            return
        case = self.dice.choice(self.cases)
        own = [part for part in self.parts if part.case is case]
        if self.dice.random() < 0.08 and case.state not in ("closed", "merged"):
            self.begin_part(case, own)
            return
        papers = [part for part in own if part.machine == "statement"]
        thing = self.dice.choice([case, case, *own, *papers, *papers])
        rows = acts_from(thing.machine, thing.state)
        if not rows:
            self.forget(thing)
            return
        row = self.dice.choice(rows)
        if row.act in RARE and self.dice.random() < 0.85:
            return
        self.attempt(thing, row)

    def attempt(self, thing: Thing, row: Transition) -> None:
        """Let a few people try, in random order; the first whom the rules let act does it."""
        crowd: list[Person | None] = [None] if row.permission == SYSTEM else list(self.people)
        self.dice.shuffle(crowd)
        for person in crowd[:14]:
            try:
                self.do(person, thing, row)
            except Refusal:
                self.refused += 1
            else:
                return

    def do(self, person: Person | None, thing: Thing, row: Transition) -> None:
        """The act with its permission, its guard and its effects. Refuses without a change."""
        if person is not None and not person.may(row.permission):
            raise Refusal("Your role does not include this: %(permission)s.", permission=row.permission)
        if person is None and row.permission != SYSTEM:
            raise Refusal("Only a member of staff can do this.")
        state = advance(thing.machine, thing.state, row.act, reason="见记录" if row.needs_reason else "")
        effect = self.guards.get((thing.machine, row.act), nothing)(self, thing, person, row)
        self.seen.add((thing.machine, row.source, row.act))
        self.acted.append((person, row))
        if thing.machine == "case" and state != thing.state:
            thing.facts["moved"] = self.now
            thing.facts["signed"] = {}
        thing.state = state
        if person is not None:
            thing.by[row.act] = person
        effect()

    def begin_case(self) -> None:
        known = self.now - timedelta(hours=self.dice.randint(0, 30))
        clocks = Clocks(event_known=known, first_public=known - timedelta(hours=self.dice.randint(0, 9)))
        made = Thing("case", len(self.cases) + self.steps, None, "triage", facts={"level": "yellow", "clocks": clocks, "first": clocks})
        made.facts |= {"drill": self.dice.random() < 0.15, "signed": {}, "moved": self.now, "department": self.dice.choice(DEPARTMENTS)}
        self.cases.append(made)

    def begin_part(self, case: Thing, own: list[Thing]) -> None:
        # the way of a statement and its correction is the longest: it is begun more often and tried more often
        name = "statement" if self.dice.random() < 0.3 else self.dice.choice(PARTS)
        if sum(part.machine == name for part in own) >= MOST_PARTS:
            return
        able = [person for person in self.people if Role.ADMIN not in person.roles and Role.AUDITOR not in person.roles]
        writers = [person for person in self.people if person.may("statement.write")]
        maker = self.dice.choice(writers if name in ("statement", "line", "publisher_request") else able)
        part = Thing(name, self.steps, case, MACHINES[name].initial, by={"make": maker})
        part.facts = {"department": self.dice.choice(DEPARTMENTS), "due": self.now + timedelta(days=3), "made": self.now}
        if name == "claim":
            part.facts |= {"evidence": [], "about_us": self.dice.random() < 0.5, "accused": self.dice.choice((None, *DEPARTMENTS))}
        if name == "statement":
            part.facts |= {
                "content": self.content(case),
                "authors": {maker.id},
                "approved": "",
                "cleared": "",
                "confirmed": "",
                "signed": {},
            }
        if name == "task":
            part.facts["holds"] = [Hold(part.facts["department"], self.now)]
        if name == "commitment":
            claims = [other for other in own if other.machine == "claim"]
            part.facts["claim"] = self.dice.choice([None, *claims])
        self.parts.append(part)
        if name == "concern" and case.state in ("watching", "review"):
            self.do(part.by["make"], case, transition("case", case.state, "new_concern"))

    def forget(self, thing: Thing) -> None:
        """What is over gives room to something new, so that a long walk meets everything again and again."""
        if thing in self.parts and thing.machine != "claim" and self.dice.random() < 0.3:
            self.parts.remove(thing)

    # ---- reading

    def family(self, case: Thing) -> list[Thing]:
        found = [case]
        for member in found:
            found += [other for other in self.cases if other.facts.get("into") is member and other not in found]
        return found

    def of(self, case: Thing, machine: str) -> list[Thing]:
        """The parts of a kind of a case and those merged into it."""
        cases = self.family(case)
        return [part for part in self.parts if part.machine == machine and part.case in cases]

    def owes(self, claim: Thing, drill: bool) -> bool:
        given = [part.state for part in self.parts if part.machine == "commitment" and part.facts["claim"] is claim]
        waived = claim.facts.get("waived") is not None
        return gates.binds(state=claim.state, about_us=claim.facts["about_us"], commitments=given, waived=waived, drill=drill)

    def standing(self, case: Thing) -> gates.Standing:
        waiting = sum(concern.state != "disposed" for concern in self.of(case, "concern"))
        owed = tuple(str(claim.id) for claim in self.of(case, "claim") if self.owes(claim, case.facts["drill"]))
        return gates.Standing(open_concerns=waiting, owed=owed)

    def spoke(self, case: Thing) -> bool:
        return any(part.facts.get("revisions") and part.state != "withdrawn" for part in self.of(case, "statement"))

    def states_of_claims(self, case: Thing) -> dict[int, str]:
        return {part.id: part.state for part in self.parts if part.machine == "claim" and part.case is case}

    def content(self, case: Thing) -> Content:
        states = self.states_of_claims(case)
        sentences = [Sentence(SentenceKind.DOING, self.dice.choice(TEXTS))]
        if states and self.dice.random() < 0.6:
            claim = self.dice.choice(sorted(states))
            sentences.append(Sentence(SentenceKind.FACT, DENIAL if states[claim] == "false" else FACT, (claim,)))
        stage = self.dice.choice((Stage.S1, Stage.S2, Stage.S6))
        return Content(stage=stage, lang="zh", title=f"情况说明{self.dice.randint(1, 9)}", sentences=tuple(sentences))

    # ---- what must hold, whatever happened

    def check(self) -> None:
        """The invariants, read from what is there and not from the guards that should have kept them."""
        for case in self.cases:
            if case.state in AT_REST:
                assert not [c for c in self.of(case, "concern") if c.state != "disposed"], "a case rests with an open concern"
                assert not [c for c in self.of(case, "claim") if self.owes(c, case.facts["drill"])], (
                    "a true claim about us leads to nothing"
                )
            if case.state == "closed":
                first, second = case.facts["closed_by"]
                assert first.id != second.id and {Role.LEADER, Role.REVIEWER} <= first.roles | second.roles, "closed by less than two"
            for name in case.facts["first"].__struct_fields__:
                began, now = getattr(case.facts["first"], name), getattr(case.facts["clocks"], name)
                assert began is None or (now is not None and now <= began), "a clock was set back"
            assert transition("case", case.state, "report_up").target == case.state
        for part in self.parts:
            if part.machine == "claim" and part.state in set(Verdict):
                verifier, second = part.facts["verifier"], part.facts["second"]
                assert verifier.id != second.id, "a verdict of one person"
                if part.state == "false":
                    pieces = part.facts["evidence"]
                    assert any(independent(a, b) for a in pieces for b in pieces), "false on one piece of evidence"
                    concerned = part.facts["accused"] or (part.case.facts["department"] if part.facts["about_us"] else None)  # type: ignore[union-attr]
                    assert concerned is None or second.department != concerned, "false from inside the department"
            if part.machine == "commitment":
                assert part.state != "verified_done" or part.by["verify"].department != part.facts["department"], "it verified itself"
                assert part.state != "missed" or part.facts["missed"] is not None
            if part.machine == "task":
                holds = part.facts["holds"]
                assert total(charged(holds, self.now).values()) == self.now - part.facts["made"], "a hand-off hid a delay"
        for revision in self.revisions:
            assert revision["authors"] and revision["approver"].id not in revision["authors"], "one person published"
            assert not revision["drill"], "a drill was published"
            assert revision["hash"] == revision["approved"], "published other words than were approved"
        for person, row in self.acted:
            assert person is None or Role.ADMIN not in person.roles or row.act == "report_up", "an administrator acted"
            assert person is not None or row.permission == SYSTEM, "the system did what people do"
        self.revisions.clear()
        self.acted.clear()


def nothing(_world: World, _thing: Thing, _person: Person | None, _row: Transition) -> Effect:
    """An act that only moves the state."""
    return lambda: None


def rests(world: World, case: Thing, _person: Person | None, _row: Transition) -> Effect:
    gates.may_rest(world.standing(case))
    return lambda: None


def quiet(world: World, case: Thing, _person: Person | None, _row: Transition) -> Effect:
    if not gates.quiet(preset=preset_of(case.facts["level"]), since=case.facts["moved"], now=world.now):
        raise Refusal("not yet")
    return lambda: None


def signs(act: str) -> Callable[..., Effect]:
    def guard(world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
        if thing.machine == "case":
            gates.may_rest(world.standing(thing))
        if act in thing.facts["signed"]:
            raise Refusal("signed already")
        return lambda: thing.facts["signed"].update({act: person})

    return guard


def countersigns(act: str, roles: tuple[Role, Role] | None = None) -> Callable[..., Effect]:
    def guard(world: World, thing: Thing, person: Person, _row: Transition) -> Effect:
        first = thing.facts["signed"].get(act)
        if first is None:
            raise Refusal("nobody signed")
        separation.second_person(proposer=first.id, second=person.id)
        if roles is not None:
            separation.one_of_each(first.roles, person.roles, *roles)
        if thing.machine == "case":
            gates.may_rest(world.standing(thing))
        return lambda: (thing.facts["signed"].clear(), thing.facts.update({f"{act}d_by": (first, person)}))

    return guard


def merges(world: World, case: Thing, _person: Person, _row: Transition) -> Effect:
    other = world.dice.choice(world.cases)
    gates.mergeable(case.id, other.id, other.state, drill=case.facts["drill"], into_drill=other.facts["drill"])
    if other.state in AT_REST:
        gates.may_rest(world.standing(case))

    def effect() -> None:
        case.facts |= {"into": other, "undo": other.facts["clocks"]}
        other.facts["clocks"] = other.facts["clocks"].together(case.facts["clocks"])
        other.facts["level"] = max(Level(other.facts["level"]), Level(case.facts["level"]), key=lambda level: level.rank).value

    return effect


def unmerges(_world: World, case: Thing, _person: Person, _row: Transition) -> Effect:
    return lambda: case.facts.pop("into")


def escalates(world: World, case: Thing, _person: Person, _row: Transition) -> Effect:
    level = world.dice.choice(list(Level)).value
    gates.escalated(case.facts["level"], level)
    return lambda: case.facts.update(level=level)


def disposes(world: World, concern: Thing, _person: Person, _row: Transition) -> Effect:
    wanted = world.dice.choice(list(Disposition))
    check_disposed(wanted, answer="已办", referred_to=world.dice.choice(("", "县教育局")), published=world.spoke(concern.case))  # type: ignore[arg-type]
    return lambda: None


def wakes(world: World, concern: Thing, person: Person, _row: Transition) -> Effect:
    """A concern that is open again brings a case that rests back to work; a closed one is reopened first."""
    case = concern.case
    assert case is not None
    top = case
    while top.facts.get("into") is not None:
        top = top.facts["into"]
    if case.state in ("closed", "merged") or top.state == "closed":
        raise Refusal("over")
    return lambda: world.do(person, top, transition("case", top.state, "new_concern")) if top.state in ("watching", "review") else None


def takes(_world: World, claim: Thing, person: Person, _row: Transition) -> Effect:
    return lambda: claim.facts.update(verifier=person)


def proposes(world: World, claim: Thing, person: Person, _row: Transition) -> Effect:
    if claim.facts.get("verifier") is not person:
        raise Refusal("another's")
    pieces = [*claim.facts["evidence"], EvidenceFact(kind=world.dice.choice(("document", "measurement")), origin=world.dice.choice("甲乙"))]
    verdict = world.dice.choice(list(Verdict))
    check_proposal(verdict, pieces, reason="查过")
    return lambda: claim.facts.update(evidence=pieces, proposed=verdict)


def rules(world: World, claim: Thing, person: Person, row: Transition) -> Effect:
    if row.act != f"rule_{claim.facts['proposed']}":
        raise Refusal("another verdict was proposed")
    accused = claim.facts["accused"] or (claim.case.facts["department"] if claim.facts["about_us"] else None)  # type: ignore[union-attr]
    separation.second_person(
        proposer=claim.facts["verifier"].id,
        second=person.id,
        verdict=claim.facts["proposed"],
        accused=accused,
        second_department=person.department,
    )
    top = claim.case
    assert top is not None
    while top.facts.get("into") is not None:
        top = top.facts["into"]
    if top.state in AT_REST and claim.facts["about_us"] and claim.facts["proposed"] in gates.BOUND:
        raise Refusal("reopen the case first")
    return lambda: claim.facts.update(second=person)


def refuses_claim(_world: World, claim: Thing, person: Person, _row: Transition) -> Effect:
    separation.second_person(proposer=claim.facts["verifier"].id, second=person.id)
    return lambda: None


def reopens_claim(_world: World, claim: Thing, _person: Person, _row: Transition) -> Effect:
    return lambda: claim.facts.update(waived=None)


def waives(_world: World, claim: Thing, person: Person, _row: Transition) -> Effect:
    separation.second_person(proposer=claim.facts["verifier"].id, second=person.id)
    return lambda: claim.facts.update(waived=person)
