"""A brake on floods of public forms: at most so many from one address in a while. Addresses are kept as keyed hashes, in memory alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from huiying.web.tally import Tally

MOST = 10
WHILE = timedelta(minutes=10)
KEPT = 10_000


class Brake:
    """Who sent how much lately, in all web processes together."""

    def __init__(self, what: str = "form", most: int = MOST, within: timedelta = WHILE, kept: int = KEPT) -> None:
        self._most, self._within = most, within
        self._sent = Tally(what, kept)

    def wait(self, address: str, now: datetime) -> timedelta | None:
        """How long this address must wait before it may send again; None when it may."""
        times = [at for at in self._sent.times(address) if now - at < self._within]
        return None if len(times) < self._most else times[0] + self._within - now

    def sent(self, address: str, now: datetime) -> None:
        """This address has sent something."""
        self._sent.add(address, now, self._most)
