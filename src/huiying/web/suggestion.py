"""What a warning suggests: who leads and why, the first steps, the clocks that run, and past cases like it. A person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.actions.case_words import signs_of
from huiying.core.case.duties import Clocks
from huiying.core.case.presets import REPORT_UP, S0, S1
from huiying.core.review.similar import Alike, Past, Signs, shared_words, similar, terms
from huiying.core.warn.category import Kinship, category_of
from huiying.core.warn.learned import Decided, suggest
from huiying.core.warn.playbooks import STARTERS
from huiying.core.warn.route import Playbook
from huiying.store.models import Case, CaseWords, Department, Desk, Entry, Story, Warning
from huiying.store.sight import visible
from huiying.store.stories import items_of, told
from huiying.store.timing import plan
from huiying.web import deadlines, words
from huiying.web.deadlines import Limit
from huiying.web.templatetags.desk import spell

OLD = timedelta(days=14)
"""A case opened so long ago is past, whether it is closed or not."""
LEARNED_FROM = 400
BECAUSE = {
    "watch": words.N("named by the watch that found it"),
    "playbook": words.N("named by the playbook"),
    "usual": words.N("usual for this kind of concern; nothing of the desk names one"),
    "duty": words.N("no watch and no playbook names a department"),
}


@dataclass(frozen=True)
class PastCase:
    """A past case that is like this one: the words they share, what else they have in common, and how it ended, in words."""

    case: Case
    percent: int
    shared: tuple[str, ...]
    common: tuple[str, ...]
    outcome: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """`lead` and `because` are in words; `learned` says what earlier decisions suggest where it differs; `category` has its reasons."""

    lead: str
    because: str
    learned: str
    category: str
    category_why: tuple[str, ...]
    playbook: str
    steps: tuple[str, ...]
    ours: bool
    clocks: tuple[tuple[str, Limit], ...]
    past: tuple[PastCase, ...]


def suggestion(warning: Warning, now: datetime, user: object) -> Suggestion:
    """Everything for one warning; of past cases those that the user may see."""
    story = warning.story
    items = items_of([story])
    topics = tuple(warning.watch.topics) if warning.watch else ()
    kin = category_of([story.title, *(item.title for item in items)], [item.text[:300] for item in items], topics)
    department = Department.objects.filter(name_zh=warning.route.get("department", "")).first() or story.department
    because = warning.route.get("because", "duty")
    playbook, steps, lead_kind = _steps(warning, kin)
    return Suggestion(
        lead=words.named(department) if department else (lead_kind or _("the duty desk")),
        because=words.word(BECAUSE, because)
        if department or not lead_kind
        else _("usual for this kind of concern; nothing of the desk names one"),
        learned=_learned(story, [item.title for item in items], department),
        category=words.word(words.CATEGORIES, kin.category) if kin else "",
        category_why=tuple(words.word(words.CATEGORIES, reason) for reason in kin.reasons) if kin else (),
        playbook=words.word(words.CATEGORIES, playbook),
        steps=steps,
        ours=not playbook,
        clocks=_clocks(warning, now),
        past=past_cases(story, now, user),
    )


def _steps(warning: Warning, kin: Kinship | None) -> tuple[str, tuple[str, ...], str]:
    """The desk's own playbook, as routed or for the category; else what is usual, and which kind of department leads then."""
    if warning.route.get("steps"):
        return warning.route["playbook"], tuple(warning.route["steps"]), ""
    if kin is None:
        return "", (), ""
    own = playbook_of(kin.category)
    if own:
        named = Department.objects.filter(name_zh=own.department).first()
        return own.name, own.steps, words.named(named) if named else ""
    usual = STARTERS[kin.category]
    return "", tuple(_(step) for step in usual.steps), _(usual.lead)


def playbook_of(category: str) -> Playbook | None:
    """The desk's own playbook for a kind of concern."""
    desk = Desk.objects.first()
    rows = msgspec.convert(desk.playbooks if desk else [], list[Playbook])
    return next((row for row in rows if row.topics == (category,) and not row.places), None)


