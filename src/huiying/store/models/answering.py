"""Instructions from above, enquiries and conferences, and the line that all of them keep to."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case
from huiying.store.models.desk import Department, Member
from huiying.store.models.statement import Statement


class Instruction(models.Model):
    """A leader's instruction on a case (批示). `department` is None where the desk itself is to answer."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="instructions")
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    state = models.CharField(max_length=12, default="issued", db_index=True)
    answer = models.TextField(default="")
    reason = models.TextField(default="")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")


class LineToTake(models.Model):
    """One version of the agreed wording of a case (口径). `figures`: what is counted, its value and unit; see core/statement/line.py."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="lines")
    version = models.PositiveIntegerField()
    wording = models.TextField()
    figures = models.JSONField(default=list)
    state = models.CharField(max_length=12, default="proposed")
    reason = models.TextField(default="")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="line_version_once")]


class Conference(models.Model):
    """A press conference on a case: when, where and what about."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conferences")
    subject = models.CharField(max_length=300)
    place = models.CharField(max_length=300)
    at = models.DateTimeField()
    state = models.CharField(max_length=12, default="planned", db_index=True)
    record = models.TextField(default="")
    reason = models.TextField(default="")
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    changed_by = models.JSONField(default=list)
    announced_at = models.DateTimeField(null=True)
    announced_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True)


class Enquiry(models.Model):
    """A question put to the body by an outlet or by the public. `outlet` is empty for the public; nobody's name is kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enquiries")
    conference = models.ForeignKey(Conference, null=True, on_delete=models.PROTECT, related_name="questions")
    origin = models.CharField(max_length=8)
    outlet = models.CharField(max_length=200, default="")
    text = models.TextField()
    state = models.CharField(max_length=12, default="received", db_index=True)
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(default="")
    reason = models.TextField(default="")
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
