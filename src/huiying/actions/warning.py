"""The life of a warning: raised and raised again by the detector, reminded by the timer, ended by people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction

from huiying.actions.actor import DETECTOR, TIMER, Actor
from huiying.actions.forecast import foretell
from huiying.actions.recording import act, member_of, write
from huiying.core import types
from huiying.core.case.duties import ACKNOWLEDGE, preset_of
from huiying.core.case.workflow import advance
from huiying.core.warn.mute import INHIBIT_HOURS, Raised, inhibited_by, next_repeat
from huiying.core.warn.route import Facts, Playbook, route
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.stories import holder, open_cases


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
    fact = {"level": warning.level.value, "score": warning.score, "story": named.key, "items": len(warning.items)}
    if row is None:
        inhibited = _joined(story, warning.level) or _inhibited(story, facts, now)
        row = models.Warning.objects.create(
            story=story,
            raised_for=named,
            raised_at=now,
            first_public_at=story.first_at,
            inhibited=inhibited,
            repeat_at=None if inhibited else next_repeat(warning.level, now, 0),
            **values,
        )
        write(
            "warning_raised", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", strategy=warning.strategy, inhibited=inhibited, **fact
        )
        foretell(row, now=now)
        return row
    before = row.level
    for name, value in values.items():
        setattr(row, name, value)
    row.inhibited = _in_case(story) if row.state == "linked" else ""
    if row.state == "dismissed":
        row.state = advance("warning", row.state, "resurge")
        row.raised_at, row.acknowledged_at, row.acknowledged_by = now, None, None
    if row.state in ("raised", "escalated"):
        row.repeats, row.repeat_at = 0, next_repeat(warning.level, now, 0)
    row.save()
    write("warning_level_changed", actor=DETECTOR, now=now, subject=f"warning:{row.pk}", before=before, inhibited=row.inhibited, **fact)
    foretell(row, now=now)
    return row


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
