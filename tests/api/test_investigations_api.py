"""Investigations by the programming interface."""

from __future__ import annotations

from tests import scene as made

from huiying.store import models


def test_from_opening_to_the_parts_of_the_case(scene: made.Scene, by, opened, settled) -> None:
    body = {"kind": "superior", "body_zh": "市应急管理局"}
    assert by("author").post(f"/cases/{opened.pk}/investigations", body).status_code == 403
    assert by("duty_lead").post(f"/cases/{opened.pk}/investigations", {**body, "kind": "secret"}).status_code == 400
    made_one = by("duty_lead").post(f"/cases/{opened.pk}/investigations", body)
    assert made_one.status_code == 201 and made_one.json()["state"] == "open"
    path, evidence = f"/investigations/{made_one.json()['id']}", settled.evidence.first().pk
    assert by("verifier").post(f"{path}/conclude", {"finding": "泵坏了", "evidence": [999]}).status_code == 400
    done = by("verifier").post(f"{path}/conclude", {"finding": "泵坏了", "evidence": [evidence]}).json()
    assert (done["state"], done["finding"], done["evidence"]) == ("concluded", "泵坏了", [evidence])
    assert by("verifier").post(f"{path}/conclude", {"finding": "泵坏了"}).status_code == 409
    assert by("auditor").get(f"/cases/{opened.pk}/parts").json()["investigations"] == [by("auditor").get(path).json()] == [done]
    assert by("leader").post(f"{path}/reopen", {"reason": "新证据"}).json()["state"] == "open"
    assert by("leader").post(f"{path}/stop", {"reason": "上级接手"}).json()["state"] == "stopped"
    assert by("dept").get("/investigations/999").status_code == 404


def test_an_investigating_department_sees_the_case(scene: made.Scene, by, opened) -> None:
    school = models.Department.objects.get(name_zh="县教育局")
    models.Member.objects.filter(pk=scene.member("dept").pk).update(department=school)
    assert by("dept").get(f"/cases/{opened.pk}").status_code == 404
    by("duty_lead").post(f"/cases/{opened.pk}/investigations", {"kind": "internal", "department": school.pk})
    assert by("dept").get(f"/cases/{opened.pk}").status_code == 200
