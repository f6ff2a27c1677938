"""Carrying out what was decided about stories: every item, warning and case link goes to the story that holds it now.

Nothing that was decided at the time is touched. Only the columns that say where something stands are written anew, replayed from the
decisions that hold; see core/group/regroup.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from huiying.actions.actor import Actor
from huiying.actions.recording import write
from huiying.actions.story import recount
from huiying.core.case.workflow import advance
from huiying.core.group.regroup import Assigned, Regrouping, standing
from huiying.core.types import ProposalKind
from huiying.store import models
from huiying.store.stories import holder

BATCH = 500


def tied(stories: Iterable[int]) -> frozenset[int]:
    """These stories and all others that decisions which hold have joined to them or made out of them."""
    known: set[int] = set()
    fresh = set(stories)
    while fresh:
        known |= fresh
        rows = models.Proposal.objects.filter(Q(story__in=fresh) | Q(other__in=fresh), state="accepted")
        fresh = {pk for pair in rows.values_list("story_id", "other_id") for pk in pair} - known
    return frozenset(known)


def holding(stories: Iterable[int]) -> list[models.Proposal]:
    """The decisions about these stories that hold, in the order in which they were carried out."""
    rows = models.Proposal.objects.filter(story__in=stories, state="accepted").select_related("story", "other")
    return list(rows.order_by("accepted_as"))


def decision(row: models.Proposal) -> Regrouping:
    """An accepted proposal as the core reads it."""
    assert row.other_id is not None
    return Regrouping(kind=ProposalKind(row.kind), story=row.story_id, other=row.other_id, items=frozenset(row.items))


def assigned(stories: Iterable[int]) -> list[Assigned]:
    """What the pipeline gave to these stories."""
    rows = models.Membership.objects.filter(assigned__in=stories).order_by("item_id")
    return [Assigned(item, story, copy_of) for item, story, copy_of in rows.values_list("item_id", "assigned_id", "duplicate_of_id")]


def settle(stories: Iterable[int], *, actor: Actor, now: datetime) -> None:
    """Put everything of these stories and those tied to them where it stands now, count them anew, and let go what no longer fits."""
    family = tied(stories)
    places = standing(assigned(family), [decision(row) for row in holding(family)])
    moved, changed = [], set(stories)
    for row in models.Membership.objects.filter(assigned__in=family).only("item_id", "story_id"):
        if row.story_id != places[row.item_id]:
            changed |= {row.story_id, places[row.item_id]}
            row.story_id = places[row.item_id]
            moved.append(row)
    models.Membership.objects.bulk_update(moved, ["story"], batch_size=BATCH)
    for warning in models.Warning.objects.filter(raised_for__in=family).select_related("raised_for"):
        _move(warning, holder(warning.raised_for))
    for link in models.CaseStory.objects.filter(linked__in=family).select_related("linked"):
        _move(link, holder(link.linked))
    for story in models.Story.objects.filter(pk__in=changed).order_by("pk"):
        recount(story)
    lapse_misfits(changed, actor=actor, now=now)


def _move(row: models.Warning | models.CaseStory, story: models.Story) -> None:
    if row.story_id != story.pk:
        row.story = story
        row.save(update_fields=["story"])


def lapse_misfits(stories: Iterable[int], *, actor: Actor, now: datetime) -> None:
    """Open proposals whose stories are no longer what they were proposed for."""
    ids = list(stories)
    for row in models.Proposal.objects.filter(Q(story__in=ids) | Q(other__in=ids), state="open").select_related("story", "other"):
        if not fits(row):
            lapse(row, "changed", actor=actor, now=now)


def fits(row: models.Proposal) -> bool:
    """Whether a proposal can still be carried out."""
    if row.story.merged_into_id is not None or (row.other is not None and row.other.merged_into_id is not None):
        return False
    if row.kind == ProposalKind.MERGE:
        return row.other is not None
    here = set(row.story.memberships.values_list("item_id", flat=True))
    return bool(row.items) and set(row.items) < here


def lapse(row: models.Proposal, why: str, *, actor: Actor, now: datetime) -> None:
    """Nobody needs to decide it any more."""
    row.state, row.decided_at = advance("proposal", row.state, "lapse"), now
    row.save(update_fields=["state", "decided_at"])
    write("proposal_lapsed", actor=actor, now=now, subject=f"proposal:{row.pk}", proposal=row.pk, kind=row.kind, why=why)
