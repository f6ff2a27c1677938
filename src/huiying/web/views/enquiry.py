"""What is done about an enquiry. The page is the case room."""

from __future__ import annotations

from datetime import datetime

from django.http import QueryDict

from huiying.actions import enquiry as acts
from huiying.actions.actor import Actor
from huiying.core.types import Refusal
from huiying.store.models import Case, Enquiry, Statement
from huiying.web import words
from huiying.web.acting import as_act, with_reason
from huiying.web.forms import read_department
from huiying.web.views.frame import chosen, in_room


def _question(typed: QueryDict) -> dict[str, object]:
    return {name: typed.get(name, "") for name in ("text", "origin", "outlet")}


def _department(typed: QueryDict) -> dict[str, object]:
    return {"department": read_department(typed)}


def _text(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", "")}


def _statement(typed: QueryDict) -> dict[str, object]:
    return {"statement": chosen(typed, "statement", Statement, words.N("The statement that was chosen does not exist. Choose another."))}


def _point(actor: Actor, row: Enquiry, *, statement: Statement | None, now: datetime) -> None:
    if statement is None or statement.case_id != row.case_id:
        raise Refusal("Choose a statement of this case that is public.")
    acts.point_to(actor, row, statement, now=now)


receive = in_room(acts.receive, Case, "enquiry", read=_question, done=words.N("The enquiry is taken in."))
assign = in_room(acts.assign, Enquiry, "enquiry", read=_department, done=words.N("It is said who prepares the answer."))
point_to = in_room(as_act(acts.point_to, _point), Enquiry, "enquiry", read=_statement, done=words.N("The enquiry is answered."))
draft_answer = in_room(
    acts.draft_answer, Enquiry, "enquiry", read=_text, done=words.N("The answer is drafted. Somebody else must approve it.")
)
approve_answer = in_room(acts.approve_answer, Enquiry, "enquiry", done=words.N("The enquiry is answered."))
send_back = in_room(acts.send_back, Enquiry, "enquiry", read=with_reason, done=words.N("The answer went back."))
decline = in_room(acts.decline, Enquiry, "enquiry", read=with_reason, done=words.N("The enquiry is declined, with your reason."))
reopen = in_room(acts.reopen, Enquiry, "enquiry", read=with_reason, done=words.N("The enquiry is open again."))
