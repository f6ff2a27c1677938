"""Which acts a page offers to whom: forms for what a member may do now, a line of explanation for what waits for another."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.workflow import acts_from
from huiying.core.statement.checks import Finding
from huiying.core.types import ProposalKind
from huiying.store.models import Case, Member, Proposal, Statement, Story, Warning
from huiying.store.stories import open_cases
from huiying.web import way, words
from huiying.web.forms import Act, Field, Offers, Tried, options, reason

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
    if "contest" in can and member.may("case.report_up"):
        note = _("It rings again from the beginning. Any member of staff may do this.")
        offers.act(reverse("warning_contest", args=at), _("I do not agree that it was dismissed"), reason(), note=note)
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
        Field("drill", _("It is a drill: nothing of it is ever published"), "check", required=False),
        note=_("It stands in the proof as a case that no warning had called to, unless one had called to its story before."),
        button=_("Open the case"),
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
    way.asking(offers, statement, member, can)
    way.before_approval(offers, statement, member, can)
    way.fast_path(offers, statement, member, can)
    way.withdrawing(offers, statement, member, can)
    if "abandon" in can and member.may("statement.write"):
        offers.act(reverse("statement_abandon", args=at), _("Give this draft up"), reason(), style="grave")
    return offers


def pause_or_resume(noun: str, pk: int, active: bool) -> Act:
    """Pause what runs, resume what rests."""
    if active:
        return Act(reverse(f"{noun}_pause", args=[pk]), _("Pause"), style="second small")
    return Act(reverse(f"{noun}_resume", args=[pk]), _("Resume"), style="second small")
