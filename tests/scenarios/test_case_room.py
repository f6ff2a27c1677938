"""The case room by hand, in a real browser: an accusation against our own office that proves true, and a rumour that proves false."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually
from tests.scenarios.people import PASSWORD
from tests.scenarios.test_desk import submit, write

pytestmark = pytest.mark.browser

STAFF = (
    ("lead", ("duty", "duty_lead"), ""),
    ("verifier", ("verifier",), ""),
    ("second", ("reviewer",), ""),
    ("head", ("dept_head",), "县水务局"),
    ("author", ("author",), "县政府新闻办"),
    ("approver", ("approver", "publisher"), "县政府新闻办"),
    ("leader", ("leader",), ""),
)
WATER = "1"


@pytest.fixture
def desk(instance: Instance) -> Iterator[Instance]:
    """A running desk with somebody at every post that these two ways need."""
    adding = []
    for name, roles, department in STAFF:
        flags = [word for role in roles for word in ("--role", role)]
        more = ["--department", department] if department else []
        adding.append(["user", "add", name, "--name", name.title(), *flags, *more])
    # one process for all of them: each would otherwise read the whole program again
    program = f"from huiying.cli import main; [main(words) for words in {adding!r}]"
    passwords = (PASSWORD + "\n") * len(STAFF)
    subprocess.run([sys.executable, "-c", program], env=instance.env, input=passwords, text=True, check=True, timeout=120)
    instance.start()
    instance.wait_for_web()
    yield instance


def let_pass(desk: Instance, commitment: int) -> None:
    """Make the promised date of a commitment pass, as if the time had gone by."""
    connection = sqlite3.connect(desk.home / "huiying.sqlite3", timeout=20)
    with connection:
        past = "2026-01-01 00:00:00"
        connection.execute("UPDATE store_commitment SET due_at = ?, first_due_at = ? WHERE id = ?", (past, past, commitment))
    connection.close()


def state(desk: Instance, table: str, number: int) -> str:
    """The state of a row."""
    ((found,),) = desk.query(f"SELECT state FROM store_{table} WHERE id = ?", number)
    return str(found)


def settle(people: dict[str, Person], claim: int, verdict: str) -> None:
    """Two pieces of evidence, a verdict, and the second person's word."""
    verifier, second = people["verifier"], people["second"]
    verifier.go("/desk/cases/1/")
    verifier.do(f"/desk/claims/{claim}/take/")
    verifier.do(f"/desk/claims/{claim}/evidence/", kind="site_report", text="现场查看记录", origin="县应急管理局")
    verifier.do(f"/desk/claims/{claim}/evidence/", kind="document", text="台账复印件", origin="县档案馆")
    verifier.do(f"/desk/claims/{claim}/propose/", verdict=verdict, reason="两份证据一致")
    second.go("/desk/cases/1/")
    second.do(f"/desk/claims/{claim}/confirm/")


def test_an_accusation_against_our_own_office_that_proves_true(desk: Instance) -> None:
    with chromium() as browser:
        names = ("lead", "verifier", "second", "head", "approver", "leader")
        people = {name: Person(browser, desk.url, "zh", name) for name in names}
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


def test_the_short_way_of_a_false_rumour(desk: Instance) -> None:
    with chromium() as browser:
        names = ("lead", "verifier", "second", "author", "approver", "leader")
        people = {name: Person(browser, desk.url, "en", name) for name in names}
        lead, author, approver = people["lead"], people["author"], people["approver"]
        public = Person(browser, desk.url, "en")
        lead.go("/desk/cases/")
        lead.do("/desk/cases/open/", title="Is the reservoir dam cracking?", level="orange", known_by="media")
        lead.do("/desk/cases/1/assess/", department=WATER)
        lead.do("/desk/cases/1/concern/", kind="question", text="Must we leave our homes?")
        lead.do("/desk/cases/1/claim/", text="The dam of the Wanglan reservoir has a crack")
        lead.do("/desk/cases/1/activate/", level="orange", leading_group="County head; water, emergency and press offices")
        lead.do("/desk/cases/1/report-up/", note="A rumour of a crack spreads.", to="City government")

        # the fast path: two people within a minute, the full approval afterwards by somebody who took no part
        lead.do("/desk/cases/1/emergency/", seen="posts about a crack in the dam", reason="People are leaving their homes.")
        assert not lead.offered("/desk/statements/1/second/")
        author.go("/desk/statements/1/")
        author.do("/desk/statements/1/second/")
        public.go("/")
        assert "posts about a crack" in public.text()
        approver.go("/desk/statements/1/")
        approver.look("retrospect")
        approver.do("/desk/statements/1/retrospect/")

        settle(people, 1, "false")
        author.go("/desk/cases/1/")
        author.do("/desk/cases/1/statement/", stage="S1", lang="en")
        author.go("/desk/statements/2/")
        write(
            author,
            "The dam is sound",
            [("fact", "It is not true that the dam has a crack.", True), ("doing", "We inspect it daily.", False)],
        )
        submit(author, 2)
        approver.go("/desk/statements/2/")
        approver.do("/desk/statements/2/approve/")
        approver.do("/desk/statements/2/publish/")
        lead.go("/desk/cases/1/")
        lead.do("/desk/concerns/1/dispose/", disposition="explained", answer="No. The dam is sound; the statement says who inspected it.")
        lead.do("/desk/cases/1/rest/")
        assert state(desk, "case", 1) == "watching"
        lead.look("room-rumour")
        public.go("/statements/2/")
        assert "Ask for a correction, or contest how it came out" in public.text()
        public.look("public-statement")
        public.page.locator('a[href="/statements/2/ask/"]').click()
        public.look("public-ask")
        public.page.locator("input#about-claim-1").check()
        public.page.fill('textarea[name="text"]', "I saw the crack myself.")
        public.page.locator("form#ask button").click()
        public.page.locator("#received").wait_for()
        lead.go("/desk/")
        assert "Weigh what the public contests" in lead.text()
        for window in (*people.values(), public):
            assert [error for error in window.errors if "409" not in error] == [], window.name
