"""The made stream: the same every time, most titles alone, some stories with tens."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from bench.stream import made_titles

TITLES = [f"{first}{second}水管破裂{first}路停水{second}" for first in "东西南北中" for second in "一二三四五六七"]


def test_the_stream_is_even_repeatable_and_mostly_of_single_titles() -> None:
    stream = list(islice(made_titles(TITLES, 30.0), 20_000))
    assert stream == list(islice(made_titles(TITLES, 30.0), 20_000))
    assert [at for at, _, _ in stream[:3]] == [0.0, 30.0, 60.0]
    sizes = Counter(Counter(story for _, story, _ in stream).values())
    assert sizes[1] > 10_000
    assert sum(stories for size, stories in sizes.items() if size >= 20) >= 3
