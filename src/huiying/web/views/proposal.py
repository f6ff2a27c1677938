"""All stories, what is proposed about them, and what a person decides."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from huiying.actions import proposal as acts
from huiying.core.types import ProposalKind
from huiying.store.models import Proposal, Story
from huiying.store.stories import holder
from huiying.web import proposals, words
from huiying.web.acting import acting, other, with_reason
from huiying.web.forms import Tried
from huiying.web.permission import needs

ON_PAGE = 40


@needs("desk.view")
def stories(request: HttpRequest) -> HttpResponse:
    """Proposals first, then every story that stands for itself, the last heard of first."""
    return listed(request)


def listed(request: HttpRequest, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The list, with what was typed where an act was refused."""
    rows = Story.objects.filter(merged_into=None, items__gt=0).select_related("department").prefetch_related("warnings")
    member = request.user
    context = {
        "merges": proposals.shown(proposals.waiting(ProposalKind.MERGE), member, tried),  # type: ignore[arg-type]
        "splits": proposals.shown(proposals.waiting(ProposalKind.SPLIT), member, tried),  # type: ignore[arg-type]
        "decided": proposals.shown(proposals.decided()[: proposals.DECIDED], member, tried),  # type: ignore[arg-type]
        "page": Paginator(rows.order_by("-last_at", "-id"), ON_PAGE).get_page(request.GET.get("page")),
        "refusal": refusal,
    }
    return render(request, "desk/stories.html", context, status=status)


def page(request: HttpRequest, row: Proposal, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The list that the proposal stands in."""
    return listed(request, refusal=refusal, tried=tried, status=status)


def _here(row: Proposal, _result: object) -> str:
    return f"{reverse('stories')}#proposal-{row.pk}"


def _story(row: Proposal, _result: object) -> str:
    return reverse("story", args=[holder(row.story).key])


accept = acting(
    acts.accept, Proposal, page=page, address=_story, done=words.N("It is done. It can be undone below."), undo=other("proposal_undo")
)
refuse = acting(
    acts.refuse, Proposal, page=page, address=_here, read=with_reason, done=words.N("The proposal is refused. Nothing changed.")
)
undo = acting(acts.undo, Proposal, page=page, address=_here, done=words.N("It is undone. Everything is where it was."))
