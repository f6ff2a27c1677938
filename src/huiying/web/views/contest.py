"""What is done about a contest or a request for a correction. The page is the case room."""

from __future__ import annotations

from datetime import datetime

from django.http import QueryDict

from huiying.actions import contest as acts
from huiying.actions.actor import Actor
from huiying.core.types import Refusal
from huiying.store.models import Case, Claim, Commitment, Contest, CorrectionRequest, Statement
from huiying.web import words
from huiying.web.acting import as_act, with_reason
from huiying.web.views.frame import chosen, in_room

_GONE = words.N("What was chosen does not exist. Choose another.")


def about(chosen: str) -> dict[str, Claim | Commitment | None]:
    """The claim or commitment that a field names ("claim-3"); neither where the case as a whole is meant."""
    noun, _, number = chosen.partition("-")
    models: dict[str, type[Claim] | type[Commitment]] = {"claim": Claim, "commitment": Commitment}
    if noun not in models:
        return {"claim": None, "commitment": None}
    row = (
        models[noun]._default_manager.filter(pk=int(number)).first() if number.isascii() and number.isdigit() and len(number) < 18 else None
    )
    if row is None:
        raise Refusal(_GONE)
    return {"claim": None, "commitment": None, noun: row}


def _contest(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", ""), **about(typed.get("about", ""))}


def _correction(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", ""), "statement": chosen(typed, "statement", Statement, _GONE)}


def _ask(actor: Actor, row: Case, *, statement: Statement | None, text: str, now: datetime) -> CorrectionRequest:
    if statement is None or statement.case_id != row.pk:
        raise Refusal("Choose a statement of this case that is public.")
    return acts.ask_correction(actor, statement, text=text, now=now)


receive = in_room(acts.contest, Case, "contest", read=_contest, done=words.N("The contest is written down."))
ask_correction = in_room(
    as_act(acts.ask_correction, _ask), Case, "correction_request", read=_correction, done=words.N("The request is written down.")
)
weigh = in_room(acts.weigh, Contest, "contest", read=with_reason, done=words.N("It is weighed. Somebody else decides."))
accept = in_room(acts.accept, Contest, "contest", done=words.N("The contest is accepted: the outcome is open again."))
refuse = in_room(acts.refuse, Contest, "contest", read=with_reason, done=words.N("It is refused, with your reason."))
weigh_correction = in_room(
    acts.weigh, CorrectionRequest, "correction_request", read=with_reason, done=words.N("It is weighed. Somebody else decides.")
)
accept_correction = in_room(acts.accept, CorrectionRequest, "correction_request", done=words.N("It is accepted: a correction is due."))
refuse_correction = in_room(
    acts.refuse, CorrectionRequest, "correction_request", read=with_reason, done=words.N("It is refused, with your reason.")
)
