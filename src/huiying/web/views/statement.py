"""Statements: the list, the editor with the gates beside it, the exact text, and every published revision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import clearing, withdrawal
from huiying.actions import statement as acts
from huiying.actions.recording import ChangedMeanwhile
from huiying.actions.statement_gates import content_of, findings
from huiying.core.case.workflow import acts_from
from huiying.core.statement.revisions import ContentDiff, diff_contents
from huiying.core.statement.stages import STAGES
from huiying.core.types import Refusal
from huiying.store.models import Case, Revision, Statement
from huiying.store.sight import visible
from huiying.web import conflict, deadlines, editor, offers, words
from huiying.web.acting import acting, actor_of, refuse, seen_or_404, typed_in, with_reason
from huiying.web.conflict import Conflict
from huiying.web.forms import Tried
from huiying.web.permission import needs
from huiying.web.templatetags.desk import message_tags
from huiying.web.zone import desk_zone

ON_PAGE = 40
WRITE = "statement.write"


@dataclass(frozen=True)
class Published:
    """One revision and what changed since the one before it; None for the first."""

    revision: Revision
    changes: ContentDiff | None
    retitled: bool


@needs("desk.view")
def statements(request: HttpRequest) -> HttpResponse:
    """Every statement, the last changed first."""
    rows = visible(request.user, Statement.objects.select_related("case").order_by("-updated_at"))
    return render(request, "desk/statements.html", {"page": Paginator(rows, ON_PAGE).get_page(request.GET.get("page"))})


@needs("desk.view")
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement."""
    return page(request, seen_or_404(request, Statement, pk))


def page(
    request: HttpRequest,
    row: Statement,
    *,
    refusal: str = "",
    tried: Tried | None = None,
    status: int = 200,
    typed: editor.Draft | None = None,
    other: Conflict | None = None,
) -> HttpResponse:
    """One statement: editor, gates, exact text and revisions. `typed` stands in the editor instead of the stored text; `other` is what
    somebody else stored meanwhile."""
    member, zone, now = request.user, desk_zone(), clock.now()
    row = Statement.objects.select_related("case__department", "approved_by").get(pk=row.pk)
    content = content_of(row)
    flagged = findings(row, content)
    can = {found.act for found in acts_from("statement", row.state)}
    writes = "edit" in can and member.may(WRITE)  # type: ignore[union-attr]
    duties = deadlines.of_case(deadlines.read(Case.objects.filter(pk=row.case_id))[0], now)
    context = {
        "statement": row,
        "content": content,
        "kinds": [(key, words.word(words.SENTENCE_KINDS, key)) for key in words.SENTENCE_KINDS],
        "stages": [(stage.value, words.stage(stage)) for stage in STAGES],
        "stage_rule": _(STAGES[content.stage].may_contain),
        "claims": row.case.claims.order_by("id"),
        "frame": [words.say(finding) for finding in flagged if finding.sentence is None],
        "by_sentence": [(f.sentence + 1, words.say(f), f.blocking) for f in flagged if f.sentence is not None],
        "blocked": any(finding.blocking for finding in flagged),
        "draft": typed or editor.of_content(content, row.content_hash, flagged, zone),
        "writes": writes,
        "submits": writes and "submit" in can,
        "waiting": row.state not in ("draft", "correction_draft"),
        "unsaved": typed is not None,
        "offers": offers.on_statement(row, member, flagged, tried),  # type: ignore[arg-type]
        "revisions": _published(row),
        "duty": next((d for d in duties if d.key.endswith(f"statement-{row.pk}")), None),
        "refusal": refusal,
        "conflict": other,
        "statement_key": str(row.pk),
    }
    return render(request, "desk/statement.html", context, status=status)


def _published(row: Statement) -> list[Published]:
    """Every revision, the newest first, each with its differences from the one before."""
    found: list[Published] = []
    before: Revision | None = None
    for revision in row.revisions.select_related("approved_by", "published_by"):
        changes = None if before is None or revision.withdrawn else diff_contents(content_of(before), content_of(revision))
        retitled = changes is not None and any(segment.op != "same" for segment in changes.title)
        found.append(Published(revision, changes, retitled))
        before = revision
    return found[::-1]


def _here(row: Statement, _result: object) -> str:
    return reverse("statement", args=[row.pk])


