"""What can be done with tasks in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.store.models import Case, Member, Task
from huiying.web import words
from huiying.web.forms import Field, Offers, Tried, departments, reason
from huiying.web.offers import possible


def assign(case: Case, member: Member, tried: Tried | None) -> Offers:
    """Give a department a task."""
    offers = Offers(tried)
    if member.may("task.assign"):
        chosen = str(case.department_id or "")
        offers.act(
            reverse("case_task", args=[case.pk]),
            _("Assign a task"),
            Field("department", _("Department"), "select", chosen, departments()),
            Field("text", _("What it is asked to do or to answer"), "textarea"),
        )
    return offers


def on_task(task: Task, member: Member, tried: Tried | None) -> Offers:
    """What can be done with one task."""
    offers, can, at = Offers(tried), possible("task", task.state), [task.pk]
    own = member.may("task.answer") and member.department_id == task.department_id
    if {"accept", "answer"} & can and not own:
        offers.note(_("It waits for %(department)s.") % {"department": words.named(task.department)})
    if own:
        if "accept" in can:
            offers.act(reverse("task_accept", args=at), _("Take the task on"), style="", fold=False)
        if "dispute" in can and task.department_id not in task.disputed_by:
            offers.act(reverse("task_dispute", args=at), _("This is not ours"), reason(_("Why, and whose it is")), style="grave")
        if "answer" in can:
            offers.act(reverse("task_answer", args=at), _("Answer"), Field("text", _("What was found or done"), "textarea"), style="")
    if {"uphold", "reassign"} & can:
        if member.may("task.rule"):
            whose = Field("department", _("Whose task it is"), "select", str(task.department_id), departments())
            offers.act(reverse("task_rule", args=at), _("Rule whose task it is"), whose, reason(), style="")
        elif task.state == "disputed":
            offers.note(_("A leader must rule whose task it is."))
    if "accept_answer" in can:
        if member.may("task.accept"):
            offers.act(reverse("task_accept_answer", args=at), _("Accept the answer"), style="", fold=False)
            offers.act(reverse("task_return", args=at), _("Send the answer back"), reason(), style="grave")
        else:
            offers.note(_("A verifier must accept the answer."))
    if "cancel" in can and member.may("task.assign"):
        offers.act(reverse("task_cancel", args=at), _("Cancel the task"), reason(), style="grave")
    if "reopen" in can and member.may("task.accept"):
        offers.act(reverse("task_reopen", args=at), _("Open it again"), reason(_("Why the answer does not hold")))
    return offers
