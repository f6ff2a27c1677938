"""The case room: who must act next comes first, every act has its form, each is offered exactly to those who may, and gates are named."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from tests import scene as made
from tests.web.conftest import Window, words
from tests.web.test_permissions import patterns

from huiying.actions import (
    case,
    claim,
    clearing,
    commitment,
    concern,
    conference,
    contest,
    emergency,
    enquiry,
    instruction,
    investigation,
    line,
    publisher_request,
    response,
    settling,
    statement,
    task,
    warning,
    withdrawal,
)
from huiying.actions.due import pass_on
from huiying.core.roles import GRANTS, Role
from huiying.core.statement.line import Figure
from huiying.store import models
from huiying.web.brake import Brake
from huiying.web.views import public_ask

MODULES = (
    case,
    claim,
    clearing,
    commitment,
    concern,
    conference,
    contest,
    emergency,
    enquiry,
    instruction,
    investigation,
    line,
    publisher_request,
    response,
    settling,
    statement,
    task,
    warning,
    withdrawal,
)
FORM = re.compile(r'<form method="post" action="(/desk/[^"]+)"')
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def offered(response: Any) -> set[str]:
    """The acts that a page offers, without the numbers in their addresses."""
    return {re.sub(r"\d+", "N", path) for path in FORM.findall(response.content.decode())}


def test_every_act_has_a_page_form() -> None:
    every = {
        function
        for module in MODULES
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if hasattr(function, "permission") and function.__module__ == module.__name__
    }
    # these two save the editor first and are views of their own; tests/web/test_statement_page.py posts to them
    reached = {getattr(pattern.callback, "act", None) for _, pattern in patterns(get_resolver().url_patterns)} | {statement.edit}
    assert len(every) > 70
    assert {f"{function.__module__}.{function.__name__}" for function in every - reached} == set()


def full_case(scene: made.Scene) -> models.Case:
    """A case with one of everything, each in the first state in which somebody must act."""
    opened = made.open_case(scene)
    water, actors, now = models.Department.objects.get(name_zh="县水务局"), scene.actors, scene.tick
    concern.add_concern(actors["duty"], opened, kind="question", text=f"水能喝吗？{HOSTILE}", now=now())
    found = claim.add_claim(actors["duty"], opened, text=f"水务局瞒报 {HOSTILE}", about_us=True, accused=water, now=now())
    made.judge(scene, found, "true")
    later = scene.now + timedelta(days=3)
    commitment.propose(actors["duty_lead"], opened, department=water, text=f"更换管网 {HOSTILE}", due_at=later, claim=found, now=now())
    task.assign(actors["duty_lead"], opened, department=water, text="查明原因", now=now())
    instruction.issue(actors["leader"], opened, text="今晚报结果", department=water, now=now())
    investigation.open_investigation(actors["leader"], opened, kind="superior", body_zh=f"市应急局 {HOSTILE}", now=now())
    line.propose(actors["author"], opened, wording="统一口径", figures=[Figure("送医", "12", "人")], now=now())
    enquiry.receive(actors["duty"], opened, text="几人送医？", origin="media", outlet="澜川日报", now=now())
    conference.plan(actors["spokesperson"], opened, subject="自来水", place="县政府", at=later, now=now())
    contest.contest(actors["duty"], opened, text=f"不认可 {HOSTILE}", now=now())
    return opened


# what each role is offered in the room of `full_case`, beyond what every member of staff may always do
STAFF = {
    "/desk/cases/N/claim/",
    "/desk/cases/N/concern/",
    "/desk/cases/N/enquiry/",
    "/desk/cases/N/contest/",
    "/desk/claims/N/evidence/",
    "/desk/claims/N/reopen/",
    "/desk/cases/N/new-facts/",
    "/desk/cases/N/seal/",
}
EVERYBODY = {"/desk/views/keep/", "/desk/cases/N/report-up/"}
ASSESS = {f"/desk/cases/N/{act}/" for act in ("assess", "escalate", "activate", "clocks", "emergency")}
WRITE = {f"/desk/cases/N/{act}/" for act in ("holding", "statement", "line", "commitment")}
DISPOSE = {"/desk/concerns/N/dispose/", "/desk/concerns/N/investigate/"}
LINES = {"/desk/lines/N/agree/", "/desk/lines/N/return/"}
PROMISE = {"/desk/commitments/N/publish/", "/desk/commitments/N/refuse/"}
PLAN = {"/desk/cases/N/conference/", "/desk/conferences/N/change/", "/desk/conferences/N/cancel/"}
ASSIGN = {"/desk/enquiries/N/assign/", "/desk/enquiries/N/decline/"}
INQUIRE = {"/desk/cases/N/investigation/", "/desk/investigations/N/stop/", "/desk/investigations/N/conclude/"}
TASKS = {"/desk/tasks/N/accept/", "/desk/tasks/N/dispute/"}
OFFERED = {
    "duty": STAFF | DISPOSE,
    "duty_lead": STAFF | DISPOSE | ASSESS | PLAN | ASSIGN | INQUIRE
    | {"/desk/cases/N/task/", "/desk/cases/N/commitment/", "/desk/contests/N/weigh/", "/desk/tasks/N/cancel/"},
    "verifier": STAFF | DISPOSE
    | {"/desk/investigations/N/conclude/", "/desk/cases/N/task/", "/desk/contests/N/weigh/", "/desk/tasks/N/cancel/"},
    "dept": STAFF | TASKS | {"/desk/instructions/N/answer/"},
    "dept_head": STAFF | TASKS | {"/desk/instructions/N/answer/", "/desk/cases/N/commitment/"},
    "author": STAFF | WRITE,
    "privacy": STAFF,
    "approver": STAFF | LINES | PROMISE | {"/desk/conferences/N/announce/"},
    "publisher": STAFF,
    "spokesperson": STAFF | PLAN | ASSIGN,
    "leader": STAFF | ASSESS | LINES | PROMISE | INQUIRE
    | {"/desk/conferences/N/announce/", "/desk/cases/N/instruction/", "/desk/instructions/N/revoke/", "/desk/claims/N/waive/"},
    "reviewer": STAFF,
    "auditor": set(),
    "admin": set(),
}  # fmt: skip


def test_each_role_is_offered_what_it_may_do_now_and_nothing_else(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened = full_case(scene)
    found = {role: offered(window(role).get(f"/desk/cases/{opened.pk}/")) for role in OFFERED}
    wanted = {role: acts | EVERYBODY for role, acts in OFFERED.items()}
    differs = {role: (found[role] - wanted[role], wanted[role] - found[role]) for role in OFFERED if found[role] != wanted[role]}
    assert differs == {}


def test_who_must_act_next_stands_before_everything_and_hostile_words_stay_words(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened = full_case(scene)
    page = window("duty").get(f"/desk/cases/{opened.pk}/").content.decode()
    order = [page.index(f'id="{name}"') for name in ("next", "known", "concerns", "claims", "line", "tasks", "course", "timeline")]
    assert order == sorted(order)
    assert "<script>alert" not in page and "<img src=x" not in page and "&lt;script&gt;alert" in page
    assert page.count("data-due=") >= 10, "every part that runs has its time"
    for anchor in ("concern", "claim", "commitment", "task", "instruction", "line", "enquiry", "conference", "contest"):
        assert re.search(rf'<li id="{anchor}-\d+"', page), anchor
        assert re.search(rf'href="/desk/cases/{opened.pk}/#{anchor}-\d+"', page), f"{anchor} is among what is next"
    paces = re.findall(r'<tr><th scope="row">([^<]+)</th>', page[page.index('id="steps"') : page.index('id="timeline"')])
    assert paces[:3] == ["Warning raised", "Warning acknowledged", "Case opened"] and "First claim settled by two people" in paces
    timeline = page[page.index('id="timeline"') :]
    for said in ("统一口径", "今晚报结果", "几人送医"):
        assert said in timeline, "what happened to every part stands in the timeline"


def test_what_stands_in_the_way_is_named_and_the_act_is_not_offered_before(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened = full_case(scene)
    lead = window("duty_lead")
    said = lead.text(f"/desk/cases/{opened.pk}/")
    assert "A concern is open: 水能喝吗" in said and "True about us and not promised to be put right: 水务局瞒报" in said
    assert "/desk/cases/N/rest/" not in offered(lead.get(f"/desk/cases/{opened.pk}/"))
    refused = lead.post(f"/desk/cases/{opened.pk}/rest/")
    assert refused.status_code == 409 and "1 concerns of this case are still open" in words(refused)
    promise = opened.commitments.get()
    window("approver").post(f"/desk/commitments/{promise.pk}/publish/")
    row = opened.concerns.get()
    window("duty").post(f"/desk/concerns/{row.pk}/dispose/", disposition="referred", answer="转市里", referred_to="市水务局")
    assert "/desk/cases/N/rest/" in offered(lead.get(f"/desk/cases/{opened.pk}/"))
    lead.post(f"/desk/cases/{opened.pk}/rest/")
    opened.refresh_from_db()
    assert opened.state == "watching"


def test_a_refused_act_keeps_what_was_typed(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened = full_case(scene)
    window("duty").post(f"/desk/concerns/{opened.concerns.get().pk}/investigate/", reason="值班科")
    answer = window("author").post(f"/desk/cases/{opened.pk}/line/", wording="新口径", figures="没有数字")
    page = answer.content.decode()
    assert answer.status_code == 409 and "Line 1 of the figures cannot be read" in words(answer)
    assert "没有数字" in page and f'<form method="post" action="/desk/cases/{opened.pk}/line/"' in page
    done = window("author").post(f"/desk/cases/{opened.pk}/line/", wording="新口径", figures="送医 = 13 人\n断水：200户")
    assert done.status_code == 302 and "#line-" in done["Location"]
    assert opened.lines.last().figures == [{"name": "送医", "value": "13", "unit": "人"}, {"name": "断水", "value": "200", "unit": "户"}]


def test_a_drill_is_plain_and_offers_nothing_that_goes_out(scene: made.Scene, window: Callable[..., Window]) -> None:
    lead = window("duty_lead")
    lead.post("/desk/cases/open/", title="演练：停水", level="orange", known_by="other", drill="1")
    opened = models.Case.objects.get()
    assert opened.drill
    water = models.Department.objects.get(name_zh="县水务局")
    later = scene.now + timedelta(days=3)
    commitment.propose(scene.actors["duty_lead"], opened, department=water, text="换管网", due_at=later, now=scene.tick())
    page = window("approver").get(f"/desk/cases/{opened.pk}/")
    assert "This is practice" in words(page) and "/desk/commitments/N/publish/" not in offered(page)
    assert "/desk/cases/N/emergency/" not in offered(lead.get(f"/desk/cases/{opened.pk}/"))
    assert "Drill" in lead.text("/desk/cases/")


def test_two_people_close_a_case_and_a_merge_can_be_undone(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened, actors = made.open_case(scene), scene.actors
    lead, at = window("duty_lead"), f"/desk/cases/{opened.pk}/"
    other = case.open_by_hand(actors["duty"], title="同一件事", level="orange", known_by="media", now=scene.tick())
    lead.post(f"/desk/cases/{other.pk}/merge/", into=str(opened.pk), reason="同一处水管")
    assert "同一件事" in lead.text(at)
    lead.post(f"/desk/cases/{other.pk}/unmerge/", reason="两处水管")
    other.refresh_from_db()
    assert other.state == "triage" and other.merged_into is None
    lead.post(at + "propose-no-response/", reason="已解决")
    assert "/desk/cases/N/no-response/" not in offered(lead.get(at))
    window("leader").post(at + "no-response/")
    lead.post(at + "begin-review/", reason="没有新情况")
    window("reviewer").post(at + "sign-review/", reason="做得好")
    assert "/desk/cases/N/close/" not in offered(window("reviewer").get(at))
    window("leader").post(at + "close/")
    opened.refresh_from_db()
    assert opened.state == "closed"


def test_the_list_is_narrowed(scene: made.Scene, window: Callable[..., Window]) -> None:
    opened = full_case(scene)
    other = case.open_by_hand(scene.actors["duty"], title="另一件", level="red", known_by="media", now=scene.tick())
    settled = {"state": "closed"}
    for query, both in (
        ("level=red", (False, True)),
        ("state=triage", (False, True)),
        ("state=open", (True, True)),
        (f"department={opened.department_id}", (True, False)),
        ("state=nonsense&level=x&department=abc", (True, True)),
        ("state=" + settled["state"], (False, False)),
    ):
        said = window("duty").text("/desk/cases/?" + query)
        assert (opened.title in said.split("Show")[-1], other.title in said.split("Show")[-1]) == both, query
    mine = window("dept").text("/desk/cases/?mine=1").split("Show")[-1]
    assert opened.title in mine
    assert other.title in window("duty_lead").text("/desk/cases/?mine=1").split("Show")[-1]
    scene.now += timedelta(days=30)
    pass_on(scene.now)
    assert opened.title in window("duty").text("/desk/cases/?overdue=1").split("Show")[-1]
    for path, text in (("commitments/", "更换管网"), ("enquiries/", "几人送医"), ("contests/", "不认可")):
        assert text in window("auditor").text("/desk/" + path + "?state=open")
        assert text not in window("auditor").text("/desk/" + path + "?state=" + ("refused" if path != "enquiries/" else "declined"))


# ---- what anybody may ask


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody without account and without cookies; forms are checked as in the wild."""
    monkeypatch.setattr(public_ask, "brake", Brake(most=3))
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


