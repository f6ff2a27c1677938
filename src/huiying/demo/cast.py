"""The demonstration's people at work: what they do by themselves while the fourteen days play, so that the visitor can walk on.

Everything goes through the same acts as in real life, by the same separate persons, and stands on the record.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from huiying.actions import case as cases
from huiying.actions import claim as claims
from huiying.actions import statement as statements
from huiying.actions import task as tasks
from huiying.actions import warning as warnings
from huiying.actions.actor import Actor
from huiying.actions.feedback import give_feedback
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.statement.templates import holding
from huiying.core.types import Refusal
from huiying.demo.county import DATA
from huiying.demo.opinion import opinion
from huiying.store import models

log = logging.getLogger(__name__)

ZONE = ZoneInfo("Asia/Shanghai")
WATER, HOUSING = "s017", "s001"
ACKNOWLEDGED_AFTER = timedelta(hours=6)
HANDED_ON_AFTER = timedelta(hours=18)
LEFT_TO_THE_VISITOR = timedelta(hours=36)


class _Label(msgspec.Struct):
    id: str
    story: str


def labelled(story: str) -> frozenset[str]:
    """Ids of the invented items of one labelled story."""
    rows = (msgspec.json.decode(line, type=_Label) for line in (DATA / "labels.jsonl").read_bytes().splitlines())
    return frozenset(row.id for row in rows if row.story == story)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of the invented June."""
    return datetime(2026, 6, day, hour, minute, tzinfo=ZONE)


def who(username: str) -> Actor:
    """A member of the demonstration's staff, as an actor."""
    return Actor.staff(models.Member.objects.get(username=username))


def department(name: str) -> models.Department:
    """A department by its Chinese name."""
    return models.Department.objects.get(name_zh=name)


