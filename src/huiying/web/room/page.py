"""Everything that the case room shows, section by section, for one reader."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huiying.store.models import Case, Claim, Contest, CorrectionRequest, Desk, Item, Statement, Story, Task
from huiying.store.sight import visible
from huiying.store.standing import family
from huiying.web import deadlines, happened, told, words
from huiying.web.forms import Offers
from huiying.web.room import (
    asked,
    claims,
    commitments,
    concerns,
    conferences,
    course,
    enquiries,
    instructions,
    investigations,
    known,
    lines,
    paces,
    publishers,
    response,
    speaking,
    tasks,
)
from huiying.web.room.cards import Card, Reader, Section, facts, mark
from huiying.web.zone import desk_zone

LINKED = 60
_NOT_PUBLIC = ("draft", "withdrawn", "abandoned", "emergency_pending")


@dataclass(frozen=True)
class ClaimView:
    """A claim with what can be done about it."""

    claim: Claim
    offers: Offers


@dataclass(frozen=True)
class TaskView:
    """A task with its deadline and what can be done about it."""

    task: Task
    limit: deadlines.Limit | None
    offers: Offers


FURTHER = (
    "claims__accused", "claims__verifier", "claims__second", "claims__added_by", "claims__waived_by", "claims__evidence__item__source",
    "concerns__added_by", "concerns__disposed_by", "instructions__department", "instructions__issued_by", "instructions__answered_by",
    "investigations__opened_by", "investigations__written_by",
    "lines__proposed_by", "lines__agreed_by", "enquiries__department", "enquiries__statement", "enquiries__answered_by",
    "commitments__claim", "commitments__proposed_by", "commitments__published_by", "commitments__done_by", "commitments__verified_by",
    "contests__claim", "contests__commitment", "tasks__assigned_by",
)  # fmt: skip
"""What the room shows of a case besides what its duties are read from."""


def read(pk: int) -> Case:
    """One case with everything that the room reads, in a fixed number of queries. Raises IndexError where there is none."""
    return deadlines.read(Case.objects.filter(pk=pk).select_related("opened_by", "warning", "merged_into"), *FURTHER)[0]


def context(case: Case, reader: Reader) -> dict[str, object]:
    """The context of the page."""
    items = list(Item.objects.filter(membership__story__case_links__case=case).distinct().select_related("source").order_by("id")[:LINKED])
    duties: list[deadlines.Duty] = []
    for one in (case, *deadlines.read(visible(reader.member, Case.objects.filter(pk__in=family(case)[1:])))):
        duties += deadlines.seen_by(reader.member, one, deadlines.of_case(one, reader.now, reader.desk))
    own_tasks = list(visible(reader.member, case.tasks.select_related("department", "assigned_by").order_by("pk")))
    stopped = course.obstacles(case) if case.state not in ("closed", "merged") else []
    ordered = deadlines.in_order(duties)
    sections = _sections(case, reader, items, ordered, stopped)
    entries = happened.lines_of(case, reader.member)
    return {
        "case": case,
        "duties": ordered,
        "mine": sum(duty.falls_to(reader.member) for duty in ordered),
        "sections": sections,
        "known": known.of_claims(sorted(case.claims.all(), key=lambda row: row.pk)),
        "claims": [ClaimView(row, claims.on_claim(row, reader.member, items, reader.tried)) for row in _by_id(case.claims.all())],
        "claim_offers": claims.add_claim(case, reader.member, reader.tried),
        "tasks": [_task(row, case, reader) for row in own_tasks],
        "task_offers": tasks.assign(case, reader.member, reader.tried),
        "obstacles": stopped,
        "signature": course.first_signature(case) if case.state in ("assessing", "verifying", "review") else None,
        "course_offers": course.offers(case, reader, bool(stopped)),
        "response": response.state(case),
        "offers": response.offers(case, reader),
        "notified": [line for row in _warnings(case) for line in told.of_warning(row)],
        "merged": list(visible(reader.member, Case.objects.filter(merged_into=case).order_by("pk"))),
        "stories": Story.objects.filter(case_links__case=case)
        .distinct()
        .select_related("department")
        .prefetch_related("warnings")
        .order_by("pk"),
        "timeline": happened.in_words(entries),
        "paces": paces.of(entries),
    }


def _sections(case: Case, reader: Reader, items: list[Item], duties: list[deadlines.Duty], stopped: list[course.Obstacle]) -> list[Section]:
    statements = _by_id(case.statements.all())
    public = [row for row in statements if row.state not in _NOT_PUBLIC and row.revisions.all()]
    wanted = CorrectionRequest.objects.filter(statement__case=case).select_related("statement", "weighed_by", "decided_by").order_by("pk")
    contested = case.contests.select_related("claim", "commitment", "weighed_by", "decided_by", "case").order_by("pk")
    both: list[Contest | CorrectionRequest] = [*contested, *wanted]
    what = "desk/case/_{}.html".format
    return [
        Section("known", _("What is known, and what is not"), template=what("known")),
        Section(
            "concerns",
            _("Concerns, and what became of them"),
            tuple(concerns.card(row, case, reader) for row in _by_id(case.concerns.all())),
            _("No concern is written down yet. A case is about what people ask, complain of and suggest: write each of them down."),
            concerns.adding(case, reader, items),
        ),
        Section("claims", _("Claims, evidence and verdicts"), template=what("claims"), count=len(case.claims.all())),
        Section(
            "investigation",
            _("Investigations"),
            tuple(investigations.card(row, case, reader) for row in _by_id(case.investigations.all())),
            _("No investigation yet. A statement of cause needs one that has ended, with the body that investigated."),
            investigations.adding(case, reader),
        ),
        Section(
            "line",
            _("Line to take"),
            tuple(lines.card(row, case, reader) for row in sorted(case.lines.all(), key=lambda row: -row.version)),
            _("There is no line to take yet. Once there is one, every statement and answer is held against it."),
            lines.adding(case, reader),
        ),
        Section("tasks", _("Tasks to departments"), template=what("tasks"), count=len(case.tasks.all())),
        Section(
            "instructions",
            _("Leaders' instructions"),
            tuple(instructions.card(row, case, reader) for row in _by_id(case.instructions.all())),
            _("No instruction yet."),
            instructions.adding(case, reader),
        ),
        Section(
            "statements",
            _("Statements"),
            tuple(_statement(row, case, duties) for row in statements),
            _("No statement yet."),
            _speaking(case, reader),
        ),
        Section(
            "enquiries",
            _("Enquiries of the media and the public"),
            tuple(enquiries.card(row, case, reader, public) for row in _by_id(case.enquiries.all())),
            _("No enquiry yet."),
            enquiries.adding(case, reader),
        ),
        Section(
            "conferences",
            _("Press conferences"),
            tuple(conferences.card(row, case, reader) for row in _by_id(case.conferences.all())),
            _("No press conference yet."),
            conferences.adding(case, reader),
        ),
        Section(
            "commitments",
            _("Commitments"),
            tuple(commitments.card(row, case, reader) for row in _by_id(case.commitments.all())),
            _("Nothing has been promised yet."),
            commitments.adding(case, reader),
        ),
        Section(
            "contests",
            _("Contests and requests for a correction"),
            tuple(asked.card(row, case, reader) for row in both),
            _("Nobody has contested anything or asked for a correction."),
            asked.adding(case, reader, public),
        ),
        Section(
            "requests",
            _("Requests to publishers"),
            tuple(publishers.card(row, case, reader) for row in _by_id(case.publisher_requests.all())),
            _("No publisher has been asked to correct anything."),
            publishers.adding(case, reader),
        ),
        Section("response", _("Level, response and superiors"), template=what("response")),
        Section("course", _("How the case goes on"), template=what("course"), count=len(stopped) or None),
        Section("notified", _("Notifications sent"), template=what("notified")),
        Section("case-stories", _("Stories of this case"), template=what("stories")),
        Section("steps", _("How long each step took"), template=what("steps")),
        Section("timeline", _("Timeline"), template=what("timeline")),
    ]


def _by_id(rows: QuerySet) -> list:
    return sorted(rows, key=lambda row: row.pk)


def _speaking(case: Case, reader: Reader) -> Offers:
    zone, desk = desk_zone(), Desk.objects.first()
    lang = "zh" if (get_language() or "").startswith("zh") else "en"
    body = (desk.name_zh if lang == "zh" else desk.name_en) if desk else ""
    found = speaking.begin(case, reader.member, body, reader.now, zone, lang, reader.tried)
    fast = speaking.fast_path(case, reader.member, reader.now, zone, lang, reader.tried)
    found.acts += fast.acts
    return found


def _statement(row: Statement, case: Case, duties: list[deadlines.Duty]) -> Card:
    waiting = [duty for duty in duties if duty.key.endswith((f"-statement-{row.pk}", f"-retrospect-{row.pk}"))]
    alarm = ""
    if row.correction_due_at is not None:
        at = f"{row.correction_due_at.astimezone(desk_zone()):%m-%d %H:%M}"
        alarm = _('A verdict under it changed ("%(cause)s"). The correction is due %(at)s.') % {"cause": row.correction_cause, "at": at}
    return Card(
        anchor=f"statement-{row.pk}",
        title=row.content.get("title") or case.title,
        machine="statement",
        state=row.state,
        href=reverse("statement", args=[row.pk]),
        alarm=alarm,
        facts=facts(
            (_("Stage"), words.stage(row.content.get("stage", ""))),
            (_("Next"), "; ".join(_("%(what)s (%(who)s)") % {"what": duty.what, "who": duty.who} for duty in waiting)),
        ),
        marks=mark(_("changed"), None, row.updated_at),
        limit=next((duty.limit for duty in waiting if duty.limit), None),
    )


def _warnings(case: Case) -> list:
    return [
        row for story in Story.objects.filter(case_links__case=case).distinct().prefetch_related("warnings") for row in story.warnings.all()
    ]


def _task(task: Task, case: Case, reader: Reader) -> TaskView:
    running = None
    if task.state not in ("accepted_done", "cancelled", "answered"):
        running = deadlines.of_task(task, case, reader.now, reader.desk)
    return TaskView(task, running, tasks.on_task(task, reader.member, reader.tried))
