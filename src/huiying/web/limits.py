"""Deadlines in words: when, since when, by which clock and rule, and how much of the time has gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from msgspec import structs

from huiying.core.case.duties import Clocks, Due, Rule, Timer, progress, step
from huiying.core.case.policy import Plan
from huiying.core.types import Refusal
from huiying.store.models import Case, DutyTimer
from huiying.store.timing import plan
from huiying.web import words
from huiying.web.charts import bar
from huiying.web.templatetags.desk import spell


@dataclass(frozen=True)
class Limit:
    """A deadline in words: when, since when, by which clock and rule, and how much of the time has gone."""

    started_at: datetime
    due_at: datetime
    clock: str
    rule: str
    provisional: bool
    share: float
    step: int
    left: str
    bar: SafeString
    found: Due | None = None


def rule_words(rule: Rule) -> str:
    """A rule as it is cited: document, clause and note."""
    cited = _(rule.document) + (f" {rule.clause}" if rule.clause else "")
    return _("%(rule)s (%(note)s)") % {"rule": cited, "note": _(rule.note)} if rule.note else cited


def limit(
    started_at: datetime, due_at: datetime, now: datetime, *, clock: str, rule: str, provisional: bool = False, found: Due | None = None
) -> Limit:
    """A deadline with how it stands at `now`."""
    share, reached = progress(started_at, due_at, now), step(started_at, due_at, now)
    late = now > due_at
    left = (_("late by %(time)s") if late else _("%(time)s left")) % {"time": spell(now - due_at if late else due_at - now)}
    said = _("%(percent)d %% of the time has gone: %(left)s") % {"percent": round(share * 100), "left": left}
    return Limit(started_at, due_at, clock, rule, provisional, share, reached, left, bar(share, reached, said), found)


def timer(
    row: Timer, level: str, clocks: Clocks, now: datetime, clock: str = "", *, desk: Plan | None = None, category: str = ""
) -> Limit | None:
    """The deadline of one row of the policy; None while its clock has not started. `clock` names an act of ours that it runs from.

    `desk` is the desk's policy and calendar, read once where many deadlines are asked for.
    """
    try:
        found = (desk or plan()).due(row, level, clocks, category)
    except Refusal:
        return None
    return limit(
        found.started_at,
        found.due_at,
        now,
        clock=clock or words.word(words.CLOCKS, found.clock),
        rule=rule_words(found.rule),
        provisional=found.provisional,
        found=found,
    )


def stored(
    row: Timer,
    level: str,
    started_at: datetime,
    due_at: datetime,
    now: datetime,
    clock: str,
    *,
    desk: Plan | None = None,
    category: str = "",
) -> Limit:
    """A deadline that was fixed when it began; the rule is that of the policy."""
    found = (desk or plan()).due(row, level, Clocks(event_known=started_at, promised=due_at), category)
    fixed = structs.replace(found, due_at=due_at)
    return limit(started_at, due_at, now, clock=clock, rule=rule_words(found.rule), provisional=found.provisional, found=fixed)


def timer_key(case: Case, key: str) -> str:
    """What a duty of a case is called for good: a part (a task, a statement) keeps its timer wherever it goes."""
    return key if key.rpartition("-")[2].isdigit() else f"case-{case.pk}-{key}"


def kept(running: Limit | None, row: DutyTimer | None, now: datetime) -> Limit | None:
    """A deadline as its timer holds it: the timer never begins again, whatever the case was merged with or given to."""
    if running is None or row is None or (row.started_at, row.due_at) == (running.started_at, running.due_at):
        return running
    if row.started_at >= running.started_at and row.due_at >= running.due_at:
        return running  # the worker has not yet seen what became earlier
    provisional = row.provisional
    return limit(row.started_at, row.due_at, now, clock=running.clock, rule=running.rule, provisional=provisional, found=running.found)
