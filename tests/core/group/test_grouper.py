import re
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.group.helpers import START, demonstration, item

from huiying.core.group.evidence import PARTS
from huiying.core.group.grouper import STRATEGY, GroupConfig, Grouper
from huiying.core.group.settings import StoryConfig
from huiying.core.types import Decision, Kind, Refusal

NOTICE = "因第二水厂检修，石桥口镇和柳塘镇将于六月三日晚八点至次日早六点停水，请居民提前储水，如有疑问请拨打服务热线咨询。"


@pytest.fixture(scope="module")
def two_weeks():
    grouper = Grouper()
    for row in demonstration():
        grouper.assign(row)
    return grouper.dump()


@pytest.fixture
def desk(two_weeks):
    """The grouper of a desk that has run for two weeks."""
    return Grouper.load(two_weeks)


def test_reports_of_one_happening_form_a_story_in_chinese(desk):
    first = desk.assign(item("a", "赤菊工业园宏达化工厂区发生爆炸", kind=Kind.NEWS))
    other = desk.assign(item("b", "长安路小学门口堵车严重", hours=0.5))
    second = desk.assign(item("c", "宏达化工爆炸事故救援通报", "赤菊工业园现场明火已被扑灭", hours=1.0, kind=Kind.NOTICE))
    assert (first.decision, other.decision, second.decision) == (Decision.NEW, Decision.NEW, Decision.JOIN)
    assert second.story == first.story != other.story
    assert second.score > second.threshold
    assert second.runner_up.story not in (first.story, None)
    assert "宏达化工" in {reason.detail for reason in second.reasons}
    assert {reason.name for reason in second.reasons} <= set(PARTS)
    assert first.strategy == STRATEGY


def test_reports_of_one_happening_form_a_story_in_english(desk):
    first = desk.assign(item("a", "Explosion at Hongda Chemical plant in Chiju", kind=Kind.NEWS))
    second = desk.assign(item("b", "Two hurt in Hongda Chemical explosion, plant closed", hours=2.0, kind=Kind.NEWS))
    third = desk.assign(item("c", "County library extends opening hours", hours=3.0, kind=Kind.NEWS))
    assert [a.decision for a in (first, second, third)] == [Decision.NEW, Decision.JOIN, Decision.NEW]
    assert second.story == first.story != third.story
    assert {r.detail for r in second.reasons if r.name == "shared_term"} == {"explosion", "hongda", "chemical", "plant"}


def test_an_english_report_joins_the_chinese_story_of_the_same_place_event_and_numbers(desk):
    first = desk.assign(
        item("a", "青石镇停电", "青石镇今晚八点突然停电，全镇2300户受影响，供电所正在抢修", kind=Kind.NEWS, source="澜川日报")
    )
    english = item(
        "b",
        "Power cut in Qingshi Town",
        "A power outage has hit 2300 households in Qingshi Town since 8 pm, repair crews are working",
        hours=1.0,
        kind=Kind.NEWS,
        source="Lanchuan Today",
    )
    second = desk.assign(english)
    assert first.decision == Decision.NEW
    assert (second.decision, second.story) == (Decision.JOIN, first.story)
    agreeing = {reason.name: reason.detail for reason in second.reasons if reason.name.endswith("_agrees")}
    assert agreeing["place_agrees"] == "qingshi"
    assert "停电 / power cut" in {reason.detail for reason in second.reasons if reason.name == "concept_agrees"}
    assert "number_agrees" in agreeing


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        (
            "青石镇停电了，老街这边全黑，变压器响了一声",
            "白杨镇这边停电两个小时，吸氧机停了，老人急死",
            "青石镇老街还没来电，变压器边上有人在修",
        ),
        (
            "Qingshi Town lost power at 8 pm tonight, about 2300 households are in the dark",
            "Baiyang Town is without power since this evening, 800 homes affected",
            "Power has been out in Qingshi Town for two hours",
        ),
    ],
)
def test_two_power_cuts_in_two_towns_on_one_evening_stay_two_stories(desk, one, other, later):
    texts = (one, other, later)
    a, b, c = [desk.assign(item(str(n), text=text, hours=0.5 * n, source=f"群{n}")) for n, text in enumerate(texts)]
    assert [a.decision, b.decision] == [Decision.NEW, Decision.NEW]
    assert (c.decision, c.story) == (Decision.JOIN, a.story)
    assert a.story != b.story


