"""Who may do what: the roles of the desk, the closed list of permissions, and the one table that joins them."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A part somebody plays at the desk. One person may hold several, but never both sides of one act."""

    DUTY = "duty"
    DUTY_LEAD = "duty_lead"
    VERIFIER = "verifier"
    DEPT = "dept"
    DEPT_HEAD = "dept_head"
    AUTHOR = "author"
    PRIVACY = "privacy"
    APPROVER = "approver"
    PUBLISHER = "publisher"
    SPOKESPERSON = "spokesperson"
    LEADER = "leader"
    REVIEWER = "reviewer"
    AUDITOR = "auditor"
    ADMIN = "admin"


PERMISSIONS: dict[str, str] = {
    "public": "Read the public pages; needs no account.",
    "desk.view": "See the duty board, stories, warnings, cases and statements.",
    "record.view": "Read the record of events.",
    "warning.acknowledge": "Say that a warning has been seen and is being looked at.",
    "warning.silence": "Keep warnings from sounding until a given time, with a reason, and end that early.",
    "warning.dismiss": "End a warning without a case, with a reason.",
    "story.regroup": "Join two stories, move items into a story of their own, decide proposals to do so, and undo it.",
    "case.open": "Open a case from an acknowledged warning, or because somebody told us of it.",
    "case.assess": "Set a case's response level and lead department.",
    "case.report_up": "Report a case to superiors; open to all staff and never blocked.",
    "claim.add": "Write down a claim that needs checking.",
    "evidence.add": "Add evidence to a claim.",
    "claim.check": "Take a claim and propose its verdict.",
    "claim.confirm": "As the second person, confirm or refuse a proposed verdict.",
    "task.assign": "Give a department a task.",
    "task.answer": "Accept, dispute or answer a task of one's own department.",
    "task.accept": "Accept or return a department's answer.",
    "task.rule": "Decide a dispute over whose task it is.",
    "statement.write": "Draft, edit and submit a statement or a correction.",
    "statement.approve": "As the second person, approve or return a statement.",
    "statement.publish": "Publish an approved statement.",
    "statement.withdraw": "Withdraw a published statement with a reason; the old text stays readable.",
    "duty.manage": "Plan the rota: put shifts on it and take them off.",
    "duty.swap": "Ask a colleague to take a shift of one's own, and answer such a request.",
    "duty.log": "Write in the shift log, hand the desk over and take it over.",
    "calendar.manage": "Keep the calendar of working days.",
    "deadline.manage": "Choose and change the desk's deadlines within bounds, with a reason.",
    "public.ask": "Contest an outcome, ask for a correction or put a question; needs no account.",
    "case.close": "Sign the review of a case, close it, or send it back to work.",
    "concern.add": "Write down a question, a complaint or a suggestion of the public; open a disposed one again.",
    "concern.dispose": "Say what became of a concern.",
    "commitment.propose": "Propose a commitment with its owner and date.",
    "commitment.publish": "As the second person, publish or refuse a proposed commitment.",
    "commitment.work": "Begin on a commitment of one's own department.",
    "commitment.claim_done": "Say, for one's own department, that a commitment was kept.",
    "commitment.verify": "From outside the department concerned, say whether a commitment was kept.",
    "commitment.rule": "Give a missed commitment a new date or change it in public; sign why a true claim leads to none.",
    "instruction.issue": "Issue a leader's instruction, and accept, return or revoke it.",
    "instruction.answer": "Answer an instruction.",
    "investigation.open": "Open an investigation of a case with its investigating body, end it without a finding, or open it again.",
    "investigation.conclude": "Write down what an investigation found, from outside the department that a claim is about.",
    "enquiry.assign": "Assign an enquiry, decline it with a reason, or open it again.",
    "enquiry.answer": "Answer an enquiry, by what is public or in new words for a second person.",
    "conference.plan": "Plan, change, hold, follow up or cancel a press conference.",
    "conference.announce": "As the second person, announce a press conference.",
    "contest.weigh": "Weigh a contest or a request for a correction.",
    "contest.decide": "As the second person, accept or refuse a contest or a request for a correction.",
    "statement.confirm_facts": "Confirm the facts of a statement for one's own department, or send it back.",
    "statement.clear": "Clear a statement that touches on private people, or send it back.",
    "statement.second": "As the second person, let an emergency holding statement out or refuse it.",
    "source.manage": "Add, change and pause sources.",
    "watch.manage": "Add, change, test and pause watches; keep the desk's lists of words and its places.",
    "rule.manage": "Try a changed rule on past items, and adopt it.",
    "playbook.manage": "Change the desk's playbooks.",
    "user.manage": "Add people and set their roles.",
    "receiver.manage": "Register, test, pause and remove programs that are told what happens, and renew their keys.",
    "account.own": "Change how one signs in oneself, and end one's own sessions and keys.",
    "sealed.write": "Seal a note of a case for those concerned.",
    "sealed.read": "Read a sealed note that names one.",
    "sealed.erase": "Destroy the key of a sealed note, with a reason.",
    "item.erase": "Erase an item by law, with its basis, and set after how many days items expire.",
}

