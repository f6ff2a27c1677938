"""How long a case took to come to each step, in words and as a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString

from huiying.core.review.steps import Mark, Step, steps
from huiying.core.review.timeline import Entry
from huiying.web import words

WORDS: dict[str, str] = {
    Mark.WARNED: words.N("Warning raised"),
    Mark.ACKNOWLEDGED: words.N("Warning acknowledged"),
    Mark.OPENED: words.N("Case opened"),
    Mark.ASSESSED: words.N("Level and lead department decided"),
    Mark.REPORTED_UP: words.N("Reported to superiors"),
    Mark.ACTIVATED: words.N("Emergency response activated"),
    Mark.FIRST_WORD: words.N("First word in public"),
    Mark.FIRST_VERDICT: words.N("First claim settled by two people"),
    Mark.FIRST_FACTS: words.N("First verified facts in public"),
    Mark.CONFERENCE: words.N("Press conference held"),
    Mark.CAUSE: words.N("Cause said in public"),
    Mark.CORRECTED: words.N("First correction published"),
    Mark.PROMISED: words.N("First commitment made in public"),
    Mark.ANSWERED: words.N("Every concern answered"),
    Mark.MISSED: words.N("The date of a commitment missed"),
    Mark.REPAIRED: words.N("Commitment seen kept by somebody outside"),
    Mark.CLOSED: words.N("Case closed"),
    Mark.REOPENED: words.N("Case reopened"),
}
WIDTH = 240.0


@dataclass(frozen=True)
class Pace:
    """One step: what it is, when, how long after the beginning, and where that lies between a minute and the longest."""

    meaning: str
    at: datetime
    after: timedelta
    picture: SafeString


def of(entries: Sequence[Entry]) -> list[Pace]:
    """The steps that the timeline of a case holds, by time."""
    found = steps(entries)
    longest = max((step.after for step in found), default=timedelta())
    return [Pace(words.word(WORDS, step.mark), step.at, step.after, _picture(step, longest)) for step in found]


def _picture(step: Step, longest: timedelta) -> SafeString:
    """Minutes and weeks are to be seen beside each other: the axis is logarithmic."""
    whole = math.log1p(longest / timedelta(minutes=1))
    x = round(6 + (WIDTH - 12) * math.log1p(max(step.after / timedelta(minutes=1), 0.0)) / whole, 1) if whole else 6
    return format_html(
        '<svg class="pace" viewBox="0 0 {} 12" aria-hidden="true"><line x1="6" x2="{}" y1="6" y2="6"/><circle cx="{}" cy="6" r="4"/></svg>',
        int(WIDTH),
        x,
        x,
    )
