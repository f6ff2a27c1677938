"""From what was found to what is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.item import TEXT_LIMIT, TITLE_LIMIT, clean
from huiying.core.types import Item, Kind, RawItem

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def cleaned(**fields: object) -> Item:
    return clean(RawItem(**{"source": "s", "native_id": "1", **fields}), first_seen=NOW, zone=SHANGHAI)


def test_everything_at_once() -> None:
    item = cleaned(
        kind=Kind.POST,
        url="https://bbs.example/t?id=1&utm_source=x#p2",
        title="<b>停水</b>三天了",
        text="<p>我叫邢玉兰，电话154 0000 1234</p><p>望澜镇锦绣澜庭5栋1402室</p>",
        published_raw="2026年11月23日 09:05",
        heat=12.0,
        rank=3,
    )
    assert item == Item(
        id="s:1",
        source="s",
        kind=Kind.POST,
        url="https://bbs.example/t?id=1",
        title="停水三天了",
        text="我叫〔姓名〕，电话〔电话〕\n望澜镇锦绣澜庭〔地址〕",
        lang="zh",
        first_seen=NOW,
        published_at=datetime(2026, 11, 23, 1, 5, tzinfo=UTC),
        heat=12.0,
        rank=3,
        masked={"name": 1, "phone": 1, "address": 1},
    )


def test_a_name_that_the_text_gives_away_is_masked_in_the_title() -> None:
    item = cleaned(title="邢玉兰家停水三天", text="村民邢玉兰称，家中已停水三天。")
    assert "邢玉兰" not in item.title + item.text
    assert item.masked == {"name": 2}


def test_markup_that_hides_a_number_hides_nothing() -> None:
    assert "1234" not in cleaned(text="电话<b>154</b>0000<i>1234</i>").text
    assert "0000" not in cleaned(text="电话&#49;&#53;&#52;00001234").text


def test_a_date_that_cannot_be_is_no_date() -> None:
    assert cleaned(title="a", published_raw="2027-01-01").published_at is None
    assert cleaned(title="a", published_raw="2027-01-01").at == NOW


def test_sizes_are_bounded_and_a_number_at_the_limit_is_not_cut_open() -> None:
    item = cleaned(title="停" * (TITLE_LIMIT - 8) + "15400001234", text="停" * (TEXT_LIMIT - 8) + "15400001234")
    assert TITLE_LIMIT - 8 < len(item.title) <= TITLE_LIMIT and TEXT_LIMIT - 8 < len(item.text) <= TEXT_LIMIT
    assert "1" not in item.title + item.text
    assert len(cleaned(text="停" * 2 * TEXT_LIMIT).text) == TEXT_LIMIT


def test_a_title_is_one_line() -> None:
    assert cleaned(title="a<br>b\nc").title == "a b c"


def test_nothing_in_nothing_out() -> None:
    item = cleaned(native_id="")
    assert (item.title, item.text, item.url, item.lang, item.masked) == ("", "", "", "", {})


@given(st.text(max_size=80), st.text(max_size=120), st.text(max_size=40), st.text(max_size=30))
def test_any_raw_item_is_cleaned_and_twice_is_once(title: str, text: str, url: str, published: str) -> None:
    item = cleaned(title=title, text=text, url=url, published_raw=published)
    assert len(item.title) <= TITLE_LIMIT
    assert item == cleaned(title=title, text=text, url=url, published_raw=published)
