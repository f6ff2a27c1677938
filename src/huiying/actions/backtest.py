"""Trying a changed rule on past items: asked for by a person, carried out by the machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from huiying import clock
from huiying.actions.actor import DETECTOR, Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.types import Refusal
from huiying.core.warn.rule import changed, differences
from huiying.store.models import Backtest
from huiying.store.rules import by_number, newest

LONGEST_DAYS = 90
WAITING_AT_MOST = 5


@act("rule.manage")
def ask(actor: Actor, *, changes: Mapping[str, float], days: int, now: datetime) -> Backtest:
    """Put a changed rule in line to be tried over the last days. Nothing is adopted by it."""
    if not 1 <= days <= LONGEST_DAYS:
        raise Refusal("A backtest goes over 1 to %(most)s days.", most=LONGEST_DAYS)
    version = newest()
    base = version.number if version else 0
    rule = by_number(base)
    wanted = {name: after for name, (_, after) in differences(rule, changed(rule, changes, "proposed")).items()}
    if not wanted:
        raise Refusal("Nothing is changed: every setting has the value that it has now.")
    if Backtest.objects.filter(state__in=("queued", "running")).count() >= WAITING_AT_MOST:
        raise Refusal("There are %(most)s backtests in line already. Wait until one is done.", most=WAITING_AT_MOST)
    row = Backtest.objects.create(
        base=base, changes=wanted, days=days, start=now - timedelta(days=days), end=now, asked_at=now, asked_by=member_of(actor)
    )
    write("backtest_asked", actor=actor, now=now, subject=f"backtest:{row.pk}", base=base, changes=wanted, days=days)
    return row


def begin(row: Backtest) -> None:
    """It runs now."""
    Backtest.objects.filter(pk=row.pk).update(state="running", progress=0)


def note(row: Backtest, done: int, total: int) -> None:
    """How far it has come."""
    Backtest.objects.filter(pk=row.pk).update(progress=done, total=total)


def finish(row: Backtest, result: Any) -> None:
    """It is done."""
    _end(row, "done", result=result, appear=result["appear"], vanish=result["vanish"], level=result["level"])


def fail(row: Backtest, why: Refusal) -> None:
    """It could not be done."""
    values = {name: str(value) for name, value in why.values.items()}
    _end(row, "failed", trouble={"template": why.template, "values": values}, why=(why.template % why.values)[:500])


def _end(row: Backtest, state: str, *, result: Any = None, trouble: Any = None, **said: object) -> None:
    now = clock.now()
    with transaction.atomic():
        Backtest.objects.filter(pk=row.pk).update(state=state, result=result, trouble=trouble, finished_at=now)
        write("backtest_finished", actor=DETECTOR, now=now, subject=f"backtest:{row.pk}", state=state, **said)


def requeue() -> None:
    """What ran when the worker was ended begins again."""
    Backtest.objects.filter(state="running").update(state="queued")
