"""Who is on duty: the rota with its gaps and overlaps, and swaps by consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import shift as acts
from huiying.core.case import rota
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store.duty import on_now, responsible, shift_of, shifts, waiting
from huiying.store.models import Handover, Member, Shift, Swap
from huiying.web import words
from huiying.web.acting import acting, with_reason
from huiying.web.forms import Act, Field, Offers, Tried, read_number, reason
from huiying.web.permission import needs
from huiying.web.rota_calendar import own_shifts
from huiying.web.rota_chart import week
from huiying.web.shown import SECRET
from huiying.web.templatetags.desk import person
from huiying.web.zone import desk_zone, read_local, write_local

ALWAYS = (Role.DUTY, Role.DUTY_LEAD)
CHOICE = 60
FARTHEST = 520  # weeks


@dataclass(frozen=True)
class Row:
    """One shift of the table, with the acts that the reader has."""

    row: Shift
    on: bool
    mine: bool
    swap: Swap | None
    offers: Offers


@dataclass(frozen=True)
class Asked:
    """A swap that waits for an answer, with the acts of whoever may answer or withdraw it."""

    row: Swap
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Desk:
    """Who holds the desk, who is on, and what the board must say about it."""

    responsible: Member | None
    on: Sequence[Shift]
    waiting: Handover | None
    gap: bool
    beside: bool


def desk_now(now: datetime) -> Desk:
    """The desk as the board and the page of the rota show it."""
    on, holder = on_now(now), responsible()
    officers = [row.member_id for row in on if row.role == Role.DUTY]
    known = Shift.objects.filter(cancelled_at=None, role=Role.DUTY.value, ends_at__gt=now - timedelta(days=7)).exists()
    beside = bool(holder and officers and holder.pk not in officers)
    return Desk(holder, on, waiting(), known and not officers, beside)


@needs("desk.view")
def own_calendar(request: HttpRequest) -> HttpResponse:
    """One's own shifts as a file for a calendar program; whoever asks is signed in, so that no address is a secret."""
    assert isinstance(request.user, Member)
    made = own_shifts(request.user, clock.now(), url=request.build_absolute_uri(reverse("duty")))
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="duty.ics"'
    answer["Cache-Control"] = SECRET
    return answer


@needs("desk.view")
def duty(request: HttpRequest) -> HttpResponse:
    """The rota of a week and who is on now."""
    return page(request)


