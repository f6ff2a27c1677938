"""Seeded identities come in through every kind of source and are found in no byte that was written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.scenarios.test_canaries import leaks
from tests.worker.kinds import bodies

from huiying.core.collect.adapters import ADAPTERS

ROOT = Path(__file__).parents[2]


def test_every_kind_of_source_has_a_body_here(tmp_path: Path) -> None:
    assert bodies().keys() == ADAPTERS.keys()
    for name, body in bodies().items():
        if name != "file":  # which is packed
            (tmp_path / name).write_bytes(body)
    assert len(leaks(tmp_path)) > 30, "they are seeded"


def test_identities_reach_no_byte_through_any_kind_of_source(tmp_path: Path) -> None:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HUIYING_", "DJANGO_"))}
    env |= {"HUIYING_HOME": str(tmp_path), "HUIYING_SECRET_KEY": "k" * 50, "DJANGO_SETTINGS_MODULE": "huiying.settings"}
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run([sys.executable, "-m", "tests.worker.kinds"], env=env, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout.split()[-1]) >= 9, "what was masked was there"
    (tmp_path / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    assert leaks(tmp_path) == []
