"""A week of the rota as SVG: a row for each role, a bar for each shift, hatching where nobody is on and a frame where several are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying.core.case import rota
from huiying.store.models import Shift
from huiying.web import words
from huiying.web.templatetags.desk import person

LEFT, WIDTH, ROW, HEAD = 0, 980, 44, 34
DAYS = 7


def week(
    shifts: Sequence[Shift], cores: Sequence[rota.Shift], roles: Iterable[str], start: datetime, now: datetime, zone: ZoneInfo
) -> SafeString:
    """Seven days from `start`, the midnight at which the week begins. A table with the same stands below it on the page."""
    end = start + timedelta(days=DAYS)
    names: Mapping[int, Shift] = {row.pk: row for row in shifts}
    shown = list(roles)
    rows = format_html_join("", "{}", ((_row(number, role, cores, names, start, end),) for number, role in enumerate(shown)))
    height = HEAD + ROW * 2 * len(shown) + 4
    said = _("The rota from %(first)s to %(last)s: %(shifts)d shifts. The table below says the same.") % {
        "first": f"{start.astimezone(zone):%m-%d}",
        "last": f"{(end - timedelta(seconds=1)).astimezone(zone):%m-%d}",
        "shifts": len(shifts),
    }
    mark = SafeString("")
    if start <= now < end:
        at = _x(now, start, end)
        mark = format_html('<line class="now" x1="{}" x2="{}" y1="{}" y2="{}"/>', at, at, HEAD - 8, height)
    return format_html(
        '<svg class="rota" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>'
        '<defs><pattern id="nobody" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line class="hatch" x1="0" x2="0" y1="0" y2="8"/></pattern></defs>{}{}{}</svg>',
        WIDTH,
        height,
        said,
        said,
        _days(start, height, zone),
        rows,
        mark,
    )


def _x(at: datetime, start: datetime, end: datetime) -> float:
    return round(LEFT + (WIDTH - LEFT) * ((at - start) / (end - start)), 1)


def _days(start: datetime, height: int, zone: ZoneInfo) -> SafeString:
    parts = []
    for number in range(DAYS):
        at, x = start + timedelta(days=number), LEFT + (WIDTH - LEFT) * number / DAYS
        parts.append((round(x, 1), round(x, 1), HEAD - 10, height, round(x + 4, 1), f"{at.astimezone(zone):%m-%d}"))
    return format_html_join("", '<line class="day" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="date" x="{}" y="18">{}</text>', parts)


def _row(number: int, role: str, cores: Sequence[rota.Shift], names: Mapping[int, Shift], start: datetime, end: datetime) -> SafeString:
    top = HEAD + ROW * 2 * number
    label = format_html('<text class="role" x="4" y="{}">{}</text>', top + 24, words.word(words.ROLES, role))
    bars = []
    for stretch in rota.stretches(cores, role, start, end):
        x, width = _x(stretch.starts_at, start, end), _x(stretch.ends_at, start, end) - _x(stretch.starts_at, start, end)
        kind = "gap" if not stretch.shifts else "both" if len(stretch.shifts) > 1 else "on"
        who = _(", ").join(person(names[one].member.name) for one in stretch.shifts)
        bars.append((kind, x, top + 34, round(width, 1), ROW - 4, who or _("nobody"), _label(who, x, width, top)))
    return format_html(
        "{}{}",
        label,
        format_html_join("", '<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>{}', bars),
    )


def _label(who: str, x: float, width: float, top: int) -> SafeString:
    wide = sum(15 if ord(char) > 0x2E7F else 8 for char in who)
    if not who or wide > width - 8:
        return SafeString("")
    return format_html('<text class="who" x="{}" y="{}">{}</text>', round(x + 5, 1), top + 59, who)
