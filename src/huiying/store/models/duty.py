"""Who is on duty: the rota, swaps by consent, the shift log and the handover of the desk."""

from __future__ import annotations

from django.db import models

from huiying.core.roles import Role
from huiying.store.models.desk import Member


class Shift(models.Model):
    """One member on duty in one role. One that was taken off the rota keeps its row."""

    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in Role])
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="shifts")
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    reason = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["starts_at", "id"]


class Swap(models.Model):
    """Somebody asks a colleague to take a shift, perhaps for one of the colleague's own. Nothing changes until the colleague agrees.

    States: asked, agreed, refused, withdrawn, lapsed.
    """

    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="swaps")
    back = models.ForeignKey(Shift, null=True, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="swaps_asked")
    state = models.CharField(max_length=10, default="asked", db_index=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shift"], condition=models.Q(state="asked"), name="one_swap_asked_a_shift")]


class ShiftNote(models.Model):
    """One entry of the shift log. Triggers refuse every later change: a further entry corrects it."""

    at = models.DateTimeField()
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=1000)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")


class Handover(models.Model):
    """The desk goes from one duty officer to the next. Until somebody takes it over, whoever wrote it stays responsible.

    `open_things` is what was open when it was written, as kind, what it is about, address, level and time. A first taking of the desk, when
    nobody had it, has no `by`.
    """

    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    remark = models.TextField(default="", blank=True)
    open_things = models.JSONField(default=list)
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    waits = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["waits"], condition=models.Q(waits=True), name="one_handover_waits")]


class ReadMark(models.Model):
    """Up to which entry of the record a member has read. One row a member, overwritten: no history of anybody's visits is kept."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="mark")
    event = models.BigIntegerField()
    at = models.DateTimeField()
