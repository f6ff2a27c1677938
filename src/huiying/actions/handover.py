"""The shift log, and the desk going from one officer to the next: written, taken over, on the record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.types import Refusal
from huiying.store.duty import responsible, waiting
from huiying.store.models import Entry, Handover, Member, ReadMark, ShiftNote
from huiying.store.open_things import open_things

LONGEST_NOTE, LONGEST_REMARK = 1000, 4000


@act("duty.log")
def write_log(actor: Actor, *, text: str, corrects: ShiftNote | None = None, now: datetime) -> ShiftNote:
    """A short entry of the shift log. It is never changed; a further entry may correct it. It is the desk's, not about a person."""
    text = text.strip()
    if not text or len(text) > LONGEST_NOTE:
        raise Refusal("An entry of the shift log has 1 to %(most)d characters.", most=LONGEST_NOTE)
    if corrects is not None and corrects.corrections.exists():
        raise Refusal("This entry was corrected already. Correct the later one.")
    row = ShiftNote.objects.create(at=now, by=member_of(actor), text=text, corrects=corrects)
    write("log_written", actor=actor, now=now, subject=f"log:{row.pk}", text=text, corrects=corrects.pk if corrects else None)
    return row


@act("duty.log")
def hand_over(actor: Actor, *, remark: str = "", now: datetime) -> Handover:
    """Lay the desk out for the next officer. Whoever holds it stays responsible until somebody takes it."""
    me, holder = member_of(actor), responsible()
    if holder is not None and holder.pk != me.pk and not me.may("duty.manage"):
        raise Refusal("%(name)s holds the desk. Only whoever holds it, or the duty lead, can hand it over.", name=holder.name)
    if holder is None:
        raise Refusal("Nobody holds the desk yet. Take it first.")
    if waiting() is not None:
        raise Refusal("A handover waits to be taken already. Withdraw it to write another.")
    things = open_things(now)
    row = Handover.objects.create(by=holder, made_at=now, remark=remark.strip()[:LONGEST_REMARK], open_things=things)
    counts = {kind: sum(thing["kind"] == kind for thing in things) for kind in sorted({thing["kind"] for thing in things})}
    write("handover_written", actor=actor, now=now, subject=f"handover:{row.pk}", held_by=holder.username, remark=row.remark, open=counts)
    return row


@act("duty.log")
def withdraw_handover(actor: Actor, handover: Handover, *, now: datetime) -> None:
    """Take it back while nobody has taken the desk over."""
    me = member_of(actor)
    if not handover.waits:
        raise Refusal("This handover is over already.")
    if handover.by_id != me.pk and not me.may("duty.manage"):
        raise Refusal("Only whoever holds the desk, or the duty lead, can withdraw the handover.")
    handover.waits, handover.withdrawn_at = False, now
    handover.save()
    write("handover_withdrawn", actor=actor, now=now, subject=f"handover:{handover.pk}")


@act("duty.log")
def take_over(actor: Actor, handover: Handover, *, now: datetime) -> None:
    """Take the desk over: what was handed over has been read, and its taker is responsible from now on."""
    me = member_of(actor)
    if not handover.waits:
        raise Refusal("This handover is over already.")
    if handover.by_id == me.pk:
        raise Refusal("Another person takes the desk over. Withdraw the handover to go on yourself.")
    handover.waits, handover.taken_at, handover.taken_by = False, now, me
    handover.save()
    before = handover.by.username if handover.by else ""
    write("handover_taken", actor=actor, now=now, subject=f"handover:{handover.pk}", before=before, responsible=me.username)


@act("duty.log")
def take_desk(actor: Actor, *, now: datetime) -> Handover:
    """Take a desk that nobody holds."""
    me, holder = member_of(actor), responsible()
    if holder is not None:
        raise Refusal("%(name)s holds the desk. It goes on by a handover.", name=holder.name)
    row = Handover.objects.create(made_at=now, taken_at=now, taken_by=me, waits=False)
    write("handover_taken", actor=actor, now=now, subject=f"handover:{row.pk}", before="", responsible=me.username)
    return row


@act("desk.view")
def mark_read(actor: Actor, *, upto: int, now: datetime) -> None:
    """The member has read what happened up to this entry of the record."""
    mark(member_of(actor), now, upto)


def mark(member: Member, now: datetime, upto: int | None = None) -> None:
    """Where a member leaves. One row is overwritten and nothing goes on the record: it is an aid of theirs, no trace of their visits."""
    with transaction.atomic():
        head = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        event = head if upto is None else max(0, min(upto, head))
        ReadMark.objects.update_or_create(member=member, defaults={"event": event, "at": now})
