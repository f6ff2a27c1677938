"""Items as they were found: the words that were looked for stand out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from huiying.core.detect.marks import Marker, Piece
from huiying.core.detect.query import Node
from huiying.store.models import Item

EXCERPT = 160


@dataclass(frozen=True)
class Shown:
    """An item with the words of the query marked; `text` is empty where all of them stand in the title."""

    item: Item
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


def shown(tree: Node, items: Iterable[Item]) -> tuple[Shown, ...]:
    """Items with the words of a query marked."""
    marker = Marker(tree)
    found = []
    for item in items:
        title, text = marker.excerpt(item.title, EXCERPT), marker.excerpt(item.text, EXCERPT)
        found.append(Shown(item, title, text if not item.title or any(piece.marked for piece in text) else ()))
    return tuple(found)
