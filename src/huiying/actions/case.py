"""Opening a case and carrying it on."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case.known import KnownBy
from huiying.core.case.workflow import advance
from huiying.core.types import Level, Refusal
from huiying.store import models
from huiying.store.stories import held, open_cases


@act("case.open")
def open_case(actor: Actor, warning: models.Warning, *, title: str, now: datetime) -> models.Case:
    """A case from an acknowledged warning, with its story, its level and the clocks that are known."""
    title = title.strip() or warning.story.title
    for other in open_cases([warning.story]):
        raise Refusal('The story is in the case "%(title)s" already. Attach the warning to it.', title=other.title)
    warning.state = advance("warning", warning.state, "open_case")
    warning.repeat_at = None
    warning.save()
    case = models.Case.objects.create(
        title=title[:300],
        level=warning.level,
        department=warning.story.department,
        warning=warning,
        opened_at=now,
        opened_by=member_of(actor),
        first_public_at=warning.first_public_at,
        detected_at=warning.raised_at,
    )
    _link(case, warning)
    write(
        "case_opened",
        actor=actor,
        now=now,
        subject=f"case:{case.pk}",
        case=case.pk,
        warning=warning.pk,
        level=case.level,
        title=case.title,
        first_public=warning.first_public_at.isoformat(),
        detected=warning.raised_at.isoformat(),
        stories=[story.key for story in dict.fromkeys((warning.story, warning.raised_for))],
    )
    return case


@act("case.open")
def open_by_hand(
    actor: Actor,
    *,
    title: str,
    level: str,
    known_by: str,
    known_at: datetime | None = None,
    first_public_at: datetime | None = None,
    story: models.Story | None = None,
    drill: bool = False,
    now: datetime,
) -> models.Case:
    """A case of which somebody told us. It counts against the desk's warnings where none had called to its story before.

    `drill`: only practice; the case stays a drill for good and nothing of it is ever published.
    """
    if not title.strip():
        raise Refusal("A case needs a title.")
    if level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=level, levels=", ".join(Level))
    if known_by not in set(KnownBy):
        raise Refusal("Choose who told us of it: superior, hotline, media or other.")
    known = known_at or now
    if known > now or (first_public_at is not None and first_public_at > now):
        raise Refusal("A time lies in the future. Enter when it was learned and when it was first public.")
    if story is not None:
        for other in open_cases([story]):
            raise Refusal('The story is in the case "%(title)s" already.', title=other.title)
        first_public_at = first_public_at or story.first_at
    case = models.Case.objects.create(
        title=title.strip()[:300],
        level=level,
        department=story.department if story else None,
        opened_at=now,
        opened_by=member_of(actor),
        known_by=known_by,
        event_known_at=known,
        first_public_at=first_public_at,
        told_at=known if known_by == KnownBy.SUPERIOR else None,
        drill=drill,
    )
    if story is not None:
        models.CaseStory.objects.create(case=case, linked=story, story=story)
    clocks = {"first_public": first_public_at, "told_by_superior": case.told_at}
    write(
        "case_opened",
        actor=actor,
        now=now,
        subject=f"case:{case.pk}",
        case=case.pk,
        level=level,
        title=case.title,
        known_by=known_by,
        event_known=known.isoformat(),
        **({"drill": True} if drill else {}),
        stories=[row.key for row in models.Story.objects.filter(pk__in=held(story)).order_by("pk")] if story else [],
        **{name: at.isoformat() for name, at in clocks.items() if at is not None},
    )
    return case


@act("warning.acknowledge")
def attach(actor: Actor, warning: models.Warning, case: models.Case, *, now: datetime) -> None:
    """Join a warning's story to a case that is already open."""
    for other in open_cases([warning.story]):
        if other.pk != case.pk:
            raise Refusal('The story is in the case "%(title)s" already. Attach the warning to it.', title=other.title)
    warning.state = advance("warning", warning.state, "attach_to_case")
    warning.repeat_at = None
    warning.save()
    _link(case, warning)
    write("warning_attached", actor=actor, now=now, subject=f"warning:{warning.pk}", case=case.pk, warning=warning.pk)


def _link(case: models.Case, warning: models.Warning) -> None:
    """The story belongs to the case; of joined stories also the one that the warning was raised for, should they be taken apart."""
    for story in dict.fromkeys((warning.story, warning.raised_for)):
        models.CaseStory.objects.get_or_create(case=case, linked=story, defaults={"story": warning.story})


@act("case.assess")
def assess(actor: Actor, case: models.Case, *, level: str, department: models.Department | None, now: datetime) -> None:
    """Set the response level and who leads."""
    if level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=level, levels=", ".join(Level))
    before, case.state = case.state, advance("case", case.state, "assess")
    if case.state != before:
        case.moved_at = now
    case.level, case.department = level, department
    case.save()
    write(
        "case_assessed",
        actor=actor,
        now=now,
        subject=f"case:{case.pk}",
        case=case.pk,
        level=level,
        department=department.name_zh if department else "",
    )


@act("case.report_up")
def report_up(actor: Actor, case: models.Case, *, note: str, to: str = "", now: datetime) -> None:
    """Report to superiors. Open to all staff in every state; nothing may stop it."""
    case.state = advance("case", case.state, "report_up")
    case.reported_up_at = case.reported_up_at or now
    case.reported_to = to.strip()[:200] or case.reported_to
    case.save(update_fields=["reported_up_at", "reported_to"])
    said = {"to": case.reported_to} if to.strip() else {}
    write("case_reported_up", actor=actor, now=now, subject=f"case:{case.pk}", case=case.pk, note=note, **said)
