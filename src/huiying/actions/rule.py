"""Adopting a rule. It holds from its day on; what was warned before is never judged again."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.types import Refusal
from huiying.core.warn.rule import changed, values
from huiying.store.models import Backtest, Desk, RuleVersion
from huiying.store.rules import by_number, newest


@act("rule.manage")
def adopt(actor: Actor, backtest: Backtest, *, reason: str, effective_at: datetime | None = None, now: datetime) -> RuleVersion:
    """Make a change that was tried the desk's rule. Who proposed it and who adopted it both stand on the record; they may be one person,
    because a rule decides what people look at and never what they say."""
    if not reason.strip():
        raise Refusal("A rule is adopted with a reason: it is kept on the record. Write one and try again.")
    if backtest.state != "done":
        raise Refusal("The backtest of this change is not done yet. A rule is adopted after its effect was seen.")
    before = newest()
    if (before.number if before else 0) != backtest.base:
        raise Refusal("The rule has changed since this backtest. Try the change again on the present rule.")
    start = max(effective_at or now, now)
    if before is not None and start < before.effective_at:
        raise Refusal("The version before it holds from %(at)s; choose a later time.", at=f"{before.effective_at:%Y-%m-%d %H:%M} UTC")
    number = backtest.base + 1
    rule = changed(by_number(backtest.base), backtest.changes, f"rule-{number}@{start.astimezone(_zone()):%Y-%m-%d}")
    row = RuleVersion.objects.create(
        number=number,
        rule=rule.id,
        values=values(rule),
        effective_at=start,
        adopted_at=now,
        adopted_by=member_of(actor),
        proposed_by=backtest.asked_by,
        backtest=backtest,
        reason=reason.strip()[:2000],
    )
    write(
        "rule_adopted",
        actor=actor,
        now=now,
        subject=f"rule:{row.number}",
        rule=row.rule,
        changes=backtest.changes,
        values=row.values,
        effective_at=start.isoformat(),
        proposed_by=backtest.asked_by.username,
        backtest=backtest.pk,
        reason=row.reason,
    )
    return row


def _zone() -> ZoneInfo:
    """A version is dated as the desk's own calendar has it."""
    desk = Desk.objects.first()
    return ZoneInfo(desk.zone if desk else "UTC")
