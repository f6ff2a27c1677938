"""Watches, lists of words and places as people keep them in the browser."""

from __future__ import annotations

from collections.abc import Callable

from tests import scene as made
from tests.web.conftest import Window, words

from huiying.store import models

Open = Callable[..., Window]


def test_a_wrong_query_shows_the_place_with_a_caret(scene: made.Scene, window: Open) -> None:
    page = window("duty").post("/desk/watches/test/", query="停水 <b>，断水")
    assert page.status_code == 400
    body = page.content.decode()
    assert '<pre class="pointed">停水 &lt;b&gt;<span class="caret">，</span>断水</pre>' in body
    assert "Character 7" in words(page)
    assert "第 7 个字符" in words(window("duty", "zh-hans").post("/desk/watches/test/", query="停水 <b>，断水"))
    refused = window("duty").post("/desk/watches/add/", name="x", query="停水 @无")
    assert refused.status_code == 409 and '停水 <span class="caret">@</span>无' in refused.content.decode()


def test_a_tried_query_shows_days_hints_and_marked_words(scene: made.Scene, window: Open) -> None:
    made.take_in(scene)
    page = window("duty").post("/desk/watches/test/", query="自来水 or 异味 OR 漂白粉")
    body = page.content.decode()
    assert "2 of 2 items match." in words(page) and "If you mean the operator, write OR" in words(page)
    assert "<mark>漂白粉</mark>" in body and body.count('class="days"') == 1
    assert "Matches a day: 05-28 0; 05-29 0; 05-30 0; 05-31 0; 06-01 0; 06-02 0; 06-03 2" in body


def test_a_watch_is_changed_with_the_difference_in_view(scene: made.Scene, window: Open) -> None:
    made.take_in(scene)
    duty = window("duty")
    duty.post("/desk/watches/add/", name="水", query="地铁", place="望澜镇")
    row = models.Watch.objects.get(name="水")
    tried = duty.post(f"/desk/watches/{row.pk}/try/", query="自来水", place="学府街")
    assert "+2 come −0 go 0 stay" in words(tried) and "<mark>自来水</mark>" in tried.content.decode()
    assert 'value="学府街"' in tried.content.decode()
    row.refresh_from_db()
    assert row.query == "地铁"
    wrong = duty.post(f"/desk/watches/{row.pk}/try/", query="自来水 AND")
    assert wrong.status_code == 400 and "Character 8" in words(wrong)
    assert duty.post(f"/desk/watches/{row.pk}/change/", query="自来水", place="学府街", topics="水，水质").status_code == 302
    page = duty.get(f"/desk/watches/{row.pk}/")
    assert "<del>地铁; 望澜镇; –</del>" in page.content.decode() and "<ins>自来水; 学府街; 水, 水质</ins>" in page.content.decode()
    gone = duty.post(f"/desk/watches/{row.pk}/try/", query="地铁")
    assert "+0 come −2 go 0 stay" in words(gone)


def test_a_watchs_place_is_chosen_from_what_the_desk_knows(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    assert '<option value="济南市">' in duty.get("/desk/watches/").content.decode()
    duty.post("/desk/watches/places/home/", names="济南市历下区")
    duty.post("/desk/watches/places/add/", name="学府街", kind="street", within="历下区")
    page = duty.get("/desk/watches/").content.decode()
    for name in ("澜川", "学府街", "历下区", "青岛市"):
        assert f'<option value="{name}">' in page
    assert '<option value="南京市">' not in page


def test_lists_of_words_are_made_changed_and_removed(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    assert duty.post("/desk/watches/words/add/", name="停水", words="停水\n断水，没水").status_code == 302
    row = models.WordList.objects.get()
    assert row.words == ["停水", "断水", "没水"]
    duty.post("/desk/watches/add/", name="一", query="@停水 小区")
    changed = duty.client.post(f"/desk/watches/words/{row.pk}/change/", {"words": "停水"}, follow=True)
    assert "with it 1 watch from the next item on: 一." in words(changed)
    assert f"words/{row.pk}/drop/" not in changed.content.decode()
    assert duty.post(f"/desk/watches/words/{row.pk}/drop/").status_code == 409
    assert "@停水" in window("auditor").text("/desk/watches/words/")
    assert window("auditor").post("/desk/watches/words/add/", name="x", words="y").status_code == 403


def test_a_text_is_looked_through_for_places(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    duty.post("/desk/watches/places/import/", table="name\tkind\tsecond sign\n人民路\tstreet\tyes\n学府街\tstreet\t\n")
    assert models.Place.objects.count() == 2
    text = window("auditor").text("/desk/watches/places/?text=学府街，朝阳")
    assert "✓ sure 学府街 ours" in text and "○ not sure 朝阳" in text
    wrong = duty.post("/desk/watches/places/import/", table="name\n西\n")
    assert wrong.status_code == 409 and "Line 2 of the table" in words(wrong)
    zh = window("duty", "zh-hans").post("/desk/watches/places/import/", table="name\n西\n")
    assert "表格第 2 行：地名至少两个字" in words(zh)
    assert duty.post(f"/desk/watches/places/{models.Place.objects.get(name='人民路').pk}/drop/").status_code == 302
