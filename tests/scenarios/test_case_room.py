"""The case room by hand, in a real browser: an accusation against our own office that proves true, and a rumour that proves false."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually
from tests.scenarios.staffed import WATER, staff
from tests.scenarios.typist import Typist
from tests.scenarios.ways import laid_before, let_pass, settle, state

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(instance: Instance) -> Iterator[Instance]:
    """A running desk with its people."""
    staff(instance)
    instance.start()
    instance.wait_for_web()
    yield instance


def test_an_accusation_against_our_own_office_that_proves_true(desk: Instance) -> None:
    with chromium() as browser:
        names = ("lead", "verifier", "second", "head", "approver", "leader")
        people = {name: Typist(browser, desk.url, "zh", name) for name in names}
        lead, second, head, leader = (people[name] for name in ("lead", "second", "head", "leader"))
        public, phone = Person(browser, desk.url, "zh"), Person(browser, desk.url, "zh", width=390)

        lead.go("/desk/cases/")
        lead.do("/desk/cases/open/", title="反映县水务局停水不通知", level="yellow", known_by="hotline")
        lead.do("/desk/cases/1/assess/", department=WATER)
        lead.do("/desk/cases/1/concern/", kind="complaint", text="停水三天，没有人通知我们。")
        lead.do("/desk/cases/1/claim/", text="县水务局停水前没有发过通知", about_us=True, accused=WATER)
        settle(people, 1, "true")

        # true about us: the case cannot rest, and the page says why
        lead.go("/desk/cases/1/")
        assert "查实我方问题而尚未承诺整改：县水务局停水前没有发过通知" in lead.text()
        assert not lead.offered("/desk/cases/1/rest/")
        lead.look("room-owed")
        leader.go("/desk/cases/1/")
        leader.do("/desk/cases/1/instruction/", text="今天之内说明原因。", department=WATER)
        head.go("/desk/cases/1/")
        head.do("/desk/instructions/1/answer/", text="值班人员漏发。")
        leader.go("/desk/cases/1/")
        leader.do("/desk/instructions/1/accept/")
        lead.go("/desk/cases/1/")
        lead.do("/desk/cases/1/commitment/", department=WATER, text="建立停水短信通知，提前一天发送。")
        assert not lead.offered("/desk/commitments/1/publish/"), "nobody publishes what they proposed"
        people["approver"].go("/desk/cases/1/")
        people["approver"].do("/desk/commitments/1/publish/")
        lead.go("/desk/cases/1/")
        lead.do("/desk/concerns/1/dispose/", disposition="solved", answer="已恢复供水，并将提前短信通知。")
        lead.do("/desk/cases/1/rest/")
        assert state(desk, "case", 1) == "watching"
        public.go("/commitments/")
        assert "尚未到期" in public.text()

        # the date passes: missed in public, and the case is taken up again
        let_pass(desk, 1)
        eventually(lambda: state(desk, "commitment", 1) == "missed", "the missed date")
        assert state(desk, "case", 1) == "assessing"
        for window in (public, phone):
            window.go("/commitments/")
            assert "已逾期" in window.text() and "此记录永久保留" in window.text()
            window.look("public-commitments-missed")
        leader.go("/desk/cases/1/")
        leader.do("/desk/commitments/1/resume/", reason="短信平台月底才能开通。")
        public.go("/commitments/")
        assert "短信平台月底才能开通" in public.text()

        # done, and seen by somebody outside the department
        head.go("/desk/cases/1/")
        head.do("/desk/commitments/1/done/", done="短信平台已开通，首次停水通知已发出。")
        assert not head.offered("/desk/commitments/1/verify/")
        second.go("/desk/cases/1/")
        second.do("/desk/commitments/1/verify/")
        public.go("/commitments/")
        assert "已兑现，但逾期" in public.text()
        lead.go("/desk/cases/1/")
        lead.do("/desk/cases/1/verify/")
        people["verifier"].go("/desk/cases/1/")
        people["verifier"].do("/desk/cases/1/facts-ready/")
        lead.go("/desk/cases/1/")
        lead.do("/desk/cases/1/rest/")
        lead.do("/desk/cases/1/begin-review/", reason="承诺已兑现")
        second.go("/desk/cases/1/")
        second.do("/desk/cases/1/sign-review/", reason="通知制度已补上")
        leader.go("/desk/cases/1/")
        leader.do("/desk/cases/1/close/")
        assert state(desk, "case", 1) == "closed"

        # somebody of the public does not accept it, from a phone
        phone.go("/commitments/")
        phone.page.locator('a[href="/commitments/1/ask/"]').click()
        phone.look("public-ask")
        phone.page.fill('textarea[name="text"]', "昨天又停水，没有收到短信。我的电话13900001111。")
        phone.page.locator("form#ask button").click()
        phone.page.locator("#received").wait_for()
        assert "C1" in phone.text()
        phone.look("public-asked")
        lead.go("/desk/contests/?state=open")
        assert "昨天又停水" in lead.text() and "13900001111" not in lead.page.content()
        lead.look("contests")
        lead.go("/desk/cases/1/")
        lead.do("/desk/contests/1/weigh/", reason="短信记录里没有昨天的通知。")
        second.go("/desk/cases/1/")
        assert not second.offered("/desk/contests/1/accept/"), "who saw it kept does not decide"
        leader.go("/desk/cases/1/")
        leader.do("/desk/contests/1/accept/")
        assert (state(desk, "case", 1), state(desk, "commitment", 1)) == ("assessing", "in_progress")
        phone.go("/asked/C1/")
        assert "正在重新办理" in phone.text()
        public.go("/register/")
        public.look("public-register")

        narrow = Person(browser, desk.url, "zh", "lead", width=390)
        for window in (lead, narrow):
            for path, name in (
                ("cases/1/", "room"),
                ("cases/", "cases"),
                ("cases/?mine=1&state=open", "cases-mine"),
                ("commitments/", "commitments"),
            ):
                window.go("/desk/" + path)
                window.look(name)
        for window in (*people.values(), public, phone, narrow):
            assert [error for error in window.errors if "409" not in error] == [], window.name
    assert "entries hold" in desk.run("verify-record").stdout


RUMOUR = {
    "zh": {
        "title": "网传望澜水库大坝开裂",
        "question": "我们要不要撤离？",
        "claim": "望澜水库大坝出现裂缝",
        "group": "县长任组长，水务、应急、宣传为成员",
        "note": "大坝开裂的传言正在扩散。",
        "seen": "关于大坝开裂的传言",
        "urgent": "有群众正在撤离。",
        "headline": "望澜水库大坝安全的通报",
        "fact": "网传望澜水库大坝出现裂缝，内容不属实。",
        "doing": "我们每天巡查大坝。",
        "answer": "不需要。大坝安全，通报里写明了由谁巡查。",
        "offer": "请求更正，或对处理结果提出异议",
        "contest": "裂缝是我亲眼看到的。",
        "next": "研判公众的异议",
    },
    "en": {
        "title": "Is the reservoir dam cracking?",
        "question": "Must we leave our homes?",
        "claim": "The dam of the Wanglan reservoir has a crack",
        "group": "County head; water, emergency and press offices",
        "note": "A rumour of a crack spreads.",
        "seen": "posts about a crack in the dam",
        "urgent": "People are leaving their homes.",
        "headline": "The dam is sound",
        "fact": "It is not true that the dam has a crack.",
        "doing": "We inspect it daily.",
        "answer": "No. The dam is sound; the statement says who inspected it.",
        "offer": "Ask for a correction, or contest how it came out",
        "contest": "I saw the crack myself.",
        "next": "Weigh what the public contests",
    },
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_short_way_of_a_false_rumour(desk: Instance, lang: str) -> None:
    said = RUMOUR[lang]
    with chromium() as browser:
        names = ("lead", "verifier", "second", "author", "approver", "leader")
        people = {name: Typist(browser, desk.url, lang, name) for name in names}
        lead, author, approver = people["lead"], people["author"], people["approver"]
        public = Typist(browser, desk.url, lang)
        lead.go("/desk/cases/")
        lead.do("/desk/cases/open/", title=said["title"], level="orange", known_by="media")
        lead.do("/desk/cases/1/assess/", department=WATER)
        lead.do("/desk/cases/1/concern/", kind="question", text=said["question"])
        lead.do("/desk/cases/1/claim/", text=said["claim"])
        lead.do("/desk/cases/1/activate/", level="orange", leading_group=said["group"])
        lead.do("/desk/cases/1/report-up/", note=said["note"], to="市政府")

        # the fast path: two people within a minute, the full approval afterwards by somebody who took no part
        lead.do("/desk/cases/1/emergency/", seen=said["seen"], reason=said["urgent"])
        assert not lead.offered("/desk/statements/1/second/")
        author.go("/desk/statements/1/")
        author.do("/desk/statements/1/second/")
        public.go("/")
        assert said["seen"] in public.text()
        approver.go("/desk/statements/1/")
        approver.look("retrospect")
        approver.do("/desk/statements/1/retrospect/")

        settle(people, 1, "false")
        author.go("/desk/cases/1/")
        author.do("/desk/cases/1/statement/", stage="S1", lang=lang)
        author.write(2, said["headline"], [("fact", said["fact"], (1,)), ("doing", said["doing"], ())])
        laid_before(approver, 2)
        lead.go("/desk/cases/1/")
        lead.do("/desk/concerns/1/dispose/", disposition="explained", answer=said["answer"])
        lead.do("/desk/cases/1/rest/")
        assert state(desk, "case", 1) == "watching"
        lead.look("room-rumour")
        public.go("/statements/2/")
        assert said["offer"] in public.text()
        public.look("public-statement")
        public.send(public.page.locator('a[href="/statements/2/ask/"]'), "the link to the form")
        public.look("public-ask")
        public.enter(public.page.locator("input#about-claim-1"), True, "what it is about")
        public.enter(public.page.locator('textarea[name="text"]'), said["contest"], "the text")
        public.send(public.page.locator("form#ask button"), "the button of the form")
        public.page.locator("#received").wait_for()
        lead.go("/desk/")
        assert said["next"] in lead.text()
        lead.go("/desk/cases/1/")
        marks = lead.page.locator("#steps tbody th").all_inner_texts()
        assert len(marks) == len(set(marks)) >= 8
        for window in (*people.values(), public):
            assert [error for error in window.errors if "409" not in error] == [], window.name
