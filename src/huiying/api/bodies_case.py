"""The shapes of what the operations on the life of a case take."""

from __future__ import annotations

from typing import Literal

from huiying.api.bodies import Body, Time
from huiying.api.schemas import Number


class Escalation(Body):
    level: str
    reason: str


class Activation(Body):
    """`level` is blue to red (Ⅳ to Ⅰ); `leading_group` says who leads and which offices belong to it."""

    level: str
    leading_group: str


class ClocksBody(Body):
    """Only clocks that became known, or that began earlier than was known."""

    reason: str
    event_known: Time | None = None
    first_public: Time | None = None
    detected: Time | None = None
    told_by_superior: Time | None = None


class Merge(Body):
    """`into` is the case that goes on."""

    into: Number
    reason: str


class ConcernBody(Body):
    kind: str
    text: str
    item: Number | None = None


class DispositionBody(Body):
    disposition: str
    answer: str
    referred_to: str = ""


class CommitmentBody(Body):
    """`claim` is what was found true about us; `due_at` is ISO 8601 with a zone."""

    department: Number
    text: str
    due_at: Time
    claim: Number | None = None


class Done(Body):
    done: str


class NewDate(Body):
    due_at: Time
    reason: str


class InstructionBody(Body):
    """Without a department the desk itself answers; without a time the policy's limit counts."""

    text: str
    department: Number | None = None
    due_at: Time | None = None


class FigureBody(Body):
    name: str
    value: str
    unit: str = ""


class InvestigationBody(Body):
    """`kind` is internal, superior or independent. Without a department the body is named, in Chinese or English or both."""

    kind: str
    body_zh: str = ""
    body_en: str = ""
    department: Number | None = None


class FindingBody(Body):
    """`evidence` are numbers of evidence of this case."""

    finding: str
    evidence: list[Number] = []


class LineBody(Body):
    wording: str
    figures: list[FigureBody] = []


class EnquiryBody(Body):
    text: str
    origin: str
    outlet: str = ""


class Assignment(Body):
    department: Number | None = None


class PointTo(Body):
    statement: Number


class ConferenceBody(Body):
    subject: str
    place: str
    at: Time


class Held(Body):
    """`unanswered` are the questions that stayed open: each becomes an enquiry."""

    record: str
    unanswered: list[str] = []


class ContestBody(Body):
    text: str
    claim: Number | None = None
    commitment: Number | None = None


class Words(Body):
    text: str


class PublisherRequestBody(Body):
    publisher: str
    url: str
    wrong: str
    right: str
    claims: list[Number]


class Hash(Body):
    """The hash of exactly the text that was read."""

    hash: str


class Submission(Body):
    """`department` is asked to confirm the facts first."""

    department: Number | None = None


class Emergency(Body):
    lang: Literal["zh", "en"]
    seen: str
    next_update_at: Time
    reason: str
