"""What a report is about, as odds that a desk should be warned of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.detect.care import MOST, about
from huiying.core.group.reading import read
from huiying.core.types import Kind

CONCERNS = (
    "水龙头里流出来的东西跟茶一样，娃喝了拉肚子",
    "厂里三个月没给钱了，几十号人在门口等说法",
    "幼儿园的饭菜馊了，好几个孩子吐",
    "桥面裂了一条缝，手都伸得进去，车还在过",
    "The water from our tap has been brown for days and nobody answers",
)
EVERYDAY = (
    "今晚球赛几点开始，一起看吗",
    "本周六举办读书会，欢迎报名",
    "新电影真好看，主角演得太好了",
    "今天天气真好，去河边散步",
    "Congratulations to our team on winning the match",
)


def test_what_worries_people_has_higher_odds_than_what_does_not() -> None:
    worried = [about(Kind.POST, read("", fold(text))) for text in CONCERNS]
    idle = [about(Kind.POST, read("", fold(text))) for text in EVERYDAY]
    assert min(worried) > max(idle)


def test_words_that_are_not_known_say_nothing() -> None:
    assert about(Kind.POST, read("", "")) == 0.0
    assert about(Kind.NOTICE, read("", "qxzvk")) == 0.0


@given(st.text(max_size=200), st.sampled_from(list(Kind)))
def test_the_odds_are_bounded_and_the_same_each_time(text: str, kind: Kind) -> None:
    odds = about(kind, read("", fold(text)))
    assert -MOST <= odds <= MOST
    assert odds == about(kind, read("", fold(text)))
