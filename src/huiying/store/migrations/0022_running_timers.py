"""An index of the timers that run, in the order in which they end: the ended ones of years are not in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0021_receivers")]

    operations = [
        migrations.AddIndex(
            "dutytimer", models.Index(condition=models.Q(("ended_at", None)), fields=["due_at", "id"], name="timer_running")
        ),
    ]
