"""Concerns: one question, complaint or suggestion inside a case, and what became of it."""

from __future__ import annotations

from enum import StrEnum

from huiying.core.types import Refusal


class ConcernKind(StrEnum):
    """What somebody wants of us."""

    QUESTION = "question"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"


class Disposition(StrEnum):
    """What became of a concern, in the classes of 国办发〔2016〕80号.

    Explain what is unclear, correct what is mistaken, solve what is hard, investigate what is grave and adopt what is good; not adopting
    needs a reason, and what is another office's goes there.
    """

    EXPLAINED = "explained"
    CORRECTED = "corrected"
    SOLVED = "solved"
    UNDER_INVESTIGATION = "under_investigation"
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    REFERRED = "referred"


IN_PUBLIC = frozenset({Disposition.EXPLAINED, Disposition.CORRECTED})
"""What is explained or corrected only once the public can read it."""


def disposition(name: str) -> Disposition:
    """A disposition by its name."""
    if name not in set(Disposition):
        raise Refusal(
            "%(disposition)s is not a disposition; they are %(dispositions)s.", disposition=name, dispositions=", ".join(Disposition)
        )
    return Disposition(name)


def check_disposed(wanted: Disposition, *, answer: str, referred_to: str = "", published: bool) -> None:
    """Refuses a disposition that is no end, that says nothing, or that the public cannot see.

    `published`: a statement of the case is out.
    """
    if wanted is Disposition.UNDER_INVESTIGATION:
        raise Refusal("Under investigation is not the end of a concern: it stays open until there is a result.")
    if wanted is Disposition.REFERRED and not referred_to.strip():
        raise Refusal("Say to which office this concern was referred.")
    if not answer.strip():
        raise Refusal("Say what became of this concern, in words that whoever raised it can read; not adopting needs its reason.")
    if wanted in IN_PUBLIC and not published:
        raise Refusal("A concern is explained or corrected in public: publish a statement of this case first.")
