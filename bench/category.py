"""The kind of concern of a story, for core/warn/category_senses.py: a multinomial regression on what its reports are about.

Made on the reports of twelve labelled counties; a story of each county is told by a regression that has not seen that county, from its
first three reports, beside what words alone say. Nothing is written: the table is printed.

Needs scipy, which is no dependency of the project: pip install scipy
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.data import COUNTIES, MADE_ON, need, read_rows
from bench.scoring import table
from huiying.core.clean.text import fold
from huiying.core.group.arrays import SENSE, Doubles
from huiying.core.group.sense import sense_of_text
from huiying.core.warn import category_senses
from huiying.core.warn.category import Category, category_of

RIDGE = 0.6
SAME = {"housing_land": "housing"}
KNOWN = tuple(Category)
FIRST = 3


@dataclass(frozen=True)
class Story:
    """Titles and texts of a story's first reports, and the kind that most of its labels name."""

    titles: list[str]
    texts: list[str]
    kind: str


def stories(folder: Path) -> list[Story]:
    """The stories of a labelled county that have a kind of concern."""
    items = {row["id"]: row for row in read_rows(need(folder) / "items.jsonl")}
    held: dict[str, list[dict[str, str]]] = {}
    for row in read_rows(folder / "labels.jsonl"):
        if row["story"] and row["relevant"] and row.get("concern"):
            held.setdefault(row["story"], []).append(row)
    found = []
    for rows in held.values():
        kind = Counter(SAME.get(row["concern"], row["concern"]) for row in rows).most_common(1)[0][0]
        if kind in KNOWN:
            of = [items[row["id"]] for row in rows]
            found.append(Story([row.get("title") or "" for row in of], [row.get("text") or "" for row in of], kind))
    return found


def fit(told: list[Story]) -> Doubles:
    """A row of weights a category, the constant last."""
    from scipy.optimize import minimize

    rows = [(sense_of_text(fold(a), fold(b)), story.kind) for story in told for a, b in zip(story.titles, story.texts, strict=True)]
    values = np.array([np.append(sense, 1.0) for sense, _ in rows])
    wanted = np.array([[float(kind == known) for known in KNOWN] for _, kind in rows])

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        weights = flat.reshape(len(KNOWN), SENSE + 1)
        odds = values @ weights.T
        odds -= odds.max(1, keepdims=True)
        odds -= np.log(np.exp(odds).sum(1, keepdims=True))
        free = weights * np.append(np.ones(SENSE), 0.0)
        slope = (np.exp(odds) - wanted).T @ values + 2 * RIDGE * free
        return float(-(wanted * odds).sum() + RIDGE * (free * free).sum()), slope.ravel()

    found = minimize(loss, np.zeros(len(KNOWN) * (SENSE + 1)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    result: Doubles = found.reshape(len(KNOWN), SENSE + 1)
    return result


def right(told: list[Story], weights: Doubles) -> float:
    """How many stories are told by their first reports as they are labelled."""
    before, category_senses.SENSES = category_senses.SENSES, tuple(map(tuple, weights.tolist()))
    try:
        found = [category_of(story.titles[:FIRST], [text[:300] for text in story.texts[:FIRST]]) for story in told]
    finally:
        category_senses.SENSES = before
    return sum(kin is not None and kin.category == story.kind for kin, story in zip(found, told, strict=True)) / len(told)


def body(weights: Doubles) -> str:
    """The table as it is written."""
    lines = [
        '"""What each kind of concern is about, by the 64 senses and a constant; a row a category. Made by `python -m bench category`."""\n'
    ]
    lines.append("SENSES: tuple[tuple[float, ...], ...] = (")
    for row in weights:
        numbers = [f"{weight:.2f}" for weight in row]
        lines.append("    (")
        lines.extend("        " + " ".join(f"{number}," for number in numbers[at : at + 16]) for at in range(0, len(numbers), 16))
        lines.append("    ),")
    return "\n".join([*lines, ")  # fmt: skip\n"])


def run(_: Path, __: Namespace) -> None:
    """Print how well it tells, and the table."""
    told = {name: stories(folder) for name, folder in COUNTIES.items()}
    rows: list[list[object]] = []
    for name, held in told.items():
        others = [story for other in MADE_ON if other != name for story in told[other]]
        rows.append([name, len(held), right(held, fit(others)), right(held, np.zeros((len(KNOWN), SENSE + 1)))])
    table(["county, not seen", "stories", "right", "by words alone"], rows)
    print("\n" + body(fit([story for name in MADE_ON for story in told[name]])))
