"""Addresses that somebody had read once, to see whether they can be sources."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member


class Trial(models.Model):
    """An address to be read once by the worker. `result` is what it found, cleaned and masked; see worker/trials.py. Gone after a day."""

    url = models.CharField(max_length=2000)
    zone = models.CharField(max_length=64)
    state = models.CharField(max_length=8, default="queued", db_index=True)
    result = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True)
