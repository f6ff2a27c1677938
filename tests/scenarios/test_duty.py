"""Two shifts in a real browser: a rota, a swap by consent, the desk handed over, what happened meanwhile, deadlines and a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually
from tests.scenarios.people import PASSWORD

pytestmark = pytest.mark.browser
ZONE = ZoneInfo("Asia/Shanghai")
SAID = {
    "zh": {
        "nobody": "尚无人接班",
        "asked": "已向同事提出",
        "changed": "排班已改",
        "waits": "有人接班之前仍由您负责",
        "stays": "在有人接班之前仍由其负责",
        "held": "现在由您负责值守台",
        "gap": "无人",
        "longer": "只能缩短，不能延长",
        "rule": "县政发〔2026〕3号",
        "year": "已公布至2027年底",
        "log": "更正第1条",
    },
    "en": {
        "nobody": "nobody has taken the desk yet",
        "asked": "Your colleague is asked",
        "changed": "the rota is changed",
        "waits": "You stay responsible until somebody takes the desk over",
        "stays": "stays responsible until somebody takes it",
        "held": "You hold the desk now",
        "gap": "nobody from",
        "longer": "shorter, never longer",
        "rule": "县政发〔2026〕3号",
        "year": "announced up to the end of 2027",
        "log": "corrects entry 1",
    },
}


@pytest.fixture
def desk(instance: Instance) -> Iterator[Instance]:
    """A running desk with two duty officers and today's rota read from a table."""
    instance.people()
    instance.run("user", "add", "night", "--name", "夜班 / Night", "--role", "duty", stdin=PASSWORD + "\n")
    begin = datetime.now(ZONE).replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    rows = [("duty", begin, begin + timedelta(hours=12)), ("night", begin + timedelta(hours=14), begin + timedelta(hours=26))]
    table = "\n".join(f"{name},duty,{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M}" for name, start, end in rows)
    instance.run("rota", "import", "-", stdin=table)
    instance.start()
    instance.wait_for_web()
    yield instance


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_shifts(desk: Instance, lang: str) -> None:
    said = SAID[lang]
    assert "国办发明电〔2025〕7号" in desk.run("calendar", "list").stdout
    later = datetime.now(ZONE) + timedelta(days=2)
    with chromium() as browser:
        lead = Person(browser, desk.url, lang, "lead")
        lead.go("/desk/duty/")
        assert said["nobody"] in lead.text() and said["gap"] in lead.page.locator("#gaps").inner_text()
        lead.do(
            "/desk/duty/shifts/add/",
            member="1",
            role="duty",
            starts_at=f"{later:%Y-%m-%dT08:00}",
            ends_at=f"{later:%Y-%m-%dT20:00}",
            repeat="1",
        )
        assert desk.query("SELECT count(*) FROM store_shift") == [(4,)]
        lead.look("rota")

        duty = Person(browser, desk.url, lang, "duty")
        duty.go("/desk/duty/handover/")
        duty.do("/desk/duty/handover/take-desk/")
        assert said["held"] in duty.text()
        duty.go("/desk/cases/")
        duty.do("/desk/cases/open/", title="望澜小学门口施工", level="orange", known_by="hotline")
        eventually(lambda: desk.query("SELECT count(*) FROM store_dutytimer")[0][0] >= 3, "the timers of the case")
        duty.go("/desk/duty/log/")
        duty.do("/desk/duty/log/write/", text="施工方来电，十点到场。")
        duty.do("/desk/duty/log/write/", text="更正：十一点到场。", corrects="1")
        assert said["log"] in duty.text()
        duty.look("log")
        duty.go("/desk/duty/?week=0")
        if not duty.offered("/desk/duty/shifts/3/swap/"):
            duty.go("/desk/duty/?week=1")
        duty.do("/desk/duty/shifts/3/swap/", asked=str(desk.query("SELECT id FROM store_member WHERE username = 'night'")[0][0]))
        assert said["asked"] in duty.text()
        duty.go("/desk/duty/handover/")
        duty.look("handover-before")
        duty.do("/desk/duty/handover/write/", remark="等施工方十一点到场；教育局的口径还没有来。")
        assert said["waits"] in duty.text()
        duty.go("/desk/")
        assert said["stays"] in duty.page.locator("#duty").inner_text()
        duty.look("board")

        night = Person(browser, desk.url, lang, "night")
        night.go("/desk/duty/")
        night.look("swap-asked")
        night.do("/desk/duty/swaps/1/agree/")
        assert said["changed"] in night.text()
        assert desk.query("SELECT m.username FROM store_shift s JOIN store_member m ON m.id = s.member_id WHERE s.id = 3") == [("night",)]
        page = night.go("/desk/duty/since/")
        assert page.locator("#since-cases a").first.inner_text() == "望澜小学门口施工"
        night.look("since")
        night.do("/desk/duty/since/read/")
        assert night.page.locator("#since-cases").count() == 0
        page = night.go("/desk/duty/handover/")
        assert page.locator("#open-things li").count() >= 3
        night.look("handover-waits")
        night.do("/desk/duty/handover/2/take/")
        assert said["held"] in night.text()
        assert desk.query("SELECT count(*) FROM store_handover WHERE waits") == [(0,)]

        lead.go("/desk/duty/deadlines/")
        limit = {
            "timer": "s1",
            "preset": "grave",
            "unit": "hours",
            "document": "县政发〔2026〕3号",
            "clause": "第五条",
            "reason": "本县规定更严",
        }
        lead.do("/desk/duty/deadlines/set/", amount="6", **limit)
        assert said["longer"] in lead.text()
        assert lead.page.locator("#duty-deadlines-set-document").input_value() == "县政发〔2026〕3号", "what was typed is not lost"
        lead.do("/desk/duty/deadlines/set/", amount="3", **limit)
        assert said["rule"] in lead.page.locator("#timer-s1").inner_text()
        lead.look("deadlines")
        eventually(lambda: desk.query("SELECT amount FROM store_dutytimer WHERE name = 's1'") == [(3,)], "the running timer follows")
        lead.go("/desk/duty/calendar/")
        lead.do("/desk/duty/calendar/import/", year="2027", source="国办发明电〔2026〕1号", table="2027-01-01,休,元旦\n2027-01-03,班,元旦")
        assert said["year"] in lead.text()
        lead.look("calendar")
        assert [person.errors for person in (duty, night)] == [[], []] and all("409" in error for error in lead.errors)

        narrow = Person(browser, desk.url, lang, "lead", width=390)
        for path in ("", "handover/", "log/", "since/", "deadlines/", "calendar/"):
            narrow.go(f"/desk/duty/{path}")
            narrow.look(f"duty-{path.strip('/') or 'rota'}")
    assert "night" in desk.run("rota", "list").stdout
