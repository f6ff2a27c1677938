"""Who investigated a case, and what was found."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case
from huiying.store.models.desk import Department, Member


class Investigation(models.Model):
    """One investigation of a case by one body: `department` where it is one of ours. `evidence`: ids of evidence of the case.

    `reason`: why it ended without a finding, or was opened again.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="investigations")
    kind = models.CharField(max_length=16)
    body_zh = models.CharField(max_length=200, default="")
    body_en = models.CharField(max_length=200, default="")
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default="open", db_index=True)
    finding = models.TextField(default="")
    evidence = models.JSONField(default=list)
    reason = models.TextField(default="")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
