"""What members of staff said a warning was worth."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member
from huiying.store.models.warning import Warning


class Feedback(models.Model):
    """One word about one warning. All stay; the last of each member counts."""

    warning = models.ForeignKey(Warning, on_delete=models.PROTECT, related_name="feedback")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=12)
    at = models.DateTimeField()
