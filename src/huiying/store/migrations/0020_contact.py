"""How somebody of the public can be reached, where they say so: a sealed note that no member wrote."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

NOTE = "store.sealednote"
NAMES = ("informant", "health", "family", "other", "contact")


def _contact() -> models.ForeignKey:
    return models.ForeignKey(NOTE, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+")


class Migration(migrations.Migration):
    dependencies = [("store", "0019_saved_views")]

    operations = [
        migrations.AlterField(
            "sealednote",
            "made_by",
            models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+"),
        ),
        migrations.AlterField("sealednote", "subject", models.CharField(max_length=12, choices=[(name, name) for name in NAMES])),
        migrations.AddField("contest", "contact", _contact()),
        migrations.AddField("correctionrequest", "contact", _contact()),
    ]
