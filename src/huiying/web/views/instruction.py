"""What is done about a leader's instruction. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import instruction as acts
from huiying.store.models import Case, Instruction
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.forms import read_department
from huiying.web.views.frame import in_room
from huiying.web.zone import desk_zone, read_local


def _instruction(typed: QueryDict) -> dict[str, object]:
    at = read_local(typed.get("due_at", ""), desk_zone())
    return {"text": typed.get("text", ""), "department": read_department(typed), "due_at": at}


def _text(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", "")}


issue = in_room(acts.issue, Case, "instruction", read=_instruction, done=words.N("The instruction is issued."))
answer = in_room(acts.answer, Instruction, "instruction", read=_text, done=words.N("The answer is on the record."))
accept_answer = in_room(acts.accept_answer, Instruction, "instruction", done=words.N("The answer is accepted."))
send_back = in_room(acts.send_back, Instruction, "instruction", read=with_reason, done=words.N("The answer went back."))
revoke = in_room(acts.revoke, Instruction, "instruction", read=with_reason, done=words.N("The instruction is revoked."))
