"""The shapes of what the interface gives about rules, backtests and feedback."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field


class SettingOut(Schema):
    name: str
    value: float
    default: float
    least: float
    most: float


class RuleVersionOut(Schema):
    number: int
    rule: str
    values: dict[str, float]
    effective_at: datetime
    adopted_at: datetime
    backtest: int = Field(alias="backtest_id")
    reason: str


class RuleOut(Schema):
    rule: str
    settings: list[SettingOut]
    versions: list[RuleVersionOut]


class BacktestOut(Schema):
    """`state` is queued, running, done or failed; `result` compares the present rule (`before`) with the changed one (`after`)."""

    id: int
    base: int
    changes: dict[str, float]
    days: int
    start: datetime
    end: datetime
    state: str
    progress: int
    total: int
    result: dict[str, Any] | None
    asked_at: datetime
    finished_at: datetime | None


class FeedbackOut(Schema):
    warning: int = Field(alias="warning_id")
    verdict: str
    at: datetime
