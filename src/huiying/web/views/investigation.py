"""What is done about an investigation of a case. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import investigation as acts
from huiying.store.models import Case, Investigation
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.forms import read_department
from huiying.web.room.investigations import EVIDENCE
from huiying.web.views.frame import in_room


def _opening(typed: QueryDict) -> dict[str, object]:
    named = {name: typed.get(name, "") for name in ("kind", "body_zh", "body_en")}
    return {**named, "department": read_department(typed)}


def _finding(typed: QueryDict) -> dict[str, object]:
    numbers = [name.removeprefix(EVIDENCE) for name in typed if name.startswith(EVIDENCE) and typed.get(name)]
    chosen = [int(number) for number in numbers if number.isascii() and number.isdigit() and len(number) < 18]
    return {"finding": typed.get("finding", ""), "evidence": chosen}


begin = in_room(acts.open_investigation, Case, "investigation", read=_opening, done=words.N("The investigation is open."))
conclude = in_room(acts.conclude, Investigation, "investigation", read=_finding, done=words.N("The finding is on the record."))
stop = in_room(acts.stop, Investigation, "investigation", read=with_reason, done=words.N("The investigation ended without a finding."))
reopen = in_room(acts.reopen, Investigation, "investigation", read=with_reason, done=words.N("The investigation is open again."))
