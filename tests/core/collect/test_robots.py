"""robots.txt."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from huiying.core.collect.robots import allowed, rules_for

SHARED = Path(os.environ.get("HUIYING_SHARED", Path(__file__).parents[4] / "shared"))
RULES = "User-agent: *\r\nDisallow: /private/\r\nAllow: /private/feed\r\n\r\nUser-agent: Huiying\r\nDisallow: /slow\r\n"


def test_the_group_for_our_name_counts_before_the_one_for_all() -> None:
    assert allowed(RULES, agent="Huiying", url="https://p.example/private/x")
    assert not allowed(RULES, agent="huiying", url="https://p.example/slow")
    assert not allowed(RULES, agent="Other", url="https://p.example/private/x")
    assert allowed(RULES, agent="Other", url="https://p.example/private/feed")


def test_a_mark_at_the_start_hides_no_rule() -> None:
    assert not allowed("\ufeffUser-agent: *\nDisallow: /", agent="Huiying", url="https://p.example/")


@pytest.mark.parametrize(("status", "expected"), [(200, False), (404, True), (403, True), (500, False), (503, False), (None, False)])
def test_the_answer_for_the_file_itself(status: int | None, expected: bool) -> None:
    assert allowed(rules_for(status, "User-agent: *\nDisallow: /"), agent="Huiying", url="https://p.example/feed") is expected


def test_a_readable_file_without_rules_allows() -> None:
    assert allowed(rules_for(200, "<html>not found</html>"), agent="Huiying", url="https://p.example/feed")


def test_the_published_cases() -> None:
    path = SHARED / "data" / "edges" / "robots" / "google-cases.json"
    if not path.exists():
        pytest.skip("the shared data is not here")
    cases = json.loads(path.read_text(encoding="utf-8"))
    right = sum(allowed(case["robots_txt"], agent=case["agent"], url=case["url"]) is case["allowed"] for case in cases)
    assert len(cases) == 142 and right >= 138
