"""Reading stories: where they come from, which story holds another now, and the cases they belong to. No decision is taken here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from huiying.core.group.origin import Member, Origin, origin_of
from huiying.core.types import Decision, Kind
from huiying.store import models


def members(story: models.Story) -> list[models.Membership]:
    """What stands in a story, in order of arrival, without the texts."""
    rows = story.memberships.select_related("item__source", "duplicate_of").order_by("item_id")
    return list(rows.defer("item__text", "duplicate_of__text", "reasons", "runner_up", "perhaps"))


def origin(story: models.Story) -> Origin:
    """Who had a story first, and who had it from whom: read without the rest of its items, for stories of any size."""
    rows = story.memberships.order_by("item_id").values_list(
        "item__key", "item__source__name", "item__kind", "item__published_at", "item__first_seen", "decision", "duplicate_of__key"
    )
    return origin_of(
        Member(
            item=key,
            source=source,
            kind=Kind(kind),
            at=min(published or first_seen, first_seen),
            decision=Decision(decision),
            duplicate_of=original,
        )
        for key, source, kind, published, first_seen, decision, original in rows.iterator(chunk_size=1000)
    )


def report_times(story: models.Story) -> list[datetime]:
    """When its reports came, copies left out, in no order that matters: the earlier of the outlet's own date and our first sight."""
    rows = story.memberships.exclude(decision=Decision.DUPLICATE.value).values_list("item__published_at", "item__first_seen")
    return [min(published or seen, seen) for published, seen in rows]


def holder(story: models.Story) -> models.Story:
    """The story that holds this one's items now: itself, or the one that it was joined to, however many steps."""
    while story.merged_into is not None:
        story = story.merged_into
    return story


def held(story: models.Story) -> list[int]:
    """This story and all that were joined to it, however many steps."""
    found, fresh = [story.pk], [story.pk]
    while fresh:
        fresh = list(models.Story.objects.filter(merged_into__in=fresh).order_by("pk").values_list("pk", flat=True))
        found += fresh
    return found


def open_cases(stories: Iterable[models.Story]) -> list[models.Case]:
    """The cases of these stories that are not over, oldest first."""
    links = models.Case.objects.filter(stories__story__in=list(stories)).exclude(state__in=("closed", "merged"))
    return list(links.distinct().order_by("id"))


def items_of(stories: Iterable[models.Story], most: int = 20) -> list[models.Item]:
    """The first items of stories, copies left out."""
    rows = models.Item.objects.filter(membership__story__in=list(stories)).exclude(membership__decision=Decision.DUPLICATE.value)
    return list(rows.order_by("id")[:most])


def told(items: Iterable[models.Item]) -> list[str]:
    """Titles and leads of items."""
    return [f"{item.title}\n{item.text[:300]}" for item in items]


def voices(story: models.Story) -> int | None:
    """About how many distinct people spoke, as it was rounded; 0 for fewer than five, None where none was counted.

    Of joined stories the most of any: the same people may have spoken in each, and nothing is kept that could tell.
    """
    counted = models.Story.objects.filter(pk__in=held(story)).exclude(voices=None).values_list("voices", flat=True)
    return max((count for count in counted if count is not None), default=None)
