"""One story: where it comes from, what belongs to it, in words why, and what people may do about its bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode

from huiying import clock
from huiying.actions import proposal as acts
from huiying.core.group.origin import Part
from huiying.core.types import ProposalKind, Refusal
from huiying.store.models import Case, Item, Membership, Proposal, Story
from huiying.store.sight import visible
from huiying.store.stories import held, holder, members, origin, voices
from huiying.web import offers, proposals, words
from huiying.web.acting import acting
from huiying.web.forms import Tried
from huiying.web.permission import needs
from huiying.web.sheet import origin_sheet
from huiying.web.spread import left_out, shape, spread
from huiying.web.trend import trend
from huiying.web.why import Why, why
from huiying.web.zone import desk_zone

ON_PAGE = 50
ALSO = 5


@dataclass(frozen=True)
class Line:
    """One item of the story's page."""

    membership: Membership
    item: Item
    why: Why
    watches: tuple[str, ...]
    hidden: int
    chosen: bool


@needs("desk.view")
def story(request: HttpRequest, key: str) -> HttpResponse:
    """The page of one story. The address of one that was joined to another leads there, and says so."""
    found = get_object_or_404(Story, key=key)
    if found.merged_into_id is not None:
        return HttpResponseRedirect(f"{reverse('story', args=[holder(found).key])}?{urlencode({'from': key})}")
    return page(request, found)


def page(request: HttpRequest, row: Story, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The story, with what was typed where an act was refused."""
    found = holder(row)
    chain, zone = origin(found), desk_zone()
    titles = found.memberships.values_list("item__key", "item__title", "item_id")
    member, near = request.user, _perhaps_also(found)
    context = {
        "story": found,
        "from": Story.objects.filter(key=request.GET.get("from", ""), pk__in=held(found)[1:]).first(),
        **_items(request, found, tried),
        "voices": voices(found),
        "origin": chain,
        "spread": spread(chain, {key: (title, f"#i{pk}") for key, title, pk in titles}, zone) if chain.chain else "",
        "left_out": left_out(chain) if chain.chain else "",
        "legend": [(shape(part, 7, 7, size=4.5), words.word(words.LEGEND, part)) for part in Part],
        "cases": visible(member, Case.objects.filter(stories__story=found).distinct().order_by("id")),
        "warnings": found.warnings.select_related("raised_for").order_by("id"),
        "near": near,
        "regroups": member.may("story.regroup"),  # type: ignore[union-attr]
        "open": proposals.shown(proposals.open_of(found), member, tried),  # type: ignore[arg-type]
        "decided": proposals.shown(proposals.decided_of(found), member, tried),  # type: ignore[arg-type]
        "offers": offers.on_story(found, near, member, clock.now(), tried),  # type: ignore[arg-type]
        "trend": trend(found, clock.now()),
        "refusal": refusal,
    }
    return render(request, "desk/story.html", context, status=status)


def _items(request: HttpRequest, found: Story, tried: Tried | None) -> dict[str, object]:
    beside = ("item__source", "duplicate_of__source", "duplicate_of__membership__story", "assigned")
    rows = found.memberships.select_related(*beside).prefetch_related("item__matches__watch")
    listed = Paginator(rows.order_by("item_id"), ON_PAGE).get_page(request.GET.get("page"))
    keys = {(m.runner_up or {}).get("story") for m in listed.object_list} | {(m.perhaps or {}).get("story") for m in listed.object_list}
    stories = {row.key: row for row in Story.objects.filter(key__in=keys - {None})}
    refused = _kept_apart(found)
    chosen = set(tried.typed.getlist("item")) if tried else set()
    items = proposals.named_items(m.reasons for m in listed.object_list)
    lines = [
        Line(
            membership=m,
            item=m.item,
            why=why(m, {key: row for key, row in stories.items() if holder(row).pk not in refused}, items),
            watches=tuple(match.watch.name for match in m.item.matches.all()),
            hidden=sum(m.item.masked.values()),
            chosen=str(m.item_id) in chosen,
        )
        for m in listed.object_list
    ]
    return {"page": listed, "lines": lines}


def _kept_apart(found: Story) -> set[int]:
    """Stories that a person said are not this one: they are not held up as perhaps the same again."""
    rows = Proposal.objects.filter(Q(story=found) | Q(other=found), kind=ProposalKind.MERGE, state__in=("refused", "undone"))
    return {pk for pair in rows.values_list("story_id", "other_id") for pk in pair if pk} - {found.pk}


def _perhaps_also(found: Story) -> list[Story]:
    """Stories whose first item might belong here too, the newest first."""
    rows: Iterable[Membership] = (
        Membership.objects.filter(perhaps_with__in=held(found))
        .exclude(story=found)
        .select_related("story")
        .order_by("-item_id")[: 4 * ALSO]
    )
    refused = _kept_apart(found)
    return list({m.story_id: m.story for m in rows if m.story_id not in refused}.values())[:ALSO]


@needs("desk.view")
def origin_csv(request: HttpRequest, key: str) -> HttpResponse:
    """Who had it first, item by item, for spreadsheet programs."""
    found = holder(get_object_or_404(Story, key=key))
    response = HttpResponse(origin_sheet(origin(found), members(found)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="origin-{found.pk}.csv"'
    return response


def _other(typed: QueryDict) -> dict[str, object]:
    chosen = typed.get("other", "")
    found = Story.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None
    if found is None:
        raise Refusal("The story that was chosen does not exist. Choose another.")
    return {"other": found}


def _chosen(typed: QueryDict) -> dict[str, object]:
    return {"items": [int(one) for one in typed.getlist("item") if one.isascii() and one.isdigit() and len(one) < 18]}


def _here(row: Story, result: object) -> str:
    if isinstance(result, Proposal):
        row = result.story
    return reverse("story", args=[holder(row).key])


def _undo(_row: Story, result: Proposal) -> str:
    return reverse("proposal_undo", args=[result.pk])


merge = acting(
    acts.merge,
    Story,
    page=page,
    address=_here,
    read=_other,
    done=words.N("The stories are joined. It can be undone below."),
    undo=_undo,
)
split = acting(
    acts.split,
    Story,
    page=page,
    address=_here,
    read=_chosen,
    done=words.N("The items have a story of their own. It can be undone below."),
    undo=_undo,
)
