"""The proof as pictures: calls a week by level and outcome, and how long before or after they came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying.core.review.proof import Week
from huiying.core.types import Level
from huiying.web import words

WIDTH, HEIGHT, TOP, BASE = 760, 220, 16, 168
HOURS = 3600.0
DAY = 24 * HOURS
# Upper ends of the bins of a length of time, in seconds, and what they are called.
BINS: tuple[tuple[float, str], ...] = (
    (0.0, words.N("too late")),
    (HOURS / 4, words.N("under 15 minutes")),
    (HOURS, words.N("to 1 hour")),
    (6 * HOURS, words.N("to 6 hours")),
    (DAY, words.N("to 1 day")),
    (3 * DAY, words.N("to 3 days")),
    (float("inf"), words.N("longer")),
)
# Whether a call was worth it, is not known yet, or was a false alarm: filled, striped, hollow.
FILLS = (("good", ("case", "useful")), ("open", ("open", "dismissed")), ("false", ("false",)))


def binned(seconds: Sequence[float]) -> list[int]:
    """How many lengths of time fall into each bin; what is exactly at an end belongs to the next."""
    ends = [end for end, _word in BINS]
    counts = [0] * len(BINS)
    for value in seconds:
        counts[min(bisect_right(ends, value), len(BINS) - 1)] += 1
    return counts


def weeks(found: Sequence[Week], zone: ZoneInfo) -> SafeString:
    """A group of four bars for each week, one a level. Filled: worth it. Striped: not known. Hollow: a false alarm."""
    top = max([sum(week.calls[level.value].values()) for week in found for level in Level], default=0)
    step = (WIDTH - 40) / max(len(found), 1)
    bar = min(28.0, step / 6)
    scale = (BASE - TOP - 12) / max(top, 1)
    parts: list[SafeString] = []
    for number, week in enumerate(found):
        left = 40 + number * step + (step - 4 * bar - 12) / 2
        for place, level in enumerate(Level):
            parts.append(_bar(week.calls[level.value], level, left + place * (bar + 4), bar, scale))
        parts.append(
            format_html('<text class="tick-word" x="{}" y="{}" text-anchor="middle">{}</text>', round(40 + (number + 0.5) * step, 1), 208,
                        f"{week.start.astimezone(zone):%m-%d}")
        )  # fmt: skip
    total = sum(sum(held.values()) for week in found for held in week.calls.values())
    told = _("Calls in each week by level; the table below has the numbers. In all: %(total)d.") % {"total": total}
    return format_html(
        '<svg class="proof" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title><defs>'
        '<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="5" class="stripe"/></pattern></defs>'
        '<line class="axis" x1="36" x2="{}" y1="{}" y2="{}"/><text class="tick-word" x="30" y="{}" text-anchor="end">{}</text>'
        '<text class="tick-word" x="30" y="{}" text-anchor="end">0</text>{}</svg>',
        WIDTH,
        HEIGHT,
        told,
        told,
        WIDTH,
        BASE,
        BASE,
        TOP + 16,
        top,
        BASE + 4,
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def _bar(held: dict[str, int], level: Level, x: float, width: float, scale: float) -> SafeString:
    y = float(BASE)
    parts = []
    for fill, outcomes in FILLS:
        count = sum(held.get(outcome, 0) for outcome in outcomes)
        if count:
            height = count * scale
            y -= height
            parts.append((fill, level.value, round(x, 1), round(y, 1), round(width, 1), round(height, 1)))
    total = sum(held.values())
    number = (
        format_html('<text x="{}" y="{}" text-anchor="middle">{}</text>', round(x + width / 2, 1), round(y - 3, 1), total) if total else ""
    )
    shape = format_html(
        '<text class="shape-{}" x="{}" y="{}" text-anchor="middle">{}</text>',
        level.value,
        round(x + width / 2, 1),
        186,
        words.SHAPES[level],
    )
    rects = format_html_join("", '<rect class="call {} of-{}" x="{}" y="{}" width="{}" height="{}"/>', parts)
    return format_html("{}{}{}", rects, number, shape)


def lengths(title: str, counts: Sequence[int]) -> SafeString:
    """One distribution of lengths of time: a horizontal bar for each bin that may hold something."""
    top = max([*counts, 1])
    late = counts[0] > 0
    rows = [(_(BINS[n][1]), count) for n, count in enumerate(counts) if n or late]
    told = title + _(": ") + _("; ").join(f"{name} {count}" for name, count in rows)
    bars = format_html_join(
        "",
        '<text class="tick-word" x="0" y="{}">{}</text>'
        '<rect class="length" x="124" y="{}" width="{}" height="14"/><text x="{}" y="{}">{}</text>',
        [
            (20 * n + 14, name, 20 * n + 3, round(150 * count / top, 1), round(130 + 150 * count / top, 1), 20 * n + 14, count)
            for n, (name, count) in enumerate(rows)
        ],
    )
    return format_html(
        '<svg class="lengths" viewBox="0 0 310 {}" role="img" aria-label="{}"><title>{}</title>{}</svg>',
        20 * len(rows) + 4,
        told,
        told,
        bars,
    )
