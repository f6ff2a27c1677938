"""A desk on which every list has something, so that what a random call names exists."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from tests import scene as made
from tests.api.conftest import Caller

from huiying import clock
from huiying.actions import notice_channel, outbox, sealed
from huiying.actions.actor import OPERATOR
from huiying.core.roles import Role
from huiying.store import models


def fill() -> tuple[str, str]:
    """Make everything. Returns the tokens of one who plays every part, and of one who may only look."""
    scene = made.set_up()
    water = models.Department.objects.get(name_zh="县水务局")
    notice_channel.add_mailbox(OPERATOR, member=scene.member("duty"), address="duty@lanchuan.example", now=scene.tick())
    case = made.open_case(scene)
    claim = made.settle(scene, case, "出厂水余氯为每升0.6毫克")
    made.publish(scene, case, made.content(claim))
    made.add_watch(scene)
    made.gather(scene, *(made.Told(f"{key}{number}", key) for key in "abcd" for number in (1, 2)))
    outbox.fill(scene.tick())
    sealed.write_note(scene.actors["duty_lead"], case, subject="health", text="…", now=scene.tick())
    everyone = scene.member("duty_lead")
    models.Member.objects.filter(pk=everyone.pk).update(roles=[role.value for role in Role], department=water)
    token, little = scene.token("duty_lead"), scene.token("auditor")
    call = Caller(token)
    soon = (clock.now() + timedelta(days=1)).isoformat()
    later = (clock.now() + timedelta(days=2)).isoformat()

    def post(path: str, body: Any = None) -> Any:
        answer = call.post(path, body)
        assert answer.status_code in (200, 201), (path, answer.content.decode())
        return answer.json()

    text = msgspec.to_builtins(made.content(claim))
    post("/cases/1/claims", {"text": "水压不足"})
    post("/cases/1/statements", {**text, "title": "第二份通报"})
    third = post("/cases/1/statements", {**text, "title": "第三份通报"})
    post(f"/statements/{third['id']}/submit")
    post("/claims/2/take")
    post("/claims/2/evidence", {"kind": "measurement", "text": "0.2 MPa", "origin": "县水务局"})
    post("/claims/2/propose", {"verdict": "true", "reason": "一份证据"})
    post("/cases/1/tasks", {"department": water.pk, "text": "查看管网"})
    post("/cases/1/concerns", {"kind": "question", "text": "水能喝吗"})
    post("/cases/1/commitments", {"department": water.pk, "text": "更换管网", "due_at": later})
    post("/cases/1/instructions", {"text": "查清原因"})
    post("/cases/1/investigations", {"kind": "superior", "body_zh": "市应急管理局"})
    post("/cases/1/lines", {"wording": "正在排查"})
    post("/cases/1/enquiries", {"text": "何时恢复", "origin": "media", "outlet": "澜川日报"})
    post("/cases/1/conferences", {"subject": "自来水", "place": "县政府", "at": soon})
    post("/cases/1/contests", {"text": "不对"})
    post("/statements/1/correction-requests", {"text": "数字不对"})
    post("/cases", {"title": "第二案", "level": "yellow", "known_by": "hotline"})
    post("/silences", {"reason": "维护", "until": soon, "source": 1, "most": "blue"})
    post("/stories/2/merge", {"other": 3})
    post("/shifts", {"member": everyone.pk, "role": "duty", "starts_at": soon, "ends_at": later})
    post("/shifts/1/swap", {"asked": scene.member("duty").pk})
    post("/log", {"text": "一切正常"})
    post("/duty/take")
    post("/handovers", {"remark": "交班"})
    post("/trials", {"url": "https://fabu.lanchuan.example/"})
    post("/receivers", {"name": "市级平台", "url": "https://pingtai.lanchuan.example/told", "events": ["case_opened"]})
    return token, little
