"""What a transition table is made of."""

from __future__ import annotations

import msgspec

SYSTEM = "system"
"""The permission of acts that only the detector or a timer may do; no role holds it."""


class Transition(msgspec.Struct, frozen=True):
    """In state `source`, whoever holds `permission` may do `act`, which leads to `target`.

    `second_person` marks an act that is void unless the person differs from those whose work it settles (case/separation.py).
    """

    source: str
    act: str
    target: str
    permission: str
    needs_reason: bool = False
    second_person: bool = False


class Machine(msgspec.Struct, frozen=True):
    """One table: where a thing begins, where it may rest for good, and what leads from state to state."""

    initial: str
    terminal: frozenset[str]
    transitions: tuple[Transition, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state named anywhere in the table."""
        return frozenset({self.initial}) | self.terminal | {s for t in self.transitions for s in (t.source, t.target)}


T = Transition