def spoken(scene: made.Scene) -> tuple[models.Case, models.Statement, models.Claim]:
    opened = made.open_case(scene)
    row = made.settle(scene, opened, "第二水厂出厂水余氯合格")
    return opened, made.publish(scene, opened, made.content(row)), row


def test_anybody_can_contest_and_ask_without_a_cookie_and_nothing_can_turn_it_off(
    scene: made.Scene, stranger: Client, settings: Any
) -> None:
    opened, row, found = spoken(scene)
    settings.DEBUG = settings.DEMO = False
    page = stranger.get(f"/statements/{row.pk}/")
    assert f'href="/statements/{row.pk}/ask/"' in page.content.decode()
    for state in ("verifying", "responding", "watching", "review", "closed", "merged"):
        models.Case.objects.filter(pk=opened.pk).update(state=state)
        public_ask.brake = Brake()
        for about in ("correction", "case", f"claim-{found.pk}"):
            stranger.cookies.clear()
            answer = stranger.post(f"/statements/{row.pk}/ask/", {"about": about, "text": "我家的水还是黄的，电话13900001111"})
            assert answer.status_code == 302, (state, about, words(answer))
            assert not answer.cookies
            assert "We have received it" in words(stranger.get(answer["Location"]))
    assert models.Contest.objects.count() == 12 and models.CorrectionRequest.objects.count() == 6
    assert models.Contest.objects.filter(claim=found).count() == 6
    assert not models.Contest.objects.filter(text__contains="13900001111").exists()
    made.withdraw(scene, row, "有误")
    assert stranger.post(f"/statements/{row.pk}/ask/", {"about": "case", "text": "还是不行"}).status_code == 302
    # no setting of the product speaks of it
    from huiying.settings import SETTINGS

    assert not [one.name for one in SETTINGS if re.search("contest|ask|correction", one.name, re.IGNORECASE)]


