"""`huiying explain`: a stored warning computed again from what is stored, its arithmetic in words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import orjson
from django.utils.translation import gettext

from huiying.core.types import Refusal
from huiying.store.models import Desk, Warning
from huiying.store.rules import by_strategy
from huiying.web import words
from huiying.worker.recompute import Explained, explain


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("explain", help="compute a stored warning again and show its arithmetic; 1 where it differs")
    parser.add_argument("warning", type=int, metavar="WARNING", help="the number of the warning, as in its address")
    parser.add_argument("--all", action="store_true", help="every time it was raised, not only the last")
    parser.add_argument("--from-start", action="store_true", help="from the first stored item, not from the last snapshot")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 where everything is the same to the digit."""
    row = Warning.objects.filter(pk=arguments.warning).select_related("story", "raised_for").first()
    if row is None:
        raise Refusal("There is no warning with the number %(id)s.", id=arguments.warning)
    found = explain(row, all_raises=arguments.all, from_start=arguments.from_start, progress=_progress)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if arguments.json:
        sys.stdout.buffer.write(orjson.dumps([_plain(one) for one in found], option=orjson.OPT_INDENT_2) + b"\n")
    else:
        print("\n\n".join("\n".join(told(row, one)) for one in found))
    return 0 if all(one.same for one in found) else 1


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print("\r" + gettext("computing again: %(done)s of %(total)s items") % {"done": done, "total": total}, end="", file=sys.stderr)


def _plain(one: Explained) -> dict[str, object]:
    return {
        "same": one.same,
        "stored": one.stored,
        "computed": one.computed,
        "differences": [{name: getattr(d, name) for name in d.__struct_fields__} for d in one.differences],
        "why": words.say(one.why) if one.why else None,
    }


def told(row: Warning, one: Explained) -> list[str]:
    """One raise in words: what it was, each part of its score, and whether it comes out the same."""
    desk = Desk.objects.first()
    zone = ZoneInfo(desk.zone if desk else "UTC")
    at = datetime.fromisoformat(str(one.stored["at"])).astimezone(zone)
    said = gettext("Warning %(id)s, %(title)s: %(level)s, raised %(at)s, %(items)s items known, decided by %(strategy)s.")
    values = {
        "id": row.pk,
        "title": row.story.title,
        "level": words.word(words.LEVELS, one.stored["level"]),
        "at": f"{at:%Y-%m-%d %H:%M:%S %Z}",
        "items": one.stored["items"],
        "strategy": one.stored.get("strategy", "?"),
    }
    return [said % values, *_arithmetic(one), *_verdict(one)]


def _arithmetic(one: Explained) -> list[str]:
    reasons: Sequence[dict] = one.stored.get("reasons") or []
    if not reasons:
        return [gettext("The record of that time kept its score and level, not the parts.")]
    lines = []
    for reason in reasons:
        name, detail = words.part(reason["name"], reason.get("detail", ""))
        usual = gettext(", usual %(value)s") % {"value": f"{reason['baseline']:g}"} if reason.get("baseline") else ""
        p = f", p {reason['p']:.3g}" if reason.get("p") is not None else ""
        lines.append(f"  {reason['weight']:+.6f}  {name}{f' [{detail}]' if detail else ''}: {reason['value']:g}{usual}{p}")
    lines.append("  " + gettext("%(sum)s in all; the score is %(score)s.") % {
        "sum": f"{sum(reason['weight'] for reason in reasons):+.6f}",
        "score": repr(one.stored["score"]),
    })  # fmt: skip
    rule = by_strategy(str(one.stored.get("strategy", "")))
    if rule is not None:
        table = gettext(", ").join(f"{words.word(words.LEVELS, level)} {rule.levels.least(level):g}" for level in words.LEVELS)  # type: ignore[arg-type]
        lines.append("  " + gettext("Levels from: %(table)s.") % {"table": table})
    return lines


def _verdict(one: Explained) -> list[str]:
    if one.why is not None:
        return [gettext("Not computed again: %(why)s") % {"why": words.say(one.why)}]
    if one.same:
        return [gettext("Computed again: the same to the digit.")]
    if one.computed is None:
        return [gettext("Computed again: nothing is raised at that item.")]
    lines = [gettext("Computed again: it differs.")]
    for found in one.differences:
        what = words.part(found.what, "")[0] + (f", {found.field}" if found.field else "")
        there = gettext("not there")
        said = gettext("%(what)s: stored %(stored)s, computed %(computed)s")
        lines.append("  " + said % {"what": what, "stored": found.stored or there, "computed": found.computed or there})
    return lines
