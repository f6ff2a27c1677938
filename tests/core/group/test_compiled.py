import importlib
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
