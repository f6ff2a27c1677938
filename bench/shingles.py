"""The plain way to find copies, against which the product's speed is held: every passage of every text in an inverted index.

Passages are 5 neighbouring characters, or 3 words where few letters are Chinese. A text is a copy of the canonical one with which it
shares the largest part of the shorter one's passages, if that is at least CONTAINMENT, or the Jaccard coefficient is at least JACCARD.
"""

from __future__ import annotations

import re
from collections import Counter

CONTAINMENT, JACCARD = 0.5, 0.3
_WORDS = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


def passages(text: str) -> frozenset[str]:
    """The distinct passages of a folded text."""
    words = _WORDS.findall(text)
    bare = "".join(words)
    if 3 * len(_HAN.findall(bare)) >= len(bare):
        return frozenset(bare[at : at + 5] for at in range(max(1, len(bare) - 4)))
    return frozenset(" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2)))


class Shingles:
    """Remembers canonical texts for ever."""

    def __init__(self) -> None:
        self._texts: list[frozenset[str]] = []
        self._holders: dict[str, list[int]] = {}

    def see(self, text: str) -> int:
        """The number of the canonical text that this one repeats; its own, the next one, where it repeats none."""
        found = passages(text)
        shared = Counter(number for passage in found for number in self._holders.get(passage, ()))
        best, canonical = 0.0, len(self._texts)
        for number, count in shared.items():
            other = self._texts[number]
            part = count / min(len(found), len(other))
            if (part >= CONTAINMENT or count / (len(found) + len(other) - count) >= JACCARD) and (-part, number) < (-best, canonical):
                best, canonical = part, number
        if canonical == len(self._texts):
            self._texts.append(found)
            for passage in found:
                self._holders.setdefault(passage, []).append(canonical)
        return canonical
