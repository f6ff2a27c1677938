"""One automaton over all terms, and what it finds in an item: which terms are there and, on demand, where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

import ahocorasick_rs

from huiying.core.detect.query import HAN, TOKEN, Term

# White space is folded to single spaces, so no term can reach across this from one field into the other.
FIELD_BREAK = "\n"
SNIPPET = 12
_WORD = re.compile(rf"[^\W_{HAN}]")


class Terms:
    """Terms under numbers that stay theirs for as long as they are in use."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.index: dict[Term, int] = {}
        self._owners: list[list[int]] = []
        # The one term of a pattern whose every place counts; -1 where word boundaries have a say.
        self.direct: list[int] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None

    @property
    def size(self) -> int:
        """Numbers go from 0 to below this; some may be free."""
        return len(self.terms)

    def set(self, wanted: Iterable[Term]) -> None:
        """Look for exactly these. A term that was known keeps its number, one that is no longer wanted frees it."""
        wanted = sorted(wanted, key=lambda term: (term.text, term.prefix))
        if self.index.keys() == set(wanted):
            return
        kept = {term: self.index[term] for term in wanted if term in self.index}
        taken = set(kept.values())
        free = [number for number in range(len(self.terms)) if number not in taken]
        fresh = [term for term in wanted if term not in kept]
        self.terms.extend(fresh[len(free) :])
        numbers = [*free, *range(len(self.terms) - max(0, len(fresh) - len(free)), len(self.terms))]
        for term, number in zip(fresh, numbers, strict=False):
            self.terms[number] = term
            kept[term] = number
        self.index = kept
        patterns: dict[str, list[int]] = {}
        for term in wanted:
            patterns.setdefault(term.text, []).append(kept[term])
        self._owners = list(patterns.values())
        self.direct = [-1 if self.terms[owners[0]].whole else owners[0] for owners in self._owners]
        self._automaton = ahocorasick_rs.AhoCorasick(list(patterns)) if patterns else None

    def find(self, title: str, text: str) -> Found:
        """Every place of every term in two folded fields."""
        haystack = f"{title}{FIELD_BREAK}{text}"
        if self._automaton is None:
            return Found(self, haystack, len(title), [], set())
        hits = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        direct = self.direct
        present = {direct[pattern] for pattern, _, _ in hits}
        if -1 in present:
            present.remove(-1)
            for pattern, start, end in hits:
                if direct[pattern] < 0:
                    present.update(self.owners_at(haystack, pattern, start, end))
        return Found(self, haystack, len(title), hits, present)

    def owners_at(self, haystack: str, pattern: int, start: int, end: int) -> list[int]:
        """The words that a place of a pattern is a place of: it must begin, and unless it is a prefix end, where a word does."""
        if start and _in_word(haystack[start - 1]):
            return []
        open_end = end < len(haystack) and _in_word(haystack[end])
        return [number for number in self._owners[pattern] if self.terms[number].prefix or not open_end]


class Found:
    """Which terms stand in an item (`present`, all that most queries ask for) and, on demand, where."""

    __slots__ = ("_by_term", "_hits", "_spans", "_terms", "_title", "haystack", "present")

    def __init__(self, terms: Terms, haystack: str, title: int, hits: list[tuple[int, int, int]], present: set[int]) -> None:
        self.haystack = haystack
        self.present = present
        self._terms = terms
        self._title = title
        self._hits = hits
        self._spans: list[tuple[int, int, int]] | None = None
        self._by_term: dict[int, list[tuple[int, int]]] | None = None

    @property
    def spans(self) -> list[tuple[int, int, int]]:
        """(term, start, end) of every place. A prefix reaches to the end of its word."""
        if self._spans is None:
            at, direct, terms, haystack = self._terms.owners_at, self._terms.direct, self._terms.terms, self.haystack
            self._spans = []
            for pattern, start, end in self._hits:
                if direct[pattern] >= 0:
                    self._spans.append((direct[pattern], start, end))
                else:
                    for number in at(haystack, pattern, start, end):
                        self._spans.append((number, start, _end_of_word(haystack, end) if terms[number].prefix else end))
        return self._spans

    def near(self, left: frozenset[int], right: frozenset[int], distance: int) -> bool:
        """Is any of `left` within `distance` tokens of any of `right`, in one field, without overlap?"""
        others = sorted(self._places(right))
        if not others:
            return False
        starts, ends = [start for start, _ in others], sorted(end for _, end in others)
        for start, end in self._places(left):
            after, before = bisect_left(starts, end), bisect_right(ends, start)
            # of all places after this one the nearest in characters is the nearest in tokens
            if after < len(starts) and self._close(end, starts[after], distance):
                return True
            if before and self._close(ends[before - 1], start, distance):
                return True
        return False

    def _places(self, group: frozenset[int]) -> Iterator[tuple[int, int]]:
        """(start, end) of each place of a group."""
        if self._by_term is None:
            self._by_term = {}
            for number, start, end in self.spans:
                self._by_term.setdefault(number, []).append((start, end))
        by_term = self._by_term
        return (place for number in group if number in by_term for place in by_term[number])

    def _close(self, end: int, start: int, distance: int) -> bool:
        """Whether at most `distance` tokens begin between the end of one place and the start of a later one, in one field."""
        if (end <= self._title) != (start < self._title):
            return False
        if start - end <= distance:
            return True
        if end and _in_word(self.haystack[end - 1]):
            end = _end_of_word(self.haystack, end)
        return sum(1 for _ in islice(TOKEN.finditer(self.haystack, end, start), distance + 1)) <= distance

    def hits(self) -> Iterator[tuple[str, str, str]]:
        """Term, field and the folded text around, of every place in the order of the text."""
        for number, start, end in sorted(self.spans, key=lambda span: (span[1], span[2], span[0])):
            low, high = (0, self._title) if start < self._title else (self._title + 1, len(self.haystack))
            around = self.haystack[max(low, start - SNIPPET) : min(high, end + SNIPPET)]
            yield self._terms.terms[number].text, "title" if start < self._title else "text", around


def _in_word(character: str) -> bool:
    return _WORD.match(character) is not None


def _end_of_word(haystack: str, end: int) -> int:
    while end < len(haystack) and _in_word(haystack[end]):
        end += 1
    return end