def test_how_somebody_can_be_reached_is_sealed_for_those_who_weigh(
    scene: made.Scene, stranger: Client, window: Callable[..., Window], settings: Any
) -> None:
    settings.SEAL_KEY = "a sealing key that is long enough for a test"
    opened, row, _ = spoken(scene)
    at, contact = f"/statements/{row.pk}/ask/", "传呼 99-88-77 转老地方"
    assert 'name="contact"' in stranger.get(at).content.decode()
    answer = stranger.post(at, {"about": "case", "text": "还是黄的", "contact": contact})
    assert answer.status_code == 302
    note = models.Contest.objects.get().contact
    assert note is not None and note.made_by is None
    for role in ("duty_lead", "verifier", "duty", "author", "leader", "auditor", "admin"):
        room = window(role).get(f"/desk/cases/{opened.pk}/").content.decode()
        assert contact not in room and "left by somebody of the public" in room
        opens = window(role).post(f"/desk/notes/{note.pk}/read/")
        assert (contact in opens.content.decode()) is (role in note.roles), role
    assert set(note.roles) == {role.value for role in Role if {"contest.weigh", "sealed.read"} <= GRANTS[role]}
    assert not models.Entry.objects.filter(data__contains=contact).exists()
    read = models.Entry.objects.filter(type="sealed_note_read").count()
    assert read == len({"duty_lead", "verifier", "duty", "author", "leader"} & set(note.roles))
    late = stranger.post(at, {"about": "case", "text": "还是黄的", "contact": "x" * 301})
    assert late.status_code == 400 and "at most 300 characters" in words(late) and "x" * 301 in late.content.decode()

    # without a key nothing is kept in the open; without a contact it still reaches the desk
    settings.SEAL_KEY = ""
    assert 'name="contact"' not in stranger.get(at).content.decode()
    refused = stranger.post(at, {"about": "case", "text": "还是黄的", "contact": contact})
    assert refused.status_code == 400 and "Leave it out and send your text again" in words(refused)
    assert stranger.post(at, {"about": "case", "text": "还是黄的"}).status_code == 302


