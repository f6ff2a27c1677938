"""What somebody typed into the search box, as a full-text expression of SQLite's FTS5."""

from __future__ import annotations

import re

import msgspec

from huiying.core.find.terms import is_han, pairs, runs, written
from huiying.core.types import Refusal

LONGEST = 200  # characters
MOST_PARTS = 20
_PART = re.compile(r"(?P<sign>-?)(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]?|(?P<word>[^\s\"“”]+))")


class Search(msgspec.Struct, frozen=True):
    """`expression` for MATCH; `words` to mark in what was found."""

    expression: str
    words: tuple[str, ...]


def read_search(typed: str) -> Search:
    """The search that was typed: every word must be there, "words in quotes" side by side, -word must not be, flood* begins so.

    Raises Refusal where nothing is to be found: no word at all, or only words that must not be there.
    """
    typed = typed.strip()
    if len(typed) > LONGEST:
        raise Refusal("A search has at most %(most)s characters; this one has %(count)s.", most=LONGEST, count=len(typed))
    wanted, unwanted, words = [], [], []
    for part in list(_PART.finditer(typed))[:MOST_PARTS]:
        said = part["phrase"] if part["phrase"] is not None else part["word"]
        expression = _side_by_side(said, begins=part["word"] is not None and said.endswith("*"))
        if not expression:
            continue
        if part["sign"]:
            unwanted.append(expression)
        else:
            wanted.append(expression)
            words.append(said.rstrip("*"))
    if not wanted:
        raise Refusal("Type at least one word to look for. A word after - must not be there, and cannot stand alone.")
    found = " AND ".join(wanted)
    return Search(f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found, tuple(words))


def _side_by_side(said: str, *, begins: bool) -> str:
    """One part: its runs in their order, the last of them open at its end where it is one Han character or `begins`."""
    *before, last = runs(said) or [""]
    if not last:
        return ""
    tokens = [token for run in before for token in written(run)]
    tokens += (pairs(last) or [last]) if is_han(last) else [last]
    return f'"{" ".join(tokens)}"' + (" *" if begins or (is_han(last) and len(last) == 1) else "")
