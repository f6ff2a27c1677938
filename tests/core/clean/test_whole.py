"""Names weighed as a whole, and what a sentence about a match leaves."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("业内认为，门迪斯、高崇岳的组合是本赛季逆转的关键，但球队的青训仍显不足。", "门迪斯"),
        ("业内认为，费尔南、高崇岳的组合是本赛季逆转的关键，但球队的青训仍显不足。", "高崇岳"),
    ],
)
def test_a_player_stays(text: str, name: str) -> None:
    assert name in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("赛后，球迷邢玉柱在主场外被挤倒，送医院检查。", "邢玉柱"),
        ("3200名跑者从体育场出发，女子组冠军由县第一中学体育老师滑小满获得。小米粥成了网红。", "滑小满"),
    ],
)
def test_who_watches_the_match_goes(text: str, name: str) -> None:
    assert name not in redact(text).text
