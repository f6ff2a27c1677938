"""The rows of the statement editor: content to fields and back, with nothing lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import QueryDict

from huiying.core.statement.checks import Finding
from huiying.core.statement.content import MOST_SENTENCES, Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.web import words
from huiying.web.zone import read_local, write_local

SPARE = 2
MOST = MOST_SENTENCES


@dataclass(frozen=True)
class Row:
    """One sentence as fields: its place counts from 0, `claims` are the ids that are ticked, `findings` what the gates say of it."""

    place: int
    kind: str
    text: str
    claims: frozenset[int]
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """Everything the editor shows, as typed."""

    title: str
    stage: str
    lang: str
    next_update_at: str
    based_on: str
    rows: tuple[Row, ...]


def of_content(content: Content, based_on: str, findings: tuple[Finding, ...], zone: ZoneInfo) -> Draft:
    """The stored draft, with spare rows to write in."""
    said: dict[int, list[str]] = {}
    for finding in findings:
        if finding.sentence is not None:
            said.setdefault(finding.sentence, []).append(words.say(finding))
    rows = [
        Row(place, sentence.kind.value, sentence.text, frozenset(sentence.claims), tuple(said.get(place, ())))
        for place, sentence in enumerate(content.sentences)
    ]
    return Draft(content.title, content.stage.value, content.lang, _local(content.next_update_at, zone), based_on, _spare(rows))


def of_typed(typed: QueryDict, more: bool = False) -> Draft:
    """What somebody typed, as they typed it; `more` adds empty rows."""
    rows = [
        Row(place, typed.get(f"s{place}-kind", ""), typed.get(f"s{place}-text", ""), frozenset(_claims(typed, place)))
        for place in _places(typed)
    ]
    return Draft(
        title=typed.get("title", ""),
        stage=typed.get("stage", ""),
        lang=typed.get("lang", ""),
        next_update_at=typed.get("next_update_at", ""),
        based_on=typed.get("based_on", ""),
        rows=_spare(rows) if more else tuple(rows),
    )


def read(typed: QueryDict, zone: ZoneInfo) -> Content:
    """The content that was typed; rows without words are left out."""
    try:
        stage = Stage(typed.get("stage", ""))
    except ValueError as error:
        raise Refusal("The stage that was chosen does not exist. Choose another.") from error
    sentences = []
    for place in _places(typed):
        text = " ".join(typed.get(f"s{place}-text", "").split())
        if not text:
            continue
        try:
            kind = SentenceKind(typed.get(f"s{place}-kind", ""))
        except ValueError as error:
            raise Refusal("Sentence %(sentence)s has no kind. Choose one.", sentence=place + 1) from error
        sentences.append(Sentence(kind, text, tuple(_claims(typed, place))))
    at = read_local(typed.get("next_update_at", ""), zone)
    return Content(
        stage=stage,
        lang="en" if typed.get("lang") == "en" else "zh",
        title=" ".join(typed.get("title", "").split()),
        sentences=tuple(sentences),
        next_update_at=at.isoformat(timespec="seconds") if at else None,
    )


def _places(typed: QueryDict) -> list[int]:
    found = [int(name[1:-5]) for name in typed if name.startswith("s") and name.endswith("-text") and name[1:-5].isdecimal()]
    return sorted(place for place in found if place < MOST)


def _claims(typed: QueryDict, place: int) -> list[int]:
    chosen = typed.getlist(f"s{place}-claims")
    return sorted({int(text) for text in chosen if text.isascii() and text.isdigit() and len(text) < 10})


def _spare(rows: list[Row]) -> tuple[Row, ...]:
    following = max((row.place for row in rows), default=-1) + 1
    return tuple(rows + [Row(place, "fact", "", frozenset()) for place in range(following, min(following + SPARE, MOST))])


def _local(text: str | None, zone: ZoneInfo) -> str:
    if not text:
        return ""
    try:
        return write_local(datetime.fromisoformat(text), zone)
    except ValueError:
        return text
