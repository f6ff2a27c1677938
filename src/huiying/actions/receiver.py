"""The register of programs that are told what happens at the desk, and what became of telling them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import act, write
from huiying.core.clean.urls import canonical
from huiying.core.record import EVENTS
from huiying.core.types import Refusal
from huiying.core.warn.dispatch import next_try
from huiying.store.models import Entry, Receiver

LONGEST = 500


@act("user.manage")
def add_receiver(actor: Actor, *, name: str, url: str, events: Sequence[str] = (), allow_private: bool = False, now: datetime) -> Receiver:
    """Put one on the register: it is told of every entry of these types from now on, none named: of all.

    `allow_private` lets it stand in the body's own network, and be reached without TLS.
    """
    name, url = name.strip(), url.strip()
    if not name or len(name) > 100:
        raise Refusal("A receiver needs a name of 1 to 100 characters.")
    if Receiver.objects.filter(name=name).exists():
        raise Refusal("%(name)s is on the register of receivers already.", name=name)
    parts = urlsplit(url) if canonical(url) and len(url) <= LONGEST else None
    if parts is None or parts.username or parts.password or parts.fragment:
        raise Refusal("A receiver needs a web address of at most %(most)d characters, without a password and without #.", most=LONGEST)
    if parts.scheme != "https" and not allow_private:
        raise Refusal("What leaves the house goes over https://. An address of the body's own network may do without: add --allow-private.")
    for event in events:
        if event not in EVENTS:
            raise Refusal("%(name)s is no type of entry of the record; they stand in the reference.", name=event)
    wanted = sorted(set(events))
    row = Receiver.objects.create(name=name, url=url, events=wanted, allow_private=allow_private, mark=0, due_at=now, added_at=now)
    row.mark = _write("receiver_added", row, actor, now, host=parts.netloc, events=wanted, allow_private=allow_private)
    row.save(update_fields=["mark"])
    return row


@act("user.manage")
def set_receiver_active(actor: Actor, row: Receiver, *, active: bool, now: datetime) -> None:
    """Pause one, or go on where it stopped: what happened meanwhile is told then."""
    row.active, row.tries, row.due_at, row.trouble = active, 0, now, ""
    row.save(update_fields=["active", "tries", "due_at", "trouble"])
    _write("receiver_changed", row, actor, now, active=active)


@act("user.manage")
def renew_key(actor: Actor, row: Receiver, *, now: datetime) -> None:
    """Sign with a new key from now on; the old one is worth nothing."""
    row.turn += 1
    row.save(update_fields=["turn"])
    _write("receiver_changed", row, actor, now, key="renewed")


def following(row: Receiver) -> Entry | None:
    """The entry of which it is to be told next; None where it knows all it wants."""
    entries = Entry.objects.filter(id__gt=row.mark).order_by("id")
    return (entries.filter(type__in=row.events) if row.events else entries).first()


def taken(row: Receiver, entry: Entry, *, now: datetime) -> None:
    """It took this one. Where it was paused meanwhile only its mark moves."""
    Receiver.objects.filter(pk=row.pk).update(mark=entry.id, tries=0, due_at=now, sent_at=now, trouble="")


def not_taken(row: Receiver, trouble: str, *, gone: bool = False, now: datetime) -> None:
    """It did not take it. After ten tries, or when it says that it is gone for good, it is paused, which is an entry; nothing is lost."""
    with transaction.atomic():
        row = Receiver.objects.get(pk=row.pk)
        if not row.active:
            return
        row.tries, row.trouble = row.tries + 1, trouble[:200]
        again = None if gone else next_try(now, row.tries)
        row.active, row.due_at = again is not None, again or now
        row.save(update_fields=["active", "tries", "due_at", "trouble"])
        if again is None:
            _write("receiver_stopped", row, TIMER, now, trouble=row.trouble, tries=row.tries)


def _write(type: str, row: Receiver, actor: Actor, now: datetime, **data: object) -> int:
    return write(type, actor=actor, now=now, subject=f"receiver:{row.pk}", name=row.name, **data).id
