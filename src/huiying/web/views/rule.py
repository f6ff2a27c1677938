"""The rule that the detector warns by: read, changed, tried on the desk's own items, and adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import backtest as backtest_acts
from huiying.actions import rule as rule_acts
from huiying.actions.backtest import LONGEST_DAYS
from huiying.core.review.interval import Share
from huiying.core.types import Level
from huiying.core.warn.rule import SETTINGS, Rule, read_settings, values
from huiying.store.models import Backtest, Entry, RuleVersion, Story, Warning
from huiying.store.rules import by_number, in_force, newest
from huiying.web import rule_words, words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried, read_number, reason
from huiying.web.permission import needs
from huiying.web.shares import said_share
from huiying.web.zone import desk_zone, read_local

DAYS = 14
RECENT = 10


@dataclass(frozen=True)
class Row:
    """One setting: present, shipped and allowed, and what stands in its field."""

    name: str
    word: str
    present: str
    shipped: str
    least: str
    most: str
    typed: str
    changed: bool


@dataclass(frozen=True)
class Moved:
    """One setting that a version or a backtest changes."""

    word: str
    before: str
    after: str


def _number(value: float) -> str:
    return f"{value:g}"


def _rows(rule: Rule, tried: Tried | None) -> list[tuple[str, list[Row]]]:
    present = values(rule)
    groups: dict[str, list[Row]] = {group: [] for group in rule_words.GROUPS}
    for name, setting in SETTINGS.items():
        now = _number(present[name])
        row = Row(
            name=name,
            word=rule_words.setting(name),
            present=now,
            shipped=_number(setting.default),
            least=_number(setting.least),
            most=_number(setting.most),
            typed=tried.typed.get(name, now) if tried else now,
            changed=present[name] != setting.default,
        )
        groups[name.partition(".")[0]].append(row)
    return [(words.word(rule_words.GROUPS, group), found) for group, found in groups.items()]


def moved(changes: dict[str, float], base: Rule) -> list[Moved]:
    """Changes in words."""
    before = values(base)
    return [Moved(rule_words.setting(name), _number(before.get(name, 0.0)), _number(after)) for name, after in changes.items()]


@needs("desk.view")
def rules(request: HttpRequest) -> HttpResponse:
    """The present rule, the versions before it, and the backtests."""
    return page(request)


def page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The rules, with what was typed where trying a change was refused."""
    now = clock.now()
    latest, holds = newest(), in_force(now)
    rule = by_number(latest.number if latest else 0)
    versions = list(RuleVersion.objects.select_related("adopted_by", "proposed_by", "backtest").order_by("-number"))
    context = {
        "groups": _rows(rule, tried),
        "rule": rule,
        "latest": latest,
        "holds": holds,
        "coming": latest is not None and latest.effective_at > now,
        "versions": [(version, moved(version.backtest.changes, by_number(version.backtest.base))) for version in versions],
        "backtests": Backtest.objects.select_related("asked_by").order_by("-id")[:RECENT],
        "manages": request.user.may("rule.manage"),  # type: ignore[union-attr]
        "days": tried.typed.get("days", str(DAYS)) if tried else str(DAYS),
        "longest": LONGEST_DAYS,
        "refusal": refusal,
    }
    return render(request, "desk/rules.html", context, status=status)


def _changes(typed: QueryDict) -> dict[str, object]:
    latest = newest()
    present = values(by_number(latest.number if latest else 0))
    found = read_settings({name: typed.get(name, "") for name in SETTINGS if typed.get(name, "").strip()})
    # a field shows six digits: what was not touched is not changed
    changes = {name: value for name, value in found.items() if _number(value) != _number(present[name])}
    return {"changes": changes, "days": read_number(typed, "days", words.N("Days"))}


def _at_backtest(row: Backtest | None, result: object) -> str:
    found = result if isinstance(result, Backtest) else row
    return reverse("backtest", args=[found.pk]) if found is not None else reverse("rules")


@dataclass(frozen=True)
class Shown:
    """One story of a backtest's result, with its page and its warning where it has one."""

    story: Story | None
    key: str
    warning: Warning | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    first_at: datetime | None


