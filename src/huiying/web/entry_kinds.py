"""Types of entries of the record in groups that a person finds their way in."""

from __future__ import annotations

from huiying.core.record import EVENTS
from huiying.web import words

_GROUPS: tuple[tuple[str, str], ...] = (
    (words.N("Warnings"), "warning silence forecast forecasts hush surge"),
    (words.N("Stories"), "merge split stories story proposal items"),
    (words.N("Cases"), "case response clocks signed sealed concern investigation"),
    (words.N("Claims and tasks"), "claim evidence verdict task instruction"),
    (words.N("Statements"), "statement approval correction line withdrawal facts department sent emergency"),
    (words.N("Commitments"), "commitment"),
    (words.N("Enquiries and press conferences"), "enquiry conference"),
    (words.N("Contests and requests"), "contest ask request"),
    (words.N("Duty and deadlines"), "calendar deadlines timer shift swap log handover"),
    (words.N("Sources and watches"), "source certificate file trial watch word place places rule backtest setup item"),
    (words.N("People and settings"), ""),
)


def groups() -> list[tuple[str, list[str]]]:
    """Every type of entry, each in one group under its name; what has no group of its own is in the last."""
    found: dict[str, list[str]] = {name: [] for name, _ in _GROUPS}
    of = {start: name for name, starts in _GROUPS for start in starts.split()}
    for type in EVENTS:
        found[of.get(type.partition("_")[0], _GROUPS[-1][0])].append(type)
    return list(found.items())
