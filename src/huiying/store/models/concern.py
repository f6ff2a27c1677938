"""What the public wants of the body, and what the body promised."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case, Claim
from huiying.store.models.desk import Department, Member
from huiying.store.models.item import Item


class Concern(models.Model):
    """One question, complaint or suggestion inside a case. What became of it stands in `disposition` and `answer`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    kind = models.CharField(max_length=12)
    text = models.TextField()
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, default="open", db_index=True)
    disposition = models.CharField(max_length=20, default="")
    answer = models.TextField(default="")
    referred_to = models.CharField(max_length=200, default="")
    due_at = models.DateTimeField()
    due_provisional = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    disposed_at = models.DateTimeField(null=True)
    disposed_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")


class Commitment(models.Model):
    """What a department promised to put right, by when.

    A date that was missed stays: `missed_at` is never cleared and `first_due_at` never moves.
    `claim`: what was found true about the body and obliges it, if anything was. `reason` is public once a date was changed.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="commitments")
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="commitments")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="commitments")
    text = models.TextField()
    state = models.CharField(max_length=16, default="proposed", db_index=True)
    due_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    reason = models.TextField(default="")
    done = models.TextField(default="")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    missed_at = models.DateTimeField(null=True)
