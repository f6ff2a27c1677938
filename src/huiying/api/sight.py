"""Whose eyes a call looks with: set by the gate before an operation runs, asked by everything that finds rows.

An operation that names no caller finds nothing of any case: forgetting is safe.
"""

from __future__ import annotations

from contextvars import ContextVar

from huiying.store.models import Member

_caller: ContextVar[Member | None] = ContextVar("caller", default=None)


def of(member: Member | None) -> None:
    """From here on, rows are found for this member."""
    _caller.set(member)


def caller() -> Member | None:
    """The member who calls; None before the gate."""
    return _caller.get()
