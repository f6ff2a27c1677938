"""Silences and surges in words, and the volume of a watch as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.store.models import Anomaly, Watch, WatchHour
from huiying.web.templatetags.desk import spell

DAYS = 14
WIDTH, HEIGHT = 672, 64
BUCKET = 6  # hours a bar
RARE = 520.0  # weeks


@dataclass(frozen=True)
class Noticed:
    """One notice that holds, as a page says it. `every`: the usual time between two words of a silence."""

    row: Anomaly
    name: str
    address: str
    every: str
    rare: str
    count: int
    usual: str


def open_notices(kind: str) -> list[Noticed]:
    """What holds now, the oldest first."""
    rows = Anomaly.objects.filter(kind=kind, ended_at=None).select_related("source", "watch").order_by("since", "id")
    return [told(row) for row in rows]


def told(row: Anomaly) -> Noticed:
    """A notice in words."""
    named = row.source or row.watch
    assert named is not None
    place = reverse("source", args=[named.pk]) if row.source_id else f"{reverse('watches')}#watch-{named.pk}"
    weeks = round(row.value)
    rare = (
        _("A silence as long comes about less than once in ten years.")
        if row.value > RARE
        else ngettext("A silence as long comes about once in %(n)d week.", "A silence as long comes about once in %(n)d weeks.", weeks)
        % {"n": weeks}
    )
    return Noticed(
        row=row,
        name=named.name,
        address=place,
        every=spell(timedelta(hours=row.usual)),
        rare=rare,
        count=round(row.value),
        usual=f"{row.usual:.1f}".removesuffix(".0"),
    )


def pictures(watches: Iterable[Watch], now: datetime, zone: ZoneInfo) -> dict[int, SafeString]:
    """The picture of every watch of which hours are known."""
    hours: dict[int, list[WatchHour]] = {}
    for hour in WatchHour.objects.filter(watch__in=list(watches), at__gte=now - timedelta(days=DAYS)).order_by("at"):
        hours.setdefault(hour.watch_id, []).append(hour)
    return {watch: picture(rows, now, zone) for watch, rows in hours.items()}


def picture(hours: Sequence[WatchHour], now: datetime, zone: ZoneInfo) -> SafeString:
    """Items of the last fourteen days in bars of six hours before the band of the usual; a bar above the band is dark."""
    bars = DAYS * 24 // BUCKET
    sums = [[0.0, 0.0, 0.0] for _ in range(bars)]
    known = [False] * bars
    for hour in hours:
        ago = int((now - hour.at).total_seconds() // 3600) // BUCKET
        if 0 <= ago < bars:
            spot = sums[bars - 1 - ago]
            # the bands of independent hours add up in squares
            for place, value in enumerate((hour.count, hour.expected, max(hour.high - hour.expected, 0.0) ** 2)):
                spot[place] += value
            known[bars - 1 - ago] = True
    bounds = [(count, expected, expected + spread**0.5) for count, expected, spread in sums]
    top = max([1.0, *(max(count, high) for count, _, high in bounds)])
    step = WIDTH / bars

    def tall(value: float) -> float:
        return round(HEIGHT * value / top, 1)

    bands = [
        (round(step * n, 1), round(HEIGHT - tall(high), 1), round(step, 1), tall(high)) for n, (_, _, high) in enumerate(bounds) if known[n]
    ]
    drawn = [
        (
            "high" if count > high else "usual",
            round(step * n + 2, 1),
            round(HEIGHT - max(tall(count), 2), 1),
            round(step - 4, 1),
            max(tall(count), 2),
        )
        for n, (count, _, high) in enumerate(bounds)
        if count
    ]
    total, most = int(sum(count for count, _, _ in bounds)), int(max(count for count, _, _ in bounds))
    above = sum(count > high for count, _, high in bounds)
    words = _("Items of the last 14 days in bars of six hours: %(total)d in all, at most %(most)d in a bar, %(above)d above the usual.") % {
        "total": total,
        "most": most,
        "above": above,
    }
    days = [f"{(now - timedelta(days=DAYS * (1 - share))).astimezone(zone):%m-%d}" for share in (0.0, 0.5, 1.0)]
    return format_html(
        '<svg class="volume" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}{}'
        '<line x1="0" x2="{}" y1="{}" y2="{}"/></svg><p class="ends">{}</p>',
        WIDTH,
        HEIGHT,
        words,
        words,
        format_html_join("", '<rect class="band" x="{}" y="{}" width="{}" height="{}"/>', bands),
        format_html_join("", '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>', drawn),
        WIDTH,
        HEIGHT,
        HEIGHT,
        format_html_join("", "<span>{}</span>", [(day,) for day in days]),
    )
