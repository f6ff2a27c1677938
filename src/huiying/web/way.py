"""What the page of a statement offers on its way and at its end: the department, privacy, the fast path, the two who withdraw."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions.moving import waiting
from huiying.actions.withdrawal import WITHDRAW
from huiying.store.models import Member, Statement
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, reason


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


def asking(offers: Offers, statement: Statement, member: Member, can: set[str]) -> None:
    """The department that confirms its facts, and going on without it; and privacy, asked by the approver."""
    at, held = [statement.pk], Field("hash", kind="hidden", value=statement.content_hash)
    wrote = member.pk in statement.edited_by
    if "submit_to_department" in can and member.may("statement.write"):
        offers.act(
            reverse("statement_ask", args=at),
            _("Ask a department to confirm its facts"),
            Field("department", _("Department"), "select", str(statement.case.department_id or ""), departments()),
            note=_("What is saved is submitted to it first. A department that keeps silent holds nothing up."),
        )
    if "confirm_facts" in can:
        own = statement.department_id is not None and member.department_id == statement.department_id
        if own and member.may("statement.confirm_facts") and not wrote:
            offers.act(
                reverse("statement_confirm", args=at), _("These facts are so, exactly as they stand here"), held, style="", fold=False
            )
        elif statement.department:
            offers.note(
                _("It waits for the head of %(department)s to confirm its facts.") % {"department": words.named(statement.department)}
            )
        if own and member.may("statement.confirm_facts"):
            offers.act(reverse("statement_unconfirmed", args=at), _("The facts are not so"), reason(_("Which, and why")), style="grave")
    if "pass_over" in can and member.may("statement.approve") and not wrote:
        offers.act(reverse("statement_pass_over", args=at), _("Go on without the department"), reason())
    if "send_to_privacy" in can and member.may("statement.approve"):
        offers.act(reverse("statement_to_privacy", args=at), _("Have privacy read it first"), fold=False)


def fast_path(offers: Offers, statement: Statement, member: Member, can: set[str]) -> None:
    """The second person of a holding statement, and who approves it in full afterwards."""
    at, held = [statement.pk], Field("hash", kind="hidden", value=statement.content_hash)
    if "second_person_ok" in can:
        if member.pk in statement.edited_by:
            offers.note(_("You have laid it out. Any other member of staff must read it and let it out."))
        elif member.may("statement.second"):
            offers.act(reverse("statement_second", args=at), _("I have read exactly this text: let it out"), held, style="", fold=False)
            offers.act(reverse("statement_second_refuse", args=at), _("It should not go out like this"), reason(), style="grave")
    if statement.retrospect_due_at is not None and "approve_in_retrospect" in can:
        last = statement.revisions.last()
        took_part = last is not None and member.pk in {*last.edited_by, last.approved_by_id}
        if not member.may("statement.approve") or took_part:
            offers.note(_("It went out on the fast path. Somebody who took no part must approve it in full."))
        else:
            offers.act(reverse("statement_retrospect", args=at), _("Approve it in full"), style="", fold=False)
            offers.act(reverse("statement_object", args=at), _("It should not have gone out like this"), reason(), style="grave")
    if "drop" in can and member.may("statement.write"):
        offers.act(reverse("statement_drop", args=at), _("No correction is needed: drop it"), fold=False)


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
