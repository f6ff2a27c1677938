"""What was agreed with the hub of a feed (WebSub): asked for, confirmed, over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from huiying.actions.actor import COLLECTOR, Actor
from huiying.actions.recording import act, write
from huiying.core.clean.urls import canonical
from huiying.core.types import Refusal
from huiying.store.models import Source

LEASE = timedelta(days=7)
LONGEST = timedelta(days=30)
AGAIN = timedelta(hours=6)  # between two tries to reach a hub


def agreed(source: Source) -> dict[str, Any]:
    """hub, topic, until (ISO 8601) and asked (ISO 8601) of a source's subscription; empty where there is none."""
    found: dict[str, Any] = source.progress.get("hub") or {}
    return found


@act("source.manage")
def subscribe(actor: Actor, source: Source, *, hub: str, topic: str, now: datetime) -> None:
    """Take deliveries of a feed from its hub. The worker asks the hub; the feed is still read as before, only less is missed."""
    if source.adapter != "feed":
        raise Refusal("%(name)s is no feed; only a feed has a hub.", name=source.name)
    for address in (hub, topic):
        if not canonical(address):
            raise Refusal("%(url)s is not a web address; write one that begins with http:// or https://.", url=address)
    _keep(source, {"hub": hub, "topic": topic, "until": "", "asked": ""})
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, hub=hub, topic=topic)


@act("source.manage")
def unsubscribe(actor: Actor, source: Source, *, now: datetime) -> None:
    """Take no more deliveries: the callback answers to nobody, and the hub's lease runs out."""
    _keep(source, {})
    write("source_changed", actor=actor, now=now, subject=f"source:{source.pk}", name=source.name, hub="")


def asked(source: Source, *, now: datetime) -> None:
    """The hub was asked just now."""
    with transaction.atomic():
        source.refresh_from_db()
        _keep(source, {**agreed(source), "asked": now.isoformat()})


def confirmed(source: Source, *, seconds: int, now: datetime) -> None:
    """The hub confirmed the subscription for so many seconds."""
    with transaction.atomic():
        source.refresh_from_db()
        first = not agreed(source).get("until")
        until = now + min(timedelta(seconds=seconds), LONGEST)
        _keep(source, {**agreed(source), "until": until.isoformat()})
        if first:
            hub = agreed(source)["hub"]
            write("source_changed", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", name=source.name, subscribed=hub)


def due(source: Source, now: datetime) -> bool:
    """Whether the hub is to be asked: a quarter of the lease before it is over, and not again at once."""
    found = agreed(source)
    if not found:
        return False
    if found["asked"] and now - datetime.fromisoformat(found["asked"]) < AGAIN:
        return False
    return not found["until"] or datetime.fromisoformat(found["until"]) - now < LEASE / 4


def _keep(source: Source, found: dict[str, Any]) -> None:
    source.progress = {**{name: value for name, value in source.progress.items() if name != "hub"}, **({"hub": found} if found else {})}
    source.save(update_fields=["progress"])
