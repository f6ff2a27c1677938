"""What is done about a press conference. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import conference as acts
from huiying.store.models import Case, Conference
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.views.frame import in_room
from huiying.web.zone import desk_zone, read_local


def _plan(typed: QueryDict) -> dict[str, object]:
    at = read_local(typed.get("at", ""), desk_zone())
    return {"subject": typed.get("subject", ""), "place": typed.get("place", ""), "at": at}


def _held(typed: QueryDict) -> dict[str, object]:
    return {"record": typed.get("record", ""), "unanswered": [line for line in typed.get("unanswered", "").split("\n") if line.strip()]}


plan = in_room(acts.plan, Case, "conference", read=_plan, done=words.N("The press conference is planned."))
change = in_room(acts.change, Conference, "conference", read=_plan, done=words.N("The plan is changed."))
announce = in_room(acts.announce, Conference, "conference", done=words.N("The press conference is announced."))
hold = in_room(acts.hold, Conference, "conference", read=_held, done=words.N("What was said is on the record."))
follow_up = in_room(acts.follow_up, Conference, "conference", done=words.N("The press conference is done."))
cancel = in_room(acts.cancel, Conference, "conference", read=with_reason, done=words.N("The press conference is cancelled."))
