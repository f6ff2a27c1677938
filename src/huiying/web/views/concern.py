"""What is done about a concern. The page is the case room."""

from __future__ import annotations

from django.http import QueryDict

from huiying.actions import concern as acts
from huiying.store.models import Case, Concern, Item
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.views.frame import chosen, in_room


def _concern(typed: QueryDict) -> dict[str, object]:
    item = chosen(typed, "item", Item, "The item that was chosen does not exist. Choose another.")
    return {"kind": typed.get("kind", ""), "text": typed.get("text", ""), "item": item}


def _disposition(typed: QueryDict) -> dict[str, object]:
    return {name: typed.get(name, "") for name in ("disposition", "answer", "referred_to")}


add = in_room(acts.add_concern, Case, "concern", read=_concern, done=words.N("The concern is written down."))
investigate = in_room(
    acts.investigate, Concern, "concern", read=with_reason, done=words.N("The concern is being looked into. It stays open.")
)
dispose = in_room(acts.dispose, Concern, "concern", read=_disposition, done=words.N("The concern has its answer."))
reopen = in_room(acts.reopen, Concern, "concern", read=with_reason, done=words.N("The concern is open again."))
