"""Words that a story and an item share as people read them: pairs of characters that follow each other joined to phrases."""

from __future__ import annotations

import numpy as np

from huiying.core.group.arrays import Bytes, Doubles
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.reading import CHARACTERS, WORDS, Codes, Rows
from huiying.core.group.slabs import Ints
from huiying.core.group.table import Records

# Of a long text's many shared words only the heaviest are read for phrases.
READ_TERMS = 24


@compiled
def phrases(codes: Codes, rows: Rows, terms: Records, weight: float, places: Ints, values: Doubles) -> int:
    """Fill in the phrases that the shared words of an item make: where each begins and ends in the text, and which part of `weight` is its;
    how many there are. `terms` as in Weighed; there is room for READ_TERMS.

    停水, 水通 and 通知 are 停水通知. A single character counts for the first phrase that holds it.
    """
    chosen, total = _heaviest(terms["group"], terms["row"], terms["shared"])
    chosen = chosen[np.argsort(rows["start"][terms["row"][chosen]], kind="mergesort")]
    count, unfinished = 0, False
    for place in chosen:
        row = rows[terms[place].row]
        if _is_character(codes, row.start, row.end):
            continue
        added = weight * terms[place].shared / total
        if unfinished:
            size = places[count, 1] - places[count, 0]
            start = _going_on(codes, places[count, 0], size, row.start, row.end)
            if start >= 0:
                places[count, 0], places[count, 1] = start, start + size + 1
                values[count] += added
                continue
            count = _finished(codes, places, values, count)
        places[count, 0], places[count, 1], values[count] = row.start, row.end, added
        unfinished = True
    if unfinished:
        count = _finished(codes, places, values, count)
    for place in chosen:
        row = rows[terms[place].row]
        if _is_character(codes, row.start, row.end):
            holder = _holder(codes, places, count, codes[row.start])
            if holder == count:
                places[count, 0], places[count, 1], values[count] = row.start, row.end, 0.0
                count += 1
            values[holder] += weight * terms[place].shared / total
    return count


@compiled
def _heaviest(groups: Bytes, rows: Ints, shared: Doubles) -> tuple[Ints, float]:
    """The places of the heaviest shared words and characters, heaviest first, of equals the one of the lower row; and what all add."""
    total = 0.0
    for group in (WORDS, CHARACTERS):
        for j in range(len(groups)):
            if groups[j] == group and shared[j] > 0.0:
                total += shared[j]
    chosen = np.empty(READ_TERMS, np.int32)
    count = 0
    for j in range(len(groups)):
        if groups[j] > CHARACTERS or shared[j] <= 0.0 or (count == READ_TERMS and not _before(j, chosen[count - 1], rows, shared)):
            continue
        place = min(count, READ_TERMS - 1)
        while place > 0 and _before(j, chosen[place - 1], rows, shared):
            chosen[place] = chosen[place - 1]
            place -= 1
        chosen[place] = j
        count = min(count + 1, READ_TERMS)
    return chosen[:count], total


@inlined
def _before(one: int, other: int, rows: Ints, shared: Doubles) -> bool:
    return shared[one] > shared[other] or (shared[one] == shared[other] and rows[one] < rows[other])  # type: ignore[no-any-return]


@inlined
def _is_character(codes: Codes, start: int, end: int) -> bool:
    return end - start == 1 and _unspaced(codes[start])


@inlined
def _unspaced(code: int) -> bool:
    return code >= 0x3040 or 0x0E00 <= code <= 0x0E7F


@inlined
def _same(codes: Codes, one: int, other: int, size: int) -> bool:
    same = 0
    while same < size and codes[one + same] == codes[other + same]:
        same += 1
    return same == size


@inlined
def _going_on(codes: Codes, start: int, size: int, pair: int, pair_end: int) -> int:
    """Where the phrase stands with the second character of this pair behind it, -1 where it does not or the pair does not go on from it."""
    if pair_end - pair != 2 or not _unspaced(codes[pair]) or codes[start + size - 1] != codes[pair]:
        return -1
    if start + size < len(codes) and codes[start + size] == codes[pair + 1]:
        return start
    for at in range(len(codes) - size):
        if codes[at + size] == codes[pair + 1] and _same(codes, at, start, size):
            return at
    return -1


@inlined
def _finished(codes: Codes, places: Ints, values: Doubles, count: int) -> int:
    """Add the last phrase to the same one before it, if there is one; how many there are then."""
    size = places[count, 1] - places[count, 0]
    for k in range(count):
        if places[k, 1] - places[k, 0] == size and _same(codes, places[k, 0], places[count, 0], size):
            values[k] += values[count]
            return count
    return count + 1


@inlined
def _holder(codes: Codes, places: Ints, count: int, letter: int) -> int:
    """The first phrase with this character, `count` where none has it."""
    for k in range(count):
        for at in range(places[k, 0], places[k, 1]):
            if codes[at] == letter:
                return k
    return count
