"""Taking one source's new items in: rows, stories, warnings and the source's own state in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from huiying.actions.actor import COLLECTOR
from huiying.actions.recording import write
from huiying.actions.regroup import decision, holding, tied
from huiying.actions.source import note_success
from huiying.actions.story import recount
from huiying.actions.visit import Visit
from huiying.actions.warning import raise_warning
from huiying.core import types
from huiying.core.group.regroup import Assigned, standing
from huiying.store import models
from huiying.store.convert import builtins

if TYPE_CHECKING:  # the pipeline is compiled: a second at every start of who only reads
    from huiying.core.pipeline import Outputs


def take_in(
    source: models.Source,
    *,
    items: Sequence[types.Item],
    fingerprints: Sequence[str],
    outputs: Outputs,
    due_at: datetime,
    changes: dict[str, object],
    now: datetime,
    voices: Mapping[str, int] = MappingProxyType({}),
    visit: Visit | None = None,
) -> int:
    """Store what the pipeline decided about `items`, and of stories (by key) about how many distinct voices they have.

    Returns the id of the last item stored, 0 if there was none."""
    with transaction.atomic():
        if items:
            changes = {**changes, "item_at": now}
        rows = _items(source, items, fingerprints)
        held = _memberships(rows, outputs.assignments)
        _matches(rows, outputs.matches)
        for story in held:
            recount(story)
        for key, about in voices.items():
            # a count that begins again after a restart must not make the number sink
            models.Story.objects.filter(Q(voices=None) | Q(voices__lt=about), key=key).update(voices=about)
        for warning in outputs.warnings:
            raise_warning(models.Story.objects.get(key=warning.story), warning, now=now)
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
                stories=dict(sorted(Counter(assignment.story for assignment in outputs.assignments).items())),
            )
        note_success(source, due_at=due_at, now=now, changes=changes, visit=visit)
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


def _memberships(rows: dict[str, models.Item], assignments: Sequence[types.Assignment]) -> list[models.Story]:
    """Store where each item belongs. Returns the stories in which they stand.

    The pipeline names its own stories and is not told what people decided about them: a story that was joined to another hands its new
    items on, and a copy goes where its original stands.
    """
    nearby = {a.perhaps.story for a in assignments if a.perhaps}
    named = {row.key: row for row in models.Story.objects.filter(key__in={a.story for a in assignments} | nearby)}
    wanted = {a.duplicate_of for a in assignments if a.duplicate_of} - rows.keys()
    originals = {row.key: row for row in models.Item.objects.filter(key__in=wanted).select_related("membership")} | rows
    memberships = []
    for assignment in assignments:
        item = rows[assignment.item]
        story = named.get(assignment.story)
        if story is None:
            at = min(item.published_at or item.first_seen, item.first_seen)
            title = item.title or item.text[:80]
            story = named[assignment.story] = models.Story.objects.create(key=assignment.story, title=title, first_at=at, last_at=at)
        memberships.append(
            models.Membership(
                item=item,
                story=story,
                assigned=story,
                decision=assignment.decision.value,
                duplicate_of=originals.get(assignment.duplicate_of or ""),
                score=assignment.score,
                threshold=assignment.threshold,
                runner_up=builtins(assignment.runner_up),
                perhaps=builtins(assignment.perhaps),
                perhaps_with=named.get(assignment.perhaps.story) if assignment.perhaps else None,
                reasons=builtins(assignment.reasons),
                strategy=assignment.strategy,
            )
        )
    decisions = [decision(row) for row in holding(tied(row.pk for row in named.values()))]
    if decisions:
        known = [Assigned(m.item_id, m.assigned_id, m.duplicate_of_id) for m in memberships]
        known += [Assigned(row.pk, row.membership.assigned_id) for key, row in originals.items() if key not in rows]
        places = standing(known, decisions)
        for membership in memberships:
            membership.story_id = places[membership.item_id]
    models.Membership.objects.bulk_create(memberships)
    return list(models.Story.objects.filter(pk__in={membership.story_id for membership in memberships}).order_by("pk"))


def _matches(rows: dict[str, models.Item], matches: Sequence[types.Match]) -> None:
    watches = {watch.name: watch for watch in models.Watch.objects.filter(name__in={match.watch for match in matches})}
    models.Match.objects.bulk_create(
        models.Match(watch=watches[match.watch], item=rows[match.item]) for match in matches if match.watch in watches
    )
