"""`huiying replay`: item files through the pipeline."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext

from huiying.commands.rule_file import add_options, changed_rule
from huiying.core.types import Refusal
from huiying.core.warn.rule import SHIPPED
from huiying.replay.reading import BadLine
from huiying.replay.run import Options, replay
from huiying.web.words import say

BAD_LINES_SHOWN = 20


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("replay", help="run item files through the pipeline; needs no server and no network")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".jsonl, .jsonl.gz or .jsonl.zst")
    parser.add_argument("--watches", type=Path, help="JSON list of watches")
    add_options(parser)
    parser.add_argument("--out", type=Path, required=True, help="folder for assignments, warnings, matches and the summary")
    parser.add_argument("--strict", action="store_true", help="stop at the first line that cannot be read")
    parser.add_argument("--batch", type=int, default=1000, help="items in one step; changes nothing in the results")
    parser.add_argument("--stop-after", type=int, metavar="N", help="stop after N lines and keep the state for --resume")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run it, with progress on a terminal and a plain summary at the end."""
    if arguments.batch < 1 or (arguments.stop_after is not None and arguments.stop_after < 0):
        raise Refusal("--batch must be at least 1 and --stop-after at least 0.")
    shown = 0

    def bad_line(bad: BadLine) -> None:
        nonlocal shown
        shown += 1
        if shown <= BAD_LINES_SHOWN:
            print(f"{bad.file}:{bad.number}: {say(bad.why)}", file=sys.stderr)
        elif shown == BAD_LINES_SHOWN + 1:
            print(gettext("More bad lines follow; the summary counts them all."), file=sys.stderr)

    def report(phase: str, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        text = (
            gettext("reading: %(done)s lines") if phase == "reading" else gettext("replaying: %(done)s of %(total)s lines (%(share)s %%)")
        )
        print(
            "\r" + text % {"done": done, "total": total, "share": 100 * done // max(total, 1)} + "\033[K",
            end="",
            file=sys.stderr,
            flush=True,
        )

    options = Options(
        files=tuple(arguments.files),
        out=arguments.out,
        watches=arguments.watches,
        rule=changed_rule(SHIPPED, arguments.rule, arguments.set),
        strict=arguments.strict,
        batch=arguments.batch,
        stop_after=arguments.stop_after,
        resume=arguments.resume,
    )
    result = replay(options, report=report, bad_line=bad_line)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    for name, value in result.summary.items():
        print(f"{name:24}{value}")
    if not result.finished:
        print(gettext("Stopped before the end; the same command with --resume goes on."))
    return 0
