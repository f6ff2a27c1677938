"""Random people doing random acts in every machine at once, over the core's own decisions: do the rules hold after every step?"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bench.world import World
from bench.world_words import GUARDS
from huiying.core.case.workflow import MACHINES

AT_ONCE = 500
"""Steps of one walk: few enough that a walk that breaks a rule can be read, enough that a case is opened, closed and opened again."""
# the walk is about cases: warnings and proposals about stories have their own tables and tests
ELSEWHERE = ("warning", "proposal", "response")
ROWS = {(name, row.source, row.act) for name, machine in MACHINES.items() if name not in ELSEWHERE for row in machine.transitions}


def machine(seen: set[tuple[str, str, str]], count: Callable[[int, int], None]) -> type[RuleBasedStateMachine]:
    """A walk for hypothesis, which chooses the seed of every step and shortens what breaks a rule. Rows that were done go to `seen`."""

    class Walk(RuleBasedStateMachine):
        @initialize(seed=st.integers(0, 2**31))
        def begin(self, seed: int) -> None:
            self.world = World(seed, GUARDS)

        @rule(dice=st.integers(0, 2**31))
        def somebody_does_something(self, dice: int) -> None:
            self.world.dice.seed(dice)
            self.world.step()

        @invariant()
        def the_rules_hold(self) -> None:
            if hasattr(self, "world"):
                self.world.check()

        def teardown(self) -> None:
            if hasattr(self, "world"):
                seen.update(self.world.seen)
                count(self.world.steps, self.world.refused)

    return Walk


def walk(steps: int, *, derandomize: bool = True) -> tuple[int, int, set[tuple[str, str, str]]]:
    """About so many steps, rather more. Returns how many were walked, how many acts the rules refused, and the rows that were done."""
    seen: set[tuple[str, str, str]] = set()
    walked = refused = 0

    def count(more: int, no: int) -> None:
        nonlocal walked, refused
        walked, refused = walked + more, refused + no

    options = settings(
        max_examples=max(1, -(-steps * 21 // (20 * AT_ONCE))),  # some walks are given up early
        stateful_step_count=AT_ONCE,
        deadline=None,
        database=None,
        derandomize=derandomize,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine(seen, count), settings=options)
    return walked, refused, seen


def run(work: Path, options: argparse.Namespace) -> None:
    """Walk, and say how far it came."""
    walked, refused, seen = walk(options.steps or 100_000)
    print("| steps | acts refused | rows done, of all | rules broken |\n| --- | --- | --- | --- |")
    print(f"| {walked} | {refused} | {len(seen & ROWS)} of {len(ROWS)} | 0 |")
    missing = sorted(ROWS - seen)
    if missing:
        print("\nNot done: " + ", ".join(" ".join(row) for row in missing))