def test_the_form_refuses_kindly_and_loses_nothing(scene: made.Scene, stranger: Client) -> None:
    _, row, _ = spoken(scene)
    at = f"/statements/{row.pk}/ask/"
    for fields, said in (
        ({"text": ""}, "Say what is wrong"),
        ({"text": "x" * 4001}, "longer than 4000 characters"),
        ({"text": "好", "website": "https://spam.example.org"}, "trap for machines"),
        ({"text": HOSTILE, "about": "claim-999"}, "does not exist"),
    ):
        answer = stranger.post(at, {"about": "correction", **fields})
        assert answer.status_code == 400 and said in words(answer)
        assert "<script>alert" not in answer.content.decode()
        assert fields["text"][:50] in words(answer) or fields["text"] == HOSTILE
    assert not models.CorrectionRequest.objects.exists()
    for _ in range(3):
        assert stranger.post(at, {"about": "correction", "text": "日期错了"}).status_code == 302
    slow = stranger.post(at, {"about": "correction", "text": "日期还是错的"})
    assert slow.status_code == 400 and "日期还是错的" in words(slow) and "send it again in" in words(slow)
    assert stranger.post(at, {"about": "correction", "text": "另一处"}, REMOTE_ADDR="10.1.2.3").status_code == 302
    assert stranger.get("/statements/999/ask/").status_code == 404
    assert stranger.get("/asked/C999/").status_code == 404 and stranger.get("/asked/x/").status_code == 404


