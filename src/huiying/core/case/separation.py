"""Separations of duty: who may not do an act because of what they have already done, or where they work.

People are compared by id, never by name. Each function returns nothing when the act may go ahead and raises Refusal when not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from huiying.core.types import Refusal


def authors_since_approval(acts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Everyone whose writing no second person has approved yet, from (act, person id) in the order they were done.

    A return by the approver is no approval: those who wrote before it stay authors.
    """
    authors: set[str] = set()
    for act, person in acts:
        if act == "approve":
            authors.clear()
        elif act in {"draft", "edit", "submit", "correct"}:
            authors.add(person)
    return frozenset(authors)


def check_approver(approver: str, authors: Collection[str]) -> None:
    """The approver wrote none of what is approved. `authors` is everyone who edited since the last approval."""
    if not authors:
        raise Refusal("This statement has no recorded author, so nobody can approve it. Edit it and submit it again.")
    if approver in authors:
        raise Refusal("You have written part of this statement. Ask somebody who has not to approve it.")


def check_second(proposer: str, second: str) -> None:
    """The second person of an act is not the first."""
    if not proposer or not second:
        raise Refusal("This act needs two people, and both must be known.")
    if second == proposer:
        raise Refusal("You cannot be the second person for your own proposal. Ask a colleague.")


def check_outside(department: str, accused_department: str) -> None:
    """A verdict of false is confirmed by somebody who does not work for the department the claim is about."""
    if accused_department and department == accused_department:
        raise Refusal(
            'This claim is about %(department)s. Only somebody outside it can confirm "false".',
            department=accused_department,
        )


def check_sources(authors: Collection[str], verifiers: Mapping[int, Collection[str]]) -> None:
    """Nobody writes a statement on the strength of a claim they verified. `verifiers` maps each cited claim to its verifiers."""
    for claim in sorted(verifiers):
        if not set(authors).isdisjoint(verifiers[claim]):
            raise Refusal(
                "Claim %(claim)s was verified by an author of this statement. Somebody else must verify it or write the statement.",
                claim=claim,
            )


def check_answerer(department: str, task_department: str) -> None:
    """Whoever accepts, disputes or answers a task belongs to the department it was given to."""
    if not department or department != task_department:
        raise Refusal("This task belongs to %(department)s. Only its own staff can answer it.", department=task_department)


def check_dispute(department: str, disputed_by: Collection[str]) -> None:
    """A department says "not ours" once for a task; after a leader's ruling it answers."""
    if department in disputed_by:
        raise Refusal("%(department)s has already disputed this task once. A leader ruled on it: please answer it.", department=department)
