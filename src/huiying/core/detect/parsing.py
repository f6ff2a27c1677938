"""From what a person wrote to the tree of a watch, or to the place and the reason why not.

NEAR binds tightest, then NOT, then AND (also implied), then OR. Operators are written in capitals; in small letters they are words like any
other. `@name` stands for all words of a list of the desk's own. The whole language is described in docs/watches.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.query import HAN, HAN_CHARACTER, TOKEN, And, Near, Node, Not, Or, Term, anchor, terms_of
from huiying.core.types import Refusal

MAX_LENGTH = 4000
MAX_TERMS = 1000
MAX_DEPTH = 40
MAX_NEAR = 100

Lists = Mapping[str, tuple[Term, ...]]
NO_LISTS: Lists = {}

_LEX = re.compile(r'\s+|(?P<quote>"[^"]*"?)|(?P<open>\()|(?P<close>\))|(?P<word>[^\s()"]+)')
# One character for one, so that positions stay those of what the person typed: full-width signs and letters, and every quotation mark.
_TYPED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, "“”„‟«»「」『』〝〞〟"), ord('"'))
# Chinese is typed without spaces: 停水OR断水. Between Latin letters it stays part of the word: ORIGIN, BRAND.
_SIGN = rf"(?:AND|OR|NOT|NEAR(?:/[^\s{HAN}@]*|\d+)?)"
_OPERATOR = re.compile(rf"(?<=[{HAN}]){_SIGN}(?=[{HAN}@\d]|$)|^{_SIGN}(?=[{HAN}@]|$)")
# What other search boxes take for operators, and what to write here. Between letters or digits they are part of a word: R&D, 1,000.
_FOREIGN = re.compile(r"(?P<or>\|+|(?<!\d)[,、;]|[,、;](?!\d))|(?P<and>(?<![A-Za-z0-9])&+|&+(?![A-Za-z0-9])|^\+)|(?P<not>^[-!](?!\d))")
_LOWER = {"and": "AND", "or": "OR", "not": "NOT", "near": "NEAR", "且": "AND", "并且": "AND", "或": "OR", "或者": "OR", "非": "NOT"}


class Hint(msgspec.Struct, frozen=True):
    """A word at `at` that is looked for as a word, but may have been meant as `operator`."""

    at: int
    word: str
    operator: str


class _Token(msgspec.Struct, frozen=True):
    kind: str
    text: str
    at: int


def parse(query: str, lists: Lists = NO_LISTS) -> Node:
    """The tree of a query; `lists` are the desk's words by folded name.

    Raises Refusal with the position (`at`; the first character is 1), the reason and what to do.
    """
    if len(query) > MAX_LENGTH:
        raise Refusal(
            "The query has %(length)d characters; the most is %(limit)d. Split it into several watches.",
            length=len(query),
            limit=MAX_LENGTH,
        )
    tokens = list(_lex(query))
    if not tokens:
        raise Refusal("The query is empty. Write at least one word to look for.")
    tree = _Parser(tokens, len(query), lists).whole()
    count = sum(1 for _ in terms_of(tree))
    if count > MAX_TERMS:
        raise Refusal("The query has %(count)d terms; the most is %(limit)d. Split it into several watches.", count=count, limit=MAX_TERMS)
    if anchor(tree, lambda _: 1.0) is None:
        raise Refusal("The query would match almost everything: it asks only for what must be absent. Add a word that must be there.")
    return tree


def lists_in(query: str) -> frozenset[str]:
    """The folded names of the lists that a query which parses names."""
    return frozenset(fold(token.text[1:]) for token in _lex(query) if token.kind == "list")


def hints(query: str) -> tuple[Hint, ...]:
    """What parses but may have been meant otherwise: operators in small letters or in Chinese."""
    words = ((token, token.text.partition("/")[0].lower()) for token in _lex(query) if token.kind == "word")
    return tuple(Hint(token.at, token.text, _LOWER[word]) for token, word in words if word in _LOWER)


def read_term(text: str) -> Term:
    """One word or phrase of a list; `flood*` is a prefix. Raises Refusal where there is nothing to look for."""
    return _term(_Token("quote", text.translate(_TYPED).strip().strip('"'), 1))


def _lex(query: str) -> Iterator[_Token]:
    for found in _LEX.finditer(query.translate(_TYPED)):
        kind, at, text = found.lastgroup, found.start() + 1, found.group()
        if kind == "quote" and (len(text) < 2 or not text.endswith('"')):
            raise Refusal("Character %(at)d: this quotation mark is never closed. Add the closing one.", at=at)
        if kind == "word":
            yield from _words(text, at)
        elif kind is not None:
            yield _Token(kind, text, at)


def _words(text: str, at: int) -> Iterator[_Token]:
    """The words and operators of a stretch without spaces."""
    done = 0
    for found in _OPERATOR.finditer(text):
        if found.start() > done:
            yield _word(text[done : found.start()], at + done)
        yield _Token(found.group() if found.group() in ("AND", "OR", "NOT") else "NEAR", found.group(), at + found.start())
        done = found.end()
    if done < len(text):
        yield _word(text[done:], at + done)


def _word(text: str, at: int) -> _Token:
    return _Token("list" if text.startswith("@") else "word", text, at)


class _Parser:
    def __init__(self, tokens: Sequence[_Token], length: int, lists: Lists) -> None:
        self._tokens = tokens
        self._lists = lists
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
        number = operator.text[5:] if operator.text.startswith("NEAR/") else ""
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
        if kind == "list":
            return self._list(token)
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

    def _list(self, token: _Token) -> Node:
        name = fold(token.text[1:])
        if not is_list_name(name):
            raise Refusal("Character %(at)d: after @ the name of a word list is expected, as in @停水.", at=token.at)
        terms = self._lists.get(name)
        if terms is None:
            raise Refusal(
                "Character %(at)d: there is no word list named %(name)s. Correct the name, or add the list first.",
                at=token.at,
                name=token.text[1:],
            )
        return terms[0] if len(terms) == 1 else Or(terms)


def is_list_name(name: str) -> bool:
    """Whether a folded text can stand after @: letters, digits, Chinese characters and hyphens."""
    return re.fullmatch(r"[\w-]+", name) is not None


def _term(token: _Token) -> Term:
    if token.kind == "word":
        _refuse_foreign(token)
    text = fold(token.text.strip('"'))
    if not text:
        raise Refusal("Character %(at)d: there is nothing between these quotation marks. Write a word there or remove them.", at=token.at)
    bare = text.rstrip("*").rstrip()
    if "*" in bare:
        raise Refusal("Character %(at)d: an asterisk may stand only at the end of a word, as in flood*.", at=token.at)
    if TOKEN.search(bare) is None:
        raise Refusal("Character %(at)d: %(term)s holds no letter, digit or Chinese character to look for.", at=token.at, term=token.text)
    return Term(bare, prefix=text.endswith("*") and HAN_CHARACTER.search(bare) is None)


def _refuse_foreign(token: _Token) -> None:
    found = _FOREIGN.search(token.text)
    if found is not None:
        operator = {"or": "OR", "and": "AND", "not": "NOT"}[found.lastgroup or "or"]
        raise Refusal(
            "Character %(at)d: %(sign)s is no operator here. Write %(operator)s, or put the words in quotation marks to find the sign.",
            at=token.at + found.start(),
            sign=found.group(),
            operator=operator,
        )


def _side(node: Node, at: int) -> tuple[Term, ...]:
    if isinstance(node, Term):
        return (node,)
    if isinstance(node, Or):
        return tuple(term for part in node.parts for term in _side(part, at))
    raise Refusal("Character %(at)d: beside NEAR there may be a word, a phrase, or words joined by OR in parentheses.", at=at)
