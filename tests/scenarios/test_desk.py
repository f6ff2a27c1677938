"""The whole way, by hand, in a real browser, in Chinese and in English: from a public item to a correction that everybody can see."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually, hurry

pytestmark = pytest.mark.browser

POSTS = (
    ("hotline", "1", "反映望澜镇自来水发黄", "来电人称望澜镇学府街自来水发黄、有异味，多名老人和孩子饮用后呕吐送医。"),
    ("bbs", "2", "望澜镇自来水发黄有异味，喝了呕吐", "学府街这边的自来水从昨晚开始发黄，邻居家孩子喝了呕吐，已经送医，疑似中毒。"),
    ("bbs", "3", "学府街自来水又黄又臭", "望澜镇学府街自来水发黄有异味，好几户人家呕吐送医，到底是不是中毒，请县水务局说清楚。"),
)
SAID = {
    "zh": {
        "claim": "望澜镇学府街自来水发黄",
        "facts": "6月2日起，望澜镇学府街部分用户自来水发黄。",
        "corrected": "6月1日起，望澜镇学府街部分用户自来水发黄。",
        "doing": "管网正在冲洗。",
        "why": "日期有误，应为6月1日。",
        "seen": "望澜镇自来水发黄",
        "sorry": "对日期有误，我们表示歉意。",
        "title": "关于望澜镇自来水发黄的情况说明",
        "approved": "不能",
    },
    "en": {
        "claim": "The tap water in Xuefu Street is yellow",
        "facts": "Since 2 June the tap water in Xuefu Street has been yellow.",
        "corrected": "Since 1 June the tap water in Xuefu Street has been yellow.",
        "doing": "The mains are being flushed.",
        "why": "The date was wrong: it began on 1 June.",
        "seen": "yellow tap water in Wanglan",
        "sorry": "We are sorry for the wrong date.",
        "title": "Yellow tap water in Wanglan",
        "approved": "Ask somebody",
    },
}


@pytest.fixture
def desk(instance: Instance, feeds: Feeds) -> Iterator[Instance]:
    """A running desk with its people, two sources and a watch."""
    instance.people()
    for kind in ("hotline", "bbs"):
        feeds.add(f"/{kind}", f"{kind}-0", f"{kind}：今天的天气很好", "适合散步。")
    own = ["--every", "1", "--allow-private"]
    tap = ["--name", "自来水水质", "--place", "望澜镇", "--department", "县水务局"]
    instance.run_all(
        ["user", "add", "both", "--role", "author", "--role", "approver", "--role", "publisher"],
        ["source", "add", feeds.base + "/hotline", "--name", "hotline", "--kind", "hotline", *own],
        ["source", "add", feeds.base + "/bbs", "--name", "bbs", "--kind", "post", *own],
        ["watch", "add", "自来水 AND (发黄 OR 异味)", *tap],
        stdin="a long enough pass phrase\n",
    )
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(2,)], "the first items")
    yield instance


def api(instance: Instance, token: str, method: str, path: str, body: object = None) -> tuple[int, dict]:
    """One call of the programming interface."""
    request = urllib.request.Request(
        instance.url + "/api/v1" + path,
        method=method,
        data=json.dumps(body or {}).encode() if method != "GET" else None,
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept-Language": "en"},
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_an_item_to_a_correction(desk: Instance, feeds: Feeds, lang: str) -> None:
    said = SAID[lang]
    tokens = {name: desk.run("user", "token", name).stdout.strip() for name in ("author", "approver", "publisher", "both")}
    with chromium() as browser:
        people = {
            name: Person(browser, desk.url, lang, name) for name in ("duty", "lead", "verifier", "second", "water", "author", "approver")
        }
        people |= {name: Person(browser, desk.url, lang, name) for name in ("publisher", "both", "admin")}
        public = Person(browser, desk.url, lang)
        phone = Person(browser, desk.url, lang, width=390)
        duty, lead, verifier, second = people["duty"], people["lead"], people["verifier"], people["second"]
        water, author, approver, publisher, both = (people[name] for name in ("water", "author", "approver", "publisher", "both"))

        # public items appear on the open board by themselves, and a warning rises
        duty.go("/desk/")
        duty.look("board-quiet")
        for feed, guid, title, text in POSTS:
            feeds.add(f"/{feed}", guid, title, text)
        hurry(desk)
        duty.page.get_by_text("学府街自来水又黄又臭").first.wait_for(timeout=20_000)
        eventually(lambda: desk.query("SELECT count(*) FROM store_warning"), "a warning")
        ((warning, story),) = desk.query(
            "SELECT w.id, s.key FROM store_warning w JOIN store_story s ON s.id = w.story_id ORDER BY w.id LIMIT 1"
        )
        duty.page.locator(f'a[href="/desk/warnings/{warning}/"]').first.wait_for(timeout=20_000)
        duty.look("board")
        duty.go(f"/desk/stories/{story}/")
        duty.look("story")

        # warning → acknowledged → case
        duty.go(f"/desk/warnings/{warning}/")
        duty.look("warning")
        duty.do(f"/desk/warnings/{warning}/acknowledge/")
        duty.do(f"/desk/warnings/{warning}/open/", title=said["seen"])
        duty.page.wait_for_url("**/desk/cases/1/")
        lead.go("/desk/cases/1/")
        lead.do("/desk/cases/1/assess/", level="orange", department="1")
        duty.go("/desk/cases/1/")
        duty.do("/desk/cases/1/report-up/", note="电话已报")

        # a claim, verified by two
        duty.do("/desk/cases/1/claim/", text=said["claim"], about_us=True)
        verifier.go("/desk/cases/1/")
        verifier.do("/desk/claims/1/take/")
        verifier.do("/desk/claims/1/propose/", verdict="true", reason="现场查看")
        assert verifier.page.locator('[role="alert"]').count() == 1, "a verdict without evidence is refused, and says so"
        verifier.do("/desk/claims/1/evidence/", kind="site_report", text="三户现场查看，均见黄水", origin="县水务局")
        verifier.do("/desk/claims/1/propose/", verdict="true", reason="现场查看")
        assert not verifier.offered("/desk/claims/1/confirm/")
        second.go("/desk/cases/1/")
        second.do("/desk/claims/1/confirm/")
        assert desk.query("SELECT state, verifier_id != second_id FROM store_claim") == [("true", 1)]
        verifier.go("/desk/cases/1/")
        verifier.do("/desk/cases/1/task/", department="1", text="请说明范围和原因排查进展")
        water.go("/desk/cases/1/")
        water.do("/desk/tasks/1/accept/")
        water.do("/desk/tasks/1/answer/", text="学府街三条支管，正在冲洗。")
        verifier.go("/desk/cases/1/")
        verifier.do("/desk/tasks/1/accept-answer/")
        verifier.look("case")

        # S0 by two persons
        author.go("/desk/cases/1/")
        later = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 8 * 3600 + 6 * 3600))
        author.do("/desk/cases/1/holding/", seen=said["seen"], next_update_at=later, lang=lang)
        author.go("/desk/statements/1/")
        author.look("statement-draft")
        submit(author, 1)
        approver.go("/desk/statements/1/")
        approver.look("statement-approval")
        approver.do("/desk/statements/1/approve/")
        publisher.go("/desk/statements/1/")
        publisher.do("/desk/statements/1/publish/")
        assert desk.query("SELECT number FROM store_revision WHERE statement_id = 1") == [(1,)]

        # S1: a fact without a claim is stopped at the gate
        author.go("/desk/cases/1/")
        author.do("/desk/cases/1/statement/", stage="S1", lang=lang)
        author.go("/desk/statements/2/")
        write(author, said["title"], [("fact", said["facts"], False), ("doing", said["doing"], False)])
        author.page.locator('button[formaction="/desk/statements/2/submit/"]').click()
        author.page.locator('[role="alert"]').wait_for()
        assert said["facts"] in author.page.locator('textarea[name="s0-text"]').input_value(), "what was typed is still there"
        author.page.locator('input[name="s0-claims"][value="1"]').check()
        submit(author, 2)
        assert desk.query("SELECT state FROM store_statement WHERE id = 2") == [("approval",)], author.text()

        # nobody approves what they wrote, and nothing goes out without approval: by hand and by the interface
        publisher.go("/desk/statements/2/")
        assert not publisher.offered("/desk/statements/2/publish/")
        status, answer = api(desk, tokens["publisher"], "POST", "/statements/2/publish")
        assert status in (400, 409) and answer["error"]["message"]
        both.go("/desk/statements/2/")
        write(both, said["title"], [("fact", said["facts"], True), ("doing", said["doing"], False)], extra="…")
        submit(both, 2)
        assert not both.offered("/desk/statements/2/approve/")
        ((hash,),) = desk.query("SELECT content_hash FROM store_statement WHERE id = 2")
        status, answer = api(desk, tokens["both"], "POST", "/statements/2/approve", {"hash": hash})
        assert status in (400, 403, 409) and "written" in answer["error"]["message"]
        status, answer = api(desk, tokens["author"], "POST", "/statements/2/approve", {"hash": hash})
        assert status == 403
        forged = both.page.evaluate(
            """async (hash) => { const form = new FormData(); form.append("hash", hash);
            form.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
            const answer = await fetch("/desk/statements/2/approve/", {method: "POST", body: form});
            return [answer.status, await answer.text()]; }""",
            hash,
        )
        assert forged[0] >= 400
        assert desk.query("SELECT state, approved_hash FROM store_statement WHERE id = 2") == [("approval", "")]

        # an edit after approval makes it void
        approver.go("/desk/statements/2/")
        approver.do("/desk/statements/2/approve/")
        assert desk.query("SELECT state FROM store_statement WHERE id = 2") == [("approved",)]
        author.go("/desk/statements/2/")
        write(author, said["title"], [("fact", said["facts"], True), ("doing", said["doing"], False)])
        author.page.locator('button[name="act"][value="save"]').click()
        author.page.wait_for_load_state()
        assert desk.query("SELECT state, approved_hash FROM store_statement WHERE id = 2") == [("draft", "")]
        status, answer = api(desk, tokens["publisher"], "POST", "/statements/2/publish")
        assert status in (400, 409)
        submit(author, 2)
        approver.go("/desk/statements/2/")
        approver.do("/desk/statements/2/approve/")
        publisher.go("/desk/statements/2/")
        publisher.do("/desk/statements/2/publish/")

        # the public page and the feed
        public.go("/")
        assert said["title"] in public.text()
        public.look("public-home")
        public.go("/statements/2/")
        assert said["facts"] in public.text()
        feed = feedparser.parse(desk.url + "/feed.atom")
        before = {entry.id: entry.updated for entry in feed.entries}
        assert len(before) == 2

        # a correction, visible in page and feed
        author.go("/desk/statements/2/")
        author.do("/desk/statements/2/correct/", reason=said["why"])
        write(author, said["title"], [("fact", said["corrected"], True), ("doing", said["doing"], False), ("regret", said["sorry"], False)])
        submit(author, 2)
        approver.go("/desk/statements/2/")
        approver.do("/desk/statements/2/approve/")
        publisher.go("/desk/statements/2/")
        publisher.do("/desk/statements/2/publish/")
        for window, where in ((public, "public"), (phone, "phone")):
            window.go("/statements/2/")
            assert said["why"] in window.text() and said["corrected"] in window.text()
            assert window.page.locator("del").count() and window.page.locator("ins").count()
            window.look(f"{where}-statement")
            window.go("/corrections/")
            assert said["why"] in window.text()
            window.look(f"{where}-corrections")
            window.go("/register/")
            assert "自来水水质" in window.text()
            window.look(f"{where}-register")
        after = {entry.id: entry.updated for entry in feedparser.parse(desk.url + "/feed.atom").entries}
        assert after.keys() == before.keys()
        assert sum(after[id] > before[id] for id in after) == 1

        # every other page, in both widths, without a barrier and without an error in the console
        narrow = Person(browser, desk.url, lang, "lead", width=390)
        for window in (lead, narrow):
            for path in (
                "",
                "warnings/",
                f"warnings/{warning}/",
                f"stories/{story}/",
                "cases/",
                "cases/1/",
                "statements/",
                "statements/2/",
            ):
                window.go("/desk/" + path)
                window.look("all-" + (path.strip("/").replace("/", "-") or "board"))
            for path in ("/desk/sources/", "/desk/watches/", "/"):
                window.go(path)
                window.look("all" + path.strip("/").replace("/", "-"))
        people["admin"].go("/desk/record/")
        people["admin"].look("record")
        for window in (*people.values(), public, phone, narrow):
            assert [error for error in window.errors if "409" not in error and "400" not in error and "403" not in error] == [], window.name
    assert "entries hold" in desk.run("verify-record").stdout
    refused = [json.loads(data)["act"] for (data,) in desk.query("SELECT data FROM event WHERE type = 'act_refused'")]
    assert {"publish", "approve", "propose"} <= set(refused)


def submit(person: Person, number: int) -> None:
    """Save and submit, from the editor; a text that waits for approval or has it must be taken back by saving first."""
    if person.page.locator(f'button[formaction="/desk/statements/{number}/submit/"]').count() == 0:
        person.page.locator('button[name="act"][value="save"]').click()
    person.page.locator(f'button[formaction="/desk/statements/{number}/submit/"]').click()
    person.page.wait_for_load_state()


def write(person: Person, title: str, rows: list[tuple[str, str, bool]], extra: str = "") -> None:
    """Fill in the editor: kind, text and whether the sentence rests on claim 1."""
    page = person.page
    page.fill('input[name="title"]', title)
    for place, (kind, text, cites) in enumerate(rows):
        page.fill(f'textarea[name="s{place}-text"]', text + (extra if place == len(rows) - 1 else ""))
        page.select_option(f'select[name="s{place}-kind"]', kind)
        box = page.locator(f'input[name="s{place}-claims"][value="1"]')
        box.set_checked(cites)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_expired_session_loses_nothing(desk: Instance, lang: str, tmp_path: Path) -> None:
    with chromium() as browser:
        lead = Person(browser, desk.url, lang, "lead")
        lead.go("/desk/watches/")
        form = lead.page.locator('form[action="/desk/watches/add/"]')
        folded = lead.page.locator('details:not([open]):has(form[action="/desk/watches/add/"]) > summary')
        if folded.count():
            folded.first.click()
        form.locator('[name="name"]').fill("新的关注")
        form.locator('[name="query"]').fill("停水 OR 断水")
        cookies = [cookie for cookie in lead.context.cookies() if cookie["name"] != "sessionid"]
        lead.context.clear_cookies()
        lead.context.add_cookies(cookies)
        form.locator("button").first.click()
        lead.page.locator("input[name=password]").wait_for()
        assert ("登录已过期" if lang == "zh" else "session") in lead.text()
        lead.look("expired")
        lead.page.fill("input[name=username]", "lead")
        lead.page.fill("input[name=password]", "a long enough pass phrase")
        lead.page.locator("form:has(input[name=password]) button").first.click()
        lead.page.wait_for_load_state()
        assert "停水 OR 断水" in lead.page.content()
        lead.page.locator('form:has(input[name="query"]) button').first.click()
        lead.page.wait_for_load_state()
        eventually(lambda: desk.query("SELECT query FROM store_watch WHERE name = '新的关注'") == [("停水 OR 断水",)], "the watch")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_wrong_query_says_where_and_keeps_what_was_typed(desk: Instance, lang: str) -> None:
    with chromium() as browser:
        lead = Person(browser, desk.url, lang, "lead")
        lead.go("/desk/watches/")
        lead.do("/desk/watches/add/", name="坏的", query="(停水 OR 断水")
        alert = lead.page.locator('[role="alert"]').inner_text()
        assert any(letter.isdigit() for letter in alert), "the position"
        assert any("\u4e00" <= letter <= "\u9fff" for letter in alert) == (lang == "zh") or "停水" in alert
        assert "(停水 OR 断水" in lead.page.content()
        assert desk.query("SELECT count(*) FROM store_watch") == [(1,)]
