"""Taking a case on: verified, at rest, reviewed, closed, reopened, merged; and its emergency response and clocks."""

from __future__ import annotations

from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from huiying.actions import emergency, response
from huiying.actions import settling as acts
from huiying.actions.actor import Actor
from huiying.core.case.duties import Clocks
from huiying.core.types import Refusal
from huiying.store.models import Case
from huiying.store.standing import CLOCKS
from huiying.web import words
from huiying.web.acting import acting, as_act, with_reason
from huiying.web.views import case, frame
from huiying.web.zone import desk_zone, read_local


def _level(typed: QueryDict) -> dict[str, object]:
    return {"level": typed.get("level", ""), **with_reason(typed)}


def _activation(typed: QueryDict) -> dict[str, object]:
    return {"level": typed.get("level", ""), "leading_group": typed.get("leading_group", "")}


def _clocks(typed: QueryDict) -> dict[str, object]:
    zone = desk_zone()
    return {"clocks": Clocks(**{name: read_local(typed.get(name, ""), zone) for name in CLOCKS}), **with_reason(typed)}


def _lang(typed: QueryDict) -> str:
    return "en" if typed.get("lang") == "en" else "zh"


def _emergency(typed: QueryDict) -> dict[str, object]:
    at = read_local(typed.get("next_update_at", ""), desk_zone())
    return {"lang": _lang(typed), "seen": typed.get("seen", "").strip(), "next_update_at": at, **with_reason(typed)}


def _merging(actor: Actor, row: Case, *, into: Case | None, reason: str, now: datetime) -> None:
    """Two cases are one."""
    if into is None:
        raise Refusal("Choose the case that goes on.")
    acts.merge_into(actor, row, into, reason=reason, now=now)


def _into(typed: QueryDict) -> dict[str, object]:
    return {
        "into": frame.chosen(typed, "into", Case, words.N("The case that was chosen does not exist. Choose another.")),
        **with_reason(typed),
    }


start_verification = frame.in_room(acts.start_verification, Case, "course", done=words.N("The case is being verified."))
facts_ready = frame.in_room(acts.facts_ready, Case, "course", done=words.N("The case is being answered."))
new_facts = frame.in_room(acts.new_facts, Case, "course", read=with_reason, done=words.N("The case is being verified."))
escalate = frame.in_room(acts.escalate, Case, "course", read=_level, done=words.N("The case is assessed anew at the higher level."))
rest = frame.in_room(acts.all_concerns_disposed, Case, "course", done=words.N("The case is being watched."))
propose_no_response = frame.in_room(
    acts.propose_no_response, Case, "course", read=with_reason, done=words.N("You have signed. A second person must agree.")
)
no_response_needed = frame.in_room(acts.no_response_needed, Case, "course", done=words.N("The case is being watched."))
begin_review = frame.in_room(acts.begin_review, Case, "course", read=with_reason, done=words.N("The review has begun."))
findings_need_work = frame.in_room(acts.findings_need_work, Case, "course", read=with_reason, done=words.N("The case is back at work."))
sign_review = frame.in_room(
    acts.sign_review, Case, "course", read=with_reason, done=words.N("You have signed. The other of leader and reviewer closes it.")
)
close = frame.in_room(acts.close, Case, "course", done=words.N("The case is closed."))
reopen = frame.in_room(acts.reopen, Case, "course", read=with_reason, done=words.N("The case is open again."))
unmerge = frame.in_room(acts.unmerge, Case, "course", read=with_reason, done=words.N("The merge is undone."))
activate = frame.in_room(response.activate, Case, "response", read=_activation, done=words.N("The response is active."))
stand_down = frame.in_room(response.stand_down, Case, "response", read=with_reason, done=words.N("The response has ended."))
set_clocks = frame.in_room(response.set_clocks, Case, "response", read=_clocks, done=words.N("The clocks are corrected."))
begin_emergency = acting(
    emergency.emergency_holding,
    Case,
    page=case.page,
    address=lambda row, result: reverse("statement", args=[result.pk]) if result else reverse("case", args=[row.pk]),
    read=_emergency,
    done=words.N("The holding text waits for any second member of staff to let it out."),
)
merge_into = frame.in_room(
    as_act(acts.merge_into, _merging), Case, "course", read=_into, done=words.N("The case is merged into the other.")
)
