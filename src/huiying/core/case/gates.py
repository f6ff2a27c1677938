"""What must be so before a case may rest, close or speak: decided from a few facts, said so that a person can act on it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import msgspec

from huiying.core.case.claims import Verdict
from huiying.core.case.duties import Preset
from huiying.core.types import Level, Refusal

BOUND = frozenset({Verdict.TRUE.value, Verdict.PARTLY_TRUE.value})
"""Verdicts that oblige the body where the claim is about itself."""

QUIET_DAYS: dict[Preset, int] = {Preset.GRAVE: 14, Preset.OTHER: 7}
"""Days without a new report before a watched case goes to its review: our own proposal."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What a case still owes, itself and the cases merged into it: concerns that are open, and claims found true about the body (their
    words) for which there is neither a commitment in public nor a leader's signed reason.
    """

    open_concerns: int = 0
    owed: tuple[str, ...] = ()


def binds(*, state: str, about_us: bool, commitments: Collection[str], waived: bool, drill: bool = False) -> bool:
    """Whether a claim still obliges the body. `commitments` are the states of those given for it; in a drill a proposed one will do."""
    kept = {state for state in commitments if state != "refused" and (drill or state != "proposed")}
    return about_us and state in BOUND and not kept and not waived


def may_oblige(state: str, *, about_us: bool, verdict: str) -> None:
    """Refuses to find something true about the body in a closed case: that must not lie unanswered in an archive."""
    if state == "closed" and about_us and verdict in BOUND:
        raise Refusal("This case is closed, and the verdict would oblige us to put something right. Reopen the case first.")


def may_rest(standing: Standing) -> None:
    """Refuses to let a case go on to be watched, reviewed or closed while it owes an answer or a repair."""
    if standing.open_concerns:
        raise Refusal(
            "%(count)s concerns of this case are still open. Each needs an answer or a reason before the case can rest.",
            count=standing.open_concerns,
        )
    if standing.owed:
        raise Refusal(
            '"%(claim)s" was found true about us. Commit in public to putting it right, or let a leader sign why not.',
            claim=standing.owed[0],
        )


def escalated(level: str, to: str) -> None:
    """Refuses an escalation that does not raise the level."""
    if to not in set(Level) or Level(to).rank <= Level(level).rank:
        raise Refusal("An escalation leads to a higher level than the present one. To lower it, assess the case again.")


def mergeable(case: int, into: int, into_state: str, *, drill: bool, into_drill: bool) -> None:
    """Refuses to merge a case into itself, into one that is over, or across the line between drill and reality."""
    if case == into:
        raise Refusal("A case cannot be merged into itself.")
    if into_state in ("closed", "merged"):
        raise Refusal("The other case is over. Reopen it first, or merge the other way round.")
    if drill != into_drill:
        raise Refusal("A drill and a real case are never one.")


def no_drill(drill: bool) -> None:
    """Refuses whatever would be read, heard or sent outside the desk while it only practises."""
    if drill:
        raise Refusal("This case is a drill. Nothing of it is ever published.")


def quiet(*, preset: Preset, since: datetime, now: datetime) -> bool:
    """Whether nothing has come long enough. `since` is the last report, or when the desk began to watch if that was later."""
    return now - since >= timedelta(days=QUIET_DAYS[preset])


def due_after(due_at: datetime | None, now: datetime) -> datetime:
    """A promised time; refuses one that is missing or has passed."""
    if due_at is None or due_at <= now:
        raise Refusal("A promise needs a time that is still to come.")
    return due_at
