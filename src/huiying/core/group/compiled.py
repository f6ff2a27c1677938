"""Compilation of the hot loops by Numba, typed: the compiled function has the signature that is written.

No fast mathematics and no threads: the same input gives the same bits on every run. The machine code is kept on disk for the next process.
Numba finds it again by the one file a function stands in, but compiled functions take in those of other files, so that the sources of all
of them are made part of the key: after an upgrade no old code runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from numba import njit
from numba.core.caching import FunctionCache

P = ParamSpec("P")
R = TypeVar("R")


@lru_cache(1)
def _sources() -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


class _Cache(FunctionCache):
    def _index_key(self, sig: Any, codegen: Any) -> tuple[Any, ...]:
        return (*super()._index_key(sig, codegen), _sources())  # type: ignore[no-untyped-call]


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """A decorator: machine code from the first call on."""
    dispatcher: Any = njit(function)
    dispatcher._cache = _Cache(function)  # type: ignore[no-untyped-call]
    return cast("Callable[P, R]", dispatcher)
