"""Who sees which case. Whoever speaks for one department sees what concerns it; everybody else at the desk sees every case.

What was published by others (items, stories, warnings, watches, sources) is open to all staff: it is public already.
"""

from __future__ import annotations

from collections.abc import Collection

from huiying.core.roles import Role

DEPARTMENTAL = frozenset({Role.DEPT, Role.DEPT_HEAD})


def limited(roles: Collection[Role]) -> bool:
    """Whether somebody with these roles sees only the cases of their own department. No role at all sees no case."""
    return set(roles) <= DEPARTMENTAL


def sees_case(roles: Collection[Role], department: int | None, *, lead: int | None, asked: Collection[int]) -> bool:
    """Whether a member sees a case: its lead department does, those that are asked for anything in it (a task, an answer, a
    commitment, a fact to confirm), and every role that is not departmental."""
    return not limited(roles) or (department is not None and (department == lead or department in asked))


def sees_task(roles: Collection[Role], department: int | None, *, lead: int | None, given_to: int) -> bool:
    """Whether a member sees one task of a case: a department sees its own, and all of them where it leads."""
    return not limited(roles) or (department is not None and department in (lead, given_to))
