"""Which department led in past cases that used such words: a suggestion learned from the desk's own decisions, with what speaks for it.

Multinomial naive Bayes over runs of one to three characters (Cavnar and Trenkle 1994 for the runs; McCallum and Nigam 1998). Nothing is
learned for a department with fewer than eight decisions, and nothing at all before two departments have as many.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from huiying.core.clean.text import fold

ENOUGH = 8
LONGEST = 3
LEAD = 160
SURE = 0.6
_SMOOTH = 0.1


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A past case: the words of its stories, and the department that led."""

    words: str
    department: str


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """The department that most likely leads, how likely (0..1) among those known, on how many decisions it rests, and the runs of
    characters that speak for it, strongest first."""

    department: str
    chance: float
    decisions: int
    reasons: tuple[str, ...]


def runs(words: str) -> set[str]:
    """Runs of one to three letters; none crosses a space or a mark, and digits are none."""
    found = set()
    for part in "".join(letter if letter.isalpha() else " " for letter in fold(words)[:LEAD]).split():
        for size in range(1, LONGEST + 1):
            found |= {part[at : at + size] for at in range(len(part) - size + 1)}
    return found


def suggest(words: str, past: Iterable[Decided]) -> Learned | None:
    """The department for these words; None where too little was decided, or nothing is likely enough."""
    rows = list(past)
    decisions = Counter(row.department for row in rows)
    known = sorted(name for name, count in decisions.items() if count >= ENOUGH)
    asked = sorted(runs(words))
    if len(known) < 2 or not asked:
        return None
    seen: dict[str, Counter[str]] = {name: Counter() for name in known}
    for row in rows:
        if row.department in seen:
            seen[row.department].update(runs(row.words))
    shares = {name: [math.log((seen[name][run] + _SMOOTH) / (decisions[name] + 2 * _SMOOTH)) for run in asked] for name in known}
    total = sum(decisions[name] for name in known)
    # neighbouring runs say the same twice: their sum is tempered by how long they are
    scores = {name: math.log(decisions[name] / total) + sum(shares[name]) / LONGEST for name in known}
    best = max(known, key=lambda name: (scores[name], name))
    chance = 1.0 / sum(math.exp(min(scores[name] - scores[best], 0.0)) for name in known)
    if chance < SURE:
        return None
    return Learned(department=best, chance=round(chance, 6), decisions=decisions[best], reasons=_reasons(asked, shares, seen, best, known))


def _reasons(
    asked: Sequence[str], shares: dict[str, list[float]], seen: dict[str, Counter[str]], best: str, known: Sequence[str]
) -> tuple[str, ...]:
    others = [name for name in known if name != best]
    gains = {run: shares[best][n] - max(shares[name][n] for name in others) for n, run in enumerate(asked)}
    ranked = sorted(
        (run for run in asked if gains[run] > 0 and len(run) > 1 and seen[best][run]), key=lambda run: (-gains[run], -len(run), run)
    )
    chosen: list[str] = []
    for run in ranked:
        if not any(run in other or other in run for other in chosen):
            chosen.append(run)
    return tuple(chosen[:5])
