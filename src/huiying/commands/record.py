"""`huiying verify-record` and `huiying backup`."""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext

from huiying import clock, settings
from huiying.actions.actor import OPERATOR
from huiying.actions.recording import write
from huiying.core.record import verify
from huiying.core.types import Event, Refusal

COLUMNS = ("id", "at", "actor_kind", "actor", "type", "subject", "data", "prev_hash", "hash")


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    check = commands.add_parser("verify-record", help="check the record's chain from the first entry to the last")
    check.add_argument("--database", type=Path, help="a copy or a backup to check instead of the desk's own")
    check.set_defaults(run=run_verify)
    backup = commands.add_parser("backup", help="write a whole copy of the database while the desk goes on")
    backup.add_argument("file", type=Path, nargs="?", help="default: a dated file in HUIYING_HOME/backups")
    backup.set_defaults(run=run_backup)


def entries(path: Path) -> Iterator[Event]:
    """The entries of a database file, as stored, by id. Bytes that are not text become marks that no hash can hold."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        for row in connection.execute(f"SELECT {', '.join(COLUMNS)} FROM event ORDER BY id"):  # noqa: S608 - fixed names
            id, *rest = row
            at, actor_kind, actor, type, subject, data, prev_hash, hash = (_text(value) for value in rest)
            yield Event(
                id=id if isinstance(id, int) else -1,
                at=at,
                actor_kind=actor_kind,
                actor=actor,
                type=type,
                subject=subject,
                data=data,
                prev_hash=prev_hash,
                hash=hash,
            )
    finally:
        connection.close()


def _text(value: object) -> str:
    return value if isinstance(value, str) else f"\ufffd{value!r}"


def run_verify(arguments: argparse.Namespace) -> int:
    """0 when the chain holds; 1 and the first entry that does not fit when it does not."""
    path = arguments.database or settings.DATABASE_FILE
    if not path.exists():
        raise Refusal("%(file)s is not a file.", file=path)
    try:
        count, head, broken = verify(entries(path))
    except sqlite3.DatabaseError as error:
        raise Refusal("%(file)s is damaged: %(why)s.", file=path, why=error) from error
    if broken is None:
        print(gettext("%(count)s entries hold. Head: %(head)s") % {"count": count, "head": head})
        return 0
    print(
        gettext("Entry %(id)s does not hold: %(what)s. The %(count)s entries before it do.")
        % {"id": broken.id, "what": gettext(broken.what), "count": count}
    )
    return 1


def run_backup(arguments: argparse.Namespace) -> None:
    """Copy the database page by page, check the copy, and put the act on the record."""
    now = clock.now()
    path = arguments.file or settings.HOME / "backups" / f"huiying-{now:%Y%m%dT%H%M%SZ}.sqlite3"
    if path.exists():
        raise Refusal("%(file)s is there already; name another file.", file=path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(path.suffix + ".part")
    source = sqlite3.connect(f"{settings.DATABASE_FILE.as_uri()}?mode=ro", uri=True)
    copy = sqlite3.connect(draft)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        source.close()
    count, head, broken = verify(entries(draft))
    if broken is not None:
        draft.unlink()
        raise Refusal("The record does not hold at entry %(id)s; no backup was kept. Run `huiying verify-record`.", id=broken.id)
    draft.chmod(0o600)
    draft.replace(path)
    with transaction.atomic():
        write("backup_made", actor=OPERATOR, now=now, subject="desk", entries=count, head=head)
    print(gettext("%(file)s: %(count)s entries, head %(head)s") % {"file": path, "count": count, "head": head})
