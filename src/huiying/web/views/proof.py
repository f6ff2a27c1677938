"""What the warnings of a month were worth."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from huiying import clock
from huiying.core.case.known import KnownBy
from huiying.core.review.proof import Proof, Week
from huiying.core.review.verdict import Verdict
from huiying.core.types import Level, Refusal
from huiying.store.models import Case
from huiying.store.proof import month_of, proof_of
from huiying.store.sight import visible
from huiying.web import proof_charts, trend, words
from huiying.web.permission import needs
from huiying.web.proof_words import OUTCOMES, line, signed, times
from huiying.web.shares import said_share
from huiying.web.zone import desk_zone

BEFORE = 12
SHOWN = 40


@needs("desk.view")
def proof(request: HttpRequest) -> HttpResponse:
    """The proof of ?month=2026-11; without one, of the month that runs."""
    now, zone = clock.now(), desk_zone()
    refusal, status = "", 200
    try:
        start, end = month_of(request.GET.get("month", ""), zone, now)
    except Refusal as refused:
        refusal, status = words.say(refused), 400
        start, end = month_of("", zone, now)
    found = proof_of(start, end)
    local, months = now.astimezone(zone).replace(day=15), []
    for _number in range(BEFORE):
        months.append(f"{local:%Y-%m}")
        local = (local.replace(day=1) - timedelta(days=1)).replace(day=15)
    context = {
        "proof": found,
        "month": f"{start.astimezone(zone):%Y-%m}",
        "running": end >= now,
        "foresight": trend.record(),
        "months": months,
        "refusal": refusal,
        **_said(found),
        **_missed(found, request.user),
        "chart": proof_charts.weeks(found.weeks, zone),
        "weeks": [_week(week) for week in found.weeks],
        "outcomes": [_(word) for word in OUTCOMES.values()],
        "lengths": _lengths(found),
        "tables": [
            (_("By level"), _("Level"), [line(row, "level") for row in found.by_level]),
            (_("By rule"), _("Rule"), [line(row, "rule") for row in found.by_rule]),
            (_("By watch"), _("Watch"), [line(row, "watch") for row in found.by_watch[:SHOWN]]),
            (_("By source"), _("Source"), [line(row, "source") for row in found.by_source[:SHOWN]]),
        ],
    }
    return render(request, "desk/proof.html", context, status=status)


def _said(found: Proof) -> dict[str, Any]:
    return {
        "feedback": said_share(found.feedback),
        "opened": said_share(found.opened),
        "found_share": said_share(found.found),
        "acknowledge": times(found.acknowledge),
        "after_public": times(found.after_public),
        "before_known": times(found.before_known),
        "before_peak": times(found.before_peak),
        "verdicts": [(words.word(words.FEEDBACK, verdict), found.verdicts[verdict.value]) for verdict in Verdict],
        "a_week": f"{found.false_a_week:.1f}",
    }


def _missed(found: Proof, user: object) -> dict[str, Any]:
    shown = [one.case.partition(":")[2] for one in found.missed[:SHOWN]]
    cases = {f"case:{row.pk}": row for row in visible(user, Case.objects.filter(pk__in=shown))}
    rows = [
        (cases.get(one.case), words.word(words.KNOWN_BY, one.known_by), signed(-abs(one.late)) if one.late is not None else "")
        for one in found.missed[:SHOWN]
    ]
    counts = [(words.word(words.KNOWN_BY, way), sum(one.known_by == way for one in found.missed)) for way in KnownBy]
    return {"missed": rows, "missed_by": [(name, count) for name, count in counts if count]}


def _week(week: Week) -> tuple[Any, list[tuple[str, int, list[tuple[str, int]]]]]:
    rows = []
    for level in Level:
        held = week.calls[level.value]
        rows.append((level.value, sum(held.values()), [(_(word), held.get(outcome, 0)) for outcome, word in OUTCOMES.items()]))
    return week.start, [row for row in rows if row[1]]


def _lengths(found: Proof) -> list[tuple[str, Any, list[tuple[str, int]]]]:
    rows = []
    for title, values in (
        (_("After the first public item"), found.after_public.values),
        (_("Before somebody else told of it"), found.before_known.values),
        (_("Before the story's busiest six hours"), found.before_peak.values),
    ):
        counts = proof_charts.binned(values)
        table = [(_(word), count) for (_end, word), count in zip(proof_charts.BINS, counts, strict=True)]
        rows.append((title, proof_charts.lengths(title, counts) if values else "", table))
    return rows
