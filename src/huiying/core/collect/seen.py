"""Addresses that a source names without a date: the ones that were not seen before are new. What was seen is kept as digests."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b

SEEN = "seen"  # its name in a source's progress
MOST_SEEN = 50_000  # addresses of one source
MOST_NEW = 500  # of one reading
FIRST = 20  # of the first reading, when everything would be new
_SIZE = 5  # bytes: among 50,000 addresses a new one is taken for an old one once in twenty million


def new_of(named: Sequence[str], seen: str | None, *, now: datetime) -> tuple[str, ...]:
    """The addresses of which `seen` knows nothing; None is before the first reading.

    Of a first reading only some from both ends of the list: on one of them a site puts what is new. Where they begin turns with the
    clock, so that a page that never answers does not stand before the others for ever.
    """
    each = tuple(dict.fromkeys(named))
    if seen is None:
        return each if len(each) <= FIRST else each[: FIRST // 2] + each[-FIRST // 2 :]
    known = _unpacked(seen)
    new = [url for url in each if _digest(url) not in known][:MOST_NEW]
    start = int(now.timestamp()) // 60 % len(new) if new else 0
    return (*new[start:], *new[:start])


def noted(named: Iterable[str], seen: str | None) -> str:
    """What was seen with these addresses added, as text. Addresses that are no longer named go first when it is full."""
    now = dict.fromkeys(map(_digest, named))
    before = (digest for digest in _unpacked(seen or "") if digest not in now)
    return b64encode(b"".join([*now, *before][:MOST_SEEN])).decode("ascii")


def _unpacked(seen: str) -> dict[bytes, None]:
    packed = b64decode(seen)
    return dict.fromkeys(packed[at : at + _SIZE] for at in range(0, len(packed), _SIZE))


def _digest(url: str) -> bytes:
    return blake2b(url.partition("://")[2].encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
