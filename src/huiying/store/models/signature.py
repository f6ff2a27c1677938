"""The first of two signatures, waiting for the second."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member


class Signature(models.Model):
    """`by` wants `act` done to `subject` ("case:5") and says why. Open until a second person acts or the thing goes elsewhere."""

    subject = models.CharField(max_length=100, db_index=True)
    act = models.CharField(max_length=40)
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "act"], condition=models.Q(open=True), name="one_open_signature"),
        ]
