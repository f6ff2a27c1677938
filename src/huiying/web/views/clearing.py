"""A statement on its way: a department's facts, privacy, the fast path, a correction that is not needed. The page is the statement's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from huiying.actions import clearing as acts
from huiying.actions import emergency
from huiying.actions import statement as statement_acts
from huiying.store.models import Statement
from huiying.web import words
from huiying.web.acting import Reader, acting, nothing, with_reason
from huiying.web.forms import must_department
from huiying.web.views import statement


def _act(function: Callable[..., Any], done: str, read: Reader = nothing) -> Callable[..., HttpResponse]:
    def address(row: Statement, _result: object) -> str:
        return reverse("statement", args=[row.pk])

    return acting(function, Statement, page=statement.page, address=address, read=read, done=done)


def _hash(typed: QueryDict) -> dict[str, object]:
    return {"hash": typed.get("hash", "")}


def _department(typed: QueryDict) -> dict[str, object]:
    return {"department": must_department(typed)}


ask = _act(statement_acts.submit, words.N("The text is with the department, to confirm its facts."), _department)
confirm_facts = _act(acts.confirm_facts, words.N("You have confirmed the facts of exactly this text."), _hash)
return_unconfirmed = _act(acts.return_unconfirmed, words.N("The text went back to its authors."), with_reason)
pass_over = _act(acts.pass_over, words.N("The text goes on without the department. Your reason is on the record."), with_reason)
send_to_privacy = _act(acts.send_to_privacy, words.N("Privacy reads the text first."))
second_person_ok = _act(emergency.second_person_ok, words.N("The holding statement is public. Its full approval is due."), _hash)
refuse = _act(emergency.refuse, words.N("It did not go out. It is an ordinary draft now."), with_reason)
approve_in_retrospect = _act(emergency.approve_in_retrospect, words.N("You have approved in full what went out on the fast path."))
object_in_retrospect = _act(emergency.object_in_retrospect, words.N("A correction is begun, and due."), with_reason)
drop = _act(statement_acts.drop, words.N("The correction is dropped; the public text stands."))
