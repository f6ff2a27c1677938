"""The record and the published revisions refuse every change, whoever asks: also raw SQL, also INSERT OR REPLACE."""

from django.db import migrations

REFUSALS = {"event": "the record is append-only", "store_revision": "a published revision never changes"}
# what makes a row the same row: REPLACE would put a new one in its place without a DELETE that a trigger sees
SAME = {"event": "id = NEW.id", "store_revision": "id = NEW.id OR (statement_id = NEW.statement_id AND number = NEW.number)"}


def triggers(table: str, reason: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{reason}'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{reason}'); END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {SAME[table]}) "  # noqa: S608 - our own names
        f"BEGIN SELECT RAISE(ABORT, '{reason}'); END",
    ]


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for table, reason in REFUSALS.items() for sql in triggers(table, reason)]
