"""Which acts a page offers to whom: forms for what a member may do now, a line of explanation for what waits for another."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.claims import Verdict
from huiying.core.case.workflow import acts_from
from huiying.core.statement.checks import Finding
from huiying.core.types import ProposalKind
from huiying.store.models import Case, Claim, Item, Member, Proposal, Statement, Story, Task, Warning
from huiying.store.stories import open_cases
from huiying.web import way, words
from huiying.web.forms import Act, Field, Offers, Tried, departments, options, reason
from huiying.web.templatetags.desk import person
from huiying.web.zone import write_local

RECENT = timedelta(days=7)
CHOICE = 60
LANGUAGES = (("zh", "中文"), ("en", "English"))


def possible(machine: str, state: str) -> set[str]:
    """The acts that a state allows to anybody."""
    return {row.act for row in acts_from(machine, state)}


def on_warning(warning: Warning, member: Member, tried: Tried | None) -> Offers:
    """Acknowledge; then open a case, attach to one, or dismiss."""
    offers, can, at = Offers(tried), possible("warning", warning.state), [warning.pk]
    if "acknowledge" in can and member.may("warning.acknowledge"):
        offers.act(reverse("warning_acknowledge", args=at), _("Acknowledge"), style="", fold=False)
    elif "acknowledge" in can:
        offers.note(_("It waits for the duty officer to acknowledge it."))
    if "open_case" in can and member.may("case.open"):
        own = open_cases([warning.story])
        if not own:
            title = Field("title", _("Title of the case"), value=warning.story.title[:300])
            offers.act(reverse("warning_open", args=at), _("Open a case"), title, style="")
        rows = own or Case.objects.exclude(state__in=("closed", "merged")).order_by("-id")
        cases = tuple((str(case.pk), case.title) for case in rows)
        if cases:
            offers.act(reverse("warning_attach", args=at), _("Attach to an open case"), Field("case", _("Case"), "select", options=cases))
    if "dismiss" in can and member.may("warning.dismiss"):
        offers.act(reverse("warning_dismiss", args=at), _("Dismiss without a case"), reason(), style="grave")
    return offers


def on_proposal(proposal: Proposal, member: Member, tried: Tried | None) -> Offers:
    """Accept or refuse what is open; undo what was accepted."""
    offers, can, at = Offers(tried), possible("proposal", proposal.state), [proposal.pk]
    if not member.may("story.regroup"):
        if "accept" in can:
            offers.note(_("It waits for the duty officer to decide."))
        return offers
    merge = proposal.kind == ProposalKind.MERGE
    if "accept" in can:
        split = _("Accept: give these items a story of their own") if proposal.other_id is None else _("Accept: move them there")
        label = _("Accept: join them") if merge else split
        cases = [] if merge else open_cases([proposal.story])
        note = _('The items then no longer stand in the case "%(title)s".') % {"title": cases[0].title} if cases else ""
        offers.act(reverse("proposal_accept", args=at), label, style="", fold=False, note=note)
        offers.act(
            reverse("proposal_refuse", args=at),
            _("Refuse: two happenings") if merge else _("Refuse: one happening"),
            reason(),
            style="grave",
        )
    if "undo" in can:
        label = _("Undo: take the stories apart") if merge else _("Undo: put the items back")
        offers.act(reverse("proposal_undo", args=at), label, fold=False)
    return offers


def on_story(story: Story, near: list[Story], member: Member, now: datetime, tried: Tried | None) -> Offers:
    """Join it with another story by hand. Items are moved out with the form of the list itself."""
    offers = Offers(tried)
    if not member.may("story.regroup"):
        return offers
    recent = Story.objects.filter(merged_into=None, items__gt=0, last_at__gte=now - RECENT).exclude(pk=story.pk).order_by("-last_at", "id")
    choice = {row.pk: row for row in [*near, *recent[:CHOICE]]}
    if choice:
        titles = tuple((str(row.pk), row.title[:80]) for row in choice.values())
        note = _("Everything of both is then one story, at the address of the one that began first. It can be undone.")
        other = Field("other", _("Other story"), "select", options=titles, help=_("Stories of the last week, the last heard of first."))
        offers.act(reverse("story_merge", args=[story.pk]), _("Join with another story"), other, note=note)
    return offers


def open_by_hand(member: Member, now: datetime, tried: Tried | None) -> Offers:
    """Open a case of which somebody told us."""
    offers = Offers(tried)
    if not member.may("case.open"):
        return offers
    recent = Story.objects.filter(merged_into=None, items__gt=0, last_at__gte=now - RECENT).order_by("-last_at", "id")[:CHOICE]
    stories = (("", _("none that we know of")), *((str(row.pk), row.title[:80]) for row in recent))
    offers.act(
        reverse("case_open"),
        _("Open a case that somebody told us of"),
        Field("title", _("Title of the case")),
        Field("known_by", _("We learned of it from"), "select", options=options(words.KNOWN_BY)),
        Field("level", _("Response level"), "select", "yellow", options(words.LEVELS)),
        Field("known_at", _("When we learned of it"), "time", required=False, help=_("Left empty: just now.")),
        Field("first_public_at", _("When it was first public"), "time", required=False),
        Field(
            "story", _("Its story"), "select", options=stories, required=False, help=_("Stories of the last week, the last heard of first.")
        ),
        note=_("It stands in the proof as a case that no warning had called to, unless one had called to its story before."),
        button=_("Open the case"),
    )
    return offers


def on_case(case: Case, member: Member, tried: Tried | None) -> Offers:
    """Assess and report up. Reporting up is always open."""
    offers, at = Offers(tried), [case.pk]
    if member.may("case.assess") and case.state not in ("closed", "merged"):
        level = Field("level", _("Response level"), "select", case.level, options(words.LEVELS))
        lead = Field(
            "department",
            _("Lead department"),
            "select",
            str(case.department_id or ""),
            departments(_("not decided yet")),
            required=False,
        )
        label = _("Assess: level and lead department") if case.state == "triage" else _("Change level or lead department")
        offers.act(reverse("case_assess", args=at), label, level, lead, button=_("Save the assessment"), style="")
    elif case.state == "triage":
        offers.note(_("It waits for the duty lead to assess it."))
    note = Field("note", _("What superiors are told"), "textarea", required=False)
    told = _("Report to superiors") if case.reported_up_at is None else _("Report to superiors again")
    offers.act(reverse("case_report_up", args=at), told, note, note=_("Every member of staff may do this at any time. Nobody can stop it."))
    return offers


def add_claim(case: Case, member: Member, tried: Tried | None) -> Offers:
    """Write a claim down."""
    offers = Offers(tried)
    if member.may("claim.add"):
        offers.act(
            reverse("case_claim", args=[case.pk]),
            _("Add a claim"),
            Field("text", _("The sentence to be checked, as it is being said"), "textarea"),
            Field("about_us", _("It is about us"), "check", required=False),
            Field("accused", _("Department it speaks against"), "select", "", departments(_("none")), required=False),
        )
    return offers


def on_claim(claim: Claim, member: Member, items: list[Item], tried: Tried | None) -> Offers:
    """What can be done with one claim. `items` are those of the case's stories."""
    offers, can, at = Offers(tried), possible("claim", claim.state), [claim.pk]
    checks, confirms = member.may("claim.check"), member.may("claim.confirm")
    if "take" in can:
        if checks:
            offers.act(reverse("claim_take", args=at), _("Take this claim"), style="", fold=False)
        else:
            offers.note(_("It waits for a verifier."))
    if member.may("evidence.add"):
        linked = (("", _("none")), *((str(item.pk), f"{item.source.name}: {item.title or item.text[:60]}"[:120]) for item in items))
        offers.act(
            reverse("claim_evidence", args=at),
            _("Add evidence"),
            Field("kind", _("What it is"), "select", "site_report", options(words.EVIDENCE_KINDS)),
            Field("item", _("Item of this case"), "select", "", linked, required=False),
            Field("text", _("What it says"), "textarea", required=False, help=_("May be left empty when an item is chosen.")),
            Field("origin", _("Where it comes from"), required=False, help=_("The outlet, office or laboratory.")),
        )
    if "propose" in can:
        if checks and claim.verifier_id == member.pk:
            offers.act(
                reverse("claim_propose", args=at),
                _("Propose a verdict"),
                Field("verdict", _("Verdict"), "select", "true", options(words.VERDICTS)),
                reason(_("What it rests on"), _("For a claim that cannot be verified: what was tried.")),
                style="",
            )
        elif claim.verifier:
            offers.note(_("%(name)s is checking it.") % {"name": person(claim.verifier.name)})
    if "refuse" in can:
        _second(offers, claim, member, confirms)
    if "reopen" in can and member.may("claim.add"):
        offers.act(reverse("claim_reopen", args=at), _("Check it again"), reason(_("What is new")))
    return offers


