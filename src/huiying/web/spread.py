"""Where a story comes from, as a picture: a lane for each outlet in the order in which they had it, a line from each copy to its original.

A report is a filled disc, a copy a hollow one, a hot list's line a diamond: shape tells them apart, so that print and every eye can.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.core.group.origin import Origin, Part, Sight

LANES = 24
DRAWN = 400
LEFT, WIDTH, LANE, TOP, INSET = 220, 700, 28, 36, 12


def spread(origin: Origin, titles: Mapping[str, tuple[str, str]], zone: ZoneInfo) -> SafeString:
    """The picture. `titles` gives each item's title and the place on the page that its mark leads to."""
    lanes = {first.source: TOP + LANE * n + 8 for n, first in enumerate(origin.first_seen[:LANES])}
    sights = [sight for sight in origin.chain[:DRAWN] if sight.source in lanes]
    begun, span = origin.chain[0].at, max((origin.chain[-1].at - origin.chain[0].at).total_seconds(), 3600.0)
    height = TOP + LANE * len(lanes) + 8

    def place(sight: Sight) -> tuple[float, int]:
        share = sight.after.total_seconds() / span
        return round(LEFT + INSET + (WIDTH - 2 * INSET) * share, 1), lanes[sight.source]

    spots = {sight.order: place(sight) for sight in sights}
    joins = [(*spots[s.order], *spots[s.original]) for s in sights if s.original in spots]
    return format_html(
        '<svg class="spread" viewBox="0 0 {} {}" role="group" aria-labelledby="spread-title spread-text">'
        '<title id="spread-title">{}</title><desc id="spread-text">{}</desc>{}{}{}{}</svg>',
        LEFT + WIDTH,
        height,
        _("Who had it first, and who had it from whom"),
        summary(origin, zone),
        _axis(begun, span, height, zone),
        format_html_join(
            "",
            '<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/><text x="0" y="{}">{}. {}</text>',
            [(LEFT, LEFT + WIDTH, y, y, y + 4, n, _short(outlet)) for n, (outlet, y) in enumerate(lanes.items(), 1)],
        ),
        # bent, so that it passes beside the marks of the lanes in between
        format_html_join("", '<path class="from" d="M{0} {1} Q{2} {1} {2} {3}"/>', joins),
        format_html_join("", "{}", ((_mark(sight, spots[sight.order], titles, zone),) for sight in sights)),
    )


def summary(origin: Origin, zone: ZoneInfo) -> str:
    """The picture in a sentence, for whoever does not see it."""
    parts = [sight.part for sight in origin.chain]
    told = _("%(who)s had it first, %(when)s.") % {
        "who": origin.chain[0].source,
        "when": f"{origin.chain[0].at.astimezone(zone):%Y-%m-%d %H:%M}",
    }
    counts = _("Independent reports: %(reports)d. Copies: %(copies)d. Lines of hot lists: %(lines)d. Outlets: %(outlets)d.") % {
        "reports": parts.count(Part.REPORT),
        "copies": parts.count(Part.COPY),
        "lines": parts.count(Part.LINE),
        "outlets": origin.outlets,
    }
    return f"{told} {counts}"


def left_out(origin: Origin) -> str:
    """What the picture does not show, in words; empty where it shows everything."""
    said = []
    if (more := origin.outlets - LANES) > 0:
        said.append(ngettext("%(n)d more outlet is not drawn.", "%(n)d more outlets are not drawn.", more) % {"n": more})
    if (more := origin.items - DRAWN) > 0:
        said.append(ngettext("%(n)d later item is not drawn.", "%(n)d later items are not drawn.", more) % {"n": more})
    return " ".join(said)


def _mark(sight: Sight, spot: tuple[float, int], titles: Mapping[str, tuple[str, str]], zone: ZoneInfo) -> SafeString:
    x, y = spot
    title, anchor = titles.get(sight.item, ("", ""))
    return format_html(
        '<a href="{}" aria-label="{}">{}</a>',
        anchor,
        f"{sight.source}: {title}",
        shape(sight.part, x, y, f"{sight.at.astimezone(zone):%m-%d %H:%M} {sight.source}: {title}"),
    )


def shape(part: Part, x: float, y: float, words: str = "", size: float = 5.0) -> SafeString:
    """The mark of one item, or of the legend."""
    title = format_html("<title>{}</title>", words) if words else SafeString("")
    if part == Part.LINE:
        r = size + 1
        points = f"{x},{y - r:g} {x + r:g},{y} {x},{y + r:g} {x - r:g},{y}"
        return format_html('<polygon class="dot line" points="{}">{}</polygon>', points, title)
    return format_html('<circle class="dot {}" cx="{}" cy="{}" r="{}">{}</circle>', part.value, x, y, f"{size:g}", title)


def _axis(begun: datetime, span: float, height: int, zone: ZoneInfo) -> SafeString:
    """First, middle and last moment; the date where it changes."""
    rows, before = [], ""
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        at = (begun + timedelta(seconds=span * share)).astimezone(zone)
        day, x = f"{at:%m-%d}", round(LEFT + INSET + (WIDTH - 2 * INSET) * share, 1)
        rows.append((x, x, 24, height - 8, x, anchor, f"{at:%H:%M}" if day == before else f"{day} {at:%H:%M}"))
        before = day
    return format_html_join(
        "",
        '<line class="lane" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="tick-word" x="{}" y="16" text-anchor="{}">{}</text>',
        rows,
    )


def _short(name: str) -> str:
    limit = 15 if any(ord(c) > 0x2E80 for c in name) else 28
    return name if len(name) <= limit else name[: limit - 1] + "…"
