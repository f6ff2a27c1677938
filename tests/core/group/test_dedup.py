from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group import dedup as module
from huiying.core.group.dedup import DAY, Dedup, DedupConfig
from huiying.core.group.fingerprint import fingerprint
from huiying.core.types import Kind

NOTICE = "因第二水厂检修，石桥口镇和柳塘镇将于六月三日晚八点至次日早六点停水，请居民提前储水，如有疑问请拨打服务热线咨询。"
MORE = "另据了解，学府街小学门口连日堵车，交警已到现场疏导，家长希望学校错开放学时间，并在路口增设护学岗。"
REPORT = (
    "The county water company said on Tuesday that repairs at the second plant would cut supply to two towns overnight, "
    "and asked residents to store water before the evening."
)


def unlike(number, size):
    """Characters that no other number has in this order."""
    chance = Random(number)
    return "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(size))


def mark_of(text, kind=Kind.POST, title=""):
    return fingerprint(kind, fold(title), fold(text))


def see(dedup, item, text, clock=0.0, kind=Kind.POST, title=""):
    """Show one text; it becomes canonical where it repeats nothing."""
    mark = mark_of(text, kind, title)
    if mark is None:
        return None
    found = dedup.find(mark, clock)
    if found is None:
        dedup.remember(mark, item, clock)
    return found


@pytest.mark.parametrize(
    "copy",
    [
        NOTICE[:38],
        "转发：" + NOTICE,
        "//@水边人：" + NOTICE + " 大家注意",
        "转发自业主群，大家互相告知一下：" + NOTICE + "（来源：网络）",
        NOTICE.replace("六月三日", "6月3日").replace("咨询", "问询"),
        NOTICE.replace("镇", "鎮").replace("，", "  "),
    ],
)
def test_truncated_wrapped_and_edited_chinese_copies_are_found(copy):
    dedup = Dedup(DedupConfig())
    assert see(dedup, 7, NOTICE) is None
    found = see(dedup, 8, copy)
    assert found.of == 7
    assert found.threshold <= found.shared / found.total <= 1.0


def test_another_title_makes_no_other_text():
    dedup = Dedup(DedupConfig())
    see(dedup, 0, NOTICE, kind=Kind.NOTICE, title="关于第二水厂检修期间临时停水的通知")
    assert see(dedup, 1, NOTICE, kind=Kind.NEWS, title="今晚这两个镇没水！快去接水").of == 0


def test_english_copies_are_found_and_counted_in_passages():
    dedup = Dedup(DedupConfig())
    see(dedup, 0, REPORT)
    found = see(dedup, 1, REPORT.replace("Tuesday", "Wednesday"))
    assert (found.of, found.shared, found.total, found.exact) == (0, 24, 27, False)


def test_passages_are_counted_on_the_shorter_text_whichever_came_first():
    whole = len(mark_of(NOTICE).passages)
    for first, second in ((NOTICE, NOTICE + MORE[:10]), (NOTICE + MORE[:10], NOTICE)):
        dedup = Dedup(DedupConfig())
        see(dedup, 0, first)
        found = see(dedup, 1, second)
        assert (found.shared, found.total) == (whole, whole)


def test_a_long_text_is_compared_by_a_sample_of_its_passages():
    dedup = Dedup(DedupConfig())
    long = "".join(chr(0x5000 + 7 * n % 4000) for n in range(1500))
    see(dedup, 0, long)
    found = see(dedup, 1, long[:900])
    assert found.of == 0
    assert 20 <= found.total <= 64
    assert found.shared == found.total


