"""The rota: shifts put on it and taken off, and swapped when both persons agree."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case import rota
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store.duty import shift_of
from huiying.store.models import Member, Shift, Swap

MOST_AHEAD = 2000
MOST_ROWS, MOST_BYTES = 500, 65_536
LONGEST_REASON = 500


@act("duty.manage")
def add_shift(
    actor: Actor, *, member: Member, role: str, starts_at: datetime | None, ends_at: datetime | None, repeat: int = 0, now: datetime
) -> list[Shift]:
    """Put a member on duty, and again at the same time on so many following days."""
    if starts_at is None or ends_at is None:
        raise Refusal("A shift needs when it begins and when it ends.")
    if not 0 <= repeat <= 31:
        raise Refusal("A shift is repeated on at most 31 following days.")
    return [_add(actor, member, role, starts_at + timedelta(days=days), ends_at + timedelta(days=days), now) for days in range(repeat + 1)]


@act("duty.manage")
def import_shifts(actor: Actor, *, table: str, read: Callable[[str], datetime | None], now: datetime) -> list[Shift]:
    """Shifts from a table with the columns account, role, begin, end. All of it or nothing. `read` reads a time of the desk's zone."""
    if len(table.encode("utf-8", "surrogateescape")) > MOST_BYTES:
        raise Refusal("The table is too long: at most %(most)d bytes.", most=MOST_BYTES)
    text = table.lstrip("\ufeff").strip("\r\n").replace("\0", "")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter="\t" if "\t" in text else ",") if any(cell.strip() for cell in row)]
    if rows and rows[0][0].strip().casefold() in ("account", "账号", "帐号"):
        rows = rows[1:]
    if not rows or len(rows) > MOST_ROWS:
        raise Refusal("A rota has 1 to %(most)d lines.", most=MOST_ROWS)
    made = []
    for number, row in enumerate(rows, 1):
        try:
            if len(row) < 4:
                raise Refusal("A line needs an account, a role, when the shift begins and when it ends.")
            username, role, begin, end = (cell.strip() for cell in row[:4])
            member, starts_at, ends_at = Member.objects.filter(username=username).first(), read(begin), read(end)
            if member is None:
                raise Refusal("There is no account named %(name)s.", name=username)
            if starts_at is None or ends_at is None:
                raise Refusal("A shift needs when it begins and when it ends.")
            made.append(_add(actor, member, role, starts_at, ends_at, now))
        except Refusal as refused:
            raise Refusal("Line %(line)d of the table: %(why)s", line=number, why=refused) from refused
    return made


def _add(actor: Actor, member: Member, role: str, starts_at: datetime, ends_at: datetime, now: datetime) -> Shift:
    if role not in set(rota.ROLES):
        raise Refusal("%(role)s cannot stand on a rota; these can: %(roles)s.", role=role, roles=", ".join(rota.ROLES))
    if not member.is_active or Role(role) not in member.role_set:
        raise Refusal("%(name)s does not have this role: %(role)s.", name=member.name, role=role)
    rota.check(starts_at, ends_at, now)
    if Shift.objects.filter(cancelled_at=None, ends_at__gt=now).count() >= MOST_AHEAD:
        raise Refusal("The rota holds at most %(most)d shifts ahead.", most=MOST_AHEAD)
    row = Shift(role=role, member=member, starts_at=starts_at, ends_at=ends_at, made_at=now)
    _free(row)
    row.save()
    write("shift_added", actor=actor, now=now, subject=f"shift:{row.pk}", **_facts(row))
    return row


@act("duty.manage")
def cancel_shift(actor: Actor, shift: Shift, *, reason: str, now: datetime) -> None:
    """Take a shift off the rota. One that has begun ends now, so that what was stays true."""
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refusal("This needs a reason: it is kept on the record. Write one and try again.")
    if shift.cancelled_at is not None or shift.ends_at <= now:
        raise Refusal("This shift is over or was taken off the rota already.")
    shift.reason = reason
    if shift.starts_at < now:
        shift.ends_at = now
    else:
        shift.cancelled_at = now
    shift.save()
    _lapse(shift, now)
    write("shift_cancelled", actor=actor, now=now, subject=f"shift:{shift.pk}", reason=reason, **_facts(shift))


