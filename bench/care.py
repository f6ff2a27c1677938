"""What a report is about, for core/detect/care.py: a logistic regression on its sense and its kind, and how well it tells.

Made on the reports of four labelled counties, which should be warned of or not. The area under the curve (AUC) is for reports of a county
that the regression has not seen: each of the four left out in turn, and the two that are held out always. Nothing is written: the table is
printed.

Needs scipy, which is no dependency of the project: pip install scipy
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import numpy as np

from bench.data import COUNTIES, need, read_rows
from bench.scoring import table
from huiying.core.clean.text import fold
from huiying.core.group.arrays import Doubles
from huiying.core.group.sense import sense_of_text
from huiying.core.types import Kind

MADE_ON = ("developed-on county", "demonstration", "shuoyuan", "xiyu")
RIDGE = 3.0
KINDS = tuple(Kind)

Reports = tuple[Doubles, Doubles]
"""A row a report: its sense and which kind it is of; and 1.0 where a desk should be warned of it."""


def county(folder: Path) -> Reports:
    """The reports of a labelled county that are no copies."""
    items = {row["id"]: row for row in read_rows(need(folder) / "items.jsonl")}
    warned = {row["story"] for row in read_rows(folder / "stories.jsonl") if row["should_warn"]}
    labels = [row for row in read_rows(folder / "labels.jsonl") if row["duplicate_of"] is None]
    return _reports([(items[row["id"]], row["story"] in warned) for row in labels])


def _reports(rows: list[tuple[dict[str, str], bool]]) -> Reports:
    values = [
        [*sense_of_text(fold(row.get("title") or ""), fold(row.get("text") or "")), *(row["kind"] == kind for kind in KINDS)]
        for row, _ in rows
    ]
    return np.array(values, np.float64).reshape(len(rows), -1), np.array([float(wanted) for _, wanted in rows])


def fit(parts: list[Reports]) -> Doubles:
    """Weights, the constant last; a ridge holds them small."""
    from scipy.optimize import minimize

    values, wanted = (np.concatenate(columns) for columns in zip(*parts, strict=True))

    def loss(given: Doubles) -> tuple[float, Doubles]:
        odds, size = values @ given[:-1] + given[-1], given[:-1]
        slope = 1 / (1 + np.exp(-odds)) - wanted
        value = float(np.sum(np.logaddexp(0, odds) - wanted * odds) + RIDGE * size @ size)
        return value, np.append(values.T @ slope + 2 * RIDGE * size, slope.sum())

    result: Doubles = minimize(loss, np.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return result


def area(given: Doubles, reports: Reports) -> float:
    """The area under the curve: how often a report to be warned of has the higher odds of two."""
    values, wanted = reports
    odds = values @ given[:-1]
    above, below = odds[wanted > 0], odds[wanted == 0]
    return float(np.mean((above[:, None] > below[None, :]) + 0.5 * (above[:, None] == below[None, :])))


def run(_: Path, __: Namespace) -> None:
    """Print the areas and the table."""
    reports = {name: county(folder) for name, folder in COUNTIES.items()}
    whole = fit([reports[name] for name in MADE_ON])
    rows: list[list[object]] = []
    for name, held in reports.items():
        others = [reports[other] for other in MADE_ON if other != name]
        rows.append([name, len(held[1]), area(fit(others), held)])
    table(["county, not seen", "reports", "AUC"], rows)
    senses, kinds = whole[: -len(KINDS) - 1], whole[-len(KINDS) - 1 : -1]
    print(f"\nUSUAL = {whole[-1]:.3f}\nKINDS: dict[Kind, float] = {{")
    print("".join(f"    Kind.{kind.name}: {weight:.3f},\n" for kind, weight in zip(KINDS, kinds, strict=True)) + "}\nSENSES = np.array((")
    for at in range(0, len(senses), 12):
        print("    " + " ".join(f"{weight:.3f}," for weight in senses[at : at + 12]))
    print("))  # fmt: skip")
