"""What came in by the web or from a file, kept masked until the worker takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core import types
from huiying.core.types import Refusal
from huiying.store.convert import builtins
from huiying.store.models import Arrival, Delivery, Source

AT_ONCE = 200  # items of one arrival: each is one transaction of the worker
REMEMBERED = timedelta(days=2)  # far longer than a delivery may be late (adapters/push.py)


class Replayed(Refusal):
    """The same signed bytes came under another name, or other bytes under the same."""


def hand_over(source: Source, items: Sequence[types.Item], *, gone: Sequence[str] = (), now: datetime) -> None:
    """Keep cleaned items of a source for the worker."""
    parts = [items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE)]
    with transaction.atomic():
        Arrival.objects.bulk_create(Arrival(source=source, items=builtins(list(part)), came_at=now) for part in parts)
        if gone:
            Arrival.objects.create(source=source, gone=list(gone), came_at=now)


def deliver(source: Source, items: Sequence[types.Item], *, name: str, mark: str, gone: Sequence[str] = (), now: datetime) -> bool:
    """Keep a signed delivery for the worker. False where it was taken before under this name. Raises Replayed."""
    with transaction.atomic():
        Delivery.objects.filter(came_at__lt=now - REMEMBERED).delete()
        same = Delivery.objects.filter(source=source, name=name).first()
        if same is not None and same.mark == mark:
            return False
        if same is not None or Delivery.objects.filter(source=source, mark=mark).exists():
            raise Replayed("This delivery was taken before under another name, or the name was used for another delivery.")
        Delivery.objects.create(source=source, name=name, mark=mark, items=len(items), came_at=now)
        hand_over(source, items, gone=gone, now=now)
    return True


@act("source.manage")
def bring(
    actor: Actor,
    source: Source,
    *,
    items: Sequence[types.Item],
    columns: Mapping[str, str],
    form: str,
    known: int,
    refused: int,
    now: datetime,
) -> None:
    """Hand over the rows of a file, and remember for the source what its columns are. All of them or none."""
    source.options = {**source.options, "columns": dict(columns)}
    source.save(update_fields=["options"])
    hand_over(source, items, now=now)
    write(
        "file_imported",
        actor=actor,
        now=now,
        subject=f"source:{source.pk}",
        source=source.name,
        form=form,
        columns=dict(columns),
        new=len(items),
        known=known,
        refused=refused,
    )


def taken(arrival: Arrival) -> None:
    """The worker has it; called in the transaction that stores its items."""
    arrival.delete()
