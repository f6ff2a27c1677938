"""Children fall ill after lunch at school, grave: from the first post to the closed case, by the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually, hurry
from tests.scenarios.staffed import HEALTH, MARKET, SCHOOLS, staff
from tests.scenarios.typist import Typist
from tests.scenarios.ways import laid_before, settle, state

pytestmark = pytest.mark.browser

POSTS = (
    ("hotline", "1", "反映望澜镇实验小学多名学生呕吐", "来电人称望澜镇实验小学多名学生午餐后呕吐、腹痛，已送县医院，怀疑食物中毒。"),
    (
        "bbs",
        "2",
        "望澜镇实验小学午餐后好多孩子呕吐送医",
        "孩子中午在望澜镇实验小学食堂吃完饭就呕吐腹痛，班里十几个都送医院了，疑似食物中毒。",
    ),
    ("bbs", "3", "实验小学食堂到底怎么了", "望澜镇实验小学学生午餐后呕吐腹痛送医，家长在医院，食物中毒请县教育局说清楚。"),
)
WAY = (
    "发出预警", "预警已接收", "专案建立", "上报情况", "定级并确定牵头部门", "启动应急响应", "首次对外发声", "首项说法经两人核定",
    "首次发布核实事实", "召开新闻发布会", "公布原因", "首次公开承诺", "承诺经外部人员验收兑现", "全部诉求均有答复", "专案办结",
)  # fmt: skip


@pytest.fixture
def desk(instance: Instance, feeds: Feeds) -> Iterator[Instance]:
    """A running desk that watches its schools."""
    staff(instance)
    for kind in ("hotline", "bbs"):
        feeds.add(f"/{kind}", f"{kind}-0", f"{kind}：今天的天气很好", "适合散步。")
    own = ["--every", "1", "--allow-private"]
    instance.run_all(
        ["source", "add", feeds.base + "/hotline", "--name", "hotline", "--kind", "hotline", *own],
        ["source", "add", feeds.base + "/bbs", "--name", "bbs", "--kind", "post", *own],
        ["watch", "add", "小学 AND (呕吐 OR 腹痛 OR 食物中毒)", "--name", "校园食品安全", "--place", "望澜镇", "--department", "县教育局"],
    )
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(2,)], "the first items")
    yield instance


def test_children_fall_ill_after_lunch_at_school(desk: Instance, feeds: Feeds) -> None:
    with chromium() as browser:
        names = ("lead", "verifier", "second", "schools", "market", "author", "approver", "leader")
        people = {name: Typist(browser, desk.url, "zh", name) for name in names}
        lead, verifier, schools, market, author, approver, leader = (
            people[name] for name in ("lead", "verifier", "schools", "market", "author", "approver", "leader")
        )
        public = Person(browser, desk.url, "zh")
        case = "/desk/cases/1/"

        # a warning rises; it is read, and the case is opened, reported up and assessed within the same minutes
        for feed, guid, title, text in POSTS:
            feeds.add(f"/{feed}", guid, title, text)
        hurry(desk)
        eventually(lambda: desk.query("SELECT count(*) FROM store_warning")[0][0], "a warning")
        ((warning,),) = desk.query("SELECT id FROM store_warning ORDER BY id LIMIT 1")
        lead.go(f"/desk/warnings/{warning}/")
        lead.look("grave-warning")
        lead.do(f"/desk/warnings/{warning}/acknowledge/")
        lead.do(f"/desk/warnings/{warning}/open/", title="望澜镇实验小学学生午餐后呕吐")
        lead.do(case + "report-up/", note="多名学生送医，原因在查。", to="市政府总值班室")
        lead.do(case + "assess/", level="red", department=HEALTH)
        lead.do(case + "activate/", level="red", leading_group="县长任组长，卫健、教育、市场监管、公安、宣传为成员")
        lead.do(case + "concern/", kind="question", text="孩子们现在怎么样？")
        lead.do(case + "concern/", kind="complaint", text="食堂的饭菜不卫生。")
        lead.do(case + "claim/", text="望澜镇实验小学有学生午餐后呕吐送医")
        lead.do(case + "claim/", text="食堂当天的炒饭检出致病菌", about_us=True, accused=SCHOOLS)
        lead.look("grave-opened")

        # the first word, by two people, before anything is known
        author.go(case)
        author.do(case + "holding/", seen="实验小学学生午餐后身体不适的情况")
        author.go("/desk/statements/1/")
        author.submit(1)
        laid_before(approver, 1)
        public.go("/")
        assert "实验小学学生午餐后身体不适" in public.text()

        # the site, the departments, and whose task it is
        lead.go(case)
        lead.do(case + "task/", department=SCHOOLS, text="查清食堂当日食谱、留样和供货单位。")
        schools.go(case)
        schools.do("/desk/tasks/1/dispute/", reason="供货单位由市场监管局监管。")
        leader.go(case)
        leader.do("/desk/tasks/1/rule/", department=MARKET, reason="留样和供货单位由市场监管局查。")
        market.go(case)
        market.do("/desk/tasks/1/accept/")
        market.do("/desk/tasks/1/answer/", text="留样已封存送检，供货单位已停止供货。")
        verifier.go(case)
        verifier.do("/desk/tasks/1/accept-answer/")
        leader.go(case)
        leader.do(case + "instruction/", text="全力救治，全县学校食堂今天自查。", department=SCHOOLS)
        schools.go(case)
        schools.do("/desk/instructions/1/answer/", text="全县四十六所学校食堂已自查。")
        leader.go(case)
        leader.do("/desk/instructions/1/accept/")
        settle(people, 1, "true")

        # verified facts, then what is being done, and one line for everybody
        author.go(case)
        author.do(case + "line/", wording="送医学生均在观察治疗。")
        approver.go(case)
        approver.do("/desk/lines/1/agree/")
        begin(author, approver, 2, "S1", "关于实验小学学生午餐后呕吐的情况通报",
              [("fact", "望澜镇实验小学有学生午餐后呕吐送医。", (1,)), ("doing", "县医院正在全力救治。", ())])  # fmt: skip
        begin(author, approver, 3, "S2", "实验小学处置进展",
              [("doing", "食堂已停止供餐，留样已经送检。", ()), ("advice", "孩子如有不适，请马上就医。", ())])  # fmt: skip

        # the press asks; a conference is held, and a question that stayed open is answered
        lead.go(case)
        lead.do(case + "conference/", subject="实验小学情况发布会", place="县政府二楼会议室", at="2030-01-01T10:00")
        approver.go(case)
        approver.do("/desk/conferences/1/announce/")
        public.go("/")
        assert "县政府二楼会议室" in public.text()
        lead.go(case)
        lead.do("/desk/conferences/1/hold/", record="通报救治和检测安排。", unanswered="什么时候恢复供餐？")
        lead.do("/desk/enquiries/1/assign/", department=SCHOOLS)
        author.go(case)
        author.do("/desk/enquiries/1/point-to/", statement="3")
        lead.go(case)
        lead.do("/desk/conferences/1/follow-up/")
        lead.look("grave-answered")

        # the cause, only now; what will be put right; and every concern with its answer
        settle(people, 2, "true")
        lead.go(case)
        lead.do(case + "investigation/", kind="independent", body_zh="县疾控中心")
        people["verifier"].go(case)
        people["verifier"].do("/desk/investigations/1/conclude/", finding="食堂隔夜存放的炒饭检出致病菌。")
        begin(author, approver, 4, "S4", "实验小学事件原因通报",
              [("fact", "县疾控中心检测，食堂当天的炒饭检出致病菌，因隔夜存放导致污染。", (2,))])  # fmt: skip
        lead.go(case)
        lead.do(case + "commitment/", department=SCHOOLS, text="全县学校食堂公开每日留样和检测结果。", claim="2")
        approver.go(case)
        approver.do("/desk/commitments/1/publish/")
        public.go("/commitments/")
        assert "全县学校食堂公开每日留样和检测结果。" in public.text()
        schools.go(case)
        schools.do("/desk/commitments/1/start/")
        schools.do("/desk/commitments/1/done/", done="各校食堂门口已公示当日留样和检测结果。")
        people["second"].go(case)
        people["second"].do("/desk/commitments/1/verify/")
        lead.go(case)
        lead.do("/desk/concerns/1/dispose/", disposition="explained", answer="送医学生均已出院。")
        lead.do("/desk/concerns/2/dispose/", disposition="corrected", answer="隔夜存放属实，已整改并公开承诺。")
        lead.do(case + "stand-down/", reason="学生均已出院，食堂已整改。")
        lead.do(case + "rest/")
        lead.do(case + "begin-review/", reason="承诺已兑现")
        people["second"].go(case)
        people["second"].do(case + "sign-review/", reason="留样制度已补上")
        leader.go(case)
        leader.do(case + "close/")
        assert state(desk, "case", 1) == "closed"

        # how long each step took stands in the case, from the record
        lead.go(case)
        rows = lead.page.locator("#steps tbody th").all_inner_texts()
        assert rows == list(WAY)
        lead.look("grave-closed")
        narrow = Person(browser, desk.url, "zh", "lead", width=390)
        narrow.go(case)
        narrow.look("grave-closed")
        for window in (*people.values(), public, narrow):
            assert window.errors == [], window.name
    said = desk.run("verify-record").stdout
    assert re.search(r"\d+ entries hold", said), said


def begin(author: Typist, approver: Typist, number: int, stage: str, title: str, rows: list[tuple[str, str, tuple[int, ...]]]) -> None:
    """Write a statement of a later stage, and have a second person let it out."""
    author.go("/desk/cases/1/")
    author.do("/desk/cases/1/statement/", stage=stage, title=title)
    author.write(number, title, rows, next_word="2030-01-02T10:00" if stage == "S4" else "")
    laid_before(approver, number)
