"""Which items are of this county, as far as its own places and the stream itself tell."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.detect.near import Home, HomeState, Nearness
from huiying.core.types import Item, Kind

AT = datetime(2026, 6, 1, tzinfo=UTC)


def item(text: str, source: str = "微声", kind: Kind = Kind.POST) -> Item:
    return Item(id="a", source=source, kind=kind, url="", title="", text=text, lang="zh", first_seen=AT)


def look(home: Home, text: str, source: str = "微声", kind: Kind = Kind.POST, *, watched: bool = False) -> Nearness:
    return home.look(item(text, source, kind), fold(text), watched)


def settled() -> Home:
    """A desk of 澜川 that has read its hotline, an outlet and a neighbour's outlet for a while."""
    home = Home()
    for text in ("来电人称澜川县柳塘镇停水", "来电人称澜川县柳塘镇路灯不亮", "澜川县石桥镇道路破损"):
        look(home, text, "澜川12345", Kind.HOTLINE)
    for text in ("澜川县今天开会", "澜川县春耕"):
        look(home, text, "澜川发布", Kind.NOTICE)
    for text in ("鹿鸣县樱桃节开幕", "鹿鸣县招聘教师"):
        look(home, text, "鹿鸣融媒", Kind.NEWS)
    return home


def test_home_is_learned_from_the_names_of_sources_and_their_texts() -> None:
    home = settled()
    assert home.name == "澜川"
    assert look(home, "澜川这边又停水了") is Nearness.NEAR
    assert look(home, "柳塘的路灯又坏了") is Nearness.NEAR
    assert look(home, "Brown water in Lanchuan since noon") is Nearness.NEAR
    assert look(home, "Liutang has no light") is Nearness.NEAR


def test_what_the_own_outlets_say_is_near_without_a_place() -> None:
    home = settled()
    assert look(home, "有人反映老桥裂缝", "澜川论坛") is Nearness.NEAR
    assert look(home, "来电人称家中停电", "12345", Kind.HOTLINE) is Nearness.NEAR


def test_another_county_is_far_by_its_full_name_by_its_bare_one_and_by_its_outlet() -> None:
    home = settled()
    assert look(home, "沧宁市一小区火灾") is Nearness.FAR
    assert look(home, "鹿鸣那边撞车了") is Nearness.FAR
    assert look(home, "城南干管迁改", "鹿鸣融媒", Kind.NEWS) is Nearness.FAR
    assert look(home, "日本发生地震") is Nearness.FAR


def test_a_namesake_in_another_place_is_far() -> None:
    home = settled()
    assert look(home, "沧宁市澜川花园小区火灾") is Nearness.FAR
    assert look(home, "澜川县与沧宁市签约") is Nearness.NEAR


def test_nothing_says_where() -> None:
    home = settled()
    assert look(home, "楼下着火了") is Nearness.UNKNOWN
    assert look(home, "楼下着火了", watched=True) is Nearness.NEAR
    assert look(Home(), "澜川这边停水了") is Nearness.UNKNOWN


def test_the_desks_own_places_are_known_from_the_start() -> None:
    assert look(Home(["望澜镇"]), "望澜镇停水") is Nearness.NEAR
    assert look(Home(["望澜镇"]), "鹿鸣县停水") is Nearness.FAR


def test_a_source_is_usual_once_it_speaks_of_home_much_more_than_of_others() -> None:
    home = settled()
    assert not home.usual("家长圈")
    look(home, "柳塘小学门口", "家长圈")
    look(home, "澜川一中放学", "家长圈")
    assert home.usual("家长圈")
    look(home, "鹿鸣县的学校", "家长圈")
    look(home, "沧宁市的学校", "家长圈")
    assert not home.usual("家长圈")


TEXTS = st.sampled_from(["澜川县柳塘镇停水", "鹿鸣县", "着火了", "沧宁市澜川花园", "Lanchuan", "", "我们镇", "柳塘镇的桥"])
SOURCES = st.sampled_from(["澜川12345", "微声", "鹿鸣融媒", "澜川发布"])


@given(st.lists(st.tuples(TEXTS, SOURCES, st.sampled_from(list(Kind)), st.booleans()), max_size=20), st.integers(0, 20))
def test_a_restart_changes_nothing(steps: list[tuple[str, str, Kind, bool]], cut: int) -> None:
    whole, broken = Home(), Home()
    for number, (text, source, kind, watched) in enumerate(steps):
        if number == cut:
            broken = Home(state=msgspec.msgpack.decode(msgspec.msgpack.encode(broken.state), type=HomeState))
        assert look(whole, text, source, kind, watched=watched) is look(broken, text, source, kind, watched=watched)
    assert (whole.name, whole.state) == (broken.name, broken.state)
