from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.facts import MOST_NAMES, MOST_NUMBERS, facts_of
from huiying.core.group.passages import spaced


def facts(text):
    """{where: what} of the facts of a text."""
    return {int(fact) >> 16: int(fact) & 0xFFFF for fact in facts_of(spaced(fold(text)))}


def differing(one, other):
    """How many facts that stand in the same place differ, and how many do not."""
    a, b = facts(one), facts(other)
    both = a.keys() & b.keys()
    same = sum(a[where] == b[where] for where in both)
    return len(both) - same, same


def test_numbers_stand_by_the_words_around_them():
    assert differing("请于6月8日9时到镇里办理", "请于6月15日9时到镇里办理") == (1, 1)
    assert differing("截至目前共有47名学生就诊", "通报：截至目前，共有47名学生就诊") == (0, 1)
    assert differing("The cut ends at 6 pm", "The cut ends at 9 pm") == (1, 0)


def test_places_stand_by_the_words_after_them():
    assert differing("磨石镇防溺水通告", "桐坞镇防溺水通告") == (1, 0)
    assert differing("磨石镇黄栌沟村发生滑坡", "据通报，我县磨石镇黄栌沟村发生滑坡") == (0, 2)
    assert differing("Moshi town warns swimmers", "Tongwu Town warns swimmers") == (1, 0)
    assert differing("closed on Monday morning", "closed on Friday morning") == (1, 0)


def test_what_names_nothing_is_no_fact():
    assert facts("我县、该镇和各村的乡亲") == {}
    assert facts("the county and its village") == {}


def test_a_slip_of_the_pen_leaves_half_of_a_place_alone():
    (right,), (wrong,) = facts("磨石镇防溺水").values(), facts("机石镇防溺水").values()
    assert right != wrong
    assert right & 0xFF == wrong & 0xFF


@given(st.text(st.sampled_from("镇乡村县街道石桥口停水 0123456789。ab"), max_size=120))
def test_there_are_never_more_facts_than_are_kept(text):
    assert len(facts_of(spaced(text))) <= 2 * MOST_NUMBERS + MOST_NAMES
