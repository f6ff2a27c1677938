"""How a source fares: its state, what is wrong and what to do, its rhythm, and a picture of its last weeks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying.core.collect.rhythm import learn
from huiying.core.types import Refusal
from huiying.store.models import Item, Source, SourceDay
from huiying.web import words
from huiying.web.templatetags.desk import spell

# A source that should be read every ten minutes is silent when nothing new came for two days.
SILENT = timedelta(days=2)
LOSSY = timedelta(days=7)
SKEWED = 300.0
CHART_DAYS = 28
LEARNED = timedelta(days=28)
KEPT = 500
WIDTH, HEIGHT, FOOT = 560, 72, 12

ADVICE: dict[str, str] = {
    "bad_url": words.N("Correct the address: pause this source and add it again."),
    "private_address": words.N("If the source is in your own network, add it again with private addresses allowed."),
    "dns": words.N("Check the address, and whether this machine can resolve names."),
    "connect": words.N("Open the address in a browser. If it opens there, ask whoever runs the network of this machine."),
    "tls": words.N("Ask the site to renew its certificate. Until then its certificate can be excused here, with a reason and an end."),
    "deadline": words.N("The site is slow or overloaded. It is tried again; if that lasts, ask the site."),
    "too_large": words.N("The address may lead to a download instead of a feed. Open it and look."),
    "encoding": words.N("The site packs its answers wrongly. Tell it; nothing can be set here."),
    "protocol": words.N("The server does not answer as a web server should. Open the address and look."),
    "redirects": words.N("The site sends readers in a circle. Open the address and look where it leads."),
    "robots": words.N("The site does not want programs to read this. Ask it, or pause the source."),
    "busy": words.N("Nothing needs to be done: the site asked for rest, or it is slow."),
    "http_status": words.N("Open the address. The feed may have moved; look for its new address on the site."),
    "not_a_feed": words.N("Open the address: sites often move their feeds or answer with a page for people."),
    "parse": words.N("Its bytes cost more than any feed should, or end the parser. Open the address and look what it sends."),
    "internal": words.N("This is a fault of the desk. Tell the operator; the log says why."),
}


@dataclass(frozen=True)
class Health:
    """How one source fares: state is ok, failing, silent, lossy, waiting, gone or paused. `since`: when that began, where it is known."""

    source: Source
    state: str
    trouble: str
    since: datetime | None = None
    advice: str = ""


def health(source: Source, now: datetime, silent: Collection[int] = ()) -> Health:
    """How a source fares, with its trouble in words and what to do. `silent`: the sources whose silence was noticed."""
    if not source.active:
        if source.gone_at is not None:
            todo = _("Look for a new address on the site and add it, or leave the source paused.")
            return Health(source, "gone", _("Its server says that it is no more."), source.gone_at, todo)
        return Health(source, "paused", "", None, _("Resume it when it should be read again."))
    if source.failures:
        reason = (source.trouble or {}).get("reason", "")
        todo = words.word(ADVICE, reason) if reason in ADVICE else ""
        if reason == "private_address" and source.allow_private:
            todo = _("It leads to an address that is never read, whatever is allowed. Open the address and look.")
        return Health(source, "failing", words.trouble(source), source.failing_since, todo)
    if source.succeeded_at is None:
        return Health(source, "waiting", "", source.added_at, "")
    if source.lost_at is not None and now - source.lost_at < LOSSY:
        todo = (
            _("Shorten the time between two readings.") if source.interval > 1 else _("The list of this source is too short; ask the site.")
        )
        return Health(source, "lossy", "", source.lost_at, todo)
    if source.pk in silent or now - (source.item_at or source.added_at) > SILENT:
        todo = _("It can be read, and nothing new comes. Open its site: has it moved, or has nobody written?")
        return Health(source, "silent", "", source.item_at or source.added_at, todo)
    return Health(source, "ok", "")


def fault(source: Source) -> dict[str, str]:
    """The certificate that was refused at the last reading: host, fault, fingerprint. Empty where none was."""
    trouble = source.trouble or {}
    values = trouble.get("values") or {}
    if not source.failures or trouble.get("reason") != "tls" or not values.get("fault") or not values.get("fingerprint"):
        return {}
    return {name: str(values[name]) for name in ("host", "fault", "fingerprint")}


def excused_until(source: Source) -> datetime | None:
    """Until when a certificate of the source is excused."""
    return datetime.fromisoformat(source.tls["until"]) if source.tls else None


def rhythm(source: Source, now: datetime, zone: ZoneInfo) -> str:
    """How often a source speaks, in words; empty while too little is known."""
    rows = Item.objects.filter(source=source, first_seen__gt=now - LEARNED).order_by("-pk").values_list("published_at", "first_seen")[:KEPT]
    away = now.astimezone(zone).utcoffset()
    offset = int(away.total_seconds()) if away else 0
    found = learn([min(at or first, first).timestamp() for at, first in rows], offset=offset)
    if found is None:
        return ""
    said = {"usual": spell(timedelta(seconds=found.usual)), "now": spell(timedelta(seconds=found.at(now.timestamp())))}
    return _("Something new about every %(usual)s; at this hour of the week about every %(now)s.") % said


def clock_words(source: Source) -> str:
    """What is wrong with a source's clock; empty where it is right within five minutes."""
    if source.skew is None or abs(source.skew) <= SKEWED:
        return ""
    away = spell(timedelta(seconds=abs(source.skew)))
    if source.skew > 0:
        return _("Its server's clock is %(away)s ahead of ours; dates that lie in the future are put right by that.") % {"away": away}
    return _("Its server's clock is %(away)s behind ours. Its dates are left as they are.") % {"away": away}


