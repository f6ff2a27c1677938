"""What the web processes of one desk share, kept in memory and never on disc.

`huiying up` makes a folder in memory for several processes and names it, with a key, in HUIYING_SHARED. Alone a process keeps its own. The
key is made anew at every start, so a restart forgets everything.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from huiying import settings

KEY = 32  # bytes


class Shared:
    """One file of the desk's memory: the desk's key, and one connection for all threads of a process, each use of it under the lock."""

    def __init__(self, name: str, *statements: str) -> None:
        key, _, path = settings.value("HUIYING_SHARED").partition("@")
        self.key = bytes.fromhex(key) if path else secrets.token_bytes(KEY)
        self._lock = Lock()
        where = Path(path) / name if path else ":memory:"
        self._rows = sqlite3.connect(where, timeout=10, check_same_thread=False, isolation_level=None)
        for statement in (*statements, "PRAGMA synchronous=OFF"):
            self._rows.execute(statement)

    @contextmanager
    def rows(self) -> Iterator[sqlite3.Connection]:
        """The connection, for single statements."""
        with self._lock:
            yield self._rows

    @contextmanager
    def together(self) -> Iterator[sqlite3.Connection]:
        """The connection, for statements of which all take effect or none."""
        with self._lock:
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                yield self._rows
                self._rows.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # where the memory is full it has been taken back already
                    self._rows.execute("ROLLBACK")
                raise
