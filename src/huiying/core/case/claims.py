"""Verdicts on claims: how much evidence each needs, and when two pieces of evidence are independent."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from enum import StrEnum
from itertools import combinations

import msgspec

from huiying.core.types import Refusal


class Verdict(StrEnum):
    """What checking a claim came to. The words are also the settled states of the claim machine."""

    TRUE = "true"
    PARTLY_TRUE = "partly_true"
    FALSE = "false"
    UNVERIFIABLE = "unverifiable"


class EvidenceFact(msgspec.Struct, frozen=True, kw_only=True):
    """What counts about one piece of evidence: its kind (document, measurement…) and whose it is (outlet, office, laboratory)."""

    kind: str
    origin: str


def independent(first: EvidenceFact, second: EvidenceFact) -> bool:
    """Whether two pieces do not stand or fall together: another origin, or another kind. Width, case and spacing do not matter."""
    return _plain(first) != _plain(second)


def check_proposal(verdict: Verdict, evidence: Collection[EvidenceFact], *, reason: str = "") -> None:
    """Refuses a verdict without the evidence or the reason it needs.

    Two independent pieces for "false" follow the CDC's Crisis and Emergency Risk Communication: verify with more than one
    credible source.
    """
    if verdict == Verdict.UNVERIFIABLE:
        if not reason.strip():
            raise Refusal("Say what was tried and why this claim cannot be verified.")
        return
    if not evidence:
        raise Refusal("A verdict needs at least one piece of evidence. Add it to the claim first.")
    if verdict == Verdict.FALSE and not any(independent(first, second) for first, second in combinations(evidence, 2)):
        raise Refusal('"False" needs two independent pieces of evidence: from different sources, or of different kinds.')


def _plain(piece: EvidenceFact) -> tuple[str, ...]:
    return tuple(" ".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in (piece.origin, piece.kind))
