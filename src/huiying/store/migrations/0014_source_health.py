from urllib.parse import urlsplit

import django.db.models.deletion
from django.db import migrations, models


def name_hosts(apps, _schema):
    sources = apps.get_model("store", "Source")
    for row in sources.objects.all():
        try:
            row.host = (urlsplit(row.url.strip()).hostname or "").rstrip(".").lower()[:255]
        except ValueError:
            continue
        row.save(update_fields=["host"])


class Migration(migrations.Migration):
    dependencies = [("store", "0013_people")]

    operations = [
        migrations.AddField("source", "host", models.CharField(db_index=True, default="", max_length=255)),
        migrations.AddField("source", "slowest", models.PositiveIntegerField(default=0)),
        migrations.AddField("source", "wait", models.FloatField(null=True)),
        migrations.AddField("source", "failing_since", models.DateTimeField(null=True)),
        migrations.AddField("source", "conditional", models.BooleanField(default=True)),
        migrations.AddField("source", "declared", models.CharField(default="", max_length=32)),
        migrations.AddField("source", "skew", models.FloatField(null=True)),
        migrations.AddField("source", "newest_at", models.DateTimeField(null=True)),
        migrations.AddField("source", "lost_at", models.DateTimeField(null=True)),
        migrations.AddField("source", "held_until", models.DateTimeField(null=True)),
        migrations.AddField("source", "moved_to", models.CharField(default="", max_length=2000)),
        migrations.AddField("source", "moved_times", models.PositiveIntegerField(default=0)),
        migrations.AddField("source", "moved_since", models.DateTimeField(null=True)),
        migrations.AddField("source", "gone_at", models.DateTimeField(null=True)),
        migrations.AddField("source", "tls", models.JSONField(null=True)),
        migrations.CreateModel(
            name="SourceFetch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("outcome", models.CharField(max_length=12)),
                ("reason", models.CharField(default="", max_length=32)),
                ("status", models.PositiveIntegerField(null=True)),
                ("at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
                ("ms", models.PositiveIntegerField(default=0)),
                ("items", models.PositiveIntegerField(default=0)),
                ("bytes", models.BigIntegerField(default=0)),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="fetches", to="store.source"),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="SourceDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("good", models.PositiveIntegerField(default=0)),
                ("bad", models.PositiveIntegerField(default=0)),
                ("items", models.PositiveIntegerField(default=0)),
                ("lost", models.PositiveIntegerField(default=0)),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="days", to="store.source"),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("source", "day"), name="source_day_once")],
            },
        ),
        migrations.AddIndex("source", models.Index(fields=["active", "due_at"], name="source_due")),
        migrations.RunPython(name_hosts, migrations.RunPython.noop),
    ]
