"""What the desk notices beside stories: a source or a watch that fell silent, a watch that surged, and a watch's volume hour by hour."""

from __future__ import annotations

from django.db import models

from huiying.store.models.source import Source, Watch


class Anomaly(models.Model):
    """One silence or one surge, from its beginning to its end. Either `source` or `watch` is set.

    Silence: `since` it spoke last, `value` in how many weeks so long a one comes about once, `usual` hours between two of its words.
    Surge: `since` the hour in which it began, `value` items in that hour, `usual` the expected number.
    """

    kind = models.CharField(max_length=8, choices=[("silence", "silence"), ("surge", "surge")])
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="anomalies")
    watch = models.ForeignKey(Watch, null=True, on_delete=models.PROTECT, related_name="anomalies")
    since = models.DateTimeField()
    value = models.FloatField()
    usual = models.FloatField()
    strategy = models.CharField(max_length=80)
    noticed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "source"], condition=models.Q(ended_at=None, watch=None), name="source_noticed_once"),
            models.UniqueConstraint(fields=["kind", "watch"], condition=models.Q(ended_at=None, source=None), name="watch_noticed_once"),
        ]


class WatchHour(models.Model):
    """What a watch found in one hour that is over, and what was usual of it before that was known."""

    watch = models.ForeignKey(Watch, on_delete=models.PROTECT, related_name="hours")
    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    expected = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "at"], name="watch_hour_once")]
