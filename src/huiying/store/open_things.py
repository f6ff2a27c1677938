"""What is open at the desk, as a handover lists it by itself. No decision is taken here; each list is bounded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from huiying.store import models
from huiying.store.ringing import RINGING, lasting

MOST = 50
NEXT = timedelta(hours=12)
"""How far ahead the deadlines of the next shift are looked for where the rota does not say."""

KINDS = ("warning", "deadline", "task", "promise", "silence", "source")
"""In the order in which they are read."""


def until(now: datetime) -> datetime:
    """The end of the next shift of a duty officer, 12 hours from now where the rota knows none."""
    shift = models.Shift.objects.filter(cancelled_at=None, role="duty", ends_at__gt=now + timedelta(hours=1)).order_by("starts_at").first()
    return min(shift.ends_at, now + timedelta(days=3)) if shift is not None and shift.starts_at < now + NEXT else now + NEXT


def open_things(now: datetime) -> list[dict[str, Any]]:
    """Unacknowledged warnings, deadlines of the next shift, tasks that wait, words promised, silences, failing sources."""
    end = until(now)
    found: list[dict[str, Any]] = []
    for warning in models.Warning.objects.filter(state__in=RINGING).select_related("story").order_by("-raised_at")[:MOST]:
        found.append(_thing("warning", warning.pk, warning.story.title, level=warning.level, at=warning.rung_at))
    timers = models.DutyTimer.objects.filter(ended_at=None, due_at__lt=end).select_related("case").order_by("due_at", "id")
    for timer in timers[:MOST]:
        kind = "promise" if timer.name == "next_update" else "deadline"
        about = timer.about if timer.about == timer.case.title else f"{timer.case.title} · {timer.about}"
        found.append(_thing(kind, timer.case_id, about, level=timer.case.level, at=timer.due_at, name=timer.name))
    tasks = models.Task.objects.filter(state__in=("assigned", "escalated", "disputed", "answered")).select_related("case", "department")
    for task in tasks.order_by("due_at", "id")[:MOST]:
        found.append(_thing("task", task.case_id, task.text, level=task.case.level, at=task.due_at, name=task.state, part=task.pk))
    for silence in lasting()[:MOST]:
        found.append(_thing("silence", silence.pk, silence.reason, level=silence.most, at=silence.until))
    for source in models.Source.objects.filter(active=True, failures__gt=0).order_by("succeeded_at", "id")[:MOST]:
        found.append(_thing("source", source.pk, source.name, at=source.succeeded_at))
    return sorted(found, key=lambda thing: KINDS.index(thing["kind"]))


def _thing(
    kind: str, number: int, about: str, *, level: str = "", at: datetime | None = None, name: str = "", part: int = 0
) -> dict[str, Any]:
    when = at.isoformat() if at else ""
    return {"kind": kind, "number": number, "about": about[:200], "level": level, "at": when, "name": name, "part": part}
