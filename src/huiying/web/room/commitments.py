"""Commitments in the case room: what was promised, by when, and who may say that it was kept."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.gates import BOUND
from huiying.core.case.presets import COMMITMENT
from huiying.store.models import Case, Commitment
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for
from huiying.web.zone import desk_zone, write_local

RUNNING = ("proposed", "public", "in_progress", "missed")
USUAL = timedelta(days=14)


def card(row: Commitment, case: Case, reader: Reader) -> Card:
    """One commitment; a date that was missed stays in sight for good."""
    running = None
    if row.state in RUNNING:
        began = row.published_at or row.proposed_at
        running = held(COMMITMENT, case, began, row.due_at, reader.now, _("from when it was promised"), reader.desk)
    zone = desk_zone()
    day = f"{row.first_due_at.astimezone(zone):%Y-%m-%d %H:%M}"
    return Card(
        anchor=f"commitment-{row.pk}",
        title=_("Commitment %(number)s: %(department)s") % {"number": row.pk, "department": words.named(row.department)},
        machine="commitment",
        state=row.state,
        text=row.text,
        alarm=_("The promised date %(date)s was missed. This stays in public.") % {"date": day} if row.missed_at else "",
        facts=facts(
            (_("Promised by"), day),
            (_("New date"), f"{row.due_at.astimezone(zone):%Y-%m-%d %H:%M}" if row.due_at != row.first_due_at else ""),
            (_("Because it was found true about us"), row.claim.text if row.claim else ""),
            (_("What was done"), row.done),
            (_("Reason"), row.reason),
        ),
        marks=mark(_("proposed"), row.proposed_by, row.proposed_at)
        + mark(_("published"), row.published_by, row.published_at)
        + mark(_("said to be kept"), row.done_by, row.done_at)
        + mark(_("seen to be kept"), row.verified_by if row.verified_at else None, row.verified_at),
        limit=running,
        offers=_offers(row, reader),
    )


def _offers(row: Commitment, reader: Reader) -> Offers:
    offers, can, at, member = reader.offers(), possible("commitment", row.state), [row.pk], reader.member
    if "publish" in can:
        if row.proposed_by_id == member.pk:
            offers.note(_("You have proposed it. Somebody else must publish or refuse it."))
        elif not reader.may("commitment.publish"):
            offers.note(waits_for("commitment.publish"))
        else:
            if row.case.drill:
                offers.note(_("This case is a drill: nothing of it is ever published."))
            else:
                offers.act(reverse("commitment_publish", args=at), _("Publish the commitment"), style="", fold=False)
            offers.act(reverse("commitment_refuse", args=at), _("Refuse the commitment"), reason(), style="grave")
    own = reader.heads(row.department_id)
    if "start" in can and own and reader.may("commitment.work"):
        offers.act(reverse("commitment_start", args=at), _("Begin on it"), style="", fold=False)
    if "claim_done" in can and own and reader.may("commitment.claim_done"):
        done = Field("done", _("What was done, and what shows it"), "textarea")
        offers.act(reverse("commitment_done", args=at), _("Say that it is kept"), done, style="")
    if {"start", "claim_done"} & can and not own:
        offers.note(_("It waits for %(department)s.") % {"department": words.named(row.department)})
    if "verify" in can:
        if own:
            offers.note(_("It is your own department's. Somebody outside it must see whether it was kept."))
        elif not reader.may("commitment.verify") or row.done_by_id == member.pk:
            offers.note(waits_for("commitment.verify"))
        else:
            offers.act(reverse("commitment_verify", args=at), _("I have seen that it is kept"), style="", fold=False)
            offers.act(reverse("commitment_not_done", args=at), _("It is not kept"), reason(_("What is missing")), style="grave")
    if "resume" in can:
        if reader.may("commitment.rule"):
            due = Field("due_at", _("New date"), "time", write_local(reader.now + USUAL, desk_zone()))
            note = _("Date and reason stand in public. That the first date was missed stays.")
            offers.act(reverse("commitment_resume", args=at), _("Give a new date in public"), due, reason(), style="", note=note)
            offers.act(reverse("commitment_change", args=at), _("Say in public that it will not be kept as given"), reason(), style="grave")
        else:
            offers.note(waits_for("commitment.rule"))
    return offers


def adding(case: Case, reader: Reader) -> Offers:
    """Propose a commitment; what was found true about us comes first among its grounds."""
    offers = reader.offers()
    if reader.may("commitment.propose"):
        bound = [claim for claim in case.claims.all() if claim.about_us and claim.state in BOUND]
        grounds = (*((str(claim.pk), claim.text[:100]) for claim in bound), ("", _("none")))
        offers.act(
            reverse("case_commitment", args=[case.pk]),
            _("Propose a commitment"),
            Field("department", _("Department that keeps it"), "select", str(case.department_id or ""), departments()),
            Field("text", _("What will be put right, so that anybody can see whether it was"), "textarea"),
            Field("due_at", _("By when"), "time", write_local(reader.now + USUAL, desk_zone())),
            Field("claim", _("Because it was found true"), "select", grounds[0][0], grounds, required=False),
            style="",
        )
    return offers
