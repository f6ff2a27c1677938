"""Whether a report is of the kind that a desk should be warned of, by what it is about: as log-odds.

The table care.npz is made by tools/care.py on labelled counties. What one report is about proves nothing alone, and weighs beside the other
evidence.
"""

from __future__ import annotations

from huiying.core.detect.word_odds import word_odds
from huiying.core.group.reading import Terms
from huiying.core.types import Kind

FEW = 2.0  # terms of which half as much is believed as of many
MOST = 3.0  # log-odds beyond which nothing more is said
_PLACE = {kind: at for at, kind in enumerate(Kind)}


def about(kind: Kind, terms: Terms) -> float:
    """The log-odds, within `MOST`, that a desk should be warned of what an item with these terms is about; 0.0 where nothing is known of
    its words."""
    table = word_odds("care")
    told = table.told(terms)
    if not told:
        return 0.0
    told *= len(terms.hash) / (len(terms.hash) + FEW)
    return max(-MOST, min(MOST, table.usual + table.kinds[_PLACE[kind]] + told))