def _writing(function: Callable[[HttpRequest, Statement, QueryDict], str]) -> Callable[..., HttpResponse]:
    """The frame of the editor's own acts: whatever goes wrong, the editor comes back with what was typed."""

    @needs(WRITE)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = seen_or_404(request, Statement, pk)
        if request.method != "POST":
            return HttpResponseRedirect(_here(row, None))
        typed = typed_in(request)
        if typed.get("act") == "more":
            return page(request, row, typed=editor.of_typed(typed, more=True))
        try:
            if typed.get("act") == "merge":
                return _put_together(request, row, typed)
            done = function(request, row, typed)
        except ChangedMeanwhile as refused:
            row.refresh_from_db()
            return _two_texts(request, row, typed, refused)
        except Refusal as refused:
            row.refresh_from_db()
            draft = editor.of_typed(typed) if typed.get("based_on") else None
            return refuse(request, row, refused, lambda *args, **named: page(*args, typed=draft, **named))
        # both ways of sending are one form, whose own address is that of saving
        messages.success(request, done, extra_tags=message_tags(reverse("statement_edit", args=[pk])))
        return HttpResponseRedirect(_here(row, None))

    view.__name__, view.__doc__ = function.__name__, function.__doc__
    return view


def _put_together(request: HttpRequest, row: Statement, typed: QueryDict) -> HttpResponse:
    """The editor with the text made of what was picked from both. Only saving stores it."""
    zone = desk_zone()
    mine = editor.read(typed, zone)
    if typed.get("based_on") != row.content_hash:
        raise ChangedMeanwhile("Somebody else changed this draft once more. Your text is still here; compare again.")
    merged = conflict.merge(content_of(row), mine, typed)
    return page(request, row, typed=editor.of_content(merged, row.content_hash, findings(row, merged), zone))


def _two_texts(request: HttpRequest, row: Statement, typed: QueryDict, refused: Refusal) -> HttpResponse:
    """What was typed, in the editor, beside what somebody else stored meanwhile. Saving it now is on top of that text, knowingly."""
    draft = replace(editor.of_typed(typed), based_on=row.content_hash)
    other = conflict.between(row, content_of(row), editor.read(typed, desk_zone()))
    return refuse(request, row, refused, lambda *args, **named: page(*args, typed=draft, other=other, **named))


def _save(request: HttpRequest, row: Statement, typed: QueryDict) -> None:
    content = editor.read(typed, desk_zone())
    acts.edit(actor_of(request), row, content=content, based_on=typed.get("based_on", ""), now=clock.now())


@_writing
def edit(request: HttpRequest, row: Statement, typed: QueryDict) -> str:
    """Save the draft."""
    _save(request, row, typed)
    return _("The draft is saved.")


@_writing
def submit(request: HttpRequest, row: Statement, typed: QueryDict) -> str:
    """Save what the editor holds, then lay it before a second person."""
    if typed.get("based_on"):
        _save(request, row, typed)
        # saved now: should a gate stop the submission, the page shows the stored draft
        typed.pop("based_on")
    acts.submit(actor_of(request), row, now=clock.now())
    return _("The text is submitted. A second person must approve it.")


def _hash(typed: QueryDict) -> dict[str, object]:
    return {"hash": typed.get("hash", ""), "overrule": typed.get("overrule", "").strip()}


approve = acting(acts.approve, Statement, page=page, address=_here, read=_hash, done=words.N("You have approved exactly this text."))
send_back = acting(
    acts.send_back, Statement, page=page, address=_here, read=with_reason, done=words.N("The text went back to its authors.")
)
publish = acting(acts.publish, Statement, page=page, address=_here, done=words.N("The statement is published."))
correct = acting(
    acts.begin_correction,
    Statement,
    page=page,
    address=_here,
    read=with_reason,
    done=words.N("The correction is begun. The published text stands until the corrected one is out."),
)
abandon = acting(acts.abandon, Statement, page=page, address=_here, read=with_reason, done=words.N("The draft is given up."))
propose_withdrawal = acting(
    withdrawal.propose_withdrawal,
    Statement,
    page=page,
    address=_here,
    read=with_reason,
    done=words.N("The other of approver and leader must agree before the statement is withdrawn."),
)
withdraw = acting(withdrawal.withdraw, Statement, page=page, address=_here, done=words.N("The statement is withdrawn. It stays readable."))
clear = acting(
    clearing.clear,
    Statement,
    page=page,
    address=_here,
    read=lambda typed: {"hash": typed.get("hash", "")},
    done=words.N("You have cleared exactly this text. It waits for approval."),
)
return_for_privacy = acting(
    clearing.return_for_privacy,
    Statement,
    page=page,
    address=_here,
    read=with_reason,
    done=words.N("The text went back to its authors."),
)
