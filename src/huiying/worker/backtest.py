"""The stored items of some days through the pipeline, under the present rule and a changed one. Touches nothing of the running desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from huiying.core.pipeline import Beside, Setup, State, step
from huiying.core.review.backtest import Comparison, compare
from huiying.core.review.verdict import Verdict, together
from huiying.core.types import Refusal, Warning
from huiying.core.warn.rule import Rule
from huiying.store import models
from huiying.store.convert import item_of

CHUNK = 500
# What the detector remembers of its stream goes back 28 days; what a desk keeps in mind beyond that is only how often its watches are met.
WARM = timedelta(days=28)
WHOLE = 200_000
"""Up to so many items before the first day, all of them are taken through first, as the running desk did."""

Progress = Callable[[int, int], None]


class Backtest(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it, and on what it rests: items in the time that was looked at, items before it that made the memory."""

    comparison: Comparison
    items: int
    before: int
    known_good: int
    known_bad: int


def backtest(setup: Setup, changed: Rule, *, start: datetime, end: datetime, progress: Progress = lambda done, total: None) -> Backtest:
    """The comparison over [start, end). `setup` holds the watches, the places and the rule that the changed one is compared with."""
    if start >= end:
        raise Refusal("The first day must be before the last.")
    rows = models.Item.objects.filter(first_seen__lt=end, gone="").order_by("pk")
    items = rows.filter(first_seen__gte=start).count()
    if not items:
        raise Refusal("No item was collected between %(start)s and %(end)s.", start=f"{start:%Y-%m-%d}", end=f"{end:%Y-%m-%d}")
    if rows.count() - items > WHOLE:
        rows = rows.filter(first_seen__gte=start - WARM)
    total = rows.count()
    state, beside = State(setup), Beside(msgspec.structs.replace(setup, rule=changed))
    present: list[Warning] = []
    other: list[Warning] = []
    stories: set[str] = set()
    at = done = 0
    while chunk := list(rows.filter(pk__gt=at).select_related("source")[:CHUNK]):
        batch = [item_of(row) for row in chunk]
        state, outputs = step(state, batch, max(item.first_seen for item in batch))
        present += outputs.warnings
        other += beside.step(batch, outputs)
        stories.update(a.story for item, a in zip(batch, outputs.assignments, strict=True) if item.first_seen >= start)
        at, done = chunk[-1].pk, done + len(chunk)
        progress(done, total)
    good, bad = judged()
    good, bad = good & stories, bad & stories
    found = compare(present, other, start=start, end=end, good=good, bad=bad)
    return Backtest(comparison=found, items=items, before=total - items, known_good=len(good), known_bad=len(bad))


def judged() -> tuple[set[str], set[str]]:
    """The stories that are known to be worth a warning (in a case, or most said so), and those that are not: most said so, or dismissed
    without a word. The same as core/review/calls.py tells them apart."""
    last: dict[str, dict[int, Verdict]] = {}
    for story, member, verdict in models.Feedback.objects.order_by("id").values_list("warning__raised_for__key", "member", "verdict"):
        last.setdefault(story, {})[member] = Verdict(verdict)
    said = {story: together(verdicts.values()) for story, verdicts in last.items()}
    cases = set(models.CaseStory.objects.values_list("linked__key", flat=True))
    good = cases | {story for story, verdict in said.items() if verdict in (Verdict.USEFUL, Verdict.LATE)}
    dismissed = set(models.Warning.objects.filter(state="dismissed").values_list("raised_for__key", flat=True))
    return good, ({story for story, verdict in said.items() if verdict is Verdict.WRONG} | (dismissed - said.keys())) - good
