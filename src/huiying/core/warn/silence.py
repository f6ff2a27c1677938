"""A silence stops matching warnings from sounding until its end, with a reason (silence, matcher: the words of Prometheus Alertmanager).

It hides nothing: a silenced warning stays on the board. One that names a kind of warning (a watch, place, topic or source) is for blue and
yellow alone; orange and red fall silent only by one that names their story, and a warning that rises above what was silenced sounds again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from huiying.core.types import Level, Refusal

LONGEST = timedelta(days=30)
LONGEST_GRAVE = timedelta(hours=12)


class Sounding(msgspec.Struct, frozen=True, kw_only=True):
    """What a silence looks at in a warning. `sources` are those of every item the warning rests on."""

    story: str
    level: Level
    watch: str = ""
    place: str = ""
    topics: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """Every matcher that is filled must fit. `most` is the gravest level that falls silent; `until` is the first moment it sounds again."""

    id: int
    since: datetime
    until: datetime
    reason: str
    most: Level
    story: str = ""
    watch: str = ""
    place: str = ""
    topic: str = ""
    source: str = ""

    def fits(self, warning: Sounding) -> bool:
        """Whether the matchers fit. A source fits only where every item comes from it: what others report too is not its noise."""
        return (
            warning.level.rank <= self.most.rank
            and self.story in ("", warning.story)
            and self.watch in ("", warning.watch)
            and self.place in ("", warning.place)
            and (not self.topic or self.topic in warning.topics)
            and (not self.source or warning.sources == {self.source})
        )


def check(silence: Silence) -> None:
    """Refuses a silence without a reason, without an end, without a matcher, too long, or too wide for its level."""
    if not silence.reason.strip():
        raise Refusal("A silence needs a reason; it stays on the record.")
    if not (silence.story or silence.watch or silence.place or silence.topic or silence.source):
        raise Refusal("Say what falls silent: one story, or a watch, place, topic or source.")
    if silence.until <= silence.since:
        raise Refusal("The end of a silence lies in the future. Choose a later time.")
    grave = silence.most.rank >= Level.ORANGE.rank
    if grave and not silence.story:
        raise Refusal("Orange and red warnings fall silent one by one only: name the story.")
    length = silence.until - silence.since
    if length > (LONGEST_GRAVE if grave else LONGEST):
        if grave:
            raise Refusal("An orange or red warning is silent for 12 hours at most. Choose an earlier end.")
        raise Refusal("A silence lasts 30 days at most. Choose an earlier end.")


def silenced_by(warning: Sounding, silences: Iterable[Silence], now: datetime) -> Silence | None:
    """The silence that keeps the warning quiet now: of several the one that ends last, then the oldest. None where it may sound."""
    fitting = [silence for silence in silences if silence.since <= now < silence.until and silence.fits(warning)]
    return max(fitting, key=lambda silence: (silence.until, -silence.id), default=None)
