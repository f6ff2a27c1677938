"""About how many distinct people speak in a story, from sketches that live in memory only and name nobody.

A sketch is HyperLogLog (Flajolet et al. 2007) of 256 registers: relative standard error 6.5 per cent, less for small counts. A voice leaves
unlike traces in two stories. What leaves this file is a rounded number, and nothing below five.
"""

from __future__ import annotations

import math
from hashlib import blake2b

LEAST = 5
REGISTERS = 256
MOST_STORIES = 20_000
_STEPS = (5, 10, 15, 20, 30, 40, 50, 70, 100, 150, 200, 300, 500, 700)
_ALPHA = 0.7213 / (1 + 1.079 / REGISTERS)


def rounded(estimate: float) -> int:
    """What may be shown and stored of an estimate: 0 for fewer than five, else the nearest of 5, 10, 15, 20, 30 … by ratio."""
    if estimate < LEAST:
        return 0
    scale: int = 10 ** max(0, len(str(int(estimate))) - 3)
    steps = [step * scale for step in (*_STEPS, 1000)]
    found: int = min(steps, key=lambda step: (abs(math.log(estimate / step)), step))
    return found


class Sketch:
    """Counts distinct numbers. Only for each register the rarest trace is kept."""

    def __init__(self) -> None:
        self._ranks: dict[int, int] = {}

    def add(self, trace: int) -> None:
        """`trace`: 64 evenly spread bits."""
        register, rest = trace % REGISTERS, trace >> 8
        rank = 57 - rest.bit_length()
        if rank > self._ranks.get(register, 0):
            self._ranks[register] = rank

    def estimate(self) -> float:
        """How many distinct numbers were added. Fewer than five never give five."""
        empty = REGISTERS - len(self._ranks)
        raw = _ALPHA * REGISTERS**2 / (empty + sum([2.0**-rank for rank in self._ranks.values()]))
        return REGISTERS * math.log(REGISTERS / empty) if empty and raw <= 2.5 * REGISTERS else raw


class Voices:
    """The sketches of the stories that were heard last. A story that falls out begins again; its number never sinks where it is stored."""

    def __init__(self, secret: bytes, most: int = MOST_STORIES) -> None:
        self._secret = secret
        self._most = most
        self._sketches: dict[str, Sketch] = {}

    def hear(self, story: str, voice: int) -> None:
        """A voice (from the door) spoke in a story."""
        sketch = self._sketches.pop(story, None) or Sketch()
        self._sketches[story] = sketch
        made = blake2b(story.encode() + voice.to_bytes(8, "big"), key=self._secret, digest_size=8)
        sketch.add(int.from_bytes(made.digest(), "big"))
        if len(self._sketches) > self._most:
            del self._sketches[next(iter(self._sketches))]

    def about(self, story: str) -> int | None:
        """The rounded number of a story; None where no voice was heard."""
        sketch = self._sketches.get(story)
        return None if sketch is None else rounded(sketch.estimate())
