"""What the desk sets for a source that is read, and what its server asks for: limits, exceptions, rests, moves, ends."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from huiying.actions.actor import COLLECTOR, Actor
from huiying.actions.recording import act, write
from huiying.actions.source import must_be_limits
from huiying.core.collect.moves import host_of
from huiying.core.types import Refusal
from huiying.store.models import Source

LONGEST_EXCUSE = timedelta(days=90)
_SHA256 = re.compile(r"[0-9a-f]{64}")


@act("source.manage")
def set_limits(actor: Actor, source: Source, *, interval: int, slowest: int, now: datetime) -> None:
    """How often a source is read at most and at least, in minutes; between the two its own rhythm decides."""
    must_be_limits(interval, slowest)
    before = {"interval": source.interval, "slowest": source.slowest}
    source.interval, source.slowest = interval, slowest
    source.due_at = _not_before(source, min(source.due_at, now + timedelta(minutes=interval)))
    source.save(update_fields=["interval", "slowest", "due_at"])
    write(
        "source_changed",
        actor=actor,
        now=now,
        subject=f"source:{source.pk}",
        name=source.name,
        before=before,
        after={"interval": interval, "slowest": slowest},
    )


@act("source.manage")
def read_now(actor: Actor, source: Source, *, now: datetime) -> None:
    """Read a source at once, unless its host asked to be left alone."""
    if not source.active:
        raise Refusal("%(name)s is paused. Resume it, and it is read at once.", name=source.name)
    if source.held_until is not None and source.held_until > now:
        raise Refusal("%(host)s asked not to be read for now. It is read when that time is over.", host=source.host)
    source.due_at = now
    source.save(update_fields=["due_at"])
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, read_now=True)


@act("source.manage")
def excuse_certificate(actor: Actor, source: Source, *, fingerprint: str, reason: str, until: datetime, now: datetime) -> None:
    """Allow the one certificate that was last seen and refused, until a day, with a reason. Every other is refused as before."""
    seen = (source.trouble or {}).get("values", {}) if (source.trouble or {}).get("reason") == "tls" else {}
    fingerprint, reason = fingerprint.strip().lower().replace(":", ""), reason.strip()
    if not seen.get("fault") or not _SHA256.fullmatch(str(seen.get("fingerprint", ""))):
        raise Refusal("The certificate of %(name)s was not refused when it was last read, so there is nothing to excuse.", name=source.name)
    if fingerprint != seen["fingerprint"]:
        raise Refusal("That is not the certificate that was refused. Look at the source's page again before you excuse one.")
    if not reason:
        raise Refusal("Write why this certificate may be trusted; the reason stays on the record.")
    if not now < until <= now + LONGEST_EXCUSE:
        raise Refusal("An exception ends within %(days)s days. Choose a day from tomorrow on.", days=LONGEST_EXCUSE.days)
    source.tls = {
        "fault": seen["fault"],
        "fingerprint": fingerprint,
        "host": str(seen["host"]).lower(),
        "reason": reason[:1000],
        "since": now.isoformat(),
        "until": until.isoformat(),
        "by": actor.name,
    }
    source.due_at = now
    source.save(update_fields=["tls", "due_at"])
    told = {name: source.tls[name] for name in ("fault", "fingerprint", "host", "reason", "until")}
    write("certificate_excused", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, **told)


@act("source.manage")
def end_excuse(actor: Actor, source: Source, *, now: datetime) -> None:
    """Check the certificate again as every other."""
    if not source.tls:
        raise Refusal("There is no exception for the certificate of %(name)s.", name=source.name)
    fingerprint, source.tls = source.tls["fingerprint"], None
    source.due_at = _not_before(source, now)
    source.save(update_fields=["tls", "due_at"])
    write("certificate_excuse_ended", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, fingerprint=fingerprint)


def _not_before(source: Source, at: datetime) -> datetime:
    return max(at, source.held_until or at)


def hold_host(host: str, until: datetime) -> None:
    """A host asked to be left alone: none of its sources is read before."""
    if host:
        at_host = Source.objects.filter(host=host)
        at_host.filter(Q(held_until=None) | Q(held_until__lt=until)).update(held_until=until)
        at_host.filter(due_at__lt=until).update(due_at=until)


def hasten(sources: Collection[int], now: datetime) -> int:
    """Read these sources as often as their limits allow: they tell of something urgent. How many are due sooner than they were."""
    waiting = Source.objects.filter(pk__in=sources, active=True, failures=0, due_at__gt=now).exclude(held_until__gt=now)
    count = 0
    for source in waiting.only("pk", "fetched_at", "interval", "due_at"):
        due = max(now, (source.fetched_at or now) + timedelta(minutes=source.interval))
        # what was put off by a jitter of minutes is not sooner
        if due + timedelta(minutes=source.interval) * 0.2 < source.due_at:
            count += Source.objects.filter(pk=source.pk).update(due_at=due)
    return count


def note_gone(source: Source, *, now: datetime) -> None:
    """A server said that a source is gone for good (410): it is paused until somebody looks."""
    source.active, source.gone_at = False, now
    with transaction.atomic():
        source.save(update_fields=["active", "gone_at"])
        write("source_gone", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", name=source.name, url=source.url)


def follow(source: Source, url: str, *, now: datetime) -> bool:
    """Read a source at the address to which it has moved. False where another source is there already."""
    if Source.objects.filter(url=url).exclude(pk=source.pk).exists():
        return False
    before, source.url, source.host = source.url, url, host_of(url)[:255]
    source.moved_to, source.moved_times, source.moved_since = "", 0, None
    with transaction.atomic():
        source.save(update_fields=["url", "host", "moved_to", "moved_times", "moved_since"])
        write("source_moved", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", name=source.name, before=before, after=url)
    return True
