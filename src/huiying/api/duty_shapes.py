"""The shapes of what the interface takes and gives about duty and time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from huiying.api.bodies import Body, Time, Written
from huiying.api.schemas import Number


class ShiftBody(Body):
    """`repeat`: again at the same time on so many following days."""

    member: Number
    role: str
    starts_at: Time
    ends_at: Time
    repeat: int = Field(0, ge=0, le=31)


class SwapBody(Body):
    """Who is asked, and which of their shifts is wanted in exchange."""

    asked: Number
    back: Number | None = None


class NoteBody(Body):
    text: str
    corrects: Number | None = None


class RemarkBody(Body):
    remark: str = ""


class YearBody(Body):
    """`table`: one day a line: day, holiday or work, name."""

    year: int = Field(ge=1, le=9999)
    source: str
    table: str


class DayBody(Body):
    day: Annotated[date, Written]
    works: bool
    name: str = ""
    reason: str


class LimitBody(Body):
    timer: str
    preset: str
    amount: int = Field(ge=1, le=100_000)
    unit: str
    clock: str = ""
    document: str = ""
    clause: str = ""
    note: str = ""
    reason: str


class ResetBody(Body):
    timer: str
    preset: str
    reason: str


class ChoiceBody(Body):
    """An empty `preset` takes the choice back; an empty level or kind stands for any."""

    preset: str = ""
    level: str = ""
    category: str = ""
    reason: str


class ShiftOut(Schema):
    id: int
    role: str
    member: int = Field(alias="member_id")
    starts_at: datetime
    ends_at: datetime
    cancelled_at: datetime | None


class SwapOut(Schema):
    id: int
    shift: int = Field(alias="shift_id")
    back: int | None = Field(alias="back_id")
    asked_by: int = Field(alias="asked_by_id")
    asked: int = Field(alias="asked_id")
    state: str
    asked_at: datetime
    answered_at: datetime | None


class DeskOut(Schema):
    """Who holds the desk (None before anybody took it), who is on, and the handover that waits."""

    responsible: int | None
    on: list[ShiftOut]
    handover: int | None


class ShiftNoteOut(Schema):
    id: int
    at: datetime
    by: int = Field(alias="by_id")
    text: str
    corrects: int | None = Field(alias="corrects_id")


class HandoverOut(Schema):
    id: int
    by: int | None = Field(alias="by_id")
    made_at: datetime
    remark: str
    open_things: list[dict[str, Any]]
    taken_at: datetime | None
    taken_by: int | None = Field(alias="taken_by_id")
    withdrawn_at: datetime | None


class TimerOut(Schema):
    """A deadline that runs, or ran. `said` is the step in per cent of which everybody was told."""

    id: int
    name: str
    case: int = Field(alias="case_id")
    about: str
    clock: str
    amount: int | None
    unit: str
    rule: dict[str, Any]
    started_at: datetime
    due_at: datetime
    provisional: bool
    said: int
    ended_at: datetime | None


class CalendarDayOut(Schema):
    day: Annotated[date, Written]
    works: bool
    name: str


class CalendarYearOut(Schema):
    id: int
    kind: str
    year: int
    source: str
    entered_at: datetime
    days: list[CalendarDayOut]

    @staticmethod
    def resolve_days(row: Any) -> list[Any]:
        return list(row.days.all())


class MovedOut(Schema):
    """How many deadlines moved."""

    moved: int


class PolicyOut(Schema):
    """What the desk chose and changed about its deadlines; nothing of what is as shipped."""

    choices: list[dict[str, Any]]
    changed: list[dict[str, Any]]