def _learned(story: Story, titles: list[str], department: Department | None) -> str:
    """What earlier decisions suggest, where they suggest another than who leads already."""
    rows = Case.objects.filter(department__isnull=False).exclude(state__in=("triage", "merged")).exclude(stories__story=story)
    past = [
        Decided(words=title, department=name)
        for title, name in rows.order_by("-id").values_list("title", "department__name_zh")[:LEARNED_FROM]
    ]
    found = suggest(" ".join([story.title, *titles[:3]]), past)
    if found is None or (department and found.department == department.name_zh):
        return ""
    named = Department.objects.filter(name_zh=found.department).first()
    return _("Earlier decisions suggest %(name)s (%(percent)d %%, from %(n)d cases), because of: %(reasons)s") % {
        "name": words.named(named) if named else found.department,
        "percent": round(100 * found.chance),
        "n": found.decisions,
        "reasons": _(", ").join(found.reasons),
    }


def _clocks(warning: Warning, now: datetime) -> tuple[tuple[str, Limit], ...]:
    """The clocks that started with the warning, while it is open and in no case: a case shows its own. That of its acknowledgement
    stands beside the act."""
    if warning.state not in ("raised", "escalated", "acknowledged"):
        return ()
    clocks = Clocks(first_public=warning.first_public_at, detected=warning.raised_at)
    desk = plan()
    rows = [(row, deadlines.timer(row, warning.level, clocks, now, desk=desk)) for row in (REPORT_UP, S0, S1)]
    return tuple((words.word(words.TIMERS, row.name), found) for row, found in rows if found is not None)


def past_cases(story: Story, now: datetime, user: object) -> tuple[PastCase, ...]:
    """Closed and old cases that are like a story."""
    labels = terms([story.title, *told(items_of([story]))])
    rows = visible(user, CaseWords.objects.exclude(case__state="merged").exclude(case__stories__story=story))
    known = rows.filter(case__state="closed") | rows.filter(case__opened_at__lt=now - OLD)
    past = [
        Past(case=pk, terms=np.frombuffer(bytes(packed), dtype="<u4"), signs=msgspec.convert(signs, Signs))
        for pk, packed, signs in known.values_list("case_id", "terms", "signs").order_by("case_id").iterator(chunk_size=1000)
    ]
    found = similar(labels, signs_of(story.title, [story]), past)
    cases = {case.pk: case for case in deadlines.read(Case.objects.filter(pk__in=[one.case for one in found]))}
    return tuple(_past(one, cases[one.case], labels) for one in found)


def _past(one: Alike, case: Case, labels: dict[int, str]) -> PastCase:
    common = [_("the same kind of concern")] if one.category else []
    common += [_("the same place: %(place)s") % {"place": place} for place in one.places]
    common += [words.word(words.PARTS, f"severity.{harm}") for harm in one.harms]
    return PastCase(case, round(100 * one.share), shared_words(one, labels), tuple(common), tuple(outcome(case)))


def outcome(case: Case) -> list[str]:
    """How a case went and ended: verdicts, the first statement, what was done, corrections, and when it was closed."""
    said = []
    verdicts = [claim.state for claim in case.claims.all()]
    for verdict in ("true", "partly_true", "false", "unverifiable"):
        if count := verdicts.count(verdict):
            text = ngettext("%(n)d claim: %(verdict)s", "%(n)d claims: %(verdict)s", count)
            said.append(text % {"n": count, "verdict": words.word(words.VERDICTS, verdict)})
    revisions = [revision for statement in case.statements.all() for revision in statement.revisions.all()]
    if revisions:
        first = min(revision.published_at for revision in revisions)
        said.append(_("first statement after %(time)s") % {"time": spell(first - case.opened_at)})
    else:
        said.append(_("no statement was published"))
    if corrected := sum(revision.number > 1 and not revision.withdrawn for revision in revisions):
        said.append(ngettext("%(n)d correction", "%(n)d corrections", corrected) % {"n": corrected})
    done = [task for task in case.tasks.all() if task.state == "accepted_done"]
    said += [_("done by %(department)s: %(text)s") % {"department": words.named(t.department), "text": t.text[:80]} for t in done[:3]]
    ends = Entry.objects.filter(subject=f"case:{case.pk}", type="case_moved", data__contains='"after":"closed"').order_by("-id").first()
    if case.state == "closed" and ends:
        said.append(_("closed after %(time)s") % {"time": spell(datetime.fromisoformat(ends.at) - case.opened_at)})
    else:
        said.append(_("now: %(state)s") % {"state": words.state("case", case.state)})
    return said
