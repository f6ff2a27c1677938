"""What the page of a statement offers before its approval and at its end: privacy, and the two who withdraw."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions.moving import waiting
from huiying.actions.withdrawal import WITHDRAW
from huiying.store.models import Member, Statement
from huiying.web.forms import Field, Offers, reason


def before_approval(offers: Offers, statement: Statement, member: Member, can: set[str]) -> None:
    """What privacy may do before a text can be approved."""
    at, held = [statement.pk], Field("hash", kind="hidden", value=statement.content_hash)
    if "clear" in can:
        if not member.may("statement.clear"):
            offers.note(_("It touches on private people and waits for privacy to clear it."))
        elif member.pk in statement.edited_by:
            offers.note(_("You have written part of it. Somebody who has not must clear it."))
        else:
            offers.act(reverse("statement_clear", args=at), _("Clear exactly this text"), held, style="", fold=False)
            offers.act(reverse("statement_return_for_privacy", args=at), _("Send it back"), reason(), style="grave")


def withdrawing(offers: Offers, statement: Statement, member: Member, can: set[str]) -> None:
    """The first of approver and leader proposes, the other withdraws."""
    at = [statement.pk]
    if "withdraw" in can and member.may("statement.withdraw"):
        first = waiting(f"statement:{statement.pk}", WITHDRAW)
        if first is None:
            note = _("An approver and a leader withdraw together. The text stays readable, marked as withdrawn, with this reason.")
            offers.act(reverse("statement_propose_withdrawal", args=at), _("Propose to withdraw"), reason(help=note), style="grave")
        elif first.by_id == member.pk:
            offers.note(_("You have proposed to withdraw it. The other of approver and leader must agree."))
        else:
            note = _("The reason given: %(reason)s") % {"reason": first.reason}
            offers.act(reverse("statement_withdraw", args=at), _("Withdraw"), style="grave", fold=False, note=note)
