"""What each case speaks of, kept ready so that like ones are found at once. Derived from items alone: it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.db import transaction
from django.db.models import Count

from huiying.core.review import similar
from huiying.core.review.similar import Signs
from huiying.core.warn.category import category_of
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.stories import items_of, told

AT_ONCE = 40
BEFORE = "severity."


def index_cases() -> int:
    """Read the cases that are not read yet, or to whose stories items came since. Returns how many."""
    with transaction.atomic():
        rows = models.Case.objects.annotate(now=Count("stories__story__memberships", distinct=True)).select_related("words").order_by("-id")
        fresh = [row for row in rows.iterator() if _stale(row)][:AT_ONCE]
        for case in fresh:
            stories = list(models.Story.objects.filter(case_links__case=case).distinct())
            _index(case, stories, case.now)
    return len(fresh)


def _stale(case: models.Case) -> bool:
    words = getattr(case, "words", None)
    count: int = case.now  # type: ignore[attr-defined]
    # a case that grows is read again when it has half as many items more
    return words is None or words.strategy != similar.STRATEGY or 2 * count > 3 * max(words.items, 1)


def _index(case: models.Case, stories: Sequence[models.Story], count: int) -> None:
    items = items_of(stories)
    found = similar.packed(similar.terms([case.title, *told(items)]))
    values = {"terms": found.tobytes(), "signs": builtins(signs_of(case.title, stories)), "items": count, "strategy": similar.STRATEGY}
    models.CaseWords.objects.update_or_create(case=case, defaults=values)


def signs_of(title: str, stories: Sequence[models.Story]) -> Signs:
    """Category, places and harms of stories, as their words, watches and warnings say."""
    items = items_of(stories)
    watches = list(models.Watch.objects.filter(matches__item__membership__story__in=stories).distinct())
    kin = category_of([title, *(item.title for item in items)], [item.text[:300] for item in items], [t for w in watches for t in w.topics])
    places = {*(story.place for story in stories), *(watch.place for watch in watches)} - {""}
    reasons = [reason for row in models.Warning.objects.filter(story__in=stories) for reason in row.reasons]
    harms = {reason["name"].removeprefix(BEFORE) for reason in reasons if reason["name"].startswith(BEFORE) and reason.get("weight")}
    return msgspec.convert({"category": kin.category if kin else "", "places": sorted(places), "harms": sorted(harms)}, Signs)
