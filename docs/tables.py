"""Writes docs/reference.md and the machines' pictures from the code's own tables: `make docs`. The tests fail where a name is missing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from pictures import pictures  # noqa: E402 - it stands beside this file

HEAD = """# Reference

Made from the code by `make docs`. Every setting, event, state, permission, role, route and command stands here.
"""


def settings() -> Iterator[tuple[str, str, str]]:
    """Name, default, meaning."""
    from huiying.settings import SETTINGS

    for row in SETTINGS:
        yield row.name, f"`{row.default}`" if row.default else "", row.meaning


def events() -> Iterator[tuple[str, str]]:
    """Type, meaning."""
    from huiying.core.record import EVENTS

    yield from EVENTS.items()


def transitions() -> Iterator[tuple[str, str, str, str, str, str]]:
    """Machine, state, act, next state, permission, what it needs besides."""
    from huiying.core.case.workflow import MACHINES

    for name, machine in MACHINES.items():
        for row in machine.transitions:
            needs = ", ".join(word for word, wanted in (("a reason", row.needs_reason), ("a second person", row.second_person)) if wanted)
            yield name, row.source, row.act, row.target, row.permission, needs


def permissions() -> Iterator[tuple[str, str, str]]:
    """Permission, meaning, roles."""
    from huiying.core.roles import GRANTS, PERMISSIONS

    for name, meaning in PERMISSIONS.items():
        holders = ", ".join(role.value for role, granted in GRANTS.items() if name in granted)
        yield name, meaning, "everybody" if name == "public" else holders


def adapters() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, what it is, permission and terms, what of persons it carries, settings."""
    from huiying.core.collect.adapters import ADAPTERS

    for row in ADAPTERS.values():
        yield row.name, row.title, row.terms, row.personal, ", ".join(option.name for option in row.options)


def routes() -> Iterator[tuple[str, str]]:
    """Address pattern, permission."""
    from django.urls import URLPattern, URLResolver, get_resolver

    from huiying.web.permission import permission_of

    def walk(patterns: list, prefix: str) -> Iterator[tuple[str, str]]:
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, path)
            elif isinstance(pattern, URLPattern):
                yield f"/{path}", permission_of(pattern.callback) or ""

    yield from walk(get_resolver().url_patterns, "")


def operations() -> Iterator[tuple[str, str, str]]:
    """Method, address and permission of every operation of the programming interface."""
    from huiying.api import operations as table

    yield from table()


def commands() -> Iterator[tuple[str, str]]:
    """Command, what it does."""
    from huiying.cli import build_parser

    def walk(parser: argparse.ArgumentParser, words: str) -> Iterator[tuple[str, str]]:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
                for name, child in action.choices.items():
                    deeper = list(walk(child, f"{words} {name}"))
                    yield from deeper or [(f"{words} {name}", helps.get(name, ""))]

    yield from walk(build_parser(), "huiying")


def table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table whose first column is code."""
    lines = [f"\n## {title}\n", "| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join([f"`{row[0]}`", *(cell.replace("|", "\\|") for cell in row[1:])]) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def reference() -> str:
    """The whole file."""
    parts = [
        HEAD,
        table("Commands", ("command", "what it does"), list(commands())),
        table("Settings", ("setting", "default", "meaning"), list(settings())),
        table("Events of the record", ("type", "meaning"), list(events())),
        table("States and acts", ("machine", "state", "act", "next", "permission", "needs"), list(transitions())),
        table("Permissions", ("permission", "meaning", "roles"), list(permissions())),
        table("Kinds of sources", ("adapter", "what it is", "permission and terms", "persons", "settings"), list(adapters())),
        table("Routes", ("address", "permission"), list(routes())),
        table("Programming interface", ("method", "address", "permission"), list(operations())),
    ]
    return "".join(parts)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    import django

    django.setup()
    text = reference()
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if (HERE / "reference.md").read_text(encoding="utf-8") == text else "docs/reference.md is out of date: make docs")
    (HERE / "reference.md").write_text(text, encoding="utf-8")
    for name, picture in pictures().items():
        (HERE / "images" / name).write_text(picture, encoding="utf-8")
