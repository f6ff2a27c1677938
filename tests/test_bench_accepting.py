"""The simulated careful person, on cases small enough to decide by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.accepting import Proposed, accept, majority, read_proposals, seconds


def merge(at: float, story: str, other: str) -> Proposed:
    return Proposed(at, "merge", story, other, ())


def split(at: float, story: str, other: str, *items: str) -> Proposed:
    return Proposed(at, "split", story, other, items)


def decide(stream: str, *proposals: Proposed) -> tuple[dict[str, str], int]:
    """The stream is "item story label" for every second; a label of "-" is none."""
    rows = [row.split() for row in stream.split(",")]
    assigned = {item: story for item, story, _ in rows}
    times = {item: float(at) for at, (item, _, _) in enumerate(rows)}
    labels = {item: label for item, _, label in rows if label != "-"}
    outcome = accept(assigned, times, labels, proposals)
    return outcome.stories, outcome.accepted


@pytest.mark.parametrize(("labels", "wanted"), [("", None), ("x", "x"), ("xxy", "x"), ("xy", None), ("xxyyz", None)])
def test_only_a_clear_majority_counts(labels: str, wanted: str | None) -> None:
    assert majority(labels) == wanted


def test_a_merge_of_one_happening_is_accepted() -> None:
    assert decide("a S x,b T x", merge(1, "S", "T")) == ({"a": "S", "b": "S"}, 1)


def test_a_merge_of_two_happenings_is_not() -> None:
    assert decide("a S x,b T y", merge(1, "S", "T")) == ({"a": "S", "b": "T"}, 0)


def test_the_majority_decides_and_the_unlabelled_have_no_voice() -> None:
    assert decide("a S x,b S y,c S x,d T x,e T -", merge(4, "S", "T"))[1] == 1
    assert decide("a S -,b T x", merge(1, "S", "T"))[1] == 0


def test_only_items_that_were_there_count() -> None:
    """T is about x at second 1, and about y only later."""
    stream = "a S x,b T x,c T y,d T y"
    assert decide(stream, merge(1, "S", "T")) == (dict.fromkeys("abcd", "S"), 1)
    assert decide(stream, merge(3, "S", "T")) == ({"a": "S", "b": "T", "c": "T", "d": "T"}, 0)


def test_a_story_that_does_not_exist_yet_cannot_be_merged() -> None:
    assert decide("a S x,b T x", merge(0, "S", "T"))[1] == 0


def test_merges_follow_each_other() -> None:
    stream = "a S x,b T x,c U x,d U x"
    assert decide(stream, merge(1, "S", "T"), merge(2, "T", "U")) == (dict.fromkeys("abcd", "S"), 2)
    assert decide(stream, merge(1, "S", "T"), merge(2, "S", "T"))[1] == 1


def test_a_split_of_two_happenings_is_accepted_and_later_items_stay() -> None:
    assert decide("a S x,b S x,c S y,d S y", split(2, "S", "N", "c")) == ({"a": "S", "b": "S", "c": "N", "d": "S"}, 1)


@pytest.mark.parametrize("items", ["b", "ab", "z", ""])
def test_a_split_of_one_happening_of_all_or_of_nothing_is_not(items: str) -> None:
    assert decide("a S x,b S x", split(1, "S", "N", *items)) == ({"a": "S", "b": "S"}, 0)


def test_a_split_may_undo_part_of_a_merge() -> None:
    stream = "a S x,b T x,c T y,d T y"
    found = decide(stream, merge(1, "S", "T"), split(3, "T", "N", "c", "d"))
    assert found == ({"a": "S", "b": "S", "c": "N", "d": "N"}, 2)


def test_proposals_are_taken_in_order_of_time() -> None:
    assert decide("a S x,b T x,c U x", merge(2, "T", "U"), merge(1, "S", "T")) == (dict.fromkeys("abc", "S"), 2)


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "proposals.jsonl"
    path.write_text('{"at":"1970-01-01T00:01:00Z","kind":"merge","story":"S","other":"T","items":["n:b"],"score":1.5}\n', encoding="utf-8")
    assert read_proposals(path) == [Proposed(60.0, "merge", "S", "T", ("n:b",))]
    assert seconds("1970-01-01T08:00:00+08:00") == seconds("1970-01-01T00:00:00") == 0.0
