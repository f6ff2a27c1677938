"""What has to be done next, by whom and by when: the duties of warnings, cases, claims, tasks and statements, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.duties import Clock, Clocks, Timer
from huiying.core.case.escalation import passed_up
from huiying.core.case.policy import Plan
from huiying.core.case.presets import ACKNOWLEDGE, CORRECTION, NEXT_UPDATE, REPORT_UP, S0, S1, TASK_ANSWER
from huiying.core.statement.stages import STAGES, Stage
from huiying.store.models import Case, Claim, Member, Statement, Task, Warning
from huiying.store.sight import is_limited
from huiying.store.standing import clocks_of
from huiying.store.timing import category_of, plan
from huiying.store.together import fill
from huiying.web import mine, owing, words
from huiying.web.limits import Limit, kept, limit, rule_words, stored, timer, timer_key

__all__ = [
    "Duties",
    "Duty",
    "Limit",
    "for_member",
    "in_order",
    "limit",
    "of_case",
    "of_task",
    "of_warning",
    "read",
    "rule_words",
    "timer",
]

OPEN = ("triage", "assessing", "verifying", "responding")
_LAST = datetime.max.replace(tzinfo=UTC)
_AFTER = (Stage.S1, Stage.S2, Stage.S3, Stage.S4, Stage.S5, Stage.S6)


@dataclass(frozen=True)
class Duty:
    """One thing to do. `permission` is what it takes; `about` is what it concerns, at `href`; `limit` is None where no timer runs."""

    key: str
    permission: str
    what: str
    about: str
    href: str
    level: str = ""
    limit: Limit | None = None
    only: frozenset[int] | None = None
    never: frozenset[int] = frozenset()
    department: int | None = None
    acknowledge: str = field(default="")
    passed: bool = False
    """Whether it stands on the reader's board because its time ran out, and not because it is theirs to do."""

    @property
    def who(self) -> str:
        """Whose turn it is, in words."""
        return words.word(words.WHO, self.permission)

    def falls_to(self, member: Member) -> bool:
        """Whether this member can do it."""
        return (
            member.may(self.permission)
            and (self.only is None or member.pk in self.only)
            and member.pk not in self.never
            and (self.department is None or self.department == member.department_id)
        )


def of_warning(warning: Warning, now: datetime, desk: Plan | None = None) -> Iterator[Duty]:
    """Acknowledge a warning in time; then decide about it."""
    href = reverse("warning", args=[warning.pk])
    if warning.state in ("raised", "escalated"):
        running = timer(ACKNOWLEDGE, warning.level, Clocks(detected=warning.rung_at), now, desk=desk)
        yield Duty(
            f"warning-{warning.pk}",
            "warning.acknowledge",
            words.word(words.TIMERS, "acknowledge"),
            warning.story.title,
            href,
            warning.level,
            running,
            acknowledge=reverse("warning_acknowledge", args=[warning.pk]),
        )
    elif warning.state == "acknowledged":
        what = _("Decide: open a case, attach to one, or dismiss with a reason")
        yield Duty(f"warning-{warning.pk}", "case.open", what, warning.story.title, href, warning.level)


def of_case(case: Case, now: datetime, desk: Plan | None = None) -> Iterator[Duty]:
    """Everything that is still to be done in a case."""
    href, clocks, desk = reverse("case", args=[case.pk]), clocks_of(case), desk or plan()
    timers = {row.key: row for row in case.timers.all()}

    def duty(key: str, permission: str, what: str, running: Limit | None = None, about: str = "", at: str = "", **more: object) -> Duty:
        running = kept(running, timers.get(timer_key(case, key)), now)
        return Duty(f"case-{case.pk}-{key}", permission, what, about or case.title, at or href, case.level, running, **more)  # type: ignore[arg-type]

    if case.state == "triage":
        yield duty("assess", "case.assess", _("Assess the case: response level and lead department"))
    if case.state in OPEN and case.reported_up_at is None:
        yield duty("report", "case.report_up", words.word(words.TIMERS, "report_up"), _row(REPORT_UP, case, clocks, now, desk))
    statements = list(case.statements.all())
    yield from _of_publishing(case, statements, duty, clocks, now, desk)
    for claim in case.claims.all():
        yield from _of_claim(claim, duty, href)
    for task in case.tasks.all():
        yield from _of_task(task, case, duty, href, now, desk)
    for statement in statements:
        yield from _of_statement(statement, case, duty, now, desk)
    yield from owing.of_case(case, duty, href, now, desk)


def _row(row: Timer, case: Case, clocks: Clocks, now: datetime, desk: Plan, clock: str = "") -> Limit | None:
    return timer(row, case.level, clocks, now, clock, desk=desk, category=category_of(case))


def _of_publishing(case: Case, statements: list[Statement], duty, clocks: Clocks, now: datetime, desk: Plan) -> Iterator[Duty]:
    revisions = [revision for statement in statements for revision in statement.revisions.all() if not revision.withdrawn]
    stages = {revision.content["stage"] for revision in revisions}
    if case.state not in OPEN:
        return
    if not stages:
        yield duty("s0", "statement.write", words.word(words.TIMERS, "s0"), _row(S0, case, clocks, now, desk))
    if not stages & set(_AFTER):
        yield duty("s1", "statement.write", words.word(words.TIMERS, "s1"), _row(S1, case, clocks, now, desk))
    if revisions:
        last = max(revisions, key=lambda revision: revision.published_at)
        promised = last.content.get("next_update_at")
        rule = STAGES[Stage(last.content["stage"])]
        if promised or rule.needs_next_update:
            began = clocks.start(Clock.EARLIEST)
            known = Clocks(event_known=last.published_at, promised=_aware(promised), opened=began[1] if began else None)
            running = _row(NEXT_UPDATE, case, known, now, desk, _("from our last word"))
            yield duty(f"update-{last.pk}", "statement.write", words.word(words.TIMERS, "next_update"), running)


