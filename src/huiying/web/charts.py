"""Charts drawn on the server as SVG: sparklines, days, and the bar of a timer. A story's origin is drawn in spread.py.

All sizes and colours come from classes and presentation attributes: the pages allow no inline style.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

HOURS = 72


def sparkline(times: Sequence[datetime], now: datetime) -> SafeString:
    """Items in each of the last 72 hours as bars, the latest hour at the right."""
    counts = [0] * HOURS
    for at in times:
        ago = int((now - at).total_seconds() // 3600)
        if 0 <= ago < HOURS:
            counts[HOURS - 1 - ago] += 1
    top = max(counts)
    words = ngettext(
        "Items an hour in the last 72 hours: %(total)d item, at most %(top)d in an hour.",
        "Items an hour in the last 72 hours: %(total)d items, at most %(top)d in an hour.",
        sum(counts),
    ) % {"total": sum(counts), "top": top}
    bars = format_html_join(
        "",
        '<rect x="{}" y="{}" width="2.4" height="{}"/>',
        [(3 * hour, 38 - _height(count, top), _height(count, top)) for hour, count in enumerate(counts) if count],
    )
    return format_html(
        '<svg class="spark" viewBox="0 0 216 40" preserveAspectRatio="none" role="img" aria-label="{}"><title>{}</title>'
        '<line x1="0" x2="216" y1="39" y2="39"/>{}</svg>',
        words,
        words,
        bars,
    )


def _height(count: int, top: int) -> int:
    return max(3, round(36 * count / top)) if count else 0


def days(volume: Sequence[tuple[date, int]]) -> SafeString:
    """How many on each day, as bars with their numbers, the latest day at the right."""
    top = max((count for _, count in volume), default=0)
    said = gettext("Matches a day: ") + gettext("; ").join(f"{day:%m-%d} {count}" for day, count in volume)
    step = 400 / max(1, len(volume))
    bars = [
        (
            round(step * number + step * 0.15, 1),
            96 - round(72 * count / top) if top else 96,
            round(step * 0.7, 1),
            round(72 * count / top) if top else 0,
            round(step * (number + 0.5), 1),
            (96 - round(72 * count / top) if top else 96) - 5,
            count,
            round(step * (number + 0.5), 1),
            f"{day:%m-%d}",
        )
        for number, (day, count) in enumerate(volume)
    ]
    drawn = format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="{}"/><text class="count" x="{}" y="{}">{}</text><text x="{}" y="114">{}</text>',
        bars,
    )
    return format_html(
        '<svg class="days" viewBox="0 0 400 120" role="img" aria-label="{}"><title>{}</title>'
        '<line x1="0" x2="400" y1="96.5" y2="96.5"/>{}</svg>',
        said,
        said,
        drawn,
    )


def bar(share: float, step: int, words: str) -> SafeString:
    """How much of a timer has gone: `share` from 0 to 1 and beyond, marks at 50 and 80 per cent."""
    gone = round(200 * min(max(share, 0.0), 1.0), 1)
    return format_html(
        '<svg class="bar step-{}" viewBox="0 0 200 10" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="track" x="0.5" y="0.5" width="199" height="9"/><rect class="gone" x="0.5" y="0.5" width="{}" height="9"/>'
        '<line class="tick" x1="100" x2="100" y1="0" y2="10"/><line class="tick" x1="160" x2="160" y1="0" y2="10"/></svg>',
        step,
        words,
        gone,
    )
