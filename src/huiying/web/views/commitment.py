"""What is done about a commitment. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import commitment as acts
from huiying.store.models import Case, Claim, Commitment
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.forms import must_department
from huiying.web.views.frame import chosen, in_room
from huiying.web.zone import desk_zone, read_local


def _proposal(typed: QueryDict) -> dict[str, object]:
    claim = chosen(typed, "claim", Claim, words.N("The claim that was chosen does not exist. Choose another."))
    at = read_local(typed.get("due_at", ""), desk_zone())
    return {"department": must_department(typed), "text": typed.get("text", ""), "due_at": at, "claim": claim}


def _done(typed: QueryDict) -> dict[str, object]:
    return {"done": typed.get("done", "")}


def _new_date(typed: QueryDict) -> dict[str, object]:
    return {"due_at": read_local(typed.get("due_at", ""), desk_zone()), **with_reason(typed)}


propose = in_room(
    acts.propose, Case, "commitment", read=_proposal, done=words.N("The commitment is proposed. Somebody else must publish it.")
)
publish = in_room(acts.publish, Commitment, "commitment", done=words.N("The commitment is public."))
refuse = in_room(acts.refuse, Commitment, "commitment", read=with_reason, done=words.N("The commitment is refused."))
start = in_room(acts.start, Commitment, "commitment", done=words.N("Your department has begun on it."))
claim_done = in_room(
    acts.claim_done, Commitment, "commitment", read=_done, done=words.N("It is on the record. Somebody outside the department will see.")
)
verify = in_room(acts.verify, Commitment, "commitment", done=words.N("The commitment stands as kept, in public."))
not_done = in_room(acts.not_done, Commitment, "commitment", read=with_reason, done=words.N("The commitment is not kept yet."))
resume = in_room(acts.resume, Commitment, "commitment", read=_new_date, done=words.N("The new date is public."))
change = in_room(acts.change, Commitment, "commitment", read=with_reason, done=words.N("It stands in public with your reason."))
