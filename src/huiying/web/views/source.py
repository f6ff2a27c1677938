"""One source and how it fares; and everything that the desk does not see at present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import source_health as acts
from huiying.store.models import Entry, Source, SourceFetch
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried, read_number
from huiying.web.health import Health, chart, clock_words, excused_until, fault, health, lately, must_day, rhythm
from huiying.web.noticed import open_notices
from huiying.web.offers import pause_or_resume
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

RUNS = 40
ENTRIES = 20
NOT_SEEN = ("failing", "gone", "lossy", "silent", "waiting", "paused")
KINDS = ("source_added", "source_changed", "source_failing", "source_recovered", "source_moved", "source_gone", "certificate_excused",
         "certificate_excuse_ended", "hush_noticed", "hush_ended")  # fmt: skip

OUTCOMES: dict[str, str] = {
    "changed": words.N("new items"),
    "unchanged": words.N("nothing new"),
    "not_modified": words.N("not modified"),
    "failed": words.N("failed"),
}
GROUPS: dict[str, str] = {
    "failing": words.N("Cannot be read"),
    "gone": words.N("Gone"),
    "lossy": words.N("Probably lost items"),
    "silent": words.N("Silent"),
    "waiting": words.N("Not read yet"),
    "paused": words.N("Paused"),
}


@dataclass(frozen=True)
class Group:
    """Sources that share a state."""

    name: str
    title: str
    rows: tuple[Health, ...]


@needs("desk.view")
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """One source: how it fares, its history, what may be set."""
    return one_source(request, get_object_or_404(Source, pk=pk))


def one_source(request: HttpRequest, row: Source, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The page, with what was typed where an act was refused."""
    now, zone = clock.now(), desk_zone()
    silences = [one for one in open_notices("silence") if one.row.source_id == row.pk]
    days = lately(row, now.astimezone(zone).date())
    until = excused_until(row)
    names = {"moved_to": row.moved_to, "times": row.moved_times}
    context = {
        "source": row,
        "row": health(row, now, {row.pk} if silences else set()),
        "silences": silences,
        "picture": chart(days),
        "lost": sum(day.lost for day in days),
        "days": [day for day in reversed(days) if day.good or day.bad or day.items],
        "runs": [
            (run, words.word(OUTCOMES, run.outcome), words.word(words.REASONS, run.reason) if run.reason else "")
            for run in SourceFetch.objects.filter(source=row).order_by("-id")[:RUNS]
        ],
        "rhythm": rhythm(row, now, zone),
        "clock_words": clock_words(row),
        "resting": row.held_until if row.held_until is not None and row.held_until > now else None,
        "moving": _("It says that it has moved for good, to %(moved_to)s (%(times)d times).") % names if row.moved_to else "",
        "excused": row.tls,
        "excused_until": until,
        "excuse_over": until is not None and until <= now,
        "fault": words.word(words.FAULTS, row.tls["fault"]) if row.tls else "",
        "offers": _offers(request, row, tried),
        "pausing": pause_or_resume("source", row.pk, row.active) if request.user.may("source.manage") else None,  # type: ignore[union-attr]
        "recorded": [(entry, words.event(entry.type)) for entry in _entries(row)],
        "refusal": refusal,
    }
    return render(request, "desk/source.html", context, status=status)


def _entries(row: Source) -> list[Entry]:
    return list(Entry.objects.filter(subject=f"source:{row.pk}", type__in=KINDS).order_by("-id")[:ENTRIES])


def _offers(request: HttpRequest, row: Source, tried: Tried | None) -> Offers:
    offers = Offers(tried)
    if not request.user.may("source.manage"):  # type: ignore[union-attr]
        return offers
    if row.active:
        offers.act(reverse("source_read_now", args=[row.pk]), _("Read it now"))
    refused = fault(row)
    if refused:
        note = _("The certificate of %(host)s: %(fault)s. SHA-256 %(fingerprint)s. Compare this fingerprint with the site's own people.")
        month = (clock.now() + timedelta(days=30)).astimezone(desk_zone())
        offers.act(
            reverse("source_excuse", args=[row.pk]),
            _("Excuse this certificate until a day"),
            Field("fingerprint", kind="hidden", value=refused["fingerprint"]),
            Field("reason", _("Reason"), "textarea", help=_("It is kept on the record.")),
            Field("until", _("Last day"), value=f"{month:%Y-%m-%d}", help=_("At most 90 days from now; then it is checked as before.")),
            note=note % {**refused, "fault": words.word(words.FAULTS, refused["fault"])},
            style="grave",
        )
    if row.tls:
        offers.act(reverse("source_end_excuse", args=[row.pk]), _("End the exception"), style="second")
    offers.act(
        reverse("source_limits", args=[row.pk]),
        _("Change how often it is read"),
        Field("interval", _("Shortest time between two readings, in minutes"), "number", str(row.interval)),
        Field("slowest", _("Longest time between two readings, in minutes"), "number", str(row.slowest or row.interval)),
        note=_("Between the two its own rhythm decides; while an orange or red warning about its reports is open, the shortest holds."),
    )
    return offers


@needs("desk.view")
def unseen(request: HttpRequest) -> HttpResponse:
    """Everything the desk does not see at present: since when, why, and what to do."""
    now = clock.now()
    silences = open_notices("silence")
    silent = {one.row.source_id for one in silences if one.row.source_id}
    rows = [health(one, now, silent) for one in Source.objects.all()]
    groups = [
        Group(
            name, words.word(GROUPS, name), tuple(sorted((r for r in rows if r.state == name), key=lambda r: (r.since or now, r.source.pk)))
        )
        for name in NOT_SEEN
    ]
    context = {
        "groups": [group for group in groups if group.rows],
        "watches": [one for one in silences if one.row.watch_id],
        "summary": summary(rows),
        "total": len(rows),
    }
    return render(request, "desk/unseen.html", context)


def summary(rows: list[Health]) -> str:
    """How much is seen, in one sentence that names no source and may be passed on."""
    count = {state: sum(row.state == state for row in rows) for state in ("ok", *NOT_SEEN)}
    return _(
        "Of %(total)d sources on the register %(ok)d can be read and speak, %(failing)d cannot be read, %(gone)d are gone, "
        "%(lossy)d probably lost items, %(silent)d are silent, %(waiting)d are not read yet, %(paused)d are paused."
    ) % {"total": len(rows), **count}


def _limits(typed: QueryDict) -> dict[str, object]:
    return {
        "interval": read_number(typed, "interval", words.N("Shortest time between two readings, in minutes")),
        "slowest": read_number(typed, "slowest", words.N("Longest time between two readings, in minutes")),
    }


def _excuse(typed: QueryDict) -> dict[str, object]:
    return {
        "fingerprint": typed.get("fingerprint", ""),
        "reason": typed.get("reason", ""),
        "until": must_day(typed.get("until", ""), desk_zone()),
    }


def _at_source(row: Source, _result: object) -> str:
    return reverse("source", args=[row.pk])


set_limits = acting(
    acts.set_limits,
    Source,
    page=one_source,
    address=_at_source,
    read=_limits,
    done=words.N("The source is read between these limits from now on."),
)
read_now = acting(
    acts.read_now, Source, page=one_source, address=_at_source, done=words.N("The source is read now. Look again in a moment.")
)
excuse_certificate = acting(
    acts.excuse_certificate,
    Source,
    page=one_source,
    address=_at_source,
    read=_excuse,
    done=words.N("This one certificate is excused until that day. It is on the record."),
)
end_excuse = acting(
    acts.end_excuse, Source, page=one_source, address=_at_source, done=words.N("The exception is ended. The certificate is checked again.")
)
