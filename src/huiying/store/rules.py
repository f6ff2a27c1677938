"""Which rule holds, and which held. No decision is taken here."""

from __future__ import annotations

from datetime import datetime

from huiying.core.warn.rule import SHIPPED, Rule, rule_of
from huiying.store import models
from huiying.store.convert import rule_from


def in_force(now: datetime) -> models.RuleVersion | None:
    """The version that holds now; None: the shipped rule."""
    return models.RuleVersion.objects.filter(effective_at__lte=now).order_by("-effective_at", "-number").first()


def newest() -> models.RuleVersion | None:
    """The version adopted last, also where its day has not come."""
    return models.RuleVersion.objects.order_by("-number").first()


def by_number(number: int) -> Rule:
    """A version's rule; 0 is the shipped one."""
    return rule_from(models.RuleVersion.objects.filter(number=number).first())


def by_strategy(strategy: str) -> Rule | None:
    """The rule that a warning's strategy names; None where this desk and this release do not know it."""
    id = rule_of(strategy)
    if id == SHIPPED.id:
        return SHIPPED
    row = models.RuleVersion.objects.filter(rule=id).first()
    return rule_from(row) if row else None
