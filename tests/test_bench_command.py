"""The command that runs the benches."""

from __future__ import annotations

from importlib import import_module

import pytest
from bench.__main__ import BENCHES, LONG, SEARCHES, arguments


@pytest.mark.parametrize("name", [*BENCHES, *SEARCHES, *LONG])
def test_every_bench_can_be_asked_for(name: str) -> None:
    assert arguments().parse_args([name]).names == [name]
    bench = import_module(f"bench.{name}")
    assert callable(bench.run) and bench.__doc__


def test_nothing_named_is_no_wrong_name() -> None:
    assert arguments().parse_args([]).names == []


def test_a_wrong_name_is_refused() -> None:
    with pytest.raises(SystemExit):
        arguments().parse_args(["nothing"])
