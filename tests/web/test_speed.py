"""Speed of use without losing anything: several warnings at once, two people at one form, taking back, saved views, keys and appearance."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from tests import scene as made
from tests.web.conftest import Window, words

from huiying.actions import saved_view, statement, warning
from huiying.core import types
from huiying.core.statement.content import MOST_SENTENCES, Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal
from huiying.store import models

Open = Callable[..., Window]


def hidden(page: str, action: str, name: str) -> str:
    """The value of a hidden field in the form that is sent to `action`."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)
    assert form, action
    found = re.search(rf'name="{name}" value="([^"]*)"', form[0])
    assert found, name
    return found[1]


def warn(scene: made.Scene, *keys: str) -> list[models.Warning]:
    """One yellow warning for each story."""
    reasons = (types.Contribution(name="growth", value=3.0, baseline=1.0, weight=2.0, detail=""),)
    made.gather(
        scene,
        *(made.Told(f"i-{key}", key, title=f"{key}停水") for key in keys),
        warnings=tuple(
            types.Warning(
                at=scene.now,
                story=key,
                level=types.Level.YELLOW,
                score=2.0,
                items=(f"i-{key}",),
                strategy="score-1",
                reasons=reasons,
            )
            for key in keys
        ),
    )
    return [models.Warning.objects.get(story__key=key) for key in keys]


def test_several_are_acknowledged_with_one_reason_and_what_changed_is_named(scene: made.Scene, window: Open) -> None:
    _, _, three = warn(scene, "东街", "西街", "南街")
    duty = window("duty")
    page = duty.get("/desk/warnings/").content.decode()
    chosen = re.findall(r'name="chosen" value="([^"]*)"', page)
    assert len(chosen) == 3
    nothing = duty.client.post("/desk/warnings/acknowledge/", {"chosen": chosen[:1], "reason": " "})
    assert nothing.status_code == 409 and "Give one reason" in words(nothing)
    warning.acknowledge(scene.actors["duty_lead"], three, now=scene.tick())
    answer = duty.client.post("/desk/warnings/acknowledge/", {"chosen": chosen, "reason": "同一次计划停水"})
    said = words(answer)
    assert answer.status_code == 409 and "南街停水" in said.split("Not acknowledged")[1].split("Waiting for people")[0]
    assert "2 warnings are acknowledged" in said
    reasons = [json.loads(row.data).get("reason") for row in models.Entry.objects.filter(type="warning_acknowledged").order_by("id")]
    assert reasons == [None, "同一次计划停水", "同一次计划停水"]
    assert set(models.Warning.objects.values_list("state", flat=True)) == {"acknowledged"}
    assert 'name="chosen"' not in window("auditor").get("/desk/warnings/").content.decode()


def test_a_watch_that_two_people_change_is_not_overwritten(scene: made.Scene, window: Open) -> None:
    duty, lead = window("duty"), window("duty_lead")
    duty.post("/desk/watches/add/", name="水", query="自来水")
    row = models.Watch.objects.get()
    here, change = f"/desk/watches/{row.pk}/", f"/desk/watches/{row.pk}/change/"
    seen = hidden(duty.get(here).content.decode(), change, "as_of")
    assert lead.post(change, query="自来水 AND 发黄", as_of=seen).status_code == 302
    refused = duty.post(change, query="自来水 AND 异味", topics="水质", as_of=seen)
    page = refused.content.decode()
    assert refused.status_code == 409 and "<del>发黄</del><ins>异味</ins>" in page and "<ins>水质</ins>" in page
    row.refresh_from_db()
    assert row.query == "自来水 AND 发黄"
    assert duty.post(change, query="自来水 AND 异味", as_of=hidden(page, change, "as_of")).status_code == 302
    row.refresh_from_db()
    assert row.query == "自来水 AND 异味"


