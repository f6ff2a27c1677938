"""A changed rule from the command line: a file of settings, and settings one by one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from huiying.core.types import Refusal
from huiying.core.warn.rule import Rule, changed, read_settings


def add_options(parser: argparse.ArgumentParser) -> None:
    """Register --rule and --set."""
    parser.add_argument("--rule", type=Path, help='JSON object of settings, like {"weight.growth": 2}; `huiying rule` lists them')
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="one setting; wins over --rule")


def read_changes(path: Path | None, words: Sequence[str]) -> dict[str, float]:
    """The settings that were given."""
    found: dict[str, float] = {}
    if path is not None:
        try:
            found = msgspec.json.decode(path.read_bytes(), type=dict[str, float])
        except OSError as error:
            raise Refusal("%(file)s cannot be opened: %(why)s.", file=path, why=error.strerror or error) from error
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise Refusal("%(file)s is not an object of settings and numbers: %(why)s.", file=path, why=error) from error
    texts = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise Refusal('Write --set NAME=VALUE, not "%(word)s".', word=word)
        texts[name.strip()] = text
    return found | read_settings(texts)


def changed_rule(rule: Rule, path: Path | None, words: Sequence[str]) -> Rule:
    """The rule with the settings that were given; its id says that it is nobody's yet. Without any, the rule itself."""
    changes = read_changes(path, words)
    return changed(rule, changes, "proposed") if changes else rule
