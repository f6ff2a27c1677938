"""A desk's rule: what may be set, within which range, and how a stored one comes back."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.pipeline import Setup
from huiying.core.types import Refusal
from huiying.core.warn.rule import AT_ONCE, SETTINGS, SHIPPED, changed, differences, read_settings, restored, rule_of, values


def test_the_shipped_rule_is_within_its_own_ranges() -> None:
    for name, value in values(SHIPPED).items():
        assert SETTINGS[name].least <= value <= SETTINGS[name].most, name
    assert changed(SHIPPED, values(SHIPPED), SHIPPED.id) == SHIPPED
    assert hasattr(SHIPPED.weights, AT_ONCE), "the floor under what is called at once would be lost with its name"


def test_a_changed_rule_differs_where_it_was_changed_and_has_its_own_id() -> None:
    rule = changed(SHIPPED, {"weight.growth": 2.0, "level.yellow": 7.5, "hours.quiet": 48.0}, "rule-1@2026-06-01")
    assert differences(SHIPPED, rule) == {
        "weight.growth": (SHIPPED.weights.growth, 2.0),
        "level.yellow": (6.9, 7.5),
        "hours.quiet": (72.0, 48.0),
    }
    assert rule.id == "rule-1@2026-06-01"
    assert rule_of("named-sum@2026-11-24+rule-1@2026-06-01") == rule.id


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"weight.nothing": 1.0}, "no setting"),
        ({"weight.growth": -0.1}, "cannot be"),
        ({"weight.unwatched": 0.5}, "cannot be"),
        ({"weight.growth": math.nan}, "cannot be"),
        ({"weight.growth": math.inf}, "cannot be"),
        ({"level.blue": 7.0}, "must rise"),
        ({"level.yellow": 30.0}, "must rise"),
        ({f"weight.{AT_ONCE}": 1.0}, "called at once"),
        ({"hours.quiet": 1.0}, "cannot be"),
    ],
)
def test_what_a_rule_may_not_be(changes: dict[str, float], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        changed(SHIPPED, changes, "x")


def test_numbers_are_read_as_people_write_them() -> None:
    assert read_settings({"level.blue": " 6.5 "}) == {"level.blue": 6.5}
    with pytest.raises(Refusal, match="not a number"):
        read_settings({"level.blue": "six"})


SOME = st.dictionaries(st.sampled_from(sorted(SETTINGS)), st.floats(0, 1), max_size=6)


@given(SOME)
def test_a_stored_rule_comes_back_and_so_does_a_stored_setup(drawn: dict[str, float]) -> None:
    changes = {name: SETTINGS[name].least + share * (SETTINGS[name].most - SETTINGS[name].least) for name, share in drawn.items()}
    try:
        rule = changed(SHIPPED, changes, "rule-9@2026-06-01")
    except Refusal:
        return
    stored = msgspec.json.decode(msgspec.json.encode(values(rule)), type=dict[str, float])
    assert restored(stored, rule.id) == (rule, ())
    setup = Setup(rule=rule)
    assert msgspec.convert(msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(setup))), Setup) == setup


def test_a_setting_of_another_release_is_named_and_a_new_one_has_its_default() -> None:
    rule, lost = restored({"weight.growth": 2.0, "weight.of_old": 3.0}, "rule-1@2026-06-01")
    assert lost == ("weight.of_old",)
    assert differences(SHIPPED, rule) == {"weight.growth": (SHIPPED.weights.growth, 2.0)}
