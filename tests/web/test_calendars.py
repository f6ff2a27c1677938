"""Press conferences and one's own shifts for calendar programs: what stands in them, what changed, and who may have them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from tests import scene as made
from tests.web.conftest import Window

from huiying.actions import conference, shift
from huiying.store import models

Open = Callable[..., Window]
PUBLIC, OWN = "/conferences.ics", "/desk/duty/mine.ics"


def events(answer) -> dict[str, icalendar.Event]:
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(one["UID"]): one for one in found.events}


def told(answer) -> tuple[str, str, int]:
    (one,) = events(answer).values()
    return str(one["SUMMARY"]), str(one["STATUS"]), one["SEQUENCE"]


@pytest.fixture
def planned(scene: made.Scene) -> models.Conference:
    at = scene.now + timedelta(days=1)
    conference.plan(scene.actors["spokesperson"], made.open_case(scene), subject="自来水；进展", place="县政府", at=at, now=scene.tick())
    return models.Conference.objects.get()


def test_a_conference_is_in_the_calendar_once_it_was_announced_and_keeps_its_id(scene: made.Scene, planned: models.Conference) -> None:
    client = Client()
    assert events(client.get(PUBLIC)) == {}
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    before = events(client.get(PUBLIC))
    assert told(client.get(PUBLIC)) == ("自来水；进展", "CONFIRMED", 0)
    (first,) = before.values()
    assert first.start == planned.at and str(first["LOCATION"]) == "县政府"
    conference.cancel(scene.actors["spokesperson"], planned, reason="暴雨", now=scene.tick())
    answer = client.get(PUBLIC)
    assert told(answer) == ("已取消：自来水；进展", "CANCELLED", 1) and events(answer).keys() == before.keys()
    assert "暴雨" not in answer.content.decode(), "one person alone publishes no words"
    (last,) = events(answer).values()
    assert last.DTSTAMP > first.DTSTAMP
    scene.now = planned.at + timedelta(days=31)
    assert events(client.get(PUBLIC)) == {}


def test_what_was_held_stays_for_a_month_as_it_was(scene: made.Scene, planned: models.Conference) -> None:
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    conference.hold(scene.actors["spokesperson"], planned, record="内部记录", unanswered=[], now=scene.tick())
    answer = Client().get(PUBLIC)
    assert told(answer) == ("自来水；进展", "CONFIRMED", 0) and "内部记录" not in answer.content.decode()


def test_a_drill_is_in_no_calendar(scene: made.Scene, planned: models.Conference) -> None:
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    models.Case.objects.update(drill=True)
    assert events(Client().get(PUBLIC)) == {}


def test_it_stays_in_the_language_in_which_somebody_subscribed(scene: made.Scene, planned: models.Conference) -> None:
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    conference.cancel(scene.actors["spokesperson"], planned, reason="暴雨", now=scene.tick())
    for lang, language in (("en", "zh-hans"), ("zh-hans", "en")):
        home = Client(headers={"accept-language": lang}).get("/").content.decode()
        assert f'href="{PUBLIC}?lang={lang}"' in home
        said = Client(headers={"accept-language": language}).get(f"{PUBLIC}?lang={lang}").content.decode()
        assert ("Called off: " in said) == (lang == "en") and ("新闻发布会" in said) == (lang == "zh-hans")
    assert Client().get(f"{PUBLIC}?lang=../x").status_code == 200


def test_an_unchanged_calendar_is_not_sent_again(scene: made.Scene, planned: models.Conference) -> None:
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    first = Client().get(PUBLIC)
    assert Client().get(PUBLIC, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert Client().post(PUBLIC).status_code == 405


@pytest.fixture
def on(scene: made.Scene) -> models.Shift:
    member, begins = scene.member("duty"), scene.now + timedelta(days=1)
    given = {"member": member, "role": "duty", "starts_at": begins, "ends_at": begins + timedelta(hours=8)}
    shift.add_shift(scene.actors["duty_lead"], **given, now=scene.tick())
    return models.Shift.objects.get()


def test_ones_own_shifts_and_no_others(scene: made.Scene, window: Open, on: models.Shift) -> None:
    answer = window("duty").get(OWN)
    (event,) = events(answer).values()
    assert told(answer) == ("On duty: duty officer", "CONFIRMED", 0) and event.end - event.start == timedelta(hours=8)
    assert answer["Cache-Control"] == "no-store" and "attachment" in answer["Content-Disposition"]
    assert events(window("duty_lead").get(OWN)) == {} == events(window("author").get(OWN))
    assert made.STAFF_MARK not in answer.content.decode() and scene.member("duty").username not in answer.content.decode()
    assert Client().get(OWN).status_code == 302, "nobody has it who is not signed in"


def test_a_shift_that_was_given_away_or_taken_off_is_off_in_the_file(scene: made.Scene, window: Open, on: models.Shift) -> None:
    lead = scene.member("duty_lead")
    models.Member.objects.filter(pk=lead.pk).update(roles=["duty", "duty_lead"])
    before = events(window("duty").get(OWN)).keys()
    shift.ask_swap(scene.actors["duty"], on, asked=models.Member.objects.get(pk=lead.pk), now=scene.tick())
    assert told(window("duty").get(OWN))[1] == "CONFIRMED", "as long as nobody agreed"
    shift.agree_swap(scene.actors["duty_lead"], models.Swap.objects.get(), now=scene.tick())
    mine, theirs = window("duty").get(OWN), window("duty_lead").get(OWN)
    assert told(mine) == ("Off: duty officer", "CANCELLED", 1) and events(mine).keys() == before
    assert told(theirs) == ("On duty: duty officer", "CONFIRMED", 1)
    on.refresh_from_db()
    shift.cancel_shift(scene.actors["duty_lead"], on, reason="合并班次", now=scene.tick())
    assert told(window("duty_lead").get(OWN)) == ("Off: duty officer", "CANCELLED", 2)
    assert "合并班次" not in window("duty_lead").get(OWN).content.decode()