_EVERYBODY = frozenset({"desk.view", "case.report_up", "account.own"})
_STAFF = _EVERYBODY | {
    "evidence.add",
    "claim.add",
    "concern.add",
    "public.ask",
    "statement.second",
    "duty.swap",
    "sealed.write",
    "sealed.read",
}
PUBLIC = frozenset({"public", "public.ask"})
"""What anybody may do without an account."""

GRANTS: dict[Role, frozenset[str]] = {
    Role.DUTY: _STAFF
    | {
        "duty.log",
        "concern.dispose",
        "warning.acknowledge",
        "warning.silence",
        "warning.dismiss",
        "story.regroup",
        "case.open",
        "watch.manage",
    },
    Role.DUTY_LEAD: _STAFF
    | {
        "duty.manage",
        "duty.log",
        "calendar.manage",
        "deadline.manage",
        "concern.dispose",
        "commitment.propose",
        "instruction.answer",
        "investigation.open",
        "investigation.conclude",
        "enquiry.assign",
        "conference.plan",
        "contest.weigh",
        "warning.acknowledge",
        "warning.silence",
        "warning.dismiss",
        "story.regroup",
        "case.open",
        "case.assess",
        "task.assign",
        "watch.manage",
        "rule.manage",
        "source.manage",
        "playbook.manage",
        "claim.confirm",
    },
    Role.VERIFIER: _STAFF
    | {
        "concern.dispose",
        "commitment.verify",
        "contest.weigh",
        "claim.check",
        "claim.confirm",
        "task.assign",
        "task.accept",
        "investigation.conclude",
    },
    Role.DEPT: _STAFF | {"commitment.work", "instruction.answer", "task.answer"},
    Role.DEPT_HEAD: _STAFF
    | {
        "commitment.propose",
        "commitment.work",
        "commitment.claim_done",
        "instruction.answer",
        "statement.confirm_facts",
        "task.answer",
        "claim.confirm",
    },
    Role.AUTHOR: _STAFF | {"commitment.propose", "enquiry.answer", "statement.write"},
    Role.PRIVACY: _STAFF | {"statement.clear", "sealed.erase", "item.erase"},
    Role.APPROVER: _STAFF | {"commitment.publish", "conference.announce", "statement.withdraw", "statement.approve"},
    Role.PUBLISHER: _STAFF | {"statement.publish"},
    Role.SPOKESPERSON: _STAFF | {"enquiry.assign", "enquiry.answer", "conference.plan"},
    Role.LEADER: _STAFF
    | {
        "case.close",
        "commitment.publish",
        "commitment.rule",
        "instruction.issue",
        "investigation.open",
        "investigation.conclude",
        "conference.announce",
        "contest.decide",
        "warning.acknowledge",
        "case.assess",
        "task.rule",
        "statement.approve",
        "statement.withdraw",
    },
    Role.REVIEWER: _STAFF | {"case.close", "commitment.verify", "contest.decide", "record.view", "claim.confirm"},
    Role.AUDITOR: _EVERYBODY | {"record.view"},
    Role.ADMIN: _EVERYBODY
    | {
        "source.manage",
        "watch.manage",
        "rule.manage",
        "playbook.manage",
        "user.manage",
        "receiver.manage",
        "record.view",
        "calendar.manage",
    },
}


def permissions_of(roles: frozenset[Role] | set[Role] | list[Role]) -> frozenset[str]:
    """Everything that somebody with these roles may do; separation of duties is checked with each act."""
    return frozenset({"public"}).union(*(GRANTS[role] for role in roles))
