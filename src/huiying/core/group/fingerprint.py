"""Fingerprints of texts: what is compared to find copies, stable from run to run and from machine to machine."""

from __future__ import annotations

import re

import msgspec
import numpy as np
import xxhash

from huiying.core.group.facts import facts_of
from huiying.core.group.passages import Hashes, passages_of, spaced
from huiying.core.types import Kind

SHORT_TEXT = 12
# Words that people pass on or post again with other numbers are still copies; of these kinds each text speaks for its own facts.
_FACTUAL = frozenset((Kind.NEWS, Kind.NOTICE, Kind.HOTLINE, Kind.QUESTION))
_REPORTING = frozenset((Kind.NEWS, Kind.NOTICE))
# Words are sought much faster than an expression, and few texts have one.
_DENYING = ("谣", "不实", "不属实", "假消息")
_PERHAPS_DENYING = ("false", "den", "hoax", "rumo")
_DENIAL = re.compile(r"\bfalse\b|\bden(?:y|ies|ied)\b|\bhoax\b|\brumou?r")
_NOTHING: Hashes = np.zeros(0, np.uint32)


class Print(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False):
    """`exact` is the 64-bit hash of all words; `passages` the rising hashes of `passages_of`, none where only equality counts; `facts`
    those of `facts_of`, none where other facts do not make another text; `denial` says that it is a report or notice that calls
    something untrue, and may quote that in full."""

    exact: int
    passages: Hashes = _NOTHING
    facts: Hashes = _NOTHING
    denial: bool = False


def fingerprint(kind: Kind, title: str, text: str) -> Print | None:
    """Fingerprint of folded title and text; None without a single letter or digit.

    Of a hot-list line only the title counts, and it only equals other hot-list lines: a report is no copy of the list that points to it.
    """
    headline = kind == Kind.HOTLIST
    words = spaced(title if headline else f"{title}\n{text}")
    bare = words.replace(" ", "")
    if not bare:
        return None
    exact = xxhash.xxh3_64_intdigest(bare.encode("utf-8", "surrogatepass"), seed=int(headline))
    if headline or len(bare) < SHORT_TEXT:
        return Print(exact=exact)
    facts = facts_of(words) if kind in _FACTUAL else _NOTHING
    return Print(exact=exact, passages=passages_of(words), facts=facts, denial=kind in _REPORTING and _denies(words))


def _denies(words: str) -> bool:
    for mark in _DENYING:
        if mark in words:
            return True
    for mark in _PERHAPS_DENYING:
        if mark in words:
            return _DENIAL.search(words) is not None
    return False
