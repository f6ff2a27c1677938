from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.usual import DAY, MOST_PIECES, Usual, bare, pieces, slots


def places(text: str) -> np.ndarray:
    return np.array(list(slots(pieces(text))), dtype=np.int64)


def seen(usual: Usual, text: str, *days: float) -> None:
    for day in days:
        usual.add(places(text), day * DAY)


def test_pieces_are_pairs_without_punctuation() -> None:
    assert pieces("停水 了! 停水") == ["停水", "水了", "了停"]
    assert bare("a-b 停，水") == "ab停水"
    assert pieces("水") == pieces("") == []
    assert len(pieces("".join(chr(0x4E00 + n) for n in range(500)))) == MOST_PIECES


def test_what_is_used_every_day_is_usual() -> None:
    usual = Usual()
    for day in range(60):
        seen(usual, "天气", day, day + 0.2)
        seen(usual, "停水", day + 0.3)
    often, once = usual.a_day(places("天气"))[0], usual.a_day(places("停水"))[0]
    assert often == pytest.approx(2.0)
    assert once == pytest.approx(1.0)
    assert usual.rarity(places("停水"))[0] > usual.rarity(places("天气"))[0]


def test_what_is_new_today_and_yesterday_is_not_usual_yet() -> None:
    usual = Usual()
    seen(usual, "天气", *range(30))
    seen(usual, "爆管", *[28.1 + n / 50 for n in range(90)])
    assert usual.a_day(places("爆管"))[0] == 0.0


def test_what_is_not_used_any_more_is_forgotten() -> None:
    usual = Usual()
    seen(usual, "高考", *range(20))
    seen(usual, "天气", *range(20, 40))
    assert 0 < usual.a_day(places("高考"))[0] < 0.5
    seen(usual, "天气", *range(40, 60))
    assert usual.a_day(places("高考"))[0] == 0
    assert usual.rarity(places("高考"))[0] < usual.rarity(places("停水"))[0]


def test_a_long_silence_leaves_nothing_usual() -> None:
    usual = Usual()
    seen(usual, "天气", *range(20), 200)
    assert usual.a_day(places("天气"))[0] == 0


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["停水", "爆管", "学校", "天气", "power", "cut"]), st.floats(0, 50)), max_size=40),
    st.integers(0, 40),
)
def test_a_restart_changes_nothing(titles: list[tuple[str, float]], cut: int) -> None:
    titles.sort(key=lambda title: title[1])
    whole, broken = Usual(), Usual()
    for number, (text, day) in enumerate(titles):
        if number == cut:
            again = Usual()
            again.restore(broken.state())
            broken = again
        seen(whole, text, day)
        seen(broken, text, day)
        assert whole.a_day(places(text)).tolist() == broken.a_day(places(text)).tolist()
        assert whole.rarity(places(text)).tolist() == broken.rarity(places(text)).tolist()
    assert whole.state() == broken.state()
