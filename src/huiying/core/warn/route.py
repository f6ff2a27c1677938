"""Who leads: the watch's lead department, else the playbook of its topic and place, else the duty desk; and the first steps."""

from __future__ import annotations

import msgspec

from huiying.core.types import Level


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What routing looks at: the level, and what the watch that found the story says of it."""

    level: Level
    place: str = ""
    topics: tuple[str, ...] = ()
    lead_department: str = ""


class Playbook(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk agreed on beforehand for a kind of warning: who leads, and the first steps.

    An empty `topics` or `places` asks nothing, but one of them must be filled; `least` is the least level the playbook is for.
    """

    name: str
    department: str
    steps: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    least: Level = Level.BLUE


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Who leads ("" where only the duty desk does), why ("watch", "playbook" or "duty"), and the playbook that applies with its steps."""

    department: str
    because: str
    playbook: str = ""
    steps: tuple[str, ...] = ()


def route(facts: Facts, playbooks: tuple[Playbook, ...]) -> Route:
    """The watch names the lead before any playbook does; the first playbook that fits gives the steps in either case."""
    fitting = next((playbook for playbook in playbooks if _fits(playbook, facts)), None)
    name, steps = (fitting.name, fitting.steps) if fitting else ("", ())
    if facts.lead_department:
        return Route(department=facts.lead_department, because="watch", playbook=name, steps=steps)
    if fitting:
        return Route(department=fitting.department, because="playbook", playbook=name, steps=steps)
    return Route(department="", because="duty")


def _fits(playbook: Playbook, facts: Facts) -> bool:
    return (
        facts.level.rank >= playbook.least.rank
        and (not playbook.topics or not set(playbook.topics).isdisjoint(facts.topics))
        and (not playbook.places or facts.place in playbook.places)
        and bool(playbook.topics or playbook.places)
    )
