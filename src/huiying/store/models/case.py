"""What the desk does about a concern: cases, claims with their evidence, and tasks."""

from __future__ import annotations

from django.db import models

from huiying.core.types import Level
from huiying.store.models.desk import Department, Member
from huiying.store.models.item import Item, Story
from huiying.store.models.warning import Warning


class Case(models.Model):
    """A concern being answered. The four clocks are kept apart; the policy names the one that counts.

    `known_by`: who told us of it where no warning did (core/case/known.py), empty otherwise. `drill`: only practice, nothing of it is ever
    published. `reason` is why it last came to rest and `settled_by` who signed that; `moved_at` is when its state last changed.
    `merge_undo` is what undoing a merge needs: the links and the clocks that the other case got from this one. `response` says whether an
    emergency response was activated, at which level and under whom.
    """

    title = models.CharField(max_length=300)
    state = models.CharField(max_length=16, default="triage", db_index=True)
    level = models.CharField(max_length=8, choices=[(level.value, level.value) for level in Level])
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="cases")
    warning = models.OneToOneField(Warning, null=True, on_delete=models.PROTECT, related_name="case")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    event_known_at = models.DateTimeField(null=True)
    first_public_at = models.DateTimeField(null=True)
    detected_at = models.DateTimeField(null=True)
    known_by = models.CharField(max_length=12, default="")
    told_at = models.DateTimeField(null=True)
    reported_up_at = models.DateTimeField(null=True)
    reported_to = models.CharField(max_length=200, default="")
    drill = models.BooleanField(default=False)
    moved_at = models.DateTimeField(null=True)
    reason = models.TextField(default="")
    settled_by = models.JSONField(default=list)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    merge_undo = models.JSONField(default=dict)
    response = models.CharField(max_length=10, default="inactive")
    response_level = models.CharField(max_length=8, default="")
    leading_group = models.CharField(max_length=300, default="")
    activated_at = models.DateTimeField(null=True)


class CaseStory(models.Model):
    """A story that belongs to a case: `linked` as it was linked, `story` the one that holds it now."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stories")
    linked = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="case_links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "linked"], name="story_once_in_a_case")]


class Claim(models.Model):
    """Something said to be so, to be checked. `accused` is the department it speaks against, if any.

    `waived_reason`: why a leader signed that no commitment follows although it is true about us.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="claims")
    text = models.TextField()
    about_us = models.BooleanField(default=False)
    accused = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16, default="unassessed")
    proposed = models.CharField(max_length=16, default="")
    reason = models.TextField(default="")
    verifier = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    waived_reason = models.TextField(default="")
    waived_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")


class Evidence(models.Model):
    """One piece of evidence: a linked item, or a site report, a document or a measurement in words. `origin` is whose it is."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=16)
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT)
    text = models.TextField()
    origin = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class Task(models.Model):
    """Something a department is asked to do or to answer.

    `holds` are those who held it and since when: [department, or None for the leader, time].
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="tasks")
    text = models.TextField()
    state = models.CharField(max_length=16, default="assigned")
    answer = models.TextField(default="")
    reason = models.TextField(default="")
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    disputed_by = models.JSONField(default=list)
    holds = models.JSONField(default=list)
    escalated_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
