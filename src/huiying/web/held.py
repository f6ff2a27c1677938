"""Files that somebody is about to bring, kept in this process's memory for a short time: not a byte of them goes to disk."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from typing import NamedTuple

import msgspec

from huiying.core.collect.table import Table
from huiying.core.types import Refusal

LIFE = 20 * 60.0  # seconds
MOST = 6
MOST_BYTES = 96 * 1024 * 1024  # of all of them together, packed


class Held(NamedTuple):
    """A table that one member uploaded for one source."""

    member: int
    source: int
    name: str
    table: Table


class _Packed(NamedTuple):
    """The same as MessagePack, which takes a sixth of the memory."""

    member: int
    source: int
    name: str
    table: bytes
    until: float


_files: OrderedDict[str, _Packed] = OrderedDict()
_lock = threading.Lock()


def hold(member: int, source: int, name: str, table: Table) -> str:
    """Keep a table; the word by which it is found again. Of too many the oldest goes."""
    word = secrets.token_urlsafe(16)
    packed = _Packed(member, source, name[:200], msgspec.msgpack.encode(table), time.monotonic() + LIFE)
    with _lock:
        _drop_old()
        while _files and (len(_files) >= MOST or sum(len(one.table) for one in _files.values()) + len(packed.table) > MOST_BYTES):
            _files.popitem(last=False)
        _files[word] = packed
    return word


def held(word: str, member: int, source: int) -> Held:
    """The table. Refuses one that is no longer held, or was another's."""
    with _lock:
        _drop_old()
        found = _files.get(word)
    if found is None or found.member != member or found.source != source:
        raise Refusal("The file is no longer held in memory. Choose it again.")
    return Held(found.member, found.source, found.name, msgspec.msgpack.decode(found.table, type=Table))


def let_go(word: str) -> None:
    """It is not needed any more."""
    with _lock:
        _files.pop(word, None)


def _drop_old() -> None:
    now = time.monotonic()
    for word in [word for word, one in _files.items() if one.until < now]:
        del _files[word]
