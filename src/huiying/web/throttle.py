"""A brake on guessing passwords: after ten failures a user name must wait. Kept in the process; a restart forgets it."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

MOST = 10
WAIT = timedelta(minutes=5)
KEPT = 10_000


class Throttle:
    """Failures by user name. Names that nobody has count too, so that the answer tells nothing about who exists."""

    def __init__(self, most: int = MOST, wait: timedelta = WAIT, kept: int = KEPT) -> None:
        self._most, self._wait, self._kept = most, wait, kept
        self._failures: OrderedDict[str, tuple[int, datetime]] = OrderedDict()

    def wait(self, name: str, now: datetime) -> timedelta | None:
        """How long this name must still wait; None when it may try."""
        count, last = self._failures.get(name, (0, now))
        if count < self._most:
            return None
        left = last + self._wait - now
        if left <= timedelta(0):
            del self._failures[name]
            return None
        return left

    def failed(self, name: str, now: datetime) -> None:
        """A wrong password was given for this name."""
        count, _ = self._failures.pop(name, (0, now))
        self._failures[name] = (count + 1, now)
        while len(self._failures) > self._kept:
            self._failures.popitem(last=False)

    def worked(self, name: str) -> None:
        """The right password was given."""
        self._failures.pop(name, None)


# One for everybody in this process: passwords by user name, and codes after the password, of which fewer may be wrong.
throttle = Throttle()
code_throttle = Throttle(most=5, wait=timedelta(minutes=15))
