"""The words of the proof, and its numbers as a page says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.core.review.proof import NONE, OTHERS, Row, Times
from huiying.web import words
from huiying.web.shares import said_share
from huiying.web.templatetags.desk import spell

N = words.N

OUTCOMES: dict[str, str] = {
    "case": N("led to a case"),
    "useful": N("found useful"),
    "open": N("not known yet"),
    "dismissed": N("a duplicate"),
    "false": N("false alarm"),
}


@dataclass(frozen=True)
class Line:
    """One row of a breakdown in words."""

    name: str
    level: str
    calls: int
    cases: int
    false: int
    open: int
    worth: str


def line(row: Row, kind: str) -> Line:
    """A row of the breakdown by level, rule, watch or source."""
    name = row.name
    if kind == "level":
        name = words.word(words.LEVELS, name)
    elif row.name == NONE:
        name = _("no watch")
    elif row.name == OTHERS and kind == "source":
        name = _("other sources, each with few items")
    return Line(name, row.name if kind == "level" else "", row.calls, row.cases, row.false, row.open, said_share(row.worth))


def times(found: Times) -> str:
    """Lengths of time as their middle, with the slow end only of many."""
    spread = found.spread
    if spread.median is None:
        return _("nothing known yet")
    said = ngettext("%(median)s, known of %(n)d", "%(median)s in the middle of %(n)d", spread.count) % {
        "median": signed(spread.median),
        "n": spread.count,
    }
    if spread.p90 is not None:
        said += _("; nine in ten within %(p90)s") % {"p90": signed(spread.p90)}
    return said


def signed(seconds: float) -> str:
    """A length of time in words; one below zero says that it was after."""
    said = spell(timedelta(seconds=abs(seconds)))
    return _("%(time)s too late") % {"time": said} if seconds < 0 else said
