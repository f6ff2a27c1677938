"""What keeps warnings from sounding for a while."""

from __future__ import annotations

from django.db import models

from huiying.core.types import Level
from huiying.store.models.desk import Member
from huiying.store.models.item import Story
from huiying.store.models.source import Source, Watch


class Silence(models.Model):
    """Matchers, a reason and an end; see core/warn/silence.py. `ended_at` is when it was over, by itself or ended by a person before.

    `by` is None where the operator of the machine made it.
    """

    story = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="silences")
    watch = models.ForeignKey(Watch, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=200, default="")
    topic = models.CharField(max_length=200, default="")
    most = models.CharField(max_length=8, choices=[(level.value, level.value) for level in Level])
    reason = models.TextField()
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, db_index=True)
    ended_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
