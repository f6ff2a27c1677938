"""The tree of a watch: words and phrases joined by AND, OR, NOT and NEAR/n. `parsing.py` reads it from what a person wrote.

A term with a Chinese character is a substring; any other is a whole word, or a prefix where it was written `word*`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
HAN_CHARACTER = re.compile(f"[{HAN}]")


class Term(msgspec.Struct, frozen=True, gc=False):
    """A folded word or phrase; `prefix` is True for `word*`."""

    text: str
    prefix: bool = False

    @property
    def whole(self) -> bool:
        """True where word boundaries count: the term holds no Chinese character."""
        return HAN_CHARACTER.search(self.text) is None


class Near(msgspec.Struct, frozen=True):
    """Any of `left` with at most `distance` tokens between it and any of `right`, in one field, in either order."""

    distance: int
    left: tuple[Term, ...]
    right: tuple[Term, ...]


class Not(msgspec.Struct, frozen=True):
    """True where `part` is not."""

    part: Node


class And(msgspec.Struct, frozen=True):
    """True where all parts are."""

    parts: tuple[Node, ...]


class Or(msgspec.Struct, frozen=True):
    """True where any part is."""

    parts: tuple[Node, ...]


Node = Term | Near | Not | And | Or


def terms_of(node: Node) -> Iterator[Term]:
    """Every term of a tree, in the order of writing, repeats included."""
    match node:
        case Term():
            yield node
        case Near():
            yield from node.left
            yield from node.right
        case Not():
            yield from terms_of(node.part)
        case And() | Or():
            for part in node.parts:
                yield from terms_of(part)


def render(node: Node) -> str:
    """The query that parses to this tree."""
    match node:
        case Term():
            return f'"{node.text}{"*" if node.prefix else ""}"'
        case Near():
            return f"{_any(node.left)} NEAR/{node.distance} {_any(node.right)}"
        case Not():
            return f"NOT {_inner(node.part)}"
        case And():
            return " AND ".join(_inner(part) for part in node.parts)
        case Or():
            return " OR ".join(_inner(part) for part in node.parts)


def anchor(node: Node, weight: Callable[[Term], float], absent: bool = False) -> frozenset[Term] | None:
    """Terms of which a matching item holds at least one: the required group with the least weight; None if nothing is required.

    `absent` asks for the same of the negated tree.
    """
    match node:
        case Term():
            return None if absent else frozenset({node})
        case Near():
            return None if absent else _lightest([frozenset(node.left), frozenset(node.right)], weight)
        case Not():
            return anchor(node.part, weight, not absent)
        case And() | Or():
            groups = [anchor(part, weight, absent) for part in node.parts]
            if isinstance(node, And) != absent:
                return _lightest([group for group in groups if group is not None], weight)
            return None if None in groups else frozenset().union(*(group for group in groups if group is not None))


def _lightest(groups: list[frozenset[Term]], weight: Callable[[Term], float]) -> frozenset[Term] | None:
    return min(groups, key=lambda group: sum(map(weight, sorted(group, key=lambda term: term.text))), default=None)


def _any(terms: tuple[Term, ...]) -> str:
    return render(terms[0]) if len(terms) == 1 else "(" + " OR ".join(map(render, terms)) + ")"


def _inner(node: Node) -> str:
    return f"({render(node)})" if isinstance(node, And | Or) else render(node)
