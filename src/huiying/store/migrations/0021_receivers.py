"""Programs of the body that are told what happens at the desk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0020_contact")]

    operations = [
        migrations.CreateModel(
            "Receiver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True)),
                ("url", models.CharField(max_length=500)),
                ("events", models.JSONField(default=list)),
                ("allow_private", models.BooleanField(default=False)),
                ("active", models.BooleanField(default=True)),
                ("turn", models.PositiveIntegerField(default=0)),
                ("mark", models.BigIntegerField()),
                ("tries", models.PositiveIntegerField(default=0)),
                ("due_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("trouble", models.CharField(default="", max_length=200)),
                ("added_at", models.DateTimeField()),
            ],
        ),
    ]
