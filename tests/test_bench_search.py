"""The search's arithmetic, on cases small enough to work out by hand; neither its packages nor labelled data are needed."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from bench.data import DEMO, SHUOYUAN, XIYU
from bench.recording import Decisions, Recorder, Stream, read, replay, together
from bench.search import ENGLISH, PARTS, Scores, Wanted, body, rounded, scale_of, scores, shortfall, unlikelihood
from bench.stories import Labelled

from huiying.core.clean.item import clean
from huiying.core.group.evidence import weights
from huiying.core.group.features import features_of
from huiying.core.group.grouper import Grouper
from huiying.core.group.known_names import KnownNames
from huiying.core.group.pieces import EVIDENCE
from huiying.core.group.weights import WEIGHTS
from huiying.core.types import Item, Kind
from huiying.replay.reading import in_time_order, scan


def some_decisions(pieces: int = 4) -> Decisions:
    """Three decisions of 3, 1 and 2 candidates: two right ones, none, one."""
    random = np.random.default_rng(7)
    return Decisions(
        random.normal(size=(6, pieces)).astype(np.float32),
        np.array([0, 1, 2, 1, 0, 2], np.int32),
        np.array([True, False, True, False, False, True]),
        np.array([0, 3, 4]),
        np.array([0.5, 0.2, 0.3]),
    )


def by_hand(weights: np.ndarray, decisions: Decisions) -> float:
    loss = 0.0
    for (first, last), weight in zip(pairwise([*decisions.first, len(decisions.right)]), decisions.weight, strict=True):
        odds = [math.exp(float(decisions.pieces[k] @ weights[decisions.pairing[k]])) for k in range(first, last)]
        right = sum(odd for odd, is_right in zip(odds, decisions.right[first:last], strict=True) if is_right) or 1.0
        loss -= weight * math.log(right / (sum(odds) + 1.0))
    return loss


def test_a_choice_between_one_story_and_a_new_one() -> None:
    one = Decisions(np.ones((1, 1), np.float32), np.zeros(1, np.int32), np.array([True]), np.array([0]), np.ones(1))
    assert unlikelihood(np.zeros((3, 1)), one)[0] == pytest.approx(math.log(2))
    assert unlikelihood(np.full((3, 1), math.log(3)), one)[0] == pytest.approx(math.log(4 / 3))


def test_the_loss_is_the_likelihood_counted_out() -> None:
    trial = np.random.default_rng(1).normal(size=(3, 4))
    assert unlikelihood(trial, some_decisions())[0] == pytest.approx(by_hand(trial, some_decisions()), rel=1e-6)


def test_the_gradient_is_the_slope() -> None:
    trial, step = np.random.default_rng(2).normal(size=(3, 4)), 1e-5
    gradient = unlikelihood(trial, some_decisions())[1]
    for at in np.ndindex(trial.shape):
        up, down = trial.copy(), trial.copy()
        up[at] += step
        down[at] -= step
        assert gradient[at] == pytest.approx((by_hand(up, some_decisions()) - by_hand(down, some_decisions())) / (2 * step), abs=1e-5)


def test_great_evidence_overflows_nothing() -> None:
    loss, gradient = unlikelihood(np.full((3, 4), 1e4), some_decisions())
    assert math.isfinite(loss) and np.isfinite(gradient).all()


def test_decisions_of_two_replays_add_up() -> None:
    trial, one = np.random.default_rng(3).normal(size=(3, 4)), some_decisions()
    both = together([one, one])
    assert both.has_right.tolist() == [True, False, True] * 2
    assert unlikelihood(trial, both)[0] == pytest.approx(2 * unlikelihood(trial, one)[0])


def test_a_piece_that_never_varies_is_not_scaled() -> None:
    one = Decisions(np.array([[1, 0], [1, 2]], np.float32), np.zeros(2, np.int32), np.zeros(2, bool), np.array([0]), np.ones(1))
    assert scale_of(one).tolist() == [1.0, 1.0]


def test_scores_of_all_right() -> None:
    assert scores(list("xxy"), list("SST")) == Scores(1.0, 1.0, 0.0)


def test_scores_worked_out() -> None:
    """All of x x y y in one story but the second x."""
    found = scores(list("xxyy"), list("STSS"))
    precision, recall = (1 / 3 + 1 + 2 / 3 + 2 / 3) / 4, (1 / 2 + 1 / 2 + 1 + 1) / 4
    assert found.b3 == pytest.approx(2 * precision * recall / (precision + recall))
    assert found.pair == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))
    assert found.missed == 0.5


def test_what_has_no_label_opens_a_story_all_the_same() -> None:
    assert scores([None, "x"], ["S", "S"]) == Scores(1.0, 1.0, 1.0)


def test_no_two_together_is_precise() -> None:
    assert scores(list("xx"), list("ST")).pair == 0.0
    assert scores(list("xy"), list("ST")).pair == 1.0


def test_the_shortfall_is_what_is_missing() -> None:
    wanted = Wanted(0.8, 0.6, 0.1)
    assert shortfall(Scores(0.9, 0.7, 0.0), wanted) == pytest.approx(-0.16)
    assert shortfall(Scores(0.7, 0.7, 0.2), wanted) == pytest.approx(0.115 - 0.14 + 0.7 * 0.11)
    assert shortfall(Scores(0.9, 0.7, 0.2), Wanted(0.8, 0.6)) == pytest.approx(-0.16 + 0.01)


def stream_of(*texts: str) -> Stream:
    """A post a minute, labelled x but for a last one."""
    stream, names = Stream("s"), KnownNames()
    for number, text in enumerate(texts):
        seen = datetime.fromtimestamp(60 * number, UTC)
        item = Item(id=f"s:{number}", source="s", kind=Kind.POST, url="", title="", text=text, lang="zh", first_seen=seen)
        stream.ids.append(item.id)
        stream.features.append(features_of(item, names))
        stream.times.append(60.0 * number)
        stream.copy_of.append(-1)
        stream.labels.append("x" if number < len(texts) - 1 else "y")
    return stream


WORDS = "东街水管爆裂，路面积水", "东街水管爆裂，路面积水已到膝盖", "东街水管爆裂，积水正在抽排", "东街中学的食堂发现过期牛奶"


def test_the_weights_decide() -> None:
    stream, always = stream_of(*WORDS), np.zeros_like(weights())
    always[:, EVIDENCE.index("bias")] = 1.0
    assert len(set(replay(stream, always))) == 1
    assert len(set(replay(stream, -always))) == 4


def test_decisions_are_noted_with_what_is_right() -> None:
    recorder, never = Recorder((1,)), np.zeros_like(weights())
    never[:, EVIDENCE.index("bias")] = -1.0
    replay(stream_of(*WORDS), never, recorder)
    decisions = recorder.decisions(3.0)
    assert decisions.first.tolist() == [0, 1, 3]
    assert decisions.right.tolist() == [True] * 3 + [False] * 3
    assert decisions.weight.tolist() == pytest.approx([0.2, 0.2, 0.6])
    assert set(decisions.pairing.tolist()) == {1}


def test_only_the_wanted_pairings_are_noted() -> None:
    recorder = Recorder((0,))
    replay(stream_of(*WORDS), weights(), recorder)
    assert not recorder.decisions(1.0).right.size


@pytest.mark.parametrize("folder", [DEMO, SHUOYUAN, XIYU], ids=lambda folder: folder.name)
def test_a_replay_under_the_present_weights_is_the_product_s(folder: Path, tmp_path: Path) -> None:
    stream = read(Labelled("set", folder), tmp_path)
    path, grouper = tmp_path / "set.jsonl", Grouper()
    lines = in_time_order([path], scan([path], lambda _: None).unordered)
    assert replay(stream, weights()) == [grouper.assign(clean(raw, first_seen=at, zone=UTC)).story for at, raw in lines]
    assert None not in stream.labels


def test_the_weights_are_written_as_they_stand() -> None:
    scope: dict[str, object] = {}
    exec(body(rounded(weights())), scope)
    assert scope["WEIGHTS"] == WEIGHTS


def test_every_row_belongs_to_a_part() -> None:
    assert sorted(row for part in PARTS.values() for row in part.rows) == [0, 1, 2]
    assert all(set(part.pieces) <= set(EVIDENCE) for part in PARTS.values())
    assert PARTS["spaced"].sets is ENGLISH
