"""Reading the tables of concepts.

A table is text. A heading `[event]` names the facet of the concepts below it; a concept is `name | Chinese words | English phrases`, the
Chinese parted by spaces and the English by semicolons; an indented line goes on where the one above it stopped. The first word on
either side is the label people read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

FACETS = ("event", "object", "body", "act", "harm")


class Concept(NamedTuple):
    """A thing or a kind of event that tells a story, with the words that name it in folded text and its field, such as "health"."""

    name: str
    facet: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    field: str


def read(table: str, field: str = "") -> Iterator[Concept]:
    """The concepts of one table, in its order."""
    facet = ""
    rows: list[tuple[str, str]] = []
    for line in table.splitlines():
        if line.startswith("["):
            facet = line.strip("[] ")
        elif line.startswith(" ") and line.strip():
            rows[-1] = (rows[-1][0], rows[-1][1] + " " + line.strip())
        elif line.strip():
            rows.append((facet, line))
    for facet, row in rows:
        name, chinese, english = (part.strip() for part in row.split("|"))
        phrases = (phrase.strip() for phrase in english.split(";"))
        yield Concept(name, facet, tuple(chinese.split()), tuple(phrase for phrase in phrases if phrase), field)
