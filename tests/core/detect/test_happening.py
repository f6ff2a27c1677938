from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.happening import Happening, Lately, LatelyState

HOUR = 3600.0
DAY = 24 * HOUR
EVERYDAY = (
    *("今天吃什么好", "周末去哪里玩", "新电影好看吗", "油价又要调整", "孩子作业太多", "地铁早高峰拥挤"),
    *("咖啡哪家便宜", "跑步伤不伤膝盖", "猫咪为什么不吃饭", "公园樱花开了"),
)


def lately() -> Lately:
    """Thirty days of everyday titles."""
    found = Lately()
    for day in range(30):
        for n, title in enumerate(EVERYDAY):
            found.enter(f"e{day}-{n}", "weibo", f"{title}{day}", day * DAY + n * HOUR, None, None)
    return found


def enter(found: Lately, item: str, title: str, hours: float, source: str = "weibo", heat: float | None = None) -> Happening | None:
    return found.enter(item, source, title, 30 * DAY + hours * HOUR, heat, None)


def test_titles_about_one_thing_are_one_happening_whatever_their_stories() -> None:
    found = lately()
    assert enter(found, "a", "河东水厂爆管全城停水", 1) is None
    second = enter(found, "b", "水厂爆管 停水通知", 2, "douyin")
    third = enter(found, "c", "爆管停水何时恢复", 3)
    assert second is not None and second.items == ("a", "b") and second.outlets == 2
    assert third is not None and third.items == ("a", "b", "c")
    assert (third.titles, third.half_day, third.three_hours, third.hour) == (3, 3, 3, 1)
    assert third.word in ("爆管", "管停", "停水") and third.word_day == 3
    assert (third.gap, third.age) == (1.0, 2.0)


def test_the_same_words_again_are_another_outlet_and_no_new_title() -> None:
    found = lately()
    enter(found, "a", "水厂爆管全城停水", 1)
    assert enter(found, "a2", "水厂爆管，全城停水！", 1.5, source="zhihu") is None
    third = enter(found, "b", "水厂爆管停水通知", 2)
    assert third is not None and third.titles == 2 and third.outlets == 2


def test_what_links_carries_further_than_what_is_near() -> None:
    found = lately()
    enter(found, "a", "水厂爆管全城停水", 1)
    enter(found, "b", "全城停水学校放假", 2)
    third = enter(found, "c", "学校放假通知发布", 3)
    assert third is not None and "a" in third.items


def test_yesterday_is_forgotten() -> None:
    found = lately()
    enter(found, "a", "水厂爆管全城停水", 1)
    assert enter(found, "b", "水厂爆管停水通知", 26) is None


def test_heat_is_held_against_the_usual_of_its_outlet() -> None:
    found = lately()
    for n in range(40):
        enter(found, f"w{n}", f"{n}" * 4, n / 50, heat=1000.0)
    enter(found, "a", "水厂爆管全城停水", 1, heat=8000.0)
    second = enter(found, "b", "水厂爆管停水通知", 2, heat=1000.0)
    assert second is not None and second.word_heat > 2.0 and abs(second.second_heat) < 0.1
    found.observe("b", 64000.0, 1, "weibo")
    third = enter(found, "c", "水厂爆管停水何时恢复", 3)
    assert third is not None and third.second_heat > 2.0 and third.rank == 1


TITLES = st.sampled_from(
    [*EVERYDAY, "水厂爆管全城停水", "水厂爆管停水通知", "全城停水学校放假", "学校放假通知发布", "爆管停水何时恢复", ""]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TITLES, st.floats(0, 9), st.sampled_from(["weibo", "zhihu"])), max_size=30), st.integers(0, 30))
def test_a_restart_changes_nothing(steps: list[tuple[str, float, str]], cut: int) -> None:
    whole, broken, at = Lately(), Lately(), 0.0
    for number, (title, hours, source) in enumerate(steps):
        if number == cut:
            broken = Lately.restored(msgspec.msgpack.decode(msgspec.msgpack.encode(broken.state()), type=LatelyState))
        at += hours
        one = enter(whole, str(number), title, at, source=source, heat=hours * 1000)
        assert one == enter(broken, str(number), title, at, source=source, heat=hours * 1000)
        assert one is None or (str(number) in one.items and one.titles == len(set(one.items)) >= 2)
    assert msgspec.msgpack.encode(whole.state()) == msgspec.msgpack.encode(broken.state())
