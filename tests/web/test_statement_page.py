"""The statement page: nothing typed is lost, approval is for one exact text, and revisions show what changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from tests import scene as made
from tests.web.conftest import Window, words

from huiying.actions import statement, statement_gates
from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
from huiying.core.statement.stages import Stage
from huiying.store import models
from huiying.web import editor
from huiying.web.zone import ZoneInfo

Open = Callable[..., Window]
ZONE = ZoneInfo("Asia/Shanghai")
FACT = "第二水厂出厂水余氯为每升0.6毫克，符合国家标准。"


def fields(row: models.Statement, rows: list[tuple[str, str, list[int]]], **more: Any) -> dict[str, Any]:
    """What a browser would send from the editor."""
    typed: dict[str, Any] = {
        "title": "关于望澜镇自来水异味的情况通报",
        "stage": "S1",
        "lang": "zh",
        "next_update_at": "2026-06-03T12:00",
        "based_on": row.content_hash,
        "act": "save",
    }
    for place, (kind, text, claims) in enumerate(rows):
        typed |= {f"s{place}-kind": kind, f"s{place}-text": text, f"s{place}-claims": [str(number) for number in claims]}
    return typed | more


@pytest.fixture
def draft(scene: made.Scene) -> models.Statement:
    opened = made.open_case(scene)
    made.settle(scene, opened, "第二水厂出厂水余氯超标", "true")
    content = Content(stage=Stage.S1, lang="zh", title="", sentences=())
    return statement.draft(scene.actors["author"], opened, content=content, now=scene.tick())


def test_the_holding_text_begins_from_the_template(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    author = window("author")
    made_one = author.post(f"/desk/cases/{opened.pk}/holding/", seen="有关自来水异味的反映", next_update_at="2026-06-03T14:00", lang="zh")
    row = models.Statement.objects.get()
    assert made_one["Location"] == f"/desk/statements/{row.pk}/"
    assert row.content["stage"] == "S0" and row.content["next_update_at"] == "2026-06-03T06:00:00+00:00"
    assert "我们将于6月3日14时00分前在这里再次发布消息。" in author.text(f"/desk/statements/{row.pk}/")
    assert author.post(f"/desk/cases/{opened.pk}/holding/", seen="x", next_update_at="", lang="zh").status_code == 409
    assert author.post(f"/desk/cases/{opened.pk}/holding/", seen="x", next_update_at="soon", lang="zh").status_code == 409


def test_a_draft_is_saved_sentence_by_sentence(draft: models.Statement, window: Open) -> None:
    claim = draft.case.claims.get().pk
    rows = [("fact", FACT, [claim]), ("doing", "", []), ("advice", "饮用前请\r\n烧开。", [])]
    assert window("author").post(f"/desk/statements/{draft.pk}/edit/", **fields(draft, rows)).status_code == 302
    draft.refresh_from_db()
    sentences = draft.content["sentences"]
    assert [(s["kind"], s["text"], list(s["claims"])) for s in sentences] == [("fact", FACT, [claim]), ("advice", "饮用前请 烧开。", [])]


def test_more_rows_keep_what_was_typed_and_store_nothing(draft: models.Statement, window: Open) -> None:
    before = draft.content_hash
    page = window("author").post(f"/desk/statements/{draft.pk}/edit/", **fields(draft, [("doing", "还没写完", [])], act="more"))
    assert page.status_code == 200
    body = page.content.decode()
    assert "还没写完" in body and 'name="s2-text"' in body
    draft.refresh_from_db()
    assert draft.content_hash == before


def test_a_draft_that_somebody_else_changed_is_not_overwritten(scene: made.Scene, draft: models.Statement, window: Open) -> None:
    mine = fields(draft, [("doing", "我写的句子 <b>", [])])
    other = statement_gates.read_content({"stage": "S1", "lang": "zh", "title": "别人写的", "sentences": []})
    statement.edit(scene.actors["author2"], draft, content=other, based_on=draft.content_hash, now=scene.tick())
    page = window("author").post(f"/desk/statements/{draft.pk}/edit/", **mine)
    assert page.status_code == 409
    assert "我写的句子 &lt;b&gt;" in page.content.decode()
    assert "Somebody else changed this draft" in words(page)
    draft.refresh_from_db()
    assert draft.content["title"] == "别人写的"


def test_the_gates_stand_beside_the_text_and_before_submission(draft: models.Statement, window: Open) -> None:
    author = window("author")
    page = author.post(f"/desk/statements/{draft.pk}/submit/", **fields(draft, [("fact", FACT, [])]))
    assert page.status_code == 409
    assert "A sentence of fact must cite a verified claim." in words(page)
    assert FACT in page.content.decode()
    zh = window("author", "zh-hans").text(f"/desk/statements/{draft.pk}/")
    assert "第 1 句：事实句须引用已核查的说法" in zh
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_what_stands_in_the_editor_is_what_is_submitted(draft: models.Statement, window: Open) -> None:
    claim = draft.case.claims.get().pk
    assert window("author").post(f"/desk/statements/{draft.pk}/submit/", **fields(draft, [("fact", FACT, [claim])])).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.content["sentences"][0]["text"]) == ("approval", FACT)


def test_approval_is_for_the_text_that_was_read(scene: made.Scene, draft: models.Statement, window: Open) -> None:
    author, approver = window("author"), window("approver")
    claim = draft.case.claims.get().pk
    author.post(f"/desk/statements/{draft.pk}/submit/", **fields(draft, [("fact", FACT, [claim])]))
    draft.refresh_from_db()
    page = f"/desk/statements/{draft.pk}/"
    assert f'name="hash" value="{draft.content_hash}"' in approver.get(page).content.decode()
    assert f'action="{page}approve/"' not in author.get(page).content.decode()
    assert approver.post(page + "approve/", hash="0" * 64).status_code == 409
    assert approver.post(page + "approve/", hash=draft.content_hash).status_code == 302
    publisher = window("publisher")
    assert publisher.post(page + "publish/").status_code == 302
    assert models.Revision.objects.get().content_hash == draft.content_hash


def test_a_flagged_sentence_needs_the_approvers_reason(scene: made.Scene, draft: models.Statement, window: Open) -> None:
    claim = draft.case.claims.get().pk
    caused = "因管网施工导致第二水厂出厂水余氯波动。"
    window("author").post(f"/desk/statements/{draft.pk}/submit/", **fields(draft, [("fact", caused, [claim])]))
    draft.refresh_from_db()
    assert draft.state == "approval"
    approver, page = window("approver"), f"/desk/statements/{draft.pk}/"
    assert 'name="overrule"' in approver.get(page).content.decode()
    refused = approver.post(page + "approve/", hash=draft.content_hash, overrule="")
    assert refused.status_code == 409
    assert approver.post(page + "approve/", hash=draft.content_hash, overrule="施工方已书面确认").status_code == 302


def test_revisions_show_what_changed(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    claim = made.settle(scene, opened, "余氯")
    row = made.publish(scene, opened, made.content(claim))
    made.correct(scene, row, made.content(claim, fact=FACT.replace("0.6", "0.5")))
    page = window("auditor").get(f"/desk/statements/{row.pk}/").content.decode()
    changed = re.search(r"<del>([^<]*)</del><ins>([^<]*)</ins>", page)
    assert changed and changed[1].replace("6", "5") == changed[2]
    assert "首次通报的余氯数值有误。" in page
    assert page.index('id="revision-2"') < page.index('id="revision-1"')


def test_a_withdrawn_statement_stays_readable(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    row = made.publish(scene, opened, made.content(made.settle(scene, opened, "余氯")))
    leader = window("leader")
    assert leader.post(f"/desk/statements/{row.pk}/withdraw/").status_code == 409
    assert leader.post(f"/desk/statements/{row.pk}/propose-withdrawal/", reason="").status_code == 409
    assert leader.post(f"/desk/statements/{row.pk}/propose-withdrawal/", reason="数据来源有误").status_code == 302
    assert leader.post(f"/desk/statements/{row.pk}/withdraw/").status_code == 409
    assert window("approver").post(f"/desk/statements/{row.pk}/withdraw/").status_code == 302
    text = window("auditor").text(f"/desk/statements/{row.pk}/")
    assert "数据来源有误" in text and FACT in text


_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=30)
_SENTENCE = st.builds(
    Sentence, st.sampled_from(list(SentenceKind)), _LINE, st.lists(st.integers(1, 99), unique=True).map(sorted).map(tuple)
)


@given(
    st.builds(
        Content,
        stage=st.sampled_from(list(Stage)),
        lang=st.sampled_from(["zh", "en"]),
        title=_LINE,
        sentences=st.lists(_SENTENCE).map(tuple),
    )
)
def test_the_editor_gives_back_what_it_was_given(content: Content) -> None:
    shown = editor.of_content(content, content_hash(content), (), ZONE)
    typed = QueryDict(mutable=True)
    typed.update({"title": shown.title, "stage": shown.stage, "lang": shown.lang, "next_update_at": shown.next_update_at})
    for row in shown.rows:
        typed[f"s{row.place}-kind"], typed[f"s{row.place}-text"] = row.kind, row.text
        typed.setlist(f"s{row.place}-claims", [str(number) for number in row.claims])
    assert editor.read(typed, ZONE) == content


def test_fields_that_no_browser_sends_do_no_harm() -> None:
    typed = QueryDict(mutable=True)
    typed.update({"stage": "S1", "s²-text": "x", "s999-text": "y", "s-text": "z", "s0-text": "a", "s0-kind": "doing", "s0-claims": "²"})
    assert [sentence.text for sentence in editor.read(typed, ZONE).sentences] == ["a"]
