"""Signing in by the body's identity provider: who is linked to whom there, as a keyed hash."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0024_receiver_tests")]

    operations = [
        migrations.CreateModel(
            "Identity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "member",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="identity", to=settings.AUTH_USER_MODEL),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("linked_at", models.DateTimeField()),
            ],
        ),
    ]
