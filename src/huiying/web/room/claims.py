"""What can be done with claims in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.claims import Verdict
from huiying.store.models import Case, Claim, Item, Member
from huiying.store.standing import owes
from huiying.web import words
from huiying.web.forms import Field, Offers, Tried, departments, options, reason
from huiying.web.offers import possible
from huiying.web.templatetags.desk import person


def add_claim(case: Case, member: Member, tried: Tried | None) -> Offers:
    """Write a claim down."""
    offers = Offers(tried)
    if member.may("claim.add"):
        offers.act(
            reverse("case_claim", args=[case.pk]),
            _("Add a claim"),
            Field("text", _("The sentence to be checked, as it is being said"), "textarea"),
            Field("about_us", _("It is about us"), "check", required=False),
            Field("accused", _("Department it speaks against"), "select", "", departments(_("none")), required=False),
        )
    return offers


def on_claim(claim: Claim, member: Member, items: list[Item], tried: Tried | None) -> Offers:
    """What can be done with one claim. `items` are those of the case's stories."""
    offers, can, at = Offers(tried), possible("claim", claim.state), [claim.pk]
    checks, confirms = member.may("claim.check"), member.may("claim.confirm")
    if "take" in can:
        if checks:
            offers.act(reverse("claim_take", args=at), _("Take this claim"), style="", fold=False)
        else:
            offers.note(_("It waits for a verifier."))
    if member.may("evidence.add"):
        linked = (("", _("none")), *((str(item.pk), f"{item.source.name}: {item.title or item.text[:60]}"[:120]) for item in items))
        offers.act(
            reverse("claim_evidence", args=at),
            _("Add evidence"),
            Field("kind", _("What it is"), "select", "site_report", options(words.EVIDENCE_KINDS)),
            Field("item", _("Item of this case"), "select", "", linked, required=False),
            Field("text", _("What it says"), "textarea", required=False, help=_("May be left empty when an item is chosen.")),
            Field("origin", _("Where it comes from"), required=False, help=_("The outlet, office or laboratory.")),
        )
    if "propose" in can:
        if checks and claim.verifier_id == member.pk:
            offers.act(
                reverse("claim_propose", args=at),
                _("Propose a verdict"),
                Field("verdict", _("Verdict"), "select", "true", options(words.VERDICTS)),
                reason(_("What it rests on"), _("For a claim that cannot be verified: what was tried.")),
                style="",
            )
        elif claim.verifier:
            offers.note(_("%(name)s is checking it.") % {"name": person(claim.verifier.name)})
    if "refuse" in can:
        _second(offers, claim, member, confirms)
    if "waive_commitment" in can and claim.about_us and claim.waived_by_id is None and owes(claim, claim.case.drill):
        if not member.may("commitment.rule"):
            offers.note(_("It is true about us: commit in public to putting it right, or let a leader sign why not."))
        elif claim.verifier_id != member.pk:
            note = _("A commitment in public is the rule. What you write here is signed by you and stays on the record.")
            offers.act(reverse("claim_waive", args=at), _("Sign why there is no commitment"), reason(), style="grave", note=note)
    if "reopen" in can and member.may("claim.add"):
        offers.act(reverse("claim_reopen", args=at), _("Check it again"), reason(_("What is new")))
    return offers


def _second(offers: Offers, claim: Claim, member: Member, confirms: bool) -> None:
    """The second person of a verdict: not the first, and for "false" nobody of the department accused."""
    inside = claim.proposed == Verdict.FALSE and claim.accused_id is not None and claim.accused_id == member.department_id
    if claim.verifier_id == member.pk:
        offers.note(_("Your verdict needs a second person to confirm it."))
    elif not confirms:
        offers.note(_("The verdict needs a second person: a verifier, the duty lead, a department head or a reviewer."))
    elif inside:
        offers.note(_("It speaks against your department: somebody outside it must confirm this verdict."))
    else:
        verdict = words.word(words.VERDICTS, claim.proposed)
        offers.act(reverse("claim_confirm", args=[claim.pk]), _("Confirm: %(verdict)s") % {"verdict": verdict}, style="", fold=False)
        offers.act(reverse("claim_refuse", args=[claim.pk]), _("Refuse the verdict"), reason(), style="grave")
