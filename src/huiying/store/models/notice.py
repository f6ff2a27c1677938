"""Telling staff outside the product: by which channels, and the outbox of what is told."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Department, Member
from huiying.store.models.timing import DutyTimer
from huiying.store.models.warning import Warning


class NoticeChannel(models.Model):
    """A registered way to staff: the mailbox of one member, or a chat group of a role or a department.

    `address` of a mail channel is the mailbox; of a chat channel the name of the environment variable that holds its address, which is
    secret and never stored. How it fares stands beside it, as with a source.
    """

    kind = models.CharField(max_length=8, choices=[("mail", "mail"), ("chat", "chat")])
    name = models.CharField(max_length=100, unique=True)
    address = models.CharField(max_length=254)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="notice_channels")
    role = models.CharField(max_length=16, default="")
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    lang = models.CharField(max_length=8, default="zh-hans")
    active = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, default="")


class Notice(models.Model):
    """One warning, or one duty that runs out of time, to be told on one channel because of one entry of the record.

    What has the same batch goes out as one message.

    States: queued, sent, failed (to be tried again at `due_at`), given_up; lapsed where it had become needless, silenced where a silence
    kept it.
    """

    event = models.BigIntegerField()
    cause = models.CharField(max_length=10)
    warning = models.ForeignKey(Warning, null=True, on_delete=models.PROTECT, related_name="notices")
    timer = models.ForeignKey(DutyTimer, null=True, on_delete=models.PROTECT, related_name="notices")
    channel = models.ForeignKey(NoticeChannel, on_delete=models.PROTECT, related_name="notices")
    level = models.CharField(max_length=8)
    stage = models.CharField(max_length=8)
    batch = models.CharField(max_length=500)
    state = models.CharField(max_length=10, default="queued", db_index=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "warning", "channel"], name="told_once_for_an_event"),
            models.UniqueConstraint(fields=["event", "timer", "channel"], name="told_once_for_a_step"),
            models.CheckConstraint(
                condition=models.Q(warning=None, timer__isnull=False) | models.Q(warning__isnull=False, timer=None),
                name="notice_of_one_thing",
            ),
        ]


class NoticeMark(models.Model):
    """One row: the last entry of the record whose notifications stand in the outbox."""

    event = models.BigIntegerField()
