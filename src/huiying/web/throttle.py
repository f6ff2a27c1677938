"""A brake on guessing passwords: after ten failures a user name must wait. Kept in memory for all web processes; a restart forgets it."""

from __future__ import annotations

from datetime import datetime, timedelta

from huiying.web.tally import Tally

MOST = 10
WAIT = timedelta(minutes=5)
KEPT = 10_000


class Throttle:
    """Failures by user name. Names that nobody has count too, so that the answer tells nothing about who exists."""

    def __init__(self, what: str = "password", most: int = MOST, wait: timedelta = WAIT, kept: int = KEPT) -> None:
        self._most, self._wait = most, wait
        self._failures = Tally(what, kept)

    def wait(self, name: str, now: datetime) -> timedelta | None:
        """How long this name must still wait; None when it may try."""
        times = self._failures.times(name)
        if len(times) < self._most:
            return None
        left = times[-1] + self._wait - now
        if left <= timedelta(0):
            self._failures.forget(name)
            return None
        return left

    def failed(self, name: str, now: datetime) -> None:
        """A wrong password was given for this name."""
        self._failures.add(name, now, self._most)

    def worked(self, name: str) -> None:
        """The right password was given."""
        self._failures.forget(name)


# One for everybody: passwords by user name, and codes after the password, of which fewer may be wrong.
throttle = Throttle()
code_throttle = Throttle("code", most=5, wait=timedelta(minutes=15))
# Sign-ins by the identity provider that came to nothing, in a row: by where they came from, as nobody gave a name.
identity_throttle = Throttle("identity", most=20)
