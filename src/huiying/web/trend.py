"""The trend of a story: its past hour by hour, what is expected of the next 6 and 24 hours, and how well such forecasts held so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.core.detect.forecast import HORIZONS, LEAST, QUIET
from huiying.core.review.foresight import FEW, Foresight, Scored, foresight
from huiying.store.models import Case, Forecast, Story
from huiying.store.stories import report_times
from huiying.web.fan import PAST, fan

LATELY = 4000
BLOCK = 6
_OPEN = ("raised", "escalated", "acknowledged")


@dataclass(frozen=True)
class Ahead:
    """One horizon in words: the range, what is likeliest, how such forecasts held, and what came where that is known."""

    hours: int
    range: str
    inner: str
    median: int
    expected: str
    held: str
    came: str


@dataclass(frozen=True)
class Trend:
    """What the page shows. `picture` is empty where there are no reports, `ahead` where there is no forecast, and `words` says why."""

    picture: SafeString | str
    made_at: datetime | None
    ahead: tuple[Ahead, ...]
    past: tuple[tuple[str, int], ...]
    words: str


def trend(story: Story, now: datetime) -> Trend:
    """The trend as known at `now`."""
    times = sorted(at for at in report_times(story) if at <= now)
    rows = _latest(story)
    made_at = rows[0].made_at if rows else None
    scores = {one.hours: one for one in record()}
    return Trend(
        picture=fan(times, rows, now) if times else "",
        made_at=made_at,
        ahead=tuple(_ahead(row, scores[row.hours], _came(row, times, now)) for row in rows),
        past=_past(times, now),
        words=_words(story, times, rows, now),
    )


def record() -> tuple[Foresight, ...]:
    """How the desk's last forecasts held, for each horizon."""
    names = ("hours", "median", "low", "high", "before", "actual")
    rows = []
    for hours in HORIZONS:
        found = Forecast.objects.filter(hours=hours, actual__isnull=False).order_by("-id").values(*names)[:LATELY]
        rows += [Scored(**row) for row in found]
    return foresight(rows)


def held(found: Foresight) -> str:
    """How forecasts for one horizon held, in a sentence."""
    if found.share is None:
        said = ngettext("So far %(n)d forecast like this has been held against what came.",
                        "So far %(n)d forecasts like this have been held against what came.", found.scored)  # fmt: skip
        return said % {"n": found.scored} + " " + _("From %(few)d on a share is given.") % {"few": FEW}
    return _("Of %(n)d forecasts like this, %(percent)d %% held.") % {"n": found.scored, "percent": round(100 * found.share)}


def _latest(story: Story) -> list[Forecast]:
    last = Forecast.objects.filter(story=story).order_by("-made_at", "-id").first()
    return list(Forecast.objects.filter(story=story, made_at=last.made_at).order_by("hours")) if last else []


def span(low: int, high: int) -> str:
    """A range of counts in words."""
    if low == high:
        return ngettext("%(n)d report", "%(n)d reports", low) % {"n": low} if low else _("none")
    return _("%(low)d to %(high)d reports") % {"low": low, "high": high}


def _ahead(row: Forecast, found: Foresight, came: str) -> Ahead:
    return Ahead(
        hours=row.hours,
        range=span(row.low, row.high),
        inner=span(row.inner_low, row.inner_high),
        median=row.median,
        expected=f"{row.expected:.1f}",
        held=held(found),
        came=came,
    )


def _came(row: Forecast, times: Sequence[datetime], now: datetime) -> str:
    until = row.made_at + timedelta(hours=row.hours)
    if now <= until:
        return ""
    count = row.actual if row.actual is not None else sum(row.made_at < at <= until for at in times)
    if row.low <= count <= row.high:
        return _("%(n)d came: the forecast held.") % {"n": count}
    return _("%(n)d came: the forecast did not hold.") % {"n": count}


def _past(times: Sequence[datetime], now: datetime) -> tuple[tuple[str, int], ...]:
    """Reports in each six hours of the last two days, the latest first."""
    rows = []
    for ago in range(0, PAST, BLOCK):
        until, since = now - timedelta(hours=ago), now - timedelta(hours=ago + BLOCK)
        label = _("%(from)d to %(to)d hours ago") % {"from": ago, "to": ago + BLOCK}
        rows.append((label, sum(since < at <= until for at in times)))
    return tuple(rows)


def _words(story: Story, times: Sequence[datetime], rows: Sequence[Forecast], now: datetime) -> str:
    """Why there is no forecast, or none that is fresh."""
    if len(times) < LEAST:
        return _("One report is too little past to say how it goes on. A forecast is made once there are two.")
    if now - times[-1] >= timedelta(hours=QUIET):
        return _("No report came in the last 24 hours. A forecast is made again once there is one.")
    if rows:
        return ""
    open_case = Case.objects.filter(stories__story=story).exclude(state__in=("closed", "merged")).exists()
    if not open_case and not story.warnings.filter(state__in=_OPEN).exists():
        return _("Forecasts are made for stories with an open warning or case; this one has neither.")
    return _("The first forecast is made within the hour.")
