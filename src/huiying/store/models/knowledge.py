"""What a desk knows about its own words and places."""

from __future__ import annotations

from django.db import models

from huiying.core.detect.places import KINDS


class WordList(models.Model):
    """Words that mean the same to this desk: `@name` in a query stands for any of them."""

    name = models.CharField(max_length=40, unique=True)
    words = models.JSONField(default=list)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]


class Place(models.Model):
    """A village, street, school or river of the desk's own. `common`: in a text it needs a second sign."""

    name = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in KINDS])
    other_names = models.JSONField(default=list)
    within = models.CharField(max_length=100, default="", blank=True)
    common = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
