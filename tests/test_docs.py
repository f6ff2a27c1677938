"""Whatever has a name has its place in docs/: a setting, event, state, permission, role, route, operation or command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

import tables  # noqa: E402

WORDS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))


def missing(names: list[str]) -> list[str]:
    return [name for name in names if f"`{name}`" not in WORDS]


def states() -> list[str]:
    from huiying.core.case.workflow import MACHINES

    return [f"{name} | {state}" for name, machine in MACHINES.items() for state in machine.states]


@pytest.mark.parametrize("kind", ["settings", "events", "permissions", "adapters", "routes", "commands"])
def test_every_name_is_documented(kind: str) -> None:
    names = [row[0] for row in getattr(tables, kind)()]
    assert names
    assert missing(names) == [], f"undocumented {kind}: run `make docs`"


def test_every_state_is_documented() -> None:
    from huiying.core.case.workflow import MACHINES

    lost = [
        f"{name}: {state}"
        for name, machine in MACHINES.items()
        for state in sorted(machine.states)
        if not any(line.startswith(f"| `{name}` |") and f" {state} " in line for line in WORDS.splitlines())
    ]
    assert lost == [], "undocumented states: run `make docs`"


def test_every_operation_of_the_interface_is_documented() -> None:
    lost = [row for row in tables.operations() if f"| `{row[0]}` | {row[1]} | {row[2]} |" not in WORDS]
    assert lost == [], "undocumented operations: run `make docs`"


def test_reference_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "reference.md").read_text(encoding="utf-8") == tables.reference(), "run `make docs`"


def test_the_pictures_of_the_machines_are_those_of_the_tables() -> None:
    from xml.etree import ElementTree

    drawn = tables.pictures()
    for name, picture in drawn.items():
        ElementTree.fromstring(picture)
        assert (ROOT / "docs" / "images" / name).read_text(encoding="utf-8") == picture, f"{name}: run `make docs`"
        assert f"images/{name}" in WORDS, f"no document shows {name}"
    assert {path.name for path in (ROOT / "docs" / "images").glob("machine-*.svg")} == drawn.keys()


def test_an_undocumented_setting_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    from huiying import settings

    monkeypatch.setattr(settings, "SETTINGS", (*settings.SETTINGS, settings.Setting("HUIYING_NEW", "", "new")))
    assert missing([row[0] for row in tables.settings()]) == ["HUIYING_NEW"]


def test_links_between_documents_lead_somewhere() -> None:
    import re

    for path in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"
