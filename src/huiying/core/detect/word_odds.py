"""What the words of a text add to odds, from a table that was made on labelled reports: what its sense adds, and each known word.

A table (care.npz, danger.npz) knows words by hash, none by itself proves anything, and it also hears a writer who says the same in other
words than those who were there when it was made.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files

import msgspec
import numpy as np

from huiying.core.group.arrays import Doubles, Floats
from huiying.core.group.reading import Hashes, Terms
from huiying.core.group.sense import sense_of


class WordOdds(msgspec.Struct, frozen=True):
    """A constant, what each kind of item adds where the table tells them apart, the 64 numbers of a sense, and words by rising hash."""

    usual: float
    kinds: tuple[float, ...]
    sense: Doubles
    hash: Hashes
    words: Doubles

    def told(self, terms: Terms) -> float:
        """What the terms of a text add; 0.0 where none of them has a sense."""
        sense = sense_of(terms.hash, terms.count)
        return float(np.dot(self.sense, sense.astype(np.float64))) + self._by_words(terms.hash, terms.count) if sense.any() else 0.0

    def _by_words(self, hashes: Hashes, count: Floats) -> float:
        """What the known words add: each as often as it is said, little more the second time, and less where many are said."""
        at = np.minimum(np.searchsorted(self.hash, hashes), len(self.hash) - 1)
        known = self.hash[at] == hashes
        said = np.log1p(count[known].astype(np.float64))
        return float(np.dot(self.words[at[known]], said) / np.sqrt(said.sum())) if len(said) else 0.0


@lru_cache(8)
def word_odds(name: str) -> WordOdds:
    """The table of this name that the package holds."""
    with as_file(files(__package__) / f"{name}.npz") as path, np.load(path, allow_pickle=False) as held:
        kinds = tuple(held["kinds"].tolist()) if "kinds" in held else ()
        return WordOdds(float(held["usual"]), kinds, held["sense"], held["hash"], held["words"] * float(held["step"]))
