"""Taking one source's new items in: rows, stories, warnings and the source's own state in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from huiying.actions.actor import COLLECTOR
from huiying.actions.recording import write
from huiying.actions.source import note_success
from huiying.actions.warning import raise_warning
from huiying.core import types
from huiying.core.group.origin import Member as Seen
from huiying.core.group.origin import origin_of
from huiying.core.pipeline import Outputs
from huiying.store import models
from huiying.store.convert import builtins


def take_in(
    source: models.Source,
    *,
    items: Sequence[types.Item],
    fingerprints: Sequence[str],
    outputs: Outputs,
    due_at: datetime,
    changes: dict[str, object],
    now: datetime,
) -> int:
    """Store what the pipeline decided about `items`. Returns the id of the last item stored, 0 if there was none."""
    with transaction.atomic():
        if items:
            changes = {**changes, "item_at": now}
        rows = _items(source, items, fingerprints)
        stories = _memberships(rows, outputs.assignments)
        _matches(rows, outputs.matches)
        for story in stories.values():
            _count(story)
        for warning in outputs.warnings:
            raise_warning(stories[warning.story], warning, now=now)
        if items:
            first, last = min(row.pk for row in rows.values()), max(row.pk for row in rows.values())
            write(
                "items_collected",
                actor=COLLECTOR,
                now=now,
                subject=f"source:{source.pk}",
                source=source.name,
                count=len(items),
                first=first,
                last=last,
                stories=sorted(stories),
            )
        note_success(source, due_at=due_at, now=now, changes=changes)
    return max((row.pk for row in rows.values()), default=0)


def _items(source: models.Source, items: Sequence[types.Item], fingerprints: Sequence[str]) -> dict[str, models.Item]:
    rows = [
        models.Item(
            key=item.id,
            source=source,
            kind=item.kind.value,
            url=item.url,
            title=item.title,
            text=item.text,
            lang=item.lang,
            published_at=item.published_at,
            first_seen=item.first_seen,
            heat=item.heat,
            rank=item.rank,
            masked=item.masked,
            fingerprint=fingerprint,
        )
        for item, fingerprint in zip(items, fingerprints, strict=True)
    ]
    return {row.key: row for row in models.Item.objects.bulk_create(rows)}


def _memberships(rows: dict[str, models.Item], assignments: Sequence[types.Assignment]) -> dict[str, models.Story]:
    stories = {story.key: story for story in models.Story.objects.filter(key__in={a.story for a in assignments})}
    wanted = {a.duplicate_of for a in assignments if a.duplicate_of} - rows.keys()
    originals = {row.key: row for row in models.Item.objects.filter(key__in=wanted)} | rows
    memberships = []
    for assignment in assignments:
        item = rows[assignment.item]
        at = min(item.published_at or item.first_seen, item.first_seen)
        story = stories.get(assignment.story)
        if story is None:
            title = item.title or item.text[:80]
            story = models.Story.objects.create(key=assignment.story, title=title, first_at=at, last_at=at)
            stories[assignment.story] = story
        story.first_at, story.last_at = min(story.first_at, at), max(story.last_at, at)
        memberships.append(
            models.Membership(
                item=item,
                story=story,
                decision=assignment.decision.value,
                duplicate_of=originals.get(assignment.duplicate_of or ""),
                score=assignment.score,
                threshold=assignment.threshold,
                runner_up=builtins(assignment.runner_up),
                reasons=builtins(assignment.reasons),
                strategy=assignment.strategy,
            )
        )
    models.Membership.objects.bulk_create(memberships)
    return stories


def _matches(rows: dict[str, models.Item], matches: Sequence[types.Match]) -> None:
    watches = {watch.name: watch for watch in models.Watch.objects.filter(name__in={match.watch for match in matches})}
    models.Match.objects.bulk_create(
        models.Match(watch=watches[match.watch], item=rows[match.item]) for match in matches if match.watch in watches
    )


def _count(story: models.Story) -> None:
    """Counts, place and lead department of a story, from all its members."""
    members = story.memberships.select_related("item").order_by("item_id")
    origin = origin_of(
        Seen(
            item=member.item.key,
            source=str(member.item.source_id),
            kind=types.Kind(member.item.kind),
            at=member.item.first_seen,
            decision=types.Decision(member.decision),
        )
        for member in members
    )
    story.items, story.outlets, story.reports = origin.items, origin.outlets, origin.independent
    if not story.department_id:
        watch = models.Watch.objects.filter(matches__item__membership__story=story, department__isnull=False).order_by("id").first()
        if watch:
            story.department, story.place = watch.department, watch.place
    story.save()
