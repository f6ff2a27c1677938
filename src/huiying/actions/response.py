"""The emergency response of a case: activated at a level under a leading group, adjusted and stood down; and its clocks."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.case.duties import Clocks
from huiying.core.case.workflow import advance
from huiying.core.types import Level, Refusal
from huiying.store import models
from huiying.store.standing import clocks_of, put_clocks


@act("case.assess")
def activate(actor: Actor, case: models.Case, *, level: str, leading_group: str, now: datetime) -> None:
    """Activate the response of this level (blue to red: Ⅳ to Ⅰ), or adjust one that is active. It says who leads."""
    if level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=level, levels=", ".join(Level))
    if not leading_group.strip():
        raise Refusal("An active response needs its leading group: who leads, and which offices belong to it.")
    case.response = advance("response", case.response, "activate")
    case.response_level, case.leading_group = level, leading_group.strip()[:300]
    case.activated_at = case.activated_at or now
    case.save()
    _write("response_activated", case, actor=actor, now=now, level=level, leading_group=case.leading_group)


@act("case.assess")
def stand_down(actor: Actor, case: models.Case, *, reason: str, now: datetime) -> None:
    """The danger is over; the response ends at once (突发事件应对法 2024, art. 70)."""
    case.response = advance("response", case.response, "stand_down", reason=reason)
    level, case.activated_at = case.response_level, None
    case.save()
    _write("response_ended", case, actor=actor, now=now, level=level, reason=reason)


@act("case.assess")
def set_clocks(actor: Actor, case: models.Case, *, clocks: Clocks, reason: str, now: datetime) -> None:
    """Enter a clock that was not known, or one found to have begun earlier. No clock is ever set back."""
    if not reason.strip():
        raise Refusal("Say how the time became known.")
    before = clocks_of(case)
    after = before.corrected(clocks)
    if any(at > now for name in after.__struct_fields__ if (at := getattr(after, name)) is not None):
        raise Refusal("A time lies in the future. Enter when it was learned and when it was first public.")
    put_clocks(case, after)
    case.save()
    changed = {name: at.isoformat() for name in after.__struct_fields__ if (at := getattr(after, name)) != getattr(before, name)}
    _write("clocks_corrected", case, actor=actor, now=now, reason=reason, **changed)


def _write(type: str, case: models.Case, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"case:{case.pk}", case=case.pk, **data)
