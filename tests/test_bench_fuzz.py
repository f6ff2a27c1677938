"""Every parser of what comes from outside returns or refuses, whatever it is given. `python -m bench fuzz` goes deeper."""

from __future__ import annotations

import random

import pytest
from bench.fuzz import mutated
from bench.fuzz_parsers import PARSERS, attempt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import plain
from huiying.core.collect.adapters import ADAPTERS

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
