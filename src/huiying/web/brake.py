"""A brake on floods of public forms: at most so many from one address in a while. Addresses are kept as keyed hashes, in memory alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict, deque
from datetime import datetime, timedelta

MOST = 10
WHILE = timedelta(minutes=10)
KEPT = 10_000


class Brake:
    """Who sent how much lately. The key is made at the start and never stored: a restart forgets everything."""

    def __init__(self, most: int = MOST, within: timedelta = WHILE, kept: int = KEPT) -> None:
        self._most, self._within, self._kept = most, within, kept
        self._key = secrets.token_bytes(32)
        self._sent: OrderedDict[bytes, deque[datetime]] = OrderedDict()

    def wait(self, address: str, now: datetime) -> timedelta | None:
        """How long this address must wait before it may send again; None when it may."""
        times = self._sent.get(self._hash(address))
        while times and now - times[0] >= self._within:
            times.popleft()
        return None if times is None or len(times) < self._most else times[0] + self._within - now

    def sent(self, address: str, now: datetime) -> None:
        """This address has sent something."""
        hashed = self._hash(address)
        times = self._sent.pop(hashed, deque(maxlen=self._most))
        times.append(now)
        self._sent[hashed] = times
        while len(self._sent) > self._kept:
            self._sent.popitem(last=False)

    def _hash(self, address: str) -> bytes:
        return hmac.digest(self._key, address.encode("utf-8", "surrogateescape"), hashlib.sha256)
