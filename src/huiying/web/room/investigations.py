"""Investigations in the case room: who investigates, what was found, and what it rests on."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huiying.store.models import Case, Evidence, Investigation
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, options, reason
from huiying.web.offers import possible
from huiying.web.room.cards import Card, Reader, facts, mark, over, waits_for

EVIDENCE = "evidence-"
"""The names of the fields that choose a piece of evidence begin so; its number follows."""


def card(row: Investigation, case: Case, reader: Reader) -> Card:
    """One investigation with its finding."""
    known = _evidence(case)
    return Card(
        anchor=f"investigation-{row.pk}",
        title=_("Investigation %(number)s by %(body)s") % {"number": row.pk, "body": _called(row)},
        machine="investigation",
        state=row.state,
        text=row.finding if row.state == "concluded" else "",
        facts=facts(
            (_("Kind"), words.word(words.INVESTIGATIONS, row.kind)),
            (_("Evidence"), "; ".join(_piece(known[number]) for number in row.evidence if number in known)),
            (_("Reason"), row.reason if row.state != "concluded" else ""),
        ),
        marks=mark(_("opened"), row.opened_by, row.opened_at) + mark(_("written down"), row.written_by, row.closed_at),
        offers=_offers(row, known, reader),
    )


def _called(row: Investigation) -> str:
    zh = (get_language() or "").startswith("zh")
    return (row.body_zh or row.body_en) if zh else (row.body_en or row.body_zh)


def _evidence(case: Case) -> dict[int, Evidence]:
    return {one.pk: one for claim in case.claims.all() for one in claim.evidence.all()}


def _piece(row: Evidence) -> str:
    text = row.text or (row.item.title if row.item else "")
    return f"{row.origin}: {text[:60]}" if row.origin else text[:60]


def _offers(row: Investigation, known: dict[int, Evidence], reader: Reader) -> Offers:
    offers, can, at = reader.offers(), possible("investigation", row.state), [row.pk]
    if "conclude" in can and reader.may("investigation.conclude"):
        finding = Field("finding", _("What was found, in the words of the investigating body"), "textarea")
        chosen = [Field(f"{EVIDENCE}{pk}", _piece(one), "check", required=False) for pk, one in sorted(known.items())]
        offers.act(reverse("investigation_conclude", args=at), _("Conclude the investigation"), finding, *chosen, style="")
    elif "conclude" in can:
        offers.note(waits_for("investigation.conclude"))
    if "stop" in can and reader.may("investigation.open"):
        offers.act(reverse("investigation_stop", args=at), _("End it without a finding"), reason(), style="grave")
    if "reopen" in can and reader.may("investigation.open"):
        said = _("No statement of cause rests on it until it is concluded again.")
        offers.act(reverse("investigation_reopen", args=at), _("Open the investigation again"), reason(), note=said, style="grave")
    return offers


def adding(case: Case, reader: Reader) -> Offers:
    """Open an investigation."""
    offers = reader.offers()
    if reader.may("investigation.open") and not over(case):
        offers.act(
            reverse("case_investigation", args=[case.pk]),
            _("Open an investigation"),
            Field("kind", _("Kind"), "select", options=options(words.INVESTIGATIONS)),
            Field("department", _("Investigating department"), "select", "", departments(_("another body")), required=False),
            Field("body_zh", _("or the investigating body, in Chinese"), required=False),
            Field("body_en", _("and in English"), required=False),
            note=_("A department that a claim of this case is about cannot investigate itself."),
        )
    return offers
