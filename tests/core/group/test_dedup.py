import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.dedup import DAY, Dedup, DedupConfig
from huiying.core.group.fingerprint import fingerprint
from huiying.core.types import Kind

NOTICE = "因第二水厂检修，石桥口镇和柳塘镇将于六月三日晚八点至次日早六点停水，请居民提前储水，如有疑问请拨打服务热线咨询。"
REPORT = (
    "The county water company said on Tuesday that repairs at the second plant would cut supply to two towns overnight, "
    "and asked residents to store water before the evening."
)


def see(dedup, item, text, clock=0.0, kind=Kind.POST, title=""):
    """Show one text; it becomes canonical where it repeats nothing."""
    mark = fingerprint(kind, fold(title), fold(text))
    found = dedup.find(mark, clock)
    if found is None:
        dedup.remember(mark, item, "story-" + item, clock)
    return found


@pytest.mark.parametrize(
    "copy",
    [
        NOTICE[:38],
        "转发自业主群，大家互相告知一下：" + NOTICE + "（来源：网络）",
        NOTICE.replace("六月三日", "6月3日").replace("咨询", "问询"),
        NOTICE.replace("镇", "鎮").replace("，", "  "),
    ],
)
def test_truncated_wrapped_and_edited_chinese_copies_are_found(copy):
    dedup = Dedup(DedupConfig())
    assert see(dedup, "a", NOTICE) is None
    found = see(dedup, "b", copy)
    assert (found.of, found.story) == ("a", "story-a")
    assert found.threshold <= found.shared / found.total <= 1.0


def test_english_copies_are_found_and_counted_in_passages():
    dedup = Dedup(DedupConfig())
    see(dedup, "a", REPORT)
    found = see(dedup, "b", REPORT.replace("Tuesday", "Wednesday"))
    assert (found.of, found.shared, found.total, found.exact) == ("a", 24, 27, False)


def test_passages_are_counted_on_the_shorter_text_whichever_came_first():
    whole = len(fingerprint(Kind.POST, "", fold(NOTICE)).passages)
    more = "另据了解，学府街小学门口连日堵车，交警已到现场疏导，家长希望学校错开放学时间，并在路口增设护学岗。"
    for first, second in ((NOTICE, NOTICE + more), (NOTICE + more, NOTICE)):
        dedup = Dedup(DedupConfig())
        see(dedup, "a", first)
        found = see(dedup, "b", second)
        assert (found.shared, found.total) == (whole, whole)


def test_the_same_event_in_other_words_is_no_copy():
    dedup = Dedup(DedupConfig())
    see(dedup, "a", NOTICE)
    assert see(dedup, "b", "石桥口镇今晚要停水了，说是第二水厂在检修，家里赶紧接几桶水放着，老人小孩都注意一点") is None
    assert see(dedup, "c", "Two towns will have no water tonight while the second plant is under repair.") is None


def test_a_long_article_that_quotes_a_short_post_is_no_copy_of_it():
    dedup = Dedup(DedupConfig())
    see(dedup, "a", NOTICE)
    article = NOTICE + "".join(chr(0x5000 + 7 * n % 4000) for n in range(600))
    assert see(dedup, "b", article) is None


def test_short_texts_only_by_equal_words():
    dedup = Dedup(DedupConfig())
    see(dedup, "a", "石桥口停水了吗")
    assert see(dedup, "b", "石桥口停水了") is None
    assert see(dedup, "c", "石桥口，停水了吗？").of == "a"


def test_hot_list_lines_only_by_equal_title():
    dedup = Dedup(DedupConfig())
    line = "石桥口镇和柳塘镇将于六月三日晚八点停水"
    see(dedup, "a", "", kind=Kind.HOTLIST, title=line)
    assert see(dedup, "b", "", kind=Kind.HOTLIST, title=line + "了") is None
    assert see(dedup, "c", "other text", kind=Kind.HOTLIST, title="石橋口鎮和柳塘鎮將於六月三日晚八點停水").exact


def test_canonical_items_expire_exactly_with_the_window():
    dedup = Dedup(DedupConfig(window_days=2.0))
    see(dedup, "a", NOTICE, clock=0.0)
    assert see(dedup, "b", NOTICE, clock=2 * DAY).of == "a"
    assert see(dedup, "c", NOTICE, clock=2 * DAY + 1) is None
    assert see(dedup, "d", NOTICE, clock=3 * DAY).of == "c"


def test_nothing_is_left_behind_after_expiry():
    dedup = Dedup(DedupConfig(window_days=1.0))
    empty = dedup.dump()
    for n in range(20):
        see(dedup, str(n), NOTICE[n:] + str(n) * 40, clock=float(n))
    dedup.find(fingerprint(Kind.POST, "", "something quite different here"), 9 * DAY)
    assert dedup.dump()[1] == empty[1] == []
    assert not dedup._anchors
    assert not dedup._exact


texts = st.lists(
    st.sampled_from([REPORT, NOTICE, NOTICE[10:], REPORT[:90], NOTICE[:30] + REPORT[:60], "停水", "water"]), min_size=1, max_size=4
)


@settings(max_examples=60)
@given(st.lists(texts.map(" ".join), max_size=25), st.integers(0, 24))
def test_copies_never_chain_and_a_restart_changes_nothing(rows, cut):
    dedup, other, copies = Dedup(DedupConfig()), Dedup(DedupConfig()), set()
    for n, text in enumerate(rows):
        if n == cut:
            restored = Dedup(DedupConfig())
            restored.load(other.dump())
            other = restored
        found = see(dedup, str(n), text, clock=n * DAY)
        assert found == see(other, str(n), text, clock=n * DAY)
        if found is not None:
            copies.add(str(n))
            assert found.of not in copies
    assert dedup.dump() == other.dump()
