"""The database itself refuses to change what is on the record or was published."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.store.models import Entry

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> None:
    for zone in ("Asia/Shanghai", "Europe/London"):
        set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone=zone, places=[], now=NOW)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET actor = 'x'",
        "UPDATE event SET data = '{}' WHERE id = 1",
        "DELETE FROM event",
        "DELETE FROM event WHERE id = 2",
        "INSERT OR REPLACE INTO event SELECT id, at, actor_kind, 'x', type, subject, data, prev_hash, hash FROM event WHERE id = 1",
        "REPLACE INTO event SELECT id, at, actor_kind, 'x', type, subject, data, prev_hash, hash FROM event WHERE id = 1",
        "INSERT INTO event SELECT * FROM event WHERE true ON CONFLICT (id) DO UPDATE SET actor = 'x'",
    ],
)
def test_raw_sql_cannot_change_the_record(record: None, sql: str) -> None:
    before = list(Entry.objects.order_by("id").values_list())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert list(Entry.objects.order_by("id").values_list()) == before


def test_the_models_cannot_either(record: None) -> None:
    row = Entry.objects.first()
    assert row is not None
    row.actor = "x"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        row.delete()
