"""What happened since a member left: by what needs them first, within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import handover as acts
from huiying.core.record import stamp
from huiying.core.review.since import READ, Happened, Line, grouped
from huiying.store import models
from huiying.store.models import Case, Claim, Entry, Member, Statement, Task, Warning
from huiying.store.sight import hears
from huiying.web import deadlines, words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field
from huiying.web.permission import needs

LONGEST = timedelta(days=31)
DUTIES = 20

GROUPS: dict[str, str] = {
    "overdue": words.N("Passed up or overdue"),
    "warnings": words.N("Warnings"),
    "errors": words.N("Sent back, disputed or to be corrected"),
    "cases": words.N("Cases"),
    "public": words.N("Published"),
    "desk": words.N("The desk itself"),
}
FROM: dict[str, str] = {
    "visit": words.N("since you last read this page or signed out"),
    "shift": words.N("since your last shift ended"),
    "day": words.N("in the last 24 hours"),
}


@dataclass(frozen=True)
class Row:
    """One line: what it is about, where it stands, and what happened to it."""

    about: str
    href: str
    level: str
    said: str
    at: str


@dataclass(frozen=True)
class Part:
    """One group of lines."""

    name: str
    title: str
    rows: tuple[Row, ...]
    more: int


@needs("desk.view")
def since(request: HttpRequest) -> HttpResponse:
    """Since the member's last visit, the end of their last shift, or for a day, whichever is asked for and known."""
    return page(request)


def page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: object = None, status: int = 200) -> HttpResponse:
    """The page, its own duties first."""
    member: Member = request.user  # type: ignore[assignment]
    now = clock.now()
    known = {"visit": _visit(member), "shift": _shift(member, now), "day": (now - timedelta(days=1), 0)}
    wanted = request.GET.get("from", "")
    chosen = wanted if known.get(wanted) else next(name for name, start in known.items() if start)
    at, event = known[chosen] or (now, 0)
    at = max(at, now - LONGEST)
    head = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    rows = Entry.objects.filter(at__gt=stamp(at), id__gt=event) if chosen != "visit" else Entry.objects.filter(id__gt=event)
    found = list(rows.exclude(actor=member.username).order_by("-id").values_list("id", "at", "type", "subject")[:READ])
    heard = {subject for subject in {one[3] for one in found} if hears(member, subject)}
    parts = grouped(Happened(*one) for one in found if one[3] in heard)
    abouts = about([line.subject for part in parts for line in part.lines])
    duties = deadlines.for_member(member, now)
    context = {
        "at": at,
        "chosen": words.word(FROM, chosen),
        "ways": [(name, words.word(FROM, name)) for name in FROM if known[name] and name != chosen],
        "duties": duties[:DUTIES],
        "more_duties": max(0, len(duties) - DUTIES),
        "count": f"{len(duties)}+" if duties.more else str(len(duties)),
        "parts": [
            Part(part.group.value, words.word(GROUPS, part.group), tuple(_row(line, abouts) for line in part.lines), part.more)
            for part in parts
        ],
        "cut": len(found) >= READ,
        "read": Act(reverse("since_read"), _("I have read it"), (Field("upto", kind="hidden", value=str(head)),), fold=False),
        "refusal": refusal,
    }
    return render(request, "desk/since.html", context, status=status)


def _visit(member: Member) -> tuple[datetime, int] | None:
    mark = models.ReadMark.objects.filter(member=member).first()
    return (mark.at, mark.event) if mark else None


def _shift(member: Member, now: datetime) -> tuple[datetime, int] | None:
    last = models.Shift.objects.filter(member=member, cancelled_at=None, ends_at__lte=now).order_by("-ends_at").first()
    given = models.Handover.objects.filter(by=member, taken_at__isnull=False).order_by("-taken_at").first()
    ends = [at for at in (last.ends_at if last else None, given.taken_at if given else None) if at is not None]
    return (max(ends), 0) if ends else None


def _row(line: Line, abouts: dict[str, tuple[str, str, str]]) -> Row:
    title, href, level = abouts.get(line.subject, (line.subject, "", ""))
    said = [words.event(type).rstrip(".。") + (f" ×{count}" if count > 1 else "") for type, count in line.types[:4]]
    return Row(title, href, level, _("; ").join(said), line.last_at)


def about(subjects: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Title, address and level of what entries are about: one query for each kind of thing."""
    by: dict[str, set[int]] = {}
    for subject in subjects:
        kind, _sign, number = subject.partition(":")
        if number.isascii() and number.isdigit():
            by.setdefault(kind, set()).add(int(number))
    found: dict[str, tuple[str, str, str]] = {}
    for warning in Warning.objects.filter(pk__in=by.get("warning", ())).select_related("story"):
        found[f"warning:{warning.pk}"] = (warning.story.title, reverse("warning", args=[warning.pk]), warning.level)
    for case in Case.objects.filter(pk__in=by.get("case", ())):
        found[f"case:{case.pk}"] = (case.title, reverse("case", args=[case.pk]), case.level)
    for claim in Claim.objects.filter(pk__in=by.get("claim", ())).select_related("case"):
        found[f"claim:{claim.pk}"] = (claim.text[:120], f"{reverse('case', args=[claim.case_id])}#claim-{claim.pk}", claim.case.level)
    for task in Task.objects.filter(pk__in=by.get("task", ())).select_related("case"):
        found[f"task:{task.pk}"] = (task.text[:120], f"{reverse('case', args=[task.case_id])}#task-{task.pk}", task.case.level)
    for statement in Statement.objects.filter(pk__in=by.get("statement", ())).select_related("case"):
        title = statement.content.get("title") or statement.case.title
        found[f"statement:{statement.pk}"] = (title, reverse("statement", args=[statement.pk]), statement.case.level)
    for source in models.Source.objects.filter(pk__in=by.get("source", ())):
        found[f"source:{source.pk}"] = (source.name, reverse("sources"), "")
    for silence in models.Silence.objects.filter(pk__in=by.get("silence", ())):
        found[f"silence:{silence.pk}"] = (silence.reason, reverse("silences"), silence.most)
    for note in models.ShiftNote.objects.filter(pk__in=by.get("log", ())):
        found[f"log:{note.pk}"] = (note.text[:120], reverse("shift_log"), "")
    for pk in by.get("handover", ()):
        found[f"handover:{pk}"] = (_("Handover of the desk"), reverse("handover"), "")
    found["rota"] = (_("The rota"), reverse("duty"), "")
    for pk in by.get("calendar", ()):
        found[f"calendar:{pk}"] = (_("The calendar of %(year)s") % {"year": pk}, reverse("calendar"), "")
    found["calendar"] = (_("The calendar of working days"), reverse("calendar"), "")
    found["deadlines"] = (_("The desk's deadlines"), reverse("deadlines"), "")
    return found


def _read(typed: QueryDict) -> dict[str, object]:
    text = typed.get("upto", "")
    return {"upto": int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0}


read = acting(
    acts.mark_read,
    None,
    page=page,
    address=lambda _row, _result: reverse("since"),
    read=_read,
    done=words.N("Noted. What comes from now on will stand here."),
)
