"""Separations of duty: who may not do an act because of what they have already done, or where they work.

People and departments are compared by id, never by name. Each function returns nothing when the act may go ahead and raises
Refusal when not.
"""

from __future__ import annotations

from collections.abc import Collection

from huiying.core.case.claims import Verdict
from huiying.core.roles import Role
from huiying.core.types import Refusal


def approver(*, approver: int, authors: Collection[int]) -> None:
    """The approver wrote none of what is approved. `authors` is everyone who edited since the last approval."""
    if not authors:
        raise Refusal("Nobody has edited this text since it was last approved, so there is nothing to approve. Edit and submit it again.")
    if approver in authors:
        raise Refusal("You have written part of this text. Ask somebody who has not to approve it.")


def second_person(
    *, proposer: int, second: int, verdict: Verdict | None = None, accused: int | None = None, second_department: int | None = None
) -> None:
    """The second person of an act is not the first; "false" is not confirmed from inside the department the claim is about (`accused`)."""
    if second == proposer:
        raise Refusal("You cannot be the second person for your own proposal. Ask a colleague.")
    if verdict == Verdict.FALSE and accused is not None and second_department == accused:
        raise Refusal('This claim is about your own department. Only somebody outside it can confirm "false".')


def verifier_not_author(*, verifier: int, authors: Collection[int]) -> None:
    """Nobody writes a statement on the strength of a claim they verified."""
    if verifier in authors:
        raise Refusal("An author of this text verified a claim it cites. Somebody else must verify the claim or write the text.")


def own_department(*, member_department: int | None, task_department: int) -> None:
    """Whoever accepts, disputes or answers a task belongs to the department it was given to."""
    if member_department != task_department:
        raise Refusal("This task belongs to another department. Only its own staff can accept, dispute or answer it.")


def dispute_once(*, department: int, disputed_by: Collection[int]) -> None:
    """A department says "not ours" once for a task; after a leader's ruling it answers."""
    if department in disputed_by:
        raise Refusal("Your department has already disputed this task, and a leader ruled on it. Please answer it.")


def one_of_each(first: Collection[Role], second: Collection[Role], one: Role, other: Role) -> None:
    """Of two signatures one is of the role `one` and the other of the role `other`: neither can do it twice."""
    if not (one in first and other in second) and not (other in first and one in second):
        raise Refusal("This takes two people: a %(role)s and a %(other_role)s. Ask the one who is missing.", role=one, other_role=other)


def outside_department(*, member_department: int | None, owner: int) -> None:
    """Whether a promise was kept is not for the department that gave it to say."""
    if member_department == owner:
        raise Refusal("This is your own department's commitment. Only somebody outside it can say that it was kept.")


def not_whose_work(*, person: int, settled_by: Collection[int]) -> None:
    """Nobody decides about a contest of an outcome that they settled themselves."""
    if person in settled_by:
        raise Refusal("You took part in the outcome that is contested. Somebody else must decide.")
