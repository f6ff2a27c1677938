"""Passages of a text as numbers: the hashes of its overlapping pieces, the same in every run and on every machine."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from huiying.core.group.compiled import compiled, inlined

CHARACTERS_A_PASSAGE = 5
WORDS_A_PASSAGE = 3
# Passages beyond this many are not read: a copy of so long a text shares its first part.
MOST_PASSAGES = 4000
# Of more passages the smallest hashes are kept: a sample that is the same wherever the same passages stand.
KEPT_PASSAGES = 64

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint32]

_NOT_WORD = re.compile(r"[\W_][\W_]*")


def spaced(folded: str) -> str:
    """The words of folded text with single spaces for whatever stands between them."""
    return _NOT_WORD.sub(" ", folded).strip()


def passages_of(words: str) -> Hashes:
    """32-bit hashes, rising, of every 5 characters (where a third of them belong to scripts written without spaces), else of every 3 words.

    `words` as `spaced` gives them. Of more than KEPT_PASSAGES the smallest.
    """
    found = np.empty(KEPT_PASSAGES, np.uint32)
    return found[: _hash_passages(np.frombuffer(words.encode("utf-32-le", "surrogatepass"), np.uint32), found)]


@inlined
def _finish(value: np.uint64) -> np.uint32:
    """The last steps of MurmurHash3: every bit of the input moves every bit of the output."""
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xFF51AFD7ED558CCD)
    value ^= value >> np.uint64(33)
    value *= np.uint64(0xC4CEB9FE1A85EC53)
    return np.uint32(value >> np.uint64(32))


@inlined
def _is_unspaced(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3040 <= code <= 0x30FF
        or 0xAC00 <= code <= 0xD7AF
        or 0x3400 <= code <= 0x4DBF
        or 0x0E00 <= code <= 0x0E7F
    )


@compiled
def _hash_passages(codes: Codes, found: Hashes) -> int:
    """Fill in what `passages_of` says of code points; how many there are."""
    pieces = np.empty(len(codes), np.uint64)
    count = unspaced = 0
    for code in codes:
        if code != 32:
            pieces[count] = code
            count += 1
            unspaced += _is_unspaced(code)
    size = CHARACTERS_A_PASSAGE
    if 3 * unspaced < count:
        size, count = WORDS_A_PASSAGE, 0
        word = np.uint64(0xCBF29CE484222325)
        for at in range(len(codes)):
            if codes[at] != 32:
                word = (word ^ np.uint64(codes[at])) * np.uint64(0x100000001B3)
            if codes[at] == 32 or at == len(codes) - 1:
                pieces[count] = word
                count += 1
                word = np.uint64(0xCBF29CE484222325)
    passages = min(max(count - size + 1, min(count, 1)), MOST_PASSAGES)
    kept = 0
    for start in range(passages):
        value = np.uint64(0)
        for at in range(start, min(start + size, count)):
            value = (value + pieces[at] + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
            value ^= value >> np.uint64(29)
        kept = _keep(found, kept, _finish(value))
    return kept


@inlined
def _keep(found: Hashes, kept: int, value: np.uint32) -> int:
    """Put a value where it belongs among the `kept` smallest and distinct ones so far; how many there are then."""
    place = kept
    while place > 0 and found[place - 1] > value:
        place -= 1
    if place == len(found) or (place > 0 and found[place - 1] == value):
        return kept
    kept = min(kept + 1, len(found))
    for at in range(kept - 1, place, -1):
        found[at] = found[at - 1]
    found[place] = value
    return kept
