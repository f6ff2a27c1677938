"""What came in by the web or from a file and waits for the worker: cleaned and masked, never as it was sent."""

from __future__ import annotations

from django.db import models

from huiying.store.models.source import Source


class Arrival(models.Model):
    """Items of one source until the worker's next turn, which takes them through the pipeline and drops this row in one transaction.

    `items` are core items as JSON. `gone` are ids of items that their source took back.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="arrivals")
    items = models.JSONField(default=list)
    gone = models.JSONField(default=list)
    came_at = models.DateTimeField()


class Delivery(models.Model):
    """A signed delivery that was taken, by two digests: of what the sender calls it, and of its signature. Neither is its content."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="deliveries")
    name = models.CharField(max_length=32)
    mark = models.CharField(max_length=32)
    items = models.PositiveIntegerField(default=0)
    came_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "name"], name="delivered_once"),
            models.UniqueConstraint(fields=["source", "mark"], name="signed_once"),
        ]
