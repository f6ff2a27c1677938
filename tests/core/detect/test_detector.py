"""What a story's signal says as its items come in, and that a restart changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.danger import DOUBT, ENOUGH
from huiying.core.detect.detector import DetectConfig, Detector, Signal
from huiying.core.types import Assignment, Decision, Item, Kind, Refusal, WatchQuery

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
WATCH = WatchQuery(name="water", query="停水")
OTHER = WatchQuery(name="all", query="澜川")


def item(
    key: str,
    hours: float = 0.0,
    title: str = "望澜镇的水",
    *,
    source: str = "微声",
    kind: Kind = Kind.POST,
    rank: int | None = None,
    published: float | None = None,
) -> Item:
    at = START + timedelta(hours=hours)
    return Item(
        id=key,
        source=source,
        kind=kind,
        url="",
        title=title,
        text="",
        lang="zh",
        first_seen=at,
        rank=rank,
        published_at=None if published is None else START + timedelta(hours=published),
    )


def member(key: str, story: str = "s", decision: Decision = Decision.JOIN) -> Assignment:
    return Assignment(item=key, story=story, decision=decision, score=0.5, threshold=0.2, strategy="test")


def part(signal: Signal, name: str) -> float:
    """The value of a contribution; 0 where there is none."""
    return next((found.value for found in signal.contributions if found.name == name), 0.0)


def weight(signal: Signal, name: str) -> float:
    return next((found.weight for found in signal.contributions if found.name == name), 0.0)


def feed(detector: Detector, *items: Item, watches: tuple[WatchQuery, ...] = ()) -> Signal:
    for one in items:
        signal = detector.update(one, member(one.id), watches)
    return signal


def test_score_is_the_sum_of_its_parts() -> None:
    signal = feed(
        Detector(),
        item("a", title="乌石工业园爆炸，学生疏散"),
        item("b", 1, source="澜川论坛"),
        item("c", 2, source="澜川12345", kind=Kind.HOTLINE),
        watches=(WATCH,),
    )
    assert signal.score == pytest.approx(sum(found.weight for found in signal.contributions))
    assert signal.items == ("a", "b", "c")
    assert {"growth", "independent_reports", "outlets", "kinds", "hotline_tickets", "severity.explosion", "vulnerable", "watch"} <= {
        found.name for found in signal.contributions
    }


def test_every_new_voice_adds() -> None:
    detector = Detector()
    scores = [
        feed(detector, item("a")).score,
        feed(detector, item("b", 0.1)).score,
        feed(detector, item("c", 0.2, source="澜川论坛")).score,
        feed(detector, item("d", 0.3, source="澜川12345", kind=Kind.HOTLINE)).score,
    ]
    assert scores == sorted(set(scores))


def test_copies_and_lines_are_no_independent_voices() -> None:
    detector = Detector()
    feed(detector, item("a"))
    detector.update(item("b", 0.1, source="x"), member("b", decision=Decision.DUPLICATE))
    signal = feed(detector, item("c", 0.2, source="短视频热榜", kind=Kind.HOTLIST))
    assert part(signal, "independent_reports") == 0
    assert part(signal, "growth") == 2
    assert part(signal, "outlets") == 2
    assert signal.items == ("a", "b", "c")


def test_old_dates_are_no_growth() -> None:
    signal = feed(Detector(), *[item(str(n), n / 10, published=-100 - n) for n in range(5)])
    assert part(signal, "growth") == 0


def test_future_dates_count_as_now() -> None:
    signal = feed(Detector(), item("a", published=500), item("b", 1, published=700))
    assert part(signal, "growth") == 2


def test_voices_fade() -> None:
    detector = Detector()
    assert part(feed(detector, item("a"), item("b", 1, source="x")), "independent_reports") == 2
    assert part(feed(detector, item("c", 30, source="y")), "independent_reports") == 0


def test_new_wave_starts_from_nothing_but_keeps_its_items() -> None:
    detector = Detector()
    feed(detector, item("a", title="乌石镇爆炸", kind=Kind.HOTLINE))
    signal = feed(detector, item("b", 80))
    assert not signal.immediate
    assert not [found for found in signal.contributions if found.name.startswith("severity")]
    assert signal.items == ("a", "b")


def test_immediate_needs_a_report_that_is_near() -> None:
    def immediate(one: Item, *watches: WatchQuery, places: tuple[str, ...] = ()) -> bool:
        return feed(Detector(DetectConfig(places=places)), one, watches=watches).immediate

    harm = "乌石镇工厂爆炸"
    assert not immediate(item("a", title=harm))
    assert immediate(item("a", title=harm), WATCH)
    assert immediate(item("a", title=harm, kind=Kind.HOTLINE))
    assert not immediate(item("a", title=harm, kind=Kind.HOTLIST), WATCH)
    assert immediate(item("a", title=harm), places=("乌石",))
    assert not immediate(item("a", title=harm), places=("望澜",))
    assert not immediate(item("a", title="乌石镇停水"), WATCH)


def test_announced_drill_takes_the_alarm_away() -> None:
    detector = Detector()
    feed(detector, item("a", title="关于明日应急演练的公告", kind=Kind.NOTICE), watches=(WATCH,))
    signal = feed(detector, item("b", 20, title="出大事了，工厂爆炸"), watches=(WATCH,))
    assert not signal.immediate
    assert weight(signal, "announced_drill") < 0
    assert part(signal, "severity.explosion") == 1
    assert weight(signal, "severity.explosion") == 0


def test_immediate_is_a_part_of_the_score_and_names_its_word() -> None:
    detector = Detector(DetectConfig(watched=True))
    signal = feed(detector, item("a", title="乌石镇工厂爆炸", kind=Kind.HOTLINE))
    (part_at_once,) = [found for found in signal.contributions if found.name == "call_at_once"]
    assert part_at_once.detail == "爆炸"
    assert part_at_once.weight > 0
    assert weight(signal, "unwatched") == 0
    assert signal.score == pytest.approx(sum(found.weight for found in signal.contributions))


def test_many_people_weigh_more_where_it_is_to_be_called_at_once() -> None:
    def toll(title: str, kind: Kind) -> float:
        return weight(feed(Detector(), item("a", title=title, kind=kind)), "toll")

    assert toll("三人被埋", Kind.HOTLINE) > 5 * toll("两人被埋", Kind.HOTLINE) > 0
    assert toll("三人被埋", Kind.POST) < 1


def test_unwatched_story_needs_more_where_the_desk_has_watches() -> None:
    def score(watched: bool, *watches: WatchQuery) -> float:
        return feed(Detector(DetectConfig(watched=watched)), item("a"), item("b", 1), watches=watches).score

    assert score(True) < score(False) < score(True, WATCH)


def test_rare_watch_says_more_than_a_broad_one() -> None:
    detector = Detector()
    for n in range(300):
        detector.update(item(f"x{n}"), member(f"x{n}", f"x{n}"), (OTHER,) if n % 2 else (WATCH, OTHER) if n == 0 else ())
    both = detector.update(item("a"), member("a"), (OTHER, WATCH))
    broad = detector.update(item("b"), member("b", "t"), (OTHER,))
    assert both.watch == "water"
    assert both.watches == ("all", "water")
    assert weight(both, "watch") > weight(broad, "watch")


def test_rank_is_observed() -> None:
    detector = Detector()
    feed(detector, item("a", kind=Kind.HOTLIST, rank=20))
    assert detector.observe(item("a", 1, kind=Kind.HOTLIST, rank=30)) is None
    risen = detector.observe(item("a", 2, title="", kind=Kind.HOTLIST, rank=2))
    assert risen is not None and part(risen, "reach") == 2 and risen.items == ("a",)
    assert detector.observe(item("a", 3, title="", kind=Kind.HOTLIST, rank=2)) is None
    assert detector.observe(item("unknown", 4, kind=Kind.HOTLIST, rank=1)) is None


def test_growth_is_rare_only_where_the_stream_is_quiet() -> None:
    def p(busy: int) -> float:
        detector = Detector()
        for story in range(200):
            for n in range(busy):
                detector.update(item(f"{story}-{n}"), member(f"{story}-{n}", f"x{story}"))
        signal = feed(detector, *[item(str(n), 1) for n in range(4)])
        return next(found.p for found in signal.contributions if found.name == "growth" and found.p is not None)

    assert p(1) < 0.05 < 0.5 < p(5)


def test_forgotten_exactly_by_event_time() -> None:
    detector = Detector(DetectConfig(idle_days=7))
    feed(detector, item("a", kind=Kind.HOTLIST))
    detector.update(item("x", 7 * 24), member("x", "t"))
    assert feed(detector, item("b", 7 * 24)).items == ("a", "b")
    detector.update(item("y", 14 * 24 + 0.01), member("y", "t"))
    assert feed(detector, item("c", 14 * 24 + 0.02)).items == ("c",)
    assert detector.observe(item("a", 14 * 24 + 0.03, kind=Kind.HOTLIST, rank=1)) is None


TITLES = st.sampled_from(
    ["望澜镇停水", "工厂爆炸，三人死亡", "应急演练公告", "游戏更新", "学生呕吐", "镇干部隐瞒", "Two killed in explosion", ""]
)
STEP = st.tuples(
    st.integers(0, 4),
    TITLES,
    st.sampled_from(list(Kind)),
    st.sampled_from("ABC"),
    st.sampled_from(list(Decision)),
    st.integers(0, 3),
    st.floats(0, 60),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, max_size=30), st.integers(0, 30))
def test_restart_changes_nothing(steps: list[tuple[int, str, Kind, str, Decision, int, float]], cut: int) -> None:
    def run(detector: Detector, number: int, hours: float) -> bytes:
        story, title, kind, source, decision, watched, _ = steps[number]
        one = item(f"i{number}", hours, title, kind=kind, source=source, rank=number % 7 or None)
        signal = detector.update(one, member(one.id, f"s{story}", decision), (WATCH, OTHER)[:watched])
        seen = detector.observe(item(f"i{number // 2}", hours, "", kind=kind, source=source, rank=1))
        return msgspec.json.encode([signal, seen])

    whole, broken = Detector(), Detector()
    hours = 0.0
    for number, step in enumerate(steps):
        if number == cut:
            broken = Detector.load(broken.dump())
        hours += step[-1]
        assert run(whole, number, hours) == run(broken, number, hours)
    assert whole.dump() == broken.dump()


def test_restart_keeps_the_lines_of_hot_lists() -> None:
    detector = Detector()
    feed(detector, item("a", kind=Kind.HOTLIST, rank=9))
    again = Detector.load(detector.dump())
    assert again.observe(item("a", 1, kind=Kind.HOTLIST, rank=1)) is not None


def test_long_story_keeps_only_what_a_window_reaches() -> None:
    detector = Detector()
    for n in range(400):
        feed(detector, item(str(n), n * 10, published=n * 10))
    stories = msgspec.msgpack.decode(detector.dump())[5]
    assert sum(isinstance(value, float) for value in _flat(stories)) < 150


def _flat(value: object) -> list[object]:
    if isinstance(value, list):
        return [inner for part in value for inner in _flat(part)]
    return _flat(list(value.values())) if isinstance(value, dict) else [value]


def test_foreign_snapshots_are_refused() -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        Detector.load(b"\x00nonsense")
    other = Detector().dump().replace(b"named-sum", b"other-sum")
    with pytest.raises(Refusal, match="is of other-sum"):
        Detector.load(other)


def test_what_reports_are_about_adds_and_takes_without_any_word_of_a_list() -> None:
    worrying = feed(Detector(), item("a", title="水龙头里流出来的东西跟茶一样，味道呛人，物业说不归他管"))
    idle = feed(Detector(), item("a", title="本周六举办读书会，欢迎报名"))
    assert weight(worrying, "about") > 0 > weight(idle, "about")


def test_what_reports_are_about_is_their_mean_and_bounded() -> None:
    config = DetectConfig()
    idle, worrying = "本周六举办读书会，欢迎报名", "水龙头里流出来的东西跟茶一样，味道呛人，物业说不归他管"
    one = weight(feed(Detector(), item("a", title=worrying)), "about")
    both = weight(feed(Detector(), item("a", title=worrying), item("b", 1, title=idle)), "about")
    assert both < one <= config.weights.about_most


def test_what_is_called_at_once_or_a_drill_is_not_judged_by_what_it_is_about() -> None:
    called = feed(
        Detector(DetectConfig(places=("望澜",))), item("a", title="望澜镇中心小学三年级学生食物中毒，多人昏迷送医", kind=Kind.HOTLINE)
    )
    assert called.immediate and not weight(called, "about")
    assert not weight(feed(Detector(), item("a", title="望澜镇明天举行地震应急演练，请勿惊慌", kind=Kind.NOTICE)), "about")


FIGURE = "望澜姐妹：这首歌循环了一天，高音一出来我当场去世"
HOME = DetectConfig(places=("望澜",))


def test_a_figure_of_speech_does_not_ring_alone_and_says_so() -> None:
    signal = feed(Detector(HOME), item("a", title=FIGURE))
    assert not signal.immediate and not weight(signal, "call_at_once")
    assert part(signal, "doubted") < DOUBT and weight(signal, "doubted") == 0
    assert weight(signal, "about") < 0


def test_what_was_announced_for_this_time_and_place_does_not_ring_alone() -> None:
    notice = item("n", title="定于6月1日17时至18时在望澜西坝冷库举行泄漏应急演练", kind=Kind.NOTICE)
    seen = "西坝冷库冒白烟，好多人晕倒，抬出来三个"
    assert feed(Detector(), item("a", 2, title=seen)).immediate
    detector = Detector()
    detector.update(notice, member("n", "other"))
    detector = Detector.load(detector.dump())
    signal = detector.update(item("a", 2, title=seen), member("a"))
    assert not signal.immediate and weight(signal, "announced") < 0
    assert detector.update(item("b", 9, title=seen), member("b", "later")).immediate


def test_a_second_report_of_such_a_harm_lifts_the_doubt() -> None:
    second = feed(Detector(HOME), item("a", title=FIGURE), item("b", 1, title="望澜真的有人当场去世，警察来了"))
    assert second.immediate and not part(second, "doubted")
    other = feed(Detector(HOME), item("a", title=FIGURE), item("b", 1, title="望澜的演唱会还有票吗，想带孩子一起去看，求转让两张"))
    assert not other.immediate


TOLD = "楼上一家四口洗完澡全趴地上叫不醒，谁快打120"


def test_a_danger_is_called_without_any_sign_of_a_list() -> None:
    signal = feed(Detector(), item("a", title=TOLD))
    assert signal.immediate and part(signal, "danger") > ENOUGH and weight(signal, "danger") == DetectConfig().weights.immediate
    assert not weight(signal, "call_at_once") and not weight(signal, "about")
    assert not feed(Detector(), item("a", title="楼上一家四口洗完澡全去看电影了，叫不动我")).immediate


def test_what_an_office_tells_or_a_drill_is_no_danger_by_its_words_alone() -> None:
    assert not feed(Detector(), item("a", title=TOLD, kind=Kind.NOTICE)).immediate
    assert not feed(Detector(), item("a", title="消防演练：" + TOLD)).immediate


@pytest.mark.parametrize(
    "title", ["望澜镇桥塌了", "望澜镇工厂爆炸", "望澜有人跳楼", "望澜中学好多学生上吐下泻", "A bridge in 望澜 collapsed"]
)
def test_few_words_of_harm_are_not_doubted(title: str) -> None:
    assert feed(Detector(HOME), item("a", title=title)).immediate


def test_a_line_of_a_hot_list_is_not_judged_by_what_it_is_about() -> None:
    assert not weight(feed(Detector(), item("a", title="水龙头里流出来的东西跟茶一样", kind=Kind.HOTLIST, rank=3)), "about")
