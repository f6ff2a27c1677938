"""One story: how it spread, what belongs to it, and in words why each item joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from huiying.core.types import Decision
from huiying.store.models import Item, Membership, Story
from huiying.web import charts
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

ON_PAGE = 50
DRAWN = 400


@dataclass(frozen=True)
class Why:
    """Why an item is in its story: a sentence, the terms it shares, and the story that came second."""

    said: str
    terms: tuple[tuple[str, str], ...]
    runner_up: Story | None
    runner_up_score: str
    original: Item | None


@dataclass(frozen=True)
class Line:
    """One item of the story's page."""

    membership: Membership
    item: Item
    why: Why
    watches: tuple[str, ...]
    hidden: int


@needs("desk.view")
def story(request: HttpRequest, key: str) -> HttpResponse:
    """The page of one story."""
    found = get_object_or_404(Story.objects.select_related("department", "warning", "case_link__case"), key=key)
    memberships = (
        found.memberships.select_related("item__source", "duplicate_of__source")
        .prefetch_related("item__matches__watch")
        .order_by("item_id")
    )
    page = Paginator(memberships.order_by("item_id"), ON_PAGE).get_page(request.GET.get("page"))
    keys = {m.runner_up["story"] for m in page.object_list if m.runner_up}
    seconds = {row.key: row for row in Story.objects.filter(key__in=keys)}
    lines = [
        Line(
            membership=m,
            item=m.item,
            why=why(m, seconds),
            watches=tuple(match.watch.name for match in m.item.matches.all()),
            hidden=sum(m.item.masked.values()),
        )
        for m in page.object_list
    ]
    context = {
        "story": found,
        "page": page,
        "lines": lines,
        "spread": charts.spread(_marks(found), desk_zone()) if found.items else "",
        "case": getattr(getattr(found, "case_link", None), "case", None),
        "warning": getattr(found, "warning", None),
    }
    return render(request, "desk/story.html", context)


def _marks(found: Story) -> list[charts.Mark]:
    rows = found.memberships.select_related("item__source").order_by("item_id")[:DRAWN]
    return [
        charts.Mark(
            outlet=m.item.source.name,
            at=min(m.item.published_at or m.item.first_seen, m.item.first_seen),
            copy=m.decision == Decision.DUPLICATE,
            title=m.item.title or m.item.text[:60],
            anchor=f"i{m.item_id}",
        )
        for m in rows
    ]


def why(membership: Membership, seconds: dict[str, Story]) -> Why:
    """The stored reasons of one membership in words."""
    reasons = membership.reasons or []
    values = {"score": f"{membership.score:.2f}", "threshold": f"{membership.threshold:.2f}"}
    terms: tuple[tuple[str, str], ...] = ()
    if membership.decision == Decision.DUPLICATE:
        said = _copy(reasons)
    else:
        terms = tuple((part["detail"], f"{part['value']:.2f}") for part in reasons if part["name"] == "shared_term")
        if membership.decision == Decision.JOIN:
            said = _("It is %(score)s like this story; %(threshold)s is enough to join.") % values
        elif membership.score > 0:
            said = _("It began this story: the most similar one was only %(score)s like it, and %(threshold)s is needed to join.") % values
        else:
            said = _("It began this story: no earlier one was like it.")
    second = membership.runner_up or {}
    return Why(
        said=said,
        terms=terms,
        runner_up=seconds.get(second.get("story", "")),
        runner_up_score=f"{second.get('score', 0.0):.2f}",
        original=membership.duplicate_of,
    )


def _copy(reasons: list[dict[str, Any]]) -> str:
    for part in reasons:
        if part["name"] == "same_words":
            return _("A copy: it has the same words as")
        if part["name"] == "shared_passages":
            return _("A copy: %(shared)d of %(total)d passages are shared with") % {
                "shared": round(part["value"]),
                "total": round(part["baseline"]),
            }
    return _("A copy of")
