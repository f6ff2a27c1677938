"""Every text that can appear in the product, found by reading the sources."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from huiying.core.case.presets import TIMERS
from huiying.core.collect.adapters import ADAPTERS
from huiying.core.collect.columns import ROLES
from huiying.core.record import EVENTS
from huiying.core.roles import PERMISSIONS
from huiying.core.statement.stages import STAGES
from huiying.core.warn.playbooks import STARTERS

SOURCE = Path(__file__).parents[2] / "src" / "huiying"

_TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"([^"]*)"|'([^']*)')""")
_UNDERSCORE = re.compile(r"""[|:=]\s*_\((?:"([^"]*)"|'([^']*)')\)""")
_BLOCK = re.compile(r"\{%\s*blocktranslate\b([^%]*)%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
_PLURAL = re.compile(r"\{%\s*plural\s*%\}")
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")

# Name of the function or class → which positional arguments are texts.
_CALLS = {
    "_": (0,),
    "N": (0,),
    "gettext": (0,),
    "gettext_lazy": (0,),
    "gettext_noop": (0,),
    "ngettext": (0, 1),
    "ngettext_lazy": (0, 1),
    "Refusal": (0,),
    "FetchRefused": (1,),
}
_REFUSAL = re.compile(r"^class (\w+)\((?:Refusal|NotAllowed)\)", re.MULTILINE)


def in_templates() -> Iterator[tuple[str, str]]:
    """(msgid, file) of every text of a template."""
    for path in sorted(SOURCE.rglob("*.html")):
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(SOURCE))
        for pattern in (_TRANSLATE, _UNDERSCORE):
            for found in pattern.finditer(text):
                yield found.group(1) or found.group(2), name
        for found in _BLOCK.finditer(text):
            for body in _bodies(found):
                yield body, name


def _bodies(found: re.Match[str]) -> list[str]:
    """The text of a block, or its singular and its plural, as Django looks them up."""
    bodies = _PLURAL.split(found.group(2))
    if "trimmed" in found.group(1).split():
        bodies = [" ".join(line.strip() for line in body.strip().splitlines()) for body in bodies]
    return [_PLACE.sub(r"%(\1)s", body.replace("%", "%%")) for body in bodies]


@functools.cache
def plurals() -> dict[str, str]:
    """Singular → plural of every text that counts something."""
    pairs: dict[str, str] = {}
    for path in SOURCE.rglob("*.html"):
        for found in _BLOCK.finditer(path.read_text(encoding="utf-8")):
            bodies = _bodies(found)
            if len(bodies) == 2:
                pairs[bodies[0]] = bodies[1]
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").startswith("ngettext") and len(node.args) > 1:
                pairs[_text(node.args[0])] = _text(node.args[1])
    return pairs


def in_python() -> Iterator[tuple[str, str]]:
    """(msgid, file) of every text of a module."""
    refusals = {name: (0,) for path in SOURCE.rglob("*.py") for name in _REFUSAL.findall(path.read_text(encoding="utf-8"))}
    calls = {**refusals, **_CALLS}
    for path in sorted(SOURCE.rglob("*.py")):
        name = str(path.relative_to(SOURCE))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for place in calls.get(called, ()):
                if place < len(node.args) and _text(node.args[place]):
                    yield _text(node.args[place]), name
            if called == "Finding":
                for keyword in node.keywords:
                    if keyword.arg == "template" and _text(keyword.value):
                        yield _text(keyword.value), name


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def in_tables() -> Iterator[tuple[str, str]]:
    """(msgid, file) of the texts that stand in a table of the core."""
    for text in EVENTS.values():
        yield text, "core/record.py"
    for adapter in ADAPTERS.values():
        options = [text for option in adapter.options for text in (option.label, option.help, *(label for _, label in option.choices))]
        yield from ((text, "core/collect/adapters") for text in (adapter.title, adapter.terms, adapter.personal, *options))
    yield from ((text, "core/collect/columns.py") for text in ROLES.values())
    for text in PERMISSIONS.values():
        yield text, "core/roles.py"
    for rule in STAGES.values():
        yield from ((rule.meaning, "core/statement/stages.py"), (rule.may_contain, "core/statement/stages.py"))
    for starter in STARTERS.values():
        yield from ((text, "core/warn/playbooks.py") for text in (starter.lead, *starter.steps))
    for timer in TIMERS.values():
        for limit in filter(None, (timer.grave, timer.other, timer.outage, timer.council)):
            yield from ((text, "core/case/duties.py") for text in (limit.rule.document, limit.rule.note) if text)


@functools.cache
def every() -> dict[str, str]:
    """msgid → one file that it stands in."""
    found: dict[str, str] = {}
    for text, name in (*in_templates(), *in_python(), *in_tables()):
        if text:
            found.setdefault(text, name)
    return found
