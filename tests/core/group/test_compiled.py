import importlib
import subprocess
import sys

import pytest

from huiying.core.group import compiled as module

SOURCE = """
from huiying.core.group.compiled import compiled


@compiled
def doubled(number: int) -> int:
    return 2 * number
"""


@pytest.fixture
def stats(tmp_path, monkeypatch):
    """Imports a compiled function as a new process would, calls it, and says what the cache on disk did for it."""
    (tmp_path / "a_compiled_one.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)

    def call():
        sys.modules.pop("a_compiled_one", None)
        doubled = importlib.import_module("a_compiled_one").doubled
        assert doubled(21) == 42
        return sum(doubled.stats.cache_hits.values()), sum(doubled.stats.cache_misses.values())

    yield call
    sys.modules.pop("a_compiled_one", None)


def test_the_next_process_finds_the_machine_code_unless_any_source_changed(stats, monkeypatch):
    assert stats() == (0, 1)
    assert stats() == (1, 0)
    monkeypatch.setattr(module, "_sources", lambda: "other sources")
    assert stats() == (0, 1)
    assert stats() == (1, 0)


def test_the_key_is_made_of_every_file_of_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "__file__", str(tmp_path / "compiled.py"))
    digests = []
    for name, text in (("a.py", "x = 1"), ("b.py", "y = 1"), ("b.py", "y = 2"), ("notes.txt", "no code")):
        (tmp_path / name).write_text(text)
        digests.append(module._sources.__wrapped__())
    assert len(set(digests[:3])) == 3
    assert digests[3] == digests[2]


LATER = """
import sys
from numba import njit
from huiying.core.group.arrays import empty
from huiying.core.group.joining import open_story, touch
from huiying.core.group.members import hear
from huiying.core.group.ready import compile_all

compile_all()
assert hear.stats.cache_hits and not hear.stats.cache_misses
assert "numba.cpython.setobj" not in sys.modules

@njit
def opened_and_touched(arrays, now):
    story = open_story(arrays, 0.0)
    touch(arrays, story, now, 1.0)
    return arrays.story["last"][story]

assert opened_and_touched(empty(), 7.0) == 7.0
assert "numba.cpython.setobj" in sys.modules
"""

STREAM = """
import sys
from datetime import UTC, datetime, timedelta
from huiying.core.group.grouper import Grouper
from huiying.core.group.ready import compile_all
from huiying.core.types import Item, Kind

def signatures():
    found = {}
    for name, module in list(sys.modules.items()):
        if name.startswith("huiying.core.group"):
            found |= {f"{name}.{key}": len(one.signatures) for key, one in vars(module).items() if hasattr(one, "signatures")}
    return found

compile_all()
ready = signatures()
grouper, at = Grouper(), datetime(2026, 6, 1, tzinfo=UTC)
for n in range(4000):
    at += timedelta(minutes=20)
    words = " ".join(f"w{n * 7 + k}" for k in range(n % 9)) + f" 石桥镇{n % 50}号停水 common {'长文' * (n % 40)}"
    item = Item(id=f"{n}" * 9, source="", kind=Kind.POST, url="", title=words, text="", lang="", first_seen=at)
    grouper.assign(item)
    if n % 500 == 0:
        grouper.second_look(at)
        grouper = Grouper.load(grouper.dump())
assert signatures() == ready, {key: (count, ready.get(key)) for key, count in signatures().items() if count != ready.get(key)}
"""


@pytest.mark.parametrize("program", [LATER, STREAM])
def test_a_process_that_finds_its_code(program):
    """Can still compile more, with what it found in it; and after `ready` a long stream needs nothing new."""
    importlib.import_module("huiying.core.group.ready").compile_all()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
