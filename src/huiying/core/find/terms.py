"""Text as the search index holds it: pairs of Han characters, and words of every other script.

Pairs find every Chinese word of two or more characters without cutting a sentence into words; "停水通知" is 停水 水通 通知 side by side.
"""

from __future__ import annotations

import re

from huiying.core.clean.text import fold

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_HAN_RUN = re.compile(f"[{_HAN}]")


def runs(text: str) -> list[str]:
    """The folded text in runs of Han characters and words of other scripts."""
    return _RUN.findall(fold(text))


def is_han(run: str) -> bool:
    """Whether a run is one of Han characters."""
    return _HAN_RUN.match(run) is not None


def pairs(run: str) -> list[str]:
    """Each two neighbours of a run of Han characters."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


def written(run: str) -> list[str]:
    """How the index holds a run. The last Han character stands alone as well, so that one character is found wherever it is."""
    return [*pairs(run), run[-1]] if is_han(run) else [run]


def index_text(text: str) -> str:
    """What is written to the index for a text."""
    return " ".join(token for run in runs(text) for token in written(run))
