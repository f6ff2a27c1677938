"""Forecasts of a story's further reports, what they were made from, and what came."""

from __future__ import annotations

from django.db import models

from huiying.store.models.item import Story
from huiying.store.models.warning import Warning


class ForecastRates(models.Model):
    """What had been learned from earlier forecasts by a day: `Rates` of core/detect/forecast.py. Never changed."""

    made_at = models.DateTimeField()
    values = models.JSONField()


class Forecast(models.Model):
    """What was expected of a story within `hours` after `made_at`, and, once `scored_at`, what came.

    `made_from` holds the number of reports, their decaying counts and how busy the coming hours usually are: with `rates` the forecast can
    be worked out again to the last digit. `before` is the count of as many hours before. `warning` is the one whose raising caused it, none
    where it was made anew. `actual` stays empty where the story was joined or parted meanwhile.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="forecasts")
    warning = models.ForeignKey(Warning, null=True, on_delete=models.PROTECT, related_name="forecasts")
    rates = models.ForeignKey(ForecastRates, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    hours = models.PositiveSmallIntegerField()
    expected = models.FloatField()
    median = models.PositiveIntegerField()
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    inner_low = models.PositiveIntegerField()
    inner_high = models.PositiveIntegerField()
    before = models.PositiveIntegerField()
    made_from = models.JSONField()
    strategy = models.CharField(max_length=80)
    score_at = models.DateTimeField()
    scored_at = models.DateTimeField(null=True)
    actual = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "made_at", "hours"], name="forecast_once")]
        indexes = [
            models.Index(fields=["scored_at", "score_at"], name="forecast_to_score"),
            models.Index(fields=["hours", "-id"], name="forecast_latest"),
        ]
