"""The figures of a story, counted from the items that stand in it."""

from __future__ import annotations

from huiying.store import models
from huiying.store.stories import origin


def recount(story: models.Story) -> None:
    """Counts, first and last time, place and lead department of a story, from all its members. One that is empty keeps its times."""
    found = origin(story)
    story.items, story.outlets, story.reports = found.items, found.outlets, found.independent
    if found.chain:
        story.first_at, story.last_at = found.chain[0].at, found.chain[-1].at
    if not story.department_id:
        watch = models.Watch.objects.filter(matches__item__membership__story=story, department__isnull=False).order_by("id").first()
        if watch:
            story.department, story.place = watch.department, watch.place
    story.save()
