"""How a warning rings and whom it goes up to, silences, quiet hours, and the outbox of notifications."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import huiying.store.models.desk

LEVELS = [("blue", "blue"), ("yellow", "yellow"), ("orange", "orange"), ("red", "red")]


def from_here_on(apps, schema_editor):
    """What happened before is not told of now; a warning that waits rings as it did, and goes up when it is next said."""
    apps.get_model("store", "Warning").objects.update(rung_at=models.F("raised_at"))
    waiting = apps.get_model("store", "Warning").objects.filter(repeat_at__isnull=False)
    waiting.filter(state="raised").update(escalate_at=models.F("repeat_at"))
    waiting.filter(state="escalated").update(stage="lead")
    last = apps.get_model("store", "Entry").objects.order_by("-id").first()
    apps.get_model("store", "NoticeMark").objects.create(event=last.id if last else 0)


def to(model, **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **more)


def key():
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    dependencies = [("store", "0004_watch_knowledge")]
    operations = [
        migrations.AddField("desk", "quiet_from", models.CharField(blank=True, default="22:00", max_length=5)),
        migrations.AddField("desk", "quiet_until", models.CharField(blank=True, default="07:00", max_length=5)),
        migrations.AddField("desk", "digest_at", models.JSONField(default=huiying.store.models.desk.digest_times)),
        migrations.AddField("warning", "rung_at", models.DateTimeField(null=True)),
        migrations.AddField("warning", "stage", models.CharField(default="owner", max_length=8)),
        migrations.AddField("warning", "escalate_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            "NoticeChannel",
            [
                key(),
                ("kind", models.CharField(choices=[("mail", "mail"), ("chat", "chat")], max_length=8)),
                ("name", models.CharField(max_length=100, unique=True)),
                ("address", models.CharField(max_length=254)),
                ("member", to(settings.AUTH_USER_MODEL, null=True, related_name="notice_channels")),
                ("role", models.CharField(default="", max_length=16)),
                ("department", to("store.department", null=True, related_name="+")),
                ("lang", models.CharField(default="zh-hans", max_length=8)),
                ("active", models.BooleanField(default=True)),
                ("added_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("trouble", models.CharField(default="", max_length=300)),
            ],
        ),
        migrations.CreateModel(
            "Notice",
            [
                key(),
                ("event", models.BigIntegerField()),
                ("cause", models.CharField(max_length=10)),
                ("warning", to("store.warning", related_name="notices")),
                ("channel", to("store.noticechannel", related_name="notices")),
                ("level", models.CharField(max_length=8)),
                ("stage", models.CharField(max_length=8)),
                ("batch", models.CharField(max_length=500)),
                ("state", models.CharField(db_index=True, default="queued", max_length=10)),
                ("made_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("tries", models.PositiveIntegerField(default=0)),
                ("sent_at", models.DateTimeField(null=True)),
                ("trouble", models.CharField(default="", max_length=300)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("event", "warning", "channel"), name="told_once_for_an_event")]},
        ),
        migrations.CreateModel("NoticeMark", [key(), ("event", models.BigIntegerField())]),
        migrations.CreateModel(
            "Silence",
            [
                key(),
                ("story", to("store.story", null=True, related_name="silences")),
                ("watch", to("store.watch", null=True, related_name="+")),
                ("source", to("store.source", null=True, related_name="+")),
                ("place", models.CharField(default="", max_length=200)),
                ("topic", models.CharField(default="", max_length=200)),
                ("most", models.CharField(choices=LEVELS, max_length=8)),
                ("reason", models.TextField()),
                ("by", to(settings.AUTH_USER_MODEL, null=True, related_name="+")),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(db_index=True, null=True)),
                ("ended_by", to(settings.AUTH_USER_MODEL, null=True, related_name="+")),
            ],
        ),
        migrations.RunPython(from_here_on, migrations.RunPython.noop),
        migrations.AlterField("warning", "rung_at", models.DateTimeField()),
    ]