def page(
    request: HttpRequest, row: Shift | Swap | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The rota, with what was typed where an act was refused."""
    member: Member = request.user  # type: ignore[assignment]
    now, zone = clock.now(), desk_zone()
    step = _weeks(request)
    start = monday(now, zone, step)
    end = (start.astimezone(zone) + timedelta(days=7)).astimezone(UTC)
    rows = shifts(start, end)
    cores = [shift_of(one) for one in rows]
    roles = list(dict.fromkeys([*ALWAYS, *(Role(one.role) for one in rows)]))
    open_swaps = {swap.shift_id: swap for swap in Swap.objects.filter(state="asked").select_related("asked", "asked_by")}
    holes = [(role, one) for role in roles for one in rota.gaps(cores, role, max(start, min(now, end)), end)] if cores else []
    both = [(role, one) for role in roles for one in rota.overlaps(cores, role, start, end)]
    context = {
        "desk": desk_now(now),
        "picture": week(rows, cores, roles, start, now, zone),
        "rows": [_shift(one, open_swaps.get(one.pk), member, now, tried) for one in rows],
        "holes": [(role, one) for role, one in holes if one.ends_at > one.starts_at],
        "both": both,
        "step": step,
        "start": start,
        "last": end - timedelta(seconds=1),
        "asked": _swaps(member),
        "offers": _planning(member, now, zone, tried),
        "refusal": refusal,
    }
    return render(request, "desk/duty.html", context, status=status)


def monday(now: datetime, zone: ZoneInfo, weeks: int = 0) -> datetime:
    """The midnight at which the week of `now` began, and that many weeks on, as aware UTC."""
    local = now.astimezone(zone).date()
    day = local - timedelta(days=local.weekday()) + timedelta(weeks=weeks)
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def _weeks(request: HttpRequest) -> int:
    text = request.GET.get("week", "0")
    plain = text.removeprefix("-")
    return max(-FARTHEST, min(FARTHEST, int(text))) if plain.isascii() and plain.isdigit() and len(plain) < 4 else 0


def _shift(row: Shift, swap: Swap | None, member: Member, now: datetime, tried: Tried | None) -> Row:
    offers, mine, ahead = Offers(tried), row.member_id == member.pk, row.starts_at > now
    if mine and ahead and swap is None and member.may("duty.swap"):
        others = Member.objects.filter(is_active=True).exclude(pk=member.pk).order_by("name")
        asked = tuple((str(one.pk), person(one.name)) for one in others if Role(row.role) in one.role_set)[:CHOICE]
        near = Shift.objects.filter(cancelled_at=None, starts_at__gt=now, role=row.role).exclude(member=member).select_related("member")
        back = tuple((str(one.pk), f"{person(one.member.name)} {_span(one)}") for one in near.order_by("starts_at")[:CHOICE])
        if asked:
            offers.act(
                reverse("shift_swap", args=[row.pk]),
                _("Ask a colleague to take it"),
                Field("asked", _("Colleague"), "select", options=asked),
                Field("back", _("In exchange for"), "select", "", (("", _("nothing")), *back), required=False),
                note=_("The rota changes when your colleague agrees."),
                button=_("Ask"),
            )
    if member.may("duty.manage") and row.ends_at > now:
        offers.act(reverse("shift_cancel", args=[row.pk]), _("Take it off the rota"), reason(), style="grave")
    return Row(row, row.starts_at <= now < row.ends_at, mine, swap, offers)


def _span(row: Shift) -> str:
    zone = desk_zone()
    return f"{row.starts_at.astimezone(zone):%m-%d %H:%M} – {row.ends_at.astimezone(zone):%m-%d %H:%M}"


def _swaps(member: Member) -> list[Asked]:
    rows = Swap.objects.filter(state="asked").filter(Q(asked=member) | Q(asked_by=member))
    found = []
    for row in rows.select_related("shift", "back", "asked", "asked_by").order_by("id")[:CHOICE]:
        if row.asked_id == member.pk:
            acts_: tuple[Act, ...] = (
                Act(reverse("swap_agree", args=[row.pk]), _("Agree: the rota changes"), style=""),
                Act(reverse("swap_refuse", args=[row.pk]), _("Do not agree")),
            )
        else:
            acts_ = (Act(reverse("swap_withdraw", args=[row.pk]), _("Withdraw the request")),)
        found.append(Asked(row, acts_))
    return found


def _planning(member: Member, now: datetime, zone: ZoneInfo, tried: Tried | None) -> Offers:
    offers = Offers(tried)
    if not member.may("duty.manage"):
        return offers
    people = Member.objects.filter(is_active=True).order_by("name")
    begin = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    roles = tuple((role.value, words.word(words.ROLES, role.value)) for role in rota.ROLES)
    offers.act(
        reverse("shift_add"),
        _("Put a shift on the rota"),
        Field("member", _("Who"), "select", "", tuple((str(one.pk), person(one.name)) for one in people if _can(one))),
        Field("role", _("As"), "select", Role.DUTY.value, roles),
        Field("starts_at", _("From"), "time", write_local(begin, zone)),
        Field("ends_at", _("Until"), "time", write_local(begin + timedelta(hours=8), zone)),
        Field("repeat", _("And on so many following days"), "number", "0", help=_("0 to 31")),
        button=_("Put it on the rota"),
        style="",
    )
    offers.act(
        reverse("shift_import"),
        _("Read a rota from a table"),
        Field(
            "table",
            _("Table"),
            "code",
            help=_("One shift a line: account, role, begin, end. Like: zhang,duty,2026-12-01 08:00,2026-12-01 20:00"),
        ),
        button=_("Put them on the rota"),
    )
    return offers


def _can(member: Member) -> bool:
    return not member.role_set.isdisjoint(rota.ROLES)


def _at_duty(_row: object, _result: object) -> str:
    return reverse("duty")


def read_row(typed: QueryDict, name: str, model: type[Member] | type[Shift], refused: str) -> Member | Shift | None:
    """A row that was chosen in a select; None where none was."""
    text = typed.get(name, "")
    if not text:
        return None
    found = model._default_manager.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 10 else None
    if found is None:
        raise Refusal(refused)
    return found


def _must_member(typed: QueryDict, name: str) -> Member:
    found = read_row(typed, name, Member, words.N("The person who was chosen does not exist. Choose another."))
    if found is None:
        raise Refusal("Choose a person.")
    return found  # type: ignore[return-value]


def _read_shift(typed: QueryDict) -> dict[str, object]:
    zone = desk_zone()
    return {
        "member": _must_member(typed, "member"),
        "role": typed.get("role", ""),
        "starts_at": read_local(typed.get("starts_at", ""), zone),
        "ends_at": read_local(typed.get("ends_at", ""), zone),
        "repeat": read_number(typed, "repeat", words.N("And on so many following days")) if typed.get("repeat") else 0,
    }


def _read_table(typed: QueryDict) -> dict[str, object]:
    zone = desk_zone()
    return {"table": typed.get("table", ""), "read": lambda text: read_local(text, zone)}


def _read_swap(typed: QueryDict) -> dict[str, object]:
    back = read_row(typed, "back", Shift, words.N("The shift that was chosen does not exist. Choose another."))
    return {"asked": _must_member(typed, "asked"), "back": back}


add_shift = acting(acts.add_shift, None, page=page, address=_at_duty, read=_read_shift, done=words.N("It stands on the rota."))
import_shifts = acting(acts.import_shifts, None, page=page, address=_at_duty, read=_read_table, done=words.N("They stand on the rota."))
cancel_shift = acting(acts.cancel_shift, Shift, page=page, address=_at_duty, read=with_reason, done=words.N("It is off the rota."))
ask_swap = acting(
    acts.ask_swap,
    Shift,
    page=page,
    address=_at_duty,
    read=_read_swap,
    done=words.N("Your colleague is asked. The rota stays as it is until they agree."),
)
agree_swap = acting(acts.agree_swap, Swap, page=page, address=_at_duty, done=words.N("You agreed, and the rota is changed."))
refuse_swap = acting(acts.refuse_swap, Swap, page=page, address=_at_duty, done=words.N("The rota stays as it is."))
withdraw_swap = acting(acts.withdraw_swap, Swap, page=page, address=_at_duty, done=words.N("The request is withdrawn."))
