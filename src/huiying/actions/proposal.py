"""Proposals about stories: stored for the second look, decided by a person, and undone by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b

from django.db import transaction
from django.db.models import Q

from huiying.actions.actor import DETECTOR, Actor
from huiying.actions.recording import act, member_of, write
from huiying.actions.regroup import assigned, decision, fits, holding, lapse, settle, tied
from huiying.core import types
from huiying.core.case.workflow import advance
from huiying.core.group.regroup import grown, much_the_same, stranded, with_copies
from huiying.core.types import ProposalKind, Refusal
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.stories import holder, open_cases

BY_HAND = "by hand"
WAITS = timedelta(days=14)
EVENTS = {
    "propose": {"merge": "merge_proposed", "split": "split_proposed"},
    "accept": {"merge": "stories_merged", "split": "story_split"},
    "refuse": {"merge": "merge_refused", "split": "split_refused"},
    "undo": {"merge": "merge_undone", "split": "split_undone"},
}


def propose(proposals: Iterable[types.Proposal], *, now: datetime) -> list[models.Proposal]:
    """Store what the second look suggests, as far as it is news to the desk. Returns what is new.

    The pipeline is not told what people decide, so it suggests the same things again: what was asked already is left out, unless the
    stories have twice the items they had when somebody last thought about it.
    """
    with transaction.atomic():
        for row in models.Proposal.objects.filter(state="open", proposed_at__lt=now - WAITS):
            lapse(row, "age", actor=DETECTOR, now=now)
        return [fresh for found in proposals if (fresh := _store(found, now)) is not None]


def _store(found: types.Proposal, now: datetime) -> models.Proposal | None:
    rows = {row.key: holder(row) for row in models.Story.objects.filter(key__in=(found.story, found.other))}
    story, other, items = rows.get(found.story), None, []
    if story is None:
        return None
    if found.kind == ProposalKind.MERGE:
        other = rows.get(found.other)
        if other is None or other.pk == story.pk:
            return None
        story, other = _first_begun(story, other)
        items = list(other.memberships.order_by("item_id").values_list("item_id", flat=True))
    else:
        items = list(story.memberships.filter(item__key__in=found.items).order_by("item_id").values_list("item_id", flat=True))
        other = _parted_before(story, found.items)
    row = models.Proposal(
        kind=found.kind.value,
        story=story,
        other=other,
        other_key=other.key if other else found.other,
        items=items,
        size=_size(story, other),
        score=found.score,
        threshold=found.threshold,
        reasons=builtins(found.reasons),
        strategy=found.strategy,
        proposed_at=now,
    )
    earlier = _same(row)
    if not fits(row) or any(not grown(one.size, row.size) for one in earlier):
        return None
    for one in earlier:
        if one.state == "open":
            lapse(one, "changed", actor=DETECTOR, now=now)
    row.save()
    _write("propose", row, actor=DETECTOR, now=now, score=row.score, threshold=row.threshold, strategy=row.strategy)
    return row


def _parted_before(story: models.Story, items: Sequence[str]) -> models.Story | None:
    """The story that others of these items got when a person moved them out of this one: what came since belongs there too."""
    rows = models.Story.objects.filter(memberships__item__key__in=items, merged_into=None).exclude(pk=story.pk)
    return rows.filter(other_proposals__in=holding([story.pk]), other_proposals__kind=ProposalKind.SPLIT).order_by("pk").first()


def _same(row: models.Proposal) -> list[models.Proposal]:
    """Earlier proposals that put the same question and did not lapse."""
    rows = models.Proposal.objects.filter(kind=row.kind).exclude(state="lapsed")
    if row.kind == ProposalKind.MERGE:
        return list(rows.filter(Q(story=row.story, other=row.other) | Q(story=row.other, other=row.story)))
    return [
        one
        for one in rows.filter(story=row.story)
        if much_the_same(one.items, row.items) or (one.state == "open" and one.other_key == row.other_key)
    ]


@act("story.regroup")
def accept(actor: Actor, proposal: models.Proposal, *, now: datetime) -> None:
    """Join the two stories, or give the items a story of their own."""
    proposal.state = advance("proposal", proposal.state, "accept")
    _carry_out(actor, proposal, now)


@act("story.regroup")
def refuse(actor: Actor, proposal: models.Proposal, *, reason: str, now: datetime) -> None:
    """Everything stays as it is; the reason stays on the record, and the same is not proposed again soon."""
    proposal.state = advance("proposal", proposal.state, "refuse", reason=reason)
    proposal.reason = reason
    _decided(actor, proposal, now)
    _write("refuse", proposal, actor=actor, now=now, reason=reason)


@act("story.regroup")
def undo(actor: Actor, proposal: models.Proposal, *, now: datetime) -> None:
    """Everything of the two stories goes back to where it was; what came since goes where the pipeline put it."""
    state = advance("proposal", proposal.state, "undo")
    story, other = proposal.story, proposal.other
    assert other is not None
    family = tied([story.pk, other.pk])
    rows = holding(family)
    later = stranded(assigned(family), [decision(row) for row in rows], next(n for n, row in enumerate(rows) if row.pk == proposal.pk))
    if later is not None:
        _rests_on(next(row for row in rows if decision(row) == later))
    proposal.state = state
    _decided(actor, proposal, now)
    if proposal.kind == ProposalKind.MERGE:
        other.merged_into = None
        if proposal.before.get("department") is None:
            story.department_id, story.place = None, proposal.before.get("place", "")
            story.save(update_fields=["department", "place"])
    elif not any(row.kind == ProposalKind.SPLIT and row.other_id == other.pk and row.pk != proposal.pk for row in rows):
        # nothing else was moved there: the story that the split made is empty now, and its address leads back
        _one_case(story, other)
        other.merged_into = story
    other.save(update_fields=["merged_into"])
    _write("undo", proposal, actor=actor, now=now)
    settle([story.pk, other.pk], actor=actor, now=now)


@act("story.regroup")
def merge(actor: Actor, story: models.Story, other: models.Story, *, now: datetime) -> models.Proposal:
    """Join two stories by hand. The one that began first keeps its address."""
    one, two = holder(story), holder(other)
    if one.pk == two.pk:
        raise Refusal('"%(title)s" is one story with this already.', title=other.title)
    keeps, joins = _first_begun(one, two)
    row = models.Proposal(kind=ProposalKind.MERGE.value, story=keeps, other=joins, other_key=joins.key, size=_size(keeps, joins))
    return _by_hand(actor, next((same for same in _same(row) if same.state == "open"), row), now)


@act("story.regroup")
def split(actor: Actor, story: models.Story, *, items: Sequence[int], now: datetime) -> models.Proposal:
    """Move the chosen items, with their copies, into a story of their own."""
    if not items:
        raise Refusal("Choose the items that tell of another happening.")
    here = holder(story)
    row = models.Proposal(kind=ProposalKind.SPLIT.value, story=here, items=sorted(set(items)), size=here.items)
    return _by_hand(actor, row, now)


def _by_hand(actor: Actor, row: models.Proposal, now: datetime) -> models.Proposal:
    if row.pk is None:
        row.strategy, row.proposed_at = BY_HAND, now
        if row.kind == ProposalKind.MERGE:
            row.items = list(models.Membership.objects.filter(story=row.other).order_by("item_id").values_list("item_id", flat=True))
    row.state = advance("proposal", row.state, "accept")
    _carry_out(actor, row, now)
    return row


def _carry_out(actor: Actor, row: models.Proposal, now: datetime) -> None:
    story, other = row.story, row.other
    row.before = {"department": story.department_id, "place": story.place}
    if row.kind == ProposalKind.MERGE:
        if not fits(row):
            raise Refusal("The stories have changed since this was proposed. Look at them again.")
        assert other is not None
        _one_case(story, other)
        other.merged_into = story
        other.save(update_fields=["merged_into"])
        if story.department_id is None and other.department_id is not None:
            story.department, story.place = other.department, other.place
            story.save(update_fields=["department", "place"])
    else:
        if row.other is not None and not fits(row):
            raise Refusal("The stories have changed since this was proposed. Look at them again.")
        other = _of_their_own(row)
        row.other, row.other_key = other, other.key
    _decided(actor, row, now)
    event = _write("accept", row, actor=actor, now=now, by_hand=row.strategy == BY_HAND)
    row.accepted_as = event.id
    row.save(update_fields=["accepted_as"])
    settle([story.pk, other.pk], actor=actor, now=now)
    row.refresh_from_db()


def _of_their_own(row: models.Proposal) -> models.Story:
    """The story that the items of a split get: one that they had before, or a new one, named after them and begun with the first."""
    here = set(row.story.memberships.values_list("item_id", flat=True))
    if not here.issuperset(row.items):
        raise Refusal("Some of these items are not in this story any more. Look at it again.")
    chosen = with_copies(row.items, assigned(tied([row.story_id]))) & here
    if chosen == here:
        raise Refusal("These are all items of the story, with their copies: nothing would be left of it. Choose fewer.")
    row.items = sorted(chosen)
    if row.other is not None:
        return row.other
    key, tries = row.other_key, 0
    while not key or models.Story.objects.filter(key=key).exists():
        key = "s" + blake2b(f"{row.story.key} {row.items} {tries}".encode(), digest_size=6).hexdigest()
        tries += 1
    first = models.Item.objects.get(pk=row.items[0])
    at = min(first.published_at or first.first_seen, first.first_seen)
    return models.Story.objects.create(key=key, title=first.title or first.text[:80], first_at=at, last_at=at)


def _first_begun(one: models.Story, two: models.Story) -> tuple[models.Story, models.Story]:
    return (one, two) if (one.first_at, one.pk) <= (two.first_at, two.pk) else (two, one)


def _size(story: models.Story, other: models.Story | None) -> int:
    return story.items + (other.items if other else 0)


def _one_case(story: models.Story, other: models.Story) -> None:
    cases = open_cases([story, other])
    if len(cases) > 1:
        raise Refusal(
            'The stories belong to two open cases, "%(one)s" and "%(two)s". Leave the stories as they are until one of the cases is over.',
            one=cases[0].title,
            two=cases[1].title,
        )


def _rests_on(later: models.Proposal) -> None:
    """Says what must be undone first."""
    other = later.other.title if later.other else ""
    if later.kind == ProposalKind.MERGE:
        raise Refusal('"%(other)s" was joined to "%(story)s" later. Undo that first.', story=later.story.title, other=other)
    raise Refusal('Items of "%(story)s" were moved into "%(other)s" later. Undo that first.', story=later.story.title, other=other)


def _decided(actor: Actor, row: models.Proposal, now: datetime) -> None:
    row.decided_by, row.decided_at, row.size = member_of(actor), now, _size(row.story, row.other)
    row.save()


def _write(what: str, row: models.Proposal, *, actor: Actor, now: datetime, **data: object) -> types.Event:
    cases = open_cases([story for story in (row.story, row.other) if story])
    return write(
        EVENTS[what][row.kind],
        actor=actor,
        now=now,
        subject=f"proposal:{row.pk}",
        proposal=row.pk,
        story=row.story.key,
        other=row.other_key,
        items=row.items if row.kind == ProposalKind.SPLIT else len(row.items),
        **({"case": cases[0].pk} if cases else {}),
        **data,
    )
