"""Sentences in many voices, labelled with what they should be judged as, and the least that the judge must reach on them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from huiying.core.clean.text import fold
from huiying.core.detect.severity import Harm, Judge

FOLDER = Path(__file__).parent / "sentences"
AT = datetime(2026, 6, 3, tzinfo=UTC)


def sentences(name: str) -> list[tuple[str, str, str]]:
    """(what it should be, kind or context, sentence) of one file."""
    rows, heading = [], ("", "")
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            what, _, detail = line.strip("[]").partition(" ")
            heading = (what, detail)
        elif line and not line.startswith("#"):
            rows.append((*heading, line))
    return rows


def counting(sentence: str, judge: Judge) -> list[Harm]:
    return [harm for harm in judge.judge("", fold(sentence), AT).harms if not harm.context]


def measured(name: str) -> dict[str, float]:
    """Recall and precision of calls and of harms, and how often the kind is the labelled one."""
    judge = Judge()
    call = {"right": 0, "wanted": 0, "said": 0}
    harm = {"right": 0, "wanted": 0, "said": 0, "kind": 0}
    for what, detail, sentence in sentences(name):
        found = counting(sentence, judge)
        called = any(one.immediate for one in found)
        call["said"] += called
        if what == "call":
            call["wanted"] += 1
            call["right"] += called
        if what in ("call", "count"):
            harm["wanted"] += 1
            harm["right"] += bool(found)
            harm["kind"] += any(one.name == detail for one in found)
        # a grievance may well name a harm
        harm["said"] += bool(found) and what != "grievance"
    return {
        "call_recall": call["right"] / call["wanted"],
        "call_precision": call["right"] / max(1, call["said"]),
        "harm_recall": harm["right"] / harm["wanted"],
        "harm_precision": harm["right"] / max(1, harm["said"]),
        "kind": harm["kind"] / harm["wanted"],
    }


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("first", {"call_recall": 0.95, "call_precision": 0.93, "harm_recall": 0.95, "harm_precision": 0.93, "kind": 0.93}),
        ("second", {"call_recall": 0.88, "call_precision": 0.95, "harm_recall": 0.88, "harm_precision": 0.95, "kind": 0.86}),
    ],
)
def test_sentences_reach_their_floor(name: str, floor: dict[str, float]) -> None:
    figures = measured(name)
    print(name, {key: round(value, 3) for key, value in figures.items()})
    assert {key: value for key, value in figures.items() if value < floor[key]} == {}


def test_no_sentence_stands_twice() -> None:
    every = [sentence for name in ("first", "second") for _, _, sentence in sentences(name)]
    assert len(every) == len(set(every)) >= 300
