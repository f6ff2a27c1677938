"""What a second look suggested, or a person did, about which stories are one happening and which are two."""

from __future__ import annotations

from django.db import models

from huiying.core.types import ProposalKind
from huiying.store.models.desk import Member
from huiying.store.models.item import Story


class Proposal(models.Model):
    """A suggestion to join `other` to `story`, or to move `items` of `story` to a story of their own, and what became of it.

    What a person does by hand stands here too, accepted from the start. `other` is empty until a split is accepted; `items` are ids.
    `accepted_as` is the entry of the record that carried it out: accepted proposals hold in that order. `size` is how many items the
    stories had when somebody last thought about it, and `before` what an undo puts back besides the items.
    """

    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in ProposalKind])
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="proposals")
    other = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="other_proposals")
    other_key = models.CharField(max_length=64)
    items = models.JSONField(default=list)
    size = models.PositiveIntegerField()
    score = models.FloatField(null=True)
    threshold = models.FloatField(null=True)
    reasons = models.JSONField(default=list)
    strategy = models.CharField(max_length=80)
    state = models.CharField(max_length=12, default="open", db_index=True)
    proposed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(default="")
    accepted_as = models.BigIntegerField(null=True)
    before = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "story", "other_key"], condition=models.Q(state="open"), name="proposed_once")
        ]
