"""Programs of the body that are told what happens at the desk."""

from __future__ import annotations

from django.db import models


class Receiver(models.Model):
    """A registered web address to which entries of the record are posted, signed and in order.

    `events` are the types wanted, none for all. `mark` is the last entry that it took or did not want: the record itself is the outbox.
    `turn` counts its keys, which are derived and never stored. `tries` and `due_at` are of the entry that comes next. `test_asked_at`: a
    test waits for the worker; `tested_at` and `test_trouble` say what became of the last one.
    """

    name = models.CharField(max_length=100, unique=True)
    url = models.CharField(max_length=500)
    events = models.JSONField(default=list)
    allow_private = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    turn = models.PositiveIntegerField(default=0)
    mark = models.BigIntegerField()
    tries = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, default="")
    test_asked_at = models.DateTimeField(null=True)
    tested_at = models.DateTimeField(null=True)
    test_trouble = models.CharField(max_length=200, default="")
    added_at = models.DateTimeField()
