"""The register of programs that are told what happens at the desk, and what became of telling them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import QuerySet

from huiying.actions.account import reason_of
from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import act, write
from huiying.core.clean.urls import canonical
from huiying.core.record import EVENTS
from huiying.core.types import ActorKind, Refusal
from huiying.core.warn.dispatch import next_try
from huiying.store.models import Entry, Receiver

LONGEST = 500


@act("receiver.manage")
def add_receiver(actor: Actor, *, name: str, url: str, events: Sequence[str] = (), allow_private: bool = False, now: datetime) -> Receiver:
    """Put one on the register: it is told of every entry of these types from now on, none named: of all.

    `allow_private` lets it stand in the body's own network, and be reached without TLS: the operator alone may say so.
    """
    if allow_private and actor.kind is not ActorKind.OPERATOR:
        raise Refusal("Only the operator of the machine lets a program in the body's own network be told.")
    name, url = name.strip(), url.strip()
    if not name or len(name) > 100:
        raise Refusal("A receiver needs a name of 1 to 100 characters.")
    if Receiver.objects.filter(name=name).exists():
        raise Refusal("%(name)s is on the register of receivers already.", name=name)
    parts = urlsplit(url) if canonical(url) and len(url) <= LONGEST else None
    if parts is None or parts.username or parts.password or parts.fragment:
        raise Refusal("A receiver needs a web address of at most %(most)d characters, without a password and without #.", most=LONGEST)
    if parts.scheme != "https" and not allow_private:
        raise Refusal(
            "What leaves the house goes over https://. An address of the body's own network may do without, which only the operator of "
            "the machine can say: huiying receiver add --allow-private."
        )
    for event in events:
        if event not in EVENTS:
            raise Refusal("%(name)s is no type of entry of the record; they stand in the reference.", name=event)
    wanted = sorted(set(events))
    row = Receiver.objects.create(name=name, url=url, events=wanted, allow_private=allow_private, mark=0, due_at=now, added_at=now)
    row.mark = _write("receiver_added", row, actor, now, host=parts.netloc, events=wanted, allow_private=allow_private)
    row.save(update_fields=["mark"])
    return row


@act("receiver.manage")
def set_receiver_active(actor: Actor, row: Receiver, *, active: bool, now: datetime) -> None:
    """Pause one, or go on where it stopped: what happened meanwhile is told then."""
    row.active, row.tries, row.due_at, row.trouble = active, 0, now, ""
    row.save(update_fields=["active", "tries", "due_at", "trouble"])
    _write("receiver_changed", row, actor, now, active=active)


@act("receiver.manage")
def renew_key(actor: Actor, row: Receiver, *, now: datetime) -> None:
    """Sign with a new key from now on; the old one is worth nothing."""
    row.turn += 1
    row.save(update_fields=["turn"])
    _write("receiver_changed", row, actor, now, key="renewed")


@act("receiver.manage")
def ask_test(actor: Actor, row: Receiver, *, now: datetime) -> None:
    """Have the worker send a request that tells nothing, to see whether it arrives; a paused receiver is sent it too."""
    if row.test_asked_at is not None:
        raise Refusal("A test of this receiver is on its way already. The worker sends it within a minute.")
    row.test_asked_at = now
    row.save(update_fields=["test_asked_at"])
    _write("receiver_tested", row, actor, now)


@act("receiver.manage")
def remove_receiver(actor: Actor, row: Receiver, *, reason: str, now: datetime) -> None:
    """Tell it nothing any more and forget its address; what was told stays on the record. Its number and its key never come again."""
    _write("receiver_removed", row, actor, now, reason=reason_of(reason), mark=row.mark)
    row.delete()


def tested(row: Receiver, trouble: str, *, now: datetime) -> None:
    """A test was sent: taken where `trouble` is empty. It says nothing of what the record owes."""
    Receiver.objects.filter(pk=row.pk).update(test_asked_at=None, tested_at=now, test_trouble=trouble[:200])


def owed(row: Receiver) -> QuerySet[Entry]:
    """The entries of which it is still to be told, in order."""
    entries = Entry.objects.filter(id__gt=row.mark).order_by("id")
    return entries.filter(type__in=row.events) if row.events else entries


def following(row: Receiver) -> Entry | None:
    """The entry of which it is to be told next; None where it knows all it wants."""
    return owed(row).first()


def taken(row: Receiver, entry: Entry, *, now: datetime) -> None:
    """It took this one. Where it was paused meanwhile only its mark moves."""
    Receiver.objects.filter(pk=row.pk).update(mark=entry.id, tries=0, due_at=now, sent_at=now, trouble="")


def not_taken(row: Receiver, trouble: str, *, gone: bool = False, now: datetime) -> None:
    """It did not take it. After ten tries, or when it says that it is gone for good, it is paused, which is an entry; nothing is lost."""
    with transaction.atomic():
        found = Receiver.objects.filter(pk=row.pk, active=True).first()
        if found is None:
            return
        row = found
        row.tries, row.trouble = row.tries + 1, trouble[:200]
        again = None if gone else next_try(now, row.tries)
        row.active, row.due_at = again is not None, again or now
        row.save(update_fields=["active", "tries", "due_at", "trouble"])
        if again is None:
            _write("receiver_stopped", row, TIMER, now, trouble=row.trouble, tries=row.tries)


def _write(type: str, row: Receiver, actor: Actor, now: datetime, **data: object) -> int:
    return write(type, actor=actor, now=now, subject=f"receiver:{row.pk}", name=row.name, **data).id
