"""The shapes of what the interface takes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict

from huiying.api.schemas import Number
from huiying.core.statement.content import SentenceKind
from huiying.core.statement.stages import Stage


class Body(Schema):
    """What an operation takes; a field that is not known is refused, so that a typing error is noticed."""

    model_config = ConfigDict(extra="forbid")


class SentenceBody(Body):
    kind: SentenceKind
    text: str
    claims: list[Number] = []


class ContentBody(Body):
    """What the public would read; `next_update_at` is ISO 8601 with a zone."""

    stage: Stage
    lang: Literal["zh", "en"]
    title: str
    sentences: list[SentenceBody]
    next_update_at: str | None = None


class Reason(Body):
    reason: str


class Note(Body):
    """`to` is who was told."""

    note: str = ""
    to: str = ""


class OpenCase(Body):
    title: str = ""


class Attach(Body):
    case: Number


class Assess(Body):
    level: str
    department: Number | None = None


class ClaimBody(Body):
    text: str
    about_us: bool = False
    accused: Number | None = None


class EvidenceBody(Body):
    kind: str
    text: str = ""
    origin: str = ""
    item: Number | None = None


class Proposal(Body):
    verdict: str
    reason: str = ""


class MergeBody(Body):
    other: Number


class SplitBody(Body):
    items: list[Number]


class TaskBody(Body):
    department: Number
    text: str


class Ruling(Body):
    department: Number
    reason: str = ""


class Answer(Body):
    text: str


class EditBody(Body):
    content: ContentBody
    based_on: str


class Approval(Body):
    hash: str
    overrule: str = ""


class SourceBody(Body):
    name: str
    url: str
    kind: str = "news"
    interval: int = 10
    zone: str = ""


class WatchBody(Body):
    name: str
    query: str
    place: str = ""
    topics: list[str] = []
    department: Number | None = None
    level: str = ""


class QueryBody(Body):
    query: str


class OpenByHand(Body):
    """Times are ISO 8601 with a zone; `known_at` left out is now."""

    title: str
    level: str
    known_by: str
    known_at: datetime | None = None
    first_public_at: datetime | None = None
    story: Number | None = None
    drill: bool = False


class FeedbackBody(Body):
    verdict: str


class Trial(Body):
    """`changes` are settings by name, as the rule lists them."""

    changes: dict[str, float]
    days: int = 14


class Adoption(Body):
    reason: str
    effective_at: datetime | None = None


class SilenceWarning(Body):
    """`until` is ISO 8601 with a zone."""

    reason: str
    until: AwareDatetime


class SilenceBody(SilenceWarning):
    """Every matcher that is filled must fit; `most` is the gravest level that falls silent."""

    story: Number | None = None
    watch: Number | None = None
    source: Number | None = None
    place: str = ""
    topic: str = ""
    most: str = ""
