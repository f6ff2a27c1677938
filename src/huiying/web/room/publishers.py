"""Requests to publishers to correct a fact, in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.store.models import Case, Claim, PublisherRequest
from huiying.web.forms import Field, Offers, reason
from huiying.web.offers import possible
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for


def card(row: PublisherRequest, case: Case, reader: Reader) -> Card:
    """One request."""
    told = {claim.pk: claim.text for claim in case.claims.all()}
    return Card(
        anchor=f"request-{row.pk}",
        title=row.publisher,
        machine="publisher_request",
        state=row.state,
        facts=facts(
            (_("Address"), row.url),
            (_("What is wrong there"), row.wrong),
            (_("What is right"), row.right),
            (_("It rests on"), "\n".join(told.get(pk, str(pk)) for pk in row.claims)),
            (_("What the publisher answered"), row.answer),
            (_("Reason"), row.reason),
        ),
        marks=mark(_("begun"), None, row.made_at) + mark(_("put on the register"), row.approved_by, row.published_at),
        offers=_offers(row, case, reader),
    )


def _offers(row: PublisherRequest, case: Case, reader: Reader) -> Offers:
    offers, can, at = reader.offers(), possible("publisher_request", row.state), [row.pk]
    writes, approves = reader.may("statement.write"), reader.may("statement.approve")
    if "approve" in can:
        if row.case.drill:
            offers.note(_("This case is a drill: nothing of it is ever published."))
        elif reader.member.pk in row.edited_by:
            offers.note(_("You have written part of it. Somebody who has not must approve it."))
        elif approves:
            offers.act(reverse("request_approve", args=at), _("Put it on the public register"), style="", fold=False)
        else:
            offers.note(waits_for("statement.approve"))
    if "edit" in can and writes:
        offers.act(reverse("request_edit", args=at), _("Change the draft"), *_fields(case, row))
    if "note_answer" in can and writes:
        text = Field("text", _("What the publisher answered"), "textarea")
        offers.act(reverse("request_answer", args=at), _("Note the publisher's answer"), text)
    if "note_corrected" in can and writes:
        offers.act(reverse("request_corrected", args=at), _("The publisher has corrected it"), fold=False)
        offers.act(reverse("request_not_corrected", args=at), _("The publisher has not corrected it"), reason())
    if "abandon" in can and writes:
        offers.act(reverse("request_abandon", args=at), _("Give this draft up"), reason(), style="grave")
    if "withdraw" in can and approves:
        offers.act(reverse("request_withdraw", args=at), _("Withdraw the request"), reason(), style="grave")
    return offers


def wrong_elsewhere(case: Case) -> list[Claim]:
    """The claims that a request may rest on."""
    return [claim for claim in case.claims.all() if claim.state in ("false", "partly_true")]


def _fields(case: Case, row: PublisherRequest | None = None) -> tuple[Field, ...]:
    kept = [str(pk) for pk in row.claims] if row else [str(claim.pk) for claim in wrong_elsewhere(case)[:1]]
    return (
        Field("publisher", _("Publisher"), value=row.publisher if row else ""),
        Field("url", _("Address of what is wrong"), "url", row.url if row else ""),
        Field("wrong", _("What is wrong there"), "textarea", row.wrong if row else ""),
        Field("right", _("What is right"), "textarea", row.right if row else ""),
        Field(
            "claims",
            _("Numbers of the claims it rests on"),
            value=", ".join(kept),
            help=_("Claims of this case that were found false or partly true, by comma."),
        ),
    )


def adding(case: Case, reader: Reader) -> Offers:
    """Begin one; it asks for a correction of a fact, never that anything disappear."""
    offers = reader.offers()
    if reader.may("statement.write") and wrong_elsewhere(case):
        note = _("It stands on the public register with its evidence. It asks for a correction and for nothing else.")
        offers.act(reverse("case_request", args=[case.pk]), _("Ask a publisher to correct a fact"), *_fields(case), note=note)
    return offers