def test_the_first_item_of_all_has_nothing_near():
    first = Grouper().assign(item("a", "青石镇停电"))
    assert first.decision == Decision.NEW
    assert (first.score, first.threshold, first.reasons, first.runner_up, first.perhaps) == (0.0, 0.0, (), None, None)
    assert re.fullmatch(r"s[0-9a-f]{16}", first.story)


def test_a_name_depends_on_nothing_but_the_first_item():
    one, other = Grouper(), Grouper()
    other.assign(item("before", "长安路堵车"))
    assert one.assign(item("a", "青石镇停电")).story == other.assign(item("a", "宏达化工爆炸", hours=2.0)).story
    assert one.assign(item("b", "宏达化工爆炸")).story != one.story_of("a")


@pytest.mark.parametrize("slack", [0.0, 1.0, 3.0, 1000.0])
def test_what_nearly_joined_is_perhaps_of_that_story(slack):
    grouper, near, far = Grouper(GroupConfig(stories=StoryConfig(perhaps=slack))), 0, 0
    for row in demonstration():
        found = grouper.assign(row)
        if found.decision == Decision.NEW:
            below = found.threshold - found.score
            assert found.perhaps == (found.runner_up if below < slack else None)
            near, far = near + (found.perhaps is not None), far + (found.perhaps is None)
            if found.perhaps:
                assert found.perhaps.score == found.score
                assert found.perhaps.story != found.story
        else:
            assert found.perhaps is None
            assert found.decision == Decision.DUPLICATE or found.runner_up is None or found.runner_up.story != found.story
    assert (near > 0) == (slack > 0.0)
    assert far > 1 or slack > 100.0


def test_an_item_joins_where_the_evidence_passes_the_threshold():
    grouper, seen = Grouper(), set()
    for row in demonstration():
        found = grouper.assign(row)
        seen.add(found.decision)
        if found.decision != Decision.DUPLICATE:
            assert (found.decision == Decision.JOIN) == (found.score > found.threshold)
        assert re.fullmatch(r"s[0-9a-f]{16}", found.story)
        assert grouper.story_of(row.id) == found.story
    assert seen == set(Decision)


def test_a_copy_says_how_much_it_shares_and_stays_in_the_story():
    grouper = Grouper()
    first = grouper.assign(item("a", text=NOTICE))
    copy = grouper.assign(item("b", text="转发：" + NOTICE, hours=1.0))
    again = grouper.assign(item("c", text="转发：" + NOTICE + "请周知", hours=2.0))
    assert [c.decision for c in (copy, again)] == [Decision.DUPLICATE] * 2
    assert [c.duplicate_of for c in (copy, again)] == ["a", "a"]
    assert copy.story == again.story == first.story
    (reason,) = copy.reasons
    assert (reason.name, reason.detail) == ("shared_passages", "a")
    assert copy.score == reason.value / reason.baseline >= copy.threshold
    (reason,) = grouper.assign(item("d", text=NOTICE, hours=3.0)).reasons
    assert (reason.name, reason.weight) == ("same_words", 1.0)


@pytest.mark.parametrize(("days", "decision"), [(6.9, Decision.DUPLICATE), (7.1, Decision.NEW), (20.0, Decision.NEW)])
def test_a_copy_of_what_is_live_belongs_to_it_and_a_copy_of_what_was_forgotten_is_new(days, decision):
    grouper = Grouper()
    first = grouper.assign(item("a", text=NOTICE))
    copy = grouper.assign(item("b", text=NOTICE, hours=24.0 * days))
    assert copy.decision == decision
    assert (copy.story == first.story) == (decision == Decision.DUPLICATE)