class Cast:
    """Looks at the clock now and then, and does what is due. Safe to call as often as wanted."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self.kept = {story: labelled(story) for story in (WATER, HOUSING)}
        self.steps: list[tuple[datetime, Callable[[datetime], bool]]] = [
            (at(3, 9), self.open_water),
            (at(3, 20, 40), self.say_water_facts),
            (at(4, 11), self.correct_water),
            (end - timedelta(hours=5), self.prepare_housing),
        ]

    def tick(self, now: datetime) -> None:
        """Do the next scripted step when its time has come, and see to what has waited long."""
        while self.steps and now >= self.steps[0][0]:
            if not self.steps[0][1](now):
                break
            self.steps.pop(0)
        self.see_to_old(now)

    @property
    def done(self) -> bool:
        """Whether every scripted step is done."""
        return not self.steps

    def see_to_old(self, now: datetime) -> None:
        """Warnings of the earlier days have been seen and handed on; those of the last day and a half are left to the visitor."""
        kept = {warning.pk for warning in (self.warning_of(WATER), self.warning_of(HOUSING)) if warning}
        old = models.Warning.objects.filter(updated_at__lt=min(now - ACKNOWLEDGED_AFTER, self.end - LEFT_TO_THE_VISITOR)).order_by("id")
        for warning in old.filter(state__in=("raised", "escalated")):
            warnings.acknowledge(who("duty"), warning, now=now)
        for warning in old.filter(state="acknowledged", acknowledged_at__lt=now - HANDED_ON_AFTER):
            if warning.pk not in kept:
                give_feedback(who("duty"), warning, verdict=opinion(warning), now=now)
                warnings.dismiss(who("duty"), warning, reason="已由主管部门处置并公开回应，本台转日报跟踪。", now=now)

    def warning_of(self, story: str) -> models.Warning | None:
        """The warning whose story holds most of a labelled story's items."""
        best, most = None, 0
        for warning in models.Warning.objects.select_related("story").order_by("id"):
            keys = warning.story.memberships.values_list("item__key", flat=True)
            held = sum(key.rpartition(":")[2] in self.kept[story] for key in keys)
            if held > most:
                best, most = warning, held
        return best

    def open_case(self, story: str, title: str, lead: str, now: datetime) -> models.Case | None:
        """Acknowledge the story's warning, open the case, assess it and report it up."""
        warning = self.warning_of(story)
        if warning is None:
            return None
        if warning.state in ("raised", "escalated"):
            warnings.acknowledge(who("duty"), warning, now=now)
        case = cases.open_case(who("duty"), warning, title=title, now=now)
        cases.assess(who("lead"), case, level="orange", department=department(lead), now=now)
        cases.report_up(who("lead"), case, note="已电话报告分管领导，书面快报随后。", now=now)
        return case

    def settle(
        self,
        case: models.Case,
        text: str,
        verdict: str,
        evidence: list[tuple[str, str, str]],
        now: datetime,
        *,
        about_us: bool = False,
        reason: str = "",
    ) -> models.Claim:
        """A claim through evidence, proposal and a second person."""
        claim = claims.add_claim(who("duty"), case, text=text, about_us=about_us, accused=None, now=now)
        claims.take(who("verifier"), claim, now=now)
        self.rule(claim, verdict, evidence, now, reason=reason)
        return claim

    def rule(self, claim: models.Claim, verdict: str, evidence: list[tuple[str, str, str]], now: datetime, *, reason: str = "") -> None:
        """Evidence as (kind, words, origin), then the verdict by two persons."""
        for kind, words, origin in evidence:
            claims.add_evidence(who("verifier"), claim, kind=kind, text=words, origin=origin, now=now)
        claims.propose(who("verifier"), claim, verdict=verdict, reason=reason, now=now)
        claims.confirm(who("reviewer"), claim, now=now)

    def release(self, statement: models.Statement, now: datetime) -> None:
        """Submit, approve by another person, publish."""
        statements.submit(who("author"), statement, now=now)
        statements.approve(who("approver"), statement, hash=statement.content_hash, now=now)
        statements.publish(who("publisher"), statement, now=now)

    def hold(self, case: models.Case, seen: str, next_update: datetime, now: datetime) -> None:
        """Publish a holding statement."""
        body = models.Desk.objects.get().name_zh
        content = holding("zh", body=body, seen=seen, next_update_at=next_update, zone=ZONE)
        self.release(statements.draft(who("author"), case, content=content, now=now), now)

    def open_water(self, now: datetime) -> bool:
        """3 June, morning: the tap water case and its holding statement."""
        case = self.open_case(WATER, "望澜镇东片区自来水发黄有异味", "县水务局", now)
        if case is None:
            return now > at(5, 0)
        self.water = case.pk
        task = tasks.assign(
            who("verifier"), case, department=department("县水务局"), text="请说明异常范围、取样点位和检测结果，附检测单。", now=now
        )
        tasks.accept(who("water"), task, now=now)
        self.water_task = task.pk
        self.hold(case, "望澜镇东片区自来水发黄、有异味", now + timedelta(hours=12), now)
        return True

    def say_water_facts(self, now: datetime) -> bool:
        """3 June, evening: verified facts, with the number that will turn out wrong."""
        if not hasattr(self, "water"):
            return True
        case = models.Case.objects.get(pk=self.water)
        task = models.Task.objects.get(pk=self.water_task)
        tasks.answer(who("water"), task, text="6月3日取样检测，管网点位中有超标，出厂水合格，检测单已附。", now=now)
        tasks.accept_answer(who("verifier"), task, now=now)
        yellow = self.settle(
            case,
            "6月2日18时起，望澜镇东片区部分用户自来水发黄、有异味",
            "true",
            [
                ("measurement", "老码头巷总表井浑浊度、色度、铁、锰超标", "县疾控机构"),
                ("site_report", "现场查看三个院落，均见黄水", "县水务局"),
            ],
            now,
            about_us=True,
        )
        chemical = self.settle(
            case,
            "鸿泽化工的料液流进澜河，污染了自来水",
            "false",
            [
                ("site_report", "生产装置运行正常，无泄漏；企业在取水口下游约11公里", "生态环境局澜川分局"),
                ("measurement", "水样未检出挥发酚、苯系物", "县疾控机构"),
            ],
            now,
        )
        points = self.settle(
            case, "6月3日在3个采样点取样检测", "true", [("document", "检测情况通报（第1号）初稿", "县水务局")], now, about_us=True
        )
        self.points = points.pk
        kind = SentenceKind
        content = Content(
            stage=Stage.S1,
            lang="zh",
            title="关于望澜镇东片区自来水异常的情况说明",
            sentences=(
                Sentence(kind.FACT, "6月2日18时起，望澜镇东片区部分用户自来水发黄、有异味。", (yellow.pk,)),
                Sentence(kind.FACT, "6月3日，县水务局会同县疾控机构在3个采样点取样检测。", (points.pk,)),
                Sentence(kind.FACT, "网传“化工料液流进澜河”不属实：未发现泄漏，水样中未检出相应污染物。", (chemical.pk,)),
                Sentence(kind.DOING, "管网正在分段冲洗，供水车正在临时供水点免费供水。"),
                Sentence(kind.ADVICE, "东片区居民请继续暂缓饮用自来水。"),
            ),
        )
        try:
            statement = statements.draft(who("author"), case, content=content, now=now)
            self.release(statement, now)
            self.water_statement = statement.pk
        except Refusal:
            log.exception("the demonstration's statement was refused")
        return True

    def correct_water(self, now: datetime) -> bool:
        """4 June: five points, not three. The verdict changes, and the correction is made in the open."""
        if not hasattr(self, "water_statement"):
            return True
        case = models.Case.objects.get(pk=self.water)
        old = models.Claim.objects.get(pk=self.points)
        claims.reopen(who("verifier"), old, reason="另有2个点位样品送检较晚，初稿未计入。", now=now)
        evidence = [("document", "检测原始记录：共5个点位", "县疾控机构"), ("document", "采样交接单5份", "县水务局")]
        self.rule(old, "false", evidence, now, reason="实际为5个采样点")
        new = self.settle(
            case, "6月3日在5个采样点取样检测，2处超标", "true", [("document", "检测原始记录：共5个点位", "县疾控机构")], now, about_us=True
        )
        statement = models.Statement.objects.get(pk=self.water_statement)
        statements.begin_correction(
            who("author"), statement, reason="6月3日说明中的“3个采样点”有误，应为5个；有2个点位样品送检较晚，未及时计入。", now=now
        )
        before = statements.content_of(statement)
        sentences = list(before.sentences)
        sentences[1] = Sentence(SentenceKind.FACT, "6月3日，县水务局会同县疾控机构在5个采样点取样检测，其中2处管网点位超标。", (new.pk,))
        sentences.append(Sentence(SentenceKind.REGRET, "对工作疏漏，我们诚恳道歉。"))
        content = msgspec.structs.replace(before, sentences=tuple(sentences))
        statements.edit(who("author"), statement, content=content, based_on=statement.content_hash, now=now)
        self.release(statement, now)
        return True

    def prepare_housing(self, now: datetime) -> bool:
        """14 June, evening: everything is ready; the approval is left to the visitor."""
        case = self.open_case(HOUSING, "春江里安置房墙体开裂：雨后裂缝扩大", "县住房和城乡建设局", now)
        if case is None:
            return now >= self.end
        task = tasks.assign(
            who("verifier"),
            case,
            department=department("县住房和城乡建设局"),
            text="请提供转移安置人数、鉴定初步结论和第一次查看的记录。",
            now=now,
        )
        tasks.accept(who("housing"), task, now=now)
        tasks.answer(who("housing"), task, text="转移148人；鉴定初步结论附后；6月2日查看时未做沉降观测。", now=now)
        tasks.accept_answer(who("verifier"), task, now=now)
        self.hold(case, "春江里安置房墙体裂缝", now + timedelta(hours=16), now)
        wider = self.settle(
            case,
            "春江里安置房3栋、5栋裂缝扩大，148名住户被转移安置",
            "true",
            [("document", "转移安置登记表", "县应急管理局"), ("site_report", "现场测量裂缝宽度并拍照", "第三方鉴定机构")],
            now,
            about_us=True,
        )
        surface = self.settle(
            case,
            "住户6月1日反映后，承办单位第一次查看只看了墙体表面，没有做沉降观测",
            "true",
            [("document", "6月2日查看记录", "县住房和城乡建设局"), ("witness", "住户与物业的说法一致", "春江里住户")],
            now,
            about_us=True,
        )
        grouting = self.settle(
            case,
            "鉴定初步结论：主体结构无倒塌风险，需注浆加固，工期约60天",
            "true",
            [("document", "鉴定初步结论", "第三方鉴定机构")],
            now,
        )
        other_block = claims.add_claim(
            who("duty"), case, text="春江里2栋1号也有同样的裂缝", about_us=True, accused=department("县住房和城乡建设局"), now=now
        )
        claims.take(who("verifier"), other_block, now=now)
        kind = SentenceKind
        content = Content(
            stage=Stage.S1,
            lang="zh",
            title="关于春江里安置房墙体裂缝的情况说明",
            sentences=(
                Sentence(kind.FACT, "6月10日夜间强降雨后，春江里安置房3栋、5栋墙体裂缝扩大，148名住户已转移安置。", (wider.pk,)),
                Sentence(kind.FACT, "第三方鉴定初步结论：两栋楼主体结构无倒塌风险，需注浆加固，工期约60天。", (grouting.pk,)),
                Sentence(kind.FACT, "6月2日第一次查看时，承办单位只看了墙体表面，没有做沉降观测。", (surface.pk,)),
                Sentence(kind.DOING, "其余楼栋正在逐栋检查。"),
                Sentence(kind.REGRET, "第一次查看不细致，让住户担惊受怕，我们诚恳道歉。"),
            ),
        )
        statement = statements.draft(who("author"), case, content=content, now=now)
        statements.submit(who("author"), statement, now=now)
        return True
