"""Instances for the scenarios."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.instance import Feeds, Instance


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    server = Feeds()
    yield server
    server.close()


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk just made ("bare") and one with its people ("staffed"), both through the real commands, made once a run."""
    folder = tmp_path_factory.mktemp("ready")
    bare = Instance(folder / "bare")
    bare.init()
    shutil.copytree(bare.home, folder / "staffed")
    Instance(folder / "staffed").people()
    return folder


@pytest.fixture
def instance(tmp_path: Path, ready: Path) -> Iterator[Instance]:
    made = Instance(tmp_path / "home", ready)
    made.init()
    yield made
    made.stop()
