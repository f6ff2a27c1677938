"""Tests of receivers, asked for in the browser and sent by the worker."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0023_stories_apart")]

    operations = [
        migrations.AddField("receiver", "test_asked_at", models.DateTimeField(null=True)),
        migrations.AddField("receiver", "tested_at", models.DateTimeField(null=True)),
        migrations.AddField("receiver", "test_trouble", models.CharField(default="", max_length=200)),
    ]
