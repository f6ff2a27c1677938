"""Files that somebody is about to bring, kept in memory for a short time: not a byte of them goes to disk.

The request that names the columns may reach another web process than the one that brought the file, so several processes of one desk keep
them in the folder in memory that HUIYING_SHARED names, sealed under its key. Alone a process keeps its own.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from huiying import settings
from huiying.core.collect.table import Table
from huiying.core.types import Refusal

LIFE = 20 * 60.0  # seconds
MOST = 6
MOST_BYTES = 96 * 1024 * 1024  # of all of them together, packed
_NONCE = 12
_TABLE = "CREATE TABLE IF NOT EXISTS held (word TEXT PRIMARY KEY, member INTEGER, source INTEGER, name TEXT, until REAL, sealed BLOB)"


class Held(NamedTuple):
    """A table that one member uploaded for one source."""

    member: int
    source: int
    name: str
    table: Table


class Files:
    """The held files of one desk, the oldest first out."""

    def __init__(self) -> None:
        key, _, path = settings.value("HUIYING_SHARED").partition("@")
        self._cipher = AESGCM(bytes.fromhex(key) if path else secrets.token_bytes(32))
        self._lock = Lock()
        # one connection for all threads, each use of it under the lock
        where = Path(path) / "held" if path else ":memory:"
        self._rows = sqlite3.connect(where, timeout=10, check_same_thread=False, isolation_level=None)
        self._rows.execute("PRAGMA auto_vacuum=FULL")
        self._rows.execute("PRAGMA journal_mode=MEMORY")
        self._rows.execute("PRAGMA synchronous=OFF")
        self._rows.execute(_TABLE)

    def hold(self, member: int, source: int, name: str, table: Table) -> str:
        """Keep a table; the word by which it is found again. Of too many the oldest goes. Refuses where the memory is full."""
        word, nonce = secrets.token_urlsafe(16), secrets.token_bytes(_NONCE)
        # as MessagePack it takes a sixth of the memory
        sealed = nonce + self._cipher.encrypt(nonce, msgspec.msgpack.encode(table), word.encode())
        now = time.monotonic()
        with self._lock:
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                self._rows.execute("DELETE FROM held WHERE until < ?", (now,))
                self._make_room(len(sealed))
                self._rows.execute("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)", (word, member, source, name[:200], now + LIFE, sealed))
                self._rows.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error):
                    self._rows.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError):
                    raise Refusal(
                        "There is no memory left for %(file)s just now. Export a shorter time, or try again later.", file=name[:200]
                    ) from error
                raise
        return word

    def _make_room(self, size: int) -> None:
        rows = self._rows.execute("SELECT word, LENGTH(sealed) FROM held ORDER BY until, word").fetchall()
        while rows and (len(rows) >= MOST or sum(held for _, held in rows) + size > MOST_BYTES):
            self._rows.execute("DELETE FROM held WHERE word = ?", (rows.pop(0)[0],))

    def held(self, word: str, member: int, source: int) -> Held:
        """The table. Refuses one that is no longer held, or was another's."""
        question = "SELECT name, sealed FROM held WHERE word = ? AND member = ? AND source = ? AND until >= ?"
        with self._lock:
            found = self._rows.execute(question, (word, member, source, time.monotonic())).fetchone()
        if found is not None:
            name, sealed = found
            with suppress(InvalidTag):
                plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], word.encode())
                return Held(member, source, name, msgspec.msgpack.decode(plain, type=Table))
        raise Refusal("The file is no longer held in memory. Choose it again.")

    def let_go(self, word: str) -> None:
        """It is not needed any more."""
        with self._lock:
            self._rows.execute("DELETE FROM held WHERE word = ?", (word,))


@lru_cache(1)
def files() -> Files:
    """Those of this desk."""
    return Files()
