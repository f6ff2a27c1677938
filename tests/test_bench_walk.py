"""All machines walked together: the rules hold after every step, and the walk would notice where they did not."""

from __future__ import annotations

import pytest
from bench.walk import ROWS, walk
from bench.world import World
from bench.world_words import GUARDS

from huiying.core.case import gates, separation


def test_random_walks_over_every_machine_keep_the_rules() -> None:
    walked, refused, seen = walk(4000)
    assert walked > 3000
    assert refused > walked
    assert len(seen & ROWS) > len(ROWS) / 2


@pytest.mark.parametrize(
    ("where", "name", "told"),
    [
        (gates, "may_rest", "rests with an open concern|leads to nothing"),
        (gates, "no_drill", "a drill was published"),
        (separation, "approver", "one person published"),
        (separation, "second_person", "a verdict of one person|closed by less than two|from inside the department"),
        (separation, "outside_department", "it verified itself"),
    ],
)
def test_the_walk_notices_a_rule_that_is_gone(monkeypatch: pytest.MonkeyPatch, where: object, name: str, told: str) -> None:
    monkeypatch.setattr(where, name, lambda *args, **named: None)
    with pytest.raises(AssertionError, match=told):
        for seed in range(60):
            world = World(seed, GUARDS)
            for _ in range(1500):
                world.step()
                world.check()
