"""The rules a desk warns by: adopted versions, the backtests before them, and what the pipeline ran under from which item on."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member


class Backtest(models.Model):
    """A change of the rule, tried on the desk's own items before anybody adopts it.

    `changes` are settings by name against the rule of `base` (0: the shipped one). `progress` counts items of `total`. `result` is what
    core/review/backtest.py found.
    """

    base = models.PositiveIntegerField()
    changes = models.JSONField()
    days = models.PositiveIntegerField()
    start = models.DateTimeField()
    end = models.DateTimeField()
    state = models.CharField(max_length=8, default="queued", db_index=True)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True)
    trouble = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True)


class RuleVersion(models.Model):
    """A version of the desk's rule. Never changed: the next one follows it. `values` are all its settings by name."""

    number = models.PositiveIntegerField(unique=True)
    rule = models.CharField(max_length=60, unique=True)
    values = models.JSONField()
    effective_at = models.DateTimeField()
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    backtest = models.OneToOneField(Backtest, on_delete=models.PROTECT, related_name="adopted")
    reason = models.TextField()

    class Meta:
        ordering = ["number"]


class Regime(models.Model):
    """From the item that follows `after`, the pipeline ran under this setup. What makes every later recomputation exact; never changed.

    Where an upgrade made the memory useless, it was built anew from the items that follow `anew_from`.
    """

    after = models.BigIntegerField()
    setup = models.JSONField()
    anew_from = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
