"""The shapes of where a story comes from, and of what is proposed about stories."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from huiying.core.group.origin import Part


class SightOut(Schema):
    """One item of the chain. `part` is report, copy or line (of a hot list); `original` is the item that it is a copy of, if it is here."""

    order: int
    item: int
    source: str
    part: Part
    at: datetime
    minutes_after_first: float
    original: int | None


class FirstSeenOut(Schema):
    """One outlet: its first item, how long after the first of all, and how many of each part it has."""

    source: str
    item: int
    at: datetime
    part: Part
    minutes_after_first: float
    reports: int
    copies: int
    lines: int


class OriginOut(Schema):
    """Who had a story first: by outlet, and item by item, earliest first. `at` is the outlet's own date or our first sight, the earlier."""

    items: int
    outlets: int
    independent: int
    first_seen: list[FirstSeenOut]
    chain: list[SightOut]


class ProposalOut(Schema):
    """What was proposed or done by hand, and what became of it. Merge: `other` is joined to `story`. Split: `items` leave `story`."""

    id: int
    kind: str
    story: int = Field(alias="story_id")
    other: int | None = Field(alias="other_id")
    items: list[int]
    score: float | None
    threshold: float | None
    reasons: list[dict[str, Any]]
    strategy: str
    state: str
    proposed_at: datetime
    decided_at: datetime | None
    decided_by: int | None = Field(alias="decided_by_id")
    reason: str
