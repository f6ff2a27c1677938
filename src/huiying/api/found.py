"""Items, and the stories they belong to with the reasons."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from django.http import HttpRequest
from ninja import Router, Schema

from huiying.api.gate import reads
from huiying.api.lists import find, listing
from huiying.api.schemas import PAGE, After, Id, ItemOut, Limit, Listing, Number, StoryFull, StoryOut
from huiying.api.stories import OriginOut
from huiying.core.find.query import read_search
from huiying.core.types import Kind
from huiying.store import models
from huiying.store.search import Narrowed, find_items, find_own
from huiying.store.stories import holder, origin


class FindableOut(Schema):
    kind: str
    key: str
    title: str
    at: datetime


class SearchOut(Schema):
    own: list[FindableOut]
    items: list[ItemOut]


router = Router(tags=["found"])


@reads(router, "/items", "desk.view", response=Listing[ItemOut])
def list_items(
    request: HttpRequest, story: Number | None = None, source: Number | None = None, after: After = 0, limit: Limit = PAGE
) -> Any:
    """Items in the order in which they arrived, of one story or of one source."""
    rows = models.Item.objects.select_related("membership")
    if story is not None:
        rows = rows.filter(membership__story=find(models.Story, story))
    if source is not None:
        rows = rows.filter(source=find(models.Source, source))
    return listing(rows, after, limit, _with_story)


@reads(router, "/search", "desk.view", response=SearchOut)
def search_everything(
    request: HttpRequest,
    q: str,
    source: Number | None = None,
    kind: Kind | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    before: Number | None = None,
    limit: Limit = PAGE,
) -> Any:
    """Words over everything the desk holds: its own first, then items, the newest first. Older ones follow with `before`."""
    looked = read_search(q)
    narrowed = Narrowed(source=source, kind=kind.value if kind else "", since=since, until=until)
    items = find_items(looked, narrowed, most=limit, before=before)
    user = request.auth.member  # type: ignore[attr-defined]
    own = find_own(looked, user=user, most=limit) if narrowed == Narrowed() and before is None else []
    return {"own": own, "items": [_with_story(row) for row in items]}


@reads(router, "/items/{id}", "desk.view", response=ItemOut)
def get_item(request: HttpRequest, id: Id) -> Any:
    """One item, cleaned and masked."""
    return _with_story(find(models.Item, id))


@reads(router, "/stories", "desk.view", response=Listing[StoryOut])
def list_stories(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Stories in the order in which they began, without those that were joined to another."""
    return listing(models.Story.objects.filter(merged_into=None, items__gt=0), after, limit)


@reads(router, "/stories/{id}", "desk.view", response=StoryFull)
def get_story(request: HttpRequest, id: Id) -> Any:
    """One story with every membership and why it was decided so."""
    story: Any = find(models.Story, id)
    return {**vars(story), "memberships": list(story.memberships.order_by("item_id"))}


@reads(router, "/stories/{id}/origin", "desk.view", response=OriginOut)
def get_origin(request: HttpRequest, id: Id) -> Any:
    """Who had it first, outlet by outlet and item by item, copies apart from independent reports."""
    story = holder(find(models.Story, id))
    found, ids = origin(story), dict(story.memberships.values_list("item__key", "item_id"))
    orders = {sight.order: ids[sight.item] for sight in found.chain}

    def shape(entry: Any) -> dict[str, Any]:
        minutes = round(entry.after.total_seconds() / 60, 1)
        return {**msgspec.structs.asdict(entry), "item": ids[entry.item], "minutes_after_first": minutes}

    return {
        **msgspec.structs.asdict(found),
        "first_seen": [shape(first) for first in found.first_seen],
        "chain": [{**shape(sight), "original": orders.get(sight.original or 0)} for sight in found.chain],
    }


def _with_story(item: Any) -> dict[str, Any]:
    membership = getattr(item, "membership", None)
    return {**vars(item), "story": membership.story_id if membership else None}
