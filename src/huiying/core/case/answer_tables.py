"""How the body speaks and keeps its word: statements, the line to take, commitments, enquiries, conferences, contests, corrections."""

from __future__ import annotations

from huiying.core.case.machine import SYSTEM, Machine, T


def _written(first: str) -> tuple[T, ...]:
    """From a draft to an approved text; `first` is "" for a new statement and "correction_" for a correction.

    Which of the three ways a draft goes when it is submitted is for core/statement/route.py to say.
    """
    draft, asked, privacy = first + "draft", first + "dept_confirm", first + "privacy_check"
    approval, approved = first + "approval", first + "approved"
    return (
        T(draft, "edit", draft, "statement.write"),
        T(draft, "submit", approval, "statement.write"),
        T(draft, "submit_to_privacy", privacy, "statement.write"),
        T(draft, "submit_to_department", asked, "statement.write"),
        T(asked, "edit", draft, "statement.write"),
        T(asked, "return_unconfirmed", draft, "statement.confirm_facts", needs_reason=True),
        T(asked, "confirm_facts", approval, "statement.confirm_facts", second_person=True),
        T(asked, "confirm_facts_to_privacy", privacy, "statement.confirm_facts", second_person=True),
        # A department that keeps silent holds nothing up: an approver goes on without it and says why.
        T(asked, "pass_over", approval, "statement.approve", needs_reason=True, second_person=True),
        T(asked, "pass_over_to_privacy", privacy, "statement.approve", needs_reason=True, second_person=True),
        T(privacy, "edit", draft, "statement.write"),
        T(privacy, "return_for_privacy", draft, "statement.clear", needs_reason=True),
        T(privacy, "clear", approval, "statement.clear", second_person=True),
        T(approval, "edit", draft, "statement.write"),
        T(approval, "send_to_privacy", privacy, "statement.approve"),
        T(approval, "return", draft, "statement.approve", needs_reason=True),
        T(approval, "approve", approved, "statement.approve", second_person=True),
        T(approved, "edit", draft, "statement.write"),
        T(approved, "publish", "published", "statement.publish"),
    )


_PUBLIC = (
    "published",
    *("correction_" + state for state in ("draft", "dept_confirm", "privacy_check", "approval", "approved")),
)

STATEMENT = Machine(
    initial="draft",
    terminal=frozenset({"published", "withdrawn", "abandoned"}),
    transitions=(
        *_written(""),
        T("draft", "abandon", "abandoned", "statement.write", needs_reason=True),
        # The fast path: a holding text from the template, one second person, and a full approval in retrospect.
        T("draft", "emergency_holding", "emergency_pending", "case.assess", needs_reason=True),
        T("emergency_pending", "second_person_ok", "published", "statement.second", second_person=True),
        T("emergency_pending", "refuse", "draft", "statement.second", needs_reason=True, second_person=True),
        T("published", "approve_in_retrospect", "published", "statement.approve", second_person=True),
        T("published", "object_in_retrospect", "correction_draft", "statement.approve", needs_reason=True, second_person=True),
        T("published", "correct", "correction_draft", "statement.write", needs_reason=True),
        *_written("correction_"),
        T("correction_draft", "drop", "published", "statement.write"),
        # The public revision stands while a correction is written; a correction under way must not keep it from being withdrawn.
        *(T(state, "propose_withdrawal", state, "statement.withdraw", needs_reason=True) for state in _PUBLIC),
        *(T(state, "withdraw", "withdrawn", "statement.withdraw", second_person=True) for state in _PUBLIC),
    ),
)

LINE = Machine(
    initial="proposed",
    terminal=frozenset({"superseded", "returned"}),
    transitions=(
        T("proposed", "agree", "in_force", "statement.approve", second_person=True),
        T("proposed", "return", "returned", "statement.approve", needs_reason=True),
        T("in_force", "supersede", "superseded", SYSTEM),
    ),
)

