"""Writes core/clean/leanings.tsv: what each sign of a name weighs, fitted to the project's own sentences and labelled counties.

    python tools/fit_leanings.py [--without SET ...] [--print]

A logistic regression with a ridge. Every text that names somebody is used again with other names, made of surnames as they are spread
and of characters that given names have, so that the weights are of forms and of what stands beside them and not of the names that
happened to be written. The names are drawn with a fixed seed: the same sets give the same weights.

Needs a package that the project does not: pip install scipy
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.optimize import minimize

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from bench.data import DEMO, MADE_ON, MASKED_ON, read_rows  # noqa: E402 (the folder of the project is no package)
from bench.marked import Sentence, read  # noqa: E402
from bench.privacy import DEVELOPED, FOLDER, IN_PASSING, ORDINARY, WORDS_AS_NAMES  # noqa: E402

from huiying.core.clean import shapes, signs, whole  # noqa: E402
from huiying.core.clean.leanings import BIAS  # noqa: E402
from huiying.core.clean.letters import LEVELS  # noqa: E402
from huiying.core.clean.surnames import COMPOUND, RARE, SURNAMES, WEAK, WORDS  # noqa: E402
from huiying.core.clean.view import narrow  # noqa: E402

Marked = tuple[str, list[tuple[int, int]], frozenset[str]]
"""A text, where in it names stand, and what must stay in it: where that is the name of an office's holder, it is told by other rules."""
TIMES = 2
COUNTY = 2
"""How often a county's text counts: most of what is published names nobody, and hardly any written sentence is so."""
LEAST = 0.2
"""Weights below are not written."""
RIDGE = 1 / 6

Floats = npt.NDArray[np.float64]


def sentences(without: frozenset[str]) -> Iterator[Marked]:
    for name in (*DEVELOPED, *WORDS_AS_NAMES, *ORDINARY, *IN_PASSING):
        if name not in without:
            for sentence in read(FOLDER / f"{name}.jsonl"):
                yield taught(sentence)


def taught(sentence: Sentence) -> Marked:
    stays = frozenset(sentence.text[start:end] for start, end in sentence.stays)
    return narrow(sentence.text), [(start, end) for start, end, kind in sentence.goes if kind == "name"], stays


def counties(without: frozenset[str]) -> Iterator[Marked]:
    made_on = MADE_ON | MASKED_ON
    for county in (DEMO, *(folder for name, folder in made_on.items() if name not in without and folder.is_relative_to(ROOT / "bench"))):
        labels = {row["id"]: row for row in read_rows(county / "labels.jsonl")}
        for item in read_rows(county / "items.jsonl"):
            text = narrow(f"{item.get('title') or ''}\x00{item.get('text') or ''}")
            marks = [mark for mark in labels.get(item["id"], {}).get("pii") or [] if isinstance(mark, dict)]
            places = []
            for name in {mark["text"] for mark in marks if mark["type"] == "name" and mark.get("field") != "author"}:
                start = text.find(name)
                while start >= 0:
                    places.append((start, start + len(name)))
                    start = text.find(name, start + 1)
            yield text, sorted(places), frozenset(labels.get(item["id"], {}).get("keep") or [])


def another(draw: random.Random, long: bool) -> str:
    """A name that nobody was given: a frequent surname or any, and one or two characters of given names."""
    kinds = (sorted(shapes.COMMON), sorted(SURNAMES - WEAK), sorted(WEAK), sorted(RARE | shapes.UNUSUAL), sorted(COMPOUND))
    surname = draw.choice(draw.choices(kinds, (4, 4, 2, 2, 0.5))[0])
    given = "".join(draw.choices(_LETTERS, _LIKELY, k=2 if long else 1))
    return surname + given if (surname + given)[:2] not in WORDS else another(draw, long)


_LETTERS = sorted(LEVELS)
_LIKELY = [2.0 ** LEVELS[letter] for letter in _LETTERS]


def renamed(marked: Marked, draw: random.Random) -> Marked:
    text, places, stays = marked
    made: dict[str, str] = {}
    pieces, position, moved, length = [], 0, [], 0
    for start, end in places:
        name = text[start:end]
        chinese = all(map(shapes.han, name)) and len(name) <= 4
        new = made.setdefault(name, another(draw, len(name) > 2)) if chinese else name
        pieces += [text[position:start], new]
        length += start - position
        moved.append((length, length + len(new)))
        length += len(new)
        position = end
    return "".join([*pieces, text[position:]]), moved, stays


def examples(marked: Marked) -> Iterator[tuple[list[str], bool]]:
    """The signs at every place where a name may stand, and whether one stands there."""
    text, places, stays = marked
    around = signs.around(text)
    wanted = set(places)
    for match in whole.CANDIDATE.finditer(text):
        start = match.start()
        base = start + shapes.surname(text, start)[1]
        before: tuple[str, list[str]] | None = None
        for end in (base + 2, base + 1):
            if not shapes.impossible(text, start, end) and text[start:end] not in stays:
                before = before or signs.before(text, start)
                doubt = shapes.doubt_of(text, start, end)
                beside = [*before[1], *signs.behind(text, start, end, before[0], doubt)]
                own = [*signs.of_name(text, start, end, doubt), *signs.characters(text, start, end)]
                yield [BIAS, *around, *beside, *own], (start, end) in wanted


def fit(rows: list[tuple[list[str], bool, float]]) -> dict[str, float]:
    """The weight of each sign."""
    names = sorted({sign for found, _, _ in rows for sign in found})
    place = {sign: number for number, sign in enumerate(names)}
    at = np.array([place[sign] for found, _, _ in rows for sign in found])
    ends = np.cumsum([0, *(len(found) for found, _, _ in rows)])
    table = scipy.sparse.csr_matrix((np.ones(len(at)), at, ends), shape=(len(rows), len(names)))
    right = np.array([float(named) for _, named, _ in rows])
    worth = np.array([weight for _, _, weight in rows])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = table @ weights
        value = float(np.sum(worth * (np.logaddexp(0, odds) - right * odds)) + RIDGE * weights @ weights)
        return value, table.T @ (worth * (1 / (1 + np.exp(-odds)) - right)) + 2 * RIDGE * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {sign: float(found[number]) for sign, number in place.items()}


def leanings(without: frozenset[str] = frozenset(), more: list[Marked] | None = None) -> dict[str, float]:
    draw = random.Random(20260)  # noqa: S311 (the same names every time)
    rows: list[tuple[list[str], bool, float]] = []
    for marked in (*sentences(without), *(marked for marked in counties(without) for _ in range(COUNTY)), *(more or ())):
        rows += [(*example, 1.0) for example in examples(marked)]
        if marked[1]:
            for _ in range(TIMES):
                rows += [(*example, 1 / TIMES) for example in examples(renamed(marked, draw))]
    return fit(rows)


def written(weights: dict[str, float]) -> str:
    return "".join(f"{sign}\t{weight:.1f}\n" for sign, weight in sorted(weights.items()) if abs(weight) >= LEAST)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--without", nargs="*", default=[], help="sets or counties to leave out")
    options.add_argument("--print", action="store_true", help="write nothing")
    chosen = options.parse_args()
    text = written(leanings(frozenset(chosen.without)))
    if chosen.print:
        print(text)
    else:
        (ROOT / "src" / "huiying" / "core" / "clean" / "leanings.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
