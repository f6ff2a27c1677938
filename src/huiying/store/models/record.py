"""The record's table. Text columns only, so that what was hashed is what is stored, byte for byte."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One entry of the record; see core/record.py. Triggers refuse every later change."""

    id = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=32)
    actor_kind = models.CharField(max_length=16)
    actor = models.CharField(max_length=100)
    type = models.CharField(max_length=40, db_index=True)
    subject = models.CharField(max_length=100, db_index=True)
    data = models.TextField()
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "event"
