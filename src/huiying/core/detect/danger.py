"""Whether one report tells of a danger that a desk should hear of at once: as log-odds.

Two things are asked that know nothing of each other. The words and scenes of harm (severity.py) know what they were told; the table
danger.npz (made by tools/danger.py) also hears who says it otherwise, and doubts a sign that stands among words of another matter. What
each weighs beside the other was found on counties of which the table had not seen the one that was judged (`tools/danger.py --check`).
"""

from __future__ import annotations

import msgspec

from huiying.core.detect.concern import OFFICIAL
from huiying.core.detect.severity import Severity
from huiying.core.detect.word_odds import word_odds
from huiying.core.group.reading import Terms
from huiying.core.types import Kind

NONE = -9.0  # log-odds of a story that no report tells of
WORDS = 1.0
BESIDE = ("sign", "harm", "aside", "drill", "official", "calm")
WEIGHTS = (1.27, 0.84, -0.85, -1.16, -2.9, -1.58)
USUAL = -0.39
ENOUGH = 0.25
"""Log-odds from which what a report tells is called at once, whether or not it names a sign."""
DOUBT = -1.0
"""Log-odds below which a sign that calls at once is doubted."""
MANY = 16  # terms; fewer can say little against a sign
_LEAST, _MOST = -6.0, 4.0


def beside(kind: Kind, severity: Severity, sign: bool, calm: bool) -> tuple[float, ...]:
    """What stands beside the words, as 0 or 1, in the order of BESIDE: a `sign` that calls at once and concerns this desk, a harm that
    counts, one that does not, an announced drill, an office or a paper that tells it, and a report that only announces, thanks or
    praises."""
    counts, aside = (any(bool(harm.context) is away for harm in severity.harms) for away in (False, True))
    return float(sign), float(counts), float(aside), float(severity.drill), float(kind in OFFICIAL), float(calm)


class Danger(msgspec.Struct, frozen=True, gc=False):
    """What one report tells: the log-odds that it is a danger, whether a sign in it calls at once, and whether such a sign is to be
    doubted, since many words are there and speak of another matter."""

    odds: float = NONE
    sign: bool = False
    doubtful: bool = False


def danger(terms: Terms, stands: tuple[float, ...]) -> Danger:
    """Judges a report by its terms and by what stands beside its words."""
    table = word_odds("danger")
    words = max(_LEAST, min(_MOST, table.usual + table.told(terms)))
    odds = WORDS * words + sum([weight * value for weight, value in zip(WEIGHTS, stands, strict=True)]) + USUAL
    return Danger(odds, stands[0] > 0, odds < DOUBT and len(terms.hash) >= MANY)
