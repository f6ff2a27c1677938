"""A call to look at one story."""

from __future__ import annotations

from django.db import models

from huiying.core.types import Level
from huiying.core.warn.escalate import Stage
from huiying.store.models.desk import Member
from huiying.store.models.item import Story
from huiying.store.models.source import Watch


class Warning(models.Model):
    """One warning for every story that the detector names: its present level and score with their arithmetic, and where it stands.

    `raised_for` is the story that the detector named, `story` the one it belongs to now: of joined stories each keeps its warning.
    It rings from `rung_at`, which a rise or a return renews; `stage` is how far up it has gone, `escalate_at` when it goes further.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="warnings")
    raised_for = models.OneToOneField(Story, on_delete=models.PROTECT, related_name="raised")
    level = models.CharField(max_length=8, choices=[(level.value, level.value) for level in Level])
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    items = models.JSONField(default=list)
    strategy = models.CharField(max_length=160)
    watch = models.ForeignKey(Watch, null=True, on_delete=models.PROTECT)
    state = models.CharField(max_length=16, default="raised", db_index=True)
    raised_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    first_public_at = models.DateTimeField()
    route = models.JSONField(default=dict)
    inhibited = models.CharField(max_length=300, default="")
    rung_at = models.DateTimeField()
    stage = models.CharField(max_length=8, default=Stage.OWNER.value)
    escalate_at = models.DateTimeField(null=True)
    repeats = models.PositiveIntegerField(default=0)
    repeat_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["-updated_at"], name="warning_moved")]
