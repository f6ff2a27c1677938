"""The desk's deadlines: the four presets side by side, which one counts for what, and changing a limit within bounds."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.actions import deadline as acts
from huiying.core.case.duties import Limit, Preset, Timer, Unit
from huiying.core.case.escalation import AUDITED_AT_ONCE, STEPS
from huiying.core.case.policy import CLOCKED, Policy
from huiying.core.case.presets import TIMERS
from huiying.core.types import Level
from huiying.store.models import Desk, Member
from huiying.store.timing import policy_of
from huiying.web import told, words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field, Offers, Tried, options, read_number, reason
from huiying.web.limits import rule_words
from huiying.web.permission import needs

PRESETS: dict[str, str] = {
    "grave": words.N("grave"),
    "other": words.N("other"),
    "outage": words.N("outage"),
    "council": words.N("council or health"),
}
UNITS: dict[str, str] = {
    "minutes": words.N("minutes"),
    "hours": words.N("hours"),
    "days": words.N("days"),
    "working_days": words.N("working days"),
}


@dataclass(frozen=True)
class Cell:
    """One limit: how long, by which rule, and what the desk changed about it."""

    preset: str
    length: str
    rule: str
    ours: bool
    changed: bool
    shipped: str
    back: Act | None


@dataclass(frozen=True)
class Row:
    """One timer under every preset."""

    name: str
    title: str
    clock: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Chosen:
    """Which preset counts for one level."""

    level: str
    preset: str


@needs("desk.view")
def deadlines(request: HttpRequest) -> HttpResponse:
    """The table of deadlines."""
    return page(request)


def page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The table, with what was typed where a change was refused."""
    member: Member = request.user  # type: ignore[assignment]
    policy, may = policy_of(Desk.objects.first()), member.may("deadline.manage")
    context = {
        "presets": [(name, words.word(PRESETS, name)) for name in PRESETS],
        "rows": [_row(timer, policy, may) for timer in TIMERS.values()],
        "levels": [Chosen(level.value, words.word(PRESETS, policy.preset(level.value))) for level in reversed(Level)],
        "kinds": [
            (words.word(words.CATEGORIES, choice.category), choice.level, words.word(PRESETS, choice.preset))
            for choice in policy.choices
            if choice.category
        ],
        "steps": escalation(),
        "audited": _(", ").join(words.word(words.TIMERS, name) for name in sorted(AUDITED_AT_ONCE)),
        "offers": _offers(tried) if may else Offers(),
        "refusal": refusal,
    }
    return render(request, "desk/deadlines.html", context, status=status)


def length(limit: Limit) -> str:
    """How long, in words."""
    if limit.amount is None:
        return _("as promised")
    amount = limit.amount
    said = {
        Unit.MINUTES: ngettext("%(n)d minute", "%(n)d minutes", amount),
        Unit.HOURS: ngettext("%(n)d hour", "%(n)d hours", amount),
        Unit.DAYS: ngettext("%(n)d day", "%(n)d days", amount),
        Unit.WORKING_DAYS: ngettext("%(n)d working day", "%(n)d working days", amount),
    }
    return said[limit.unit] % {"n": amount}


def _row(timer: Timer, policy: Policy, may: bool) -> Row:
    cells = tuple(_cell(timer, Preset(name), policy, may) for name in PRESETS)
    return Row(timer.name, words.word(words.TIMERS, timer.name), words.word(words.CLOCKS, timer.clock), cells)


def escalation() -> str:
    """Who hears when, in words."""
    who = {**told.STAGES, "owner": words.N("whose turn it is")}
    return _("; ").join(_("%(share)d %%: %(who)s") % {"share": share, "who": words.word(who, to)} for share, to in STEPS)


def _cell(timer: Timer, preset: Preset, policy: Policy, may: bool) -> Cell:
    limit, change, shipped = policy.limit(timer, preset), policy.change(timer.name, preset), timer.shipped(preset)
    if limit is None:
        return Cell(preset.value, "–", "", False, False, "", None)
    rule = rule_words(limit.rule)
    if change and change.clock:
        rule = _("%(clock)s; %(rule)s") % {"clock": words.word(words.CLOCKS, change.clock), "rule": rule}
    back = None
    if change and may:
        fields = (Field("timer", kind="hidden", value=timer.name), Field("preset", kind="hidden", value=preset.value), reason())
        back = Act(reverse("deadline_reset"), _("Back to the shipped limit"), fields, style="small second")
    return Cell(preset.value, length(limit), rule, limit.rule.ours, change is not None, length(shipped) if change and shipped else "", back)


def _offers(tried: Tried | None) -> Offers:
    offers = Offers(tried)
    clocks = {name: word for name, word in words.CLOCKS.items() if name != "earliest"}
    offers.act(
        reverse("deadline_choose"),
        _("Choose which deadlines count"),
        Field("level", _("For cases of the level"), "select", "", (("", _("any")), *options(words.LEVELS)), required=False),
        Field("category", _("and of the kind"), "select", "", (("", _("any")), *options(words.CATEGORIES)), required=False),
        Field("preset", _("Deadlines"), "select", "", (("", _("as shipped: grave for orange and red")), *options(PRESETS)), required=False),
        reason(),
        button=_("Choose them"),
    )
    offers.act(
        reverse("deadline_set"),
        _("Change a limit"),
        Field("timer", _("What is to be done"), "select", "", options({name: words.TIMERS[name] for name in TIMERS})),
        Field("preset", _("Deadlines"), "select", "other", options(PRESETS)),
        Field("amount", _("How long"), "number", "24"),
        Field("unit", _("Unit"), "select", Unit.HOURS.value, options(UNITS)),
        Field(
            "clock",
            _("Clock"),
            "select",
            "",
            (("", _("as shipped")), *options(clocks)),
            required=False,
            help=_("Only for: %(timers)s.") % {"timers": _(", ").join(words.word(words.TIMERS, name) for name in sorted(CLOCKED))},
        ),
        Field("document", _("Document it rests on"), required=False, help=_("With its number. Empty: our own proposal.")),
        Field("clause", _("Clause"), required=False),
        reason(),
        note=_("A limit of a national rule can be made shorter, never longer; any other at most four times as long."),
        button=_("Change it"),
    )
    return offers


def _read_choice(typed: QueryDict) -> dict[str, object]:
    return {name: typed.get(name, "") for name in ("preset", "level", "category", "reason")}


def _read_limit(typed: QueryDict) -> dict[str, object]:
    names = ("timer", "preset", "unit", "clock", "document", "clause", "reason")
    return {"amount": read_number(typed, "amount", words.N("How long")), **{name: typed.get(name, "") for name in names}}


def _read_reset(typed: QueryDict) -> dict[str, object]:
    return {name: typed.get(name, "") for name in ("timer", "preset", "reason")}


def _here(_row: object, _result: object) -> str:
    return reverse("deadlines")


choose = acting(
    acts.choose,
    None,
    page=page,
    address=_here,
    read=_read_choice,
    done=words.N("The deadlines are chosen. Running ones follow, each on the record."),
)
set_limit = acting(
    acts.set_limit,
    None,
    page=page,
    address=_here,
    read=_read_limit,
    done=words.N("The limit is changed. Running deadlines follow, each on the record."),
)
reset_limit = acting(acts.reset_limit, None, page=page, address=_here, read=_read_reset, done=words.N("The shipped limit counts again."))
