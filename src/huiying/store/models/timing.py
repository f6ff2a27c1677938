"""Time at the desk: the working-day calendar, and every deadline that runs in a case."""

from __future__ import annotations

from django.db import models

from huiying.core.case.calendar import Kind
from huiying.store.models.case import Case
from huiying.store.models.desk import Department, Member


class CalendarYear(models.Model):
    """One announced year of one calendar, and where it was announced. `by` is None where it came with the product or from the operator."""

    kind = models.CharField(max_length=4, choices=[(kind.value, kind.value) for kind in Kind])
    year = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kind", "year"]
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="calendar_year_once")]


class CalendarDay(models.Model):
    """One day of an announced year: worked or free."""

    year = models.ForeignKey(CalendarYear, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    works = models.BooleanField()
    name = models.CharField(max_length=60, default="", blank=True)

    class Meta:
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["year", "day"], name="calendar_day_once")]


class DutyTimer(models.Model):
    """One duty of a case that has a deadline, since when it runs and until when. Its start never moves to a later time.

    `key` names the duty for good, so that what ends and begins again goes on with the same timer. `said` is the step in per cent of which
    everybody was told, `next_at` when the next is reached. Who owns it is said as the duty itself says it: a permission, `only` or `never`
    certain members, a department.
    """

    key = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=20)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="timers")
    permission = models.CharField(max_length=40)
    only = models.JSONField(null=True)
    never = models.JSONField(default=list)
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=300)
    href = models.CharField(max_length=200)
    clock = models.CharField(max_length=20)
    amount = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=12)
    rule = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    provisional = models.BooleanField(default=False)
    said = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True, db_index=True)
    ended_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["due_at", "id"], condition=models.Q(ended_at=None), name="timer_running")]
