"""Every role at every address with things that are there, and what a department sees of them: by page, by call, by live update."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import scene as made

from huiying.actions import claim, commitment, enquiry, instruction, sealed, task
from huiying.api import operations
from huiying.core.case.sight import limited, sees_case, sees_task
from huiying.core.roles import GRANTS, Role
from huiying.store import models, sight
from huiying.web.permission import permission_of

# Words that stand in the case, its claim, its task, its statement and its sealed note, and nowhere else.
SECRETS = {name: f"{name}-canary" for name in ("case", "claim", "evidence", "task", "statement", "sealed")}
SEAL = "a sealing key that is long enough for a test"


def walk(found: list, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern), pattern


PAGES = [
    (re.sub(r"<int:\w+>", "1", f"/{path}").replace("<slug:name>", "now").replace("<str:key>", "story-1"), pattern)
    for path, pattern in walk(get_resolver().url_patterns)
    if path.startswith("desk/") and pattern.name != "live"
]
CALLS = [(method, re.sub(r"{\w+}", "1", path), needed) for method, path, needed in operations() if needed != "public"]


@pytest.fixture
def case(scene: made.Scene, settings) -> models.Case:
    """A case of the water bureau with something in every table that belongs to it; every id is 1."""
    settings.SEAL_KEY = SEAL
    opened = made.open_case(scene)
    models.Case.objects.update(title=SECRETS["case"])
    opened.refresh_from_db()
    row = made.settle(scene, opened, SECRETS["claim"])
    claim.add_evidence(scene.actors["duty"], row, kind="document", text=SECRETS["evidence"], origin="县水务局", now=scene.tick())
    water = models.Department.objects.get(name_zh="县水务局")
    task.assign(scene.actors["duty_lead"], opened, department=water, text=SECRETS["task"], now=scene.tick())
    made.publish(scene, opened, made.content(row, title=SECRETS["statement"]))
    given = {"subject": "informant", "text": SECRETS["sealed"], "readers": [scene.member("verifier")]}
    sealed.write_note(scene.actors["duty"], opened, **given, now=scene.tick())
    made.add_watch(scene)
    scene.token("publisher")
    return opened


@pytest.fixture
def outsider(scene: made.Scene) -> models.Member:
    """The contact of a department that has nothing to do with the case."""
    row = scene.member("dept")
    models.Member.objects.filter(pk=row.pk).update(department=models.Department.objects.get(name_zh="县教育局"))
    row.refresh_from_db()
    return row


def send(client: Client, method: str, path: str) -> object:
    """Sent, and undone: every role meets the same things."""
    with transaction.atomic():
        given = "" if method == "GET" else "{}"
        data = given if path.startswith("/api/") else ""
        kind = "application/json" if path.startswith("/api/") else "application/x-www-form-urlencoded"
        answer = client.generic(method, path, data, content_type=kind)
        transaction.set_rollback(True)
    return answer


def test_the_things_of_the_matrix_are_there(case: models.Case) -> None:
    for model in (models.Case, models.Claim, models.Task, models.Statement, models.SealedNote, models.Warning, models.Story, models.Watch):
        assert model.objects.filter(pk=1).exists(), model.__name__


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_every_address_as_the_table_says(scene: made.Scene, case: models.Case, role: Role) -> None:
    client = Client()
    client.force_login(scene.member(role.value))
    for path, pattern in PAGES:
        needed = permission_of(pattern.callback)
        for method in ("GET", "POST"):
            status = send(client, method, path).status_code
            if needed not in GRANTS[role]:
                assert status == 403, f"{role} {method} {path}"
            else:
                # a note that does not name the reader is the one thing that a permission alone does not open
                allowed = {403} if path == "/desk/notes/1/read/" else set()
                assert status < 500 and status not in {401, 403} - allowed, f"{role} {method} {path}: {status}"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_at_every_operation_as_the_table_says(scene: made.Scene, case: models.Case, role: Role) -> None:
    client = Client(headers={"authorization": f"Bearer {scene.token(role.value)}"})
    for method, path, needed in CALLS:
        status = send(client, method, path).status_code
        if needed not in GRANTS[role]:
            assert status == 403, f"{role} {method} {path}"
        else:
            allowed = {403} if path == "/api/v1/sealed-notes/1/read" else {403} if needed == "task.answer" and role in ("dept",) else set()
            assert status < 500 and status not in {401, 403} - allowed, f"{role} {method} {path}: {status}"


def test_nobody_reads_by_guessing_what_their_department_has_nothing_to_do_with(
    scene: made.Scene, case: models.Case, outsider: models.Member
) -> None:
    page, call = Client(), Client(headers={"authorization": f"Bearer {scene.token('dept')}"})
    page.force_login(outsider)
    bound = {"cases", "claims", "tasks", "statements", "notes", "sealed-notes"}
    tried = 0
    for client, method, path in [
        *((page, method, path) for path, _ in PAGES for method in ("GET", "POST")),
        *((call, method, path) for method, path, _ in CALLS),
    ]:
        answer = send(client, method, path)
        body = answer.content.decode() if not answer.streaming else ""
        for name, secret in SECRETS.items():
            assert secret not in body or (name == "statement" and "/statements" not in path), f"{method} {path} tells the {name}"
        parts = path.removeprefix("/api/v1").removeprefix("/desk").strip("/").split("/")
        if parts[0] in bound and len(parts) > 1 and parts[1] == "1":
            tried += 1
            if parts[-1] == "report-up":
                assert answer.status_code in {204, 302, 404}, f"{method} {path}"
            else:
                nothing = send(client, method, path.replace("/1", "/999999"))
                assert answer.status_code == nothing.status_code != 200, f"{method} {path} tells that it is there: {answer.status_code}"
    assert tried > 60


def test_the_department_that_is_asked_sees_its_case(scene: made.Scene, case: models.Case) -> None:
    client = Client()
    client.force_login(scene.member("dept"))
    text = client.get("/desk/cases/1/").content.decode()
    assert SECRETS["task"] in text and SECRETS["claim"] in text
    assert "Sealed note" not in text.replace("Sealed notes", "") and "note-1" not in text, "nor that somebody spoke in confidence"
    assert SECRETS["case"] in client.get("/desk/cases/").content.decode()


def test_a_department_that_does_not_lead_sees_its_own_task_only(scene: made.Scene, case: models.Case, outsider: models.Member) -> None:
    lead, school = scene.actors["duty_lead"], outsider.department
    task.assign(lead, case, department=school, text="school-canary", now=scene.tick())
    client, call = Client(), Client(headers={"authorization": f"Bearer {scene.token('dept')}"})
    client.force_login(outsider)
    text = client.get("/desk/cases/1/").content.decode()
    assert "school-canary" in text and SECRETS["task"] not in text
    found = call.get("/api/v1/cases/1").json()["tasks"]
    assert [one["text"] for one in found] == ["school-canary"]
    assert call.get("/api/v1/tasks/1").status_code == 404


def test_whoever_is_asked_for_anything_sees_the_case_in_which_to_answer(
    scene: made.Scene, case: models.Case, outsider: models.Member
) -> None:
    client = Client()
    client.force_login(outsider)
    asked, later, lead = outsider.department, scene.now + timedelta(days=3), scene.actors["duty_lead"]

    def enquire() -> None:
        enquiry.receive(scene.actors["duty"], case, text="几人送医？", origin="media", outlet="澜川日报", now=scene.tick())
        enquiry.assign(lead, case.enquiries.get(), department=asked, now=scene.tick())

    ways = (
        lambda: instruction.issue(scene.actors["leader"], case, text="今晚报结果", department=asked, now=scene.tick()),
        enquire,
        lambda: commitment.propose(
            scene.actors["duty_lead"], case, department=asked, text="公示", due_at=later, claim=None, now=scene.tick()
        ),
        lambda: models.Statement.objects.filter(case=case).update(department=asked),
    )
    for ask in ways:
        with transaction.atomic():
            assert client.get("/desk/cases/1/").status_code == 404
            ask()
            assert client.get("/desk/cases/1/").status_code == 200
            transaction.set_rollback(True)


def test_reporting_to_superiors_is_open_even_to_whom_the_case_is_closed(
    scene: made.Scene, case: models.Case, outsider: models.Member
) -> None:
    client, call = Client(), Client(headers={"authorization": f"Bearer {scene.token('dept')}"})
    client.force_login(outsider)
    before = models.Entry.objects.filter(type="case_reported_up").count()
    assert client.post("/desk/cases/1/report-up/", {"note": "x"})["Location"] == reverse("board")
    answer = call.post("/api/v1/cases/1/report-up", "{}", content_type="application/json")
    assert (answer.status_code, answer.content) == (204, b"")
    assert models.Entry.objects.filter(type="case_reported_up").count() == before + 2


def test_live_updates_leave_out_what_may_not_be_seen(scene: made.Scene, case: models.Case, outsider: models.Member) -> None:
    inside = scene.member("dept_head")
    for subject in ("case:1", "claim:1", "task:1", "statement:1"):
        assert sight.hears(inside, subject) and not sight.hears(outsider, subject), subject
    assert not sight.hears(inside, "sealed_note:1") and sight.hears(scene.member("auditor"), "sealed_note:1")
    assert sight.hears(outsider, "warning:1") and not sight.hears(outsider, "member:1") and not sight.hears(outsider, "case:x")
    assert not sight.hears(None, "case:1")


def test_acts_refuse_what_may_not_be_seen(scene: made.Scene, case: models.Case, outsider: models.Member) -> None:
    from huiying.actions.actor import Actor
    from huiying.actions.recording import NotAllowed

    with pytest.raises(NotAllowed):
        claim.add_claim(Actor.staff(outsider), case, text="x", about_us=False, accused=None, now=scene.tick())


def test_every_table_of_a_case_is_covered_unasked() -> None:
    tables = [model for model in apps.get_app_config("store").get_models() if model is not models.Warning]
    bound = [
        model
        for model in tables
        if any(field.name == "case" and field.related_model is models.Case for field in model._meta.get_fields() if field.is_relation)
    ]
    assert len(bound) > 4
    for model in bound:
        assert sight.way_to_case(model) is not None, model.__name__
    assert sight.way_to_case(models.Revision) == "statement__case" and sight.way_to_case(models.Story) is None


@pytest.mark.parametrize("role", list(Role))
def test_the_rule_of_sight(role: Role) -> None:
    departmental = role in (Role.DEPT, Role.DEPT_HEAD)
    assert limited({role}) is departmental
    assert limited({role, Role.VERIFIER}) is False
    assert sees_case({role}, 1, lead=2, asked=[3]) is not departmental
    assert sees_case({role}, 1, lead=1, asked=[]) and sees_case({role}, 1, lead=2, asked=[1])
    assert sees_case({role}, None, lead=None, asked=[]) is not departmental
    assert sees_task({role}, 1, lead=2, given_to=3) is not departmental
    assert sees_task({role}, 1, lead=1, given_to=3) and sees_task({role}, 1, lead=2, given_to=1)


def test_sealed_notes_are_read_by_those_concerned_alone(scene: made.Scene, case: models.Case) -> None:
    for role in Role:
        client = Client()
        client.force_login(scene.member(role.value))
        text = client.get("/desk/cases/1/").content.decode()
        assert SECRETS["sealed"] not in text
        answer = client.post("/desk/notes/1/read/")
        if role in (Role.VERIFIER, Role.DUTY):
            assert SECRETS["sealed"] in answer.content.decode() and answer["Cache-Control"] == "no-store", role
        else:
            assert answer.status_code in (403, 404) and SECRETS["sealed"] not in answer.content.decode(), role
    read = models.Entry.objects.filter(type="sealed_note_read").values_list("actor", flat=True)
    assert sorted(read) == ["canary-duty", "canary-verifier"]
    assert not models.Entry.objects.filter(data__contains=SECRETS["sealed"]).exists()
    note = models.SealedNote.objects.get()
    assert SECRETS["sealed"].encode() not in bytes(note.body) and len(json.loads(models.Entry.objects.get(type="sealed_note_added").data))


def test_an_erased_note_is_gone_for_good_and_leaves_a_receipt(scene: made.Scene, case: models.Case) -> None:
    from huiying.actions.sealing import open_sealed
    from huiying.core.types import Refusal

    note = models.SealedNote.objects.get()
    sealed.erase_note(scene.actors["privacy"], note, reason="个人信息保护法第四十七条", now=scene.tick())
    note.refresh_from_db()
    assert note.key is None and note.body
    with pytest.raises(Refusal):
        sealed.read_note(scene.actors["verifier"], note, now=scene.tick())
    receipt = json.loads(models.Entry.objects.get(type="sealed_note_erased").data)
    assert receipt["hash"] == note.digest and receipt["reason"]
    with pytest.raises(Refusal):
        open_sealed(bytes(note.body), b"x" * 60, about="case:1")
    client = Client(headers={"accept-language": "en"})
    client.force_login(scene.member("auditor"))
    assert "Erased" in client.get("/desk/cases/1/").content.decode()


def test_a_note_cannot_be_sealed_for_an_administrator_an_auditor_or_a_whole_department_role(scene: made.Scene, case: models.Case) -> None:
    from huiying.core.types import Refusal

    for given in ({"roles": ["admin"]}, {"roles": ["auditor"]}, {"roles": ["dept"]}, {"readers": [scene.member("admin")]}):
        with pytest.raises(Refusal):
            sealed.write_note(scene.actors["duty"], case, subject="other", text="x", **given, now=scene.tick())


def test_a_changed_note_or_another_key_does_not_open(settings) -> None:
    from huiying.actions.sealing import open_sealed, seal
    from huiying.core.types import Refusal

    settings.SEAL_KEY = SEAL
    found = seal("秘密", about="case:1")
    assert open_sealed(found.body, found.key, about="case:1") == "秘密"
    turned = bytes([found.body[0] ^ 1]) + found.body[1:]
    for body, about in ((turned, "case:1"), (found.body, "case:2")):
        with pytest.raises(Refusal):
            open_sealed(body, found.key, about=about)
    settings.SEAL_KEY = f"a newer key that is long enough too, {SEAL}"
    with pytest.raises(Refusal):
        open_sealed(found.body, found.key, about="case:2")
    settings.SEAL_KEY = f"{'n' * 40},{SEAL}"
    assert open_sealed(found.body, found.key, about="case:1") == "秘密", "an older key still opens"
    settings.SEAL_KEY = ""
    with pytest.raises(Refusal, match="HUIYING_SEAL_KEY"):
        seal("x", about="")
