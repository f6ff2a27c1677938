"""A small desk with one case, every row of it made by acts: what the tests of the public side begin from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.test import override_settings
from django.utils import translation

from huiying.actions import case, claim, desk, ingest, source, statement, warning, watch, withdrawal
from huiying.actions.actor import OPERATOR, Actor
from huiying.core import types
from huiying.core.pipeline import Outputs
from huiying.core.roles import Role
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.store import models

START = datetime(2026, 6, 3, 0, 0, tzinfo=UTC)
PASSWORD = "a long enough password"
# Names that must not come up anywhere outside the desk.
STAFF_MARK = "金丝雀"


@dataclass
class Scene:
    """The desk, its members as actors by role, and a clock that moves a minute with every act."""

    now: datetime = START
    actors: dict[str, Actor] = field(default_factory=dict)

    def tick(self, minutes: int = 1) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def member(self, role: str) -> models.Member:
        member = self.actors[role].member
        assert member is not None
        return member

    def token(self, role: str) -> str:
        return desk.issue_token(OPERATOR, self.member(role), now=self.tick())


def said(message: str, language: str = "zh-hans", **values: object) -> str:
    """A message as readers of this language see it; a test fails where it has no Chinese."""
    with translation.override(language):
        text = translation.gettext(message)
    assert language == "en" or text != message, f"no Chinese for {message}"
    return text % values if values else text


def set_up() -> Scene:
    """The body, two departments and one member for every role, with a second author and a second verifier."""
    # A fast hash: every test that signs nobody in would otherwise wait for sixteen slow ones.
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        return _set_up(Scene())


def _set_up(scene: Scene) -> Scene:
    desk.set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=scene.tick())
    water = desk.add_department(OPERATOR, name_zh="县水务局", name_en="Water Bureau", now=scene.tick())
    desk.add_department(OPERATOR, name_zh="县教育局", name_en="Education Bureau", now=scene.tick())
    for name in [*Role, "author2", "verifier2"]:
        role = name.rstrip("2")
        row = desk.add_member(
            OPERATOR,
            username=f"canary-{name}",
            name=f"{STAFF_MARK}{name}",
            roles=[role],
            department=water if role in ("dept", "dept_head") else None,
            password=PASSWORD,
            now=scene.tick(),
        )
        scene.actors[str(name)] = Actor.staff(row)
    return scene


def take_in(scene: Scene, count: int = 2) -> models.Warning:
    """A source, `count` items of one story, and the warning that the story raised."""
    row = source.add_source(OPERATOR, name="澜川论坛", url="https://bbs.lanchuan.example/feed", kind="post", now=scene.tick())
    now = scene.tick()
    items = [
        types.Item(
            id=f"item-{number}",
            source=row.name,
            kind=types.Kind.POST,
            url=f"https://bbs.lanchuan.example/{number}",
            title=f"望澜镇自来水有异味 {number}",
            text="学府街一带自来水有股漂白粉味。",
            lang="zh",
            first_seen=now,
        )
        for number in range(count)
    ]
    reasons = (types.Contribution(name="growth", value=3.0, baseline=1.0, weight=2.0, detail="异味"),)
    outputs = Outputs(
        assignments=tuple(
            types.Assignment(
                item=item.id,
                story="story-1",
                decision=types.Decision.JOIN if number else types.Decision.NEW,
                score=0.8,
                threshold=0.5,
                strategy="words-1",
                reasons=reasons,
            )
            for number, item in enumerate(items)
        ),
        matches=(),
        warnings=(
            types.Warning(
                at=now,
                story="story-1",
                level=types.Level.YELLOW,
                score=2.0,
                items=tuple(item.id for item in items),
                strategy="score-1",
                reasons=reasons,
            ),
        ),
        observed=(),
    )
    ingest.take_in(row, items=items, fingerprints=["00"] * count, outputs=outputs, due_at=now, changes={}, now=now)
    return models.Warning.objects.get(story__key="story-1")


@dataclass(frozen=True)
class Told:
    """One item of a story, as the pipeline decided it."""

    item: str
    story: str
    outlet: str = "澜川论坛"
    copy_of: str | None = None
    title: str = ""
    kind: str = "post"
    lang: str = "zh"
    score: float = 2.6
    perhaps: str | None = None
    runner_up: str | None = None
    reasons: tuple[types.Contribution, ...] = ()
    published_at: datetime | None = None
    text: str = "镇上的人都在说这件事。"


def gather(scene: Scene, *told: Told, warnings: tuple[types.Warning, ...] = ()) -> None:
    """Take items in, one by one and a minute apart, as if the pipeline had decided this about them."""
    for number, one in enumerate(told):
        row = models.Source.objects.filter(name=one.outlet).first() or source.add_source(
            OPERATOR,
            name=one.outlet,
            url=f"https://{len(one.outlet)}-{models.Source.objects.count()}.lanchuan.example/feed",
            kind=one.kind,
            now=scene.tick(),
        )
        now = scene.tick()
        item = types.Item(
            id=one.item,
            source=row.name,
            kind=types.Kind(one.kind),
            url=f"https://bbs.lanchuan.example/{one.item}",
            title=one.title or f"望澜镇的事 {one.item}",
            text=one.text,
            lang=one.lang,
            first_seen=now,
            published_at=one.published_at,
        )
        known = models.Story.objects.filter(key=one.story).exists()
        decision = types.Decision.DUPLICATE if one.copy_of else types.Decision.JOIN if known else types.Decision.NEW
        assignment = types.Assignment(
            item=one.item,
            story=one.story,
            decision=decision,
            score=one.score,
            threshold=0.5,
            strategy="evidence-1",
            duplicate_of=one.copy_of,
            runner_up=types.RunnerUp(story=one.runner_up, score=0.2) if one.runner_up else None,
            perhaps=types.RunnerUp(story=one.perhaps, score=0.3) if one.perhaps else None,
            reasons=one.reasons,
        )
        raised = warnings if number == len(told) - 1 else ()
        outputs = Outputs(assignments=(assignment,), matches=(), warnings=raised, observed=())
        ingest.take_in(row, items=[item], fingerprints=[one.item[:32]], outputs=outputs, due_at=now, changes={}, now=now)


def alarm(scene: Scene, story: str, level: types.Level = types.Level.YELLOW, score: float = 3.0) -> types.Warning:
    """What the detector says about a story."""
    reasons = (types.Contribution(name="growth", value=3.0, baseline=1.0, weight=score),)
    return types.Warning(at=scene.now, story=story, level=level, score=score, items=(), strategy="score-1", reasons=reasons)


def story(key: str) -> models.Story:
    """A story as it stands now."""
    return models.Story.objects.get(key=key)


def suggestion(kind: str, one: str, other: str, items: tuple[str, ...] = (), score: float = 1.4) -> types.Proposal:
    """What a second look may say."""
    return types.Proposal(
        kind=types.ProposalKind(kind),
        story=one,
        other=other,
        items=items,
        score=score,
        threshold=0.5,
        strategy="second-look-1",
        reasons=(
            types.Contribution(name="place_agrees", value=1.0, weight=1.2, detail="学府街"),
            types.Contribution(name="shared_term", value=0.4, weight=0.6, detail="自来水发黄"),
            types.Contribution(name="number_differs", value=1.0, weight=-0.4, detail="3 / 5"),
        ),
    )


def open_case(scene: Scene) -> models.Case:
    """A case that has been assessed, from a warning that was acknowledged."""
    raised = take_in(scene)
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    opened = case.open_case(scene.actors["duty"], raised, title="望澜镇自来水异味", now=scene.tick())
    lead = models.Department.objects.get(name_zh="县水务局")
    case.assess(scene.actors["duty_lead"], opened, level="yellow", department=lead, now=scene.tick())
    return opened


def settle(scene: Scene, opened: models.Case, text: str, verdict: str = "true") -> models.Claim:
    """A claim with two pieces of evidence and a confirmed verdict."""
    row = claim.add_claim(scene.actors["duty"], opened, text=text, about_us=False, accused=None, now=scene.tick())
    judge(scene, row, verdict)
    return row


def judge(scene: Scene, row: models.Claim, verdict: str) -> None:
    """Take, prove and settle a claim that is not settled."""
    verifier, second = scene.actors["verifier"], scene.actors["verifier2"]
    if row.state == "unassessed":
        claim.take(verifier, row, now=scene.tick())
    claim.add_evidence(verifier, row, kind="measurement", text="出厂水余氯 0.6 mg/L", origin="县疾控中心", now=scene.tick())
    claim.add_evidence(verifier, row, kind="site_report", text="现场查看", origin="第二水厂", now=scene.tick())
    claim.propose(verifier, row, verdict=verdict, reason="两份证据一致", now=scene.tick())
    claim.confirm(second, row, now=scene.tick())


def content(
    row: models.Claim, *, fact: str = "第二水厂出厂水余氯为每升0.6毫克，符合国家标准。", title: str = "关于望澜镇自来水异味的情况通报"
) -> Content:
    """A statement of verified facts that rests on one claim."""
    return Content(
        stage=Stage.S1,
        lang="zh",
        title=title,
        sentences=(
            Sentence(SentenceKind.FACT, fact, (row.pk,)),
            Sentence(SentenceKind.DOING, "我们正在对学府街沿线管网进行排查。"),
            Sentence(SentenceKind.ADVICE, "饮用前请烧开。"),
        ),
        next_update_at="2026-06-03T12:00:00+08:00",
    )


def publish(scene: Scene, opened: models.Case, text: Content) -> models.Statement:
    """A statement drafted, approved by a second person, and published."""
    row = statement.draft(scene.actors["author"], opened, content=text, now=scene.tick())
    release(scene, row)
    return row


def release(scene: Scene, row: models.Statement) -> None:
    """From a draft to the public."""
    statement.submit(scene.actors["author"], row, now=scene.tick())
    statement.approve(scene.actors["approver"], row, hash=row.content_hash, now=scene.tick())
    statement.publish(scene.actors["publisher"], row, now=scene.tick())


def correct(scene: Scene, row: models.Statement, text: Content, reason: str = "首次通报的余氯数值有误。") -> None:
    """A corrected revision."""
    statement.begin_correction(scene.actors["author"], row, reason=reason, now=scene.tick())
    statement.edit(scene.actors["author"], row, content=text, based_on=row.content_hash, now=scene.tick())
    release(scene, row)


def add_watch(scene: Scene) -> models.Watch:
    """A watch on the register."""
    lead = models.Department.objects.get(name_zh="县水务局")
    return watch.add_watch(OPERATOR, name="自来水", query="自来水 AND (异味 OR 发黄)", place="澜川", department=lead, now=scene.tick())


def withdraw(scene: Scene, row: models.Statement, reason: str) -> None:
    """An approver and a leader withdraw a public statement together."""
    withdrawal.propose_withdrawal(scene.actors["approver"], row, reason=reason, now=scene.now)
    withdrawal.withdraw(scene.actors["leader"], row, now=scene.now)
