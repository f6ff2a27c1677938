"""The shapes of what the operations on the life of a case give."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field


class ConcernOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    kind: str
    text: str
    item: int | None = Field(alias="item_id")
    state: str
    disposition: str
    answer: str
    referred_to: str
    added_at: datetime
    due_at: datetime
    due_provisional: bool
    disposed_at: datetime | None


class CommitmentOut(Schema):
    """`first_due_at` never moves and `missed_at` is never cleared."""

    id: int
    case: int = Field(alias="case_id")
    claim: int | None = Field(alias="claim_id")
    department: int = Field(alias="department_id")
    text: str
    state: str
    due_at: datetime
    first_due_at: datetime
    reason: str
    done: str
    proposed_at: datetime
    published_at: datetime | None
    done_at: datetime | None
    verified_at: datetime | None
    missed_at: datetime | None


class InstructionOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    department: int | None = Field(alias="department_id")
    text: str
    state: str
    answer: str
    reason: str
    issued_at: datetime
    due_at: datetime
    answered_at: datetime | None


class InvestigationOut(Schema):
    """A statement of cause (S4) needs one that is concluded, and names its body."""

    id: int
    case: int = Field(alias="case_id")
    kind: str
    body_zh: str
    body_en: str
    department: int | None = Field(alias="department_id")
    state: str
    finding: str
    evidence: list[int]
    reason: str
    opened_at: datetime
    closed_at: datetime | None


class LineOut(Schema):
    """One version of the line to take."""

    id: int
    case: int = Field(alias="case_id")
    version: int
    wording: str
    figures: list[dict[str, Any]]
    state: str
    reason: str
    proposed_at: datetime
    agreed_at: datetime | None


class EnquiryOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    conference: int | None = Field(alias="conference_id")
    origin: str
    outlet: str
    text: str
    state: str
    department: int | None = Field(alias="department_id")
    statement: int | None = Field(alias="statement_id")
    answer: str
    reason: str
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None


class ConferenceOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    subject: str
    place: str
    at: datetime
    state: str
    record: str
    reason: str
    announced_at: datetime | None
    held_at: datetime | None


class AskOut(Schema):
    """A contest or a request for a correction; nobody's name is kept."""

    id: int
    text: str
    state: str
    weighing: str
    reason: str
    received_at: datetime
    due_at: datetime
    due_provisional: bool
    decided_at: datetime | None


class ContestOut(AskOut):
    case: int = Field(alias="case_id")
    claim: int | None = Field(alias="claim_id")
    commitment: int | None = Field(alias="commitment_id")


class CorrectionRequestOut(AskOut):
    statement: int = Field(alias="statement_id")


class PublisherRequestOut(Schema):
    id: int
    case: int = Field(alias="case_id")
    publisher: str
    url: str
    wrong: str
    right: str
    claims: list[int]
    state: str
    answer: str
    reason: str
    made_at: datetime
    published_at: datetime | None


class CaseParts(Schema):
    """Everything of a case besides its claims, tasks and statements."""

    concerns: list[ConcernOut]
    commitments: list[CommitmentOut]
    instructions: list[InstructionOut]
    investigations: list[InvestigationOut]
    lines: list[LineOut]
    enquiries: list[EnquiryOut]
    conferences: list[ConferenceOut]
    contests: list[ContestOut]
    correction_requests: list[CorrectionRequestOut]
    publisher_requests: list[PublisherRequestOut]