def _second(offers: Offers, claim: Claim, member: Member, confirms: bool) -> None:
    """The second person of a verdict: not the first, and for "false" nobody of the department accused."""
    inside = claim.proposed == Verdict.FALSE and claim.accused_id is not None and claim.accused_id == member.department_id
    if claim.verifier_id == member.pk:
        offers.note(_("Your verdict needs a second person to confirm it."))
    elif not confirms:
        offers.note(_("The verdict needs a second person: a verifier, the duty lead, a department head or a reviewer."))
    elif inside:
        offers.note(_("It speaks against your department: somebody outside it must confirm this verdict."))
    else:
        verdict = words.word(words.VERDICTS, claim.proposed)
        offers.act(reverse("claim_confirm", args=[claim.pk]), _("Confirm: %(verdict)s") % {"verdict": verdict}, style="", fold=False)
        offers.act(reverse("claim_refuse", args=[claim.pk]), _("Refuse the verdict"), reason(), style="grave")


def assign(case: Case, member: Member, tried: Tried | None) -> Offers:
    """Give a department a task."""
    offers = Offers(tried)
    if member.may("task.assign"):
        chosen = str(case.department_id or "")
        offers.act(
            reverse("case_task", args=[case.pk]),
            _("Assign a task"),
            Field("department", _("Department"), "select", chosen, departments()),
            Field("text", _("What it is asked to do or to answer"), "textarea"),
        )
    return offers


