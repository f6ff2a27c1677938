"""Deadlines in words: when, since when, by which clock and rule, and how much of the time has gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying.core.case.duties import Clocks, Rule, Timer, due, preset_of, progress, step
from huiying.core.types import Refusal
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


def rule_words(rule: Rule) -> str:
    """A rule as it is cited: document, clause and note."""
    cited = _(rule.document) + (f" {rule.clause}" if rule.clause else "")
    return _("%(rule)s (%(note)s)") % {"rule": cited, "note": _(rule.note)} if rule.note else cited


def limit(started_at: datetime, due_at: datetime, now: datetime, *, clock: str, rule: str, provisional: bool = False) -> Limit:
    """A deadline with how it stands at `now`."""
    share, reached = progress(started_at, due_at, now), step(started_at, due_at, now)
    late = now > due_at
    left = (_("late by %(time)s") if late else _("%(time)s left")) % {"time": spell(now - due_at if late else due_at - now)}
    said = _("%(percent)d %% of the time has gone: %(left)s") % {"percent": round(share * 100), "left": left}
    return Limit(started_at, due_at, clock, rule, provisional, share, reached, left, bar(share, reached, said))


def timer(row: Timer, level: str, clocks: Clocks, now: datetime, clock: str = "") -> Limit | None:
    """The deadline of one row of the policy; None while its clock has not started. `clock` names an act of ours that it runs from."""
    try:
        found = due(row, preset_of(level), clocks)
    except Refusal:
        return None
    return limit(
        found.started_at,
        found.due_at,
        now,
        clock=clock or words.word(words.CLOCKS, found.clock),
        rule=rule_words(found.rule),
        provisional=found.provisional,
    )


def stored(row: Timer, level: str, started_at: datetime, due_at: datetime, now: datetime, clock: str) -> Limit:
    """A deadline that was fixed when it began; the rule is that of the policy."""
    planned = row.limit(preset_of(level))
    provisional = due(row, preset_of(level), Clocks(event_known=started_at)).provisional
    return limit(started_at, due_at, now, clock=clock, rule=rule_words(planned.rule), provisional=provisional)
