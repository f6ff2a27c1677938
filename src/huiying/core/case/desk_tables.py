"""What the desk works through: warnings, cases and their response, concerns, claims, tasks, instructions, investigations, and proposals
about stories.
"""

from __future__ import annotations

from huiying.core.case.machine import SYSTEM, Machine, T

WARNING = Machine(
    initial="raised",
    terminal=frozenset({"linked", "dismissed"}),
    transitions=(
        T("raised", "acknowledge", "acknowledged", "warning.acknowledge"),
        T("raised", "auto_escalate", "escalated", SYSTEM),
        T("escalated", "acknowledge", "acknowledged", "warning.acknowledge"),
        # From the duty lead on to the leader.
        T("escalated", "auto_escalate", "escalated", SYSTEM),
        # Whoever acknowledged it saw less than it is now.
        T("acknowledged", "rise", "raised", SYSTEM),
        T("acknowledged", "open_case", "linked", "case.open"),
        T("acknowledged", "attach_to_case", "linked", "warning.acknowledge"),
        T("acknowledged", "dismiss", "dismissed", "warning.dismiss", needs_reason=True),
        T("dismissed", "resurge", "raised", SYSTEM),
        # Any member of staff may contest a dismissal: it is a way of reporting up, and as hard to block.
        T("dismissed", "contest", "raised", "case.report_up", needs_reason=True),
    ),
)

_ASSESSED = ("assessing", "verifying", "responding", "watching", "review")
_CASE_STATES = ("triage", *_ASSESSED, "closed", "merged")
_AT_REST = ("watching", "review", "closed")

CASE = Machine(
    initial="triage",
    terminal=frozenset({"closed", "merged"}),
    transitions=(
        T("triage", "assess", "assessing", "case.assess"),
        *(T(state, "assess", state, "case.assess") for state in _ASSESSED),
        *(T(state, "merge_into", "merged", "case.assess", needs_reason=True) for state in ("triage", "assessing")),
        T("assessing", "start_verification", "verifying", "case.assess"),
        # The first of two persons says why nobody needs an answer; the case waits where it is for the second.
        *(T(state, "propose_no_response", state, "case.assess", needs_reason=True) for state in ("assessing", "verifying")),
        *(T(state, "no_response_needed", "watching", "case.assess", second_person=True) for state in ("assessing", "verifying")),
        T("verifying", "facts_ready", "responding", "claim.check"),
        T("verifying", "holding_statement_out", "verifying", "statement.publish"),
        T("responding", "new_facts", "verifying", "claim.add", needs_reason=True),
        T("responding", "escalate", "assessing", "case.assess", needs_reason=True),
        T("responding", "all_concerns_disposed", "watching", "case.assess"),
        # A question that comes when all seemed answered brings the case back to work; a closed case is reopened first.
        *(T(state, "new_concern", "responding", "concern.add") for state in ("watching", "review")),
        T("watching", "quiet_period_over", "review", SYSTEM),
        T("watching", "begin_review", "review", "case.assess", needs_reason=True),
        T("review", "findings_need_work", "responding", "case.close", needs_reason=True),
        # The review is signed by a leader and by a reviewer: the first signature waits, the second closes.
        T("review", "sign_review", "review", "case.close", needs_reason=True),
        T("review", "close", "closed", "case.close", second_person=True),
        T("closed", "reopen", "assessing", "case.open", needs_reason=True),
        *(T(state, "resurge", "assessing", SYSTEM) for state in _AT_REST),
        *(T(state, "commitment_missed", "assessing", SYSTEM) for state in _AT_REST),
        *(T(state, "contest_accepted", "assessing", "contest.decide", second_person=True) for state in _AT_REST),
        T("merged", "unmerge", "triage", "case.assess", needs_reason=True),
        # No state of a case may stand in the way of a report to superiors (突发事件应对法 2024, art. 61).
        *(T(state, "report_up", state, "case.report_up") for state in _CASE_STATES),
    ),
)

RESPONSE = Machine(
    initial="inactive",
    terminal=frozenset({"inactive"}),
    transitions=(
        T("inactive", "activate", "active", "case.assess"),
        # Another level or another leading group: adjusted as things go (突发事件应对法 2024, art. 70).
        T("active", "activate", "active", "case.assess"),
        T("active", "stand_down", "inactive", "case.assess", needs_reason=True),
    ),
)

