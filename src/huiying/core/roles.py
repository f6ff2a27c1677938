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
    "source.manage": "Add, change and pause sources.",
    "watch.manage": "Add, change, test and pause watches; keep the desk's lists of words and its places.",
    "rule.manage": "Try a changed rule on past items, and adopt it.",
    "playbook.manage": "Change the desk's playbooks.",
    "user.manage": "Add people and set their roles.",
    "item.erase": "Erase an item by law, with its basis, and set after how many days items expire.",
}

_STAFF = frozenset({"desk.view", "case.report_up", "evidence.add", "claim.add"})

GRANTS: dict[Role, frozenset[str]] = {
    Role.DUTY: _STAFF | {"warning.acknowledge", "warning.silence", "warning.dismiss", "story.regroup", "case.open", "watch.manage"},
    Role.DUTY_LEAD: _STAFF
    | {
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
    Role.VERIFIER: _STAFF | {"claim.check", "claim.confirm", "task.assign", "task.accept"},
    Role.DEPT: _STAFF | {"task.answer"},
    Role.DEPT_HEAD: _STAFF | {"task.answer", "claim.confirm"},
    Role.AUTHOR: _STAFF | {"statement.write"},
    Role.PRIVACY: _STAFF | {"item.erase"},
    Role.APPROVER: _STAFF | {"statement.approve"},
    Role.PUBLISHER: _STAFF | {"statement.publish"},
    Role.SPOKESPERSON: _STAFF,
    Role.LEADER: _STAFF | {"warning.acknowledge", "case.assess", "task.rule", "statement.approve", "statement.withdraw"},
    Role.REVIEWER: _STAFF | {"record.view", "claim.confirm"},
    Role.AUDITOR: frozenset({"desk.view", "record.view", "case.report_up"}),
    Role.ADMIN: frozenset(
        {"desk.view", "case.report_up", "source.manage", "watch.manage", "rule.manage", "playbook.manage", "user.manage", "record.view"}
    ),
}


def permissions_of(roles: frozenset[Role] | set[Role] | list[Role]) -> frozenset[str]:
    """Everything that somebody with these roles may do; separation of duties is checked with each act."""
    return frozenset({"public"}).union(*(GRANTS[role] for role in roles))
