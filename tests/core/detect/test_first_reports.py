"""Dangers told by those who do not name them, and as many texts that need no warning."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bench.data import ROOT, read_rows

from huiying.core.clean.text import fold
from huiying.core.detect.harm.kinds import HARMS
from huiying.core.detect.harm.scenes import SCENES
from huiying.core.detect.severity import Judge

FOLDER = ROOT / "bench" / "reports"
AT = datetime(2026, 6, 3, tzinfo=UTC)


def called(name: str, lang: str) -> tuple[float, float]:
    """The share of dangers that are called on, and of the rest."""
    judge = Judge()
    danger = {row["story"]: row["should_warn"] for row in read_rows(FOLDER / name / "stories.jsonl")}
    said = {True: [], False: []}  # type: dict[bool, list[bool]]
    for row in read_rows(FOLDER / name / "items.jsonl"):
        if row["lang"] == lang:
            harms = judge.judge("", fold(row["text"]), AT).harms
            said[danger[row["id"]]].append(any(harm.immediate and not harm.context for harm in harms))
    return sum(said[True]) / len(said[True]), sum(said[False]) / len(said[False])


@pytest.mark.parametrize(("name", "least"), [("plain", 0.8), ("mountain", 0.8), ("district", 0.85)])
def test_what_is_only_odd_is_heard(name: str, least: float) -> None:
    heard, false = called(name, "zh")
    assert heard >= least and false <= 0.08


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("水库边上两双凉鞋一个书包，喊了半天没人应。", "drowning"),
        ("下雨扶站牌手会麻一下，是静电吗？", "live_wire"),
        ("七座的面包车，下来十九个娃，后备箱还蹲着两个。", "hazard"),
        ("我爸透析三年，这次抗体那一栏从阴变阳了。", "illness"),
        ("井盖缝里冒臭鸡蛋味，早市那边。", "leak"),
        ("厂里放工早，手机都收了，地上拿水冲了一下午，不让对外说。", "death"),
        ("堤脚草里有三处往上翻水，水是浑的，像煮粥。", "landslide"),
        ("一条黄狗见人就咬，口水拉得老长。", "injury"),
    ],
)
def test_a_quiet_sign_calls(text: str, kind: str) -> None:
    harms = Judge().judge("", fold(text), AT).harms
    assert kind in {harm.name for harm in harms if harm.immediate and not harm.context}


@pytest.mark.parametrize(
    "text",
    [
        "鞋柜里两双凉鞋打折，湖边店，满二百减三十。",
        "火锅麻辣味道不错，雨天吃正好。",
        "七座面包车出租，可带三个行李箱。",
        "今天班里来了新老师，孩子们都开心。",
    ],
)
def test_the_same_words_at_peace_do_not(text: str) -> None:
    assert not any(harm.immediate and not harm.context for harm in Judge().judge("", fold(text), AT).harms)


def test_a_scene_is_of_a_known_kind_of_harm() -> None:
    assert {scene.kind for scene in SCENES} <= {harm.name for harm in HARMS}
