"""Files that somebody is about to bring, kept in this process's memory for a short time: not a byte of them goes to disk."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from typing import NamedTuple

from huiying.core.collect.table import Table
from huiying.core.types import Refusal

LIFE = 20 * 60.0  # seconds
MOST = 6


class Held(NamedTuple):
    """A table that one member uploaded for one source."""

    member: int
    source: int
    name: str
    table: Table
    until: float


_files: OrderedDict[str, Held] = OrderedDict()
_lock = threading.Lock()


def hold(member: int, source: int, name: str, table: Table) -> str:
    """Keep a table; the word by which it is found again. Of too many the oldest goes."""
    word = secrets.token_urlsafe(16)
    with _lock:
        _drop_old()
        while len(_files) >= MOST:
            _files.popitem(last=False)
        _files[word] = Held(member, source, name[:200], table, time.monotonic() + LIFE)
    return word


def held(word: str, member: int, source: int) -> Held:
    """The table. Refuses one that is no longer held, or was another's."""
    with _lock:
        _drop_old()
        found = _files.get(word)
    if found is None or found.member != member or found.source != source:
        raise Refusal("The file is no longer held in memory. Choose it again.")
    return found


def let_go(word: str) -> None:
    """It is not needed any more."""
    with _lock:
        _files.pop(word, None)


def _drop_old() -> None:
    now = time.monotonic()
    for word in [word for word, one in _files.items() if one.until < now]:
        del _files[word]
