"""What every test shares: nothing here may leave this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hypothesis
import pytest

# the same examples in every run, and none of them against the clock; HYPOTHESIS_PROFILE=default explores
hypothesis.settings.register_profile("suite", derandomize=True, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

_away: list[object] = []


def _watch(event: str, arguments: tuple) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    host = address[0] if isinstance(address, tuple) else "unix"
    if not (str(host).startswith("127.") or host in ("::1", "localhost", "unix")):
        _away.append(address)


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine():
    """Fails a test during which anything connected to another machine."""
    before = len(_away)
    yield
    assert _away[before:] == []


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation data beside the project; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("HUIYING_EVALUATION", Path(__file__).parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the evaluation data is not in {folder}")
    return folder


@pytest.fixture(autouse=True)
def quick_passwords(settings) -> None:
    """Real hashing is slow on purpose; no test is about it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
