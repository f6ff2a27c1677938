"""Addresses of lists that a member keeps under a name."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member


class SavedView(models.Model):
    """A private convenience: seen by its member alone, told by no entry of the record, and gone with the member's account."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="views")
    name = models.CharField(max_length=60)
    address = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["member", "name"], name="one_view_a_name")]
