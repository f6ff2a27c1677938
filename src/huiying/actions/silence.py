"""Keeping warnings from sounding for a while, with a reason and an end."""

from __future__ import annotations

from datetime import datetime

from huiying.actions import ringing
from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.types import Level, Refusal
from huiying.core.warn.silence import check
from huiying.store.models import Silence, Source, Story, Warning, Watch
from huiying.store.ringing import silence_of


@act("warning.silence")
def add_silence(
    actor: Actor,
    *,
    reason: str,
    until: datetime | None,
    story: Story | None = None,
    watch: Watch | None = None,
    source: Source | None = None,
    place: str = "",
    topic: str = "",
    most: str = "",
    now: datetime,
) -> Silence:
    """Silence what fits every matcher given, up to the level `most`; where that is empty up to yellow, or for one story to its own level.

    What is silent stays on the board. Orange and red fall silent only by their story.
    """
    return _silence(actor, reason, until, story, watch, source, place, topic, most, now)


@act("warning.silence")
def silence_warning(actor: Actor, warning: Warning, *, reason: str, until: datetime | None, now: datetime) -> Silence:
    """Silence one warning up to the level that it has now; where it rises it sounds again."""
    return _silence(actor, reason, until, warning.raised_for, None, None, "", "", warning.level, now)


def _silence(
    actor: Actor,
    reason: str,
    until: datetime | None,
    story: Story | None,
    watch: Watch | None,
    source: Source | None,
    place: str,
    topic: str,
    most: str,
    now: datetime,
) -> Silence:
    if until is None:
        raise Refusal("A silence needs an end. It ends by itself then, and a person may end it earlier.")
    if most and most not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=most, levels=", ".join(Level))
    warned = getattr(story, "raised", None) if story is not None else None
    row = Silence(
        story=story,
        watch=watch,
        source=source,
        place=place.strip()[:200],
        topic=topic.strip()[:200],
        most=most or (warned.level if warned is not None else Level.YELLOW.value),
        reason=reason.strip()[:2000],
        by=actor.member,
        since=now,
        until=until,
    )
    check(silence_of(row))
    row.save()
    facts = {
        "story": story.key if story else "",
        "warning": warned.pk if warned is not None else None,
        "watch": watch.name if watch else "",
        "source": source.name if source else "",
        "place": row.place,
        "topic": row.topic,
    }
    write(
        "silence_added",
        actor=actor,
        now=now,
        subject=f"silence:{row.pk}",
        level=row.most,
        reason=row.reason,
        until=until.isoformat(),
        **{name: value for name, value in facts.items() if value},
    )
    return row


@act("warning.silence")
def end_silence(actor: Actor, silence: Silence, *, now: datetime) -> None:
    """End it early; what it kept quiet is said at once."""
    if silence.ended_at is not None:
        raise Refusal("This silence is over already.")
    ringing.end(silence, actor=actor, now=now)