CONCERN = Machine(
    initial="open",
    terminal=frozenset({"disposed"}),
    transitions=(
        # Under investigation is an answer for today and no end: the concern stays open.
        T("open", "investigate", "investigating", "concern.dispose", needs_reason=True),
        T("open", "dispose", "disposed", "concern.dispose"),
        T("investigating", "dispose", "disposed", "concern.dispose"),
        T("disposed", "reopen", "open", "concern.add", needs_reason=True),
    ),
)

CLAIM = Machine(
    initial="unassessed",
    terminal=frozenset({"true", "partly_true", "false", "unverifiable"}),
    transitions=(
        T("unassessed", "take", "checking", "claim.check"),
        T("checking", "propose", "proposed", "claim.check"),
        T("proposed", "rule_true", "true", "claim.confirm", second_person=True),
        T("proposed", "rule_partly_true", "partly_true", "claim.confirm", second_person=True),
        T("proposed", "rule_false", "false", "claim.confirm", second_person=True),
        T("proposed", "rule_unverifiable", "unverifiable", "claim.confirm", second_person=True),
        T("proposed", "refuse", "checking", "claim.confirm", needs_reason=True, second_person=True),
        # True about us and yet no commitment: a leader signs why.
        T("true", "waive_commitment", "true", "commitment.rule", needs_reason=True),
        T("partly_true", "waive_commitment", "partly_true", "commitment.rule", needs_reason=True),
        T("true", "reopen", "checking", "claim.add", needs_reason=True),
        T("partly_true", "reopen", "checking", "claim.add", needs_reason=True),
        T("false", "reopen", "checking", "claim.add", needs_reason=True),
        T("unverifiable", "reopen", "checking", "claim.add", needs_reason=True),
    ),
)

TASK = Machine(
    initial="assigned",
    terminal=frozenset({"accepted_done", "cancelled"}),
    transitions=(
        T("assigned", "accept", "in_progress", "task.answer"),
        T("assigned", "dispute", "disputed", "task.answer", needs_reason=True),
        T("assigned", "auto_escalate", "escalated", SYSTEM),
        T("assigned", "cancel", "cancelled", "task.assign", needs_reason=True),
        T("escalated", "accept", "in_progress", "task.answer"),
        T("escalated", "reassign", "assigned", "task.rule"),
        T("escalated", "cancel", "cancelled", "task.assign", needs_reason=True),
        T("disputed", "uphold", "assigned", "task.rule"),
        T("disputed", "reassign", "assigned", "task.rule"),
        T("in_progress", "answer", "answered", "task.answer"),
        T("in_progress", "auto_escalate", "escalated", SYSTEM),
        T("answered", "return", "in_progress", "task.accept", needs_reason=True),
        T("answered", "accept_answer", "accepted_done", "task.accept"),
        T("accepted_done", "reopen", "in_progress", "task.accept", needs_reason=True),
    ),
)

INSTRUCTION = Machine(
    initial="issued",
    terminal=frozenset({"accepted", "revoked"}),
    transitions=(
        T("issued", "answer", "answered", "instruction.answer"),
        T("issued", "auto_overdue", "overdue", SYSTEM),
        T("overdue", "answer", "answered", "instruction.answer"),
        T("answered", "accept_answer", "accepted", "instruction.issue", second_person=True),
        T("answered", "return", "issued", "instruction.issue", needs_reason=True),
        *(T(state, "revoke", "revoked", "instruction.issue", needs_reason=True) for state in ("issued", "overdue")),
    ),
)

INVESTIGATION = Machine(
    initial="open",
    terminal=frozenset({"concluded", "stopped"}),
    transitions=(
        T("open", "conclude", "concluded", "investigation.conclude"),
        T("open", "stop", "stopped", "investigation.open", needs_reason=True),
        T("concluded", "reopen", "open", "investigation.open", needs_reason=True),
    ),
)

PROPOSAL = Machine(
    initial="open",
    terminal=frozenset({"refused", "undone", "lapsed"}),
    transitions=(
        T("open", "accept", "accepted", "story.regroup"),
        T("open", "refuse", "refused", "story.regroup", needs_reason=True),
        T("open", "lapse", "lapsed", SYSTEM),
        T("accepted", "undo", "undone", "story.regroup"),
    ),
)
