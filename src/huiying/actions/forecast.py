"""Forecasts: made when a warning is raised or rises, made anew while its story goes on, and held against what came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from django.db import transaction
from django.db.models import Max, Q

from huiying.actions.actor import DETECTOR
from huiying.actions.recording import write
from huiying.core.detect.forecast import QUIET, Forecast, Outlook, Rates, due, outlook
from huiying.core.detect.rates import MOST, WINDOW_DAYS, Passed, learn
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.stories import holder, report_times

LEARN_AFTER = timedelta(hours=24)
LATE_REPORTS = timedelta(hours=1)
"""A source read a little later still counts: forecasts are scored so long after their time."""
AT_ONCE = 200
DAY_ITEMS = 20_000


def foretell(warning: models.Warning, *, now: datetime) -> list[models.Forecast]:
    """Store what is to be expected of a warning's story; nothing where there is too little past. Runs inside the act that raised it."""
    rows = _store([warning.story], _rates(now), now, warning)
    if rows:
        said = [{"hours": row.hours, "expected": row.expected, "low": row.low, "high": row.high} for row in rows]
        write(
            "forecast_made",
            actor=DETECTOR,
            now=now,
            subject=f"warning:{warning.pk}",
            story=warning.story.key,
            strategy=rows[0].strategy,
            rates=rows[0].rates_id,
            forecasts=said,
        )
    return rows


def renew(now: datetime) -> int:
    """Forecasts anew for stories that go on and have an open warning or case: at most one an hour each. Returns how many stories."""
    with transaction.atomic():
        stories = _going_on(now)
        rows = _store(stories, _learned(now), now, None) if stories else []
        if rows:
            write(
                "forecast_made",
                actor=DETECTOR,
                now=now,
                stories=len({row.story_id for row in rows}),
                strategy=rows[0].strategy,
                rates=rows[0].rates_id,
                first=rows[0].pk,
                last=rows[-1].pk,
            )
    return len({row.story_id for row in rows})


def score(now: datetime) -> int:
    """Hold forecasts whose time has passed against what came. Returns how many."""
    with transaction.atomic():
        waiting = models.Forecast.objects.filter(scored_at=None, score_at__lte=now).select_related("story").order_by("id")[: 4 * AT_ONCE]
        times: dict[int, list[datetime]] = {}
        rows = list(waiting)
        for row in rows:
            row.scored_at = now
            if not _regrouped(row):
                if row.story_id not in times:
                    times[row.story_id] = report_times(row.story)
                until = row.made_at + timedelta(hours=row.hours)
                row.actual = sum(row.made_at < at <= until for at in times[row.story_id])
        models.Forecast.objects.bulk_update(rows, ["scored_at", "actual"])
        if rows:
            held = [row for row in rows if row.actual is not None and row.low <= row.actual <= row.high]
            void = [row for row in rows if row.actual is None]
            write("forecasts_scored", actor=DETECTOR, now=now, count=len(rows), inside=len(held), void=len(void))
    return len(rows)


def _store(
    stories: Iterable[models.Story], rates: models.ForecastRates, now: datetime, warning: models.Warning | None
) -> list[models.Forecast]:
    values, shift = msgspec.convert(rates.values, Rates), _shift(now)
    rows = []
    for story in stories:
        found = outlook(report_times(story), now, values, shift)
        if found is not None and not models.Forecast.objects.filter(story=story, made_at=now).exists():
            rows += [_row(story, warning, rates, found, number, part) for number, part in enumerate(found.parts)]
    return models.Forecast.objects.bulk_create(rows)


def _row(
    story: models.Story, warning: models.Warning | None, rates: models.ForecastRates, found: Outlook, number: int, part: Forecast
) -> models.Forecast:
    return models.Forecast(
        story=story,
        warning=warning,
        rates=rates,
        made_at=found.at,
        before=found.before[number],
        made_from={"reports": found.reports, "decaying": found.decaying, "busy": found.busy[number]},
        strategy=found.strategy,
        score_at=found.at + timedelta(hours=part.hours) + LATE_REPORTS,
        **msgspec.structs.asdict(part),
    )


def _shift(now: datetime) -> float:
    desk = models.Desk.objects.first()
    offset = now.astimezone(ZoneInfo(desk.zone)).utcoffset() if desk else None
    return offset.total_seconds() if offset else 0.0


def _going_on(now: datetime) -> Sequence[models.Story]:
    """Stories to be told of anew, those waiting longest first."""
    pressing = Q(warnings__state__in=("raised", "escalated", "acknowledged"))
    in_case = Q(case_links__case__isnull=False) & ~Q(case_links__case__state__in=("closed", "merged"))
    rows = (
        models.Story.objects.filter(pressing | in_case, merged_into=None, last_at__gt=now - timedelta(hours=QUIET))
        .annotate(told=Max("forecasts__made_at"))
        .order_by("told", "pk")
    )
    return [row for row in rows if due(row.told, row.last_at, now)][:AT_ONCE]


def _rates(now: datetime) -> models.ForecastRates:
    """The last that was learned; the defaults before anything was."""
    found = models.ForecastRates.objects.order_by("-id").first()
    return found or models.ForecastRates.objects.create(made_at=now, values=builtins(Rates()))


def _learned(now: datetime) -> models.ForecastRates:
    """The last that was learned, learned anew after a day."""
    last = _rates(now)
    if now - last.made_at < LEARN_AFTER:
        return last
    scored = models.Forecast.objects.filter(actual__isnull=False, made_at__gt=now - timedelta(days=WINDOW_DAYS))
    lately = [_passed(row) for row in reversed(scored.order_by("-id")[: 2 * MOST])]
    since = [_passed(row) for row in scored.filter(scored_at__gt=last.made_at).order_by("scored_at", "id")]
    values = learn(lately, since, msgspec.convert(last.values, Rates), _hours(now))
    return models.ForecastRates.objects.create(made_at=now, values=builtins(values))


def _passed(row: models.Forecast) -> Passed:
    assert row.actual is not None
    return Passed(
        hours=row.hours,
        decaying=tuple(row.made_from["decaying"]),
        busy=row.made_from["busy"],
        actual=row.actual,
        wide=row.high > row.low,
        inside=row.low <= row.actual <= row.high,
    )


def _hours(now: datetime) -> list[int]:
    """How many of the last items came in each local hour of the day."""
    shift, counts = timedelta(seconds=_shift(now)), [0] * 24
    rows = models.Item.objects.filter(first_seen__gt=now - timedelta(days=WINDOW_DAYS)).order_by("-pk")
    for published, seen in rows.values_list("published_at", "first_seen")[:DAY_ITEMS]:
        counts[(min(published or seen, seen) + shift).hour] += 1
    return counts


def _regrouped(row: models.Forecast) -> bool:
    """Whether people joined or parted the story after the forecast: what comes then is not what was foretold."""
    if holder(row.story).pk != row.story_id:
        return True
    mine = models.Proposal.objects.filter(Q(story=row.story_id) | Q(other=row.story_id), state__in=("accepted", "undone"))
    return mine.filter(decided_at__gt=row.made_at).exists()
