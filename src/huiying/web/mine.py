"""Which cases and warnings are read for what needs one member: all on a small desk, the most urgent and the newest on a large one."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Q, QuerySet

from huiying.core.case.escalation import HIGHER, steps_of
from huiying.core.roles import permissions_of
from huiying.store.models import Case, DutyTimer, Member, Warning
from huiying.store.sight import visible
from huiying.web import owing

CASES = 40
"""So many cases are read with all their parts for one page; reading one costs about a millisecond."""
NEWEST = 12
WARNINGS = 100
_WAITING = ("raised", "escalated", "acknowledged")


class Chosen(NamedTuple):
    """What is read, and whether something else waits that is not."""

    rows: list[int]
    more: bool


def cases(member: Member, live: Collection[str], rows: QuerySet[Case] | None = None, most: int = CASES, *, anybody: bool = False) -> Chosen:
    """Of `rows` (every case, if not given) those that a duty of the member's may wait in; `live` are the states of a case that is open.

    No more than `most`. Where there are more: those whose timers end first, of duties that are the member's or have passed up to them
    (with `anybody`: of any duties), then the newest open ones.
    """
    seen = visible(member, Case.objects.all() if rows is None else rows)
    found = list(seen.filter(owing.live(live)).order_by("-pk").values_list("pk", flat=True)[: most + 1])
    if len(found) <= most:
        return Chosen(found, False)
    chosen = dict.fromkeys(_urgent(Q() if anybody else _own(member), seen, most - min(NEWEST, most // 3)))
    for pk in found:
        if len(chosen) >= most:
            break
        chosen.setdefault(pk)
    return Chosen(list(chosen), True)


def _own(member: Member) -> Q:
    """The timers whose duties fall to the member, or have passed up to them."""
    own = Q(permission__in=[*permissions_of(member.role_set)]) & (Q(department=None) | Q(department=member.department_id))
    for told, role in HIGHER.items():
        if role in member.role_set:
            own |= Q(said__gte=min(share for timer in ("", "report_up") for share, who in steps_of(timer) if who is told))
    return own


def _urgent(whose: Q, seen: QuerySet[Case], most: int) -> list[int]:
    """Cases by the end of their timers. A case has several: so many more rows are read."""
    timers = DutyTimer.objects.filter(whose, ended_at=None, case__in=seen).order_by("due_at", "pk")
    chosen: dict[int, None] = {}
    for pk in timers.values_list("case_id", flat=True)[: 8 * most]:
        chosen.setdefault(pk)
        if len(chosen) >= most:
            break
    return list(chosen)


def warnings(member: Member, most: int = WARNINGS) -> tuple[list[Warning], bool]:
    """The warnings that wait for somebody, those that ring longest first; none where the member decides nothing about warnings."""
    if not member.may("warning.acknowledge") and not member.may("case.open"):
        return [], False
    rows = list(Warning.objects.filter(state__in=_WAITING).select_related("story").order_by("rung_at", "pk")[: most + 1])
    return rows[:most], len(rows) > most
