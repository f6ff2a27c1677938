"""What the body says in its own name: the working draft, and the revisions that are public and never change."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case
from huiying.store.models.desk import Department, Member


class Statement(models.Model):
    """The working side of a statement. `content` is the draft; `edited_by` are the members who wrote it since the last approval.

    `department` is asked to confirm its facts, where one is; `confirmed_hash` and `cleared_hash` are the texts that it confirmed and that
    privacy cleared. `emergency_by` let it out on the fast path, and `retrospect_due_at` is when the full approval must be there.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="statements")
    state = models.CharField(max_length=24, default="draft", db_index=True)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    edited_by = models.JSONField(default=list)
    reason = models.TextField(default="")
    approved_hash = models.CharField(max_length=64, default="")
    approved_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_hash = models.CharField(max_length=64, default="")
    cleared_hash = models.CharField(max_length=64, default="")
    emergency_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    retrospect_due_at = models.DateTimeField(null=True)
    correction_due_at = models.DateTimeField(null=True)
    correction_cause = models.TextField(default="")
    made_at = models.DateTimeField()
    updated_at = models.DateTimeField(db_index=True)


class Revision(models.Model):
    """One published text with the verdicts its facts rested on. Triggers refuse every later change."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    reason = models.TextField(default="")
    withdrawn = models.BooleanField(default=False)
    verdicts = models.JSONField(default=dict)
    edited_by = models.JSONField(default=list)
    approved_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["statement", "number"], name="revision_once")]