def on_task(task: Task, member: Member, tried: Tried | None) -> Offers:
    """What can be done with one task."""
    offers, can, at = Offers(tried), possible("task", task.state), [task.pk]
    own = member.may("task.answer") and member.department_id == task.department_id
    if {"accept", "answer"} & can and not own:
        offers.note(_("It waits for %(department)s.") % {"department": words.named(task.department)})
    if own:
        if "accept" in can:
            offers.act(reverse("task_accept", args=at), _("Take the task on"), style="", fold=False)
        if "dispute" in can:
            offers.act(reverse("task_dispute", args=at), _("This is not ours"), reason(_("Why, and whose it is")), style="grave")
        if "answer" in can:
            offers.act(reverse("task_answer", args=at), _("Answer"), Field("text", _("What was found or done"), "textarea"), style="")
    if {"uphold", "reassign"} & can:
        if member.may("task.rule"):
            whose = Field("department", _("Whose task it is"), "select", str(task.department_id), departments())
            offers.act(reverse("task_rule", args=at), _("Rule whose task it is"), whose, reason(), style="")
        elif task.state == "disputed":
            offers.note(_("A leader must rule whose task it is."))
    if "accept_answer" in can:
        if member.may("task.accept"):
            offers.act(reverse("task_accept_answer", args=at), _("Accept the answer"), style="", fold=False)
            offers.act(reverse("task_return", args=at), _("Send the answer back"), reason(), style="grave")
        else:
            offers.note(_("A verifier must accept the answer."))
    return offers


def begin(case: Case, member: Member, body: str, now: datetime, zone: ZoneInfo, lang: str, tried: Tried | None) -> Offers:
    """Begin a statement: the holding text, or an empty one of a later stage."""
    offers = Offers(tried)
    if not member.may("statement.write"):
        if not case.statements.all():
            offers.note(_("Statements are begun by an author."))
        return offers
    language = Field("lang", _("Language"), "select", lang, LANGUAGES)
    seen = _("reports about: %(title)s") % {"title": case.title}
    offers.act(
        reverse("case_holding", args=[case.pk]),
        _("Begin a holding statement (S0)"),
        Field("seen", _("What we have seen"), value=seen, help=_('It completes the sentence "We have seen …". No cause, blame or number.')),
        Field("next_update_at", _("Next word by"), "time", write_local(now + timedelta(hours=2), zone)),
        language,
        style="",
    )
    stages = tuple((key, words.stage(key)) for key in ("S1", "S2", "S3", "S4", "S5", "S6"))
    offers.act(
        reverse("case_statement", args=[case.pk]),
        _("Begin another statement"),
        Field("stage", _("Stage"), "select", "S1", stages),
        Field("title", _("Title"), value=case.title[:200]),
        language,
    )
    return offers


def on_statement(statement: Statement, member: Member, flagged: tuple[Finding, ...], tried: Tried | None) -> Offers:
    """Everything but writing: approve, send back, publish, correct, withdraw, give up."""
    offers, can, at = Offers(tried), possible("statement", statement.state), [statement.pk]
    if "approve" in can:
        if not member.may("statement.approve"):
            offers.note(_("It needs a second person: an approver or a leader who wrote none of it."))
        elif member.pk in statement.edited_by:
            offers.note(_("You have written part of it. Somebody who has not must approve it."))
        else:
            held = Field("hash", kind="hidden", value=statement.content_hash)
            stopped = any(finding.blocking for finding in flagged)
            overrule = (Field("overrule", _("Why the flagged sentences may stand"), "textarea", help=_("It is kept on the record.")),)
            offers.act(
                reverse("statement_approve", args=at),
                _("Approve exactly this text"),
                held,
                *(overrule if flagged and not stopped else ()),
                style="",
                fold=bool(flagged and not stopped),
            )
            offers.act(reverse("statement_return", args=at), _("Send it back"), reason(), style="grave")
    if "publish" in can:
        if member.may("statement.publish"):
            offers.act(reverse("statement_publish", args=at), _("Publish now"), style="", fold=False)
        else:
            offers.note(_("It is approved and waits for the publisher."))
    if "correct" in can and member.may("statement.write"):
        note = _("The reason stands beside the corrected text in public.")
        offers.act(reverse("statement_correct", args=at), _("Begin a correction"), reason(help=note), style="")
    way.before_approval(offers, statement, member, can)
    way.withdrawing(offers, statement, member, can)
    if "abandon" in can and member.may("statement.write"):
        offers.act(reverse("statement_abandon", args=at), _("Give this draft up"), reason(), style="grave")
    return offers


def pause_or_resume(noun: str, pk: int, active: bool) -> Act:
    """Pause what runs, resume what rests."""
    if active:
        return Act(reverse(f"{noun}_pause", args=[pk]), _("Pause"), style="second small")
    return Act(reverse(f"{noun}_resume", args=[pk]), _("Resume"), style="second small")
