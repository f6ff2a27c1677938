"""The register of watches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.detect.parsing import parse
from huiying.core.types import Level, Refusal
from huiying.store.knowledge import terms
from huiying.store.models import Department, Watch


@act("watch.manage")
def add_watch(
    actor: Actor,
    *,
    name: str,
    query: str,
    place: str = "",
    topics: Sequence[str] = (),
    department: Department | None = None,
    level: str = "",
    now: datetime,
) -> Watch:
    """Put a query on the register. A wrong query is refused with the place and the reason."""
    name = name.strip()
    if not name:
        raise Refusal("A watch needs a name.")
    _check(query, level)
    if Watch.objects.filter(name=name).exists():
        raise Refusal("There is already a watch named %(name)s.", name=name)
    row = Watch.objects.create(name=name, query=query, place=place, topics=list(topics), department=department, level=level, added_at=now)
    write("watch_added", actor=actor, now=now, subject=f"watch:{row.pk}", name=name, **_values(row))
    return row


@act("watch.manage")
def change_watch(
    actor: Actor,
    watch: Watch,
    *,
    query: str,
    place: str,
    topics: Sequence[str],
    department: Department | None,
    level: str,
    now: datetime,
) -> None:
    """Change what a watch looks for or what is known about it. The record keeps what was and what is, the query among it."""
    _check(query, level)
    before = _values(watch)
    watch.query, watch.place, watch.topics, watch.department, watch.level = query, place, list(topics), department, level
    after = _values(watch)
    if after == before:
        raise Refusal("Nothing was changed: the watch %(name)s is as it was.", name=watch.name)
    watch.save(update_fields=["query", "place", "topics", "department", "level"])
    changed = [key for key in after if after[key] != before[key]]
    write(
        "watch_changed",
        actor=actor,
        now=now,
        subject=f"watch:{watch.pk}",
        name=watch.name,
        before={key: before[key] for key in changed},
        after={key: after[key] for key in changed},
    )


@act("watch.manage")
def set_watch_active(actor: Actor, watch: Watch, *, active: bool, now: datetime) -> None:
    """Pause or resume a watch. It stays on the register."""
    watch.active = active
    watch.save(update_fields=["active"])
    write("watch_changed", actor=actor, now=now, subject=f"watch:{watch.pk}", name=watch.name, active=active)


def _check(query: str, level: str) -> None:
    parse(query, terms())
    if level and level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=level, levels=", ".join(Level))


def _values(watch: Watch) -> dict[str, object]:
    return {
        "query": watch.query,
        "place": watch.place,
        "topics": list(watch.topics),
        "department": watch.department.name_zh if watch.department else "",
        "level": watch.level,
    }
