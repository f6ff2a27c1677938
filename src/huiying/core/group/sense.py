"""What a text is about, as 64 numbers that are alike where texts say the same in other words, in Chinese and in English.

senses.npz holds a row for each of 50,000 words and pairs of characters, by hash; a text is the mean of its words' rows. tools/senses.py
says how the rows were made. Words that are not there add nothing: names, numbers and rare words are for the other evidence.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from huiying.core.group.arrays import SENSE, Arrays, Doubles, Floats
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.reading import Hashes, read
from huiying.core.group.slabs import Ints

Senses = tuple[Hashes, npt.NDArray[np.int8], Floats, Ints]
# So many upper bits of a hash lead to the few words that begin with them.
_LED_BY = 16


@lru_cache(1)
def senses() -> Senses:
    """The hashes of the words, rising; of each its numbers, and what one step of these is; where the hashes that begin alike begin."""
    with as_file(files(__package__) / "senses.npz") as path, np.load(path, allow_pickle=False) as held:
        known = held["hash"]
        led = np.searchsorted(known >> np.uint64(64 - _LED_BY), np.arange((1 << _LED_BY) + 1, dtype=np.uint64))
        return known, held["numbers"], held["scale"], led.astype(np.int32)


def sense_of(hashes: Hashes, count: Floats) -> Floats:
    """The sense of a text with these terms, each standing there `count` times: 64 numbers of length 1, or of 0 where no term is known."""
    sense = np.empty(SENSE, np.float32)
    _sense(hashes, count, *senses(), sense)
    return sense


def sense_of_text(title: str, text: str) -> Doubles:
    """The sense of a folded title and text."""
    terms = read(title, text)
    return sense_of(terms.hash, terms.count).astype(np.float64)


@compiled
def _sense(hashes: Hashes, count: Floats, known: Hashes, numbers: npt.NDArray[np.int8], scale: Floats, led: Ints, sense: Floats) -> None:
    total = np.zeros(numbers.shape[1], np.float64)
    for i in range(len(hashes)):
        beginning = np.int64(hashes[i] >> np.uint64(64 - _LED_BY))
        row, end = led[beginning], led[beginning + 1]
        while row < end and known[row] < hashes[i]:
            row += 1
        if row < end and known[row] == hashes[i]:
            heavy = np.log1p(np.float64(count[i])) * scale[row]
            for k in range(len(total)):
                total[k] += heavy * numbers[row, k]
    length = np.sqrt((total * total).sum())
    if length > 0.0:
        total /= length
    sense[:] = total


@inlined
def same_sense(arrays: Arrays, story: int, sense: Floats) -> float:
    """The cosine of a sense of length 1 with what a story is about, 0 where that is not known."""
    sums = arrays.story_sense[story]
    a = b = c = d = p = q = r = s = np.float32(0.0)
    for k in range(0, SENSE, 4):
        v, w, x, y = sums[k], sums[k + 1], sums[k + 2], sums[k + 3]
        a, b, c, d = a + v * sense[k], b + w * sense[k + 1], c + x * sense[k + 2], d + y * sense[k + 3]
        p, q, r, s = p + v * v, q + w * w, r + x * x, s + y * y
    square = p + q + r + s
    return float(a + b + c + d) / math.sqrt(square) if square > 0.0 else 0.0


@compiled
def story_sense(arrays: Arrays, story: int) -> Floats:
    """What a story is about: 64 numbers of length 1, or of 0 where that is not known."""
    sense: Floats = arrays.story_sense[story].copy()
    length = np.float32(math.sqrt((sense * sense).sum()))
    if length > 0.0:
        sense /= length
    return sense
