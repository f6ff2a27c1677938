"""Enquiries of the media and the public in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.presets import ENQUIRY
from huiying.store.models import Case, Enquiry, Statement
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, options, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for

ORIGINS = {"media": words.N("the media"), "public": words.N("the public")}


def card(row: Enquiry, case: Case, reader: Reader, public: list[Statement]) -> Card:
    """One question with its answer. `public` are the statements of the case that stand."""
    running = None
    if row.state not in ("answered", "declined"):
        running = held(ENQUIRY, case, row.received_at, row.due_at, reader.now, _("from when it was received"), reader.desk)
    return Card(
        anchor=f"enquiry-{row.pk}",
        title=_("Enquiry %(number)s of %(origin)s") % {"number": row.pk, "origin": row.outlet or words.word(ORIGINS, row.origin)},
        machine="enquiry",
        state=row.state,
        text=row.text,
        facts=facts(
            (_("Prepared by"), words.named(row.department) if row.department else ""),
            (_("Answered by the statement"), row.statement.content.get("title", "") if row.statement else ""),
            (_("Answer"), row.answer),
            (_("Reason"), row.reason),
        ),
        marks=mark(_("received"), None, row.received_at)
        + mark(_("drafted"), row.drafted_by, None)
        + mark(_("answered"), row.answered_by if row.answered_at else None, row.answered_at),
        limit=running,
        offers=_offers(row, reader, public),
    )


def _offers(row: Enquiry, reader: Reader, public: list[Statement]) -> Offers:
    offers, can, at = reader.offers(), possible("enquiry", row.state), [row.pk]
    assigns, answers = reader.may("enquiry.assign"), reader.may("enquiry.answer")
    if "point_to" in can and answers:
        if public:
            rows = tuple((str(one.pk), one.content.get("title") or f"{one.pk}") for one in public)
            chosen = Field("statement", _("Statement that is public"), "select", rows[0][0], rows)
            offers.act(reverse("enquiry_point_to", args=at), _("Answer by a public statement"), chosen, style="")
        text = Field(
            "text", _("The answer in new words"), "textarea", help=_("It is held against the line to take; a second person approves it.")
        )
        offers.act(reverse("enquiry_draft", args=at), _("Draft an answer in new words"), text)
    elif "point_to" in can:
        offers.note(waits_for("enquiry.answer"))
    if "approve_answer" in can:
        if row.drafted_by_id == reader.member.pk:
            offers.note(_("You have written the answer. Somebody else must approve it."))
        elif not reader.may("statement.approve"):
            offers.note(waits_for("statement.approve"))
        else:
            if row.case.drill:
                offers.note(_("This case is a drill: nothing of it is ever published."))
            else:
                offers.act(reverse("enquiry_approve", args=at), _("Approve the answer"), style="", fold=False)
            offers.act(reverse("enquiry_return", args=at), _("Send the answer back"), reason(), style="grave")
    if "assign" in can and assigns:
        own = Field(
            "department", _("Who prepares the answer"), "select", str(row.department_id or ""), departments(_("the desk")), required=False
        )
        offers.act(
            reverse("enquiry_assign", args=at), _("Say who prepares the answer"), own, style="" if row.state == "received" else "second"
        )
    elif row.state == "received":
        offers.note(waits_for("enquiry.assign"))
    if "decline" in can and assigns:
        offers.act(
            reverse("enquiry_decline", args=at), _("Decline with a reason"), reason(help=_("It is part of the answer.")), style="grave"
        )
    if "reopen" in can and assigns:
        offers.act(reverse("enquiry_reopen", args=at), _("Open it again"), reason())
    return offers


def adding(case: Case, reader: Reader) -> Offers:
    """Take a question in."""
    offers = reader.offers()
    if reader.may("public.ask"):
        offers.act(
            reverse("case_enquiry", args=[case.pk]),
            _("Take an enquiry in"),
            Field("text", _("The question"), "textarea", help=_("Names and numbers of private people are masked; who asks is not kept.")),
            Field("origin", _("It comes from"), "select", "media", options(ORIGINS)),
            Field("outlet", _("Outlet"), required=False, help=_("Of the media: its name, not that of a person.")),
        )
    return offers
