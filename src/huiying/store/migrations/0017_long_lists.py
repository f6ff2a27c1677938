"""Indexes for lists that grow for years: stories, ended warnings, statements and their revisions."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0016_search")]

    operations = [
        migrations.AddIndex("item", models.Index(fields=["source", "first_seen"], name="item_of_source")),
        migrations.AlterField(
            "story",
            "merged_into",
            models.ForeignKey(db_index=False, null=True, on_delete=models.deletion.PROTECT, related_name="merged_from", to="store.story"),
        ),
        migrations.AddIndex(
            "story",
            models.Index(condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="story_joined"),
        ),
        migrations.AddIndex(
            "story",
            models.Index(condition=models.Q(("items__gt", 0), ("merged_into", None)), fields=["-last_at", "-id"], name="story_standing"),
        ),
        migrations.AddIndex("warning", models.Index(fields=["-updated_at"], name="warning_moved")),
        migrations.AlterField("statement", "updated_at", models.DateTimeField(db_index=True)),
        # not an AlterField: that would copy the table and lose the triggers that refuse every change
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL("CREATE INDEX revision_published ON store_revision (published_at)", "DROP INDEX revision_published")],
            [migrations.AlterField("revision", "published_at", models.DateTimeField(db_index=True))],
        ),
    ]
