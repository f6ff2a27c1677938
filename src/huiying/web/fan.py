"""The picture of a trend: reports an hour as bars, all of them added up as a line, and what is expected as a fan that opens to the right.

The line of what came goes on into the fan, so that the forecast of some hours ago can be seen to hold or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying.core.detect.forecast import HORIZONS
from huiying.store.models import Forecast

PAST, AHEAD = 48, HORIZONS[-1]
"""Hours."""
WIDTH, LEFT, RIGHT = 460, 30, 54
LINE_TOP, LINE_FOOT, BAR_TOP, FOOT, HEIGHT = 14, 150, 168, 218, 240
LEAST_TOP, LEAST_BAR = 4, 3
"""Counts that the axes reach at least, so that a single report is not a mountain."""


@dataclass(frozen=True)
class Scale:
    """Where a moment and a count stand in the picture."""

    begun: datetime
    top: int

    @property
    def hour(self) -> float:
        """The width of an hour."""
        return (WIDTH - LEFT - RIGHT) / (PAST + AHEAD)

    def x(self, at: datetime) -> float:
        return round(LEFT + self.hour * (at - self.begun).total_seconds() / 3600, 1)

    def y(self, count: float) -> float:
        return round(LINE_FOOT - (LINE_FOOT - LINE_TOP) * count / self.top, 1)


def fan(times: Sequence[datetime], rows: Sequence[Forecast], now: datetime) -> SafeString:
    """The picture. `times` are sorted and none is later than `now`; `rows` are the forecasts of one moment by horizon, or none."""
    # of an old forecast nothing would be in the picture
    rows = [row for row in rows if now - row.made_at < timedelta(hours=AHEAD)]
    begun = now - timedelta(hours=PAST)
    seen = [at for at in times if at > begun]
    known = sum(at <= rows[0].made_at for at in seen) if rows else len(seen)
    scale = Scale(begun, max([len(seen), *(known + row.high for row in rows), LEAST_TOP]))
    return format_html(
        '<svg class="trend" viewBox="0 0 {} {}" role="img" aria-labelledby="trend-title trend-text"><title id="trend-title">{}</title>'
        '<desc id="trend-text">{}</desc>{}{}<path class="sum" d="{}"/>{}{}</svg>',
        WIDTH,
        HEIGHT,
        _("Reports so far and what is expected"),
        described(seen, rows),
        _grid(scale, now),
        _fan(rows, known, scale),
        _steps(seen, now, scale),
        _bars(seen, scale),
        _named(rows, known, scale),
    )


def described(seen: Sequence[datetime], rows: Sequence[Forecast]) -> str:
    """The picture in a sentence, for whoever does not see it."""
    said = [_("Reports in the last %(hours)d hours: %(n)d.") % {"hours": PAST, "n": len(seen)}]
    said += [
        _("Expected within %(hours)d hours: %(median)d; with 80 %%, %(low)d to %(high)d.")
        % {"hours": row.hours, "median": row.median, "low": row.low, "high": row.high}
        for row in rows
    ]
    return " ".join(said)


def _steps(seen: Sequence[datetime], now: datetime, scale: Scale) -> str:
    path = [f"M{scale.x(scale.begun)} {scale.y(0)}"]
    path += [f"H{scale.x(at)}V{scale.y(count)}" for count, at in enumerate(seen, 1)]
    return "".join([*path, f"H{scale.x(now)}"])


def _bars(seen: Sequence[datetime], scale: Scale) -> SafeString:
    counts = [0] * PAST
    for at in seen:
        counts[min(int((at - scale.begun).total_seconds() // 3600), PAST - 1)] += 1
    most = max(counts)
    unit = (FOOT - BAR_TOP) / max(most, LEAST_BAR)
    bars = [
        (round(scale.x(scale.begun + timedelta(hours=n)) + 0.6, 1), round(FOOT - unit * count, 1), round(unit * count, 1))
        for n, count in enumerate(counts)
        if count
    ]
    drawn = format_html_join("", '<rect class="hour" x="{}" y="{}" width="4" height="{}"/>', bars)
    return drawn + _ticks([(LEFT - 6, round(FOOT - unit * most + 4, 1), "end", str(most))] if most else [])


def _fan(rows: Sequence[Forecast], known: int, scale: Scale) -> SafeString:
    if not rows:
        return SafeString("")
    ends = [scale.x(row.made_at + timedelta(hours=row.hours)) for row in rows]
    start = f"{scale.x(rows[0].made_at)},{scale.y(known)}"

    def line(counts: Sequence[int]) -> list[str]:
        return [f"{end},{scale.y(known + count)}" for end, count in zip(ends, counts, strict=True)]

    def area(lows: Sequence[int], highs: Sequence[int]) -> str:
        return " ".join([start, *line(highs), *reversed(line(lows))])

    marks = [
        (end, scale.y(known + row.low), scale.y(known + row.high), scale.y(known + row.median)) for end, row in zip(ends, rows, strict=True)
    ]
    return format_html(
        '<polygon class="outer" points="{}"/><polygon class="inner" points="{}"/><polyline class="middle" points="{}"/>{}',
        area([row.low for row in rows], [row.high for row in rows]),
        area([row.inner_low for row in rows], [row.inner_high for row in rows]),
        " ".join([start, *line([row.median for row in rows])]),
        format_html_join(
            "", '<line class="end" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/><circle class="guess" cx="{0}" cy="{3}" r="3.5"/>', marks
        ),
    )


def _named(rows: Sequence[Forecast], known: int, scale: Scale) -> SafeString:
    """The ranges in figures: that of the longest horizon beside its end, the others above theirs."""
    words = []
    for row in rows:
        end = scale.x(row.made_at + timedelta(hours=row.hours))
        text = f"+{row.low}–{row.high}" if row.high > row.low else f"+{row.high}"
        if row is rows[-1]:
            words.append((end + 6, scale.y(known + row.median) + 4, "start", text))
        else:
            words.append((end, max(scale.y(known + row.high) - 6, 10.0), "middle", text))
    return format_html_join("", '<text class="guess-word" x="{}" y="{}" text-anchor="{}">{}</text>', words)


def _grid(scale: Scale, now: datetime) -> SafeString:
    """The two axes, the moment now, and the hours below."""
    lines = format_html_join(
        "", '<line class="axis" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>', [(LEFT, WIDTH - RIGHT, y) for y in (LINE_FOOT, FOOT)]
    )
    marks = [(-PAST, "start"), (-24, "middle"), (0, "end"), (6, "middle"), (24, "middle")]
    hours = [
        (scale.x(now + timedelta(hours=at)), HEIGHT - 6, anchor, _("%(hours)+d h") % {"hours": at} if at else _("now"))
        for at, anchor in marks
    ]
    counts = [(LEFT - 6, scale.y(count) + 4, "end", str(count)) for count in (0, scale.top)]
    return format_html(
        '{}<line class="now" x1="{}" x2="{}" y1="{}" y2="{}"/>{}',
        lines,
        scale.x(now),
        scale.x(now),
        LINE_TOP,
        FOOT,
        _ticks([*counts, *hours]),
    )


def _ticks(words: Sequence[tuple[float, float, str, str]]) -> SafeString:
    return format_html_join("", '<text class="tick-word" x="{}" y="{}" text-anchor="{}">{}</text>', words)
