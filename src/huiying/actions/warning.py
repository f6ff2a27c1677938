"""The life of a warning: raised and raised again by the detector, reminded by the timer, ended by people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction

from huiying.actions.actor import DETECTOR, TIMER, Actor
from huiying.actions.recording import act, member_of, write
from huiying.core import types
from huiying.core.case.duties import ACKNOWLEDGE, preset_of
from huiying.core.case.workflow import advance
from huiying.core.warn.mute import INHIBIT_HOURS, Raised, inhibited_by, next_repeat
from huiying.core.warn.route import Facts, Playbook, route
from huiying.store import models
from huiying.store.convert import builtins


def raise_warning(story: models.Story, warning: types.Warning, *, now: datetime) -> models.Warning:
    """Store a warning, or the rise of one. A story has one warning; one whose case is open stays quiet and says so."""
    row = models.Warning.objects.filter(story=story).first()
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
    fact = {"level": warning.level.value, "score": warning.score, "story": story.key, "items": len(warning.items)}
    if row is None:
        inhibited = _inhibited(story, facts, now)
        row = models.Warning.objects.create(
            story=story,
            raised_at=now,
            first_public_at=story.first_at,
            inhibited=inhibited,
            repeat_at=None if inhibited else next_repeat(warning.level, now, 0),
            **values,
        )
        write(
            "warning_raised", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", strategy=warning.strategy, inhibited=inhibited, **fact
        )
        return row
    before = row.level
    for name, value in values.items():
        setattr(row, name, value)
    linked = row.state == "linked"
    row.inhibited = f"case:{story.case_link.case_id}" if linked else ""
    if row.state == "dismissed":
        row.state = advance("warning", row.state, "resurge")
        row.raised_at, row.acknowledged_at, row.acknowledged_by = now, None, None
    if row.state in ("raised", "escalated"):
        row.repeats, row.repeat_at = 0, next_repeat(warning.level, now, 0)
    row.save()
    write("warning_level_changed", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", before=before, inhibited=row.inhibited, **fact)
    return row


def _route(story: models.Story, facts: Facts) -> Any:
    """Who leads and the first steps, by the desk's playbooks; the story takes the lead department where it has none."""
    desk = models.Desk.objects.first()
    found = route(facts, msgspec.convert(desk.playbooks if desk else [], tuple[Playbook, ...]))
    if story.department is None and found.department:
        story.department = models.Department.objects.filter(name_zh=found.department).first()
        story.save(update_fields=["department"])
    return builtins(found)


def _inhibited(story: models.Story, facts: Facts, now: datetime) -> str:
    """The graver warning beside which this one is shown but not said again. It is never hidden: two things may happen in one place."""
    recent = models.Warning.objects.filter(watch__isnull=False, updated_at__gte=now - timedelta(hours=INHIBIT_HOURS)).exclude(story=story)
    others = [
        Raised(story=row.story.key, level=types.Level(row.level), at=row.updated_at, place=row.watch.place, topics=tuple(row.watch.topics))
        for row in recent.select_related("story", "watch").order_by("id")
        if row.watch is not None
    ]
    own = Raised(story=story.key, level=facts.level, at=now, place=facts.place, topics=facts.topics)
    graver = inhibited_by(own, others, ())
    return f"warning:{models.Warning.objects.get(story__key=graver).pk}" if graver else ""


def remind(now: datetime) -> int:
    """Show unacknowledged warnings again when their time has come, and escalate those overdue. Returns how many."""
    with transaction.atomic():
        due = list(models.Warning.objects.filter(state__in=("raised", "escalated"), repeat_at__lte=now).order_by("id"))
        for row in due:
            limit = ACKNOWLEDGE.hours(preset_of(row.level))
            late = (now - row.raised_at).total_seconds() > limit * 3600
            row.repeats += 1
            row.repeat_at = next_repeat(types.Level(row.level), row.raised_at, row.repeats)
            if row.repeat_at <= now:
                row.repeat_at = next_repeat(types.Level(row.level), now, row.repeats)
            if late and row.state == "raised":
                row.state = advance("warning", row.state, "auto_escalate")
                write("warning_escalated", actor=TIMER, now=now, subject=f"warning:{row.pk}", level=row.level)
            else:
                write("warning_repeated", actor=TIMER, now=now, subject=f"warning:{row.pk}", level=row.level, times=row.repeats)
            row.save()
    return len(due)


@act("warning.acknowledge")
def acknowledge(actor: Actor, warning: models.Warning, *, now: datetime) -> None:
    """A person has seen it and is looking."""
    warning.state = advance("warning", warning.state, "acknowledge")
    warning.acknowledged_at, warning.acknowledged_by = now, member_of(actor)
    warning.repeat_at = None
    warning.save()
    write("warning_acknowledged", actor=actor, now=now, subject=f"warning:{warning.pk}", level=warning.level)


@act("warning.dismiss")
def dismiss(actor: Actor, warning: models.Warning, *, reason: str, now: datetime) -> None:
    """No case is needed; the reason stays on the record."""
    warning.state = advance("warning", warning.state, "dismiss", reason=reason)
    warning.reason, warning.repeat_at = reason, None
    warning.save()
    write("warning_dismissed", actor=actor, now=now, subject=f"warning:{warning.pk}", reason=reason)
