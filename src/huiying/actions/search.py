"""The search index, kept by what the record says has changed. Derived from what is stored: it decides nothing and can be made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import connection, transaction

from huiying.core.find.terms import index_text
from huiying.store.models import Case, Claim, Entry, Findable, Indexed, Item, Statement, Task, Watch

AT_ONCE = 2000
_WRITE_ITEM = "INSERT INTO found_item(rowid, title, text) VALUES (%s, %s, %s)"
_DROP_ITEM = "INSERT INTO found_item(found_item, rowid, title, text) VALUES ('delete', %s, %s, %s)"
_WRITE_OWN = "INSERT INTO found_own(rowid, title, text) VALUES (%s, %s, %s)"
_DROP_OWN = "INSERT INTO found_own(found_own, rowid, title, text) VALUES ('delete', %s, %s, %s)"

Told = tuple[str, str, datetime]
"""Title, everything else that can be searched, and when it began."""


def _case(pk: int) -> Told | None:
    row = Case.objects.filter(pk=pk).first()
    return (row.title, "", row.opened_at) if row else None


def _claim(pk: int) -> Told | None:
    row = Claim.objects.filter(pk=pk).first()
    return (row.text, " ".join([row.reason, *row.evidence.values_list("text", flat=True)]), row.added_at) if row else None


def _task(pk: int) -> Told | None:
    row = Task.objects.filter(pk=pk).first()
    return (row.text, f"{row.answer} {row.reason}", row.assigned_at) if row else None


def _statement(pk: int) -> Told | None:
    row = Statement.objects.filter(pk=pk).first()
    if row is None:
        return None
    content = row.content
    return str(content.get("title", "")), " ".join(_texts(content)), row.made_at


def _watch(pk: int) -> Told | None:
    row = Watch.objects.filter(pk=pk).first()
    return (row.name, f"{row.query} {row.place}", row.added_at) if row else None


OWN: dict[str, Callable[[int], Told | None]] = {"case": _case, "claim": _claim, "task": _task, "statement": _statement, "watch": _watch}
"""What of the desk's own can be found, by the word that its subject on the record begins with. Sealed notes are not among it."""


def _texts(content: object) -> Iterable[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from _texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from _texts(value)


def index_new() -> int:
    """Take into the index what came since the last time, at most 2,000 items and as many entries. Returns how many lines were written."""
    with transaction.atomic():
        mark = Indexed.objects.first() or Indexed.objects.create()
        items = list(Item.objects.filter(pk__gt=mark.item).order_by("pk").only("pk", "title", "text")[:AT_ONCE])
        entries = list(Entry.objects.filter(pk__gt=mark.entry).order_by("pk").values_list("pk", "subject")[:AT_ONCE])
        if not items and not entries:
            return 0
        with connection.cursor() as cursor:
            cursor.executemany(_WRITE_ITEM, [(row.pk, index_text(row.title), index_text(row.text)) for row in items])
        changed = sorted({subject for _, subject in entries if subject.partition(":")[0] in OWN})
        written = [subject for subject in changed if _write(*subject.split(":", 1))]
        mark.item = items[-1].pk if items else mark.item
        mark.entry = entries[-1][0] if entries else mark.entry
        mark.save()
    return len(items) + len(written)


def _write(kind: str, key: str) -> bool:
    told = OWN[kind](int(key)) if key.isdecimal() else None
    if told is None:
        return False
    title, text, at = told
    terms = index_text(text)
    row = Findable.objects.filter(kind=kind, key=key).first()
    with connection.cursor() as cursor:
        if row is not None:
            if (row.title, row.terms) == (title, terms):
                return False
            cursor.execute(_DROP_OWN, (row.pk, index_text(row.title), row.terms))
            row.title, row.terms = title, terms
            row.save(update_fields=["title", "terms"])
        else:
            row = Findable.objects.create(kind=kind, key=key, title=title, terms=terms, at=at)
        cursor.execute(_WRITE_OWN, (row.pk, index_text(title), terms))
    return True


def forget_items(items: Iterable[Item]) -> None:
    """Take items out of the index before their text goes. Must run in the transaction that deletes or empties them."""
    mark = Indexed.objects.first()
    reached = mark.item if mark else 0
    with connection.cursor() as cursor:
        cursor.executemany(_DROP_ITEM, [(row.pk, index_text(row.title), index_text(row.text)) for row in items if row.pk <= reached])


def leave_no_trace() -> None:
    """Write the index of items anew without what was taken out of it; until then its words stand in old pages of the file."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO found_item(found_item) VALUES ('optimize')")
