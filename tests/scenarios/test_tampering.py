"""One byte changed anywhere in a copy of the record, and `verify-record` names the entry."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

from tests.scenarios.instance import Instance

COLUMNS = ("id", "at", "actor_kind", "actor", "type", "subject", "data", "prev_hash", "hash")


def test_a_changed_byte_is_named(instance: Instance, tmp_path: Path) -> None:
    instance.run_all(*(["watch", "add", f"自来水 OR 停水{number}", "--name", f"水{number}"] for number in range(6)))
    assert instance.run("verify-record").stdout.startswith(str(instance.query("SELECT count(*) FROM event")[0][0]))
    instance.run("backup", str(tmp_path / "whole.sqlite3"))
    assert "entries hold" in instance.run("verify-record", "--database", str(tmp_path / "whole.sqlite3")).stdout
    dice = random.Random(3)
    ids = [id for (id,) in instance.query("SELECT id FROM event WHERE type != 'backup_made'")]
    for column in COLUMNS:
        copy = tmp_path / f"{column}.sqlite3"
        shutil.copy(tmp_path / "whole.sqlite3", copy)
        victim = dice.choice(ids)
        connection = sqlite3.connect(copy)
        for trigger in ("event_no_update", "event_no_delete", "event_no_replace"):
            connection.execute(f"DROP TRIGGER {trigger}")
        if column == "id":
            connection.execute("UPDATE event SET id = id + 1000 WHERE id = ?", (victim,))
        else:
            (value,) = connection.execute(f"SELECT CAST({column} AS BLOB) FROM event WHERE id = ?", (victim,)).fetchone()
            place = dice.randrange(len(value))
            changed = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
            connection.execute(f"UPDATE event SET {column} = CAST(? AS TEXT) WHERE id = ?", (changed, victim))
        connection.commit()
        connection.close()
        found = instance.run("verify-record", "--database", str(copy), check=False)
        assert found.returncode == 1, column
        assert f"Entry {victim} " in found.stdout, (column, found.stdout)
