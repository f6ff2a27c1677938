"""All watches of a run against one item: one automaton over their terms, then only the touched queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.found import Found, Terms
from huiying.core.detect.parsing import NO_LISTS, Lists, lists_in, parse, read_term
from huiying.core.detect.query import And, Near, Node, Not, Or, Term, anchor, terms_of
from huiying.core.types import Item, Refusal, WatchQuery, WordList

_Test = Callable[[Found], bool]


class Hit(msgspec.Struct, frozen=True):
    """One place where a term of a query stands: `field` is "title" or "text", `around` the folded text about it."""

    term: str
    field: str
    around: str


class Explanation(msgspec.Struct, frozen=True):
    """Whether a query matches an item, and every place where its terms stand."""

    matched: bool
    hits: tuple[Hit, ...]


class _Watch:
    """A compiled watch. `groups`: of each, one term must be there; `absent`: none of these; `rest`: what sets alone cannot say."""

    __slots__ = ("absent", "anchors", "groups", "lists", "name", "query", "rest", "tree")

    def __init__(self, query: WatchQuery, tree: Node) -> None:
        self.name, self.query, self.tree = query.name, query.query, tree
        self.lists = lists_in(query.query) if "@" in query.query or "＠" in query.query else frozenset[str]()
        self.anchors: tuple[int, ...] = ()
        self.groups: tuple[frozenset[int], ...] = ()
        self.absent = frozenset[int]()
        self.rest: _Test | None = None


class Watches:
    """The watches of a desk, compiled. Belongs to one caller."""

    def __init__(self, queries: Sequence[WatchQuery], lists: Sequence[WordList] = ()) -> None:
        """Raises Refusal, naming the watch or the list, where a query or a word is wrong or a name stands twice."""
        self._lists: Lists = {}
        self._watches: dict[str, _Watch] = {}
        self._terms = Terms()
        self._uses: Counter[Term] = Counter()
        self._anchored: list[list[_Watch]] = []
        self.change(queries, lists)

    def change(self, queries: Sequence[WatchQuery], lists: Sequence[WordList] = ()) -> tuple[str, ...]:
        """Go on with these watches and lists: only what differs is compiled. The names of watches that came, went or mean something else.

        Raises Refusal as the constructor does; then nothing has changed.
        """
        words = read_lists(lists)
        known = self._watches
        wanted: dict[str, _Watch] = {}
        for query in queries:
            if query.name in wanted:
                raise Refusal("Two watches are called %(watch)s. Give one of them another name.", watch=query.name)
            old = known.get(query.name)
            same = old is not None and old.query == query.query and all(self._lists[name] == words.get(name) for name in old.lists)
            wanted[query.name] = old if old is not None and same else _read(query, words)
        gone = [watch for name, watch in known.items() if wanted.get(name) is not watch]
        new = [watch for name, watch in wanted.items() if known.get(name) is not watch]
        self._lists, self._watches = words, wanted
        if gone or new:
            self._compile(gone, new)
        return tuple(sorted({watch.name for watch in (*gone, *new)}))

    def _compile(self, gone: Iterable[_Watch], new: Sequence[_Watch]) -> None:
        uses = self._uses
        for watch in gone:
            for number in watch.anchors:
                self._anchored[number].remove(watch)
            uses.subtract(set(terms_of(watch.tree)))
        for watch in new:
            uses.update(set(terms_of(watch.tree)))
        self._uses = uses = +uses
        self._terms.set(uses)
        self._anchored.extend([] for _ in range(self._terms.size - len(self._anchored)))
        # A query is looked at only when a term of its anchor was seen: prefer long terms that few queries share.
        weights = {term: count * (2.0 if term.whole else 8.0) ** -len(term.text) for term, count in uses.items()}
        for watch in sorted(new, key=lambda watch: watch.name):
            group = anchor(watch.tree, weights.__getitem__)
            assert group is not None  # the parser refuses a query that requires nothing
            watch.anchors = tuple(sorted(self._terms.index[term] for term in group))
            _plan(watch, self._terms.index)
            for number in watch.anchors:
                self._anchored[number].append(watch)

    def match(self, item: Item) -> tuple[str, ...]:
        """Names of the watches that the item satisfies, sorted."""
        return self.match_folded(fold(item.title), fold(item.text))

    def match_folded(self, title: str, text: str) -> tuple[str, ...]:
        """The same for fields that are folded already."""
        found = self._terms.find(title, text)
        present = found.present
        if not present:
            return ()
        names: set[str] = set()
        anchored = self._anchored
        for number in present:
            for watch in anchored[number]:
                # written out: at ten thousand watches most of the time goes into groups that are not there
                for group in watch.groups:
                    if group.isdisjoint(present):
                        break
                else:
                    if watch.absent.isdisjoint(present) and (watch.rest is None or watch.rest(found)):
                        names.add(watch.name)
        return tuple(sorted(names))


def read_lists(lists: Sequence[WordList]) -> Lists:
    """The words of the desk's lists as terms, by the list's folded name. Raises Refusal naming the list and the word."""
    words: dict[str, tuple[Term, ...]] = {}
    for row in lists:
        try:
            terms = tuple(dict.fromkeys(map(read_term, row.words)))
        except Refusal as error:
            raise Refusal("List %(name)s: %(reason)s", name=row.name, reason=error) from error
        if not terms:
            raise Refusal("The list %(name)s has no words. Give it at least one.", name=row.name)
        if fold(row.name) in words:
            raise Refusal("Two lists are called %(name)s. Give one of them another name.", name=row.name)
        words[fold(row.name)] = terms
    return words


def explain(query: str, item: Item, lists: Lists = NO_LISTS) -> Explanation:
    """What of `query` stands in the item, and whether that satisfies it. Raises Refusal for a wrong query."""
    tree = parse(query, lists)
    terms = Terms()
    terms.set(set(terms_of(tree)))
    found = terms.find(fold(item.title), fold(item.text))
    return Explanation(_test(tree, terms.index)(found), tuple(Hit(*hit) for hit in found.hits()))


def _read(query: WatchQuery, lists: Lists) -> _Watch:
    try:
        return _Watch(query, parse(query.query, lists))
    except Refusal as error:
        raise Refusal("Watch %(watch)s: %(reason)s", watch=query.name, reason=error) from error


def _plan(watch: _Watch, index: dict[Term, int]) -> None:
    """Split a tree into sets that are quick to ask about, and tests for the rest. A watch is looked at when its anchor was found."""
    groups: list[frozenset[int]] = []
    absent: set[int] = set()
    rest: list[Node] = []
    for part in watch.tree.parts if isinstance(watch.tree, And) else (watch.tree,):
        group = _any_of(part, index)
        if group is not None:
            groups.append(group)
        elif isinstance(part, Not) and (denied := _any_of(part.part, index)) is not None:
            absent |= denied
        else:
            rest.append(part)
            if isinstance(part, Near):
                groups += [frozenset(index[term] for term in side) for side in (part.left, part.right)]
    known = frozenset(watch.anchors)
    watch.groups = tuple(group for group in groups if group != known)
    watch.absent = frozenset(absent)
    watch.rest = _test(rest[0] if len(rest) == 1 else And(tuple(rest)), index) if rest else None


def _any_of(node: Node, index: dict[Term, int]) -> frozenset[int] | None:
    """The numbers of a term or of terms joined by OR; None for anything else."""
    if isinstance(node, Term):
        return frozenset({index[node]})
    if isinstance(node, Or):
        groups = [_any_of(part, index) for part in node.parts]
        return None if None in groups else frozenset().union(*(group for group in groups if group is not None))
    return None


def _test(node: Node, index: dict[Term, int]) -> _Test:
    """The tree as nested closures: about four times as fast as walking it for every item."""
    group = _any_of(node, index)
    if group is not None:
        return lambda found: not group.isdisjoint(found.present)
    match node:
        case Near():
            left = frozenset(index[term] for term in node.left)
            right = frozenset(index[term] for term in node.right)
            distance = node.distance
            return lambda found: found.near(left, right, distance)
        case Not():
            part = _test(node.part, index)
            return lambda found: not part(found)
        case And() | Or():
            tests = [_test(part, index) for part in node.parts]
            if isinstance(node, And):
                return lambda found: all(test(found) for test in tests)
            return lambda found: any(test(found) for test in tests)
        case Term():
            raise AssertionError
