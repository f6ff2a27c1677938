"""The rota, swaps, the shift log and the handover of the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import handover as desk_acts
from huiying.actions import shift as acts
from huiying.api.bodies import Reason
from huiying.api.duty_shapes import DeskOut, HandoverOut, NoteBody, RemarkBody, ShiftBody, ShiftNoteOut, ShiftOut, SwapBody, SwapOut
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none, listing
from huiying.api.schemas import PAGE, After, Id, Limit, Listing
from huiying.store import models
from huiying.store.duty import on_now, responsible, waiting

router = Router(tags=["duty"])


@reads(router, "/duty", "desk.view", response=DeskOut)
def read_duty(request: HttpRequest) -> Any:
    """Who holds the desk and who is on duty now."""
    holder, waits = responsible(), waiting()
    return {"responsible": holder.pk if holder else None, "on": on_now(clock.now()), "handover": waits.pk if waits else None}


@reads(router, "/shifts", "desk.view", response=Listing[ShiftOut])
def list_shifts(request: HttpRequest, over: bool = False, after: After = 0, limit: Limit = PAGE) -> Any:
    """The shifts of the rota that are not over, or all."""
    rows = models.Shift.objects.all() if over else models.Shift.objects.filter(cancelled_at=None, ends_at__gt=clock.now())
    return listing(rows, after, limit)


@does(router, "/shifts", acts.add_shift, response={201: list[ShiftOut]})
def add_shift(request: HttpRequest, body: ShiftBody) -> Any:
    """Put a shift on the rota, and again on following days."""
    given = {**body.model_dump(), "member": find(models.Member, body.member)}
    return acts.add_shift(request.auth, **given, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/shifts/{id}/cancel", acts.cancel_shift, response=ShiftOut)
def cancel_shift(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Take a shift off the rota; one that has begun ends now."""
    shift = find(models.Shift, id)
    acts.cancel_shift(request.auth, shift, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return shift


@reads(router, "/swaps", "desk.view", response=Listing[SwapOut])
def list_swaps(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Every swap that was asked for, and its answer."""
    return listing(models.Swap.objects.all(), after, limit)


@does(router, "/shifts/{id}/swap", acts.ask_swap, response={201: SwapOut})
def ask_swap(request: HttpRequest, id: Id, body: SwapBody) -> Any:
    """Ask a colleague to take one's shift; nothing changes until they agree."""
    shift, asked, back = find(models.Shift, id), find(models.Member, body.asked), find_or_none(models.Shift, body.back)
    return acts.ask_swap(request.auth, shift, asked=asked, back=back, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/swaps/{id}/agree", acts.agree_swap, response=SwapOut)
def agree_swap(request: HttpRequest, id: Id) -> Any:
    """Agree to a swap one was asked for; the rota changes at once."""
    swap = find(models.Swap, id)
    acts.agree_swap(request.auth, swap, now=clock.now())  # type: ignore[attr-defined]
    return swap


@does(router, "/swaps/{id}/refuse", acts.refuse_swap, response=SwapOut)
def refuse_swap(request: HttpRequest, id: Id) -> Any:
    """Do not agree to a swap one was asked for."""
    swap = find(models.Swap, id)
    acts.refuse_swap(request.auth, swap, now=clock.now())  # type: ignore[attr-defined]
    return swap


@does(router, "/swaps/{id}/withdraw", acts.withdraw_swap, response=SwapOut)
def withdraw_swap(request: HttpRequest, id: Id) -> Any:
    """Withdraw what one asked for oneself."""
    swap = find(models.Swap, id)
    acts.withdraw_swap(request.auth, swap, now=clock.now())  # type: ignore[attr-defined]
    return swap


@reads(router, "/log", "desk.view", response=Listing[ShiftNoteOut])
def list_log(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """The shift log, oldest first."""
    return listing(models.ShiftNote.objects.all(), after, limit)


@does(router, "/log", desk_acts.write_log, response={201: ShiftNoteOut})
def write_log(request: HttpRequest, body: NoteBody) -> Any:
    """Write in the shift log; a later entry may correct an earlier one."""
    corrects = find_or_none(models.ShiftNote, body.corrects)
    return desk_acts.write_log(request.auth, text=body.text, corrects=corrects, now=clock.now())  # type: ignore[attr-defined]


@reads(router, "/handovers", "desk.view", response=Listing[HandoverOut])
def list_handovers(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Every handover of the desk with what was open."""
    return listing(models.Handover.objects.all(), after, limit)


@does(router, "/handovers", desk_acts.hand_over, response={201: HandoverOut})
def hand_over(request: HttpRequest, body: RemarkBody) -> Any:
    """Lay the desk out for the next officer; whoever holds it stays responsible until it is taken."""
    return desk_acts.hand_over(request.auth, remark=body.remark, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/handovers/{id}/take", desk_acts.take_over, response=HandoverOut)
def take_over(request: HttpRequest, id: Id) -> Any:
    """Take the desk over."""
    row = find(models.Handover, id)
    desk_acts.take_over(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/handovers/{id}/withdraw", desk_acts.withdraw_handover, response=HandoverOut)
def withdraw_handover(request: HttpRequest, id: Id) -> Any:
    """Withdraw a handover that nobody has taken."""
    row = find(models.Handover, id)
    desk_acts.withdraw_handover(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/duty/take", desk_acts.take_desk, response={201: HandoverOut})
def take_desk(request: HttpRequest) -> Any:
    """Take a desk that nobody holds."""
    return desk_acts.take_desk(request.auth, now=clock.now())  # type: ignore[attr-defined]
