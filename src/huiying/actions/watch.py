"""The register of watches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.detect.parsing import parse
from huiying.core.types import Level, Refusal
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
    parse(query)
    if level and level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=level, levels=", ".join(Level))
    if Watch.objects.filter(name=name).exists():
        raise Refusal("There is already a watch named %(name)s.", name=name)
    row = Watch.objects.create(name=name, query=query, place=place, topics=list(topics), department=department, level=level, added_at=now)
    write(
        "watch_added",
        actor=actor,
        now=now,
        subject=f"watch:{row.pk}",
        name=name,
        query=query,
        place=place,
        department=department.name_zh if department else "",
        level=level,
    )
    return row


@act("watch.manage")
def set_watch_active(actor: Actor, watch: Watch, *, active: bool, now: datetime) -> None:
    """Pause or resume a watch. It stays on the register."""
    watch.active = active
    watch.save(update_fields=["active"])
    write("watch_changed", actor=actor, now=now, subject=f"watch:{watch.pk}", name=watch.name, active=active)
