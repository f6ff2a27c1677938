"""The words of the desk in the reader's language: states, levels, roles, timers, parts of a score, and what a refusal says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from django.utils.translation import get_language, gettext, gettext_noop

from huiying.core.detect.parsing import Hint
from huiying.core.group.origin import Part
from huiying.core.record import EVENTS
from huiying.core.roles import PERMISSIONS
from huiying.core.statement.stages import STAGES
from huiying.core.types import ActorKind, Kind, Level, Refusal
from huiying.core.warn.category import Category
from huiying.store.models import Source
from huiying.web.part_words import CONTEXTS, PARTS

N = gettext_noop

SHAPES: dict[str, str] = {Level.BLUE: "●", Level.YELLOW: "▲", Level.ORANGE: "◆", Level.RED: "■"}
LEVELS: dict[str, str] = {Level.BLUE: N("Blue"), Level.YELLOW: N("Yellow"), Level.ORANGE: N("Orange"), Level.RED: N("Red")}

MACHINES: dict[str, str] = {
    "warning": N("warning"),
    "case": N("case"),
    "claim": N("claim"),
    "task": N("task"),
    "statement": N("statement"),
    "proposal": N("proposal"),
    "response": N("response"),
    "concern": N("concern"),
    "instruction": N("instruction"),
    "investigation": N("investigation"),
    "line": N("line to take"),
    "commitment": N("commitment"),
    "enquiry": N("enquiry"),
    "conference": N("press conference"),
    "contest": N("contest"),
    "correction_request": N("request for a correction"),
    "publisher_request": N("request to a publisher"),
}

STATES: dict[str, dict[str, str]] = {
    "warning": {
        "raised": N("waiting to be acknowledged"),
        "escalated": N("passed up, not acknowledged"),
        "acknowledged": N("acknowledged"),
        "linked": N("in a case"),
        "dismissed": N("dismissed"),
    },
    "case": {
        "triage": N("new, to be assessed"),
        "assessing": N("assessed, to be verified"),
        "verifying": N("being verified"),
        "responding": N("being answered"),
        "watching": N("being watched"),
        "review": N("under review"),
        "closed": N("closed"),
        "merged": N("merged into another case"),
    },
    "claim": {
        "unassessed": N("not yet checked"),
        "checking": N("being checked"),
        "proposed": N("verdict proposed"),
        "true": N("true"),
        "partly_true": N("partly true"),
        "false": N("false"),
        "unverifiable": N("cannot be verified"),
    },
    "task": {
        "assigned": N("assigned"),
        "in_progress": N("in progress"),
        "escalated": N("overdue, with the leader"),
        "disputed": N("disputed"),
        "answered": N("answered"),
        "accepted_done": N("done"),
        "cancelled": N("cancelled"),
    },
    "statement": {
        "draft": N("draft"),
        "dept_confirm": N("with the department, to confirm its facts"),
        "privacy_check": N("with privacy, to be cleared"),
        "approval": N("awaiting approval"),
        "approved": N("approved, to be published"),
        "published": N("published"),
        "correction_draft": N("correction being written"),
        "emergency_pending": N("fast path, awaiting a second person"),
        "correction_dept_confirm": N("correction with the department"),
        "correction_privacy_check": N("correction with privacy"),
        "correction_approval": N("correction awaiting approval"),
        "correction_approved": N("correction approved, to be published"),
        "withdrawn": N("withdrawn"),
        "abandoned": N("given up"),
    },
    "proposal": {
        "open": N("open"),
        "accepted": N("accepted"),
        "refused": N("refused"),
        "undone": N("undone"),
        "lapsed": N("lapsed"),
    },
    "response": {"inactive": N("not activated"), "active": N("activated")},
    "concern": {"open": N("open"), "investigating": N("being looked into"), "disposed": N("answered")},
    "investigation": {"open": N("under way"), "concluded": N("concluded"), "stopped": N("ended without a finding")},
    "instruction": {
        "issued": N("issued"),
        "overdue": N("overdue"),
        "answered": N("answered"),
        "accepted": N("accepted"),
        "revoked": N("revoked"),
    },
    "line": {
        "proposed": N("awaiting a second person"),
        "in_force": N("in force"),
        "superseded": N("superseded"),
        "returned": N("sent back"),
    },
    "commitment": {
        "proposed": N("awaiting a second person"),
        "public": N("promised in public"),
        "in_progress": N("in progress"),
        "done_claimed": N("said to be kept, to be verified"),
        "verified_done": N("kept"),
        "missed": N("date missed"),
        "changed_public": N("not kept as given, said in public"),
        "refused": N("refused"),
    },
    "enquiry": {
        "received": N("received"),
        "assigned": N("being prepared"),
        "drafted": N("answer awaiting approval"),
        "answered": N("answered"),
        "declined": N("declined, with the reason"),
    },
    "conference": {
        "planned": N("planned"),
        "announced": N("announced"),
        "held": N("held, questions open"),
        "followed_up": N("held, every question answered"),
        "cancelled": N("cancelled"),
    },
    "contest": {
        "received": N("received"),
        "weighed": N("weighed, to be decided"),
        "accepted": N("accepted"),
        "refused": N("refused"),
    },
    "correction_request": {
        "received": N("received"),
        "weighed": N("weighed, to be decided"),
        "accepted": N("accepted"),
        "refused": N("refused"),
    },
    "publisher_request": {
        "draft": N("draft"),
        "public": N("asked in public"),
        "answered": N("answered"),
        "corrected": N("corrected by the publisher"),
        "not_corrected": N("not corrected"),
        "withdrawn": N("withdrawn"),
        "abandoned": N("given up"),
    },
}
_ANY_STATE = {state: word for words in STATES.values() for state, word in words.items()}

ACTS: dict[str, str] = {
    "acknowledge": N("acknowledge"),
    "open_case": N("open a case"),
    "attach_to_case": N("attach to a case"),
    "dismiss": N("dismiss"),
    "rise": N("ring again: it has risen"),
    "contest": N("contest"),
    "assess": N("assess"),
    "merge_into": N("merge"),
    "unmerge": N("undo the merge"),
    "start_verification": N("start verifying"),
    "no_response_needed": N("say that no answer is needed"),
    "facts_ready": N("facts are ready"),
    "holding_statement_out": N("holding statement is out"),
    "new_facts": N("new facts"),
    "escalate": N("escalate"),
    "all_concerns_disposed": N("all concerns are answered"),
    "resurge": N("resurge"),
    "quiet_period_over": N("quiet period is over"),
    "findings_need_work": N("findings need work"),
    "close": N("close"),
    "commitment_missed": N("a commitment was missed"),
    "report_up": N("report to superiors"),
    "take": N("take"),
    "propose": N("propose a verdict"),
    "rule_true": N("confirm the verdict"),
    "rule_partly_true": N("confirm the verdict"),
    "rule_false": N("confirm the verdict"),
    "rule_unverifiable": N("confirm the verdict"),
    "refuse": N("refuse"),
    "reopen": N("reopen"),
    "accept": N("accept"),
    "dispute": N("dispute"),
    "cancel": N("cancel"),
    "auto_escalate": N("escalate"),
    "uphold": N("uphold"),
    "reassign": N("give to another department"),
    "answer": N("answer"),
    "return": N("send back"),
    "accept_answer": N("accept the answer"),
    "edit": N("edit"),
    "submit": N("submit for approval"),
    "approve": N("approve"),
    "abandon": N("give up"),
    "publish": N("publish"),
    "correct": N("correct"),
    "withdraw": N("withdraw"),
    "drop": N("drop the correction"),
    "lapse": N("let it lapse"),
    "undo": N("undo"),
    "propose_no_response": N("propose that no answer is needed"),
    "new_concern": N("new concern"),
    "begin_review": N("begin the review"),
    "sign_review": N("sign the review"),
    "contest_accepted": N("a contest was accepted"),
    "activate": N("activate the response"),
    "stand_down": N("stand the response down"),
    "investigate": N("look into it"),
    "conclude": N("conclude"),
    "stop": N("end without a finding"),
    "dispose": N("say what became of it"),
    "waive_commitment": N("sign why there is no commitment"),
    "auto_overdue": N("time is over"),
    "revoke": N("revoke"),
    "submit_to_privacy": N("submit to privacy"),
    "submit_to_department": N("submit to the department"),
    "return_unconfirmed": N("send back: facts not confirmed"),
    "confirm_facts": N("confirm the facts"),
    "confirm_facts_to_privacy": N("confirm the facts, on to privacy"),
    "pass_over": N("go on without the department"),
    "pass_over_to_privacy": N("go on without the department, to privacy"),
    "return_for_privacy": N("send back for privacy"),
    "clear": N("clear for privacy"),
    "send_to_privacy": N("send to privacy"),
    "emergency_holding": N("holding statement on the fast path"),
    "second_person_ok": N("agree as the second person"),
    "approve_in_retrospect": N("approve in retrospect"),
    "object_in_retrospect": N("object in retrospect"),
    "propose_withdrawal": N("propose to withdraw"),
    "agree": N("agree to the line"),
    "supersede": N("replace the line"),
    "start": N("begin"),
    "claim_done": N("say that it is kept"),
    "verify": N("verify that it is kept"),
    "not_done": N("say that it is not kept"),
    "resume": N("give a new date in public"),
    "change": N("change"),
    "assign": N("assign"),
    "point_to": N("answer by a public statement"),
    "draft_answer": N("draft an answer"),
    "approve_answer": N("approve the answer"),
    "decline": N("decline"),
    "announce": N("announce"),
    "hold": N("hold"),
    "follow_up": N("follow up"),
    "weigh": N("weigh"),
    "note_answer": N("note the publisher's answer"),
    "note_corrected": N("note that it was corrected"),
    "note_not_corrected": N("note that it was not corrected"),
}

DISPOSITIONS: dict[str, str] = {
    "explained": N("explained"),
    "corrected": N("corrected with published information"),
    "solved": N("solved"),
    "under_investigation": N("under investigation"),
    "adopted": N("adopted"),
    "not_adopted": N("not adopted, with the reason"),
    "referred": N("referred to another office"),
}

CONCERN_KINDS: dict[str, str] = {"question": N("question"), "complaint": N("complaint"), "suggestion": N("suggestion")}

ITEM_KINDS: dict[str, str] = {
    Kind.NEWS: N("news"),
    Kind.POST: N("post"),
    Kind.QUESTION: N("question"),
    Kind.HOTLINE: N("hotline ticket"),
    Kind.HOTLIST: N("hot list"),
    Kind.COMMENT: N("comment"),
    Kind.NOTICE: N("notice"),
}

ORIGIN: dict[str, str] = {Part.REPORT: N("a report"), Part.COPY: N("a copy"), Part.LINE: N("a hot list")}

LEGEND: dict[str, str] = {
    Part.REPORT: N("a report in words of its own"),
    Part.COPY: N("a copy, with a line to its original"),
    Part.LINE: N("a line of a hot list"),
}

OWN_KINDS: dict[str, str] = {
    "case": N("case"),
    "claim": N("claim"),
    "task": N("task"),
    "statement": N("statement"),
    "watch": N("watch"),
}

CATEGORIES: dict[str, str] = {
    Category.SAFETY: N("safety"),
    Category.HEALTH: N("health"),
    Category.EDUCATION: N("education"),
    Category.ENVIRONMENT: N("environment"),
    Category.LABOUR: N("labour"),
    Category.HOUSING: N("housing and land"),
    Category.UTILITIES: N("utilities"),
    Category.TRANSPORT: N("transport"),
    Category.FRAUD: N("fraud"),
    Category.GOVERNANCE: N("governance"),
    Category.IMAGE: N("image"),
}

EVIDENCE_KINDS: dict[str, str] = {
    "item": N("published item"),
    "site_report": N("report from the site"),
    "document": N("document"),
    "measurement": N("measurement"),
    "witness": N("witness"),
}

SENTENCE_KINDS: dict[str, str] = {
    "fact": N("Fact"),
    "doing": N("What we are doing"),
    "advice": N("Advice"),
    "next": N("What comes next"),
    "regret": N("Regret"),
}

VERDICTS: dict[str, str] = {
    "true": N("true"),
    "partly_true": N("partly true"),
    "false": N("false"),
    "unverifiable": N("cannot be verified"),
}

FEEDBACK: dict[str, str] = {"useful": N("Useful"), "late": N("Too late"), "wrong": N("Wrong"), "duplicate": N("A duplicate")}

KNOWN_BY: dict[str, str] = {
    "superior": N("superiors"),
    "hotline": N("the hotline"),
    "media": N("the media"),
    "other": N("somebody else"),
}

BACKTEST: dict[str, str] = {"queued": N("in line"), "running": N("running"), "done": N("finished"), "failed": N("failed")}

ROLES: dict[str, str] = {
    "duty": N("duty officer"),
    "duty_lead": N("duty lead"),
    "verifier": N("verifier"),
    "dept": N("department contact"),
    "dept_head": N("department head"),
    "author": N("author"),
    "privacy": N("privacy and legal"),
    "approver": N("approver"),
    "publisher": N("publisher"),
    "spokesperson": N("spokesperson"),
    "leader": N("leader"),
    "reviewer": N("reviewer"),
    "auditor": N("auditor"),
    "admin": N("administrator"),
}

WHO: dict[str, str] = {
    "warning.acknowledge": N("the duty officer"),
    "story.regroup": N("the duty officer"),
    "case.open": N("the duty officer"),
    "case.assess": N("the duty lead"),
    "case.report_up": N("any member of staff"),
    "claim.check": N("a verifier"),
    "claim.confirm": N("a second person"),
    "task.answer": N("the department"),
    "task.accept": N("a verifier"),
    "task.rule": N("a leader"),
    "statement.write": N("an author"),
    "statement.approve": N("an approver who wrote none of it"),
    "statement.publish": N("the publisher"),
    "statement.clear": N("privacy and legal"),
    "statement.confirm_facts": N("the department's head"),
    "statement.second": N("any second person"),
    "case.close": N("a leader and a reviewer"),
    "concern.dispose": N("the duty officer"),
    "commitment.propose": N("the duty lead, an author or the department's head"),
    "commitment.publish": N("an approver who did not propose it"),
    "commitment.work": N("the department"),
    "commitment.claim_done": N("the department's head"),
    "commitment.verify": N("somebody outside the department"),
    "commitment.rule": N("a leader"),
    "instruction.issue": N("a leader"),
    "instruction.answer": N("the department"),
    "investigation.conclude": N("the duty lead, a verifier or a leader"),
    "enquiry.assign": N("the spokesperson"),
    "enquiry.answer": N("the spokesperson"),
    "conference.plan": N("the spokesperson"),
    "conference.announce": N("an approver who did not plan it"),
    "contest.weigh": N("a verifier"),
    "contest.decide": N("a leader or a reviewer"),
}

INVESTIGATIONS: dict[str, str] = {
    "internal": N("our own"),
    "superior": N("by an office above us"),
    "independent": N("independent"),
}

TIMERS: dict[str, str] = {
    "acknowledge": N("Acknowledge the warning"),
    "report_up": N("Report to superiors"),
    "s0": N("Publish a holding statement"),
    "s1": N("Publish verified facts"),
    "next_update": N("Publish the promised update"),
    "task_answer": N("Answer the task"),
    "correction": N("Publish the correction"),
    "concern": N("Answer the concern"),
    "commitment": N("Keep the commitment"),
    "instruction": N("Answer the instruction"),
    "enquiry": N("Answer the enquiry"),
    "conference": N("Hold a press conference"),
    "retrospect": N("Approve in full what went out on the fast path"),
    "contest": N("Decide the contest"),
    "correction_request": N("Answer the request for a correction"),
    "review": N("Review the case"),
}

CLOCKS: dict[str, str] = {
    "earliest": N("from the earliest known time"),
    "event_known": N("from when the event was known"),
    "first_public": N("from the first public item"),
    "detected": N("from when it was detected"),
    "told_by_superior": N("from when a superior told us"),
}

ACTORS: dict[str, str] = {
    ActorKind.STAFF: N("staff"),
    ActorKind.PUBLIC: N("the public"),
    ActorKind.DETECTOR: N("the detector (system)"),
    ActorKind.TIMER: N("the timer (system)"),
    ActorKind.COLLECTOR: N("the collector (system)"),
    ActorKind.OPERATOR: N("the operator"),
}


PLACE_KINDS: dict[str, str] = {
    "town": N("town or township"),
    "village": N("village"),
    "street": N("street"),
    "estate": N("housing estate"),
    "school": N("school"),
    "hospital": N("hospital"),
    "water": N("river or lake"),
    "other": N("other kind of place"),
}

# Why a name in a text is surely a place, or why it may not be one.
PLACE_SIGNS: dict[str, str] = {
    "full": N("its full name"),
    "well_known": N("a name that is only this place's"),
    "own": N("on the desk's own register"),
    "suffix": N("the name with its suffix"),
    "chain": N("what it lies in, or a part of it, is named too"),
    "office": N("an office or the people of the place follow"),
    "neighbour": N("another of the desk's places is named too"),
    "short": N("a short name that may be an everyday word or another place: no second sign"),
    "everywhere": N("a name that many places have: no second sign"),
}

# What is wrong with a certificate.
FAULTS: dict[str, str] = {
    "expired": N("it has expired"),
    "not_yet_valid": N("it is not valid yet"),
    "self_signed": N("it is signed by itself"),
    "unknown_issuer": N("nobody that is known has issued it"),
    "wrong_name": N("it was issued for another name"),
    "changed": N("it is another one than the exception names"),
    "other": N("it does not hold"),
}

SOURCE_STATES: dict[str, str] = {
    "ok": N("ok"),
    "failing": N("failing"),
    "gone": N("gone"),
    "lossy": N("probably lost items"),
    "silent": N("silent"),
    "waiting": N("not read yet"),
    "paused": N("paused"),
}

# Why a reading gave nothing, in two or three words.
REASONS: dict[str, str] = {
    "bad_url": N("not an address"),
    "private_address": N("address inside a network"),
    "dns": N("name not found"),
    "connect": N("no connection"),
    "tls": N("certificate or secure connection"),
    "deadline": N("took too long"),
    "too_large": N("too large"),
    "encoding": N("packed wrongly"),
    "protocol": N("not a web server"),
    "redirects": N("redirects in a circle"),
    "robots": N("not allowed by robots.txt"),
    "busy": N("not its turn"),
    "http_status": N("refused by the server"),
    "not_a_feed": N("cannot be parsed"),
    "parse": N("cannot be parsed"),
    "internal": N("fault of the desk"),
}


WAYS: dict[str, str] = {
    "password": N("with the password"),
    "app": N("with the password and an app"),
    "passkey": N("with a passkey"),
    "code": N("with a recovery code"),
    "oidc": N("with the identity provider"),
    "demo": N("by a button of the demonstration"),
}


class Said(Protocol):
    """A refusal or a finding: an English template and what fills its places."""

    @property
    def template(self) -> str:
        """The English sentence, which is also the key of its translation."""

    @property
    def values(self) -> Mapping[str, object]:
        """What fills the places."""


def word(table: Mapping[str, str], key: object) -> str:
    """One word of a table in the reader's language; a key outside it stands for itself."""
    found = table.get(str(key))
    return gettext(found) if found else str(key)


