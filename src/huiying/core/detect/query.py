"""The boolean watch language: words and phrases joined by AND (also implied), OR, NOT, parentheses and NEAR/n.

NEAR binds tightest, then NOT, then AND, then OR. A term with a Chinese character is a substring; any other is a whole word, and `word*`
a prefix. Operators are written in capitals; in lower case they are words like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from huiying.core.clean.text import fold
from huiying.core.types import Refusal

MAX_LENGTH = 4000
MAX_TERMS = 500
MAX_DEPTH = 40
MAX_NEAR = 100

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_HAN = re.compile(f"[{HAN}]")
_LEX = re.compile(r'\s+|(?P<quote>"[^"]*"?)|(?P<open>\()|(?P<close>\))|(?P<word>[^\s()"]+)')
# One character for one, so that positions stay those of what the person typed.
_WIDE = str.maketrans("（）“”＂＊／", '()"""*/')


class Term(msgspec.Struct, frozen=True, gc=False):
    """A folded word or phrase; `prefix` is True for `word*`."""

    text: str
    prefix: bool = False

    @property
    def whole(self) -> bool:
        """True where word boundaries count: the term holds no Chinese character."""
        return _HAN.search(self.text) is None


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


class _Token(msgspec.Struct, frozen=True):
    kind: str
    text: str
    at: int


def parse(query: str) -> Node:
    """The tree of a query. Raises Refusal with the position (first character is 1), the reason and what to do."""
    if len(query) > MAX_LENGTH:
        raise Refusal(
            "The query has %(length)d characters; the most is %(limit)d. Split it into several watches.",
            length=len(query),
            limit=MAX_LENGTH,
        )
    tokens = list(_lex(query))
    if not tokens:
        raise Refusal("The query is empty. Write at least one word to look for.")
    tree = _Parser(tokens, len(query)).whole()
    count = sum(1 for _ in terms_of(tree))
    if count > MAX_TERMS:
        raise Refusal("The query has %(count)d terms; the most is %(limit)d. Split it into several watches.", count=count, limit=MAX_TERMS)
    if _holds_without_terms(tree):
        raise Refusal("The query would match almost everything: it asks only for what must be absent. Add a word that must be there.")
    return tree


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


def _holds_without_terms(node: Node) -> bool:
    return anchor(node, lambda _: 1.0) is None


def _any(terms: tuple[Term, ...]) -> str:
    return render(terms[0]) if len(terms) == 1 else "(" + " OR ".join(map(render, terms)) + ")"


def _inner(node: Node) -> str:
    return f"({render(node)})" if isinstance(node, And | Or) else render(node)


def _lex(query: str) -> Iterator[_Token]:
    for found in _LEX.finditer(query.translate(_WIDE)):
        kind, at = found.lastgroup, found.start() + 1
        if kind is None:
            continue
        text = found.group()
        if kind == "quote" and (len(text) < 2 or not text.endswith('"')):
            raise Refusal("Character %(at)d: this quotation mark is never closed. Add the closing one.", at=at)
        if kind == "word" and text in ("AND", "OR", "NOT"):
            kind = text
        elif kind == "word" and (text == "NEAR" or text.startswith("NEAR/")):
            kind = "NEAR"
        yield _Token(kind, text, at)


class _Parser:
    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0
        self._end = length + 1

    def whole(self) -> Node:
        tree = self._or()
        if self._peek() == ")":
            raise Refusal("Character %(at)d: this closing parenthesis has no opening one. Remove it or open one before.", at=self._at())
        return tree

    def _peek(self) -> str:
        """The kind of the next token, ")" for a closing parenthesis, "" at the end."""
        if self._next == len(self._tokens):
            return ""
        kind = self._tokens[self._next].kind
        return ")" if kind == "close" else kind

    def _at(self) -> int:
        return self._tokens[self._next].at if self._next < len(self._tokens) else self._end

    def _take(self) -> _Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _or(self) -> Node:
        parts = [self._and()]
        while self._peek() == "OR":
            self._take()
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Node:
        parts = [self._not()]
        while self._peek() not in ("", "OR", ")"):
            if self._peek() == "AND":
                self._take()
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Node:
        denied = False
        while self._peek() == "NOT":
            self._take()
            denied = not denied
        part = self._near()
        if not denied:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _near(self) -> Node:
        at = self._at()
        left = self._atom()
        if self._peek() != "NEAR":
            return left
        operator = self._take()
        number = operator.text[5:]
        if not (number.isascii() and number.isdigit()) or len(number) > 6 or int(number) > MAX_NEAR:
            raise Refusal(
                "Character %(at)d: NEAR needs a distance from 0 to %(limit)d, as in NEAR/10, the most tokens that may stand between.",
                at=operator.at,
                limit=MAX_NEAR,
            )
        right_at = self._at()
        right = self._atom()
        if self._peek() == "NEAR":
            raise Refusal("Character %(at)d: NEAR joins two sides only. Write two NEAR parts and join them with AND.", at=self._at())
        return Near(int(number), _side(left, at), _side(right, right_at))

    def _atom(self) -> Node:
        kind, at = self._peek(), self._at()
        if kind == "":
            raise Refusal("Character %(at)d: the query ends where a word was expected. Add a word or remove the last operator.", at=at)
        if kind == ")":
            raise Refusal("Character %(at)d: a word was expected before this closing parenthesis.", at=at)
        if kind in ("AND", "OR", "NEAR"):
            raise Refusal(
                "Character %(at)d: a word was expected before %(operator)s. Put the operator in quotes to search for it as a word.",
                at=at,
                operator=self._take().text,
            )
        if kind == "NOT":
            raise Refusal("Character %(at)d: NOT cannot stand beside NEAR. Put the NEAR part in parentheses and NOT before it.", at=at)
        token = self._take()
        if kind != "open":
            return _term(token)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Refusal(
                "Character %(at)d: parentheses are nested more than %(limit)d deep. Write the query flatter.", at=at, limit=MAX_DEPTH
            )
        tree = self._or()
        if self._peek() != ")":
            raise Refusal("Character %(at)d: this parenthesis is never closed. Add the closing one.", at=at)
        self._take()
        self._depth -= 1
        return tree


def _term(token: _Token) -> Term:
    text = fold(token.text.strip('"'))
    if not text:
        raise Refusal("Character %(at)d: there is nothing between these quotation marks. Write a word there or remove them.", at=token.at)
    bare = text.rstrip("*").rstrip()
    if "*" in bare:
        raise Refusal("Character %(at)d: an asterisk may stand only at the end of a word, as in flood*.", at=token.at)
    if TOKEN.search(bare) is None:
        raise Refusal("Character %(at)d: %(term)s holds no letter, digit or Chinese character to look for.", at=token.at, term=token.text)
    return Term(bare, prefix=text.endswith("*") and _HAN.search(bare) is None)


def _side(node: Node, at: int) -> tuple[Term, ...]:
    if isinstance(node, Term):
        return (node,)
    if isinstance(node, Or):
        return tuple(term for part in node.parts for term in _side(part, at))
    raise Refusal("Character %(at)d: beside NEAR there may be a word, a phrase, or words joined by OR in parentheses.", at=at)
