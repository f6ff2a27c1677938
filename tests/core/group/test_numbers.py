import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.names import names_of
from huiying.core.group.numbers import numbers_of, plain_number


def found(text: str) -> list[tuple[str, str]]:
    return [(number.value, number.unit) for number in numbers_of(fold(text))]


@pytest.mark.parametrize(
    ("chinese", "english", "number"),
    [
        ("停了6分钟", "six-minute delay", ("6", "minute")),
        ("98元套餐", "98 yuan meal", ("98", "yuan")),
        ("1120户停水", "1,120 households without water", ("1120", "household")),
        ("29岁男子", "29-year-old man", ("29", "age")),
        ("造成三人死亡", "Collapse kills three", ("3", "death")),
        ("5人受伤", "five injured", ("5", "injury")),
        ("5月7日", "May 7", ("5-7", "date")),
        ("22时20分", "22:20", ("22:20", "time")),
        ("下午3点半", "3.30 pm", ("15:30", "time")),
        ("十二名学生", "twelve pupils", ("12", "person")),
        ("15万元", "150,000 yuan", ("150000", "yuan")),
        ("上涨30%", "up 30 per cent", ("30", "percent")),
        ("3路公交", "bus route 3", ("3", "route")),
        ("2号楼", "Building 2", ("2", "block")),
        ("致2人死亡", "two dead", ("2", "death")),
    ],
)
def test_a_number_is_the_same_in_both_languages(chinese, english, number):
    assert number in found(chinese)
    assert number in found(english)


@pytest.mark.parametrize(
    "text", ["两名男子", "一周", "2024年", "拨打12345", "the 12345 hotline", "in 2024", "一二三", "one man", "第一", ""]
)
def test_numbers_that_tell_nothing_are_left_out(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("words", "value"), [("十", 10), ("二十三", 23), ("一千一百", 1100), ("一百零五", 105), ("1,120", 1120), ("一二", None)]
)
def test_plain_numbers(words, value):
    assert plain_number(words) == value


@given(st.text(alphabet="0123456789一二十百万年月日时点分人死亡 名元%.:,amp-ofkiled") | st.text())
def test_any_text_gives_spans_inside_it_the_same_every_time(text):
    folded = fold(text)
    numbers = numbers_of(folded)
    assert numbers == numbers_of(folded)
    assert all(0 <= number.start < number.end <= len(folded) and number.value for number in numbers)


def test_digits_of_other_scripts_are_no_numbers_of_chinese_text():
    assert found("已有۵人报名，3户停水") == [("3", "household")]
    assert names_of("位于云溪县第۵小学")[0].core == "云溪"
