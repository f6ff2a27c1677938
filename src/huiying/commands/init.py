"""`huiying init`: the folder, its environment file, the database and the body's name."""

from __future__ import annotations

import argparse
import os
import secrets
from pathlib import Path

import msgspec
from django.conf import settings
from django.core.management import call_command

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.calendar import bring_up_to_date
from huiying.actions.desk import add_department, set_playbooks, set_up
from huiying.core.types import Refusal
from huiying.core.warn.route import Playbook


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("init", help="make or bring up to date the desk in HUIYING_HOME")
    parser.add_argument("--name", default="", help="name of the body in Chinese")
    parser.add_argument("--name-en", default="", help="name of the body in English")
    parser.add_argument("--zone", default="", help="time zone of the desk; default: Asia/Shanghai")
    parser.add_argument("--place", action="append", default=[], help="a place that is the body's own; may be given many times")
    parser.add_argument("--department", action="append", default=[], metavar="ZH[=EN]", help="a department; may be given many times")
    parser.add_argument("--playbooks", type=Path, metavar="FILE", help="JSON list: name, department, topics or places, least level, steps")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Safe to run again: nothing that is there is lost."""
    home = settings.HOME
    make_home(home)
    call_command("migrate", verbosity=0)
    from huiying.store.models import Desk

    if arguments.name or arguments.place or arguments.zone or not Desk.objects.exists():
        known = Desk.objects.first()
        name = arguments.name or (known.name_zh if known else "本机关")
        set_up(
            OPERATOR,
            name_zh=name,
            name_en=arguments.name_en or (known.name_en if known else arguments.name or "This body"),
            zone=arguments.zone or (known.zone if known else "Asia/Shanghai"),
            places=[*(known.places if known else ()), *(place for place in arguments.place if not known or place not in known.places)],
            now=clock.now(),
        )
    bring_up_to_date(OPERATOR, now=clock.now())
    for text in arguments.department:
        zh, _, en = text.partition("=")
        add_department(OPERATOR, name_zh=zh.strip(), name_en=en.strip(), now=clock.now())
    if arguments.playbooks:
        set_playbooks(OPERATOR, playbooks=read_playbooks(arguments.playbooks), now=clock.now())
    print(f"{home}: ready. Next: huiying user add NAME --role duty, huiying source add ADDRESS --name NAME, huiying up")


def read_playbooks(path: Path) -> tuple[Playbook, ...]:
    """Playbooks from a file; says what does not fit."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Playbook, ...])
    except OSError as error:
        raise Refusal("%(file)s cannot be opened: %(why)s.", file=path, why=error.strerror or error) from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Refusal("%(file)s is not a list of playbooks: %(why)s.", file=path, why=error) from error


def make_home(home: Path) -> None:
    """The folder, readable by its owner alone, with an environment file that holds a fresh secret key."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = home / "huiying.env"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write("# Settings of this desk; docs/operations.md lists them all. Keep this file secret.\n")
            file.write(f"HUIYING_SECRET_KEY={secrets.token_urlsafe(50)}\n")
