"""Investigations in the case room: opened, concluded with the evidence that was ticked, and what the editor says without one."""

from __future__ import annotations

from collections.abc import Callable

from tests import scene as made
from tests.web.conftest import Window, words

from huiying.store import models

Open = Callable[..., Window]


def test_opened_concluded_and_opened_again(scene: made.Scene, window: Open) -> None:
    case = made.open_case(scene)
    fact = made.settle(scene, case, "加药泵发生故障")
    room, one, two = f"/desk/cases/{case.pk}/", *fact.evidence.order_by("pk")
    lead = window("duty_lead")
    assert "No investigation yet" in lead.text(room) and "尚无调查" in window("auditor", "zh-hans").text(room)
    answer = lead.post(
        f"{room}investigation/", kind="superior", body_zh="市应急管理局", body_en="Municipal Emergency Bureau", department=""
    )
    row = models.Investigation.objects.get()
    assert answer["Location"] == f"{room}#investigation-{row.pk}"
    assert f"Investigation {row.pk} by Municipal Emergency Bureau" in lead.text(room)
    assert f"调查 {row.pk}：市应急管理局" in window("author", "zh-hans").text(room)
    assert "/conclude/" not in window("author").get(room).content.decode()
    path = f"/desk/investigations/{row.pk}"
    refused = window("verifier").post(f"{path}/conclude/", finding=" ", **{f"evidence-{two.pk}": "1"})
    assert "ends with what was found" in words(refused) and f'name="evidence-{two.pk}" value="1" checked' in refused.content.decode()
    window("verifier").post(f"{path}/conclude/", finding="加药泵故障。", **{f"evidence-{two.pk}": "1", "evidence-x": "1"})
    row.refresh_from_db()
    assert (row.state, row.evidence) == ("concluded", [two.pk])
    said = window("auditor").text(room)
    assert "加药泵故障。" in said and "第二水厂: 现场查看" in said and one.pk != two.pk
    assert window("verifier").post(f"{path}/reopen/", reason="新证据").status_code == 403
    lead.post(f"{path}/reopen/", reason="新证据")
    lead.post(f"{path}/stop/", reason="上级接手")
    row.refresh_from_db()
    assert (row.state, row.reason) == ("stopped", "上级接手")
    assert "An investigation ended with what was found." in lead.text(room), "the timeline keeps what was"


def test_a_department_that_a_claim_is_about_is_refused_in_words(scene: made.Scene, window: Open) -> None:
    from huiying.actions import claim

    case, water = made.open_case(scene), models.Department.objects.get(name_zh="县水务局")
    claim.add_claim(scene.actors["duty"], case, text="知情不报", about_us=True, accused=water, now=scene.tick())
    answer = window("duty_lead", "zh-hans").post(f"/desk/cases/{case.pk}/investigation/", kind="internal", department=str(water.pk))
    assert answer.status_code == 409 and "它不能调查自己" in words(answer)


def test_the_editor_says_what_a_statement_of_cause_needs(scene: made.Scene, window: Open) -> None:
    case = made.open_case(scene)
    window("author").post(f"/desk/cases/{case.pk}/statement/", stage="S4", lang="zh", title="原因通报")
    row = models.Statement.objects.get()
    assert "A cause is said only after an investigation" in window("author").text(f"/desk/statements/{row.pk}/")
    assert "原因须经调查才能发布" in window("author", "zh-hans").text(f"/desk/statements/{row.pk}/")
