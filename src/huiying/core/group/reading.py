"""Reading a text into terms at machine speed: stemmed words, numbers, and bigrams and characters of scripts written without spaces.

A term is a 64-bit FNV-1a hash of its characters, so that no vocabulary is kept; the places where it stands lead back to its letters.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from huiying.core.group.compiled import compiled
from huiying.core.group.tokens import FUNCTION_CHARACTERS, LEAD_CHARACTERS, STOP_WORDS, TITLE_WEIGHT, unspaced

WORDS, CHARACTERS, CONCEPTS, PLACES, REGIONS, NUMBERS, EVENTS = range(7)
GROUPS = 7

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

_OTHER, _LETTER, _DIGIT, _UNSPACED, _FUNCTION = range(5)
_FNV_BASIS = np.uint64(0xCBF29CE484222325)
_FNV_PRIME = np.uint64(0x100000001B3)
_TABLE_SIZE = 0x20000


ROW = np.dtype([("hash", "u8"), ("count", "f4"), ("start", "i4"), ("end", "i4"), ("group", "u1"), ("titled", "?")], align=True)
Rows = npt.NDArray[Any]


class Terms(msgspec.Struct, frozen=True, gc=False):
    """The distinct terms of an item, a row each, by rising hash: `group` is one of those above, `count` how often they stand there with the
    title counted twice, `titled` whether the title has them, `start` and `end` where they stand first in title + newline + text. Terms that
    were given from outside come after the `lexical` ones and stand nowhere. `unspaced` is 1.0 where most words are of scripts without
    spaces."""

    rows: Rows
    lexical: int
    unspaced: float

    @property
    def hash(self) -> Hashes:
        return self.rows["hash"]

    @property
    def group(self) -> npt.NDArray[np.uint8]:
        return self.rows["group"]

    @property
    def count(self) -> npt.NDArray[np.float32]:
        return self.rows["count"]

    @property
    def titled(self) -> npt.NDArray[np.bool_]:
        return self.rows["titled"]

    @property
    def start(self) -> npt.NDArray[np.int32]:
        return self.rows["start"][: self.lexical]

    @property
    def end(self) -> npt.NDArray[np.int32]:
        return self.rows["end"][: self.lexical]


@lru_cache(1)
def _classes() -> npt.NDArray[np.uint8]:
    table = np.zeros(_TABLE_SIZE, np.uint8)
    for code in range(_TABLE_SIZE):
        letter = chr(code)
        if letter in FUNCTION_CHARACTERS:
            table[code] = _FUNCTION
        elif unspaced(letter) and _is_unspaced_letter(code):
            table[code] = _UNSPACED
        elif letter.isdigit():
            table[code] = _DIGIT
        elif letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc"):
            table[code] = _LETTER
    return table


def _is_unspaced_letter(code: int) -> bool:
    return (
        0x0E00 <= code <= 0x0E7F
        or 0x3040 <= code <= 0x30FF
        or 0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7AF
    )


@lru_cache(1)
def _stop_hashes() -> Hashes:
    return np.sort(np.array([term_hash(word) for word in STOP_WORDS], np.uint64))


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def term_hash(term: str) -> int:
    """The hash of one term as `read` makes it."""
    return int(_hash(codes_of(term), 0, len(term), 0))


Given = tuple[Sequence[int], Sequence[int], Sequence[int]]


def read(title: str, text: str, given: Given = ((), (), ())) -> Terms:
    """The terms of folded title and text; of the text only the lead counts. `given`: hashes, groups and counts of further terms."""
    return read_codes(codes_of(f"{title}\n{text[:LEAD_CHARACTERS]}"), len(title), given)


def read_codes(codes: Codes, title: int, given: Given) -> Terms:
    """`read`, of the code points of title + newline + lead; the title has so many."""
    further = len(given[0])
    rows = np.empty(2 * len(codes) + further, ROW)
    lexical, unspaced = _read(codes, title, _classes(), _stop_hashes(), TITLE_WEIGHT, rows)
    if further:
        hashes, groups, counts = given
        _add(rows, lexical, np.frombuffer(array("Q", [*hashes, *groups, *counts]), np.uint64).reshape(3, further))
    return Terms(rows[: lexical + further], lexical, unspaced)


@compiled
def _hash(codes: Codes, start: int, end: int, last: int) -> np.uint64:
    """FNV-1a over code points; `last`, unless 0, is one more at the end."""
    value = _FNV_BASIS
    for at in range(start, end):
        value = (value ^ np.uint64(codes[at])) * _FNV_PRIME
    if last:
        value = (value ^ np.uint64(last)) * _FNV_PRIME
    value ^= value >> np.uint64(32)
    return value


@compiled
def _stem(codes: Codes, start: int, end: int) -> tuple[int, int]:
    """Where the stem of a word ends, and the letter that replaces its ending (0 for none): the rules of tokens.stem."""
    size = end - start
    if size > 2 and codes[end - 1] == 115 and (codes[end - 2] == 39 or codes[end - 2] == 0x2019):
        end -= 2
        size -= 2
    if size > 4:
        a, b, c = codes[end - 3], codes[end - 2], codes[end - 1]
        if a == 105 and b == 101 and c == 115:
            return end - 3, 121
        if size > 6 and a == 105 and b == 110 and c == 103:
            return end - 3, 0
        if size > 5 and b == 101 and c == 100:
            return end - 2, 0
        if c == 115 and b != 115 and b != 117:
            return end - 1, 0
    return end, 0


@compiled
def _class_of(code: int, classes: npt.NDArray[np.uint8]) -> int:
    if code < len(classes):
        return int(classes[code])
    return _UNSPACED if code < 0x40000 else _OTHER


@compiled
def _add(rows: Rows, after: int, given: Hashes) -> None:
    """Terms that were given from outside: their hashes, groups and counts."""
    for i in range(given.shape[1]):
        row = rows[after + i]
        row.hash, row.group, row.count, row.titled, row.start, row.end = given[0, i], given[1, i], given[2, i], False, 0, 0


@compiled
def _rising(hashes: Hashes) -> npt.NDArray[np.int32]:
    """The order in which hashes rise, equal ones as they stand: spread evenly as they are, their upper bits nearly say it."""
    n = len(hashes)
    bits = 1
    while 1 << bits < n:
        bits += 1
    shift = np.uint64(64 - bits)
    begins = np.zeros((1 << bits) + 1, np.int32)
    for i in range(n):
        begins[np.int64(hashes[i] >> shift) + 1] += 1
    for bucket in range(1 << bits):
        begins[bucket + 1] += begins[bucket]
    order = np.empty(n, np.int32)
    for i in range(n):
        place = np.int64(hashes[i] >> shift)
        order[begins[place]] = i
        begins[place] += 1
    for i in range(1, n):
        moved, at = order[i], i
        while at > 0 and hashes[order[at - 1]] > hashes[moved]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = moved
    return order


@compiled
def _read(
    codes: Codes, title: int, classes: npt.NDArray[np.uint8], stops: Hashes, title_weight: int, rows: Rows
) -> tuple[int, float]:  # fmt: skip
    """Fill the rows of the lexical terms; how many there are, and whether most words are of scripts without spaces."""
    size = len(codes)
    most = 2 * size + 2
    hashes = np.empty(most, np.uint64)
    group = np.empty(most, np.uint8)
    start = np.empty(most, np.int32)
    end = np.empty(most, np.int32)
    n = 0
    at = 0
    while at < size:
        code = codes[at]
        kind = _class_of(code, classes)
        if kind == 0:
            at += 1
            continue
        if kind >= 3:
            if kind == 3:
                hashes[n] = _hash(codes, at, at + 1, 0)
                group[n], start[n], end[n] = 1, at, at + 1
                n += 1
                if at + 1 < size:
                    follow = codes[at + 1]
                    if _class_of(follow, classes) == 3:
                        hashes[n] = _hash(codes, at, at + 2, 0)
                        group[n], start[n], end[n] = 0, at, at + 2
                        n += 1
            at += 1
            continue
        begin = at
        digits = True
        while at < size:
            code = codes[at]
            kind = _class_of(code, classes)
            if kind == 1 or kind == 2:
                digits = digits and kind == 2
                at += 1
                continue
            follow = codes[at + 1] if at + 1 < size else 0
            after = _class_of(follow, classes)
            if digits and after == 2 and (code == 46 or code == 44 or code == 58):
                at += 1
                continue
            if not digits and after == 1 and (code == 39 or code == 0x2019):
                at += 1
                continue
            break
        whole = _hash(codes, begin, at, 0)
        place = np.searchsorted(stops, whole)
        if place < len(stops) and stops[place] == whole:
            continue
        stop, last = (at, 0) if digits else _stem(codes, begin, at)
        hashes[n] = _hash(codes, begin, stop, last)
        group[n], start[n], end[n] = 0, begin, at
        n += 1
    order = _rising(hashes[:n])
    out, words, unspaced = 0, 0, 0
    for i in order:
        heavy = title_weight if start[i] < title else 1
        if out and rows[out - 1].hash == hashes[i]:
            rows[out - 1].count += np.float32(heavy)
            rows[out - 1].titled = rows[out - 1].titled or start[i] < title
            continue
        row = rows[out]
        row.hash, row.group, row.count, row.titled, row.start, row.end = hashes[i], group[i], heavy, start[i] < title, start[i], end[i]
        if group[i] == 0:
            words += 1
            code = codes[start[i]]
            unspaced += 1 if _class_of(code, classes) == 3 else 0
        out += 1
    return out, 1.0 if 2 * unspaced > words else 0.0
