"""What the public contests or wants corrected, in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions.contest import settlers
from huiying.core.case.presets import CONTEST, CORRECTION_REQUEST
from huiying.publish.asked import receipt
from huiying.store.models import Case, Contest, CorrectionRequest, Statement
from huiying.web.forms import Field, Offers, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for


def card(row: Contest | CorrectionRequest, case: Case, reader: Reader) -> Card:
    """One contest or request with how it was weighed and decided."""
    contest = isinstance(row, Contest)
    noun, policy = ("contest", CONTEST) if contest else ("correction_request", CORRECTION_REQUEST)
    running = None
    if row.state in ("received", "weighed"):
        running = held(policy, case, row.received_at, row.due_at, reader.now, _("from when it was received"), reader.desk)
    title = _("Contest %(number)s") if contest else _("Request for a correction %(number)s")
    return Card(
        anchor=f"{noun}-{row.pk}",
        title=title % {"number": receipt(row)},
        machine=noun,
        state=row.state,
        text=row.text,
        facts=facts(
            (_("About"), about(row)),
            (_("How they can be reached"), _("sealed in note %(number)d below") % {"number": row.contact_id} if row.contact_id else ""),
            (_("What is to be thought of it"), row.weighing),
            (_("Why it was refused"), row.reason),
        ),
        marks=mark(_("received"), None, row.received_at)
        + mark(_("weighed"), row.weighed_by, None)
        + mark(_("decided"), row.decided_by, row.decided_at),
        limit=running,
        offers=_offers(row, noun, reader),
    )


def about(row: Contest | CorrectionRequest) -> str:
    """What it is about, in words."""
    if isinstance(row, CorrectionRequest):
        return _("the statement: %(text)s") % {"text": row.statement.content.get("title", "")}
    if row.commitment is not None:
        return _("the commitment: %(text)s") % {"text": row.commitment.text}
    if row.claim is not None:
        return _("how the claim came out: %(text)s") % {"text": row.claim.text}
    return _("how the case came out")


def _offers(row: Contest | CorrectionRequest, noun: str, reader: Reader) -> Offers:
    offers, can, at, member = reader.offers(), possible(noun, row.state), [row.pk], reader.member
    if "weigh" in can:
        if reader.may("contest.weigh"):
            offers.act(
                reverse(f"{noun}_weigh", args=at), _("Weigh it; another decides"), reason(_("What is to be thought of it")), style=""
            )
        else:
            offers.note(waits_for("contest.weigh"))
    if "accept" in can:
        if not reader.may("contest.decide"):
            offers.note(waits_for("contest.decide"))
        elif row.weighed_by_id == member.pk:
            offers.note(_("You have weighed it. Somebody else must decide."))
        elif member.pk in settlers(row):
            offers.note(_("You took part in the outcome that is contested. Somebody else must decide."))
        else:
            label = _("Accept: open it again") if noun == "contest" else _("Accept: a correction is due")
            offers.act(reverse(f"{noun}_accept", args=at), label, style="", fold=False)
            why = reason(help=_("Whoever asked reads it on the public register. Name no private person."))
            offers.act(reverse(f"{noun}_refuse", args=at), _("Refuse"), why, style="grave")
    return offers


def adding(case: Case, reader: Reader, public: list[Statement]) -> Offers:
    """Write down what somebody said by telephone or at the counter."""
    offers = reader.offers()
    if not reader.may("public.ask"):
        return offers
    what = (
        ("case", _("how the case came out")),
        *((f"claim-{row.pk}", _("claim: %(text)s") % {"text": row.text[:80]}) for row in case.claims.all() if row.settled_at),
        *(
            (f"commitment-{row.pk}", _("commitment: %(text)s") % {"text": row.text[:80]})
            for row in case.commitments.all()
            if row.published_at
        ),
    )
    offers.act(
        reverse("case_contest", args=[case.pk]),
        _("Write down a contest that reached us another way"),
        Field("about", _("About"), "select", "case", what),
        Field("text", _("What is wrong, and how they know"), "textarea", help=_("Names and numbers of private people are masked.")),
    )
    if public:
        rows = tuple((str(row.pk), row.content.get("title") or f"{row.pk}") for row in public)
        offers.act(
            reverse("case_ask_correction", args=[case.pk]),
            _("Write down a request for a correction"),
            Field("statement", _("Statement"), "select", rows[0][0], rows),
            Field("text", _("What is wrong, and how they know"), "textarea", help=_("Names and numbers of private people are masked.")),
        )
    return offers
