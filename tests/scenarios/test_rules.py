"""A duty desk learns what its warnings are worth: feedback, a rule tried and adopted, the proof. In a real browser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]

SAID = {
    "zh": {
        "worth": "✓ 有用",
        "rise": "再加",
        "outcome": "会消失",
        "low": "不能为 0",
        "adopted": "规则已采用",
        "why": "蓝色预警过多，值守员看不过来",
        "title": "桥面塌陷：市民向媒体反映",
        "told": "得知途径：媒体",
        "proof": "预警成效",
        "no reason": "理由",
        "same": "重新计算：逐位一致。",
        "nobody": "值守",
    },
    "en": {
        "worth": "✓ Useful",
        "rise": "more points",
        "outcome": "Would vanish",
        "low": "cannot be 0",
        "adopted": "The rule is adopted",
        "why": "Too many blue warnings to look at",
        "title": "A bridge has sagged: people went to the media",
        "told": "told us: the media",
        "proof": "What our warnings are worth",
        "no reason": "reason",
        "same": "Computed again: the same to the digit.",
        "nobody": "duty",
    },
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Instance]:
    """A desk that was set up fifteen days ago and has watched since."""
    instance = Instance(tmp_path / "home")
    now = datetime.now(UTC)
    past = (now - timedelta(days=15)).isoformat()
    instance.env["HUIYING_DEMO_CLOCK"] = f"{now.isoformat()},{past},{past},1"
    instance.init()
    instance.people()
    del instance.env["HUIYING_DEMO_CLOCK"]
    command = [sys.executable, "-m", "tests.scenarios.warned"]
    made = subprocess.run(command, cwd=ROOT, env=instance.env, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    instance.start()
    instance.wait_for_web()
    yield instance
    instance.stop()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_desk_learns_what_its_warnings_are_worth(desk: Instance, lang: str) -> None:
    said = SAID[lang]
    ((last,),) = desk.query("SELECT max(id) FROM store_warning WHERE level = 'yellow'")
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        lead = Person(browser, desk.url, lang, "lead")
        phone = Person(browser, desk.url, lang, "lead", width=390)

        # feedback with one click, and changed with another
        duty.go(f"/desk/warnings/{last}/")
        assert said["rise"] in duty.page.locator("#levels").inner_text()
        for verdict in ("wrong", "useful"):
            duty.page.locator(f'#feedback button[value="{verdict}"]').click()
            duty.page.wait_for_load_state()
        assert said["worth"] in duty.page.locator('#feedback button[aria-pressed="true"]').inner_text()
        kept = desk.query("SELECT verdict FROM store_feedback ORDER BY id")
        assert kept == [("wrong",), ("useful",)]
        duty.look("warning-feedback")
        phone.go(f"/desk/warnings/{last}/")
        phone.look("warning-feedback")

        # who may not change the rule sees it all the same
        duty.go("/desk/rules/")
        assert not duty.offered("/desk/rules/try/") or duty.page.locator("#rules-try input[type=text]").count() == 0
        duty.look("rules-read")

        # a change outside its range is refused and keeps what was typed
        lead.go("/desk/rules/")
        lead.page.fill('input[name="level.blue"]', "0")
        lead.page.locator("#rules-try button").click()
        assert said["low"] in lead.page.locator('[role="alert"]').inner_text()
        assert lead.page.input_value('input[name="level.blue"]') == "0"
        lead.look("rules-refused")

        # a change is tried on the desk's own items
        lead.go("/desk/rules/")
        lead.look("rules")
        phone.go("/desk/rules/")
        phone.look("rules")
        present = lead.page.input_value('input[name="level.yellow"]')
        lead.page.fill('input[name="level.blue"]', str(float(present) - 0.05))
        lead.page.fill('input[name="weight.watch"]', "0.3")
        lead.page.fill('input[name="weight.concern"]', "0")
        lead.page.locator("#rules-try button").click()
        lead.page.wait_for_url("**/desk/backtests/1/")
        eventually(lambda: desk.query("SELECT state FROM store_backtest") == [("done",)], "the backtest", patience=120)
        lead.page.locator("#vanish").wait_for(timeout=30_000)
        assert said["outcome"] in lead.text()
        ((result,),) = desk.query("SELECT result FROM store_backtest")
        found = json.loads(result)
        assert found["vanish"] + found["appear"] + found["level"] > 0
        assert found["before"]["stories"] > found["after"]["stories"] > 0
        lead.page.locator("#vanish + ul a").first.wait_for()
        lead.look("backtest")
        phone.go("/desk/backtests/1/")
        phone.look("backtest")

        # and adopted, with a reason
        assert desk.query("SELECT count(*) FROM store_ruleversion") == [(0,)]
        lead.do("/desk/backtests/1/adopt/", reason=said["why"])
        assert said["adopted"] in lead.text() and said["why"] in lead.text()
        lead.look("rules-adopted")
        (entry,) = desk.query("SELECT actor, data FROM event WHERE type = 'rule_adopted'")
        assert entry[0] == "lead" and json.loads(entry[1])["proposed_by"] == "lead"

        # a case that somebody told us of
        duty.go("/desk/cases/")
        earlier = (datetime.now(UTC) - timedelta(hours=30)).strftime("%Y-%m-%dT%H:%M")
        duty.do("/desk/cases/open/", title=said["title"], known_by="media", first_public_at=earlier)
        assert said["told"] in duty.text()
        duty.look("case-by-hand")
        duty.go("/desk/cases/")
        duty.page.locator("#cases-open").wait_for(state="attached")
        duty.look("cases")

        # the proof
        for window in (lead, phone):
            window.go("/desk/proof/")
            assert said["proof"] in window.text() and said["title"] in window.text()
            for summary in window.page.locator("main details > summary").all():
                summary.click()
            window.look("proof")
        assert lead.page.locator("svg.proof rect.call").count() > 0
        lead.page.locator("#month").select_option(index=1)
        lead.page.locator("main form button").first.click()
        lead.page.wait_for_url("**/proof/?month=*")
        lead.look("proof-month-before")
        lead.go("/desk/proof/?month=what")
        assert "what" in lead.page.locator('[role="alert"]').inner_text()
        for window in (duty, lead, phone):
            assert [error for error in window.errors if "409" not in error and "400" not in error] == [], window.name
    done = desk.run("explain", str(last), "--all", lang=lang)
    assert said["same"] in done.stdout
    assert "entries hold" in desk.run("verify-record").stdout
