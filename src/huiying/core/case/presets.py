"""The desk's deadlines as shipped: one row a duty, with its limits and the rules that they come from."""

from __future__ import annotations

from huiying.core.case.duties import Clock, Limit, Preset, Rule, Timer, Unit

_PAGERDUTY = "PagerDuty incident response documentation"
_PROMISED = Rule(note="as promised")
_OUTAGE_WORD = Rule(_PAGERDUTY, "", "an example of the trade, not a rule")

ACKNOWLEDGE = Timer(
    name="acknowledge",
    clock=Clock.DETECTED,
    grave=Limit(15, Unit.MINUTES),
    other=Limit(30, Unit.MINUTES),
    outage=Limit(5, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(30, Unit.MINUTES),
)
REPORT_UP = Timer(
    name="report_up",
    clock=Clock.EARLIEST,
    grave=Limit(20, Unit.MINUTES, Rule("a county's notice of 2 May 2018", "", "20 minutes by phone, 40 in writing; a local example")),
    other=Limit(2, Unit.HOURS, Rule("a rule of the city of Lanzhou", "", "county to city; a local example")),
    council=Limit(1),
    absent=frozenset({Preset.OUTAGE}),
)
S0 = Timer(
    name="s0",
    clock=Clock.EARLIEST,
    grave=Limit(1),
    other=Limit(4),
    outage=Limit(5, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(1),
)
S1 = Timer(
    name="s1",
    clock=Clock.EARLIEST,
    grave=Limit(5, Unit.HOURS, Rule("国办发〔2016〕80号", "", "authoritative information")),
    other=Limit(48, Unit.HOURS, Rule("国办发〔2016〕61号", "三", "first answer")),
    outage=Limit(10, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(24),
)
CONFERENCE = Timer(
    name="conference",
    clock=Clock.EARLIEST,
    grave=Limit(24, Unit.HOURS, Rule("国办发〔2016〕61号、80号", "", "press conference on a grave event")),
    other=Limit(None, Unit.HOURS, _PROMISED),
    outage=Limit(None, Unit.HOURS, _PROMISED),
)
NEXT_UPDATE = Timer(
    name="next_update",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(24, Unit.HOURS, Rule(note="as promised, at most 24 hours")),
    other=Limit(None, Unit.HOURS, _PROMISED),
    outage=Limit(20, Unit.MINUTES, Rule(_PAGERDUTY, "", "every 20 minutes in the first 2 hours, then as promised"), within=2),
    council=Limit(None, Unit.HOURS, _PROMISED),
)
TASK_ANSWER = Timer(
    name="task_answer",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(2),
    other=Limit(24),
    outage=Limit(30, Unit.MINUTES),
    council=Limit(24),
)
CORRECTION = Timer(
    name="correction",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(2),
    other=Limit(3, Unit.WORKING_DAYS, Rule("辽宁省政府网站管理办法", "", "answer to a report of an error; a local example")),
    outage=Limit(2),
    council=Limit(3, Unit.WORKING_DAYS),
)
REVIEW = Timer(
    name="review",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(3, Unit.DAYS, _OUTAGE_WORD),
    other=Limit(5, Unit.WORKING_DAYS, _OUTAGE_WORD),
    outage=Limit(3, Unit.DAYS, Rule(_PAGERDUTY, "", "3 days, 5 working days where it was less grave")),
    council=Limit(5, Unit.WORKING_DAYS),
)

CONCERN = Timer(name="concern", clock=Clock.EVENT_KNOWN, grave=Limit(24), other=Limit(5, Unit.WORKING_DAYS))
COMMITMENT = Timer(
    name="commitment", clock=Clock.EVENT_KNOWN, grave=Limit(None, Unit.HOURS, _PROMISED), other=Limit(None, Unit.HOURS, _PROMISED)
)
INSTRUCTION = Timer(name="instruction", clock=Clock.EVENT_KNOWN, grave=Limit(4), other=Limit(48))
ENQUIRY = Timer(name="enquiry", clock=Clock.EVENT_KNOWN, grave=Limit(2), other=Limit(24))
RETROSPECT = Timer(name="retrospect", clock=Clock.EVENT_KNOWN, grave=Limit(2), other=Limit(2))
CONTEST = Timer(name="contest", clock=Clock.EVENT_KNOWN, grave=Limit(2, Unit.WORKING_DAYS), other=Limit(5, Unit.WORKING_DAYS))
CORRECTION_REQUEST = Timer(
    name="correction_request",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(1, Unit.WORKING_DAYS),
    other=Limit(3, Unit.WORKING_DAYS, Rule("辽宁省政府网站管理办法", "", "answer to a report of an error; a local example")),
)

TIMERS: dict[str, Timer] = {
    row.name: row
    for row in (
        ACKNOWLEDGE,
        REPORT_UP,
        S0,
        S1,
        CONFERENCE,
        NEXT_UPDATE,
        TASK_ANSWER,
        CORRECTION,
        CONCERN,
        COMMITMENT,
        INSTRUCTION,
        ENQUIRY,
        RETROSPECT,
        CONTEST,
        CORRECTION_REQUEST,
        REVIEW,
    )
}
