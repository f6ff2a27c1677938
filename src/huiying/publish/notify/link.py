"""The link by which one member acknowledges one warning without signing in: signed, for that person and that ringing, and with an end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, Signer

from huiying.core.types import Level
from huiying.store.models import Member, Warning

LASTS = timedelta(hours=24)
_SALT = "huiying.notify.acknowledge"


@dataclass(frozen=True)
class Link:
    """What a link is for. `rank` and `rung` are the level and the ringing that its reader was told of."""

    warning: int
    member: int
    rank: int
    rung: int
    until: int

    def over(self, now: datetime) -> bool:
        """Whether its time has come."""
        return now >= datetime.fromtimestamp(self.until, UTC)

    def outdated(self, row: Warning) -> bool:
        """Whether the warning has grown graver or rings anew since: nobody acknowledges what they were not told."""
        return Level(row.level).rank > self.rank or _second(row.rung_at) != self.rung


def _second(at: datetime) -> int:
    return int(at.timestamp())


def make(row: Warning, member: Member, now: datetime) -> str:
    """The token of a link for this member and the warning as it is now; letters, digits, points and dashes."""
    numbers = (row.pk, member.pk, Level(row.level).rank, _second(row.rung_at), _second(now + LASTS))
    return Signer(salt=_SALT, sep=".").sign("-".join(map(str, numbers)))


def read(token: str) -> Link | None:
    """What a token is for; None where it was not made here."""
    try:
        numbers = Signer(salt=_SALT, sep=".").unsign(token).split("-")
        return Link(*map(int, numbers))
    except (BadSignature, ValueError, TypeError):
        return None
