"""Two people wrote the same draft: what each wrote, word by word, and the text put together from what a person picks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.http import QueryDict
from django.utils.translation import gettext as _

from huiying.core.statement.content import Content, Sentence
from huiying.core.statement.revisions import Segment, diff, diff_contents
from huiying.store.models import Entry, Member, Statement
from huiying.web import words
from huiying.web.templatetags.desk import person

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Choice:
    """One place where the texts differ. `picked` is what is proposed: nothing that anybody wrote is left out unless somebody says so."""

    name: str
    label: str
    segments: tuple[Segment, ...]
    options: tuple[tuple[str, str], ...]
    picked: str


@dataclass(frozen=True)
class Conflict:
    """Everything in which the stored draft and what was typed differ, and who stored it when."""

    who: str
    at: datetime | None
    choices: tuple[Choice, ...]


def between(row: Statement, theirs: Content, mine: Content) -> Conflict:
    """The stored draft against what somebody typed meanwhile."""
    changes = diff_contents(theirs, mine)
    found = [
        _whole(name, label, segments)
        for name, label, segments in (
            ("title", _("Title"), changes.title),
            ("stage", _("Stage"), diff(words.stage(theirs.stage.value), words.stage(mine.stage.value))),
            ("lang", _("Language"), changes.lang),
            ("next", _("Next word by"), changes.next_update_at),
        )
        if any(segment.op != "same" for segment in segments)
    ]
    for place, change in enumerate(changes.sentences):
        if change.changed:
            number = (change.new if change.new is not None else change.old or 0) + 1
            found.append(_sentence(place, _("Sentence %(number)s") % {"number": number}, change.segments, change.old, change.new))
    last = Entry.objects.filter(subject=f"statement:{row.pk}", type__in=("statement_edited", "statement_drafted")).order_by("-id").first()
    named = dict(Member.objects.values_list("username", "name")).get(last.actor, "") if last else ""
    return Conflict(person(named), datetime.fromisoformat(last.at) if last else None, tuple(found))


def _whole(name: str, label: str, segments: tuple[Segment, ...]) -> Choice:
    return Choice(f"pick-{name}", label, segments, ((MINE, _("yours")), (THEIRS, _("theirs"))), MINE)


def _sentence(place: int, label: str, segments: tuple[Segment, ...], old: int | None, new: int | None) -> Choice:
    name = f"pick-{place}"
    if old is None:
        return Choice(
            name, _("%(sentence)s, only in yours") % {"sentence": label}, segments, ((MINE, _("keep")), (THEIRS, _("leave out"))), MINE
        )
    if new is None:
        label = _("%(sentence)s, only in theirs") % {"sentence": label}
        return Choice(name, label, segments, ((THEIRS, _("keep")), (MINE, _("leave out"))), THEIRS)
    return Choice(name, label, segments, ((MINE, _("yours")), (THEIRS, _("theirs")), (BOTH, _("both"))), MINE)


def merge(theirs: Content, mine: Content, typed: QueryDict) -> Content:
    """The text put together from what was picked. Nothing is stored by this."""

    def theirs_at(name: str) -> bool:
        return typed.get(f"pick-{name}") == THEIRS

    sentences: list[Sentence] = []
    for place, change in enumerate(diff_contents(theirs, mine).sentences):
        old = theirs.sentences[change.old] if change.old is not None else None
        new = mine.sentences[change.new] if change.new is not None else None
        proposed = MINE if new is not None else THEIRS
        pick = typed.get(f"pick-{place}", proposed) if change.changed else MINE
        chosen = {MINE: (new,), THEIRS: (old,), BOTH: (old, new)}.get(pick, (new,))
        sentences += [one for one in chosen if one is not None]
    return msgspec.structs.replace(
        mine,
        title=theirs.title if theirs_at("title") else mine.title,
        stage=theirs.stage if theirs_at("stage") else mine.stage,
        lang=theirs.lang if theirs_at("lang") else mine.lang,
        next_update_at=theirs.next_update_at if theirs_at("next") else mine.next_update_at,
        sentences=tuple(sentences),
    )
