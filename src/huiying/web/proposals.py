"""Proposals about stories as pages show them: both stories, the reasons in words, and what a member may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from huiying.core.types import ProposalKind
from huiying.store.models import Item, Member, Proposal, Story
from huiying.web import offers
from huiying.web.forms import Offers, Tried
from huiying.web.why import Evidence, evidence, strength

LISTED = 5
DECIDED = 10


@dataclass(frozen=True)
class Shown:
    """One proposal. `items` are the first of those that a split moves, `more` how many there are besides."""

    proposal: Proposal
    said: str
    evidence: Evidence
    items: tuple[Item, ...]
    more: int
    offers: Offers


def waiting(kind: ProposalKind) -> QuerySet[Proposal]:
    """Open proposals of one kind, the best founded first."""
    return _with_stories(Proposal.objects.filter(state="open", kind=kind).order_by("-score", "id"))


def decided() -> QuerySet[Proposal]:
    """What was decided last."""
    return _with_stories(Proposal.objects.filter(state__in=("accepted", "refused", "undone")).order_by("-decided_at", "-id"))


def open_of(story: Story) -> QuerySet[Proposal]:
    """What is proposed about one story."""
    return _with_stories(Proposal.objects.filter(Q(story=story) | Q(other=story), state="open").order_by("-score", "id"))


def decided_of(story: Story) -> QuerySet[Proposal]:
    """What people decided about one story and those that were joined to it, the latest first."""
    joined = Q(story=story) | Q(other=story) | Q(story__merged_into=story) | Q(other__merged_into=story)
    return _with_stories(
        Proposal.objects.filter(joined, state__in=("accepted", "refused", "undone")).distinct().order_by("-decided_at", "-id")
    )[:DECIDED]


def _with_stories(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return rows.select_related("story", "other", "decided_by")


def shown(rows: Iterable[Proposal], member: Member, tried: Tried | None) -> list[Shown]:
    """Proposals in words, each with what this member may do."""
    found = list(rows)
    items = named_items(row.reasons for row in found)
    return [_shown(row, member, tried, items) for row in found]


def _shown(row: Proposal, member: Member, tried: Tried | None, items: dict[str, Item]) -> Shown:
    moved: tuple[Item, ...] = ()
    if row.kind == ProposalKind.SPLIT:
        moved = tuple(Item.objects.filter(pk__in=row.items[:LISTED]).select_related("source").order_by("pk"))
    return Shown(
        proposal=row,
        said=_said(row),
        evidence=evidence(row.reasons, row.score, row.threshold, items),
        items=moved,
        more=max(0, len(row.items) - len(moved)) if moved else 0,
        offers=offers.on_proposal(row, member, tried),
    )


def _said(row: Proposal) -> str:
    if row.score is None or row.threshold is None:
        return _("Decided by hand.")
    values = {"strength": strength(row.score, row.threshold)}
    if row.kind == ProposalKind.MERGE:
        return _("%(strength)s evidence that the two are one happening.") % values
    return _("%(strength)s evidence that these items tell of another happening.") % values


def named_items(reasons: Iterable[list[dict[str, Any]]]) -> dict[str, Item]:
    """The items that reasons point to, by key."""
    keys = {part.get("detail", "") for parts in reasons for part in parts or [] if part.get("name") == "nearest_alike"}
    return {row.key: row for row in Item.objects.filter(key__in=keys - {""}).select_related("membership__story").defer("text")}
