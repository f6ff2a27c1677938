"""Views that a member keeps, and whether single keys do something on their pages."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0017_long_lists")]

    operations = [
        migrations.AddField("member", "single_keys", models.BooleanField(default=True)),
        migrations.CreateModel(
            "SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("address", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="views", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"ordering": ["name", "id"]},
        ),
        migrations.AddConstraint("savedview", models.UniqueConstraint(fields=("member", "name"), name="one_view_a_name")),
    ]
