"""Whether a report is of the kind that a desk should be warned of, by what it is about: as log-odds.

A logistic regression on the sense of a text and the kind of its item, made by `python -m bench care` on the labelled reports of four
counties. It holds no word, so it also hears a writer who says the same in other words; what one report is about proves nothing alone, and
weighs beside the other evidence.
"""

from __future__ import annotations

import numpy as np

from huiying.core.group.sense import sense_of_text
from huiying.core.types import Kind

MOST = 3.0  # log-odds beyond which nothing more is said

USUAL = -1.036
KINDS: dict[Kind, float] = {
    Kind.NEWS: -0.451,
    Kind.POST: 0.251,
    Kind.QUESTION: -0.574,
    Kind.HOTLINE: -0.014,
    Kind.HOTLIST: 0.245,
    Kind.COMMENT: 0.755,
    Kind.NOTICE: -0.214,
}
SENSES = np.array((
    1.723, 1.456, 1.156, -2.023, 0.291, 0.099, -0.849, -0.012, -1.196, -0.226, -0.362, 0.439,
    0.233, 0.275, 0.354, 0.657, 0.306, -0.079, 0.238, 0.632, 0.363, -0.219, -0.405, 0.689,
    1.010, 0.015, -0.375, 0.436, -0.541, 0.237, -0.128, 0.252, -0.354, 0.177, 0.819, -0.124,
    0.151, 0.011, -0.018, -0.157, -0.160, -0.146, 0.156, 0.944, 0.237, 0.509, 0.698, 0.954,
    0.379, -0.142, -0.061, -0.215, -0.042, -0.072, 0.270, -0.102, 0.370, 0.053, -0.686, 0.171,
    0.133, 0.421, -0.365, 0.599,
))  # fmt: skip


def care_of(kind: Kind, title: str, text: str) -> float:
    """The log-odds, within `MOST`, of an item with this folded title and text; 0.0 where nothing is known of its words."""
    sense = sense_of_text(title, text)
    if not sense.any():
        return 0.0
    odds = USUAL + KINDS.get(kind, 0.0) + float(np.dot(SENSES, sense))
    return max(-MOST, min(MOST, odds))
