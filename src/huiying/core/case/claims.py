"""Verdicts on claims: how much evidence each needs, and when two pieces of evidence are independent."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from enum import StrEnum

import msgspec

from huiying.core.case import separation
from huiying.core.types import Refusal


class Verdict(StrEnum):
    """What checking a claim came to. The words are also the states of the claim machine."""

    TRUE = "true"
    PARTLY_TRUE = "partly_true"
    FALSE = "false"
    UNVERIFIABLE = "unverifiable"


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence: `source` is the outlet, office or laboratory it comes from, `kind` is what it is (document, test, visit…)."""

    id: int
    source: str
    kind: str


def independent(first: Evidence, second: Evidence) -> bool:
    """Whether two pieces do not stand or fall together: another source, or another kind of evidence."""
    return _origin(first) != _origin(second)


def check_proposal(verdict: Verdict, evidence: Collection[Evidence], *, reason: str = "") -> None:
    """Refuses a verdict without the evidence or the reason it needs.

    The rule of two independent pieces for "false" follows the CDC's Crisis and Emergency Risk Communication ("verify with
    more than one credible source").
    """
    if verdict == Verdict.UNVERIFIABLE:
        if not reason.strip():
            raise Refusal("Say what was tried and why this claim cannot be verified.")
        return
    if not evidence:
        raise Refusal("A verdict needs at least one piece of evidence. Add it to the claim first.")
    if verdict == Verdict.FALSE and len({_origin(piece) for piece in evidence}) < 2:
        raise Refusal('"False" needs two independent pieces of evidence: from different sources, or of different kinds.')


def check_confirmation(
    verdict: Verdict,
    evidence: Collection[Evidence],
    *,
    reason: str = "",
    proposer: str,
    second: str,
    second_department: str,
    accused_department: str = "",
) -> None:
    """Refuses a confirmation whose evidence no longer suffices, by the proposer, or of "false" from inside the accused department."""
    check_proposal(verdict, evidence, reason=reason)
    separation.check_second(proposer, second)
    if verdict == Verdict.FALSE:
        separation.check_outside(second_department, accused_department)


def confirm_act(verdict: Verdict) -> str:
    """The act of the claim machine by which a second person confirms this verdict."""
    return f"confirm_{verdict}"


def _origin(piece: Evidence) -> tuple[str, str]:
    # Width, case and spacing are no difference between two sources.
    return _plain(piece.source), _plain(piece.kind)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
