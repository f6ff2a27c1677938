"""What the public contests or wants corrected, and what the body asks a publisher to correct."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case, Claim
from huiying.store.models.concern import Commitment
from huiying.store.models.desk import Member
from huiying.store.models.sealed import SealedNote
from huiying.store.models.statement import Statement


class Contest(models.Model):
    """Somebody does not accept an outcome: that a case rests, a verdict, or that a commitment was kept. Nobody's name is kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contests")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="+")
    commitment = models.ForeignKey(Commitment, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    state = models.CharField(max_length=12, default="received", db_index=True)
    weighing = models.TextField(default="")
    reason = models.TextField(default="")
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    contact = models.ForeignKey(SealedNote, null=True, on_delete=models.PROTECT, related_name="+")
    due_provisional = models.BooleanField(default=False)
    weighed_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")


class CorrectionRequest(models.Model):
    """Somebody says that a published statement is wrong. Nobody's name is kept."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="correction_requests")
    text = models.TextField()
    state = models.CharField(max_length=12, default="received", db_index=True)
    weighing = models.TextField(default="")
    reason = models.TextField(default="")
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    contact = models.ForeignKey(SealedNote, null=True, on_delete=models.PROTECT, related_name="+")
    due_provisional = models.BooleanField(default=False)
    weighed_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")


class PublisherRequest(models.Model):
    """A request to a publisher to correct a fact, public with its evidence: `claims` are those it rests on."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="publisher_requests")
    publisher = models.CharField(max_length=200)
    url = models.CharField(max_length=2000)
    wrong = models.TextField()
    right = models.TextField()
    claims = models.JSONField(default=list)
    state = models.CharField(max_length=16, default="draft", db_index=True)
    answer = models.TextField(default="")
    reason = models.TextField(default="")
    edited_by = models.JSONField(default=list)
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