def test_the_same_event_in_other_words_is_no_copy():
    dedup = Dedup(DedupConfig())
    see(dedup, 0, NOTICE)
    assert see(dedup, 1, "石桥口镇今晚要停水了，说是第二水厂在检修，家里赶紧接几桶水放着，老人小孩都注意一点") is None
    assert see(dedup, 2, "Two towns will have no water tonight while the second plant is under repair.") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("磨石镇防溺水工作通告。进入汛期，为防止溺水事故，严禁未成年人私自下河游泳，各村落实巡查。特此通告。磨石镇人民政府", "磨石->桐坞"),
        ("石桥小学关于暑期延时服务报名的通知：请家长于7月1日前在班级群登记，逾期不再受理，自愿参加。", "石桥->柳塘"),
        ("因线路检修，6月8日9时至17时学府街片区停电，请居民提前做好准备，由此带来不便敬请谅解。", "6月8日->6月15日"),
        ("Moshi town reminds parents that children must not swim in the river alone during the flood season.", "Moshi->Tongwu"),
    ],
)
def test_notices_from_one_template_with_other_facts_are_no_copies(one, other):
    before, after = other.split("->")
    for kind, copies in ((Kind.NOTICE, False), (Kind.POST, True)):
        dedup = Dedup(DedupConfig())
        see(dedup, 0, one, kind=kind)
        assert (see(dedup, 1, one.replace(before, after), kind=kind) is not None) == copies
        assert see(dedup, 2, "转发：" + one, kind=kind).of == 0


def test_a_long_article_that_quotes_a_short_post_is_no_copy_of_it():
    dedup = Dedup(DedupConfig())
    see(dedup, 0, NOTICE)
    article = NOTICE + "".join(chr(0x5000 + 7 * n % 4000) for n in range(600))
    assert see(dedup, 1, article) is None


def test_a_denial_that_quotes_a_rumour_is_no_copy_of_it_but_a_post_that_quotes_the_denial_is():
    rumour = "内部消息，乌石的鸿泽化工昨天夜里管子爆了，料子流进澜河，水厂把毒水抽上来了"
    denial = f"网传“{rumour}”不实。经核查，鸿泽化工生产装置运行正常，无泄漏，第二水厂出厂水各项指标合格，请勿信谣传谣。"
    dedup = Dedup(DedupConfig())
    see(dedup, 0, rumour)
    assert see(dedup, 1, denial, kind=Kind.NOTICE) is None
    assert see(dedup, 2, "转一下：" + denial[45:]).of == 1
    assert see(dedup, 3, rumour + "，快转给家人", kind=Kind.NEWS).of == 0


def test_short_texts_only_by_equal_words():
    dedup = Dedup(DedupConfig())
    see(dedup, 0, "石桥口停水了吗")
    assert see(dedup, 1, "石桥口停水了") is None
    assert see(dedup, 2, "石桥口，停水了吗？").of == 0


def test_hot_list_lines_only_by_equal_title():
    dedup = Dedup(DedupConfig())
    line = "石桥口镇和柳塘镇将于六月三日晚八点停水"
    see(dedup, 0, "", kind=Kind.HOTLIST, title=line)
    assert see(dedup, 1, "", kind=Kind.HOTLIST, title=line + "了") is None
    assert see(dedup, 2, "other text", kind=Kind.HOTLIST, title="石橋口鎮和柳塘鎮將於六月三日晚八點停水").exact


def test_the_larger_share_wins_then_the_earlier_item():
    dedup = Dedup(DedupConfig(containment=0.9, slack=0.0))
    half = len(NOTICE) // 2
    see(dedup, 0, NOTICE[:half] + MORE[:half], clock=0.0)
    see(dedup, 1, NOTICE[half:] + MORE[half:], clock=1.0)
    dedup._config = DedupConfig()
    assert see(dedup, 2, NOTICE[: half + 12], clock=2.0).of == 0
    assert see(dedup, 3, NOTICE[half - 12 :], clock=2.0).of == 1


def test_canonical_items_expire_exactly_with_the_window():
    for wait, found in ((2 * DAY, 0), (2 * DAY + 1, None)):
        dedup = Dedup(DedupConfig(window_days=2.0))
        see(dedup, 0, NOTICE, clock=1000.0)
        copy = see(dedup, 1, NOTICE, clock=1000.0 + wait)
        assert (copy and copy.of) == found


def test_what_is_repeated_is_remembered_on():
    dedup = Dedup(DedupConfig(window_days=2.0))
    see(dedup, 0, NOTICE)
    for day in range(1, 20):
        found = see(dedup, day, "转发：" + NOTICE, clock=day * DAY)
        assert found.of == 0
        assert dedup.items() == [0]
    assert see(dedup, 20, NOTICE, clock=22 * DAY) is None