@pytest.mark.parametrize(
    ("role", "here", "action", "first", "second"),
    [
        ("duty_lead", "/desk/playbooks/", "/desk/playbooks/health/set/", {"steps": "打电话"}, {"steps": "到现场"}),
        ("admin", "/desk/notify/", "/desk/notify/hours/", {"quiet_from": "21:00"}, {"quiet_from": "23:00"}),
        ("duty", "/desk/watches/places/", "/desk/watches/places/home/", {"names": "济南市历下区"}, {"names": "济南市市中区"}),
    ],
    ids=["playbook", "hours", "home"],
)
def test_every_form_that_overwrites_is_checked(
    scene: made.Scene, window: Open, role: str, here: str, action: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    same = {"category": "health", "department": "1", "quiet_until": "07:00", "digest_at": "09:00"}
    member = window(role)
    seen = hidden(member.get(here).content.decode(), action, "as_of")
    assert member.post(action, **(same | first), as_of=seen).status_code == 302
    again = member.post(action, **(same | second), as_of=seen)
    assert again.status_code == 409 and "Somebody else changed the same" in words(again)
    assert next(iter(second.values())) in again.content.decode()


def draft(scene: made.Scene, *texts: str) -> models.Statement:
    opened = made.open_case(scene)
    return statement.draft(scene.actors["author"], opened, content=content(*texts), now=scene.tick())


def content(*texts: str) -> Content:
    sentences = tuple(Sentence(SentenceKind.DOING, text) for text in texts)
    return Content(stage=Stage.S1, lang="zh", title="情况", sentences=sentences)


def typed(based_on: str, *texts: str, **more: str) -> dict[str, str]:
    rows = {f"s{place}-{part}": value for place, text in enumerate(texts) for part, value in (("kind", "doing"), ("text", text))}
    return {"title": "情况", "stage": "S1", "lang": "zh", "based_on": based_on, "act": "save", **rows, **more}


def test_two_texts_are_compared_and_put_together(scene: made.Scene, window: Open) -> None:
    row = draft(scene, "正在冲洗管网。", "请先烧开再喝。")
    old = row.content_hash
    theirs = content("正在冲洗管网和水箱。", "请先烧开再喝。", "送水车已到。")
    statement.edit(scene.actors["author2"], row, content=theirs, based_on=old, now=scene.tick())
    author, edit = window("author"), f"/desk/statements/{row.pk}/edit/"
    refused = author.post(edit, **typed(old, "正在检修管网。", "请先烧开再喝。"))
    page = refused.content.decode()
    assert refused.status_code == 409 and "canary" not in words(refused)
    assert "<del>冲洗</del><ins>检修</ins>管网" in page and "<del>送水车已到。</del>" in page
    assert made.STAFF_MARK in words(refused), "who stored the other text is named"
    based = hidden(page, edit, "based_on")
    row.refresh_from_db()
    assert based == row.content_hash != old
    picks = {"pick-0": "both", "pick-2": "theirs"}
    merged = author.post(edit, **typed(based, "正在检修管网。", "请先烧开再喝。", **picks) | {"act": "merge"})
    assert merged.status_code == 200
    texts = re.findall(r'name="s\d+-text"[^>]*>\n([^<]+)</textarea>', merged.content.decode())
    assert texts == ["正在冲洗管网和水箱。", "正在检修管网。", "请先烧开再喝。", "送水车已到。"]
    row.refresh_from_db()
    assert row.content_hash == based, "putting together stores nothing"
    assert author.post(edit, **typed(based, *texts)).status_code == 302
    row.refresh_from_db()
    assert [one["text"] for one in row.content["sentences"]] == texts


def test_a_long_draft_loses_nothing_in_the_editor(scene: made.Scene, window: Open) -> None:
    texts = [f"第{number}件事正在办。" for number in range(80)]
    row = draft(scene, *texts)
    author = window("author")
    page = author.get(f"/desk/statements/{row.pk}/").content.decode()
    shown = re.findall(r'name="s\d+-text"[^>]*>\n([^<]+)</textarea>', page)
    assert shown == texts
    shown[0] += "请等候。"
    assert author.post(f"/desk/statements/{row.pk}/edit/", **typed(row.content_hash, *shown)).status_code == 302
    row.refresh_from_db()
    assert [one["text"] for one in row.content["sentences"]] == shown
    with pytest.raises(Refusal):
        statement.edit(
            scene.actors["author"],
            row,
            content=content(*["又一句。"] * (MOST_SENTENCES + 1)),
            based_on=row.content_hash,
            now=scene.tick(),
        )


def test_what_can_be_taken_back_offers_it(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    added = duty.client.post("/desk/watches/add/", {"name": "水", "query": "自来水"}, follow=True).content.decode()
    assert "Undo" not in added and 'data-done="/desk/watches/add/"' in added
    row = models.Watch.objects.get()
    paused = duty.client.post(f"/desk/watches/{row.pk}/pause/", follow=True).content.decode()
    back = re.search(r'<div class="told".*?action="([^"]+)"', paused, re.DOTALL)
    assert back and back[1] == f"/desk/watches/{row.pk}/resume/"
    duty.post(back[1])
    row.refresh_from_db()
    assert row.active
    reason = {"place": "望澜镇", "most": "yellow", "reason": "检修", "until": "2026-06-04T12:00"}
    silent = duty.client.post("/desk/silences/add/", reason, follow=True).content.decode()
    assert f'action="/desk/silences/{models.Silence.objects.get().pk}/end/"' in silent.split('class="told"')[-1].split("</div>")[0]


def test_views_are_kept_for_oneself(scene: made.Scene, window: Open) -> None:
    duty, lead = window("duty"), window("duty_lead")
    before = models.Entry.objects.count()
    kept = duty.post("/desk/views/keep/", name="水的事", address="/desk/search/?q=%E6%B0%B4&kind=post")
    assert kept["Location"] == "/desk/search/?q=%E6%B0%B4&kind=post"
    row = models.SavedView.objects.get()
    assert models.Entry.objects.count() == before, "a private convenience is no entry of the record"
    assert "水的事" in duty.text("/desk/cases/") and "水的事" not in lead.text("/desk/views/")
    assert lead.post(f"/desk/views/{row.pk}/drop/").status_code == 404
    with pytest.raises(Refusal):
        saved_view.rename_view(scene.actors["duty_lead"], row, name="我的", now=scene.tick())
    duty.post(f"/desk/views/{row.pk}/rename/", name="供水")
    assert "供水" in duty.text("/desk/views/")
    duty.post(f"/desk/views/{row.pk}/drop/")
    assert not models.SavedView.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/desk/", "//evil.example/desk/", "/sign-out/", "/desk/../sign-out/", "/desk//evil.example", "javascript:alert(1)",
     "/desk/\\evil", "/desk/nowhere/", "/desk/cases/\r\nX: y", "/desk/" + "a" * 600],
    ids=["other host", "no scheme", "not the desk", "steps up", "double", "script", "backslash", "no page", "line end", "long"],
)  # fmt: skip
def test_only_pages_of_the_desk_are_kept(scene: made.Scene, window: Open, address: str) -> None:
    assert window("duty").post("/desk/views/keep/", name="x", address=address).status_code == 409
    assert not models.SavedView.objects.exists()


def test_single_keys_can_be_turned_off(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    page = duty.get("/desk/").content.decode()
    assert 'data-keys="on"' in page and 'data-key="w"' in page
    assert duty.post("/desk/keys/turn/", on="0").status_code == 302
    assert 'data-keys="on"' not in duty.get("/desk/").content.decode()
    assert "Single keys are off" in duty.text("/desk/keys/")
    duty.post("/desk/keys/turn/", on="1")
    assert 'data-keys="on"' in window("duty").get("/desk/").content.decode(), "it is the member's, not the session's"


def test_the_appearance_is_remembered_and_tells_nothing(scene: made.Scene, window: Open) -> None:
    duty = window("duty")
    assert "data-theme" not in duty.get("/").content.decode()
    answer = duty.post("/theme/", theme="dark", next="/register/")
    assert answer["Location"] == "/register/" and answer.cookies["theme"].value == "dark"
    assert '<html lang="en" data-theme="dark">' in duty.get("/").content.decode()
    assert duty.post("/theme/", theme="</html>", next="https://evil.example/")["Location"] == "/"
    assert "data-theme" not in duty.get("/desk/").content.decode()
