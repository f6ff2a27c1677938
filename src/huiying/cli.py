"""The command `huiying`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from huiying import __version__

GROUPS = (
    *("init", "up", "demo", "replay", "source", "watch", "words", "place", "user", "silence", "notify", "receiver", "record"),
    *("explain", "backtest", "proof"),
    *("calendar", "rota"),
    *("erase",),
)


def build_parser(chosen: str = "") -> argparse.ArgumentParser:
    """Every command with its options; each group adds its own. Where `chosen` names a group, it alone: the others take a second to load."""
    from importlib import import_module

    parser = argparse.ArgumentParser(prog="huiying", description="An early-warning and response desk for public concerns.")
    parser.add_argument("--version", action="version", version=f"huiying {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for group in (chosen,) if chosen in GROUPS else GROUPS:
        import_module(f"huiying.commands.{group}").add_to(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 when done, 1 when what was checked does not hold, 2 when the input was not accepted."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError
    from django.utils import translation

    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        print(f"huiying: {wrong}", file=sys.stderr)
        return 2
    tongue = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    translation.activate("zh-hans" if tongue.startswith("zh") else "en")

    from huiying.core.types import Refusal
    from huiying.web.words import say

    words = sys.argv[1:] if argv is None else argv
    arguments = build_parser(words[0] if words else "").parse_args(words)
    try:
        return int(arguments.run(arguments) or 0)
    except Refusal as refused:
        print(f"huiying: {say(refused)}", file=sys.stderr)
        return 2
    except ImproperlyConfigured as wrong:
        print(f"huiying: {wrong}", file=sys.stderr)
        return 2
    except OperationalError as error:
        if "no such table" not in str(error) and "unable to open" not in str(error):
            raise
        from django.conf import settings

        said = translation.gettext("There is no desk in %(home)s yet. Run `huiying init` first.") % {"home": settings.HOME}
        print(f"huiying: {said}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
