"""How much each sign of a name weighs: natural log-odds, by tools/fit_leanings.py.

leanings.tsv holds one sign of `signs.py` a line and its weight. Signs that hardly weigh anything are not there.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

BIAS = "always"
"""The sign that every place has."""


@lru_cache(1)
def leanings() -> dict[str, float]:
    """The weight of each sign."""
    lines = (files(__package__) / "leanings.tsv").read_text("utf-8").removesuffix("\n").split("\n")
    return {sign: float(weight) for sign, weight in (line.split("\t") for line in lines)}
