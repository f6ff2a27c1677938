"""The stages and what each is for."""

from huiying.core.statement.stages import STAGES, Stage


def test_every_stage_is_described_in_order():
    assert list(STAGES) == list(Stage)
    assert all(rule.meaning and rule.may_contain for rule in STAGES.values())


def test_causes_begin_with_the_investigation():
    assert {stage for stage, rule in STAGES.items() if rule.states_cause} == {Stage.S4, Stage.S5, Stage.S6}


def test_who_must_promise_the_next_word():
    assert {stage for stage, rule in STAGES.items() if rule.needs_next_update} == {Stage.S0, Stage.S3, Stage.S4, Stage.S5}
