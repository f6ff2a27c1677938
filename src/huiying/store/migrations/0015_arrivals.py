"""What waits to be taken in, and items whose words are gone.

What the pipeline decided about an item still refuses every change but one: of an item that is gone the words behind the numbers go too.
"""

import django.db.models.deletion
from django.db import migrations, models

DECIDED = (
    "item_id",
    "assigned_id",
    "decision",
    "duplicate_of_id",
    "score",
    "threshold",
    "runner_up",
    "perhaps",
    "perhaps_with_id",
    "strategy",
)
CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in DECIDED)
REFUSE = "BEGIN SELECT RAISE(ABORT, 'what was decided about an item never changes'); END"
BEFORE = f"BEFORE UPDATE ON store_membership WHEN {CHANGED} OR OLD.reasons IS NOT NEW.reasons {REFUSE}"
# the same parts in the same order with the same numbers, and no word in any
NUMBERS = "(SELECT json_group_array(json(json_remove(value, '$.detail'))) FROM json_each({row}.reasons))"
SAME_NUMBERS = f"{NUMBERS.format(row='OLD')} IS {NUMBERS.format(row='NEW')}"
NO_WORDS = "NOT EXISTS (SELECT 1 FROM json_each(NEW.reasons) WHERE COALESCE(json_extract(value, '$.detail'), '') <> '')"
GONE = "EXISTS (SELECT 1 FROM store_item WHERE id = NEW.item_id AND gone <> '')"
AFTER = (
    f"BEFORE UPDATE ON store_membership WHEN {CHANGED} OR (OLD.reasons IS NOT NEW.reasons AND NOT "
    f"({GONE} AND {SAME_NUMBERS} AND {NO_WORDS})) {REFUSE}"
)
STAYS = (
    "BEFORE UPDATE ON store_item WHEN OLD.gone <> '' AND (OLD.gone IS NOT NEW.gone OR OLD.title IS NOT NEW.title OR NEW.text <> '' "
    "OR NEW.url <> '' OR OLD.key IS NOT NEW.key) BEGIN SELECT RAISE(ABORT, 'what is gone does not come back'); END"
)


class Migration(migrations.Migration):
    dependencies = [("store", "0014_source_health")]

    operations = [
        migrations.AddField("source", "progress", models.JSONField(default=dict)),
        migrations.AddField("desk", "retention", models.JSONField(default=dict)),
        migrations.AddField("item", "gone", models.CharField(default="", max_length=10)),
        migrations.AddField("item", "gone_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("items", models.JSONField(default=list)),
                ("gone", models.JSONField(default=list)),
                ("came_at", models.DateTimeField()),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="arrivals", to="store.source"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=32)),
                ("mark", models.CharField(max_length=32)),
                ("items", models.PositiveIntegerField(default=0)),
                ("came_at", models.DateTimeField(db_index=True)),
                (
                    "source",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="store.source"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("source", "name"), name="delivered_once"),
                    models.UniqueConstraint(fields=("source", "mark"), name="signed_once"),
                ]
            },
        ),
        migrations.RunSQL("DROP TRIGGER store_membership_no_update", f"CREATE TRIGGER store_membership_no_update {BEFORE}"),
        migrations.RunSQL(f"CREATE TRIGGER store_membership_no_update {AFTER}", "DROP TRIGGER store_membership_no_update"),
        migrations.RunSQL(f"CREATE TRIGGER store_item_gone {STAYS}", "DROP TRIGGER store_item_gone"),
    ]
