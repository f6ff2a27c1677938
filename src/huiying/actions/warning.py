"""The life of a warning: raised and raised again by the detector, ended by people. How it rings in between: actions/ringing.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec

from huiying.actions import ringing
from huiying.actions.actor import DETECTOR, Actor
from huiying.actions.forecast import foretell
from huiying.actions.recording import ChangedMeanwhile, act, member_of, write
from huiying.actions.settling import resurge
from huiying.core import types
from huiying.core.case.workflow import advance
from huiying.core.record import stamp
from huiying.core.warn.mute import INHIBIT_HOURS, Raised, inhibited_by
from huiying.core.warn.route import Facts, Playbook, route
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.ringing import RINGING, put_ring, ring_of
from huiying.store.stories import holder, open_cases

LONGEST_REASON = 2000


def raise_warning(story: models.Story, warning: types.Warning, *, now: datetime) -> models.Warning:
    """Store a warning, or the rise of one. A story that the detector names has one warning; one whose case is open stays quiet and says so.

    Where the story was joined to another, its warning stands there, beside the warning that the other may have.
    """
    row = models.Warning.objects.filter(raised_for=story).first()
    named, story = story, holder(story)
    watch = models.Watch.objects.filter(name=warning.watch).first() if warning.watch else None
    values = {
        "level": warning.level.value,
        "score": warning.score,
        "reasons": builtins(warning.reasons),
        "items": list(warning.items),
        "strategy": warning.strategy,
        "watch": watch,
        "updated_at": now,
    }
    facts = Facts(
        level=warning.level,
        place=watch.place if watch else "",
        topics=tuple(watch.topics) if watch else (),
        lead_department=watch.department.name_zh if watch and watch.department else "",
    )
    values["route"] = _route(story, facts)
    fact = fact_of(warning, named)
    if row is None:
        inhibited = _joined(story, warning.level) or _inhibited(story, facts, now)
        row = models.Warning(
            story=story, raised_for=named, raised_at=now, rung_at=now, first_public_at=story.first_at, inhibited=inhibited, **values
        )
        put_ring(row, None if inhibited else ringing.begin(warning.level, now))
        row.save()
        write("warning_raised", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", inhibited=inhibited, **fact)
        foretell(row, now=now)
        resurge(story, now=now)
        return row
    before = row.level
    for name, value in values.items():
        setattr(row, name, value)
    row.inhibited = _in_case(story) if row.state == "linked" else ""
    _ring_again(row, warning.level, now)
    row.save()
    write("warning_level_changed", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", before=before, inhibited=row.inhibited, **fact)
    foretell(row, now=now)
    resurge(story, now=now)
    return row


def _ring_again(row: models.Warning, level: types.Level, now: datetime) -> None:
    """A dismissed warning comes back; an acknowledged one rings anew where it is orange or red: what was seen was less than this."""
    if row.state == "dismissed":
        row.state = advance("warning", row.state, "resurge")
        row.raised_at = now
    elif row.state == "acknowledged" and level.rank >= types.Level.ORANGE.rank:
        row.state = advance("warning", row.state, "rise")
    elif row.state in RINGING:
        ring = ring_of(row)
        put_ring(row, ringing.begin(level, now) if ring is None else ringing.rise(ring, level, now))
        return
    else:
        return
    row.acknowledged_at, row.acknowledged_by = None, None
    put_ring(row, ringing.begin(level, now))


def fact_of(warning: types.Warning, story: models.Story) -> dict[str, Any]:
    """What the record keeps of one raise, so that it can be recomputed and judged from the record: `items` counts the items known at `at`,
    `known` is the SHA-256 of their ids, one a line, and `last` the one that decided."""
    outlets = models.Source.objects.filter(items__membership__assigned=story).order_by("name").distinct()
    return {
        "level": warning.level.value,
        "score": warning.score,
        "story": story.key,
        "strategy": warning.strategy,
        "at": stamp(warning.at),
        "items": len(warning.items),
        "last": warning.items[-1] if warning.items else "",
        "known": known(warning.items),
        "reasons": builtins(warning.reasons),
        "watch": warning.watch or "",
        "sources": list(outlets.values_list("name", flat=True)),
        "first_public": stamp(story.first_at),
    }


def known(items: Sequence[str]) -> str:
    """One number for a list of item ids."""
    return sha256("\n".join(items).encode("utf-8", "surrogatepass")).hexdigest()


def _route(story: models.Story, facts: Facts) -> Any:
    """Who leads and the first steps, by the desk's playbooks; the story takes the lead department where it has none."""
    desk = models.Desk.objects.first()
    found = route(facts, msgspec.convert(desk.playbooks if desk else [], tuple[Playbook, ...]))
    if story.department is None and found.department:
        story.department = models.Department.objects.filter(name_zh=found.department).first()
        story.save(update_fields=["department"])
    return builtins(found)


