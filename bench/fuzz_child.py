"""What `bench/fuzz.py` has done in a child of the product: a body tried, its time and the child's memory told."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from time import process_time

import msgspec

from bench.fuzz_parsers import PARSERS
from huiying.core.collect.reading import Reading
from huiying.core.types import Refusal

MIB = 1024 * 1024
_FRAMES = -3


class Born(msgspec.Struct, frozen=True):
    """A child before it was given anything: its number and the bytes that it holds."""

    process: int
    resident: int


class Tried(msgspec.Struct, frozen=True):
    """How a body was read: what broke, `deep` where it nested too deeply, in how many seconds of the processor, and the most bytes that
    the child ever held."""

    broke: str
    deep: bool
    seconds: float
    resident: int
    reading: Reading | None = None


_born: Born | None = None


def born() -> Born:
    """What this child held when it was first asked."""
    global _born
    if _born is None:
        _born = Born(os.getpid(), high_water(os.getpid(), "VmRSS") or 0)
    return _born


def tried(name: str, body: bytes) -> Tried:
    """Give a body to a parser. Raises MemoryError, as parsers do: that is the child's to name."""
    begun, found, broke, deep = process_time(), None, "", False
    try:
        found = PARSERS[name].read(body)
    except (Refusal, MemoryError) as error:
        if isinstance(error, MemoryError):
            raise
    except Exception as error:
        broke, deep = "".join(traceback.format_exception(error, limit=_FRAMES)), isinstance(error, RecursionError)
    reading = found if isinstance(found, Reading) else None
    return Tried(broke, deep, process_time() - begun, high_water(os.getpid()) or 0, reading)


def high_water(process: int, field: str = "VmHWM") -> int | None:
    """The most bytes that a process ever held, by the kernel's account; None where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith(f"{field}:")), None)
