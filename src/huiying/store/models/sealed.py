"""Sealed notes of a case: who may read one is known, what it says is not."""

from __future__ import annotations

from django.db import models

from huiying.store.models.case import Case
from huiying.store.models.desk import Member


class SealedNote(models.Model):
    """A note that only those concerned can read.

    `body` is encrypted with a key of its own, and `key` is that key, encrypted with the desk's sealing key: without it the body is noise
    for good. `digest` is the SHA-256 of the encrypted body. `subject` says what kind of thing it is and is not secret. A contact is left by
    somebody of the public, who is nobody's member: its `made_by` is None.
    """

    SUBJECTS = ("informant", "health", "family", "other")
    CONTACT = "contact"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sealed_notes")
    subject = models.CharField(max_length=12, choices=[(name, name) for name in (*SUBJECTS, CONTACT)])
    roles = models.JSONField(default=list)
    readers = models.ManyToManyField(Member, related_name="+")
    body = models.BinaryField()
    key = models.BinaryField(null=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    erased_at = models.DateTimeField(null=True)
    erased_why = models.TextField(default="", blank=True)