def _in_case(story: models.Story) -> str:
    """The case that this story belongs to: one that is open before one that is over."""
    cases = open_cases([story]) or list(models.Case.objects.filter(stories__story=story).order_by("id"))
    return f"case:{cases[0].pk}" if cases else ""


def _joined(story: models.Story, level: types.Level) -> str:
    """What a new warning about a joined story stands beside: its open case, or a warning of it that is as grave and not ended."""
    if open_cases([story]):
        return _in_case(story)
    others = models.Warning.objects.filter(story=story).exclude(state="dismissed").order_by("id")
    return next((f"warning:{row.pk}" for row in others if types.Level(row.level).rank >= level.rank), "")


def _inhibited(story: models.Story, facts: Facts, now: datetime) -> str:
    """The graver warning beside which this one is shown but not said again. It is never hidden: two things may happen in one place."""
    recent = models.Warning.objects.filter(watch__isnull=False, updated_at__gte=now - timedelta(hours=INHIBIT_HOURS)).exclude(story=story)
    others = [
        Raised(story=str(row.pk), level=types.Level(row.level), at=row.updated_at, place=row.watch.place, topics=tuple(row.watch.topics))
        for row in recent.select_related("watch").order_by("id")
        if row.watch is not None
    ]
    own = Raised(story=story.key, level=facts.level, at=now, place=facts.place, topics=facts.topics)
    graver = inhibited_by(own, others, ())
    return f"warning:{graver}" if graver else ""


def face(warning: models.Warning) -> str:
    """What a reader of the list goes by: state, level, and how many items it rests on."""
    return f"{warning.state}-{warning.level}-{len(warning.items)}"


@act("warning.acknowledge")
def acknowledge(actor: Actor, warning: models.Warning, *, via: str = "", reason: str = "", seen: str | None = None, now: datetime) -> None:
    """A person has seen it and is looking. `via` says how, where it was not at the desk; `reason` why, where somebody gave one; `seen` is
    the `face` that the warning had when it was read: one that looks otherwise by now is not acknowledged."""
    if seen is not None and seen != face(warning):
        raise ChangedMeanwhile("It has changed since this page was loaded. Read it again.")
    warning.state = advance("warning", warning.state, "acknowledge")
    warning.acknowledged_at, warning.acknowledged_by = now, member_of(actor)
    put_ring(warning, None)
    warning.save()
    how = {name: said for name, said in (("via", via), ("reason", reason.strip()[:LONGEST_REASON])) if said}
    write("warning_acknowledged", actor=actor, now=now, subject=f"warning:{warning.pk}", level=warning.level, **how)


@act("warning.dismiss")
def dismiss(actor: Actor, warning: models.Warning, *, reason: str, now: datetime) -> None:
    """No case is needed; the reason stays on the record."""
    warning.state = advance("warning", warning.state, "dismiss", reason=reason)
    warning.reason = reason
    put_ring(warning, None)
    warning.save()
    write("warning_dismissed", actor=actor, now=now, subject=f"warning:{warning.pk}", reason=reason)


@act("case.report_up")
def contest(actor: Actor, warning: models.Warning, *, reason: str, now: datetime) -> None:
    """A member of staff does not agree that no case is needed: the warning rings again from the beginning."""
    before = warning.reason
    warning.state = advance("warning", warning.state, "contest", reason=reason)
    warning.acknowledged_at, warning.acknowledged_by, warning.reason, warning.rung_at = None, None, "", now
    put_ring(warning, ringing.begin(types.Level(warning.level), now))
    warning.save()
    write("warning_contested", actor=actor, now=now, subject=f"warning:{warning.pk}", reason=reason, dismissed_because=before)
