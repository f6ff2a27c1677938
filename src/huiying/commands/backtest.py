"""`huiying backtest`: what would have been otherwise under a changed rule; `huiying rule`: the rule as it is."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import orjson
from django.utils.translation import gettext

from huiying import clock
from huiying.actions import backtest as acts
from huiying.commands.rule_file import add_options, changed_rule
from huiying.commands.up import end_with
from huiying.core.review.backtest import Change, Highest, Side
from huiying.core.review.interval import Share
from huiying.core.types import Refusal
from huiying.core.warn.rule import SETTINGS, changed, differences, values
from huiying.store.models import Backtest, Desk, Story
from huiying.store.rules import by_number, in_force
from huiying.web import words
from huiying.web.rule_words import setting
from huiying.web.shares import said_share
from huiying.worker.backtest import Backtest as Found
from huiying.worker.backtest import backtest
from huiying.worker.live import current_setup, usable

LONGEST = 30 * 60.0
"""Seconds after which a backtest that the desk runs is given up."""
LISTED = 200
DEFAULT_DAYS = 14


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    parser = commands.add_parser("backtest", help="stored items under the present and a changed rule: what would have been otherwise")
    parser.add_argument("--from", dest="start", help="first day, like 2026-11-01 (default: 14 days before the last)")
    parser.add_argument("--to", dest="end", help="day after the last (default: now)")
    add_options(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--queued", type=int, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)
    rule = commands.add_parser("rule", help="the rule that the detector warns by: every setting, its default and its range")
    rule.add_argument("--json", action="store_true", help="as JSON, to be changed and given to --rule")
    rule.set_defaults(run=run_rule)


def run_rule(arguments: argparse.Namespace) -> None:
    """One line a setting."""
    row = in_force(clock.now())
    rule = by_number(row.number if row else 0)
    present = values(rule)
    if arguments.json:
        sys.stdout.buffer.write(orjson.dumps(present, option=orjson.OPT_INDENT_2) + b"\n")
        return
    print(rule.id)
    for name, one in SETTINGS.items():
        print(f"{name:28}{present[name]:>8g}  ({one.default:g}; {one.least:g} – {one.most:g})  {setting(name)}")


def run(arguments: argparse.Namespace) -> None:
    """Compare, and print the difference."""
    if arguments.queued:
        return run_queued(arguments.queued)
    now = clock.now()
    desk = Desk.objects.first()
    zone = ZoneInfo(desk.zone if desk else "UTC")
    end = min(_moment(arguments.end, zone), now) if arguments.end else now
    start = _moment(arguments.start, zone) if arguments.start else end - timedelta(days=DEFAULT_DAYS)
    setup = usable(current_setup(now))
    rule = changed_rule(setup.rule, arguments.rule, arguments.set)
    found = backtest(setup, rule, start=start, end=end, progress=_progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if arguments.json:
        sys.stdout.buffer.write(
            orjson.dumps({"changes": differences(setup.rule, rule), **plain(found)}, option=orjson.OPT_INDENT_2) + b"\n"
        )
        return None
    for name, (before, after) in differences(setup.rule, rule).items():
        print(f"{setting(name)} ({name}): {before:g} → {after:g}")
    print("\n".join(told(found, zone)))
    return None


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Refusal('"%(text)s" is not a day; write one like 2026-11-01.', text=text) from error
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print("\r" + gettext("computing again: %(done)s of %(total)s items") % {"done": done, "total": total}, end="", file=sys.stderr)


def plain(found: Found) -> dict:
    """The comparison as JSON values; of each list of stories the first LISTED, with how many there are of each kind."""
    c = found.comparison
    body = msgspec.to_builtins(c)
    lists = {kind: list(body.pop(kind)) for kind in ("appear", "vanish", "level")}
    counts = {kind: len(rows) for kind, rows in lists.items()}
    shown = {f"{kind}_stories": rows[:LISTED] for kind, rows in lists.items()}
    about = {"items": found.items, "items_before": found.before, "known_good": found.known_good, "known_bad": found.known_bad}
    return {**body, **counts, **shown, **about}


def run_queued(number: int) -> None:
    """The backtest of a row, for the worker: gently, within its time, with its progress kept."""
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    os.nice(10)
    row = Backtest.objects.filter(pk=number).first()
    if row is None or row.state not in ("queued", "running"):
        return
    acts.begin(row)
    began = last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - began > LONGEST:
            raise Refusal("The backtest took longer than %(minutes)s minutes and was ended. Try fewer days.", minutes=int(LONGEST // 60))
        if time.monotonic() - last >= 1:
            last = time.monotonic()
            acts.note(row, done, total)

    try:
        base = by_number(row.base)
        setup = msgspec.structs.replace(usable(current_setup(row.asked_at)), rule=base)
        found = backtest(setup, changed(base, row.changes, "proposed"), start=row.start, end=row.end, progress=progress)
    except Refusal as why:
        acts.fail(row, why)
        return
    acts.note(row, found.items + found.before, found.items + found.before)
    acts.finish(row, plain(found))


def told(found: Found, zone: ZoneInfo) -> list[str]:
    """The comparison in words."""
    c = found.comparison
    lines = [
        gettext("%(start)s to %(end)s: %(items)s items, after %(before)s that made the memory.")
        % {
            "start": f"{c.start.astimezone(zone):%Y-%m-%d %H:%M}",
            "end": f"{c.end.astimezone(zone):%Y-%m-%d %H:%M}",
            "items": found.items,
            "before": found.before,
        },
        gettext("Hot-list entries are taken as they were first seen: what was observed of them later is not stored."),
        _side(gettext("Present rule"), c.before),
        _side(gettext("Changed rule"), c.after),
    ]
    titles = {row.key: row.title for row in Story.objects.filter(key__in=[one.story for one in (*c.appear, *c.vanish, *c.level)])}
    for head, rows in (
        (gettext("Would appear"), c.appear),
        (gettext("Would vanish"), c.vanish),
        (gettext("Would change their level"), c.level),
    ):
        lines.append(f"{head}: {len(rows)}")
        lines += [f"  {_change(one, zone)}  {titles.get(one.story, one.story)}" for one in rows[:LISTED]]
    lines.append(gettext("Earlier: %(earlier)s. Later: %(later)s.") % {"earlier": c.earlier, "later": c.later})
    return lines


def _side(name: str, side: Side) -> str:
    levels = gettext(", ").join(f"{words.word(words.LEVELS, level)} {count}" for level, count in side.levels.items())
    return f"{name}: " + gettext(
        "%(stories)s stories warned of (%(levels)s); a week: %(weeks)s; worth it %(precision)s; found %(recall)s"
    ) % {
        "stories": side.stories,
        "levels": levels,
        "weeks": " ".join(map(str, side.weeks)),
        "precision": _share(side.precision),
        "recall": _share(side.recall),
    }


def _share(found: Share) -> str:
    return said_share(found)


def _change(one: Change, zone: ZoneInfo) -> str:
    def side(found: Highest | None) -> str:
        return f"{words.word(words.LEVELS, found.level)} {found.score:.2f}" if found else "–"

    first = one.after or one.before
    at = f"{first.first_at.astimezone(zone):%m-%d %H:%M}" if first else ""
    return f"{at}  {side(one.before)} → {side(one.after)}"
