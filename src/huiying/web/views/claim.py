"""What is done about a claim. The page is the case room."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from huiying.actions import claim as acts
from huiying.core.types import Refusal
from huiying.store.models import Claim, Item
from huiying.web import words
from huiying.web.acting import acting, with_reason
from huiying.web.forms import Tried
from huiying.web.views import case


def page(request: HttpRequest, row: Claim, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The case room of this claim."""
    return case.page(request, row.case, refusal=refusal, tried=tried, status=status)


def _here(row: Claim, _result: object) -> str:
    return f"{reverse('case', args=[row.case_id])}#claim-{row.pk}"


def _evidence(typed: QueryDict) -> dict[str, object]:
    chosen, item = typed.get("item", ""), None
    if chosen:
        item = Item.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None
        if item is None:
            raise Refusal("The item that was chosen does not exist. Choose another.")
    kind = "item" if item is not None else typed.get("kind", "")
    return {"kind": kind, "text": typed.get("text", ""), "origin": typed.get("origin", ""), "item": item}


def _verdict(typed: QueryDict) -> dict[str, object]:
    return {"verdict": typed.get("verdict", ""), "reason": typed.get("reason", "").strip()}


take = acting(acts.take, Claim, page=page, address=_here, done=words.N("You have taken the claim."))
add_evidence = acting(acts.add_evidence, Claim, page=page, address=_here, read=_evidence, done=words.N("The evidence is added."))
propose = acting(
    acts.propose, Claim, page=page, address=_here, read=_verdict, done=words.N("The verdict is proposed. A second person must confirm it.")
)
confirm = acting(acts.confirm, Claim, page=page, address=_here, done=words.N("The verdict is confirmed."))
refuse = acting(acts.refuse, Claim, page=page, address=_here, read=with_reason, done=words.N("The verdict is refused."))
reopen = acting(acts.reopen, Claim, page=page, address=_here, read=with_reason, done=words.N("The claim is being checked again."))
waive_commitment = acting(
    acts.waive_commitment, Claim, page=page, address=_here, read=with_reason, done=words.N("Your signed reason is on the record.")
)
