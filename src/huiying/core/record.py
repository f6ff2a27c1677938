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
    "token_ended": "A token for the programming interface was ended.",
    "user_closed": "The account of a member of staff was closed, with a reason.",
    "user_reopened": "The account of a member of staff was opened again, with a reason.",
    "password_reset": "A member of staff was given a one-time code to choose a new password with.",
    "password_set": "A member of staff chose a new password; their other sessions ended.",
    "factor_added": "A member of staff added an authenticator app, a passkey or recovery codes.",
    "factor_dropped": "A second factor of a member of staff was taken away.",
    "identity_linked": "A member of staff was linked to who they are at the body's identity provider, with a reason.",
    "identity_unlinked": "A member of staff can no longer sign in by the body's identity provider; the reason is given.",
    "recovery_code_used": "A member of staff signed in with a recovery code, which works once.",
    "sessions_ended": "Sessions of a member of staff were ended.",
    "sealed_note_added": "A note was sealed for those concerned; the record holds who they are and a hash.",
    "sealed_note_read": "Somebody concerned read a sealed note.",
    "sealed_note_erased": "The key of a sealed note was destroyed, with a reason: nobody can read it again.",
    "source_tried": "Somebody had an address read once, to see whether it can be a source.",
    "trial_finished": "An address that somebody asked to try was read, or could not be.",
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
    "receiver_added": "A program was put on the register of those that are told what happens.",
    "receiver_changed": "A receiver was paused or resumed, or signs with a new key.",
    "receiver_tested": "Somebody had a receiver sent a request that tells nothing, to see whether it arrives.",
    "receiver_removed": "A receiver was taken off the register, with a reason; it is told nothing any more.",
    "receiver_stopped": "A receiver did not take what it was told, ten times or for good; it is paused and loses nothing.",
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
    "calendar_chosen": "The desk goes by another calendar of working days.",
    "calendar_imported": "The working days of a year were entered, with their source.",
    "calendar_day_set": "One day of the calendar was set to worked or free, with a reason.",
    "deadlines_changed": "The desk's deadlines were changed, with a reason.",
    "timer_moved": "A deadline moved: the calendar, the policy, the level or an earlier clock says another time.",
    "timer_step": "A duty used up a part of its time, and those who are to hear of it are told.",
    "shift_added": "A shift was put on the rota.",
    "shift_cancelled": "A shift was taken off the rota, with a reason.",
    "swap_asked": "Somebody asked a colleague to take a shift.",
    "swap_agreed": "A colleague agreed to a swap, and the rota was changed.",
    "swap_refused": "A colleague did not agree to a swap.",
    "swap_withdrawn": "A request to swap a shift was withdrawn, or lapsed with the shift.",
    "log_written": "The officer on duty wrote in the shift log.",
    "handover_written": "The desk was laid out to be handed over; whoever wrote it stays responsible.",
    "handover_withdrawn": "A handover that nobody had taken was withdrawn.",
    "handover_taken": "An officer took the desk over and is responsible from then on.",
    "warning_contested": "A member of staff did not agree that a warning needs no case; it rings again.",
    "signed": "The first of two people signed something about a case, with a reason; it waits for the second.",
    "case_closed": "A leader and a reviewer signed the review of a case: it is closed.",
    "case_reopened": "A case at rest was taken up again: by a person, the detector, a missed commitment or an accepted contest.",
    "case_merged": "Two cases became one; each keeps its history.",
    "case_unmerged": "Two merged cases were taken apart again.",
    "response_activated": "An emergency response was activated or adjusted: its level and who leads.",
    "response_ended": "An emergency response was stood down, with a reason.",
    "clocks_corrected": "A clock of a case became known, or was found to have begun earlier.",
    "concern_added": "A question, a complaint or a suggestion of the public was written down.",
    "concern_investigated": "A concern is being looked into; it stays open.",
    "concern_disposed": "Somebody said what became of a concern.",
    "concern_reopened": "A disposed concern was opened again, with a reason.",
    "commitment_waived": "A leader signed why no commitment follows from a claim that is true about the body.",
    "commitment_proposed": "A commitment was proposed, with its owner and date.",
    "commitment_published": "A second person made a commitment public.",
    "commitment_refused": "A second person did not agree to a commitment, with a reason.",
    "commitment_started": "A department began on a commitment.",
    "commitment_claimed_done": "A department said that it kept a commitment, and what shows it.",
    "commitment_verified": "Somebody outside the department saw that a commitment was kept.",
    "commitment_not_done": "Somebody outside the department saw that a commitment was not kept, with a reason.",
    "commitment_missed": "The date of a commitment passed before it was kept.",
    "commitment_resumed": "A leader gave a missed commitment a new date, in public.",
    "commitment_changed": "A leader said in public that a missed commitment will not be kept as given, and why.",
    "commitment_contested": "A contest was accepted: a commitment that was called kept is not.",
    "task_cancelled": "A task was cancelled, with a reason.",
    "task_reopened": "An accepted answer did not hold; the task goes on.",
    "task_escalated": "A department's time for a task was over; it went to the leader.",
    "instruction_issued": "A leader gave an instruction on a case.",
    "instruction_answered": "An instruction was answered.",
    "instruction_accepted": "A leader accepted the answer to an instruction.",
    "instruction_returned": "A leader sent the answer to an instruction back, with a reason.",
    "instruction_revoked": "A leader revoked an instruction, with a reason.",
    "instruction_overdue": "An instruction was not answered in time.",
    "investigation_opened": "An investigation of a case was opened, with the body that investigates.",
    "investigation_concluded": "An investigation ended with what was found.",
    "investigation_stopped": "An investigation ended without a finding, with a reason.",
    "investigation_reopened": "A concluded investigation was opened again, with a reason.",
    "line_proposed": "A version of the line to take was proposed.",
    "line_agreed": "A second person agreed to the line to take; it is in force.",
    "line_returned": "A second person did not agree to the line to take, with a reason.",
    "line_superseded": "A newer version of the line to take came into force.",
    "correction_dropped": "A correction was dropped; the public text stands.",
    "withdrawal_proposed": "The first of approver and leader proposed to withdraw a statement, with a reason.",
    "facts_confirmed": "The department that was asked confirmed the facts of exactly this text.",
    "department_passed_over": "An approver went on without the department that was asked, with a reason.",
    "sent_to_privacy": "An approver sent a statement to privacy.",
    "statement_cleared": "Privacy cleared exactly this text.",
    "emergency_begun": "A holding statement from the template was laid before any second person, with a reason.",
    "emergency_published": "A second person let a holding statement out on the fast path; its full approval is due.",
    "emergency_refused": "A second person refused a holding statement on the fast path, with a reason.",
    "emergency_approved": "What went out on the fast path was approved in full.",
    "emergency_objected": "What went out on the fast path was not approved in retrospect; its correction is due.",
    "enquiry_received": "A question of an outlet or of the public was taken in.",
    "enquiry_assigned": "It was decided who answers an enquiry.",
    "enquiry_answer_drafted": "An answer to an enquiry was laid before a second person.",
    "enquiry_answered": "An enquiry was answered.",
    "enquiry_returned": "A second person sent the answer to an enquiry back, with a reason.",
    "enquiry_declined": "An enquiry was declined, with a reason.",
    "enquiry_reopened": "An enquiry was opened again, with a reason.",
    "conference_planned": "A press conference was planned.",
    "conference_changed": "A planned press conference was changed.",
    "conference_announced": "A second person announced a press conference.",
    "conference_held": "A press conference was held; its open questions became enquiries.",
    "conference_followed_up": "Every question of a press conference has its answer, or the reason why there is none.",
    "conference_cancelled": "A press conference was cancelled, with a reason.",
    "contest_received": "Somebody contested an outcome.",
    "correction_asked": "Somebody asked for a correction of a published statement.",
    "ask_weighed": "A contest or a request for a correction was weighed.",
    "ask_accepted": "A second person accepted a contest or a request for a correction.",
    "ask_refused": "A second person refused a contest or a request for a correction, with a reason.",
    "request_drafted": "A request to a publisher to correct a fact was begun.",
    "request_edited": "A request to a publisher was changed.",
    "request_published": "A second person made a request to a publisher public, with its evidence.",
    "request_answered": "A publisher answered a request for correction.",
    "request_ended": "A publisher corrected what was asked, or did not.",
    "request_abandoned": "The draft of a request to a publisher was given up, with a reason.",
    "request_withdrawn": "The body withdrew its request to a publisher, with a reason.",
    "backup_made": "The operator made a backup.",
    "source_moved": "A source that said for days that it has moved for good is read at its new address.",
    "source_gone": "A source said that it is no more, and was paused.",
    "certificate_excused": "One certificate that is not valid was allowed for a source, with a reason and until a day.",
    "certificate_excuse_ended": "The exception for a source's certificate was ended.",
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
