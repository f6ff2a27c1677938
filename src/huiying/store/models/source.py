"""What the desk reads and what it looks for: the register that the body can publish."""

from __future__ import annotations

from django.db import models

from huiying.core.types import Kind, Level
from huiying.store.models.desk import Department


class Source(models.Model):
    """A published source, with how it is read and how it fares. Intervals in minutes.

    `adapter` names the way it is read (core/collect/adapters), `options` what was set for it there. `progress` is
    how far a mailbox or a stream has been read, what was agreed with a hub, and digests of the undated addresses that were seen.

    It is read every `interval` to `slowest` minutes (0: always every `interval`) as its rhythm has it, `wait` minutes at present; not
    before `held_until`, when its host asked to be left alone. `conditional` is false where the server says "not modified" though it is.
    `skew` is by how many seconds its clock is ahead of ours, `declared` the charset it says it has, `newest_at` the newest date of its
    last reading, `lost_at` when items went by unread. `moved_to` is where it says it has moved for good, `gone_at` when it said it is no
    more. `tls` is an exception for one certificate: fault, fingerprint (SHA-256, hex), host, reason, since, until, by.
    """

    name = models.CharField(max_length=200, unique=True)
    url = models.CharField(max_length=2000)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in Kind], default=Kind.NEWS.value)
    adapter = models.CharField(max_length=20, default="feed")
    options = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    zone = models.CharField(max_length=64)
    interval = models.PositiveIntegerField(default=10)
    allow_private = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    etag = models.CharField(max_length=500, default="")
    last_modified = models.CharField(max_length=100, default="")
    validators_at = models.DateTimeField(null=True)
    fingerprint = models.CharField(max_length=32, default="")
    charset = models.CharField(max_length=32, default="")
    fetched_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    item_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.JSONField(null=True)
    host = models.CharField(max_length=255, default="", db_index=True)
    slowest = models.PositiveIntegerField(default=0)
    wait = models.FloatField(null=True)
    failing_since = models.DateTimeField(null=True)
    conditional = models.BooleanField(default=True)
    declared = models.CharField(max_length=32, default="")
    skew = models.FloatField(null=True)
    newest_at = models.DateTimeField(null=True)
    lost_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField(null=True)
    moved_to = models.CharField(max_length=2000, default="")
    moved_times = models.PositiveIntegerField(default=0)
    moved_since = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    tls = models.JSONField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["active", "due_at"], name="source_due")]


class Watch(models.Model):
    """A boolean query the desk keeps, with what it knows about the subject."""

    name = models.CharField(max_length=200, unique=True)
    query = models.TextField()
    place = models.CharField(max_length=200, default="", blank=True)
    topics = models.JSONField(default=list)
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="watches")
    level = models.CharField(max_length=8, default="", blank=True, choices=[(level.value, level.value) for level in Level])
    active = models.BooleanField(default=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
