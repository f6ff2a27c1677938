"""Who did something when, kept for a while and never on disc: the memory of the brakes, shared by the web processes of one desk.

What is kept are keyed hashes.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
from datetime import UTC, datetime

from huiying.web.shared import Shared

_TABLE = "CREATE TABLE IF NOT EXISTS tally (what TEXT, who BLOB, times TEXT, at REAL, PRIMARY KEY (what, who)) WITHOUT ROWID"
_FRESH = "CREATE INDEX IF NOT EXISTS tally_at ON tally (what, at)"


class Tally:
    """The last times of each name. `what` keeps the tallies of one desk apart; of the names that were quiet longest none beyond `kept`."""

    def __init__(self, what: str, kept: int) -> None:
        self._what, self._kept = what, kept
        self._shared = Shared("tally", _TABLE, _FRESH)

    def _hash(self, name: str) -> bytes:
        return hmac.digest(self._shared.key, name.encode("utf-8", "surrogateescape"), hashlib.sha256)

    def _times(self, rows: sqlite3.Connection, who: bytes) -> list[float]:
        found = rows.execute("SELECT times FROM tally WHERE what = ? AND who = ?", (self._what, who)).fetchone()
        return json.loads(found[0]) if found else []

    def times(self, name: str) -> list[datetime]:
        """When this name did it, the oldest first."""
        with self._shared.rows() as rows:
            return [datetime.fromtimestamp(at, UTC) for at in self._times(rows, self._hash(name))]

    def add(self, name: str, now: datetime, most: int) -> None:
        """This name did it now. No more than `most` times are kept."""
        who = self._hash(name)
        with self._shared.together() as rows:
            times = json.dumps([*self._times(rows, who), now.timestamp()][-most:])
            rows.execute("INSERT OR REPLACE INTO tally VALUES (?, ?, ?, ?)", (self._what, who, times, now.timestamp()))
            rows.execute(
                "DELETE FROM tally WHERE what = ? AND who IN (SELECT who FROM tally WHERE what = ? ORDER BY at DESC LIMIT -1 OFFSET ?)",
                (self._what, self._what, self._kept),
            )

    def forget(self, name: str) -> None:
        """Nothing is known of this name any more."""
        with self._shared.rows() as rows:
            rows.execute("DELETE FROM tally WHERE what = ? AND who = ?", (self._what, self._hash(name)))

    def __len__(self) -> int:
        with self._shared.rows() as rows:
            return int(rows.execute("SELECT COUNT(*) FROM tally WHERE what = ?", (self._what,)).fetchone()[0])
