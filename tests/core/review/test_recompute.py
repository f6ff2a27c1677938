"""A stored raise beside the same computed again."""

from __future__ import annotations

from huiying.core.review.recompute import Difference, differences

PART = {"name": "growth", "value": 3.0, "baseline": 1.0, "weight": 1.6, "p": 0.01, "detail": ""}
RAISE = {"strategy": "s", "level": "blue", "score": 1.6, "watch": "", "items": 3, "known": "x", "reasons": [PART]}


def test_the_same_is_the_same() -> None:
    assert differences(RAISE, dict(RAISE)) == ()


def test_the_last_digit_counts() -> None:
    other = RAISE | {"score": 1.6000000000000003, "reasons": [PART | {"weight": 1.6000000000000003}]}
    assert differences(RAISE, other) == (
        Difference(what="score", stored="1.6", computed="1.6000000000000003"),
        Difference(what="growth", field="weight", stored="1.6", computed="1.6000000000000003"),
    )


def test_a_part_that_is_not_there() -> None:
    found = differences(RAISE, RAISE | {"reasons": [PART | {"name": "outlets"}]})
    assert found == (Difference(what="growth", stored="1.6"), Difference(what="outlets", computed="1.6"))


def test_what_an_older_record_lacks_is_not_compared() -> None:
    assert differences({"level": "blue", "score": 1.6}, RAISE) == ()
