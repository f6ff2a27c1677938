"""What is done about a request to a publisher. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import publisher_request as acts
from huiying.core.types import Refusal
from huiying.store.models import Case, PublisherRequest
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.views.frame import in_room


def _request(typed: QueryDict) -> dict[str, object]:
    parts = [part.strip() for part in typed.get("claims", "").replace("，", ",").split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 18 for part in parts):
        raise Refusal("Name the claims by their numbers, with commas between them.")
    return {**{name: typed.get(name, "") for name in ("publisher", "url", "wrong", "right")}, "claims": [int(part) for part in parts]}


def _text(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", "")}


draft = in_room(acts.draft, Case, "request", read=_request, done=words.N("The request is begun. Somebody else must approve it."))
edit = in_room(acts.edit, PublisherRequest, "request", read=_request, done=words.N("The draft is saved."))
approve = in_room(acts.approve, PublisherRequest, "request", done=words.N("The request stands on the public register."))
note_answer = in_room(acts.note_answer, PublisherRequest, "request", read=_text, done=words.N("The answer is on the record."))
note_corrected = in_room(acts.note_corrected, PublisherRequest, "request", done=words.N("It is noted that the publisher corrected it."))
note_not_corrected = in_room(
    acts.note_not_corrected, PublisherRequest, "request", read=with_reason, done=words.N("It is noted that it was not corrected.")
)
abandon = in_room(acts.abandon, PublisherRequest, "request", read=with_reason, done=words.N("The draft is given up."))
withdraw = in_room(
    acts.withdraw, PublisherRequest, "request", read=with_reason, done=words.N("The request is withdrawn. It stays readable.")
)
