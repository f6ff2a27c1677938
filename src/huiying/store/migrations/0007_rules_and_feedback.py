"""The desk's rules with their backtests, what the pipeline ran under, feedback on warnings, and cases that others told us of."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEPT = {
    "store_ruleversion": "an adopted rule never changes",
    "store_regime": "what the pipeline ran under never changes",
    "store_feedback": "feedback is never changed, only followed",
}


def triggers(table, reason):
    refuse = f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
    yield f"{table}_no_update", f"BEFORE UPDATE ON {table} {refuse}"
    yield f"{table}_no_delete", f"BEFORE DELETE ON {table} {refuse}"
    yield f"{table}_no_replace", f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {refuse}"  # noqa: S608 - our own names


def key():
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def member():
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("store", "0006_forecasts")]
    operations = [
        migrations.AddField("case", "known_by", models.CharField(max_length=12, default="")),
        migrations.CreateModel(
            name="Backtest",
            fields=[
                key(),
                ("base", models.PositiveIntegerField()),
                ("changes", models.JSONField()),
                ("days", models.PositiveIntegerField()),
                ("start", models.DateTimeField()),
                ("end", models.DateTimeField()),
                ("state", models.CharField(db_index=True, default="queued", max_length=8)),
                ("progress", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("result", models.JSONField(null=True)),
                ("trouble", models.JSONField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("asked_by", member()),
            ],
        ),
        migrations.CreateModel(
            name="RuleVersion",
            fields=[
                key(),
                ("number", models.PositiveIntegerField(unique=True)),
                ("rule", models.CharField(max_length=60, unique=True)),
                ("values", models.JSONField()),
                ("effective_at", models.DateTimeField()),
                ("adopted_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("adopted_by", member()),
                ("proposed_by", member()),
                (
                    "backtest",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="adopted", to="store.backtest"),
                ),
            ],
            options={"ordering": ["number"]},
        ),
        migrations.CreateModel(
            name="Regime",
            fields=[
                key(),
                ("after", models.BigIntegerField()),
                ("setup", models.JSONField()),
                ("anew_from", models.BigIntegerField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                key(),
                ("verdict", models.CharField(max_length=12)),
                ("at", models.DateTimeField()),
                ("member", member()),
                ("warning", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="store.warning")),
            ],
        ),
        *(
            migrations.RunSQL(f"CREATE TRIGGER {name} {rest}", f"DROP TRIGGER {name}")
            for table, reason in KEPT.items()
            for name, rest in triggers(table, reason)
        ),
    ]
