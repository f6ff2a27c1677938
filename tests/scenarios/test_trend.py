"""A duty officer reads how a story may go on, what to do now, and which past case was like it; the duty lead changes a playbook."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
SAID = {
    "zh": {
        "range": "80% 区间",
        "held": "此类预测共",
        "kind": "水电气热",
        "few": "只有一条报道",
        "step": "先核实范围",
        "clock": "正在计时的时限",
        "past": "望澜镇自来水发黄",
        "none": "未发布通报",
    },
    "en": {
        "range": "80 per cent range",
        "held": "forecasts like this",
        "kind": "utilities",
        "few": "One report is too little",
        "step": "First confirm the area",
        "clock": "The clocks that run",
        "past": "望澜镇自来水发黄",
        "none": "no statement was published",
    },
}


@pytest.fixture
def desk(instance: Instance) -> Iterator[Instance]:
    instance.people()
    made = subprocess.run([sys.executable, "-m", "tests.scenarios.trended"], cwd=ROOT, env=instance.env, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    instance.start("--only", "web")
    instance.wait_for_web()
    yield instance


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_warning_shows_its_trend_and_what_to_do(desk: Instance, lang: str) -> None:
    said = SAID[lang]
    ((pk,),) = desk.query("SELECT w.id FROM store_warning w JOIN store_story s ON s.id = w.raised_for_id WHERE s.key = 's-now'")
    ((one,),) = desk.query("SELECT w.id FROM store_warning w JOIN store_story s ON s.id = w.raised_for_id WHERE s.key = 's-one'")
    ((old,),) = desk.query("SELECT id FROM store_case")
    made = desk.query(
        "SELECT f.hours, f.low, f.high FROM store_forecast f JOIN store_story s ON s.id = f.story_id WHERE s.key = 's-now' ORDER BY f.id"
    )
    assert [hours for hours, _, _ in made[-2:]] == [6, 24]
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        phone = Person(browser, desk.url, lang, "lead", width=390)
        duty.go(f"/desk/warnings/{pk}/")
        text = duty.text()
        for key in ("range", "held", "kind", "clock", "past", "none"):
            assert said[key] in text, key
        picture = duty.page.locator("svg.trend")
        assert picture.locator("polygon.outer").count() == 1 and picture.locator("circle.guess").count() == 2
        assert str(made[-1][2]) in (picture.locator("desc").text_content() or "")
        assert duty.page.locator(f'#past-cases a[href="/desk/cases/{old}/"]').count() == 1
        assert "谷维" not in duty.page.locator("#past-cases").inner_text()
        duty.look("warning-trend")
        phone.go(f"/desk/warnings/{pk}/")
        phone.look("warning-trend")
        duty.go("/desk/stories/s-now/")
        assert duty.page.locator("#trend svg.trend").count() == 1
        duty.look("story-trend")
        phone.go("/desk/stories/s-now/")
        phone.look("story-trend")
        duty.go(f"/desk/warnings/{one}/")
        assert said["few"] in duty.text()
        duty.look("warning-one-report")

        # a playbook of the desk's own, on the record, and then on the warning
        assert not duty.go("/desk/playbooks/").locator('form[action="/desk/playbooks/utilities/set/"]').count()
        phone.go("/desk/playbooks/")
        phone.look("playbooks")
        phone.do("/desk/playbooks/utilities/set/", department="1", steps=f"{said['step']}\n2")
        phone.look("playbook-changed")
        ((data,),) = desk.query("SELECT data FROM event WHERE type = 'playbook_changed'")
        assert json.loads(data)["steps"] == [said["step"], "2"]
        duty.go(f"/desk/warnings/{pk}/")
        assert said["step"] in duty.page.locator("#lead").inner_text()
        assert duty.errors == [] and phone.errors == []
