"""Items whose words end: expired by their class, erased by law, or taken back at their source. That there was an item still counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from huiying.actions.actor import COLLECTOR, TIMER, Actor
from huiying.actions.recording import act, write
from huiying.actions.search import forget_items
from huiying.core.clean.redact import redact
from huiying.core.clean.urls import canonical, item_id
from huiying.core.types import Kind, RawItem, Refusal
from huiying.store import models
from huiying.store.keys import tomb, tomb_mark

DAYS: dict[str, int] = {
    Kind.NEWS: 730,
    Kind.NOTICE: 730,
    Kind.HOTLINE: 365,
    Kind.POST: 180,
    Kind.QUESTION: 180,
    Kind.COMMENT: 180,
    Kind.HOTLIST: 180,
}
"""Days after which an item expires, where the desk has set nothing else."""
LEAST, MOST = 14, 3650  # the memory of stories reaches back fourteen days
# One text for both languages: it stands in the place of the title wherever an item is shown.
TITLES = {"expired": "〔已到期 expired〕", "erased": "〔依法清除 erased〕", "withdrawn": "〔原处已撤回 withdrawn〕"}
_WAITING = ("raised", "escalated", "acknowledged")
_OVER = ("closed", "merged")
LONGEST_BASIS = 500


def days_of(desk: models.Desk | None) -> dict[str, int]:
    """Kind → days after which its items expire."""
    return {**DAYS, **(desk.retention if desk else {})}


@act("item.erase")
def set_retention(actor: Actor, *, days: Mapping[str, int], now: datetime) -> None:
    """After how many days items of each kind expire."""
    desk = models.Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    for kind, count in days.items():
        if kind not in DAYS:
            raise Refusal("%(kind)s is not a kind of source; the kinds are %(kinds)s.", kind=kind, kinds=", ".join(Kind))
        if not LEAST <= count <= MOST:
            raise Refusal("Items are kept for %(least)s to %(most)s days, not for %(count)s.", least=LEAST, most=MOST, count=count)
    desk.retention = {kind: count for kind, count in {**desk.retention, **days}.items() if count != DAYS[kind]}
    desk.save(update_fields=["retention"])
    write("desk_configured", actor=actor, now=now, subject="desk", retention=days_of(desk))


@act("item.erase")
def erase(actor: Actor, *, item: str, basis: str, copies: bool = True, now: datetime) -> str:
    """Erase one item, and what was copied from it, by law. `item` is its number, its id or its address. Returns the receipt.

    The receipt is the SHA-256 of the address (of the id where it has none): whoever asked can make it again, nobody can read it.
    """
    basis = " ".join(basis.split())
    if not basis:
        raise Refusal("Say on what legal basis it is erased; that stays on the record, the text does not.")
    row = find(item)
    receipt = sha256((row.url or row.key).encode("utf-8", "surrogatepass")).hexdigest()
    rows = [row]
    if copies:
        rows += models.Item.objects.filter(membership__duplicate_of=row, gone="").order_by("pk")
    _hollow(rows, "erased", now)
    # the memory of the pipeline holds words of it: without a snapshot the worker builds that memory anew (worker/live.py)
    models.Snapshot.objects.all().delete()
    write(
        "item_erased",
        actor=actor,
        now=now,
        subject=f"item:{row.pk}",
        basis=redact(basis[:LONGEST_BASIS]).text,
        receipt=receipt,
        items=[one.pk for one in rows],
    )
    return receipt


def find(item: str) -> models.Item:
    """The item with this number, id or address that is still there. Refuses where there is none."""
    asked = item.strip()
    rows = models.Item.objects.filter(gone="")
    number = asked.removeprefix("#").removeprefix("i")
    found = rows.filter(pk=int(number)).first() if number.isascii() and number.isdigit() and len(number) < 15 else None
    found = (
        found or rows.filter(key=asked).first() or (rows.filter(url=canonical(asked)).order_by("pk").first() if canonical(asked) else None)
    )
    if found is None:
        raise Refusal("There is no item with the number or address %(item)s.", item=asked[:200] or "–")
    return found


def withdraw(source: models.Source, natives: Iterable[str], *, now: datetime) -> int:
    """Items that their source took back, by its own ids. Called inside the transaction of an intake. Returns how many there were."""
    keys = {item_id(RawItem(source=source.name, native_id=native)) for native in natives}
    rows = list(models.Item.objects.filter(source=source, key__in=keys, gone=""))
    if rows:
        _hollow(rows, "withdrawn", now)
        write("items_withdrawn", actor=COLLECTOR, now=now, subject=f"source:{source.pk}", source=source.name, items=[r.pk for r in rows])
    return len(rows)


def due(now: datetime) -> QuerySet[models.Item]:
    """Items past their days that are in no open case and under no warning that still waits, oldest first."""
    old = Q()
    for kind, days in days_of(models.Desk.objects.first()).items():
        old |= Q(kind=kind, first_seen__lt=now - timedelta(days=days))
    story = OuterRef("membership__story")
    waits = models.Warning.objects.filter(story=story, state__in=_WAITING)
    case = models.CaseStory.objects.filter(story=story).exclude(case__state__in=_OVER)
    return models.Item.objects.filter(old, gone="").exclude(Exists(waits)).exclude(Exists(case)).order_by("pk")


def expire(*, most: int, until: int, now: datetime) -> int:
    """Let the oldest `most` items past their days expire, up to item `until`. Returns how many there were."""
    with transaction.atomic():
        rows = list(due(now).filter(pk__lte=until)[:most])
        if rows:
            _hollow(rows, "expired", now)
            counts: dict[str, int] = {}
            for row in rows:
                counts[row.kind] = counts.get(row.kind, 0) + 1
            write("items_expired", actor=TIMER, now=now, subject="desk", count=len(rows), kinds=counts, last=rows[-1].pk)
    return len(rows)


def scrubbed(*, vacuumed: bool, now: datetime) -> None:
    """What was gone is now also out of free space and out of the write-ahead log."""
    with transaction.atomic():
        write("storage_scrubbed", actor=TIMER, now=now, subject="desk", vacuumed=vacuumed)


def _hollow(rows: Sequence[models.Item], how: str, now: datetime) -> None:
    """Take out of items everything that was published, and of what was derived from them every word."""
    forget_items(rows)
    said = {text for row in rows for text in (row.title, row.text[:80]) if text}
    for row in rows:
        row.key, row.fingerprint = tomb(row.key), tomb_mark(row.fingerprint)
        row.title, row.text, row.url, row.masked = TITLES[how], "", "", {}
        row.gone, row.gone_at = how, now
        row.save(update_fields=["key", "fingerprint", "title", "text", "url", "masked", "gone", "gone_at"])
    memberships = list(models.Membership.objects.filter(item__in=rows))
    for membership in memberships:
        membership.reasons = [{**reason, "detail": ""} for reason in membership.reasons]
        membership.save(update_fields=["reasons"])
    stories = models.Story.objects.filter(
        Q(pk__in=[membership.story_id for membership in memberships]) | Q(pk__in=[membership.assigned_id for membership in memberships])
    )
    for story in stories.distinct():
        if story.title in said:
            left = models.Item.objects.filter(membership__story=story, gone="").order_by("pk").first()
            story.title = (left.title or left.text[:80]) if left else TITLES[how]
            story.save(update_fields=["title"])
    if how == "erased":
        # made again from what is left (actions/case_words.py)
        models.CaseWords.objects.filter(case__stories__story__in=stories).delete()