def test_an_item_that_comes_back_after_its_story_was_forgotten_is_new_and_no_copy_of_itself():
    grouper = Grouper()
    first = grouper.assign(item("a", text=NOTICE))
    back = grouper.assign(item("a", text=NOTICE, hours=24.0 * 7.1))
    assert (back.decision, back.duplicate_of, back.story) == (Decision.NEW, None, first.story)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 9 * 24), min_size=1, max_size=12), st.integers(1, 3))
def test_a_copy_always_stands_in_the_live_story_of_its_original(waits, texts):
    grouper, clock, stories = Grouper(), 0.0, {}
    for n, wait in enumerate(waits):
        clock += wait
        found = grouper.assign(item(str(n), text=NOTICE[: -1 - n % texts] + "。", hours=clock))
        stories[str(n)] = found.story
        if found.duplicate_of is not None:
            assert found.duplicate_of in stories.keys() - {str(n)}
            assert found.story == stories[found.duplicate_of] == grouper.story_of(found.duplicate_of)


def test_a_live_item_cannot_be_assigned_twice():
    grouper = Grouper()
    grouper.assign(item("a", "停水"))
    before = grouper.dump()
    with pytest.raises(Refusal, match="item a"):
        grouper.assign(item("a", "停水"))
    assert grouper.dump() == before


def test_observations_keep_a_hot_list_story_live():
    watched, left = Grouper(), Grouper()
    for grouper in (watched, left):
        grouper.assign(item("a", "石桥口镇停水", kind=Kind.HOTLIST))
    for day in range(1, 11):
        assert watched.touch("a", START + timedelta(days=day)) == watched.story_of("a")
    left.touch("unknown", START + timedelta(days=10))
    assert watched.story_of("a") is not None
    assert left.story_of("a") is None
    assert left.touch("a", START + timedelta(days=10)) is None


def test_copies_keep_their_story_live():
    grouper = Grouper()
    grouper.assign(item("a", text=NOTICE))
    for day in range(1, 11):
        assert grouper.assign(item(str(day), text=NOTICE, hours=24.0 * day)).decision == Decision.DUPLICATE
    assert grouper.story_of("a") is not None


def test_a_late_item_does_not_turn_the_clock_back():
    late, now = Grouper(), Grouper()
    for grouper, hours in ((late, 0.0), (now, 48.0)):
        grouper.assign(item("a", "鸿泽化工厂区爆炸，两人受伤", hours=48.0))
        found = grouper.assign(item("b", "乌石鸿泽化工爆炸后，两名伤者已送医院", hours=hours))
        assert found.decision == Decision.JOIN
    assert late.dump() == now.dump()


@pytest.mark.parametrize("text", ["😀…", ""])
def test_an_item_without_words_is_new(text):
    grouper = Grouper()
    assert [grouper.assign(item(str(n), text=text)).decision for n in range(3)] == [Decision.NEW] * 3


def test_bad_snapshots_are_refused():
    whole = Grouper().dump()
    for spoiled in (whole[:-1], b"", b"\x00", msgspec.msgpack.encode([STRATEGY, 0.0])):
        with pytest.raises(Refusal, match="cannot be read"):
            Grouper.load(spoiled)
    rows = msgspec.msgpack.decode(whole)
    for at in range(1, len(rows)):
        with pytest.raises(Refusal, match="cannot be read"):
            Grouper.load(msgspec.msgpack.encode([*rows[:at], "spoiled", *rows[at + 1 :]]))
    with pytest.raises(Refusal, match="older@2020-01-01"):
        Grouper.load(msgspec.msgpack.encode(["older@2020-01-01", *rows[1:]]))
    with pytest.raises(Refusal, match="older@2020-01-01"):
        Grouper.load(msgspec.msgpack.encode(["older@2020-01-01", {}, None, 1, 2]))