def lately(source: Source, today: date) -> list[SourceDay]:
    """The last four weeks of a source, a row for every day, the latest last."""
    known = {row.day: row for row in SourceDay.objects.filter(source=source, day__gt=today - timedelta(days=CHART_DAYS))}
    days = [today - timedelta(days=ago) for ago in reversed(range(CHART_DAYS))]
    return [known.get(day) or SourceDay(source=source, day=day) for day in days]


def chart(days: Sequence[SourceDay]) -> SafeString:
    """New items a day as bars; below each day a mark: readings worked, some failed, all failed, or none at all."""
    top = max([1, *(row.items for row in days)])
    step = WIDTH / max(1, len(days))
    good, bad = sum(row.good for row in days), sum(row.bad for row in days)
    said = _("Last 28 days: %(items)d new items; %(good)d readings worked, %(bad)d failed.") % {
        "items": sum(row.items for row in days),
        "good": good,
        "bad": bad,
    }
    bars = [
        (round(step * n + 3, 1), round(HEIGHT - tall, 1), round(step - 6, 1), round(tall, 1))
        for n, row in enumerate(days)
        if row.items and (tall := max(2.0, HEIGHT * row.items / top))
    ]
    marks = [
        ("none" if not row.good + row.bad else "bad" if not row.good else "some" if row.bad else "good", round(step * n + 3, 1), step - 6)
        for n, row in enumerate(days)
    ]
    ends = [f"{days[n].day:%m-%d}" for n in (0, len(days) // 2, -1)] if days else []
    return format_html(
        '<svg class="health" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}'
        '<line x1="0" x2="{}" y1="{}" y2="{}"/>{}</svg>'
        '<p class="ends">{}</p>',
        WIDTH,
        HEIGHT + FOOT,
        said,
        said,
        format_html_join("", '<rect class="items" x="{}" y="{}" width="{}" height="{}"/>', bars),
        WIDTH,
        HEIGHT,
        HEIGHT,
        format_html_join(
            "", f'<rect class="read-{{}}" x="{{}}" y="{HEIGHT + 4}" width="{{}}" height="6"/>', [(k, x, round(w, 1)) for k, x, w in marks]
        ),
        format_html_join("", "<span>{}</span>", [(end,) for end in ends]),
    )


def must_day(text: str, zone: ZoneInfo) -> datetime:
    """The end of a day that was typed in as YYYY-MM-DD."""
    try:
        day = datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise Refusal('"%(text)s" is not a day; write one like 2026-12-31.', text=text[:40]) from None
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=zone)
