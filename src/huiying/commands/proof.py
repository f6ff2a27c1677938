"""`huiying proof`: what the warnings of a month were worth, counted from the record."""

from __future__ import annotations

import argparse
import sys
from zoneinfo import ZoneInfo

import msgspec
from django.utils.translation import gettext

from huiying import clock
from huiying.core.review.proof import Proof
from huiying.store.models import Desk
from huiying.store.proof import month_of, proof_of
from huiying.web import words
from huiying.web.proof_words import line, times
from huiying.web.shares import said_share


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("proof", help="what the warnings of a month were worth, counted from the record")
    parser.add_argument("--month", default="", help="like 2026-11 (default: the month that runs)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Count and print."""
    desk = Desk.objects.first()
    zone = ZoneInfo(desk.zone if desk else "UTC")
    found = proof_of(*month_of(arguments.month, zone, clock.now()))
    if arguments.json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found)) + b"\n")
        return
    print("\n".join(told(found, zone)))


def told(found: Proof, zone: ZoneInfo) -> list[str]:
    """The proof in words."""
    levels = gettext(", ").join(f"{words.word(words.LEVELS, level)} {count}" for level, count in found.levels.items())
    rows = [
        (gettext("Calls"), f"{found.calls} ({levels})"),
        (gettext("Worth it, say those who gave feedback"), said_share(found.feedback)),
        (gettext("Led to a case, of those decided"), said_share(found.opened)),
        (gettext("Of our cases, called to before anybody else told us"), said_share(found.found)),
        (
            gettext("False alarms"),
            gettext("%(n)s, that is %(a_week)s a week") % {"n": found.false_alarms, "a_week": f"{found.false_a_week:.1f}"},
        ),
        (gettext("From the call to its acknowledgement"), times(found.acknowledge)),
        (gettext("From the first public item to the call"), times(found.after_public)),
        (gettext("From the call to when somebody else told us"), times(found.before_known)),
        (gettext("From the call to the story's busiest six hours"), times(found.before_peak)),
    ]
    lines = [f"{found.start.astimezone(zone):%Y-%m-%d %H:%M} – {found.end.astimezone(zone):%Y-%m-%d %H:%M}"]
    lines += [f"{name}: {value}" for name, value in rows]
    parts = (
        ("level", gettext("By level"), found.by_level),
        ("rule", gettext("By rule"), found.by_rule),
        ("watch", gettext("By watch"), found.by_watch),
        ("source", gettext("By source"), found.by_source),
    )
    for kind, title, table in parts:
        lines.append(title)
        for row in table:
            one = line(row, kind)
            said = gettext("%(calls)s calls, %(cases)s cases, %(false)s false alarms, worth it %(worth)s")
            lines.append(f"  {one.name}: " + said % {"calls": one.calls, "cases": one.cases, "false": one.false, "worth": one.worth})
    return lines
