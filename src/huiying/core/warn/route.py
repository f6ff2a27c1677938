"""Where a warning goes: the watch's lead department, else the playbook of its topic and place, else the duty desk."""

from __future__ import annotations

import msgspec

from huiying.core.types import Level, Warning, WatchQuery


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What routing looks at: the level, and what the watch that found the story says of it."""

    level: Level
    place: str = ""
    topics: tuple[str, ...] = ()
    lead_department: str = ""


class Playbook(msgspec.Struct, frozen=True, kw_only=True):
    """A rule for a kind of warning. An empty `topics` or `places` asks nothing; `least` is the least level it is for."""

    name: str
    department: str
    receivers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    least: Level = Level.BLUE


class Routes(msgspec.Struct, frozen=True, kw_only=True):
    """The desk's routes: who receives for a department, the playbooks in order of precedence, and the duty desk, which always hears too."""

    duty_department: str
    duty_receivers: tuple[str, ...]
    receivers: dict[str, tuple[str, ...]] = {}
    playbooks: tuple[Playbook, ...] = ()


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Where one warning goes, and why: "watch", "playbook NAME" or "duty"."""

    department: str
    receivers: tuple[str, ...]
    because: str


def facts_of(warning: Warning, watch: WatchQuery | None) -> Facts:
    """The facts of a warning and the watch that it names."""
    if watch is None:
        return Facts(level=warning.level)
    return Facts(level=warning.level, place=watch.place, topics=watch.topics, lead_department=watch.lead_department)


def route(facts: Facts, routes: Routes) -> Route:
    """The department that leads and everyone who hears of it, the duty desk last; nobody is named twice."""
    if facts.lead_department:
        return _route(facts.lead_department, routes.receivers.get(facts.lead_department, ()), "watch", routes)
    for playbook in routes.playbooks:
        if _fits(playbook, facts):
            receivers = playbook.receivers or routes.receivers.get(playbook.department, ())
            return _route(playbook.department, receivers, f"playbook {playbook.name}", routes)
    return _route(routes.duty_department, (), "duty", routes)


def _fits(playbook: Playbook, facts: Facts) -> bool:
    return (
        facts.level.rank >= playbook.least.rank
        and (not playbook.topics or not set(playbook.topics).isdisjoint(facts.topics))
        and (not playbook.places or facts.place in playbook.places)
        and bool(playbook.topics or playbook.places)
    )


def _route(department: str, receivers: tuple[str, ...], because: str, routes: Routes) -> Route:
    everyone = tuple(dict.fromkeys((*receivers, *routes.duty_receivers)))
    return Route(department=department, receivers=everyone, because=because)