def test_memory_is_used_again():
    dedup, sizes = Dedup(DedupConfig(window_days=1.0)), []
    for n in range(20_000):
        see(dedup, n, unlike(n, 20), clock=n * 200.0)
        sizes.append(sum(array.nbytes for array in dedup._shelf))
    assert max(sizes[1000:]) == sizes[1000]
    assert len(dedup) <= DAY / 200.0 + 1
    dedup.find(mark_of(NOTICE), 1e9)
    assert dedup.items() == []
    assert len(dedup) == 0


def test_what_very_many_items_share_finds_none_of_them():
    dedup = Dedup(DedupConfig())
    head = "您好，我是本地居民，向您反映一个情况，希望有关部门尽快处理："
    for n in range(200):
        assert see(dedup, n, head + unlike(n, 100)) is None
    assert see(dedup, 200, head + unlike(7, 100)).of == 7


texts = st.lists(
    st.sampled_from([REPORT, NOTICE, NOTICE[10:], REPORT[:90], NOTICE[:30] + REPORT[:60], MORE, MORE[:25] + NOTICE[:20], "停水", "water"]),
    min_size=1,
    max_size=4,
).map(" ".join)
streams = st.lists(st.tuples(texts, st.sampled_from(Kind), st.sampled_from([0.0, 1.0, DAY / 3, DAY, 3 * DAY, 8 * DAY])), max_size=30)


@settings(max_examples=80, deadline=None)
@given(streams, st.sets(st.integers(0, 29)))
def test_copies_never_chain_and_a_restart_changes_nothing(rows, cuts):
    dedup, other, copies, clock = Dedup(DedupConfig()), Dedup(DedupConfig()), set(), 1.5e9
    for n, (text, kind, gap) in enumerate(rows):
        clock += gap
        if n in cuts:
            restored = Dedup(DedupConfig())
            restored.load(other.dump())
            assert restored.dump() == other.dump()
            other = restored
        found = see(dedup, n, text, clock, kind)
        assert found == see(other, n, text, clock, kind)
        if found is not None:
            copies.add(n)
            assert found.of not in copies
    assert dedup.dump() == other.dump()


@pytest.mark.parametrize("spoil", [lambda part: part[:-1], lambda part: part + bytes(8), lambda part: None])
def test_a_broken_snapshot_is_refused(spoil):
    dedup = Dedup(DedupConfig())
    see(dedup, 0, NOTICE, kind=Kind.NOTICE)
    began, *parts = dedup.dump()
    for at in range(len(parts)):
        with pytest.raises(msgspec.ValidationError):
            Dedup(DedupConfig()).load([began, *(spoil(part) if at == n else part for n, part in enumerate(parts))])


def test_numbers_are_counted_anew_before_they_grow_too_large(monkeypatch):
    steady, renumbered = Dedup(DedupConfig(window_days=0.1)), Dedup(DedupConfig(window_days=0.1))
    for n in range(300):
        text = unlike(n // 3, 20) + "等等" * (n % 3)
        with monkeypatch.context() as patch:
            wanted = see(steady, n, text, n * 60.0)
            patch.setattr(module, "_LARGEST_NUMBER", 1200)
            assert see(renumbered, n, text, n * 60.0) == wanted
    assert renumbered._shelf.whole.max() < 1500 < steady._shelf.whole.max()


@settings(max_examples=150, deadline=None)
@given(texts, texts, st.sampled_from([Kind.POST, Kind.NEWS]))
def test_two_texts_are_copies_or_not_in_either_order(one, other, kind):
    found = []
    for first, second in ((one, other), (other, one)):
        dedup = Dedup(DedupConfig())
        see(dedup, 0, first, kind=kind)
        copy = see(dedup, 1, second, kind=kind)
        found.append(copy and (copy.shared, copy.total, copy.threshold, copy.exact))
    assert found[0] == found[1]


@settings(max_examples=150, deadline=None)
@given(texts, texts, texts)
def test_of_two_originals_of_one_second_a_copy_finds_the_same_in_either_order(one, other, third):
    found = []
    for rows in (((0, one), (1, other)), ((1, other), (0, one))):
        dedup = Dedup(DedupConfig())
        if any(see(dedup, item, text) for item, text in rows):
            return
        copy = see(dedup, 2, third, clock=60.0)
        found.append(copy and copy.of)
    assert found[0] == found[1]
