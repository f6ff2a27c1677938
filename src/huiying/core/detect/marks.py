"""Where the words of a query stand in a text as people read it, so that they can be marked."""

from __future__ import annotations

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.found import Found, Terms
from huiying.core.detect.query import Node, Not, Term, terms_of

SHOWN_BEFORE = 30


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a text; `marked`: a word of the query."""

    text: str
    marked: bool


class Marker:
    """Marks the words of one query that must or may be there; those after NOT are never marked."""

    def __init__(self, tree: Node) -> None:
        self._terms = Terms()
        self._terms.set(set(_wanted(tree)))

    def mark(self, text: str) -> tuple[Piece, ...]:
        """The whole text in pieces."""
        pieces, done = [], 0
        for start, end in self._spans(text):
            if start > done:
                pieces.append(Piece(text[done:start], False))
            pieces.append(Piece(text[start:end], True))
            done = end
        if done < len(text):
            pieces.append(Piece(text[done:], False))
        return tuple(pieces)

    def excerpt(self, text: str, length: int) -> tuple[Piece, ...]:
        """About `length` characters around the first marked word; its beginning where none is."""
        text = " ".join(text.split())
        spans = self._spans(text)
        begin = max(0, spans[0][0] - SHOWN_BEFORE) if spans and spans[0][1] > length else 0
        cut = ("…" if begin else "") + text[begin : begin + length] + ("…" if begin + length < len(text) else "")
        return self.mark(cut)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Places of words in the text as it stands, in order and without overlap."""
        folded = fold(text)
        origin = _origin(text, folded)
        if origin is None:
            return []
        joined: list[tuple[int, int]] = []
        for _, start, end in sorted(self._find(folded).spans, key=lambda span: (span[1], -span[2])):
            first, last = origin[start], origin[end - 1] + 1
            if joined and first < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return joined

    def _find(self, folded: str) -> Found:
        return self._terms.find(folded, "")


def _wanted(node: Node) -> list[Term]:
    """Terms that speak for a match: not those under NOT."""
    if isinstance(node, Not):
        return []
    if isinstance(node, Term) or not hasattr(node, "parts"):
        return list(terms_of(node))
    return [term for part in node.parts for term in _wanted(part)]


def _origin(text: str, folded: str) -> list[int] | None:
    """For each character of the folded text the place that it came from; None where folding did more than go from one to the next."""
    origin: list[int] = []
    space = True
    for at, character in enumerate(text):
        made = fold(character)
        if not made and character.isspace():
            if not space:
                origin.append(at)
            space = True
            continue
        origin += [at] * len(made)
        space = False
    while len(origin) > len(folded):
        origin.pop()
    return origin if len(origin) == len(folded) else None