@dataclass(frozen=True)
class Beside:
    """One row of the comparison: the present rule and the changed one."""

    name: str
    before: str
    after: str
    level: str = ""


def _shown(changes: list[dict[str, Any]]) -> list[Shown]:
    keys = [change["story"] for change in changes]
    stories = {row.key: row for row in Story.objects.filter(key__in=keys)}
    warnings = {row.raised_for.key: row for row in Warning.objects.filter(raised_for__key__in=keys).select_related("raised_for")}
    rows = []
    for change in changes:
        first = change["after"] or change["before"]
        rows.append(
            Shown(
                stories.get(change["story"]),
                change["story"],
                warnings.get(change["story"]),
                change["before"],
                change["after"],
                datetime.fromisoformat(first["first_at"]) if first else None,
            )
        )
    return rows


def _sides(result: dict[str, Any]) -> list[Beside]:
    before, after = result["before"], result["after"]

    def share(side: dict[str, Any], name: str) -> str:
        return said_share(Share(**side[name]))

    rows = [Beside(_("Stories warned of"), str(before["stories"]), str(after["stories"]))]
    rows += [Beside("", str(before["levels"][level]), str(after["levels"][level]), level.value) for level in Level]
    rows.append(Beside(_("In each week"), " · ".join(map(str, before["weeks"])), " · ".join(map(str, after["weeks"]))))
    rows.append(Beside(_("Of those that people judged, worth it"), share(before, "precision"), share(after, "precision")))
    rows.append(Beside(_("Of the stories known to be worth it, found"), share(before, "recall"), share(after, "recall")))
    return rows


def context_of(row: Backtest, request: HttpRequest, tried: Tried | None) -> dict[str, Any]:
    """What the page of a backtest and its live part show."""
    latest = newest()
    stale = row.base != (latest.number if latest else 0)
    found: dict[str, Any] = {
        "backtest": row,
        "moved": moved(row.changes, by_number(row.base)),
        "share": 100 * row.progress // row.total if row.total else 0,
        "stale": stale,
        "trouble": words.fill(row.trouble["template"], row.trouble["values"]) if row.trouble else "",
        "offers": Offers(tried),
    }
    if row.result:
        found |= {"sides": _sides(row.result), "result": row.result}
        found |= {kind: _shown(row.result[f"{kind}_stories"]) for kind in ("appear", "vanish", "level")}
    if row.state == "done" and not stale and request.user.may("rule.manage"):  # type: ignore[union-attr]
        when = Field("effective_at", _("Holds from"), "time", required=False, help=_("Left empty: from now on."))
        found["offers"].act(
            reverse("rule_adopt", args=[row.pk]),
            _("Adopt this rule"),
            reason(),
            when,
            style="",
            note=_("It holds for every item from then on. What was warned before is not judged again."),
        )
    return found


@needs("desk.view")
def backtest(request: HttpRequest, pk: int) -> HttpResponse:
    """One backtest: how far it is, and what it found."""
    return backtest_page(request, get_object_or_404(Backtest.objects.select_related("asked_by"), pk=pk))


def backtest_page(request: HttpRequest, row: Backtest, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The page of a backtest, with what was typed where adopting was refused."""
    head = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    context = context_of(row, request, tried) | {"head": head, "refusal": refusal}
    return render(request, "desk/backtest.html", context, status=status)


@needs("desk.view")
def backtest_now(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the page that changes while the backtest runs."""
    row = get_object_or_404(Backtest.objects.select_related("asked_by"), pk=pk)
    return render(request, "desk/_backtest.html", context_of(row, request, None))


def _adoption(typed: QueryDict) -> dict[str, object]:
    return {"reason": typed.get("reason", ""), "effective_at": read_local(typed.get("effective_at", ""), desk_zone())}


def _at_rules(_row: Backtest | None, _result: object) -> str:
    return reverse("rules")


attempt = acting(
    backtest_acts.ask,
    None,
    page=page,
    address=_at_backtest,
    read=_changes,
    done=words.N("The change is being tried on the desk's own items. Nothing is adopted yet."),
)
adopt = acting(
    rule_acts.adopt,
    Backtest,
    page=backtest_page,
    address=_at_rules,
    read=_adoption,
    done=words.N("The rule is adopted. Every warning from its day on names it."),
)