def state(machine: str, key: str) -> str:
    """What a state of a machine is called."""
    return word(STATES[machine], key)


def event(type: str) -> str:
    """The meaning of an event of the record."""
    return word(EVENTS, type)


def permission(name: str) -> str:
    """The meaning of a permission, without its full stop."""
    return word(PERMISSIONS, name).rstrip(".。")


def part(name: str, detail: str) -> tuple[str, str]:
    """Name and detail of one part of a score. A detail like "word (drill)" says why the word does not count."""
    text, found, context = detail.rpartition(" (")
    if found and context.rstrip(")") in CONTEXTS:
        detail = f"{text} ({word(CONTEXTS, context.rstrip(')'))})"
    elif name == "kinds":
        detail = gettext(", ").join(word(ITEM_KINDS, kind) for kind in detail.split())
    return word(PARTS, name), detail


def stage(name: str) -> str:
    """A stage with its meaning."""
    meaning = next((rule.meaning for key, rule in STAGES.items() if key == name), "")
    return f"{name} {gettext(meaning)}" if meaning else name


def named(row: object) -> str:
    """The name of a row that has one in Chinese and one in English."""
    chinese = (get_language() or "").startswith("zh")
    return str(getattr(row, "name_zh" if chinese else "name_en"))


def _listed(table: Mapping[str, str]) -> Callable[[object], str]:
    return lambda value: gettext(", ").join(word(table, key) for key in str(value).split(", "))