def test_memory_follows_what_is_live():
    grouper = Grouper()
    sizes = []
    for week in range(5):
        for n in range(50):
            grouper.assign(item(f"{week}-{n}", f"第{chr(0x4E00 + 53 * n + week)}{chr(0x5200 + 31 * n)}号", hours=week * 800.0 + n))
        sizes.append(len(grouper.dump()))
    assert max(sizes[2:]) <= 1.05 * min(sizes[2:])


pieces = st.sampled_from(
    [
        "石桥口镇停水",
        "乌石工业园爆炸",
        "学府街堵车",
        NOTICE,
        NOTICE[:30],
        "Hongze plant fire",
        "Shiqiaokou Town without water",
        "school bus late",
        "water is yellow",
        "2300户",
        "停水",
        "谢谢",
        "😀",
    ]
)
rows = st.lists(
    st.tuples(st.lists(pieces, max_size=2), st.lists(pieces, max_size=3), st.floats(-3, 90), st.sampled_from(Kind), st.booleans()),
    max_size=30,
)


def hours_of(stream):
    total, found = 0.0, []
    for row in stream:
        total += row[2]
        found.append(max(0.0, total))
    return found


def act(grouper, n, row, hours):
    title, text, _, kind, again = row
    if again and n:
        return grouper.touch(str(n // 2), START + timedelta(hours=hours))
    return grouper.assign(item(str(n), " ".join(title), "。".join(text), hours=hours, kind=kind))


@settings(max_examples=80, deadline=None)
@given(rows, st.sets(st.integers(0, 29)))
def test_restarts_anywhere_change_no_byte_and_copies_never_chain(stream, cuts):
    steady, restarted = Grouper(), Grouper()
    copies: set[str] = set()
    for n, (row, hours) in enumerate(zip(stream, hours_of(stream), strict=True)):
        if n in cuts:
            restarted = Grouper.load(restarted.dump(), GroupConfig())
        found = act(steady, n, row, hours)
        assert msgspec.json.encode(found) == msgspec.json.encode(act(restarted, n, row, hours))
        if found is not None and not isinstance(found, str):
            assert steady.story_of(str(n)) == found.story
            if found.decision == Decision.DUPLICATE:
                copies.add(found.item)
                assert found.duplicate_of not in copies
    assert steady.dump() == restarted.dump()


@settings(max_examples=50, deadline=None)
@given(rows, st.sets(st.integers(0, 29)), st.floats(0, 1))
def test_a_second_look_changes_no_later_decision(stream, looks, part):
    plain, looking, clock = Grouper(), Grouper(), 0.0
    for n, (row, hours) in enumerate(zip(stream, hours_of(stream), strict=True)):
        if n in looks:
            # at any moment up to the next item
            looking.second_look(START + timedelta(hours=clock + part * max(0.0, hours - clock)))
        clock = max(clock, hours)
        assert msgspec.json.encode(act(plain, n, row, hours)) == msgspec.json.encode(act(looking, n, row, hours))


@settings(max_examples=50, deadline=None)
@given(rows)
def test_many_that_are_taken_at_once_go_as_one_after_another(stream):
    single, many = Grouper(), Grouper()
    hours = hours_of(stream)
    found = [act(single, n, row, at) for n, (row, at) in enumerate(zip(stream, hours, strict=True))]
    fresh = [not (n and row[-1]) for n, row in enumerate(stream)]
    items = []
    for n, ((title, text, _, kind, _), at) in enumerate(zip(stream, hours, strict=True)):
        items.append(item(str(n if fresh[n] else n // 2), " ".join(title), "。".join(text), hours=at, kind=kind))
    assert msgspec.json.encode(many.take(items, fresh)) == msgspec.json.encode(found)
    assert many.dump() == single.dump()


def test_a_restart_every_hundred_items_changes_nothing_on_the_demonstration(two_weeks):
    grouper = Grouper()
    for n, row in enumerate(demonstration()):
        if n % 100 == 0:
            grouper = Grouper.load(grouper.dump())
        grouper.assign(row)
    assert grouper.dump() == two_weeks
