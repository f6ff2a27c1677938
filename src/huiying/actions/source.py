"""The register of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.db import transaction

from huiying.actions.actor import COLLECTOR, Actor
from huiying.actions.recording import act, write
from huiying.actions.visit import Visit, note_visits
from huiying.core.clean.urls import canonical
from huiying.core.collect import adapters
from huiying.core.collect.adapter import Adapter, Carriage
from huiying.core.collect.moves import host_of
from huiying.core.types import Kind, Refusal
from huiying.store.models import Desk, Source


@dataclass(frozen=True)
class Success:
    """One source that could be read: when it is due next, what to keep of the answer, and how the reading went."""

    source: Source
    due_at: datetime
    changes: dict[str, object]
    visit: Visit | None = None


@act("source.manage")
def add_source(
    actor: Actor,
    *,
    name: str,
    url: str,
    kind: str = "news",
    adapter: str = "feed",
    options: Mapping[str, object] = MappingProxyType({}),
    interval: int = 10,
    slowest: int | None = None,
    zone: str = "",
    allow_private: bool = False,
    now: datetime,
) -> Source:
    """Put a published source on the register; it is due at once. Without `slowest` it may be left alone three times `interval`."""
    name, url = name.strip(), url.strip()
    options = adapters.adapter(adapter).settled(options)
    if not name:
        raise Refusal("A source needs a name under which readers will find it in the register.")
    url = _address(adapters.adapter(adapter), url, name, options)
    if kind not in set(Kind):
        raise Refusal("%(kind)s is not a kind of source; the kinds are %(kinds)s.", kind=kind, kinds=", ".join(Kind))
    slowest = min(3 * interval, 1440) if slowest is None else slowest
    must_be_limits(interval, slowest)
    for taken in Source.objects.filter(name=name) | Source.objects.filter(url=url):
        raise Refusal("%(name)s is on the register already, with the address %(url)s.", name=taken.name, url=taken.url)
    desk = Desk.objects.first()
    zone = zone or (desk.zone if desk else "UTC")
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise Refusal("%(zone)s is not a time zone; write one like Asia/Shanghai.", zone=zone) from error
    row = Source.objects.create(
        name=name,
        url=url,
        kind=kind,
        adapter=adapter,
        options=options,
        interval=interval,
        slowest=slowest,
        host=host_of(url)[:255],
        zone=zone,
        allow_private=allow_private,
        added_at=now,
        due_at=now,
    )
    write(
        "source_added",
        actor=actor,
        now=now,
        subject=f"source:{row.pk}",
        name=name,
        url=url,
        kind=kind,
        adapter=adapter,
        options=options,
        interval=interval,
        slowest=slowest,
        allow_private=allow_private,
    )
    return row


def must_be_limits(interval: int, slowest: int) -> None:
    """Refuse limits between which a source cannot be read."""
    if not 1 <= interval <= 1440:
        raise Refusal("A source is read every 1 to 1440 minutes, not every %(interval)s.", interval=interval)
    if not (interval <= slowest <= 1440 or slowest == 0):
        raise Refusal(
            "The longest time between two readings is %(interval)s to 1440 minutes, not %(slowest)s.", interval=interval, slowest=slowest
        )


def _address(adapter: Adapter, url: str, name: str, options: Mapping[str, object]) -> str:
    """The address under which a source stands in the register: a web address, the mailbox, or a name for what is brought to the desk."""
    if adapter.carriage is Carriage.MAILBOX:
        return f"imaps://{options['host']}/{quote(str(options['user']), safe='')}/{quote(str(options['folder']), safe='')}"
    if adapter.carriage in (Carriage.PUSHED, Carriage.FILE):
        return f"{adapter.name}:{quote(name, safe='')}"
    schemes = ("ws", "wss") if adapter.carriage is Carriage.STREAM else ("http", "https")
    scheme = url.partition("://")[0].lower()
    if scheme not in schemes or not canonical(f"http{url[len(scheme) :]}"):
        if adapter.carriage is Carriage.STREAM:
            raise Refusal("%(url)s is not the address of a stream; write one that begins with wss://.", url=url)
        raise Refusal("%(url)s is not a web address; write one that begins with http:// or https://.", url=url)
    return url


@act("source.manage")
def renew_key(actor: Actor, source: Source, *, now: datetime) -> None:
    """Make a new key for the signed deliveries of a source; the one before it no longer opens anything."""
    if adapters.adapter(source.adapter).carriage is not Carriage.PUSHED:
        raise Refusal("%(name)s takes no deliveries: it is read as %(adapter)s.", name=source.name, adapter=source.adapter)
    source.progress = {**source.progress, "key": int(source.progress.get("key", 0)) + 1}
    source.save(update_fields=["progress"])
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, key=source.progress["key"])


@act("source.manage")
def set_options(actor: Actor, source: Source, *, options: Mapping[str, object], now: datetime) -> None:
    """Change what is set for the way a source is read; what is not named stays."""
    source.options = adapters.adapter(source.adapter).settled({**source.options, **options})
    source.due_at = now
    source.save(update_fields=["options", "due_at"])
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, options=source.options)


@act("source.manage")
def set_source_active(actor: Actor, source: Source, *, active: bool, now: datetime) -> None:
    """Pause or resume a source. It stays on the register."""
    source.active = active
    source.due_at = max(now, source.held_until or now)
    source.gone_at = None
    source.save(update_fields=["active", "due_at", "gone_at"])
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, active=active)


def note_failure(
    source: Source, *, reason: str, template: str, values: dict[str, object], due_at: datetime, now: datetime, visit: Visit | None = None
) -> None:
    """A fetch failed. Only the first failure after a success is an entry of the record; the count is on the source."""
    first = source.failures == 0
    source.fetched_at = now
    source.failures += 1
    source.failing_since = now if first else source.failing_since
    source.trouble = {"reason": reason, "template": template, "values": values}
    source.due_at = due_at
    with transaction.atomic():
        source.save(update_fields=["fetched_at", "failures", "failing_since", "trouble", "due_at"])
        note_visits([(source, visit)] if visit else [], now=now)
        if first:
            write("source_failing", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", name=source.name, reason=reason)


def note_success(source: Source, *, due_at: datetime, now: datetime, changes: dict[str, object], visit: Visit | None = None) -> None:
    """A fetch worked, with or without new items. `changes` are validators, charset and fingerprint to keep."""
    note_successes([Success(source, due_at, changes, visit)], now=now)


def note_successes(rows: Sequence[Success], *, now: datetime) -> None:
    """Fetches worked; those that brought nothing come many at a time, in one transaction."""
    with transaction.atomic():
        for row in rows:
            source, failed = row.source, row.source.failures
            values: dict[str, object] = {"fetched_at": now, "succeeded_at": now, "due_at": row.due_at, **row.changes}
            if failed:
                values |= {"failures": 0, "failing_since": None, "trouble": None}
            for name, value in values.items():
                setattr(source, name, value)
            source.save(update_fields=list(values))
            if failed:
                write("source_recovered", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", name=source.name, failures=failed)
        note_visits([(row.source, row.visit) for row in rows if row.visit], now=now)