COMMITMENT = Machine(
    initial="proposed",
    terminal=frozenset({"verified_done", "changed_public", "refused"}),
    transitions=(
        T("proposed", "publish", "public", "commitment.publish", second_person=True),
        T("proposed", "refuse", "refused", "commitment.publish", needs_reason=True, second_person=True),
        T("public", "start", "in_progress", "commitment.work"),
        T("in_progress", "claim_done", "done_claimed", "commitment.claim_done"),
        T("done_claimed", "verify", "verified_done", "commitment.verify", second_person=True),
        T("done_claimed", "not_done", "in_progress", "commitment.verify", needs_reason=True, second_person=True),
        T("public", "auto_overdue", "missed", SYSTEM),
        T("in_progress", "auto_overdue", "missed", SYSTEM),
        T("missed", "resume", "in_progress", "commitment.rule", needs_reason=True),
        T("missed", "change", "changed_public", "commitment.rule", needs_reason=True),
        # Late is not never: what is done after the date can be shown as done; that the date was missed stays.
        T("missed", "claim_done", "done_claimed", "commitment.claim_done"),
        T("verified_done", "contest", "in_progress", "contest.decide", second_person=True),
    ),
)

ENQUIRY = Machine(
    initial="received",
    terminal=frozenset({"answered", "declined"}),
    transitions=(
        *(T(state, "assign", "assigned", "enquiry.assign") for state in ("received", "assigned")),
        # What is public already needs no second approval; new words do.
        T("assigned", "point_to", "answered", "enquiry.answer"),
        T("assigned", "draft_answer", "drafted", "enquiry.answer"),
        T("drafted", "approve_answer", "answered", "statement.approve", second_person=True),
        T("drafted", "return", "assigned", "statement.approve", needs_reason=True, second_person=True),
        *(T(state, "decline", "declined", "enquiry.assign", needs_reason=True) for state in ("received", "assigned")),
        *(T(state, "reopen", "assigned", "enquiry.assign", needs_reason=True) for state in ("answered", "declined")),
    ),
)

CONFERENCE = Machine(
    initial="planned",
    terminal=frozenset({"followed_up", "cancelled"}),
    transitions=(
        T("planned", "change", "planned", "conference.plan"),
        T("planned", "announce", "announced", "conference.announce", second_person=True),
        T("announced", "hold", "held", "conference.plan"),
        # Only when every question that stayed open there has its answer, or the reason why there is none.
        T("held", "follow_up", "followed_up", "conference.plan"),
        *(T(state, "cancel", "cancelled", "conference.plan", needs_reason=True) for state in ("planned", "announced")),
    ),
)


def _weighed() -> tuple[T, ...]:
    """What the public asks is weighed by one person and decided by another, who says why where it is refused."""
    return (
        T("received", "weigh", "weighed", "contest.weigh", needs_reason=True),
        T("weighed", "accept", "accepted", "contest.decide", second_person=True),
        T("weighed", "refuse", "refused", "contest.decide", needs_reason=True, second_person=True),
    )


CONTEST = Machine(initial="received", terminal=frozenset({"accepted", "refused"}), transitions=_weighed())

CORRECTION_REQUEST = Machine(initial="received", terminal=frozenset({"accepted", "refused"}), transitions=_weighed())

PUBLISHER_REQUEST = Machine(
    initial="draft",
    terminal=frozenset({"corrected", "not_corrected", "withdrawn", "abandoned"}),
    transitions=(
        T("draft", "edit", "draft", "statement.write"),
        T("draft", "approve", "public", "statement.approve", second_person=True),
        T("draft", "abandon", "abandoned", "statement.write", needs_reason=True),
        T("public", "note_answer", "answered", "statement.write"),
        *(T(state, "note_corrected", "corrected", "statement.write") for state in ("public", "answered")),
        *(T(state, "note_not_corrected", "not_corrected", "statement.write", needs_reason=True) for state in ("public", "answered")),
        *(T(state, "withdraw", "withdrawn", "statement.approve", needs_reason=True) for state in ("public", "answered")),
    ),
)