_VALUES: dict[str, Callable[[object], str]] = {
    "permission": lambda value: permission(str(value)),
    "machine": lambda value: word(MACHINES, value),
    "act": lambda value: word(ACTS, value),
    "acts": _listed(ACTS),
    "state": lambda value: word(_ANY_STATE, value),
    "level": lambda value: word(LEVELS, value),
    "levels": _listed(LEVELS),
    "verdict": lambda value: word(VERDICTS, value),
    "verdicts": _listed(VERDICTS),
    "disposition": lambda value: word(DISPOSITIONS, value),
    "dispositions": _listed(DISPOSITIONS),
    "other_role": lambda value: word(ROLES, value),
    "role": lambda value: word(ROLES, value),
    "roles": _listed(ROLES),
    "kind": lambda value: word({**ITEM_KINDS, **EVIDENCE_KINDS}, value),
    "kinds": _listed({**ITEM_KINDS, **EVIDENCE_KINDS}),
    "place_kinds": _listed(PLACE_KINDS),
    "timer": lambda value: word(TIMERS, value),
    "clock": lambda value: word(CLOCKS, value),
    "fault": lambda value: word(FAULTS, value),
    "timers": _listed(TIMERS),
}


def say(said: Said) -> str:
    """A refusal or a finding as a sentence in the reader's language."""
    return fill(said.template, said.values)


def fill(template: str, values: Mapping[str, object]) -> str:
    """A stored template with its values; what cannot be filled is shown as it is."""
    if not template:
        return ""
    known = {name: _value(name, value) for name, value in values.items()}
    try:
        return gettext(template) % known
    except (KeyError, TypeError, ValueError):
        return gettext(template)


def _value(name: str, value: object) -> object:
    # a refusal within a refusal is said in the reader's language too
    if isinstance(value, Refusal):
        return say(value)
    return _VALUES[name](value) if name in _VALUES else value


def hint(found: Hint) -> str:
    """What a word of a query may have been meant as."""
    said = gettext('Character %(at)d: "%(word)s" is looked for as a word. If you mean the operator, write %(operator)s.')
    return said % {"at": found.at, "word": found.word, "operator": found.operator}


def trouble(source: Source) -> str:
    """Why a source cannot be read and what to do, in the reader's language; empty while it can be read."""
    found = source.trouble or {}
    return fill(found.get("template") or "", found.get("values") or {})
