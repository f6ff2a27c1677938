"""Lists of words, places and changes of watches: what is refused, and what the record keeps."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from huiying.actions import place, wordlist
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.place import Given
from huiying.actions.watch import add_watch, change_watch
from huiying.core.types import Refusal
from huiying.store import knowledge, models

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def desk() -> None:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)


def said(type: str) -> dict:
    return json.loads(models.Entry.objects.filter(type=type).order_by("-id")[0].data)


def test_a_query_names_only_lists_that_there_are() -> None:
    with pytest.raises(Refusal, match="no word list named 停水"):
        add_watch(OPERATOR, name="停水", query="小区 @停水", now=NOW)
    wordlist.add_list(OPERATOR, name="＠停水", words=["停水", "断水", " 断水 "], now=NOW)
    assert models.WordList.objects.get().name == "停水" and models.WordList.objects.get().words == ["停水", "断水"]
    add_watch(OPERATOR, name="停水", query="小区 @停水", now=NOW)


def test_a_changed_list_tells_which_watches_it_changes() -> None:
    row = wordlist.add_list(OPERATOR, name="停水", words=["停水"], now=NOW)
    add_watch(OPERATOR, name="一", query="@停水 小区", now=NOW)
    add_watch(OPERATOR, name="二", query="停水", now=NOW)
    assert wordlist.change_list(OPERATOR, row, words=["断水", "water cut"], now=NOW) == ["一"]
    assert said("word_list_changed") == {
        "name": "停水", "added": ["断水", "water cut"], "removed": ["停水"], "watches": ["一"],
    }  # fmt: skip
    with pytest.raises(Refusal, match="Nothing was changed"):
        wordlist.change_list(OPERATOR, row, words=["断水", "water cut"], now=NOW)


def test_a_list_in_use_stays() -> None:
    row = wordlist.add_list(OPERATOR, name="停水", words=["停水"], now=NOW)
    watch = add_watch(OPERATOR, name="一", query="@停水 小区", now=NOW)
    with pytest.raises(Refusal, match="used by: 一"):
        wordlist.remove_list(OPERATOR, row, now=NOW)
    change_watch(OPERATOR, watch, query="小区", place="", topics=[], department=None, level="", now=NOW)
    wordlist.remove_list(OPERATOR, row, now=NOW)
    assert not models.WordList.objects.exists() and said("word_list_removed")["words"] == ["停水"]


def test_words_that_would_make_a_watch_too_large_are_refused() -> None:
    row = wordlist.add_list(OPERATOR, name="many", words=["x"], now=NOW)
    add_watch(OPERATOR, name="一", query=" OR ".join(["@many"] * 5), now=NOW)
    with pytest.raises(Refusal, match="more than 1000 terms"):
        wordlist.change_list(OPERATOR, row, words=[f"w{number}" for number in range(201)], now=NOW)
    row.refresh_from_db()
    assert row.words == ["x"]


@pytest.mark.parametrize(
    ("name", "words"), [("two words", ["x"]), ("", ["x"]), ("a" * 41, ["x"]), ("a", []), ("a", ["***"]), ("a", ["x" * 101])]
)
def test_wrong_lists_are_refused(name: str, words: list[str]) -> None:
    with pytest.raises(Refusal):
        wordlist.add_list(OPERATOR, name=name, words=words, now=NOW)
    wordlist.add_list(OPERATOR, name="Water", words=["x"], now=NOW)
    with pytest.raises(Refusal, match="already a list"):
        wordlist.add_list(OPERATOR, name="ＷＡＴＥＲ", words=["y"], now=NOW)


def test_a_changed_watch_leaves_both_queries_on_the_record() -> None:
    watch = add_watch(OPERATOR, name="一", query="停水", now=NOW)
    change_watch(OPERATOR, watch, query="停水 OR 断水", place="望澜镇", topics=[], department=None, level="", now=NOW)
    assert said("watch_changed") == {
        "name": "一",
        "before": {"query": "停水", "place": ""},
        "after": {"query": "停水 OR 断水", "place": "望澜镇"},
    }
    with pytest.raises(Refusal, match="Nothing was changed"):
        change_watch(OPERATOR, watch, query="停水 OR 断水", place="望澜镇", topics=[], department=None, level="", now=NOW)
    with pytest.raises(Refusal, match="Character 4"):
        change_watch(OPERATOR, watch, query="停水 ，断水", place="", topics=[], department=None, level="", now=NOW)


def test_the_divisions_that_the_desk_answers_for() -> None:
    assert place.set_home(OPERATOR, names=["济南市历下区", "370103"], now=NOW) == ["370102", "370103"]
    assert said("desk_configured")["divisions"] == ["山东省济南市历下区", "山东省济南市市中区"]
    with pytest.raises(Refusal, match="several divisions named 鼓楼区"):
        place.set_home(OPERATOR, names=["鼓楼区"], now=NOW)
    with pytest.raises(Refusal, match="no division named 澜川县"):
        place.set_home(OPERATOR, names=["澜川县"], now=NOW)
    assert knowledge.gazetteer().ours("历下区停水") == ("历下区",)


def test_places_are_added_changed_and_removed_on_the_record() -> None:
    row = place.add_place(OPERATOR, given=Given("学府街", "street", ("Xuefu Street", "学府街"), "澜川"), now=NOW)
    assert row.other_names == ["Xuefu Street"]
    assert knowledge.gazetteer().ours("xuefu street") == ("学府街",)
    place.change_place(OPERATOR, row, given=Given("ignored", "street", (), "澜川", True), now=NOW)
    row.refresh_from_db()
    assert row.name == "学府街" and row.common and knowledge.gazetteer().ours("学府街") == ()
    assert said("place_changed")["before"]["other_names"] == ["Xuefu Street"]
    place.remove_place(OPERATOR, row, now=NOW)
    assert said("place_removed")["name"] == "学府街" and not models.Place.objects.exists()


@pytest.mark.parametrize(
    "given", [Given("水"), Given(""), Given("学府街", "planet"), Given("学府街", "street", (), "学府街"), Given("x" * 101)]
)
def test_wrong_places_are_refused(given: Given) -> None:
    with pytest.raises(Refusal):
        place.add_place(OPERATOR, given=given, now=NOW)


def test_a_table_is_read_whole_or_not_at_all() -> None:
    place.add_place(OPERATOR, given=Given("望澜村", "other"), now=NOW)
    table = "\ufeff名称,类别,别名,所在,易混\n望澜村,村,望澜,澜川,\n人民路,路,,望澜村,是\n\n"
    assert place.import_places(OPERATOR, table=table, now=NOW) == (1, 1)
    rows = {row.name: row for row in models.Place.objects.all()}
    assert rows["望澜村"].kind == "village" and rows["望澜村"].other_names == ["望澜"] and rows["人民路"].common
    assert said("places_imported")["added"] == 1
    with pytest.raises(Refusal, match="Line 3 of the table: A place needs"):
        place.import_places(OPERATOR, table="name\tkind\n东村\tvillage\n西\tvillage\n", now=NOW)
    with pytest.raises(Refusal, match="Line 3 of the table: 东村 stands in it twice"):
        place.import_places(OPERATOR, table="name\n东村\n东村\n", now=NOW)
    for wrong in ("", "kind\nvillage\n", "name\n"):
        with pytest.raises(Refusal):
            place.import_places(OPERATOR, table=wrong, now=NOW)
    assert models.Place.objects.count() == 2
