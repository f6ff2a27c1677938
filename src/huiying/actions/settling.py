"""A case comes to rest, is reviewed and closed by two people, opened again, merged and taken apart."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import DETECTOR, TIMER, Actor
from huiying.actions.moving import countersign, shift, sign
from huiying.actions.recording import act, member_of, write
from huiying.actions.timer import carry
from huiying.core.case import gates
from huiying.core.case.duties import Clocks, preset_of
from huiying.core.case.separation import one_of_each, second_person
from huiying.core.case.workflow import advance
from huiying.core.roles import Role
from huiying.core.types import Level, Refusal
from huiying.store import models
from huiying.store.standing import clocks_of, family, put_clocks, standing_of

NO_RESPONSE, CLOSE = "no_response_needed", "close"


@act("case.assess")
def start_verification(actor: Actor, case: models.Case, *, now: datetime) -> None:
    """Begin to check what is said."""
    shift(case, "start_verification", actor=actor, now=now)


@act("claim.check")
def facts_ready(actor: Actor, case: models.Case, *, now: datetime) -> None:
    """Enough is known to answer: at least one claim has its verdict."""
    state = advance("case", case.state, "facts_ready")
    if state != case.state and not models.Claim.objects.filter(case__in=family(case), settled_at__isnull=False).exists():
        raise Refusal("No claim of this case has a verdict yet. Settle one, or say that no answer is needed.")
    shift(case, "facts_ready", actor=actor, now=now)


@act("claim.add")
def new_facts(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """Something new came up that must be checked before more is said."""
    shift(case, "new_facts", actor=actor, now=now, reason=reason)


@act("case.assess")
def escalate(actor: Actor, case: models.Case, *, level: str, reason: str, now: datetime) -> None:
    """It is graver than thought: a higher level, assessed anew. No clock begins again."""
    gates.escalated(case.level, level)
    before, case.level = case.level, level
    shift(case, "escalate", actor=actor, now=now, reason=reason, level=level, level_before=before)


@act("case.assess")
def all_concerns_disposed(actor: Actor, case: models.Case, *, now: datetime) -> None:
    """Every concern has its answer and every true claim about us its commitment: go on watching."""
    advance("case", case.state, "all_concerns_disposed")
    gates.may_rest(standing_of(case))
    shift(case, "all_concerns_disposed", actor=actor, now=now)


@act("case.assess")
def propose_no_response(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """The first of two people says why nobody needs an answer."""
    advance("case", case.state, "propose_no_response", reason=reason)
    gates.may_rest(standing_of(case))
    sign(f"case:{case.pk}", NO_RESPONSE, actor=actor, reason=reason, now=now)
    shift(case, "propose_no_response", actor=actor, now=now, reason=reason, type="signed")


@act("case.assess")
def no_response_needed(actor: Actor, case: models.Case, *, now: datetime) -> None:
    """The second person agrees; the case is watched."""
    advance("case", case.state, "no_response_needed")
    first = _second(actor, case, NO_RESPONSE)
    gates.may_rest(standing_of(case))
    case.reason, case.settled_by = first.reason, [first.by_id, member_of(actor).pk]
    shift(case, "no_response_needed", actor=actor, now=now, reason=first.reason, first=first.by.username)


@act("case.assess")
def begin_review(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """Review the case before its quiet days are over; the reason says why that can be done."""
    shift(case, "begin_review", actor=actor, now=now, reason=reason)


@act("case.close")
def findings_need_work(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """The review found work that is left."""
    shift(case, "findings_need_work", actor=actor, now=now, reason=reason)


@act("case.close")
def sign_review(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """The first of leader and reviewer signs the review; the reason is what the review comes to."""
    advance("case", case.state, "sign_review", reason=reason)
    gates.may_rest(standing_of(case))
    sign(f"case:{case.pk}", CLOSE, actor=actor, reason=reason, now=now)
    shift(case, "sign_review", actor=actor, now=now, reason=reason, type="signed")


@act("case.close")
def close(actor: Actor, case: models.Case, *, now: datetime) -> None:
    """The second of leader and reviewer signs: the case is closed."""
    advance("case", case.state, "close")
    first = _second(actor, case, CLOSE)
    one_of_each(first.by.role_set, member_of(actor).role_set, Role.LEADER, Role.REVIEWER)
    gates.may_rest(standing_of(case))
    case.reason, case.settled_by = first.reason, [first.by_id, member_of(actor).pk]
    shift(case, "close", actor=actor, now=now, reason=first.reason, type="case_closed", first=first.by.username)


def _second(actor: Actor, case: models.Case, act_name: str) -> models.Signature:
    first = countersign(f"case:{case.pk}", act_name)
    second_person(proposer=first.by_id, second=member_of(actor).pk)
    return first


@act("case.open")
def reopen(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """A closed case is taken up again. Its clocks go on from where they began."""
    shift(case, "reopen", actor=actor, now=now, reason=reason, type="case_reopened")


def resurge(story: models.Story, *, now: datetime) -> None:
    """The detector calls again to a story whose case is at rest: the case is taken up."""
    for case in models.Case.objects.filter(stories__story=story, state__in=("watching", "review", "closed")).distinct().order_by("pk"):
        shift(case, "resurge", actor=DETECTOR, now=now, type="case_reopened", story=story.key)


def quiet_period_over(now: datetime) -> int:
    """Cases about which nothing has come for long enough go on to their review. Returns how many."""
    count = 0
    for case in models.Case.objects.filter(state="watching").order_by("pk"):
        last = models.Story.objects.filter(case_links__case=case).order_by("-last_at").values_list("last_at", flat=True).first()
        since = max(filter(None, (last, case.moved_at, case.opened_at)))
        if gates.quiet(preset=preset_of(case.level), since=since, now=now):
            shift(case, "quiet_period_over", actor=TIMER, now=now)
            count += 1
    return count


@act("case.assess")
def merge_into(actor: Actor, case: models.Case, other: models.Case, *, reason: str, now: datetime) -> None:
    """Two cases are one. Each keeps its history; the other gets the stories, the earlier clocks and the higher level of this one."""
    advance("case", case.state, "merge_into", reason=reason)
    gates.mergeable(case.pk, other.pk, other.state, drill=case.drill, into_drill=other.drill)
    if other.state in ("watching", "review"):
        gates.may_rest(standing_of(case))
    own, theirs = clocks_of(case), clocks_of(other)
    links = []
    for link in models.CaseStory.objects.filter(case=case).order_by("pk"):
        made, fresh = models.CaseStory.objects.get_or_create(case=other, linked=link.linked, defaults={"story": link.story})
        links += [made.pk] if fresh else []
    put_clocks(other, theirs.together(own))
    other.level = max(Level(other.level), Level(case.level), key=lambda level: level.rank).value
    other.save()
    carry(case, other, actor=actor, now=now)
    case.merged_into = other
    case.merge_undo = {"links": links, "clocks": {name: _iso(getattr(theirs, name)) for name in theirs.__struct_fields__}}
    shift(case, "merge_into", actor=actor, now=now, reason=reason, type="case_merged", into=other.pk)
    write("case_merged", actor=actor, now=now, subject=f"case:{other.pk}", taken_in=case.pk, level=other.level)


@act("case.assess")
def unmerge(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """The two were not one. The other gives back what it got from this one, unless it has come to know better since."""
    advance("case", case.state, "unmerge", reason=reason)
    other, undo = case.merged_into, case.merge_undo
    assert other is not None
    models.CaseStory.objects.filter(pk__in=undo["links"]).delete()
    own, now_known = clocks_of(case), clocks_of(other)
    back = {
        name: _time(undo["clocks"][name]) if getattr(now_known, name) == getattr(own, name) else getattr(now_known, name)
        for name in own.__struct_fields__
    }
    put_clocks(other, Clocks(**back))
    other.save()
    case.merged_into, case.merge_undo = None, {}
    shift(case, "unmerge", actor=actor, now=now, reason=reason, type="case_unmerged", out_of=other.pk)


def _iso(at: datetime | None) -> str:
    return at.isoformat() if at is not None else ""


def _time(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
