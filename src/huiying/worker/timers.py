"""Looks after the deadlines of cases: at those that changed, at those whose next step has come, and now and then at all."""

from __future__ import annotations

import json
import logging
from collections import deque
from datetime import datetime

from django.db.models import Q

from huiying.actions.timer import Seen, observe
from huiying.core.case.policy import Plan
from huiying.store import models
from huiying.store.timing import plan
from huiying.web.deadlines import OPEN, of_case, read
from huiying.web.limits import timer_key

log = logging.getLogger(__name__)

AT_ONCE = 100
SWEEP_EVERY = 600.0  # seconds between two looks at every open case
_ALL = ("calendar_", "deadlines_changed")
_PARTS = ("case_", "claim_", "verdict_", "task_", "statement_", "correction_", "approval_")


class Timers:
    """What is to be looked at. Kept in memory only: a start looks at everything, and every look may be repeated."""

    def __init__(self) -> None:
        self._waiting: deque[int] = deque()
        self._known: set[int] = set()
        self._mark = -1
        self._swept: datetime | None = None

    @property
    def waiting(self) -> int:
        """How many cases are to be looked at still."""
        return len(self._waiting)

    def look(self, now: datetime) -> int:
        """One look, at no more than AT_ONCE cases. Returns how many steps were told."""
        self._gather(now)
        chosen = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
        self._known.difference_update(chosen)
        if not chosen:
            return 0
        desk, told = plan(), 0
        for case in read(models.Case.objects.filter(pk__in=chosen).order_by("pk")):
            try:
                told += observe(case, duties_of(case, now, desk), now, desk)
            except Exception:
                # one case that cannot be read must not keep the deadlines of all others
                log.exception("the deadlines of case %d could not be looked at", case.pk)
        return told

    def _gather(self, now: datetime) -> None:
        entries = models.Entry.objects.filter(id__gt=self._mark).order_by("id")
        fresh = [] if self._mark < 0 else list(entries.values_list("id", "type", "data")[:2000])
        full = self._swept is None or (now - self._swept).total_seconds() >= SWEEP_EVERY or now < self._swept
        full = full or any(type.startswith(_ALL) for _, type, _ in fresh)
        self._mark = (
            fresh[-1][0] if fresh else max(self._mark, models.Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0)
        )
        for _, type, data in fresh:
            if type.startswith(_PARTS) and isinstance(number := json.loads(data).get("case"), int):
                self._add(number)
        for number in models.DutyTimer.objects.filter(next_at__lte=now).order_by("next_at").values_list("case_id", flat=True)[:AT_ONCE]:
            self._add(number)
        if full:
            self._swept = now
            live = Q(state__in=OPEN) | Q(timers__ended_at=None, timers__isnull=False) | Q(statements__correction_due_at__isnull=False)
            for number in models.Case.objects.filter(live).order_by("pk").values_list("pk", flat=True).distinct():
                self._add(number)

    def _add(self, case: int) -> None:
        if case not in self._known:
            self._known.add(case)
            self._waiting.append(case)


def duties_of(case: models.Case, now: datetime, desk: Plan) -> list[Seen]:
    """Every duty of a case that has a deadline, as its timer is kept."""
    return [
        Seen(
            key=timer_key(case, duty.key.removeprefix(f"case-{case.pk}-")),
            permission=duty.permission,
            about=duty.about,
            href=duty.href,
            found=duty.limit.found,
            only=duty.only,
            never=duty.never,
            department=duty.department,
        )
        for duty in of_case(case, now, desk)
        if duty.limit is not None and duty.limit.found is not None
    ]
