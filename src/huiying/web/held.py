"""Files that somebody is about to bring, kept in memory for a short time: not a byte of them goes to disk.

The request that names the columns may reach another web process than the one that brought the file, so the processes of one desk share them
(shared.py), sealed under its key.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from huiying.core.collect.table import Table
from huiying.core.types import Refusal
from huiying.web.shared import Shared

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
        self._shared = Shared("held", "PRAGMA auto_vacuum=FULL", "PRAGMA journal_mode=MEMORY", _TABLE)
        self._cipher = AESGCM(self._shared.key)

    def hold(self, member: int, source: int, name: str, table: Table) -> str:
        """Keep a table; the word by which it is found again. Of too many the oldest goes. Refuses where the memory is full."""
        word, nonce = secrets.token_urlsafe(16), secrets.token_bytes(_NONCE)
        # as MessagePack it takes a sixth of the memory
        sealed = nonce + self._cipher.encrypt(nonce, msgspec.msgpack.encode(table), word.encode())
        now = time.monotonic()
        try:
            with self._shared.together() as rows:
                rows.execute("DELETE FROM held WHERE until < ?", (now,))
                _make_room(rows, len(sealed))
                rows.execute("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)", (word, member, source, name[:200], now + LIFE, sealed))
        except sqlite3.OperationalError as error:
            raise Refusal(
                "There is no memory left for %(file)s just now. Export a shorter time, or try again later.", file=name[:200]
            ) from error
        return word

    def held(self, word: str, member: int, source: int) -> Held:
        """The table. Refuses one that is no longer held, or was another's."""
        question = "SELECT name, sealed FROM held WHERE word = ? AND member = ? AND source = ? AND until >= ?"
        with self._shared.rows() as rows:
            found = rows.execute(question, (word, member, source, time.monotonic())).fetchone()
        if found is not None:
            name, sealed = found
            with suppress(InvalidTag):
                plain = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], word.encode())
                return Held(member, source, name, msgspec.msgpack.decode(plain, type=Table))
        raise Refusal("The file is no longer held in memory. Choose it again.")

    def let_go(self, word: str) -> None:
        """It is not needed any more."""
        with self._shared.rows() as rows:
            rows.execute("DELETE FROM held WHERE word = ?", (word,))


def _make_room(rows: sqlite3.Connection, size: int) -> None:
    kept = rows.execute("SELECT word, LENGTH(sealed) FROM held ORDER BY until, word").fetchall()
    while kept and (len(kept) >= MOST or sum(held for _, held in kept) + size > MOST_BYTES):
        rows.execute("DELETE FROM held WHERE word = ?", (kept.pop(0)[0],))


@lru_cache(1)
def files() -> Files:
    """Those of this desk."""
    return Files()
