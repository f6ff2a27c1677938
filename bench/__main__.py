"""`python -m bench [NAME...]`: every bench is a file with `run(work, options)`, which prints Markdown, and a name here."""

from __future__ import annotations

import argparse
import tempfile
from importlib import import_module
from pathlib import Path

BENCHES = [
    "stories",
    "gold",
    "across",
    "warnings",
    "forecast",
    "nab",
    "copies",
    "grouping",
    "memory",
    "speed",
    "watches",
    "desk",
    "feeds",
    "extraction",
    "privacy",
]
# not measurements, and not run unless they are asked for
SEARCHES = ["search", "emergence", "weights", "category", "fuzz", "walk"]
# measurements that take their time whatever the machine, and run when they are asked for
LONG = ["soak", "api"]


def arguments() -> argparse.ArgumentParser:
    """What the command line takes."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure quality and speed; print Markdown.")
    parser.add_argument(
        "names",
        nargs="*",
        choices=[[], *BENCHES, *SEARCHES, *LONG],
        default=[],
        metavar="NAME",
        help=", ".join([*BENCHES, *SEARCHES, *LONG]),
    )
    parser.add_argument("--items", type=int, default=0, help="copies, grouping, memory: at most so many items, for a short run")
    parser.add_argument("--minutes", type=float, default=60.0, help="search, fuzz, soak: how long")
    parser.add_argument("--feeds", type=int, default=2000, help="soak: how many sources")
    parser.add_argument("--rows", choices=["spaced", "unspaced"], help="search: only these rows of weights")
    parser.add_argument("--steps", type=int, default=0, help="walk: how many steps, 100,000 if not said")
    parser.add_argument("--examples", type=int, default=0, help="api: how many calls an operation, 200 if not said")
    parser.add_argument("--only", default="", help="fuzz, api: only parsers, or operations (method and address), that hold this")
    parser.add_argument("--faults", action="store_true", help="privacy: every fault on the sentences that masking was made on")
    parser.add_argument("--desk", default="", help="desk: a folder that keeps the filled desk, for another run without filling it again")
    return parser


def main() -> None:
    """Run the named benches, all that measure by default."""
    options = arguments().parse_args()
    for name in options.names or BENCHES:
        bench = import_module(f"bench.{name}")
        print(f"\n{name}: {bench.__doc__}\n", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            bench.run(Path(folder), options)


if __name__ == "__main__":
    main()
