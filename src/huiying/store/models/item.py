"""Items, the stories they belong to and why, the watches they met, and the pipeline's snapshot."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Department
from huiying.store.models.source import Source, Watch


class Item(models.Model):
    """One published item as people read it, cleaned and masked. The primary key is the order of arrival.

    `gone`: expired, erased or withdrawn. Then its words, address and id are no longer there; that there was an item still counts.
    """

    key = models.CharField(max_length=300, unique=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=16)
    url = models.CharField(max_length=2000)
    title = models.TextField()
    text = models.TextField()
    lang = models.CharField(max_length=16)
    published_at = models.DateTimeField(null=True)
    first_seen = models.DateTimeField()
    heat = models.FloatField(null=True)
    rank = models.IntegerField(null=True)
    masked = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=32)
    gone = models.CharField(max_length=10, default="")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["source", "fingerprint"]), models.Index(fields=["source", "first_seen"], name="item_of_source")]


class Story(models.Model):
    """One happening with everything that follows from it. Counts are of items, outlets and independent reports.

    `voices` is a rounded estimate of how many distinct people spoke: 0 for fewer than five, empty where none was counted.
    """

    key = models.CharField(max_length=64, unique=True)
    title = models.TextField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField(db_index=True)
    items = models.PositiveIntegerField(default=0)
    outlets = models.PositiveIntegerField(default=0)
    reports = models.PositiveIntegerField(default=0)
    voices = models.PositiveIntegerField(null=True)
    score = models.FloatField(default=0)
    place = models.CharField(max_length=200, default="")
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT)
    merged_into = models.ForeignKey("self", null=True, db_index=False, on_delete=models.PROTECT, related_name="merged_from")

    class Meta:
        # nearly every story stands by itself: an index over all of them would be chosen where it helps nobody
        indexes = [
            models.Index(fields=["merged_into"], condition=models.Q(merged_into__isnull=False), name="story_joined"),
            # its condition holds no number: SQLite sees through none that is handed over with the query
            models.Index(fields=["-last_at", "-id", "items"], condition=models.Q(merged_into=None), name="story_apart"),
        ]


class Membership(models.Model):
    """Why an item is in its story, as decided at the time; never recomputed. Only `story`, where it stands now, may change."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True)
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="memberships")
    assigned = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="assignments")
    decision = models.CharField(max_length=12)
    duplicate_of = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="copies")
    score = models.FloatField()
    threshold = models.FloatField()
    runner_up = models.JSONField(null=True)
    perhaps = models.JSONField(null=True)
    perhaps_with = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="perhaps_also")
    reasons = models.JSONField(default=list)
    strategy = models.CharField(max_length=80)


class Match(models.Model):
    """A watch that an item satisfied."""

    watch = models.ForeignKey(Watch, on_delete=models.PROTECT, related_name="matches")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="matches")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "item"], name="match_once")]


class Snapshot(models.Model):
    """The pipeline's state after `item`, with the setup it ran under: a restart continues from here."""

    item = models.BigIntegerField()
    setup = models.JSONField()
    state = models.BinaryField()
    made_at = models.DateTimeField()
