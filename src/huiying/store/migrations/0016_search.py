"""The search index: two full-text tables without a copy of the text, and what they hold of the desk's own."""

from django.db import migrations, models

FULL_TEXT = "CREATE VIRTUAL TABLE {name} USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')"


class Migration(migrations.Migration):
    dependencies = [("store", "0015_arrivals")]

    operations = [
        migrations.CreateModel(
            "Findable",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("key", models.CharField(max_length=64)),
                ("title", models.TextField()),
                ("terms", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("kind", "key"), name="findable_once")]},
        ),
        migrations.CreateModel(
            "Indexed",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.BigIntegerField(default=0)),
                ("entry", models.BigIntegerField(default=0)),
            ],
        ),
        *(migrations.RunSQL(FULL_TEXT.format(name=name), f"DROP TABLE {name}") for name in ("found_item", "found_own")),
    ]