def _aware(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None


def _of_claim(claim: Claim, duty, href: str) -> Iterator[Duty]:
    at = f"{href}#claim-{claim.pk}"
    if claim.state == "unassessed":
        yield duty(f"claim-{claim.pk}", "claim.check", _("Take the claim and check it"), about=claim.text, at=at)
    elif claim.state == "checking":
        only = frozenset({claim.verifier_id}) if claim.verifier_id else None
        yield duty(f"claim-{claim.pk}", "claim.check", _("Gather evidence and propose a verdict"), about=claim.text, at=at, only=only)
    elif claim.state == "proposed":
        never = frozenset({claim.verifier_id} - {None})
        yield duty(f"claim-{claim.pk}", "claim.confirm", _("Confirm or refuse the proposed verdict"), about=claim.text, at=at, never=never)


def of_task(task: Task, case: Case, now: datetime, desk: Plan | None = None) -> Limit:
    """The deadline of a task, as fixed when it was assigned."""
    since, category = _("from when the task was assigned"), category_of(case)
    return stored(TASK_ANSWER, case.level, task.assigned_at, task.due_at, now, since, desk=desk, category=category)


def _of_task(task: Task, case: Case, duty, href: str, now: datetime, desk: Plan) -> Iterator[Duty]:
    at = f"{href}#task-{task.pk}"
    running = of_task(task, case, now, desk)
    if task.state in ("assigned", "in_progress", "escalated"):
        what = _("%(department)s: answer the task") % {"department": words.named(task.department)}
        yield duty(f"task-{task.pk}", "task.answer", what, running, task.text, at, department=task.department_id)
    elif task.state == "disputed":
        what = _("Rule whose task it is: %(department)s says that it is not its own") % {"department": words.named(task.department)}
        yield duty(f"task-{task.pk}", "task.rule", what, running, task.text, at)
    elif task.state == "answered":
        yield duty(f"task-{task.pk}", "task.accept", _("Accept the department's answer or send it back"), None, task.text, at)


def _of_statement(statement: Statement, case: Case, duty, now: datetime, desk: Plan) -> Iterator[Duty]:
    href, title = reverse("statement", args=[statement.pk]), statement.content.get("title") or case.title
    key = f"statement-{statement.pk}"
    running = None
    if statement.correction_due_at is not None:
        known_at = max((claim.settled_at for claim in case.claims.all() if claim.settled_at), default=statement.updated_at)
        due_at, since, category = statement.correction_due_at, _("from when the error was known"), category_of(case)
        running = stored(CORRECTION, case.level, known_at, due_at, now, since, desk=desk, category=category)
    if statement.state == "published" and running:
        yield duty(key, "statement.write", words.word(words.TIMERS, "correction"), running, title, href)
    elif statement.state in ("draft", "correction_draft"):
        yield duty(key, "statement.write", _("Finish the text and submit it"), running, title, href)
    elif statement.state in ("approval", "correction_approval"):
        what = _("Read the exact text, and approve it or send it back")
        yield duty(key, "statement.approve", what, running, title, href, never=frozenset(statement.edited_by))
    elif statement.state in ("approved", "correction_approved"):
        yield duty(key, "statement.publish", _("Publish the approved text"), running, title, href)


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """What is due first comes first; what has no time comes last."""
    return sorted(
        duties, key=lambda duty: (duty.limit is None, duty.limit.due_at if duty.limit else datetime.max.replace(tzinfo=UTC), duty.key)
    )


def seen_by(user: object, case: Case, duties: Iterable[Duty]) -> Iterator[Duty]:
    """Without the tasks of other departments, for a member of one that does not lead the case."""
    department = user.department_id if isinstance(user, Member) else None
    whole = not is_limited(user) or case.department_id == department
    yield from (duty for duty in duties if whole or duty.department is None or duty.department == department)


class Duties(list[Duty]):
    """The duties of one member in order. `more`: others wait on a large desk that were not read."""

    more: bool = False


def for_member(member: Member, now: datetime) -> Duties:
    """What of the desk falls to one member: everything on a small desk, the most urgent and the newest on a large one."""
    found: list[Duty] = []
    desk = plan()
    waiting, more_warnings = mine.warnings(member)
    for warning in waiting:
        found.extend(of_warning(warning, now, desk))
    chosen = mine.cases(member, OPEN)
    for case in read(Case.objects.filter(pk__in=chosen.rows)):
        found.extend(of_case(case, now, desk))
    own = [duty for duty in found if duty.falls_to(member)]
    keys = {duty.key for duty in own}
    passed = (replace(duty, passed=True) for duty in found if duty.key not in keys and _passed(duty, member, now))
    duties = Duties(in_order([*own, *passed]))
    duties.more = more_warnings or chosen.more
    return duties


def _passed(duty: Duty, member: Member, now: datetime) -> bool:
    running = duty.limit
    if running is None or running.found is None or not duty.key.startswith("case-"):
        return False
    return passed_up(running.found.timer, running.started_at, running.due_at, now, member.role_set)


def read(cases: QuerySet[Case], *further: str) -> list[Case]:
    """Cases with everything their duties are read from, and `further` parts, in a fixed number of queries."""
    rows = list(owing.with_signatures(cases).select_related("department"))
    fill(rows, ("claims", "tasks__department", "statements__revisions", "timers", *owing.PARTS, *further))
    return rows
