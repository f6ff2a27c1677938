"""Every parser of what comes from outside returns or refuses, whatever it is given. `python -m bench fuzz` goes deeper."""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter

import pytest
from bench.data import ROOT
from bench.fuzz import Found, mutated, swollen, tried_in
from bench.fuzz_parsers import PARSERS, attempt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import plain
from huiying.core.collect.adapters import ADAPTERS
from huiying.worker.child import MEMORY, Children

# nothing here depends on how long an example took
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60, database=None)


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_mutations_of_what_is_right_are_read_or_refused(name: str) -> None:
    parser = PARSERS[name]

    @CALM
    @given(st.sampled_from(range(len(parser.seeds))), st.integers(0, 2**32))
    def holds(seed: int, chance: int) -> None:
        body = parser.seeds[seed]
        body = mutated(body.encode() if isinstance(body, str) else body, random.Random(chance))
        error = attempt(parser, body)
        assert error is None, (body, error)

    holds()


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_any_bytes_are_read_or_refused(name: str) -> None:
    parser = PARSERS[name]

    @CALM
    @given(st.binary(max_size=300))
    def holds(body: bytes) -> None:
        error = attempt(parser, body)
        assert error is None, (body, error)

    holds()


def test_every_kind_of_source_is_among_them() -> None:
    assert set(ADAPTERS) <= set(PARSERS)


def test_every_seed_is_read() -> None:
    for name, parser in PARSERS.items():
        for seed in parser.seeds:
            parser.read(seed.encode() if isinstance(seed, str) else seed)
            assert attempt(parser, b"") is None, name


def test_half_characters_are_no_text() -> None:
    assert plain("a\ud800 &amp; <b>c</b>") == "a\ufffd & c"


def test_a_line_of_marks_is_refused() -> None:
    assert attempt(PARSERS["jsonl"], b"\xef\xbb\xbf" * 5000) is None


def test_the_most_memory_of_a_child_is_told_though_it_was_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    empty = b'{"version":"https://jsonfeed.org/version/1.1","items":[' + b",".join([b"{}"] * 2_700_000) + b"]}"

    async def outcomes(found: Found) -> list[str]:
        async with Children(at_once=1) as children:
            return [(await tried_in(children, "feed", body, found))[0] for body in (b"<rss/>", empty, b"<rss/>")]

    found = Found(Counter())
    assert asyncio.run(outcomes(found)) == ["read", "memory", "read"]
    assert MEMORY // 2 < found.peak < MEMORY


def test_a_large_body_is_as_large_as_may_come_and_no_larger() -> None:
    sizes = [len(swollen(b"<rss><item>", 1_000_000, random.Random(seed))) for seed in range(60)]
    assert max(sizes) <= 1_000_000 and sum(size > 900_000 for size in sizes) > 10
