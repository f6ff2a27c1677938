"""Distinct voices of a story as a rounded number; silences and surges; the hours of a watch."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0007_rules_and_feedback"),
    ]

    operations = [
        migrations.AddField(
            model_name="story",
            name="voices",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name="Anomaly",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("silence", "silence"), ("surge", "surge")], max_length=8)),
                ("since", models.DateTimeField()),
                ("value", models.FloatField()),
                ("usual", models.FloatField()),
                ("strategy", models.CharField(max_length=80)),
                ("noticed_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(db_index=True, null=True)),
                (
                    "source",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="anomalies", to="store.source"),
                ),
                (
                    "watch",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="anomalies", to="store.watch"),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("watch", None)), fields=("kind", "source"), name="source_noticed_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("source", None)), fields=("kind", "watch"), name="watch_noticed_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WatchHour",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("count", models.PositiveIntegerField()),
                ("expected", models.FloatField()),
                ("low", models.FloatField()),
                ("high", models.FloatField()),
                ("watch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="hours", to="store.watch")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("watch", "at"), name="watch_hour_once")],
            },
        ),
    ]
