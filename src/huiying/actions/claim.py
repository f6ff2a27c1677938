"""Claims: written down, checked against evidence, settled by two people."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.moving import move
from huiying.actions.recording import act, member_of, write
from huiying.actions.statement import flag_corrections
from huiying.core.case import gates
from huiying.core.case.claims import EvidenceFact, Verdict, check_proposal
from huiying.core.case.separation import second_person
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.standing import concerned, owes, whole_of

EVIDENCE_KINDS = ("item", "site_report", "document", "measurement", "witness")


@act("claim.add")
def add_claim(
    actor: Actor, case: models.Case, *, text: str, about_us: bool, accused: models.Department | None, now: datetime
) -> models.Claim:
    """Write down what is said to be so."""
    if not text.strip():
        raise Refusal("A claim needs the sentence that is to be checked.")
    claim = models.Claim.objects.create(
        case=case, text=text.strip()[:2000], about_us=about_us, accused=accused, added_at=now, added_by=member_of(actor)
    )
    _write("claim_added", claim, actor=actor, now=now, text=claim.text)
    return claim


@act("claim.check")
def take(actor: Actor, claim: models.Claim, *, now: datetime) -> None:
    """A verifier takes a claim on."""
    claim.state = advance("claim", claim.state, "take")
    claim.verifier = member_of(actor)
    claim.save()
    _write("claim_taken", claim, actor=actor, now=now)
    if claim.case.state == "assessing":
        move(claim.case, "start_verification", actor=actor, now=now)


@act("evidence.add")
def add_evidence(
    actor: Actor, claim: models.Claim, *, kind: str, text: str, origin: str, item: models.Item | None = None, now: datetime
) -> models.Evidence:
    """Evidence for or against a claim: what it is, in words, and whose it is."""
    if kind not in EVIDENCE_KINDS:
        raise Refusal("%(kind)s is not a kind of evidence; the kinds are %(kinds)s.", kind=kind, kinds=", ".join(EVIDENCE_KINDS))
    if item is not None:
        text, origin = text or item.title or item.text, origin or item.source.name
    if not text.strip() or not origin.strip():
        raise Refusal("Evidence needs what it says and where it comes from.")
    row = models.Evidence.objects.create(
        claim=claim, kind=kind, item=item, text=text.strip()[:4000], origin=origin.strip()[:200], added_at=now, added_by=member_of(actor)
    )
    _write("evidence_added", claim, actor=actor, now=now, evidence=row.pk, kind=kind, origin=row.origin)
    return row


@act("claim.check")
def propose(actor: Actor, claim: models.Claim, *, verdict: str, reason: str, now: datetime) -> None:
    """The verifier's verdict, for a second person to confirm."""
    if verdict not in set(Verdict):
        raise Refusal("%(verdict)s is not a verdict; the verdicts are %(verdicts)s.", verdict=verdict, verdicts=", ".join(Verdict))
    if claim.verifier != actor.member:
        raise Refusal("Another verifier has taken this claim; only that person can propose its verdict.")
    facts = [EvidenceFact(kind=row.kind, origin=row.origin) for row in claim.evidence.order_by("id")]
    check_proposal(Verdict(verdict), facts, reason=reason)
    claim.state = advance("claim", claim.state, "propose", reason=reason)
    claim.proposed, claim.reason = verdict, reason
    claim.save()
    _write("verdict_proposed", claim, actor=actor, now=now, verdict=verdict, reason=reason)


@act("claim.confirm")
def confirm(actor: Actor, claim: models.Claim, *, now: datetime) -> None:
    """The second person agrees: the verdict holds. Published sentences that relied on another verdict are flagged."""
    member = member_of(actor)
    verdict = claim.proposed
    state = advance("claim", claim.state, f"rule_{verdict}")
    assert claim.verifier_id is not None
    second_person(
        proposer=claim.verifier_id,
        second=member.pk,
        verdict=Verdict(verdict),
        accused=concerned(claim),
        second_department=member.department_id,
    )
    whole = whole_of(claim.case)
    gates.may_oblige(whole.state, about_us=claim.about_us, verdict=verdict)
    claim.state, claim.second, claim.settled_at = state, member, now
    claim.save()
    _write("verdict_confirmed", claim, actor=actor, now=now, verdict=verdict)
    flag_corrections(claim, actor=actor, now=now)
    if claim.case.state == "verifying":
        move(claim.case, "facts_ready", actor=actor, now=now)
    if owes(claim, whole.drill):
        # what is true about us and unanswered lets no case rest
        move(whole, "new_concern", actor=actor, now=now)


@act("claim.confirm")
def refuse(actor: Actor, claim: models.Claim, *, reason: str, now: datetime) -> None:
    """The second person does not agree; the claim goes back to the verifier."""
    if claim.verifier_id is not None:
        second_person(proposer=claim.verifier_id, second=member_of(actor).pk)
    claim.state = advance("claim", claim.state, "refuse", reason=reason)
    claim.proposed = ""
    claim.save()
    _write("verdict_refused", claim, actor=actor, now=now, reason=reason)


@act("claim.add")
def reopen(actor: Actor, claim: models.Claim, *, reason: str, now: datetime) -> None:
    """New evidence: a settled claim is checked again. What was published stands until there is another verdict."""
    open_again(claim, actor=actor, now=now, reason=reason)


def open_again(claim: models.Claim, *, actor: Actor, now: datetime, reason: str) -> None:
    """Check a settled claim again, as part of an act."""
    before = claim.state
    claim.state = advance("claim", claim.state, "reopen", reason=reason)
    claim.proposed, claim.second, claim.settled_at, claim.reason = "", None, None, reason
    claim.waived_reason, claim.waived_by = "", None
    claim.save()
    _write("claim_reopened", claim, actor=actor, now=now, before=before, reason=reason)


@act("commitment.rule")
def waive_commitment(actor: Actor, claim: models.Claim, *, reason: str, now: datetime) -> None:
    """A leader signs why nothing is promised although the claim is true about us."""
    state = advance("claim", claim.state, "waive_commitment", reason=reason)
    if not claim.about_us:
        raise Refusal("This claim is not about us, so it asks for no commitment.")
    second_person(proposer=claim.verifier_id or 0, second=member_of(actor).pk)
    claim.state, claim.waived_reason, claim.waived_by = state, reason.strip()[:2000], member_of(actor)
    claim.save()
    _write("commitment_waived", claim, actor=actor, now=now, reason=claim.waived_reason)


def _write(type: str, claim: models.Claim, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"claim:{claim.pk}", case=claim.case_id, claim=claim.pk, **data)
