"""What a verdict needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.claims import EvidenceFact, Verdict, check_proposal, independent
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal

LAB = EvidenceFact(kind="measurement", origin="County Laboratory")
LAB_AGAIN = EvidenceFact(kind="Measurement", origin="  county  LABORATORY ")
LAB_PAPER = EvidenceFact(kind="document", origin="County Laboratory")
VISIT = EvidenceFact(kind="site_report", origin="望澜镇政府")
FACTS = st.builds(EvidenceFact, kind=st.sampled_from(["document", "item"]), origin=st.sampled_from(["甲", "乙", "A", "a", "Ａ"]))


def test_independence_is_another_origin_or_another_kind():
    assert independent(LAB, VISIT)
    assert independent(LAB, LAB_PAPER)
    assert not independent(LAB, LAB_AGAIN)


@given(FACTS, FACTS)
def test_independence_is_mutual_and_nothing_is_independent_of_itself(first, second):
    assert independent(first, second) == independent(second, first)
    assert not independent(first, first)


@pytest.mark.parametrize("evidence", [[LAB], [LAB, LAB], [LAB, LAB_AGAIN, LAB]])
def test_false_needs_two_independent_pieces(evidence):
    with pytest.raises(Refusal, match="two independent"):
        check_proposal(Verdict.FALSE, evidence, reason="we are sure")


@pytest.mark.parametrize("evidence", [[LAB, VISIT], [LAB, LAB_AGAIN, LAB_PAPER]])
def test_false_stands_on_two_independent_pieces(evidence):
    check_proposal(Verdict.FALSE, evidence)


@pytest.mark.parametrize("verdict", [Verdict.TRUE, Verdict.PARTLY_TRUE, Verdict.FALSE])
def test_a_verdict_needs_evidence(verdict):
    with pytest.raises(Refusal, match="at least one piece"):
        check_proposal(verdict, [], reason="everybody knows")


@pytest.mark.parametrize("verdict", [Verdict.TRUE, Verdict.PARTLY_TRUE])
def test_one_piece_is_enough_for_what_is_true(verdict):
    check_proposal(verdict, [LAB])


def test_unverifiable_needs_a_reason_and_no_evidence():
    check_proposal(Verdict.UNVERIFIABLE, [], reason="the recording no longer exists")
    with pytest.raises(Refusal, match="cannot be verified"):
        check_proposal(Verdict.UNVERIFIABLE, [LAB, VISIT], reason=" ")


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_has_its_act(verdict):
    assert advance("claim", "proposed", f"rule_{verdict}") == verdict.value
