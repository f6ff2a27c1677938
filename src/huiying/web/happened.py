"""The timeline of a case in words, rebuilt from the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from huiying.core.review.timeline import Entry as Line
from huiying.core.review.timeline import timeline
from huiying.core.types import ActorKind
from huiying.store.convert import event_of
from huiying.store.models import Case, CorrectionRequest, Entry, Member, Proposal
from huiying.store.sight import visible
from huiying.web import words
from huiying.web.templatetags.desk import person

# Values of an event that tell a person something, with the words before them.
_TOLD = (
    ("title", words.N("Title")),
    ("text", words.N("Text")),
    ("wording", words.N("Text")),
    ("topic", words.N("Subject")),
    ("disposition", words.N("What became of it")),
    ("answer", words.N("Answer")),
    ("body", words.N("Investigating body")),
    ("finding", words.N("What was found")),
    ("done", words.N("What was done")),
    ("leading_group", words.N("Leading group")),
    ("level", words.N("Level")),
    ("department", words.N("Department")),
    ("verdict", words.N("Verdict")),
    ("origin", words.N("Origin")),
    ("stage", words.N("Stage")),
    ("revision", words.N("Revision")),
    ("reason", words.N("Reason")),
    ("note", words.N("Note")),
    ("after", words.N("Now")),
    ("hash", words.N("Hash")),
)

# What the entries of a case's further parts are about, and where the case keeps them.
_PARTS = (
    ("concern", "concerns"),
    ("commitment", "commitments"),
    ("instruction", "instructions"),
    ("investigation", "investigations"),
    ("line", "lines"),
    ("enquiry", "enquiries"),
    ("conference", "conferences"),
    ("contest", "contests"),
    ("request", "publisher_requests"),
)


@dataclass(frozen=True)
class Told:
    """One line: when, what it means, who did it, and the particulars."""

    at: str
    type: str
    meaning: str
    who: str
    system: bool
    details: tuple[tuple[str, str], ...]


def lines_of(case: Case, user: object) -> tuple[Line, ...]:
    """Everything that happened in a case and that the user may see, in the order of the record."""
    subjects = [f"case:{case.pk}"]
    subjects += [f"claim:{pk}" for pk in case.claims.values_list("pk", flat=True)]
    subjects += [f"task:{pk}" for pk in visible(user, case.tasks.all()).values_list("pk", flat=True)]
    subjects += [f"statement:{pk}" for pk in case.statements.values_list("pk", flat=True)]
    for noun, related in _PARTS:
        subjects += [f"{noun}:{pk}" for pk in getattr(case, related).values_list("pk", flat=True)]
    wanted = CorrectionRequest.objects.filter(statement__case=case)
    subjects += [f"correction_request:{pk}" for pk in wanted.values_list("pk", flat=True)]
    subjects += [f"sealed_note:{pk}" for pk in visible(user, case.sealed_notes.all()).values_list("pk", flat=True)]
    stories = list(case.stories.values_list("story", flat=True))
    subjects += [f"warning:{pk}" for pk in case.stories.values_list("story__warnings", flat=True) if pk]
    regrouped = Proposal.objects.filter(Q(story__in=stories) | Q(other__in=stories))
    subjects += [f"proposal:{pk}" for pk in regrouped.values_list("pk", flat=True)]
    events = [event_of(row) for row in Entry.objects.filter(subject__in=subjects).order_by("id")]
    return timeline(events, case.pk)


def in_words(lines: Sequence[Line]) -> list[Told]:
    """The lines of a timeline, newest first."""
    names = dict(Member.objects.values_list("username", "name"))
    return [told(line, names) for line in reversed(lines)]


def told(line: Line, names: dict[str, str]) -> Told:
    """One line of a timeline in words."""
    staff = line.actor_kind == ActorKind.STAFF
    return Told(
        at=line.at,
        type=line.type,
        meaning=words.event(line.type),
        who=person(names.get(line.actor, line.actor)) if staff else words.word(words.ACTORS, line.actor_kind),
        system=not staff,
        details=details(line.values),
    )


def details(values: dict[str, str | int | float | bool]) -> tuple[tuple[str, str], ...]:
    """The particulars of an event that say something to a person."""
    return tuple((_(label), _shown(name, str(values[name]))) for name, label in _TOLD if values.get(name) not in (None, ""))


def _shown(name: str, value: str) -> str:
    if name == "level":
        return words.word(words.LEVELS, value)
    if name == "disposition":
        return words.word(words.DISPOSITIONS, value)
    if name == "verdict":
        return words.word({**words.VERDICTS, **words.FEEDBACK}, value)
    if name == "after":
        return words.state("case", value)
    if name == "hash":
        return value[:16]
    return value
