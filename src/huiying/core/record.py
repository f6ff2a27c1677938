"""The record: every act is one entry of a closed vocabulary, chained to the one before it by SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import msgspec

from huiying.core.types import Event, Refusal

GENESIS = "0" * 64

EVENTS: dict[str, str] = {
    "desk_configured": "The desk was set up, or its name, place, zone, playbooks or hours changed.",
    "playbook_changed": "A playbook of the desk was changed: who leads, and the first steps.",
    "user_added": "A member of staff got an account.",
    "user_changed": "A member of staff's roles or department changed.",
    "token_issued": "A member of staff was given a token for the programming interface.",
    "source_added": "A source was put on the register.",
    "source_changed": "A source was paused, resumed or its settings changed.",
    "source_failing": "A source that had worked could not be read.",
    "source_recovered": "A source that had failed can be read again.",
    "items_collected": "New items of one source were taken in.",
    "watch_added": "A watch was put on the register.",
    "watch_changed": "A watch was changed, paused or resumed.",
    "word_list_added": "A list of words that mean the same was made.",
    "word_list_changed": "The words of a list were changed.",
    "word_list_removed": "A list of words was removed.",
    "place_added": "A place of the desk's own was put on the register.",
    "place_changed": "A place of the desk's own was changed.",
    "place_removed": "A place of the desk's own was taken off the register.",
    "places_imported": "Places of the desk's own were read from a file.",
    "hush_noticed": "A source or a watch that usually speaks has been silent for unusually long.",
    "hush_ended": "A source or a watch that had fallen silent speaks again, or is no longer listened to.",
    "surge_noticed": "A watch finds far more than usual although no single story does.",
    "surge_ended": "A watch that had surged finds what is usual again.",
    "warning_raised": "The detector called attention to a story.",
    "warning_level_changed": "A raised warning rose to a higher level.",
    "warning_repeated": "A warning nobody had acknowledged was shown again.",
    "warning_escalated": "A warning nobody acknowledged in time went a step up: to the duty lead, then to the leader.",
    "warning_uninhibited": "A warning rings now that the graver one beside which it kept still is over.",
    "warning_acknowledged": "A person said that they are looking at a warning.",
    "warning_dismissed": "A person ended a warning without a case, with a reason.",
    "warning_attached": "A warning was joined to a case that was already open.",
    "silence_added": "Somebody keeps warnings from sounding until a given time, with a reason; they stay on the board.",
    "silence_ended": "A silence was over: its time had come, or somebody ended it early.",
    "notice_channel_added": "A way to notify staff was put on the register: a member's mailbox or a chat group.",
    "notice_channel_changed": "A way to notify staff was paused or resumed.",
    "notice_sent": "A notification was handed to the mail server or chat of its channel.",
    "notice_failed": "A notification could not be sent; it is tried again.",
    "notice_given_up": "A notification could not be sent, and there are no further tries.",
    "forecast_made": "The detector said how many more reports of a story are to be expected.",
    "forecasts_scored": "Forecasts whose time had passed were held against what came.",
    "merge_proposed": "A second look found that two stories may tell of one happening; a person decides.",
    "split_proposed": "A second look found that one story may tell of two happenings; a person decides.",
    "stories_merged": "A person joined two stories into one.",
    "merge_refused": "A person said that two stories are not one happening, with a reason.",
    "merge_undone": "A person took two joined stories apart again.",
    "story_split": "A person moved items of a story into a story of their own.",
    "split_refused": "A person said that a story is one happening, with a reason.",
    "split_undone": "A person put the items of a split story back.",
    "proposal_lapsed": "A proposal about stories lapsed: the stories changed, or nobody decided in time.",
    "case_opened": "A case was opened, from a warning or because somebody told us of it.",
    "case_assessed": "A case got its response level and lead department.",
    "case_moved": "A case went from one state to another.",
    "case_reported_up": "A case was reported to superiors.",
    "claim_added": "A claim was written down to be checked.",
    "claim_taken": "A verifier took a claim.",
    "evidence_added": "Evidence was added to a claim.",
    "verdict_proposed": "A verifier proposed a verdict on a claim.",
    "verdict_confirmed": "A second person confirmed a verdict.",
    "verdict_refused": "A second person refused a proposed verdict, with a reason.",
    "claim_reopened": "A settled claim was opened again, with a reason.",
    "task_assigned": "A department was given a task.",
    "task_accepted": "A department took a task on.",
    "task_disputed": "A department said that a task is not its own.",
    "task_ruled": "A leader decided whose task it is.",
    "task_answered": "A department answered a task.",
    "task_returned": "An answer was sent back to the department, with a reason.",
    "task_done": "A department's answer was accepted.",
    "statement_drafted": "A statement was begun.",
    "statement_edited": "A statement's draft was changed.",
    "statement_submitted": "A statement was laid before a second person.",
    "statement_returned": "A second person sent a statement back, with a reason.",
    "statement_approved": "A second person approved the exact content of a statement.",
    "approval_voided": "An edit after approval made the approval void.",
    "statement_published": "A statement's first revision was published.",
    "correction_begun": "Somebody began to correct a published statement.",
    "statement_corrected": "A corrected revision was published; the earlier one stays visible.",
    "correction_due": "A verdict changed under a published statement: it needs a correction.",
    "statement_withdrawn": "A statement was withdrawn with a reason; its text stays readable.",
    "statement_abandoned": "A draft was given up, with a reason.",
    "act_refused": "Somebody tried an act that the rules do not allow.",
    "warning_feedback": "A person said what a warning was worth.",
    "backtest_asked": "A person asked to try a changed rule on the desk's own items.",
    "backtest_finished": "A changed rule was tried on the desk's own items.",
    "rule_adopted": "A person adopted a rule by which the detector warns, with a reason.",
    "setup_taken_up": "The detector took up changed watches, lists of words, places or rules, from the next item on.",
    "backup_made": "The operator made a backup.",
    "file_imported": "Rows of a file were brought to a source: how many were new, known and refused, and which columns were read.",
    "items_expired": "Items were past their days: their words are gone, that they were there still counts.",
    "items_withdrawn": "A source took items back: their words are gone here too.",
    "item_erased": "An item was erased by law; the basis and a receipt stand here, not the item.",
    "storage_scrubbed": "What was gone was taken out of free space and out of the write-ahead log too.",
}


def canonical(data: Mapping[str, object]) -> str:
    """JSON with sorted keys and no spaces; any standard JSON library can make the same text again."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def stamp(at: datetime) -> str:
    """ISO 8601 in UTC, always to the microsecond, so that text order is time order."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def digest(entry: Event) -> str:
    """SHA-256 over the previous hash and every other column of the entry, as one canonical JSON list."""
    columns = [entry.prev_hash, entry.id, entry.at, entry.actor_kind, entry.actor, entry.type, entry.subject, entry.data]
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def entry(
    *, previous: Event | None, at: datetime, actor_kind: str, actor: str, type: str, subject: str, data: Mapping[str, object]
) -> Event:
    """The next entry of the chain. Its time never runs behind the entry before it. Refuses a type outside the vocabulary."""
    if type not in EVENTS:
        raise Refusal("%(type)s is not an event of the record.", type=type)
    when = stamp(at)
    if previous is not None and when < previous.at:
        when = previous.at
    draft = Event(
        id=previous.id + 1 if previous else 1,
        at=when,
        actor_kind=actor_kind,
        actor=actor,
        type=type,
        subject=subject,
        data=canonical(data),
        prev_hash=previous.hash if previous else GENESIS,
        hash="",
    )
    return msgspec.structs.replace(draft, hash=digest(draft))


class Broken(msgspec.Struct, frozen=True):
    """The first entry that does not fit the chain, and what is wrong with it."""

    id: int
    what: str


def verify(entries: Iterable[Event]) -> tuple[int, str, Broken | None]:
    """Walk the chain in order of id. Returns how many entries hold, the last good hash, and the first break if there is one."""
    count, head, last_at = 0, GENESIS, ""
    for found in entries:
        expected = count + 1
        problem = _problem(found, expected=expected, head=head, last_at=last_at)
        if problem:
            return count, head, Broken(id=expected, what=problem)
        count, head, last_at = expected, found.hash, found.at
    return count, head, None


def _problem(found: Event, *, expected: int, head: str, last_at: str) -> str:
    if found.id != expected:
        return f"entry {expected} should stand here"
    if found.prev_hash != head:
        return "it does not continue the entry before it"
    if digest(found) != found.hash:
        return "its content and its hash do not agree"
    if found.type not in EVENTS:
        return "its type is not in the vocabulary"
    if found.at < last_at:
        return "its time runs backwards"
    return ""
