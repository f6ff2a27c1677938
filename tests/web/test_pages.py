"""Story, warning, case room, registers and record as people read and use them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests import scene as made
from tests.web.conftest import Window, words

from huiying.actions import claim, task, warning
from huiying.actions import trial as trial_acts
from huiying.core.record import EVENTS
from huiying.store import models

Open = Callable[..., Window]
LANGUAGES = ("en", "zh-hans")


def test_a_text_of_others_is_never_markup(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    evil = '<img src=x onerror="alert(1)">{{ 7|add:1 }}'
    models.Item.objects.update(title=evil, text=evil)
    models.Story.objects.update(title=evil)
    for path in ("/desk/", f"/desk/stories/{raised.story.key}/", f"/desk/warnings/{raised.pk}/", "/desk/warnings/"):
        page = window("duty").get(path).content.decode()
        assert "<img" not in page and "&lt;img src=x" in page, path


def test_an_address_that_is_no_web_address_is_no_link(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    models.Item.objects.update(url="javascript:alert(1)")
    assert 'href="javascript' not in window("duty").get(f"/desk/stories/{raised.story.key}/").content.decode()


def test_the_arithmetic_of_a_warning_adds_up(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    text = window("auditor").text(f"/desk/warnings/{raised.pk}/")
    assert "reports in six hours, against other stories 异味 3 1 +2.00" in text
    assert "Score 2.00" in text and "score-1" in text


def test_a_warning_is_dismissed_with_a_reason_or_not_at_all(scene: made.Scene, window: Open) -> None:
    raised = made.take_in(scene)
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    duty = window("duty")
    refused = duty.post(f"/desk/warnings/{raised.pk}/dismiss/", reason="  ")
    assert refused.status_code == 409
    assert 'role="alert"' in refused.content.decode() and "needs a reason" in words(refused)
    assert duty.post(f"/desk/warnings/{raised.pk}/dismiss/", reason="演练").status_code == 302
    raised.refresh_from_db()
    assert (raised.state, raised.reason) == ("dismissed", "演练")


def test_a_case_room_says_who_must_act_next(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    text = window("auditor").text(f"/desk/cases/{opened.pk}/")
    for said in (
        "Report to superiors (falls to any member of staff)",
        "Publish a holding statement (falls to an author)",
        "a rule of the city of Lanzhou",
    ):
        assert said in text
    zh = window("auditor", "zh-hans").text(f"/desk/cases/{opened.pk}/")
    assert "国办发〔2016〕61号" in zh and "自首条公开内容起" in zh


def test_reporting_up_is_offered_to_everybody_in_every_state(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    for role in ("duty", "dept", "author", "auditor", "admin", "privacy"):
        person = window(role)
        assert f'action="/desk/cases/{opened.pk}/report-up/"' in person.get(f"/desk/cases/{opened.pk}/").content.decode(), role
        assert person.post(f"/desk/cases/{opened.pk}/report-up/", note="已报").status_code == 302, role


def test_only_acts_that_will_be_let_through_are_offered(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    row = claim.add_claim(scene.actors["duty"], opened, text="水里有药味", about_us=True, accused=None, now=scene.tick())
    claim.take(scene.actors["verifier"], row, now=scene.tick())
    claim.add_evidence(scene.actors["verifier"], row, kind="document", text="报告", origin="县疾控中心", now=scene.tick())
    claim.propose(scene.actors["verifier"], row, verdict="true", reason="", now=scene.tick())
    confirming = f'action="/desk/claims/{row.pk}/confirm/"'
    page = f"/desk/cases/{opened.pk}/"
    assert confirming not in window("verifier").get(page).content.decode()
    assert "Your verdict needs a second person to confirm it." in window("verifier").text(page)
    assert confirming not in window("author").get(page).content.decode()
    assert confirming in window("verifier2").get(page).content.decode()


def test_whoever_works_for_the_accused_department_cannot_confirm_that_it_is_false(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    water = models.Department.objects.get(name_zh="县水务局")
    row = claim.add_claim(scene.actors["duty"], opened, text="水厂停了消毒", about_us=True, accused=water, now=scene.tick())
    claim.take(scene.actors["verifier"], row, now=scene.tick())
    for kind, origin in (("document", "县疾控中心"), ("site_report", "现场")):
        claim.add_evidence(scene.actors["verifier"], row, kind=kind, text="报告", origin=origin, now=scene.tick())
    claim.propose(scene.actors["verifier"], row, verdict="false", reason="", now=scene.tick())
    head = window("dept_head")
    assert f'action="/desk/claims/{row.pk}/confirm/"' not in head.get(f"/desk/cases/{opened.pk}/").content.decode()
    refused = head.post(f"/desk/claims/{row.pk}/confirm/")
    assert refused.status_code == 409
    row.refresh_from_db()
    assert row.state == "proposed"


def test_a_refused_act_gives_everything_back_that_was_typed(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    row = claim.add_claim(scene.actors["duty"], opened, text="水里有药味", about_us=True, accused=None, now=scene.tick())
    claim.take(scene.actors["verifier"], row, now=scene.tick())
    refused = window("verifier").post(f"/desk/claims/{row.pk}/propose/", verdict="false", reason="我写了很久的依据 <b>")
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "我写了很久的依据 &lt;b&gt;" in page
    assert '<option value="false" selected>' in page
    assert page.index('id="refusal"') < page.index("<h1")
    assert "A verdict needs at least one piece of evidence." in words(refused)
    zh = window("verifier", "zh-hans").post(f"/desk/claims/{row.pk}/propose/", verdict="false", reason="依据")
    assert "核查结论至少要有一份证据" in words(zh)


def test_evidence_can_be_an_item_of_the_case(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    row = claim.add_claim(scene.actors["duty"], opened, text="水里有药味", about_us=True, accused=None, now=scene.tick())
    item = models.Item.objects.first()
    assert item is not None
    assert (
        window("duty").post(f"/desk/claims/{row.pk}/evidence/", kind="document", item=str(item.pk), text="", origin="").status_code == 302
    )
    evidence = models.Evidence.objects.get()
    assert (evidence.kind, evidence.item, evidence.origin) == ("item", item, "澜川论坛")
    for wrong in ("99999", "abc", "²"):
        assert window("duty").post(f"/desk/claims/{row.pk}/evidence/", kind="document", item=wrong, text="x", origin="y").status_code == 409


def test_a_disputed_task_waits_for_a_leader(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    water, school = models.Department.objects.order_by("id")
    row = task.assign(scene.actors["verifier"], opened, department=water, text="请说明", now=scene.tick())
    assert window("dept").post(f"/desk/tasks/{row.pk}/dispute/", reason="属教育局").status_code == 302
    page = f"/desk/cases/{opened.pk}/"
    assert "A leader must rule whose task it is." in window("verifier").text(page)
    assert window("leader").post(f"/desk/tasks/{row.pk}/rule/", department="", reason="x").status_code == 409
    assert window("leader").post(f"/desk/tasks/{row.pk}/rule/", department=str(school.pk), reason="属教育局").status_code == 302
    row.refresh_from_db()
    assert row.department == school


def test_an_act_is_never_done_by_opening_its_address(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    before = models.Entry.objects.count()
    response = window("duty").get(f"/desk/cases/{opened.pk}/report-up/")
    assert (response.status_code, response["Location"]) == (302, f"/desk/cases/{opened.pk}/")
    assert models.Entry.objects.count() == before


def test_the_timeline_is_that_of_the_record(scene: made.Scene, window: Open) -> None:
    opened = made.open_case(scene)
    text = window("auditor").text(f"/desk/cases/{opened.pk}/")
    order = [EVENTS[name] for name in ("case_assessed", "case_opened", "warning_acknowledged", "warning_raised")]
    places = [text.index(said) for said in order]
    assert places == sorted(places)
    assert "the detector (system)" in text


def test_a_watch_is_tried_over_the_weeks_items(scene: made.Scene, window: Open) -> None:
    made.take_in(scene)
    duty = window("duty")
    assert "2 of 2 items match." in words(duty.post("/desk/watches/test/", query="自来水 AND 异味"))
    assert "0 of 2 items match." in words(duty.post("/desk/watches/test/", query="地铁"))
    wrong = duty.post("/desk/watches/test/", query="(自来水 AND")
    assert wrong.status_code == 400
    assert "Character 9" in words(wrong)
    assert "(自来水 AND" in wrong.content.decode()
    assert models.Watch.objects.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_source_keeps_what_was_typed(scene: made.Scene, window: Open, language: str) -> None:
    lead = window("duty_lead", language)
    refused = lead.post("/desk/trials/add/", url="ftp://bbs.example/feed")
    assert refused.status_code == 409 and 'value="ftp://bbs.example/feed"' in refused.content.decode()
    assert lead.post("/desk/trials/add/", url="https://bbs.example/feed").status_code == 302
    trial = models.Trial.objects.get()
    result = {
        "adapter": "feed", "url": trial.url, "title": "澜川论坛", "charset": "utf-8", "language": "zh", "count": 1, "masked": {"phone": 2},
        "warnings": ["few"], "offers": [], "lists": [], "items": [{"title": "停水了", "url": "", "published_at": None, "lang": "zh"}],
    }  # fmt: skip
    trial_acts.finish(trial, result, now=scene.now)
    for interval in ("0", "ten", ""):
        refused = lead.post(f"/desk/trials/{trial.pk}/adopt/", name="澜川甲", kind="post", interval=interval, zone="Asia/Shanghai")
        assert refused.status_code == 409
        assert 'value="澜川甲"' in refused.content.decode() and "停水了" in refused.content.decode()
    assert lead.post(f"/desk/trials/{trial.pk}/adopt/", name="澜川论坛", kind="post", interval="10", zone="").status_code == 302
    row = models.Source.objects.get()
    assert lead.post(f"/desk/sources/{row.pk}/pause/").status_code == 302
    row.refresh_from_db()
    assert not row.active


def test_the_record_shows_each_entry_with_its_meaning_and_goes_back_page_by_page(scene: made.Scene, window: Open) -> None:
    made.open_case(scene)
    for number in range(70):
        models.Watch.objects.create(name=f"w{number}", query="水", added_at=scene.now)
    person = window("auditor")
    first = person.get("/desk/record/")
    assert first.context["lines"][0].entry.id == models.Entry.objects.count()
    assert EVENTS["case_assessed"] in words(first)
    only = person.get("/desk/record/?type=case_opened")
    assert [line.entry.type for line in only.context["lines"]] == ["case_opened"]
    earlier = person.get("/desk/record/?before=3")
    assert [line.entry.id for line in earlier.context["lines"]] == [2, 1]
    assert person.get("/desk/record/?before=x&type=y").status_code == 200
