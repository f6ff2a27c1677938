"""The stages of what the body says about a case: facts fast, causes carefully."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Stage(StrEnum):
    """S0 to S6 in the order they may come, and C, a correction, at any time."""

    S0 = "S0"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"
    S6 = "S6"
    C = "C"


class StageRule(msgspec.Struct, frozen=True, kw_only=True):
    """What one stage is for. `states_cause`: a cause may be named. `needs_next_update`: the next word must be promised for a time."""

    meaning: str
    may_contain: str
    states_cause: bool = False
    needs_next_update: bool = False


STAGES: dict[Stage, StageRule] = {
    Stage.S0: StageRule(
        meaning="Holding: we have seen it and are checking; next word at a time.",
        may_contain="What was seen, what is being done, what to do meanwhile, regret, the time of the next word. "
        "No cause, blame, number of victims or denial.",
        needs_next_update=True,
    ),
    Stage.S1: StageRule(
        meaning="Verified facts: what is known and what is not.",
        may_contain="Facts that rest on verified claims, and what is still being checked. No cause.",
    ),
    Stage.S2: StageRule(
        meaning="Measures: what is being done and what you should do.",
        may_contain="Measures, advice, places and times of help, and the facts behind them. No cause.",
    ),
    Stage.S3: StageRule(
        meaning="Progress: what has changed since the last word.",
        may_contain="New facts and measures, each update with the time of the next. No cause.",
        needs_next_update=True,
    ),
    Stage.S4: StageRule(
        meaning="Cause: what an investigation found, and who investigated.",
        may_contain="The cause as the investigation record states it, with its investigating body.",
        states_cause=True,
        needs_next_update=True,
    ),
    Stage.S5: StageRule(
        meaning="Accountability and repair: who answers for it and what will be put right by when.",
        may_contain="Responsibility, repair and commitments, each with an owner and a date.",
        states_cause=True,
        needs_next_update=True,
    ),
    # A closing statement is the last word: promising another would start a timer that nobody is left to answer.
    Stage.S6: StageRule(
        meaning="Closing: every concern is disposed of; this is the last word.",
        may_contain="What became of each concern, and where to turn afterwards.",
        states_cause=True,
    ),
    Stage.C: StageRule(
        meaning="Correction: what we said, what is right, and since when we know.",
        may_contain="The wrong sentence, the right one and the claim it rests on.",
    ),
}
