"""A desk's own lists of words and its own places."""

from django.db import migrations, models

from huiying.core.detect.places import KINDS


class Migration(migrations.Migration):
    dependencies = [("store", "0003_regrouping")]
    operations = [
        migrations.AddField("desk", "home", models.JSONField(default=list)),
        migrations.CreateModel(
            name="WordList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("words", models.JSONField(default=list)),
                ("added_at", models.DateTimeField()),
            ],
            options={"ordering": ["name"]},
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True)),
                ("kind", models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=16)),
                ("other_names", models.JSONField(default=list)),
                ("within", models.CharField(blank=True, default="", max_length=100)),
                ("common", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
            ],
            options={"ordering": ["name"]},
        ),
    ]
