"""Compilation of the hot loops by Numba, typed: the compiled function has the signature that is written.

No fast mathematics and no threads: the same input gives the same bits on every run. The machine code is kept on disk for the next process.
Numba finds it again by the one file a function stands in, but compiled functions take in those of other files, so that the sources of all
of them are made part of the key: after an upgrade no old code runs.

A process that finds all its machine code compiles nothing, so what only a compiler needs waits until one asks for it: what Numba knows of
Python and NumPy, what LLVM knows of the code that was found, so that it can be taken into other functions, and the functions that count
references. They are 43 MB. Code that hashes (a set, a dictionary) would need the first of them to run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar, cast

from llvmlite import binding as llvm
from numba import njit
from numba.core.caching import CompileResultCacheImpl, FunctionCache
from numba.core.runtime import nrtdynmod, rtsys

P = ParamSpec("P")
R = TypeVar("R")


@lru_cache(1)
def _sources() -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


class _WhenAsked:
    """Stands for something that is made when it is first used."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Any:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)


def _later(make: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given: _WhenAsked(lambda: make(*given))


nrtdynmod.compile_nrt_functions = _later(nrtdynmod.compile_nrt_functions)


class _Found(CompileResultCacheImpl):
    def rebuild(self, target_context: Any, payload: Any) -> Any:
        result = super().rebuild(target_context, payload)  # type: ignore[no-untyped-call]
        library, (_, _, (_, bitcode)) = result.library, payload[0]
        library._shared_module.close()
        library._shared_module = None
        library._get_module_for_linking = lru_cache(1)(lambda: llvm.parse_bitcode(bitcode))
        return result


class _Cache(FunctionCache):
    _impl_class = _Found

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """As in Numba, but that the context is not made ready for compiling: what compiles does that itself."""
        rtsys.initialize(target_context)
        with self._guard_against_spurious_io_errors():
            return self._load_overload(sig, target_context)  # type: ignore[no-untyped-call]

    def _index_key(self, sig: Any, codegen: Any) -> tuple[Any, ...]:
        return (*super()._index_key(sig, codegen), _sources())  # type: ignore[no-untyped-call]


def compiled(function: Callable[P, R], *, inline: Literal["never", "always"] = "never") -> Callable[P, R]:
    """A decorator: machine code from the first call on."""
    dispatcher: Any = njit(function, inline=inline)
    dispatcher._cache = _Cache(function)  # type: ignore[no-untyped-call]
    return cast("Callable[P, R]", dispatcher)


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """As `compiled`, and put in the place of each call: to hand over twenty arrays takes longer than the little that it does."""
    return compiled(function, inline="always")
