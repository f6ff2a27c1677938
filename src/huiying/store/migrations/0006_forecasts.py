"""Forecasts with what they were made from, and what past cases spoke of.

What was foretold refuses every change, whoever asks: only the score may be added, once.
"""

import django.db.models.deletion
from django.db import migrations, models

FORETOLD = (
    "story_id",
    "warning_id",
    "rates_id",
    "made_at",
    "hours",
    "expected",
    "median",
    "low",
    "high",
    "inner_low",
    "inner_high",
    "before",
    "made_from",
    "strategy",
    "score_at",
)
CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in FORETOLD)
REFUSE = "BEGIN SELECT RAISE(ABORT, 'what was foretold never changes'); END"
SAME = "EXISTS (SELECT 1 FROM store_forecast WHERE id = NEW.id)"
TRIGGERS = {
    "store_forecast_no_update": f"BEFORE UPDATE ON store_forecast WHEN OLD.scored_at IS NOT NULL OR {CHANGED} {REFUSE}",
    "store_forecast_no_delete": f"BEFORE DELETE ON store_forecast {REFUSE}",
    "store_forecast_no_replace": f"BEFORE INSERT ON store_forecast WHEN {SAME} {REFUSE}",
    "store_forecastrates_no_update": f"BEFORE UPDATE ON store_forecastrates {REFUSE}",
    "store_forecastrates_no_delete": f"BEFORE DELETE ON store_forecastrates {REFUSE}",
}


def key():
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def to(model, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **more)


class Migration(migrations.Migration):
    dependencies = [("store", "0005_warning_life")]
    operations = [
        migrations.CreateModel(
            name="ForecastRates",
            fields=[key(), ("made_at", models.DateTimeField()), ("values", models.JSONField())],
        ),
        migrations.CreateModel(
            name="Forecast",
            fields=[
                key(),
                ("made_at", models.DateTimeField()),
                ("hours", models.PositiveSmallIntegerField()),
                ("expected", models.FloatField()),
                ("median", models.PositiveIntegerField()),
                ("low", models.PositiveIntegerField()),
                ("high", models.PositiveIntegerField()),
                ("inner_low", models.PositiveIntegerField()),
                ("inner_high", models.PositiveIntegerField()),
                ("before", models.PositiveIntegerField()),
                ("made_from", models.JSONField()),
                ("strategy", models.CharField(max_length=80)),
                ("score_at", models.DateTimeField()),
                ("scored_at", models.DateTimeField(null=True)),
                ("actual", models.PositiveIntegerField(null=True)),
                ("story", to("store.story", related_name="forecasts")),
                ("warning", to("store.warning", null=True, related_name="forecasts")),
                ("rates", to("store.forecastrates", related_name="+")),
            ],
        ),
        migrations.AddConstraint("forecast", models.UniqueConstraint(fields=("story", "made_at", "hours"), name="forecast_once")),
        migrations.AddIndex("forecast", models.Index(fields=["scored_at", "score_at"], name="forecast_to_score")),
        migrations.AddIndex("forecast", models.Index(fields=["hours", "-id"], name="forecast_latest")),
        migrations.CreateModel(
            name="CaseWords",
            fields=[
                key(),
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="words", to="store.case")),
                ("terms", models.BinaryField()),
                ("signs", models.JSONField(default=dict)),
                ("items", models.PositiveIntegerField()),
                ("strategy", models.CharField(max_length=80)),
            ],
        ),
        *(migrations.RunSQL(f"CREATE TRIGGER {name} {rest}", f"DROP TRIGGER {name}") for name, rest in TRIGGERS.items()),
    ]
