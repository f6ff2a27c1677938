"""The shapes of what the interface takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AwareDatetime, BeforeValidator, ConfigDict

from huiying.api.schemas import Number
from huiying.core.statement.content import SentenceKind
from huiying.core.statement.stages import Stage


def _written(value: Any) -> Any:
    """Refuses numbers, which would be taken for seconds since 1970."""
    if not isinstance(value, str | date) or (isinstance(value, str) and value.strip().lstrip("+-").replace(".", "").isdigit()):
        raise ValueError("a time is written as ISO 8601")
    return value


Written = BeforeValidator(_written)
Time = Annotated[AwareDatetime, Written]


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


class TrialBody(Body):
    url: str


class AdoptTrial(Body):
    """`list` is the place of the approved one among the lists of a page, from 0."""

    name: str
    kind: str = "news"
    interval: int = 10
    zone: str = ""
    list: int = 0


class SourceBody(Body):
    """`adapter` is a way to read it (see the reference), `options` its settings."""

    name: str
    url: str
    kind: str = "news"
    adapter: str = "feed"
    options: dict[str, Any] = {}
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
    known_at: Annotated[datetime, Written] | None = None
    first_public_at: Annotated[datetime, Written] | None = None
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
    effective_at: Annotated[datetime, Written] | None = None


class SilenceWarning(Body):
    """`until` is ISO 8601 with a zone."""

    reason: str
    until: Time


class SilenceBody(SilenceWarning):
    """Every matcher that is filled must fit; `most` is the gravest level that falls silent."""

    story: Number | None = None
    watch: Number | None = None
    source: Number | None = None
    place: str = ""
    topic: str = ""
    most: str = ""


class SealedBody(Body):
    """`readers` are user names; `roles` may not be those of a department's contact or head."""

    subject: Literal["informant", "health", "family", "other"]
    text: str
    roles: list[str] = []
    readers: list[str] = []
