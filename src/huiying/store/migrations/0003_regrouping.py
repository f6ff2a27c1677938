"""Proposals about stories, and beside everything that was decided at the time where it stands now.

What the pipeline decided about an item refuses every change, whoever asks.
"""

import django.db.models.deletion
from django.conf import settings
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
    "reasons",
    "strategy",
)
CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in DECIDED)
REASON = "what was decided about an item never changes"
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{REASON}'); END"
SAME = "EXISTS (SELECT 1 FROM store_membership WHERE item_id = NEW.item_id)"
TRIGGERS = {
    "store_membership_no_update": f"BEFORE UPDATE ON store_membership WHEN {CHANGED} {REFUSE}",
    "store_membership_no_replace": f"BEFORE INSERT ON store_membership WHEN {SAME} {REFUSE}",
}


def as_it_was(apps, schema_editor):
    """Until now everything stands where it was put."""
    for model, column in (("Membership", "assigned"), ("Warning", "raised_for"), ("CaseStory", "linked")):
        apps.get_model("store", model).objects.update(**{column: models.F("story")})


def story(**more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.story", **more)


class Migration(migrations.Migration):
    dependencies = [("store", "0002_append_only")]
    operations = [
        migrations.AddField("story", "merged_into", story(null=True, related_name="merged_from")),
        migrations.AddField("membership", "assigned", story(null=True, related_name="assignments")),
        migrations.AddField("membership", "perhaps", models.JSONField(null=True)),
        migrations.AddField("membership", "perhaps_with", story(null=True, related_name="perhaps_also")),
        migrations.AlterField("warning", "story", story(related_name="warnings")),
        migrations.AddField(
            "warning",
            "raised_for",
            models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="raised", to="store.story"),
        ),
        migrations.AlterField("casestory", "story", story(related_name="case_links")),
        migrations.AddField("casestory", "linked", story(null=True, related_name="+")),
        migrations.RunPython(as_it_was, migrations.RunPython.noop),
        migrations.AlterField("membership", "assigned", story(related_name="assignments")),
        migrations.AlterField(
            "warning",
            "raised_for",
            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="raised", to="store.story"),
        ),
        migrations.AlterField("casestory", "linked", story(related_name="+")),
        migrations.AddConstraint("casestory", models.UniqueConstraint(fields=("case", "linked"), name="story_once_in_a_case")),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("merge", "merge"), ("split", "split")], max_length=8)),
                ("other_key", models.CharField(max_length=64)),
                ("items", models.JSONField(default=list)),
                ("size", models.PositiveIntegerField()),
                ("score", models.FloatField(null=True)),
                ("threshold", models.FloatField(null=True)),
                ("reasons", models.JSONField(default=list)),
                ("strategy", models.CharField(max_length=80)),
                ("state", models.CharField(db_index=True, default="open", max_length=12)),
                ("proposed_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("reason", models.TextField(default="")),
                ("accepted_as", models.BigIntegerField(null=True)),
                ("before", models.JSONField(default=dict)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("story", story(related_name="proposals")),
                ("other", story(null=True, related_name="other_proposals")),
            ],
        ),
        migrations.AddConstraint(
            "proposal",
            models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("kind", "story", "other_key"), name="proposed_once"),
        ),
        *(migrations.RunSQL(f"CREATE TRIGGER {name} {rest}", f"DROP TRIGGER {name}") for name, rest in TRIGGERS.items()),
    ]
