"""Playbooks: what was agreed on for each kind of concern, and changing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions import desk as acts
from huiying.core.warn.category import Category
from huiying.core.warn.playbooks import STARTERS
from huiying.core.warn.route import Playbook
from huiying.store.models import Department
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried, departments, must_department
from huiying.web.permission import needs
from huiying.web.suggestion import playbook_of


@dataclass(frozen=True)
class Row:
    """One kind of concern with what holds for it now."""

    category: str
    name: str
    own: bool
    lead: str
    steps: tuple[str, ...]
    offers: Offers


@needs("desk.view")
def playbooks(request: HttpRequest) -> HttpResponse:
    """Every kind of concern."""
    return page(request)


def page(request: HttpRequest, row: object = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The playbooks, with what was typed where a change was refused."""
    manages = request.user.may("playbook.manage")  # type: ignore[union-attr]
    rows = [_row(category, manages, tried) for category in Category]
    return render(request, "desk/playbooks.html", {"rows": rows, "refusal": refusal}, status=status)


def _row(category: Category, manages: bool, tried: Tried | None) -> Row:
    own, usual = playbook_of(category), STARTERS[category]
    lead, steps = _present(category)
    offers = Offers(tried)
    if manages:
        offers.act(
            reverse("playbook_set", args=[category.value]),
            _("Change this playbook"),
            *_fields(category, lead, steps),
            overwrites=True,
        )
    return Row(
        category, words.word(words.CATEGORIES, category), own is not None, words.named(lead) if lead else _(usual.lead), steps, offers
    )


def _fields(category: Category, lead: Department | None, steps: Sequence[str]) -> tuple[Field, ...]:
    return (
        Field("category", kind="hidden", value=category.value),
        Field("department", _("Lead department"), "select", str(lead.pk) if lead else "", departments()),
        Field("steps", _("First steps, one a line"), "textarea", "\n".join(steps)),
    )


def _shown(_row: None, typed: QueryDict) -> tuple[Field, ...]:
    category = typed.get("category", "")
    return _fields(Category(category), *_present(Category(category))) if category in set(Category) else ()


def _present(category: Category) -> tuple[Department | None, tuple[str, ...]]:
    """Lead and steps as they stand now."""
    own = playbook_of(category)
    lead = Department.objects.filter(name_zh=own.department).first() if own else None
    return lead, own.steps if own else tuple(_(step) for step in STARTERS[category].steps)


def _read(typed: QueryDict) -> dict[str, object]:
    return {"category": typed.get("category", ""), "department": must_department(typed), "steps": typed.get("steps", "").split("\n")}


def _address(_row: object, result: object) -> str:
    kind = f"#playbook-{result.topics[0]}" if isinstance(result, Playbook) else ""
    return reverse("playbooks") + kind


_set = acting(acts.set_playbook, None, page=page, address=_address, read=_read, done=words.N("The playbook is changed."), shown=_shown)


@needs("playbook.manage")
def set_playbook(request: HttpRequest, name: str) -> HttpResponse:
    """Change one playbook. Each kind has an address of its own, so that each form has; the form says which kind it is."""
    return _set(request)
