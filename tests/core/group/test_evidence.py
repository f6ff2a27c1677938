import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.evidence import LEAST_LOG, PARTS, part_of, told, weights
from huiying.core.group.pieces import EVIDENCE
from huiying.core.group.weights import WEIGHTS


def test_every_piece_has_a_weight_for_each_pairing_of_scripts():
    assert set(WEIGHTS) == set(EVIDENCE)
    assert len(EVIDENCE) == len(set(EVIDENCE))
    assert weights().shape == (3, len(EVIDENCE))
    assert np.isfinite(weights()).all()
    for at, name in enumerate(EVIDENCE):
        assert tuple(weights()[:, at]) == WEIGHTS[name]


def test_every_piece_belongs_to_at_most_one_part():
    named = [name for names in PARTS.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= set(EVIDENCE)
    for at, name in enumerate(EVIDENCE):
        part = next((part for part, names in PARTS.items() if name in names), None)
        assert part_of()[at] == (-1 if part is None else list(PARTS).index(part))


@given(st.lists(st.floats(-20, 20), min_size=len(PARTS), max_size=len(PARTS)), st.floats(-50, 50), st.integers(0, 2))
def test_the_score_is_the_sum_of_the_parts_and_passes_the_threshold_where_the_evidence_is_above_nothing(parts, total, row):
    named, score, threshold = told(np.array(parts), total, row)
    assert list(named) == list(PARTS)
    assert score == math.fsum(named.values())
    assert score - threshold == pytest.approx(total, abs=1e-9)
    others = {name: value for name, value in named.items() if name != "shared_term"}
    assert others == {name: value for name, value in zip(PARTS, parts, strict=True) if name != "shared_term"}


@pytest.mark.parametrize("row", range(3))
def test_words_that_are_not_shared_speak_neither_for_nor_against(row):
    parts = np.zeros(len(PARTS))
    parts[list(PARTS).index("shared_term")] = WEIGHTS["log_alike"][row] * LEAST_LOG
    named, score, threshold = told(parts, -1.0, row)
    assert named["shared_term"] == score == 0.0
    assert threshold == 1.0
