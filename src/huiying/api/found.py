"""Items, and the stories they belong to with the reasons."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying.api.gate import reads
from huiying.api.lists import find, listing
from huiying.api.schemas import PAGE, After, Id, ItemOut, Limit, Listing, Number, StoryFull, StoryOut
from huiying.store import models

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


@reads(router, "/items/{id}", "desk.view", response=ItemOut)
def get_item(request: HttpRequest, id: Id) -> Any:
    """One item, cleaned and masked."""
    return _with_story(find(models.Item, id))


@reads(router, "/stories", "desk.view", response=Listing[StoryOut])
def list_stories(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Stories in the order in which they began."""
    return listing(models.Story.objects.all(), after, limit)


@reads(router, "/stories/{id}", "desk.view", response=StoryFull)
def get_story(request: HttpRequest, id: Id) -> Any:
    """One story with every membership and why it was decided so."""
    story: Any = find(models.Story, id)
    return {**vars(story), "memberships": list(story.memberships.order_by("item_id"))}


def _with_story(item: Any) -> dict[str, Any]:
    membership = getattr(item, "membership", None)
    return {**vars(item), "story": membership.story_id if membership else None}
