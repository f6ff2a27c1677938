"""Who did something when, kept for a while and never on disc: the memory of the brakes, shared by the web processes of one desk.

`huiying up` makes a folder in memory for several processes and names it, with a key, in HUIYING_SHARED. Alone a process keeps its own.
What is kept are keyed hashes; the key is made anew at every start, so a restart forgets everything.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from huiying import settings

_TABLE = "CREATE TABLE IF NOT EXISTS tally (what TEXT, who BLOB, times TEXT, at REAL, PRIMARY KEY (what, who)) WITHOUT ROWID"
_FRESH = "CREATE INDEX IF NOT EXISTS tally_at ON tally (what, at)"


class Tally:
    """The last times of each name. `what` keeps the tallies of one desk apart; of the names that were quiet longest none beyond `kept`."""

    def __init__(self, what: str, kept: int) -> None:
        self._what, self._kept, self._lock = what, kept, Lock()
        key, _, path = settings.value("HUIYING_SHARED").partition("@")
        self._key = bytes.fromhex(key) if path else secrets.token_bytes(32)
        # one connection for all threads, each use of it under the lock
        where = Path(path) / "tally" if path else ":memory:"
        self._rows = sqlite3.connect(where, timeout=10, check_same_thread=False, isolation_level=None)
        self._rows.execute("PRAGMA synchronous=OFF")
        self._rows.execute(_TABLE)
        self._rows.execute(_FRESH)

    def _hash(self, name: str) -> bytes:
        return hmac.digest(self._key, name.encode("utf-8", "surrogateescape"), hashlib.sha256)

    def _times(self, who: bytes) -> list[float]:
        found = self._rows.execute("SELECT times FROM tally WHERE what = ? AND who = ?", (self._what, who)).fetchone()
        return json.loads(found[0]) if found else []

    def times(self, name: str) -> list[datetime]:
        """When this name did it, the oldest first."""
        with self._lock:
            return [datetime.fromtimestamp(at, UTC) for at in self._times(self._hash(name))]

    def add(self, name: str, now: datetime, most: int) -> None:
        """This name did it now. No more than `most` times are kept."""
        who = self._hash(name)
        with self._lock:
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                times = json.dumps([*self._times(who), now.timestamp()][-most:])
                self._rows.execute("INSERT OR REPLACE INTO tally VALUES (?, ?, ?, ?)", (self._what, who, times, now.timestamp()))
                self._rows.execute(
                    "DELETE FROM tally WHERE what = ? AND who IN (SELECT who FROM tally WHERE what = ? ORDER BY at DESC LIMIT -1 OFFSET ?)",
                    (self._what, self._what, self._kept),
                )
            except BaseException:
                self._rows.execute("ROLLBACK")
                raise
            self._rows.execute("COMMIT")

    def forget(self, name: str) -> None:
        """Nothing is known of this name any more."""
        with self._lock:
            self._rows.execute("DELETE FROM tally WHERE what = ? AND who = ?", (self._what, self._hash(name)))

    def __len__(self) -> int:
        with self._lock:
            return int(self._rows.execute("SELECT COUNT(*) FROM tally WHERE what = ?", (self._what,)).fetchone()[0])
