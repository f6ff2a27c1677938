from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.grouper import STRATEGY, GroupConfig, Grouper
from huiying.core.types import Decision, Item, Kind, Refusal

START = datetime(2026, 6, 1, tzinfo=UTC)
NOTICE = "因第二水厂检修，石桥口镇和柳塘镇将于六月三日晚八点至次日早六点停水，请居民提前储水，如有疑问请拨打服务热线咨询。"


def item(name, title="", text="", hours=0.0, kind=Kind.POST, source="同城圈"):
    return Item(id=name, source=source, kind=kind, url="", title=title, text=text, lang="", first_seen=START + timedelta(hours=hours))


def test_reports_of_one_happening_form_a_story_in_chinese():
    grouper = Grouper()
    first = grouper.assign(item("a", "乌石工业园鸿泽化工厂区发生爆炸", kind=Kind.NEWS))
    other = grouper.assign(item("b", "学府街小学门口堵车严重", hours=0.5))
    second = grouper.assign(item("c", "鸿泽化工爆炸事故救援通报", "乌石工业园现场明火已被扑灭", hours=1.0, kind=Kind.NOTICE))
    assert (first.decision, other.decision, second.decision) == (Decision.NEW, Decision.NEW, Decision.JOIN)
    assert second.story == first.story != other.story
    assert second.score >= second.threshold
    assert second.reasons[0].detail == "鸿泽化工"
    assert first.strategy == STRATEGY


def test_reports_of_one_happening_form_a_story_in_english():
    grouper = Grouper()
    first = grouper.assign(item("a", "Explosion at Hongze Chemical plant in Wushi", kind=Kind.NEWS))
    second = grouper.assign(item("b", "Two hurt in Hongze Chemical explosion, plant closed", hours=2.0, kind=Kind.NEWS))
    third = grouper.assign(item("c", "County library extends opening hours", hours=3.0, kind=Kind.NEWS))
    assert second.story == first.story
    assert third.decision == Decision.NEW
    assert {r.detail for r in second.reasons} == {"explosion", "hongze", "chemical", "plant"}


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


def test_a_copy_of_a_forgotten_story_reopens_it():
    grouper = Grouper()
    first = grouper.assign(item("a", text=NOTICE))
    assert grouper.touch("a", START + timedelta(days=10)) is None
    copy = grouper.assign(item("b", text=NOTICE, hours=241.0))
    assert (copy.decision, copy.duplicate_of, copy.story) == (Decision.DUPLICATE, "a", first.story)
    assert grouper.story_of("b") == first.story
    joined = grouper.assign(item("c", text="石桥口镇和柳塘镇停水到早六点，第二水厂检修", hours=242.0))
    assert (joined.decision, joined.story) == (Decision.JOIN, first.story)


def test_an_item_that_comes_back_returns_to_its_story_and_is_no_copy_of_itself():
    grouper = Grouper()
    first = grouper.assign(item("a", text=NOTICE))
    back = grouper.assign(item("a", text=NOTICE, hours=240.0))
    assert (back.decision, back.duplicate_of, back.story) == (Decision.JOIN, None, first.story)


def test_a_live_item_cannot_be_assigned_twice():
    grouper = Grouper()
    grouper.assign(item("a", "停水"))
    with pytest.raises(Refusal, match="item a"):
        grouper.assign(item("a", "停水"))


def test_observations_keep_a_hot_list_story_live():
    watched, left = Grouper(), Grouper()
    for grouper in (watched, left):
        grouper.assign(item("a", "石桥口镇停水", kind=Kind.HOTLIST))
    for day in range(1, 11):
        assert watched.touch("a", START + timedelta(days=day)) == watched.story_of("a")
    left.touch("unknown", START + timedelta(days=10))
    assert watched.story_of("a") is not None
    assert left.story_of("a") is None


def test_copies_keep_their_story_live():
    grouper = Grouper()
    grouper.assign(item("a", text=NOTICE))
    for day in range(1, 11):
        assert grouper.assign(item(str(day), text=NOTICE, hours=24.0 * day)).decision == Decision.DUPLICATE
    assert grouper.story_of("a") is not None


def test_a_late_item_does_not_turn_the_clock_back():
    grouper = Grouper()
    grouper.assign(item("a", "鸿泽化工厂区爆炸", hours=48.0))
    late = grouper.assign(item("b", "鸿泽化工厂区爆炸伤亡", hours=0.0))
    assert late.decision == Decision.JOIN
    assert late.score <= 1.0 + 1e-9


def test_an_item_without_words_is_new():
    grouper = Grouper()
    assert [grouper.assign(item(str(n), text="😀…")).decision for n in range(3)] == [Decision.NEW] * 3


def test_bad_snapshots_are_refused():
    with pytest.raises(Refusal, match="cannot be read"):
        Grouper.load(Grouper().dump()[:-1])
    rows = msgspec.msgpack.decode(Grouper().dump())
    with pytest.raises(Refusal, match="older@2020-01-01"):
        Grouper.load(msgspec.msgpack.encode(["older@2020-01-01", *rows[1:]]))


def test_memory_follows_what_is_live():
    grouper = Grouper()
    sizes = []
    for week in range(4):
        for n in range(50):
            grouper.assign(item(f"{week}-{n}", f"第{chr(0x4E00 + 53 * n + week)}{chr(0x5200 + 31 * n)}号", hours=week * 800.0 + n))
        sizes.append(len(grouper.dump()))
    assert max(sizes) <= 1.05 * min(sizes)


pieces = st.sampled_from(
    [
        "石桥口镇停水",
        "乌石工业园爆炸",
        "学府街堵车",
        NOTICE,
        NOTICE[:30],
        "Hongze plant fire",
        "school bus late",
        "water is yellow",
        "停水",
        "谢谢",
        "😀",
    ]
)
rows = st.lists(
    st.tuples(st.lists(pieces, max_size=2), st.lists(pieces, max_size=3), st.floats(-3, 90), st.sampled_from(Kind), st.booleans()),
    max_size=30,
)


def act(grouper, n, row):
    title, text, _, kind, again = row
    when = act.hours[n]
    if again and n:
        return grouper.touch(str(n // 2), START + timedelta(hours=when))
    return grouper.assign(item(str(n), " ".join(title), "。".join(text), hours=when, kind=kind))


@settings(max_examples=80, deadline=None)
@given(rows, st.sets(st.integers(0, 29)))
def test_restarts_anywhere_change_no_byte_and_copies_never_chain(stream, cuts):
    act.hours, total = [], 0.0
    for row in stream:
        total += row[2]
        act.hours.append(max(0.0, total))
    steady, restarted = Grouper(), Grouper()
    copies: set[str] = set()
    for n, row in enumerate(stream):
        if n in cuts:
            restarted = Grouper.load(restarted.dump(), GroupConfig())
        found = act(steady, n, row)
        assert msgspec.json.encode(found) == msgspec.json.encode(act(restarted, n, row))
        if found is not None and not isinstance(found, str):
            assert steady.story_of(str(n)) == found.story
            if found.decision == Decision.DUPLICATE:
                copies.add(found.item)
                assert found.duplicate_of not in copies
    assert steady.dump() == restarted.dump()
