"""What each case speaks of, so that a later one that is like it is found at once."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case


class CaseWords(models.Model):
    """The terms of a case as sorted 32-bit hashes, little-endian, and its signs: category, places and harms. Made from `items` items; can
    be made again from them at any time. No name of a person and nothing of an outlet's writer is among the terms."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="words")
    terms = models.BinaryField()
    signs = models.JSONField(default=dict)
    items = models.PositiveIntegerField()
    strategy = models.CharField(max_length=80)