@act("duty.swap")
def ask_swap(actor: Actor, shift: Shift, *, asked: Member, back: Shift | None = None, now: datetime) -> Swap:
    """Ask a colleague to take one's shift, perhaps in exchange for one of theirs. The rota stays as it is until they agree."""
    me = member_of(actor)
    if shift.member_id != me.pk:
        raise Refusal("This shift is not yours; only whoever has it can ask for a swap.")
    if asked.pk == me.pk:
        raise Refusal("Ask somebody else than yourself.")
    if back is not None and back.member_id != asked.pk:
        raise Refusal("The shift wanted in exchange is not that colleague's.")
    for one in (shift, back):
        if one is not None and (one.cancelled_at is not None or one.starts_at <= now):
            raise Refusal("A shift that has begun or was taken off the rota cannot be swapped. Hand the desk over instead.")
    if Swap.objects.filter(shift=shift, state="asked").exists():
        raise Refusal("Somebody was asked about this shift already. Withdraw that first.")
    _fits(shift, asked, back)
    if back is not None:
        _fits(back, me, shift)
    row = Swap.objects.create(shift=shift, back=back, asked_by=me, asked=asked, asked_at=now)
    write("swap_asked", actor=actor, now=now, subject=f"shift:{shift.pk}", **_swap(row))
    return row


@act("duty.swap")
def agree_swap(actor: Actor, swap: Swap, *, now: datetime) -> None:
    """The colleague agrees, and the rota changes at once."""
    _asked(actor, swap)
    shift, back = swap.shift, swap.back
    for row, giver in ((shift, swap.asked_by_id), (back, swap.asked_id)):
        if row is not None and (row.cancelled_at is not None or row.starts_at <= now or row.member_id != giver):
            raise Refusal("The rota has changed since this was asked. Ask again.")
    _fits(shift, swap.asked, back)
    if back is not None:
        _fits(back, swap.asked_by, shift)
        back.member = swap.asked_by
        back.save()
    shift.member = swap.asked
    shift.save()
    _end(swap, "agreed", now)
    for row in filter(None, (shift, back)):
        _lapse(row, now)
    write("swap_agreed", actor=actor, now=now, subject=f"shift:{shift.pk}", **_swap(swap))


@act("duty.swap")
def refuse_swap(actor: Actor, swap: Swap, *, now: datetime) -> None:
    """The colleague does not agree; no reason is asked for."""
    _asked(actor, swap)
    _end(swap, "refused", now)
    write("swap_refused", actor=actor, now=now, subject=f"shift:{swap.shift_id}", **_swap(swap))


@act("duty.swap")
def withdraw_swap(actor: Actor, swap: Swap, *, now: datetime) -> None:
    """Whoever asked takes it back."""
    if swap.state != "asked" or swap.asked_by_id != member_of(actor).pk:
        raise Refusal("Only whoever asked can withdraw it, while it waits for an answer.")
    _end(swap, "withdrawn", now)
    write("swap_withdrawn", actor=actor, now=now, subject=f"shift:{swap.shift_id}", **_swap(swap))


def _asked(actor: Actor, swap: Swap) -> None:
    if swap.state != "asked" or swap.asked_id != member_of(actor).pk:
        raise Refusal("Only the colleague who was asked can answer, and only once.")


def _fits(shift: Shift, member: Member, given: Shift | None) -> None:
    """Whether a member can take a shift, where they give another away."""
    if not member.is_active or Role(shift.role) not in member.role_set:
        raise Refusal("%(name)s does not have this role: %(role)s.", name=member.name, role=shift.role)
    wanted = Shift(pk=shift.pk, role=shift.role, member=member, starts_at=shift.starts_at, ends_at=shift.ends_at)
    _free(wanted, given.pk if given else None)


def _free(row: Shift, given: int | None = None) -> None:
    near = Shift.objects.filter(cancelled_at=None, member=row.member, role=row.role, starts_at__lt=row.ends_at, ends_at__gt=row.starts_at)
    wanted = rota.Shift(id=row.pk or 0, role=row.role, member=row.member_id, starts_at=row.starts_at, ends_at=row.ends_at)
    near = near if given is None else near.exclude(pk=given)
    if rota.clash((shift_of(one) for one in near), wanted) is not None:
        raise Refusal("%(name)s is on duty in this role at that time already.", name=row.member.name)


def _end(swap: Swap, state: str, now: datetime) -> None:
    swap.state, swap.answered_at = state, now
    swap.save()


def _lapse(shift: Shift, now: datetime) -> None:
    for swap in Swap.objects.filter(state="asked").filter(shift=shift) | Swap.objects.filter(state="asked", back=shift):
        _end(swap, "lapsed", now)
        write("swap_withdrawn", actor=TIMER, now=now, subject=f"shift:{swap.shift_id}", lapsed=True, **_swap(swap))


def _facts(row: Shift) -> dict[str, object]:
    times = {"starts_at": row.starts_at.isoformat(), "ends_at": row.ends_at.isoformat()}
    return {"shift": row.pk, "role": row.role, "member": row.member.username, **times}


def _swap(row: Swap) -> dict[str, object]:
    return {"swap": row.pk, "shift": row.shift_id, "back": row.back_id, "asked": row.asked.username, "asked_by": row.asked_by.username}
