"""robots.txt."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from huiying.core.collect.robots import allowed, crawl_delay, rules_for

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


def test_the_longest_pattern_decides_and_a_tie_allows() -> None:
    rules = "user-agent: *\ndisallow: /a\nallow: /a/b\ndisallow: /a/*.pdf$\nallow: /t\ndisallow: /t\n"
    for path, expected in {"/a/x": False, "/a/b": True, "/a/b/c.pdf": False, "/a/b/c.pdf?x": True, "/t": True, "/": True}.items():
        assert allowed(rules, agent="Huiying", url="https://p.example" + path) is expected, path


def test_a_path_in_chinese_is_the_same_however_it_is_written() -> None:
    for pattern in ("/停水", "/%e5%81%9C%e6%b0%b4"):
        for url in ("https://p.example/停水/1", "https://p.example/%E5%81%9C%E6%B0%B4/1"):
            assert not allowed(f"user-agent: *\ndisallow: {pattern}", agent="Huiying", url=url)


def test_the_delay_is_read_for_our_name_first_and_is_at_most_a_minute() -> None:
    rules = "user-agent: *\ncrawl-delay: 10\n\nuser-agent: huiying\nuser-agent: other\ncrawl-delay: 2.5 # please\ndisallow: /x\n"
    assert crawl_delay(rules, agent="Huiying") == crawl_delay(rules, agent="Other") == 2.5
    assert crawl_delay(rules, agent="Nobody") == 10.0
    assert crawl_delay("user-agent: *\ncrawl-delay: 86400", agent="Huiying") == 60.0
    for silent in (
        "",
        "crawl-delay: 5",
        "user-agent: *\ncrawl-delay: soon",
        "user-agent: *\ncrawl-delay: -1",
        "user-agent: a\ncrawl-delay: 1",
    ):
        assert crawl_delay(silent, agent="Huiying") is None