def test_what_became_of_it_is_public_with_reasons_and_without_people(
    scene: made.Scene, stranger: Client, window: Callable[..., Window]
) -> None:
    _, row, _ = spoken(scene)
    number = stranger.post(f"/statements/{row.pk}/ask/", {"about": "correction", "text": "日期错了，我姓秘密"})["Location"].split("/")[2]
    asked = models.CorrectionRequest.objects.get()
    window("verifier").post(f"/desk/correction-requests/{asked.pk}/weigh/", reason="内部意见")
    # whoever approved the text does not decide, and whoever weighed it neither
    assert "/desk/correction-requests/N/accept/" not in offered(window("verifier").get(f"/desk/cases/{row.case_id}/"))
    window("reviewer").post(f"/desk/correction-requests/{asked.pk}/refuse/", reason="日期与记录一致，电话13900001111")
    for path in ("/register/", f"/asked/{number}/"):
        said = words(stranger.get(path))
        assert "日期与记录一致" in said and number in said
        assert not [secret for secret in ("13900001111", "秘密", "内部意见", made.STAFF_MARK) if secret in said]
    assert "日期错了" in window("auditor").text("/desk/contests/?kind=correction&state=refused")


def test_promises_are_public_with_their_dates_and_a_missed_one_stays(
    scene: made.Scene, stranger: Client, window: Callable[..., Window]
) -> None:
    opened, _, _ = spoken(scene)
    water = models.Department.objects.get(name_zh="县水务局")
    later = scene.now + timedelta(days=2)
    row = commitment.propose(scene.actors["duty_lead"], opened, department=water, text="更换学府街管网", due_at=later, now=scene.tick())
    assert "更换学府街管网" not in words(stranger.get("/commitments/"))
    commitment.publish(scene.actors["approver"], row, now=scene.tick())
    assert "Not yet due" in words(stranger.get("/commitments/"))
    scene.now += timedelta(days=3)
    pass_on(scene.tick())
    assert "Date missed" in words(stranger.get("/commitments/"))
    commitment.claim_done(scene.actors["dept_head"], row, done="已换管三百米", now=scene.tick())
    # the department itself cannot say that it was kept
    assert "/desk/commitments/N/verify/" not in offered(window("dept_head").get(f"/desk/cases/{opened.pk}/"))
    window("verifier").post(f"/desk/commitments/{row.pk}/verify/")
    said = words(stranger.get("/commitments/"))
    assert "Kept, but late" in said and "已换管三百米" in said and made.STAFF_MARK not in said
    answer = stranger.post(f"/commitments/{row.pk}/ask/", {"text": "没有换"})
    assert answer.status_code == 302 and models.Contest.objects.get().commitment_id == row.pk


def test_the_brake_forgets_in_time_and_keeps_no_address() -> None:
    start, brake = made.START, Brake(most=2, within=timedelta(minutes=10), kept=2)
    brake.sent("192.0.2.1", start)
    brake.sent("192.0.2.1", start + timedelta(minutes=4))
    assert brake.wait("192.0.2.1", start + timedelta(minutes=5)) == timedelta(minutes=5)
    assert brake.wait("192.0.2.2", start + timedelta(minutes=5)) is None
    assert brake.wait("192.0.2.1", start + timedelta(minutes=10)) is None
    with brake._sent._shared.rows() as kept:
        assert "192.0.2.1" not in "".join(kept.iterdump())
    for number in range(5):
        brake.sent(f"192.0.2.{number}", start)
    assert len(brake._sent) == 2
