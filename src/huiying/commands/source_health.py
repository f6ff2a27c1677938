"""`huiying source show`, `unseen`, `limits` and `tls`: how sources fare, and what may be set about that."""

from __future__ import annotations

import argparse
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.source_health import end_excuse, excuse_certificate, set_limits
from huiying.core.types import Refusal
from huiying.store.models import Anomaly, Source, SourceFetch
from huiying.web.health import Health, clock_words, fault, health, must_day, rhythm
from huiying.web.words import FAULTS, REASONS, SOURCE_STATES, word

PREVIEW = 5


def add_to(group: argparse._SubParsersAction) -> None:
    """Register the commands."""
    show = group.add_parser("show", help="how one source fares, with its last readings")
    show.add_argument("name")
    show.set_defaults(run=run_show)
    unseen = group.add_parser("unseen", help="what the desk does not see: sources that fail, are gone, lose items, are silent or paused")
    unseen.set_defaults(run=run_unseen)
    limits = group.add_parser("limits", help="how often a source is read; between the two its own rhythm decides")
    limits.add_argument("name")
    limits.add_argument("least", type=int, help="shortest time between two readings, in minutes")
    limits.add_argument("most", type=int, help="longest time between two readings, in minutes")
    limits.set_defaults(run=run_limits)
    tls = group.add_parser("tls", help="excuse the certificate that was refused, until a day; or end the exception")
    tls.add_argument("name")
    tls.add_argument("--fingerprint", default="", help="SHA-256 of the certificate, as `source show` prints it")
    tls.add_argument("--until", default="", metavar="DAY", help="last day, as 2026-12-31; at most 90 days from now")
    tls.add_argument("--reason", default="", help="why it may be trusted; stays on the record")
    tls.add_argument("--end", action="store_true", help="end the exception")
    tls.set_defaults(run=run_tls)


def run_show(arguments: argparse.Namespace) -> None:
    """How one source fares."""
    row, now = named(arguments.name), clock.now()
    zone = ZoneInfo(row.zone)
    found = health(row, now)
    print(f"{row.name}\t{row.url}\t{_state(found)}")
    for said in (found.trouble, found.advice, clock_words(row), rhythm(row, now, zone)):
        if said:
            print(said)
    if refused := fault(row):
        print(
            gettext("The certificate of %(host)s: %(fault)s. SHA-256 %(fingerprint)s.")
            % {**refused, "fault": word(FAULTS, refused["fault"])}
        )
    if row.tls:
        print(gettext("Excused until %(until)s: %(reason)s") % {"until": row.tls["until"][:10], "reason": row.tls["reason"]})
    for run in SourceFetch.objects.filter(source=row).order_by("-id")[:PREVIEW]:
        why = " ".join(str(one) for one in (word(REASONS, run.reason) if run.reason else "", run.status or "") if one)
        at = run.last_at.astimezone(zone).isoformat(timespec="minutes")
        print(f"- {at}\t{run.outcome}\t× {run.times}\t+{run.items}\t{run.ms} ms\t{why}")


def run_unseen(arguments: argparse.Namespace) -> None:
    """What the desk does not see."""
    now = clock.now()
    silent = set(Anomaly.objects.filter(kind="silence", ended_at=None, source__isnull=False).values_list("source_id", flat=True))
    for row in Source.objects.all():
        found = health(row, now, silent)
        if found.state != "ok":
            since = found.since.isoformat(timespec="minutes") if found.since else "–"
            print(f"{row.pk}\t{row.name}\t{_state(found)}\t{since}\t{found.trouble}")


def run_limits(arguments: argparse.Namespace) -> None:
    """How often a source is read."""
    set_limits(OPERATOR, named(arguments.name), interval=arguments.least, slowest=arguments.most, now=clock.now())


def run_tls(arguments: argparse.Namespace) -> None:
    """Excuse one certificate, or end that."""
    row, now = named(arguments.name), clock.now()
    if arguments.end:
        end_excuse(OPERATOR, row, now=now)
        return
    until = must_day(arguments.until, ZoneInfo(row.zone))
    excuse_certificate(OPERATOR, row, fingerprint=arguments.fingerprint, reason=arguments.reason, until=until, now=now)


def _state(found: Health) -> str:
    return word(SOURCE_STATES, found.state)


def named(name: str) -> Source:
    """The source of that name."""
    row = Source.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no source named %(name)s.", name=name)
    return row
