"""What of the desk's own is in the search index, and how far the index has come."""

from __future__ import annotations

from django.db import models


class Findable(models.Model):
    """A case, claim, task, statement or watch as the index holds it. `terms` is what was written, which a later change must take out.

    The row's number is that of its line in the index. The address of its page is made of `kind` and `key`.
    """

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=64)
    title = models.TextField()
    terms = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="findable_once")]


class Indexed(models.Model):
    """One row: the last item and the last entry of the record that the index has taken in."""

    item = models.BigIntegerField(default=0)
    entry = models.BigIntegerField(default=0)
