"""The shapes of what the interface gives. None of them has a place for the author of an item."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

from ninja import Path, Query, Schema
from pydantic import Field

LARGEST = 2**63 - 1
PAGE = 50
LONGEST_PAGE = 200

Id = Annotated[int, Path(ge=1, le=LARGEST)]
After = Annotated[int, Query(ge=0, le=LARGEST, description="Begin after the entry with this id: the `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=LONGEST_PAGE, description="How many entries at most.")]
Number = Annotated[int, Field(ge=1, le=LARGEST)]

T = TypeVar("T")


class Listing(Schema, Generic[T]):
    """A page of a list by id; `next` is the `after` of the page that follows, None at the end."""

    results: list[T]
    next: int | None


class DepartmentOut(Schema):
    id: int
    name_zh: str
    name_en: str


class ItemOut(Schema):
    id: int
    key: str
    source: int = Field(alias="source_id")
    story: int | None
    kind: str
    url: str
    title: str
    text: str
    lang: str
    published_at: datetime | None
    first_seen: datetime
    heat: float | None
    rank: int | None
    masked: dict[str, int]


class StoryOut(Schema):
    id: int
    key: str
    title: str
    first_at: datetime
    last_at: datetime
    items: int
    outlets: int
    reports: int
    score: float
    place: str
    department: int | None = Field(alias="department_id")
    merged_into: int | None = Field(alias="merged_into_id")


class MembershipOut(Schema):
    """Why an item is in its story, as decided at the time: `assigned` is the story it was put into then, `story` where it stands now."""

    item: int = Field(alias="item_id")
    story: int = Field(alias="story_id")
    assigned: int = Field(alias="assigned_id")
    decision: str
    duplicate_of: int | None = Field(alias="duplicate_of_id")
    score: float
    threshold: float
    runner_up: dict[str, Any] | None
    perhaps: dict[str, Any] | None
    reasons: list[dict[str, Any]]
    strategy: str


class StoryFull(StoryOut):
    memberships: list[MembershipOut]


class WarningOut(Schema):
    id: int
    story: int = Field(alias="story_id")
    raised_for: int = Field(alias="raised_for_id")
    level: str
    score: float
    state: str
    strategy: str
    watch: int | None = Field(alias="watch_id")
    raised_at: datetime
    rung_at: datetime
    updated_at: datetime
    first_public_at: datetime
    stage: str
    repeat_at: datetime | None
    escalate_at: datetime | None
    acknowledged_at: datetime | None
    inhibited: str
    repeats: int
    reason: str


class WarningFull(WarningOut):
    """`reasons` sum (by weight) to the score; `items` are the keys of the items known when it was raised."""

    reasons: list[dict[str, Any]]
    items: list[str]


class SilenceOut(Schema):
    """`by` is None where the operator of the machine made it; `ended_at` is None while it lasts."""

    id: int
    story: int | None = Field(alias="story_id")
    watch: int | None = Field(alias="watch_id")
    source: int | None = Field(alias="source_id")
    place: str
    topic: str
    most: str
    reason: str
    by: int | None = Field(alias="by_id")
    since: datetime
    until: datetime
    ended_at: datetime | None
    ended_by: int | None = Field(alias="ended_by_id")


class NoticeOut(Schema):
    """One warning told on one channel. `stage` is how far up it had gone; `trouble` is why it did not arrive."""

    id: int
    channel: str = Field(alias="channel.name")
    kind: str = Field(alias="channel.kind")
    cause: str
    level: str
    stage: str
    state: str
    made_at: datetime
    due_at: datetime
    sent_at: datetime | None
    tries: int
    trouble: str


class EvidenceOut(Schema):
    id: int
    kind: str
    item: int | None = Field(alias="item_id")
    text: str
    origin: str
    added_at: datetime


class ClaimOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    text: str
    about_us: bool
    accused: int | None = Field(alias="accused_id")
    state: str
    proposed: str
    reason: str
    verifier: int | None = Field(alias="verifier_id")
    second: int | None = Field(alias="second_id")
    added_at: datetime
    settled_at: datetime | None
    waived_reason: str
    evidence: list[EvidenceOut]

    @staticmethod
    def resolve_evidence(row: Any) -> list[Any]:
        return list(row.evidence.order_by("id"))


class TaskOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    department: int = Field(alias="department_id")
    text: str
    state: str
    answer: str
    reason: str
    assigned_at: datetime
    due_at: datetime
    answered_at: datetime | None


class CaseOut(Schema):
    id: int
    title: str
    state: str
    level: str
    department: int | None = Field(alias="department_id")
    warning: int | None = Field(alias="warning_id")
    opened_at: datetime
    event_known_at: datetime | None
    first_public_at: datetime | None
    detected_at: datetime | None
    told_at: datetime | None
    known_by: str
    reported_up_at: datetime | None
    reported_to: str
    drill: bool
    reason: str
    merged_into: int | None = Field(alias="merged_into_id")
    response: str
    response_level: str
    leading_group: str
    activated_at: datetime | None


class CaseFull(CaseOut):
    stories: list[int]
    claims: list[ClaimOut]
    tasks: list[TaskOut]
    statements: list[int]


class FindingOut(Schema):
    """What a gate found. `sentence` counts from 0, None for the whole."""

    message: str
    sentence: int | None
    blocking: bool


class StatementOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    state: str
    title: str
    stage: str
    hash: str = Field(alias="content_hash")
    approved_hash: str
    department: int | None
    retrospect_due_at: datetime | None
    correction_due_at: datetime | None
    made_at: datetime
    updated_at: datetime
    revisions: int


class StatementFull(StatementOut):
    """`hash` binds an approval and the next edit to exactly this content."""

    content: dict[str, Any]
    findings: list[FindingOut]
    reason: str
    approved_at: datetime | None
    correction_cause: str


class RevisionOut(Schema):
    """A published text. `changes` leads from the revision before it."""

    number: int
    content: dict[str, Any]
    hash: str
    reason: str
    withdrawn: bool
    published_at: datetime
    changes: dict[str, Any] | None


class SourceOut(Schema):
    id: int
    name: str
    url: str
    kind: str
    zone: str
    interval: int
    active: bool
    added_at: datetime
    fetched_at: datetime | None
    succeeded_at: datetime | None
    failures: int


class WatchOut(Schema):
    id: int
    name: str
    query: str
    place: str
    topics: list[str]
    department: int | None = Field(alias="department_id")
    level: str
    active: bool
    added_at: datetime


class WatchTest(Schema):
    """Which of the newest `looked_at` items a query would have found; `items` are their ids, newest first, at most 50."""

    looked_at: int
    found: int
    items: list[int]


class EventOut(Schema):
    """One entry of the record with every column that was hashed, so that the chain can be checked from outside."""

    id: int
    at: str
    actor_kind: str
    actor: str
    type: str
    subject: str
    data: str
    prev_hash: str
    hash: str
