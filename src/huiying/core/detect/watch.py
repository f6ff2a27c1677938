"""All watches of a run against one item: one automaton over their terms, then only the touched queries."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import ahocorasick_rs
import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.query import HAN, TOKEN, And, Near, Node, Not, Or, Term, anchor, parse, terms_of
from huiying.core.types import Item, Refusal, WatchQuery

# White space is folded to single spaces, so no term can reach across this from one field into the other.
FIELD_BREAK = "\n"
_WORD = re.compile(rf"[^\W_{HAN}]")
SNIPPET = 12


class Hit(msgspec.Struct, frozen=True):
    """One place where a term of a query stands: `field` is "title" or "text", `around` the folded text about it."""

    term: str
    field: str
    around: str


class Explanation(msgspec.Struct, frozen=True):
    """Whether a query matches an item, and every place where its terms stand."""

    matched: bool
    hits: tuple[Hit, ...]


_Test = Callable[["_Found"], bool]


class Watches:
    """The compiled watches. Raises Refusal, naming the watch, where a query is wrong or a name stands twice."""

    def __init__(self, queries: Sequence[WatchQuery]) -> None:
        trees: dict[str, Node] = {}
        for watch in queries:
            if watch.name in trees:
                raise Refusal("Two watches are called %(watch)s. Give one of them another name.", watch=watch.name)
            try:
                trees[watch.name] = parse(watch.query)
            except Refusal as error:
                raise Refusal("Watch %(watch)s: %(reason)s", watch=watch.name, reason=str(error)) from error
        self._compile(trees)

    def _compile(self, trees: dict[str, Node]) -> None:
        uses = Counter(term for tree in trees.values() for term in set(terms_of(tree)))
        self._terms = _Terms(sorted(uses, key=lambda term: (term.text, term.prefix)))
        # A query is looked at only when a term of its anchor was seen: prefer long terms that few queries share.
        anchored: list[list[tuple[str, _Test]]] = [[] for _ in uses]
        for name, tree in sorted(trees.items()):
            group = anchor(tree, lambda term: uses[term] * (2.0 if term.whole else 8.0) ** -len(term.text))
            test = _test(tree, self._terms.index)
            for term in sorted(group or (), key=lambda term: (term.text, term.prefix)):
                anchored[self._terms.index[term]].append((name, test))
        self._anchored = anchored

    def match(self, item: Item) -> tuple[str, ...]:
        """Names of the watches that the item satisfies, sorted."""
        found = self._terms.find(fold(item.title), fold(item.text))
        if not found.present:
            return ()
        names: set[str] = set()
        anchored = self._anchored
        for number in found.present:
            for name, test in anchored[number]:
                if name not in names and test(found):
                    names.add(name)
        return tuple(sorted(names))


def explain(query: str, item: Item) -> Explanation:
    """What of `query` stands in the item, and whether that satisfies it. Raises Refusal for a wrong query."""
    tree = parse(query)
    terms = _Terms(sorted(set(terms_of(tree)), key=lambda term: (term.text, term.prefix)))
    found = terms.find(fold(item.title), fold(item.text))
    return Explanation(_test(tree, terms.index)(found), tuple(found.hits()))


class _Terms:
    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.index = {term: number for number, term in enumerate(terms)}
        patterns = sorted({term.text for term in terms})
        place = {text: number for number, text in enumerate(patterns)}
        self._owners: list[list[int]] = [[] for _ in patterns]
        for number, term in enumerate(terms):
            self._owners[place[term.text]].append(number)
        # The one term of a pattern whose every place counts; -1 where word boundaries have a say.
        self._direct = [-1 if terms[owners[0]].whole else owners[0] for owners in self._owners]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns) if patterns else None

    def find(self, title: str, text: str) -> _Found:
        """Every place of every term in two folded fields."""
        haystack = f"{title}{FIELD_BREAK}{text}"
        if self._automaton is None:
            return _Found(self, haystack, len(title), [], set())
        present: set[int] = set()
        hits = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        direct = self._direct
        for pattern, start, end in hits:
            number = direct[pattern]
            if number >= 0:
                present.add(number)
            else:
                present.update(self.owners_at(haystack, pattern, start, end))
        return _Found(self, haystack, len(title), hits, present)

    def owners_at(self, haystack: str, pattern: int, start: int, end: int) -> list[int]:
        """The terms that a place of a pattern is a place of: for words it must begin, and unless it is a prefix end, where a word does."""
        if self._direct[pattern] >= 0:
            return [self._direct[pattern]]
        if start and _in_word(haystack[start - 1]):
            return []
        open_end = end < len(haystack) and _in_word(haystack[end])
        return [number for number in self._owners[pattern] if self.terms[number].prefix or not open_end]


class _Found:
    """Which terms stand in an item (`present`, all that most queries ask for) and, on demand, where."""

    __slots__ = ("_hits", "_spans", "_starts", "_terms", "_title", "haystack", "present")

    def __init__(self, terms: _Terms, haystack: str, title: int, hits: list[tuple[int, int, int]], present: set[int]) -> None:
        self.haystack = haystack
        self.present = present
        self._terms = terms
        self._title = title
        self._hits = hits
        self._spans: list[tuple[int, int, int]] | None = None
        self._starts: list[int] | None = None

    @property
    def spans(self) -> list[tuple[int, int, int]]:
        """(term, start, end) of every place."""
        if self._spans is None:
            at = self._terms.owners_at
            self._spans = [(n, start, end) for pattern, start, end in self._hits for n in at(self.haystack, pattern, start, end)]
        return self._spans

    def near(self, left: frozenset[int], right: frozenset[int], distance: int) -> bool:
        """Is any of `left` within `distance` tokens of any of `right`, in one field, without overlap?"""
        if left.isdisjoint(self.present) or right.isdisjoint(self.present):
            return False
        return any(_close(list(self._places(left, title)), list(self._places(right, title)), distance) for title in (True, False))

    def _places(self, group: frozenset[int], title: bool) -> Iterator[tuple[int, int]]:
        """(first token, last token) of each place of the group in one field."""
        if self._starts is None:
            self._starts = [token.start() for token in TOKEN.finditer(self.haystack)]
        for number, start, end in self.spans:
            if number in group and (start < self._title) == title:
                if self._terms.terms[number].prefix:
                    while end < len(self.haystack) and _in_word(self.haystack[end]):
                        end += 1
                yield bisect_left(self._starts, start), bisect_left(self._starts, end) - 1

    def hits(self) -> Iterator[Hit]:
        for number, start, end in self.spans:
            low, high = (0, self._title) if start < self._title else (self._title + 1, len(self.haystack))
            around = self.haystack[max(low, start - SNIPPET) : min(high, end + SNIPPET)]
            yield Hit(self._terms.terms[number].text, "title" if start < self._title else "text", around)


def _in_word(character: str) -> bool:
    return _WORD.match(character) is not None


def _close(left: list[tuple[int, int]], right: list[tuple[int, int]], distance: int) -> bool:
    firsts = sorted(first for first, _ in right)
    lasts = sorted(last for _, last in right)
    for first, last in left:
        after = bisect_right(firsts, last)
        if after < len(firsts) and firsts[after] - last - 1 <= distance:
            return True
        before = bisect_left(lasts, first) - 1
        if before >= 0 and first - lasts[before] - 1 <= distance:
            return True
    return False


def _test(node: Node, index: dict[Term, int]) -> _Test:
    """The tree as nested closures: about four times as fast as walking it for every item."""
    match node:
        case Term():
            number = index[node]
            return lambda found: number in found.present
        case Near():
            left = frozenset(index[term] for term in node.left)
            right = frozenset(index[term] for term in node.right)
            distance = node.distance
            return lambda found: found.near(left, right, distance)
        case Not():
            part = _test(node.part, index)
            return lambda found: not part(found)
        case Or() if all(isinstance(part, Term) for part in node.parts):
            group = frozenset(index[part] for part in node.parts if isinstance(part, Term))
            return lambda found: not group.isdisjoint(found.present)
        case And() | Or():
            tests = [_test(part, index) for part in node.parts]
            if isinstance(node, And):
                return lambda found: all(test(found) for test in tests)
            return lambda found: any(test(found) for test in tests)
