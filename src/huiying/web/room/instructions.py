"""A leader's instructions (批示) in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.presets import INSTRUCTION
from huiying.store.models import Case, Instruction
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for


def card(row: Instruction, case: Case, reader: Reader) -> Card:
    """One instruction with its answer."""
    running = None
    if row.state in ("issued", "overdue"):
        running = held(INSTRUCTION, case, row.issued_at, row.due_at, reader.now, _("from when it was issued"), reader.desk)
    to = words.named(row.department) if row.department else _("the desk")
    return Card(
        anchor=f"instruction-{row.pk}",
        title=_("Instruction %(number)s to %(department)s") % {"number": row.pk, "department": to},
        machine="instruction",
        state=row.state,
        text=row.text,
        facts=facts((_("Answer"), row.answer), (_("Reason"), row.reason)),
        marks=mark(_("issued"), row.issued_by, row.issued_at) + mark(_("answered"), row.answered_by, row.answered_at),
        limit=running,
        offers=_offers(row, reader),
    )


def _offers(row: Instruction, reader: Reader) -> Offers:
    offers, can, at = reader.offers(), possible("instruction", row.state), [row.pk]
    if "answer" in can:
        if reader.may("instruction.answer") and (row.department_id is None or reader.heads(row.department_id)):
            text = Field("text", _("What was found or done"), "textarea")
            offers.act(reverse("instruction_answer", args=at), _("Answer the instruction"), text, style="")
        else:
            to = words.named(row.department) if row.department else _("the desk")
            offers.note(_("It waits for %(department)s.") % {"department": to})
    if "accept_answer" in can and not reader.may("instruction.issue"):
        offers.note(waits_for("instruction.issue"))
    elif "accept_answer" in can:
        if row.answered_by_id == reader.member.pk:
            offers.note(_("You have answered it yourself. Another leader must accept it."))
        else:
            offers.act(reverse("instruction_accept", args=at), _("Accept the answer"), style="", fold=False)
        offers.act(reverse("instruction_return", args=at), _("Send the answer back"), reason(), style="grave")
    if "revoke" in can and reader.may("instruction.issue"):
        offers.act(reverse("instruction_revoke", args=at), _("Revoke the instruction"), reason(), style="grave")
    return offers


def adding(case: Case, reader: Reader) -> Offers:
    """Issue an instruction."""
    offers = reader.offers()
    if reader.may("instruction.issue"):
        offers.act(
            reverse("case_instruction", args=[case.pk]),
            _("Issue an instruction"),
            Field("text", _("What is to be done"), "textarea"),
            Field("department", _("To whom"), "select", "", departments(_("the desk")), required=False),
            Field("due_at", _("By when"), "time", required=False, help=_("Left empty: the policy's limit. No time is later than that.")),
        )
    return offers
