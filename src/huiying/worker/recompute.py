"""Computing again what the pipeline decided, from the stored items and the regimes it ran under. Touches nothing of the running desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from huiying.actions.warning import known
from huiying.core import types
from huiying.core.detect.score import STRATEGY
from huiying.core.pipeline import Outputs, Setup, State, step
from huiying.core.review.recompute import Difference, differences
from huiying.core.review.timeline import read_data
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.convert import builtins, event_of, item_of

CHUNK = 500
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Stretch:
    """Items after `after` up to `until` (None: to the end) ran under `setup`. `anew_from`: the memory was built anew before them."""

    after: int
    until: int | None
    setup: Setup
    anew_from: int | None = None


@dataclass(frozen=True)
class Raise:
    """One raise as the record has it; `item` is the row number of the item that decided."""

    event: int
    stored: dict[str, Any]
    item: int


@dataclass(frozen=True)
class Explained:
    """One raise and the same computed again. `computed` None: nothing was raised at that item. `why`: it could not be computed."""

    stored: dict[str, Any]
    computed: dict[str, Any] | None
    differences: tuple[Difference, ...]
    why: Refusal | None = None

    @property
    def same(self) -> bool:
        """Whether it is the same to the digit."""
        return self.why is None and self.computed is not None and not self.differences


def stretches() -> list[Stretch]:
    """Every regime with the items it held for, in order. Of several that begin at the same item the last holds."""
    rows: dict[int, models.Regime] = {}
    for row in models.Regime.objects.order_by("id"):
        kept = rows.pop(row.after, None)
        rows[row.after] = row
        if kept is not None and row.anew_from is None:
            row.anew_from = kept.anew_from
    ordered = sorted(rows.values(), key=lambda row: row.after)
    ends: list[int | None] = [*(row.after for row in ordered[1:]), None]
    return [Stretch(row.after, end, msgspec.convert(row.setup, Setup), row.anew_from) for row, end in zip(ordered, ends, strict=True)]


def begin(until: int, *, from_start: bool) -> tuple[State, int, list[Stretch]]:
    """A state before item `until`, the item it has come to, and the stretches that lead on from there.

    The last snapshot before it, or where none is left (or `from_start`) the beginning of the memory: the first item, or the one from which
    it was built anew. Refuses items from before the first regime: what they ran under was not kept.
    """
    known = stretches()
    covering = [one for one in known if one.after < until]
    if not covering:
        raise Refusal("What the detector ran under at that time was not kept: the warning is older than this record of it.")
    anew = [number for number, one in enumerate(covering) if one.anew_from is not None]
    covering = covering[anew[-1] :] if anew else covering
    first = covering[0]
    if not from_start:
        snapshot = models.Snapshot.objects.filter(item__lt=until, item__gte=first.after).order_by("-item", "-id").first()
        if snapshot is not None:
            state = State.load(bytes(snapshot.state), msgspec.convert(snapshot.setup, Setup))
            return state, snapshot.item, [one for one in covering if one.until is None or one.until > snapshot.item]
    if first.anew_from is not None:
        opening = Stretch(first.anew_from, first.after, first.setup)
        return State(first.setup), first.anew_from, [opening, *covering]
    if first.after:
        raise Refusal(
            "What the detector ran under before item %(item)s was not kept, and no snapshot of that time is left.", item=first.after
        )
    return State(first.setup), 0, covering


def again(
    until: int, *, from_start: bool = False, progress: Progress = lambda done, total: None
) -> Iterator[tuple[list[types.Item], Outputs]]:
    """The stored items up to row `until` through the pipeline, as it ran then."""
    state, at, path = begin(until, from_start=from_start)
    if models.Item.objects.filter(pk__gt=at, pk__lte=until).exclude(gone="").exists():
        raise Refusal("Items that came before this warning have expired or were erased since, so it cannot be computed again.")
    total = models.Item.objects.filter(pk__gt=at, pk__lte=until).count()
    done = 0
    for stretch in path:
        if stretch.setup != state.setup:
            state.under(stretch.setup)
        end = until if stretch.until is None else min(until, stretch.until)
        while at < end:
            rows = list(models.Item.objects.filter(pk__gt=at, pk__lte=end).select_related("source").order_by("pk")[:CHUNK])
            if not rows:
                break
            items = [item_of(row) for row in rows]
            state, outputs = step(state, items, max(item.first_seen for item in items))
            at, done = rows[-1].pk, done + len(rows)
            progress(done, total)
            yield items, outputs
        at = max(at, end)


def raises(warning: models.Warning) -> list[Raise]:
    """Every raise of a warning as the record has it, oldest first."""
    rows = models.Entry.objects.filter(subject=f"warning:{warning.pk}", type__in=("warning_raised", "warning_level_changed")).order_by("id")
    return [Raise(row.id, stored := _stored(event_of(row), warning), _item(stored, warning)) for row in rows]


def _stored(event: types.Event, warning: models.Warning) -> dict[str, Any]:
    data = read_data(event)
    return {"story": warning.raised_for.key, "at": event.at, **data}


def _item(stored: dict[str, Any], warning: models.Warning) -> int:
    """The row of the item that decided; for an entry that does not name it, the last of the story that had come by then."""
    row = models.Item.objects.filter(key=stored["last"]).first() if stored.get("last") else None
    if row is None:
        moment = datetime.fromisoformat(str(stored["at"]))
        row = models.Item.objects.filter(membership__assigned=warning.raised_for, first_seen__lte=moment).order_by("-pk").first()
    return row.pk if row else 0


def explain(
    warning: models.Warning, *, all_raises: bool = False, from_start: bool = False, progress: Progress = lambda done, total: None
) -> list[Explained]:
    """The last raise of a warning (or all of them) computed again. The present row of the warning must agree with the last one too."""
    found = raises(warning)
    if not found:
        raise Refusal("The record has no entry that warning %(id)s was raised.", id=warning.pk)
    row = _row(warning)
    wrong = [name for name, value in row.items() if found[-1].stored.get(name, value) != value]
    found[-1].stored.update(row)
    wanted = found if all_raises else found[-1:]
    if wrong:
        changed = Refusal(
            "The row of warning %(id)s does not say what the record says (%(names)s): somebody changed it.",
            id=warning.pk,
            names=", ".join(wrong),
        )
        return [Explained(one.stored, None, (), changed) for one in wanted]
    foreign = [one for one in wanted if one.stored.get("strategy", "").partition("+")[0] not in ("", STRATEGY)]
    if foreign:
        why = Refusal(
            "It was decided by %(stored)s, and this release decides by %(present)s: only a release of that time can compute it again.",
            stored=foreign[0].stored["strategy"],
            present=STRATEGY,
        )
        return [Explained(one.stored, None, (), why) for one in wanted]
    computed: dict[tuple[str, int], types.Warning] = {}
    try:
        for _items, outputs in again(max(one.item for one in wanted), from_start=from_start or all_raises, progress=progress):
            computed.update({(w.items[-1], len(w.items)): w for w in outputs.warnings if w.story == warning.raised_for.key})
    except Refusal as why:
        return [Explained(one.stored, None, (), why) for one in wanted]
    return [_beside(one, computed) for one in wanted]


def _row(warning: models.Warning) -> dict[str, Any]:
    """What the warning's own row says of its last raise."""
    return {
        "level": warning.level,
        "score": warning.score,
        "strategy": warning.strategy,
        "reasons": warning.reasons,
        "items": len(warning.items),
        "known": known(warning.items),
        "last": warning.items[-1] if warning.items else "",
    }


def _beside(one: Raise, computed: dict[tuple[str, int], types.Warning]) -> Explained:
    key = models.Item.objects.filter(pk=one.item).values_list("key", flat=True).first() or ""
    found = computed.get((key, int(one.stored["items"])))
    if found is None:
        near = [w for (last, _), w in computed.items() if last == key]
        found = near[-1] if near else None
    if found is None:
        return Explained(one.stored, None, ())
    told = {
        "strategy": found.strategy,
        "level": found.level.value,
        "score": found.score,
        "watch": found.watch or "",
        "items": len(found.items),
        "known": known(found.items),
        "last": found.items[-1],
        "reasons": list(builtins(found.reasons)),
    }
    return Explained(one.stored, told, differences(one.stored, told))
