"""How a case goes on: from state to state, and what still stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions.moving import waiting
from huiying.actions.settling import CLOSE, NO_RESPONSE
from huiying.core.roles import Role
from huiying.core.types import Level
from huiying.store.models import Case, Claim, Concern, Signature
from huiying.store.standing import family, owes
from huiying.web import words
from huiying.web.forms import Field, Offers, reason
from huiying.web.offers import possible
from huiying.web.room.cards import Reader, waits_for
from huiying.web.templatetags.desk import person

CHOICE = 200


@dataclass(frozen=True)
class Obstacle:
    """One thing that keeps the case from resting, and where it can be dealt with."""

    text: str
    href: str


def obstacles(case: Case) -> list[Obstacle]:
    """What the case still owes, itself and those merged into it, each by name."""
    cases = family(case)
    concerns = Concern.objects.filter(case__in=cases).exclude(state="disposed").order_by("pk")
    found = [
        Obstacle(_("A concern is open: %(text)s") % {"text": row.text[:120]}, _at(row.case_id, f"concern-{row.pk}")) for row in concerns
    ]
    for claim in Claim.objects.filter(case__in=cases, about_us=True).order_by("pk"):
        if owes(claim, case.drill):
            text = _("True about us and not promised to be put right: %(text)s") % {"text": claim.text[:120]}
            found.append(Obstacle(text, _at(claim.case_id, f"claim-{claim.pk}")))
    return found


def _at(case: int, anchor: str) -> str:
    return f"{reverse('case', args=[case])}#{anchor}"


def first_signature(case: Case) -> Signature | None:
    """The signature that waits for a second one, whichever act it is for."""
    subject = f"case:{case.pk}"
    return waiting(subject, CLOSE) if case.state == "review" else waiting(subject, NO_RESPONSE)


def offers(case: Case, reader: Reader, stopped: bool) -> Offers:
    """Every act that leads on. `stopped`: something still stands in the way of rest."""
    found, can, at = reader.offers(), possible("case", case.state), [case.pk]
    assesses = reader.may("case.assess")
    if "start_verification" in can and assesses:
        found.act(reverse("case_verify", args=at), _("Begin to verify"), style="", fold=False)
    if "facts_ready" in can and reader.may("claim.check"):
        if Claim.objects.filter(case__in=family(case), settled_at__isnull=False).exists():
            found.act(reverse("case_facts_ready", args=at), _("Enough is known to answer"), style="", fold=False)
        else:
            found.note(_("It can be answered once at least one claim has its verdict."))
    if "new_facts" in can and reader.may("claim.add"):
        found.act(reverse("case_new_facts", args=at), _("Something new must be checked first"), reason(_("What is new")))
    if "escalate" in can and assesses:
        higher = tuple((level.value, words.word(words.LEVELS, level)) for level in Level if level.rank > Level(case.level).rank)
        if higher:
            level = Field("level", _("Response level"), "select", options=higher)
            note = _("It is assessed anew. No clock begins again.")
            found.act(reverse("case_escalate", args=at), _("It is graver than thought"), level, reason(), note=note)
    if "all_concerns_disposed" in can:
        _rest(found, case, reader, stopped)
    if "no_response_needed" in can:
        _no_answer(found, case, reader, stopped)
    if "begin_review" in can and assesses:
        why = reason(_("Why the quiet days need not be waited for"))
        found.act(reverse("case_begin_review", args=at), _("Begin the review"), why)
    if "close" in can:
        _closing(found, case, reader, stopped)
    if "reopen" in can and reader.may("case.open"):
        note = _("Its clocks go on from where they began.")
        found.act(reverse("case_reopen", args=at), _("Reopen the case"), reason(_("What is new")), note=note)
    if "merge_into" in can and assesses:
        _merging(found, case)
    if "unmerge" in can and assesses:
        note = _("The other case gives back what it got from this one.")
        found.act(reverse("case_unmerge", args=at), _("Undo the merge"), reason(_("Why the two are not one")), note=note)
    return found


def _rest(found: Offers, case: Case, reader: Reader, stopped: bool) -> None:
    if stopped:
        found.note(_("The case can rest when nothing stands in its way any more."))
    elif reader.may("case.assess"):
        found.act(reverse("case_rest", args=[case.pk]), _("All concerns are answered: go on watching"), style="", fold=False)
    else:
        found.note(waits_for("case.assess"))


def _no_answer(found: Offers, case: Case, reader: Reader, stopped: bool) -> None:
    first = first_signature(case)
    if first is not None:
        found.note(_("%(name)s signed that no answer is needed: %(reason)s") % {"name": person(first.by.name), "reason": first.reason})
    if stopped:
        found.note(_("That no answer is needed can be said when nothing stands in the way of rest."))
    elif not reader.may("case.assess"):
        return
    elif first is None:
        note = _("It takes two people: you say why, another agrees.")
        found.act(reverse("case_propose_no_response", args=[case.pk]), _("No answer is needed"), reason(), note=note)
    elif first.by_id == reader.member.pk:
        found.note(_("Your signature needs a second person to agree."))
    else:
        found.act(reverse("case_no_response", args=[case.pk]), _("Agree: no answer is needed"), style="", fold=False)


def _closing(found: Offers, case: Case, reader: Reader, stopped: bool) -> None:
    first, at = first_signature(case), [case.pk]
    if first is not None:
        found.note(_("%(name)s signed the review: %(reason)s") % {"name": person(first.by.name), "reason": first.reason})
    if not reader.may("case.close"):
        found.note(waits_for("case.close"))
        return
    if stopped:
        found.note(_("The review can be signed when nothing stands in the way any more."))
    elif first is None:
        note = _("A leader and a reviewer close a case together: the first signs, the other closes.")
        found.act(reverse("case_sign_review", args=at), _("Sign the review"), reason(_("What the review comes to")), style="", note=note)
    elif first.by_id == reader.member.pk or not _one_of_each(first, reader):
        found.note(_("The other of leader and reviewer must close it."))
    else:
        found.act(reverse("case_close", args=at), _("Close the case"), style="", fold=False)
    found.act(reverse("case_findings", args=at), _("The review found work that is left"), reason(_("Which work")), style="grave")


def _one_of_each(first: Signature, reader: Reader) -> bool:
    one, other = first.by.role_set, reader.member.role_set
    return (Role.LEADER in one and Role.REVIEWER in other) or (Role.REVIEWER in one and Role.LEADER in other)


def _merging(found: Offers, case: Case) -> None:
    others = Case.objects.exclude(state__in=("closed", "merged")).filter(drill=case.drill).exclude(pk=case.pk).order_by("-pk")[:CHOICE]
    rows = tuple((str(row.pk), row.title[:100]) for row in others)
    if rows:
        note = _("Each keeps its history; the other gets the stories, the earlier clocks and the higher level. It can be undone.")
        other = Field("into", _("The case that goes on"), "select", rows[0][0], rows)
        found.act(reverse("case_merge", args=[case.pk]), _("Merge into another case"), other, reason(_("Why the two are one")), note=note)
