"""Words of harm in context, in Chinese and English."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from huiying.core.clean.text import fold
from huiying.core.detect.severity import Judge, Severity

AT = datetime(2026, 6, 3, tzinfo=UTC)


def judged(title: str, text: str = "", places: tuple[str, ...] = ()) -> Severity:
    return Judge(places).judge(fold(title), fold(text), AT)


@pytest.mark.parametrize(
    ("title", "kind", "immediate"),
    [
        ("柳塘镇一民房倒塌", "collapse", True),
        ("三人溺亡", "drowning", True),
        ("乌石工业园刺鼻气味", "pollution", True),
        ("老码头巷燃气泄漏", "leak", True),
        ("烟花厂爆炸", "explosion", True),
        ("孩子走失，求扩散", "missing", True),
        ("有人跳楼", "self_harm", True),
        ("护工殴打老人", "violence", True),
        ("老人走失", "stranger", False),
        ("学府街两车追尾", "crash", False),
        ("望澜镇停水", "supply", False),
        ("遊客溺亡", "drowning", True),
        ("Two children drowned in the river", "drowning", True),
        ("Gas leak on School Street", "leak", True),
        ("Explosion at chemical plant", "explosion", True),
        ("Fire crews: house fire in Wanglan", "fire", True),
        ("Residents evacuated overnight", "evacuation", True),
        ("Sludge dumped in wetland", "pollution", True),
        ("Power outage in two towns", "supply", False),
    ],
)
def test_harm_counts(title: str, kind: str, immediate: bool) -> None:
    found = {harm.name: harm for harm in judged(title).harms}
    assert found[kind].context == ""
    assert found[kind].weight > 0
    assert found[kind].immediate is immediate


@pytest.mark.parametrize(
    ("title", "text", "context"),
    [
        ("", "网传液氨泄漏，实为应急演练", "drill"),
        ("Ammonia leak? Only an emergency drill", "", "drill"),
        ("电影《大坝》上映", "影片讲述溃坝之夜", "fiction"),
        ("这游戏里云溪又中毒了", "", "fiction"),
        ("Novel about an explosion wins prize", "", "fiction"),
        ("十年前的滑坡", "", "past"),
        ("", "2019年这里发生过爆炸", "past"),
        ("Remembering the explosion of 2008", "", "past"),
        ("Twelve years ago an explosion shook the town", "", "past"),
        ("“医院爆炸”系谣言", "", "denied"),
        ("Explosion rumours are false, police say", "", "denied"),
        ("事故无人员死亡", "", "absent"),
        ("未发生爆炸", "", "absent"),
        ("Nobody was killed", "", "absent"),
        ("严防山洪", "", "prevention"),
        ("以防爆炸", "", "prevention"),
        ("Tips to prevent drowning", "", "prevention"),
        ("流浪狗死亡", "", "animal"),
        ("Twelve dogs killed", "", "animal"),
    ],
)
def test_harm_is_set_aside(title: str, text: str, context: str) -> None:
    harms = judged(title, text).harms
    assert [harm.context for harm in harms] == [context] * len(harms) != []
    assert all(harm.weight == 0 and not harm.immediate for harm in harms)


@pytest.mark.parametrize(
    "title",
    [
        "笑死我了",
        "热死了",
        "这是killer app",
        "A killer app for farmers",
        "信息爆炸的时代",
        "塌房了",
        "疯狂吐槽",
        "防溺水通告",
        "Fire sale this weekend",
        "Firefox",
    ],
)
def test_figures_of_speech_hold_no_harm(title: str) -> None:
    assert judged(title).harms == ()


def test_one_that_counts_outweighs_one_that_does_not() -> None:
    harms = judged("十年前也有滑坡。今早又滑坡了！").harms
    assert [(harm.name, harm.context) for harm in harms] == [("landslide", "")]


def test_context_reaches_its_own_sentence_only() -> None:
    assert [harm.context for harm in judged("", "谣言止于智者。厂区爆炸了").harms] == [""]


def test_not_a_drill() -> None:
    found = judged("不是演练！厂里爆炸了")
    assert not found.drill
    assert found.harms[0].immediate


def test_announced_drill_is_marked_without_harm_words() -> None:
    assert judged("明天上午举行防空演习").drill


def test_elsewhere_needs_known_places() -> None:
    assert judged("鹿鸣县爆炸", places=("澜川",)).harms[0].context == "elsewhere"
    assert judged("澜川县爆炸", places=("澜川",)).harms[0].context == ""
    assert judged("我们厂爆炸了", places=("澜川",)).harms[0].context == ""
    assert judged("鹿鸣县爆炸").harms[0].context == ""


def test_illness_is_immediate_for_a_vulnerable_group_only() -> None:
    assert judged("幼儿园多名儿童呕吐").harms[0].immediate
    assert not judged("喝多了呕吐").harms[0].immediate


@pytest.mark.parametrize(
    ("title", "toll"),
    [
        ("3人失联", 3),
        ("致十二人死亡", 12),
        ("两名工人被困", 2),
        ("Five dead", 0),
        ("5 people killed", 5),
        ("29岁游客溺亡", 0),
        ("死亡4人", 4),
        ("十年前3人死亡", 0),
    ],
)
def test_toll(title: str, toll: int) -> None:
    assert judged(title).toll == toll


def test_vulnerable_and_conduct_words_are_named() -> None:
    found = judged("养老院护工殴打老人，镇干部隐瞒")
    assert found.vulnerable == "养老院 老人"
    assert found.conduct == "镇干部 隐瞒"
