"""A desk that ran before goes on with everything it had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BEFORE = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection

DAY = "2026-01-01 00:00:00"
ROWS = {
    "store_source": dict(
        id=1, name="s", url="u", kind="post", zone="UTC", interval=5, active=1, allow_private=0, added_at=DAY, due_at=DAY,
        etag="", last_modified="", fingerprint="", charset="", failures=0, trouble="{}",
    ),
    "store_item": dict(
        id=1, key="i", source_id=1, kind="post", url="", title="t", text="", lang="zh", first_seen=DAY, masked="{}", fingerprint="",
    ),
    "store_story": dict(id=1, key="a", title="t", first_at=DAY, last_at=DAY, items=1, outlets=1, reports=1, score=0, place=""),
    "store_membership": dict(item_id=1, story_id=1, decision="new", score=0, threshold=0, reasons="[]", strategy="s"),
    "store_warning": dict(
        id=1, story_id=1, level="blue", score=1, reasons="[]", items="[]", strategy="s", state="raised", raised_at=DAY, updated_at=DAY,
        first_public_at=DAY, route="{}", inhibited="", repeats=0, reason="",
    ),
    "event": dict(id=1, at="", actor_kind="", actor="", type="x", subject="", data="{}", prev_hash="", hash=""),
}
call_command("migrate", "store", "0002", verbosity=0)
with connection.cursor() as cursor:
    for table, row in ROWS.items():
        cursor.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(['%s'] * len(row))})", list(row.values()))
"""
AFTER = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.utils import DatabaseError
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute("SELECT assigned_id, story_id, perhaps FROM store_membership")
    assert cursor.fetchall() == [(1, 1, None)]
    cursor.execute("SELECT raised_for_id, story_id FROM store_warning")
    assert cursor.fetchall() == [(1, 1)]
    for sql, why in (
        ("UPDATE store_membership SET assigned_id = 2", "never changes"),
        ("INSERT OR REPLACE INTO store_membership SELECT * FROM store_membership", "never changes"),
        ("UPDATE event SET type = 'y'", "append-only"),
        ("DELETE FROM event", "append-only"),
    ):
        try:
            cursor.execute(sql)
        except DatabaseError as error:
            assert why in str(error), error
        else:
            raise AssertionError(sql)
    cursor.execute("UPDATE store_membership SET story_id = story_id")
call_command("migrate", "store", "0002", verbosity=0)
call_command("migrate", verbosity=0)
"""


def test_what_was_there_stands_where_it_stood(tmp_path: Path) -> None:
    env = os.environ | {"HUIYING_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "huiying.settings"}
    for script in (BEFORE, AFTER):
        done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, cwd=Path(__file__).parents[2])
        assert done.returncode == 0, done.stderr
