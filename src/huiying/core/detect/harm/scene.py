"""A scene of harm: what people write who do not use its words, as a thing and what befalls it standing near each other.

A scene is looked at only where one of its `triggers` stands, and only in the text around it. The words that it names are those of the two
sides, never what stands between them.
"""

from __future__ import annotations

import re
from itertools import permutations

import msgspec

# How far before and after a trigger a scene is looked for.
AROUND = 60


class Scene(msgspec.Struct, frozen=True):
    """One scene. `triggers` are folded words, separated by spaces; `kind`, `weight`, `immediate` as of a word of harm."""

    kind: str
    weight: float
    immediate: bool
    triggers: str
    pattern: re.Pattern[str]


def near(left: str, right: str, reach: int = 16) -> str:
    """Both sides within `reach` characters of each other and in one sentence, in either order."""
    gap = f"[^。；;]{{0,{reach}}}?"
    return f"({left}){gap}({right})|({right}){gap}({left})"


def then(left: str, right: str, reach: int = 16) -> str:
    """The same in this order only."""
    return f"({left})[^。；;]{{0,{reach}}}?({right})"


def together(one: str, two: str, three: str, reach: int = 30) -> str:
    """All three, in any order, each within `reach` characters of the next and in one field."""
    gap = f"[^\n]{{0,{reach}}}?"
    return "|".join(gap.join(f"({part})" for part in parts) for parts in permutations((one, two, three)))


def scene(kind: str, weight: float, immediate: bool, triggers: str, *patterns: str) -> Scene:
    """A scene of which any pattern is enough."""
    return Scene(kind, weight, immediate, triggers, re.compile("|".join(patterns)))
