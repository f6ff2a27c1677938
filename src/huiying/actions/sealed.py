"""Sealed notes: written for those concerned, read on the record, erased by destroying the key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, act, member_of, write
from huiying.actions.sealing import can_seal, open_sealed, seal
from huiying.core.case.sight import DEPARTMENTAL
from huiying.core.roles import GRANTS, Role
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.sight import sees

LONGEST = 20_000
LONGEST_CONTACT = 300


@act("sealed.write")
def write_note(
    actor: Actor,
    case: models.Case,
    *,
    subject: str,
    text: str,
    roles: Sequence[str] = (),
    readers: Sequence[models.Member] = (),
    now: datetime,
) -> models.SealedNote:
    """Seal a note for its readers and its writer. The record holds who may read and a hash of the encrypted text, never the text."""
    if subject not in models.SealedNote.SUBJECTS:
        raise Refusal("Choose what the note is about: informant, health, family or other.")
    if not text.strip():
        raise Refusal("A sealed note needs its text.")
    if len(text) > LONGEST:
        raise Refusal("A sealed note has at most %(most)d characters.", most=LONGEST)
    wanted = sorted(set(roles))
    for name in wanted:
        # a department's contacts are named one by one: their role alone would open the note to every department
        if name not in set(Role) or Role(name) in DEPARTMENTAL or "sealed.read" not in GRANTS[Role(name)]:
            raise Refusal("%(role)s cannot be given a sealed note to read.", role=name)
    people = sorted({*readers, member_of(actor)}, key=lambda row: row.pk)
    for person in people:
        if not person.may("sealed.read") or not sees(person, case):
            raise Refusal("%(name)s cannot read this case's sealed notes: choose somebody who handles the case.", name=person.name)
    return _keep(actor, case, subject, text, roles=wanted, people=people, now=now)


@act("public.ask")
def keep_contact(actor: Actor, case: models.Case, *, text: str, now: datetime) -> models.SealedNote:
    """Seal how somebody of the public can be reached, for the roles that weigh what they say and nobody else."""
    if len(text.strip()) > LONGEST_CONTACT:
        raise Refusal("How you can be reached has at most %(most)d characters.", most=LONGEST_CONTACT)
    if not can_seal():
        raise Refusal("How you can be reached cannot be kept encrypted here at present. Leave it out and send your text again.")
    roles = [role.value for role in Role if {"contest.weigh", "sealed.read"} <= GRANTS[role] and role not in DEPARTMENTAL]
    return _keep(actor, case, models.SealedNote.CONTACT, text, roles=sorted(roles), people=(), now=now)


def _keep(
    actor: Actor,
    case: models.Case,
    subject: str,
    text: str,
    *,
    roles: Sequence[str],
    people: Sequence[models.Member],
    now: datetime,
) -> models.SealedNote:
    sealed = seal(text.strip(), about=f"case:{case.pk}")
    row = models.SealedNote.objects.create(
        case=case,
        subject=subject,
        roles=list(roles),
        body=sealed.body,
        key=sealed.key,
        digest=sealed.digest,
        made_at=now,
        made_by=actor.member,
    )
    row.readers.set(people)
    names = [one.username for one in people]
    _write("sealed_note_added", row, actor, now, hash=row.digest, about=subject, roles=row.roles, readers=names)
    return row


def may_read(member: models.Member, note: models.SealedNote) -> bool:
    """Whether the member is among those concerned. Administrators and auditors never are."""
    concerned = bool(set(member.roles) & set(note.roles)) or note.readers.filter(pk=member.pk).exists()
    return concerned and member.may("sealed.read") and sees(member, note.case)


@act("sealed.read")
def read_note(actor: Actor, note: models.SealedNote, *, now: datetime) -> str:
    """The text, for those concerned; every reading is an entry of the record."""
    if not may_read(member_of(actor), note):
        raise NotAllowed("This note is sealed: only those whom it names can read it.")
    if note.erased_at is not None or note.key is None:
        raise Refusal("This note was erased: its key is destroyed and nobody can read it again.")
    text = open_sealed(bytes(note.body), bytes(note.key), about=f"case:{note.case_id}")
    _write("sealed_note_read", note, actor, now, hash=note.digest)
    return text


@act("sealed.erase")
def erase_note(actor: Actor, note: models.SealedNote, *, reason: str, now: datetime) -> None:
    """Destroy the key, with a receipt on the record. The encrypted text stays and is noise from then on."""
    if not reason.strip():
        raise Refusal("Erasing a sealed note needs a reason: the law or the request it follows.")
    if note.erased_at is not None:
        raise Refusal("This note was erased: its key is destroyed and nobody can read it again.")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")  # freed bytes are overwritten, not only given up
    note.key, note.erased_at, note.erased_why = None, now, reason.strip()[:1000]
    note.save(update_fields=["key", "erased_at", "erased_why"])
    _write("sealed_note_erased", note, actor, now, hash=note.digest, reason=note.erased_why)
    transaction.on_commit(_empty_the_log)


def _empty_the_log() -> None:
    """The write-ahead log still holds the page as it was; take it into the database and cut it off, where nobody else is reading."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(type: str, note: models.SealedNote, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"sealed_note:{note.pk}", case=note.case_id, note=note.pk, **data)
