"""What came of reading the sources: a bounded history, and counts by the day."""

from __future__ import annotations

from django.db import models

from huiying.store.models.source import Source


class SourceFetch(models.Model):
    """A run of readings of one source with one outcome, from `at` to `last_at`, `times` of them: unchanged ones do not fill the table.

    `outcome` is changed, unchanged, not_modified or failed, `reason` the name of a refusal, `status` of HTTP, `ms` the slowest, `items`
    and `bytes` (inflated) in all; no bytes
    where people speak for themselves. The latest two hundred runs of a source are kept.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="fetches")
    outcome = models.CharField(max_length=12)
    reason = models.CharField(max_length=32, default="")
    status = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    ms = models.PositiveIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["id"]


class SourceDay(models.Model):
    """One day of a source, by the desk's calendar: readings that worked and that did not, new items, and about how many were lost."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    good = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)
    lost = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["source", "day"], name="source_day_once")]
