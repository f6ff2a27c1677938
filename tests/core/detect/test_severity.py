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
        ("安置房裂缝扩大", "collapse", True),
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
        ("犬只伤人", "", "animal"),
        ("", "狗追电动车，未伤人", "absent"),
        ("", "已到现场，未发现火情和泄漏", "absent"),
        ("", "网民编造“停氧致三人死亡”被训诫", "denied"),
        ("官方结果出来了，上午问爆炸的可以散了", "", "denied"),
        ("县医院辟谣：停氧致死", "公安机关已介入，没有患者死亡", "denied"),
        ("漏电投诉回访", "来电人表示满意", "aftermath"),
        ("湿地公园栈道护栏开始加高", "为防落水，增设救生圈", "aftermath"),
        ("滑坡善后：安置房选址公示", "", "aftermath"),
        ("", "分包失联", "debtor"),
        ("滑坡 热搜第几了？关注我抽三台手机", "", "advert"),
        ("", "5月9日滑坡系违规堆放弃渣所致", "past"),
        ("", "25日的爆炸", "past"),
        ("", "12月30日的爆炸", "past"),
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
        "他给她夹菜,我人没了",
        "好吃到爆炸",
        "尸体有点不舒服",
        "every song froze and i am dead",
        "our crew came dead last",
        "热死了",
        "这是killer app",
        "A killer app for farmers",
        "信息爆炸的时代",
        "塌房了",
        "疯狂吐槽",
        "防溺水通告",
        "Fire sale this weekend",
        "Firefox",
        "漏电保护器受潮跳闸",
        "同名同姓害死人",
        "卧室渗水",
        "陪我爸去扎针",
        "车尾嗤嗤漏气",
    ],
)
def test_figures_of_speech_hold_no_harm(title: str) -> None:
    assert judged(title).harms == ()


def test_one_that_counts_outweighs_one_that_does_not() -> None:
    harms = judged("十年前也有滑坡。今早又滑坡了！").harms
    assert [(harm.name, harm.context) for harm in harms] == [("landslide", "")]


def test_context_reaches_its_own_sentence_only() -> None:
    assert [harm.context for harm in judged("", "谣言止于智者。厂区爆炸了").harms] == [""]


@pytest.mark.parametrize("text", ["6月2日滑坡", "6月4日早上滑坡", "1日夜里滑坡", "6月2日滑坡，2月30日", "刹车坏了3日内修好，滑坡"])
def test_dates_of_these_days_are_not_past(text: str) -> None:
    found = {harm.name: harm for harm in judged("", text).harms}
    assert found["landslide"].context == ""


def test_hearsay_counts_but_is_not_called_on_alone() -> None:
    (harm,) = judged("有人发这个爆炸，真的假的？").harms
    assert (harm.context, harm.immediate) == ("", False)
    assert harm.weight > 0


def test_brakes_that_fail_are_grave_where_children_ride() -> None:
    (harm,) = judged("昨天追尾，今天校车刹车失灵，一车学生").harms
    assert (harm.word, harm.immediate) == ("校车…刹车失灵", True)
    assert not judged("我的车刹车失灵").harms[0].immediate


def test_seepage_is_grave_at_a_dam() -> None:
    assert judged("水库大坝渗水").harms[0].immediate


def test_to_ask_for_a_drill_announces_none() -> None:
    assert not judged("这是演习吗？厂里爆炸了").drill


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
