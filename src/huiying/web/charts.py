"""Charts drawn on the server as SVG: sparklines and the bar of a timer. A story's origin is drawn in spread.py.

All sizes and colours come from classes and presentation attributes: the pages allow no inline style.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

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
