"""Charts drawn on the server as SVG: sparklines, the spread of a story by outlet, and the bar of a timer.

All sizes and colours come from classes and presentation attributes: the pages allow no inline style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOURS = 72
LANES = 24


@dataclass(frozen=True)
class Mark:
    """One item in the spread of a story."""

    outlet: str
    at: datetime
    copy: bool
    title: str
    anchor: str


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


def spread(marks: Sequence[Mark], zone: ZoneInfo) -> SafeString:
    """Rows are outlets in order of first sight, dots are items in time; a copy is hollow. `marks` are in order of first sight."""
    outlets = list(dict.fromkeys(mark.outlet for mark in marks))
    shown = outlets[:LANES]
    first, last = min(mark.at for mark in marks), max(mark.at for mark in marks)
    span = max((last - first).total_seconds(), 3600.0)
    left, width, lane, top = 200, 700, 28, 36
    height = top + lane * len(shown) + 8
    copies = sum(mark.copy for mark in marks)
    words = _("%(items)d items from %(outlets)d outlets between %(first)s and %(last)s, %(copies)d of them copies.") % {
        "items": len(marks),
        "outlets": len(outlets),
        "first": f"{first.astimezone(zone):%Y-%m-%d %H:%M}",
        "last": f"{last.astimezone(zone):%Y-%m-%d %H:%M}",
        "copies": copies,
    }

    def place(at: datetime) -> float:
        return round(left + 12 + (width - 24) * (at - first).total_seconds() / span, 1)

    ticks = format_html_join(
        "",
        '<line class="lane" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="tick-word" x="{}" y="16" text-anchor="{}">{}</text>',
        [
            (x, x, 24, height - 8, x, anchor, word)
            for x, anchor, word in _ticks(first, first + timedelta(seconds=span), zone, left + 12, width - 24)
        ],
    )
    lanes = format_html_join(
        "",
        '<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/><text x="0" y="{}">{}</text>',
        [(left, left + width, y, y, y + 4, _short(outlet)) for y, outlet in ((top + lane * n + 8, o) for n, o in enumerate(shown))],
    )
    dots = format_html_join(
        "",
        '<a href="#{}" aria-label="{}"><circle class="{}" cx="{}" cy="{}" r="5"><title>{}</title></circle></a>',
        [
            (
                mark.anchor,
                mark.title,
                "dot copy" if mark.copy else "dot",
                place(mark.at),
                top + lane * shown.index(mark.outlet) + 8,
                f"{mark.at.astimezone(zone):%m-%d %H:%M} {mark.outlet}: {mark.title}",
            )
            for mark in marks
            if mark.outlet in shown
        ],
    )
    return format_html(
        '<svg class="spread" viewBox="0 0 {} {}" role="group" aria-labelledby="spread-title spread-text">'
        '<title id="spread-title">{}</title><desc id="spread-text">{}</desc>{}{}{}</svg>',
        left + width,
        height,
        _("Spread by outlet"),
        words,
        ticks,
        lanes,
        dots,
    )


def _ticks(first: datetime, last: datetime, zone: ZoneInfo, left: int, width: int) -> list[tuple[float, str, str]]:
    """First, middle and last moment of the axis; the date where it changes."""
    found = []
    before = ""
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        at = (first + (last - first) * share).astimezone(zone)
        day = f"{at:%m-%d}"
        found.append((round(left + width * share, 1), anchor, f"{at:%H:%M}" if day == before else f"{day} {at:%H:%M}"))
        before = day
    return found


def _short(name: str) -> str:
    limit = 15 if any(ord(c) > 0x2E80 for c in name) else 28
    return name if len(name) <= limit else name[: limit - 1] + "…"


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
