"""Whether a report is of the kind that a desk should be warned of, by what it is about: as log-odds.

care.npz, made by tools/care.py on labelled counties, holds what the sense of a text, its words and the kind of its item add. It knows words
by hash, none by itself proves anything, and it also hears a writer who says the same in other words than those who were there when it was
made. What one report is about proves nothing alone, and weighs beside the other evidence.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

import msgspec
import numpy as np

from huiying.core.group.arrays import Doubles, Floats
from huiying.core.group.reading import Hashes, read
from huiying.core.group.sense import sense_of
from huiying.core.types import Kind

FEW = 2.0  # terms of which half as much is believed as of many
NOT_FEW = 10
OTHER = 0.4  # log-odds beyond the usual; what desks are warned of has more
MOST = 3.0  # log-odds beyond which nothing more is said


class _Table(msgspec.Struct, frozen=True):
    """What adds to the odds: a constant, the kind of an item, the 64 numbers of its sense, and its words by rising hash."""

    usual: float
    kinds: dict[Kind, float]
    sense: Doubles
    hash: Hashes
    words: Doubles


@lru_cache(1)
def _table() -> _Table:
    with as_file(files(__package__) / "care.npz") as path, np.load(path, allow_pickle=False) as held:
        kinds = dict(zip(Kind, held["kinds"].tolist(), strict=True))
        return _Table(float(held["usual"]), kinds, held["sense"], held["hash"], held["words"] * float(held["step"]))


class About(msgspec.Struct, frozen=True, gc=False):
    """The log-odds, within `MOST`, that a desk should be warned of what an item is about; 0.0 where nothing is known of its words. `other`:
    its words alone, whatever usually comes, are clearly of another matter, and they are not few."""

    odds: float = 0.0
    other: bool = False


def about(kind: Kind, title: str, text: str) -> About:
    """What an item with this folded title and text is about."""
    terms = read(title, text)
    sense = sense_of(terms.hash, terms.count)
    if not sense.any():
        return About()
    table = _table()
    told = float(np.dot(table.sense, sense.astype(np.float64))) + _by_words(table, terms.hash, terms.count)
    told *= len(terms.hash) / (len(terms.hash) + FEW)
    odds = max(-MOST, min(MOST, table.usual + table.kinds[kind] + told))
    return About(odds, told <= OTHER and len(terms.hash) >= NOT_FEW)


def _by_words(table: _Table, hashes: Hashes, count: Floats) -> float:
    """What the known words add: each as often as it is said, little more the second time, and less where many are said."""
    at = np.minimum(np.searchsorted(table.hash, hashes), len(table.hash) - 1)
    known = table.hash[at] == hashes
    said = np.log1p(count[known].astype(np.float64))
    return float(np.dot(table.words[at[known]], said) / np.sqrt(said.sum())) if len(said) else 0.0
