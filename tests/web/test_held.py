"""Files that are about to be brought: found again in every web process of a desk, sealed, and only by who brought them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from huiying.commands import up
from huiying.commands.up import share_memory
from huiying.core.collect.table import Table, read_table
from huiying.core.types import Refusal
from huiying.web import held
from huiying.web.held import Files

TABLE = Table("csv", ("日期", "内容"), ((2, ("2026-03-02", "望澜镇停水三天")),))
LOOK = """
from huiying.web.held import Files
found = Files().held("{word}", 7, 3)
assert found.name == "三月.csv" and found.table.rows[0][1][1] == "望澜镇停水三天", found
"""


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    monkeypatch.setenv("HUIYING_SHARED", "")
    monkeypatch.setattr(up, "MEMORY", tmp_path)
    folder = Path(share_memory())
    request.addfinalizer(lambda: shutil.rmtree(folder))
    return folder


def test_the_next_request_may_reach_another_process(shared: Path) -> None:
    word = Files().hold(7, 3, "三月.csv", TABLE)
    subprocess.run([sys.executable, "-c", LOOK.format(word=word)], check=True)
    assert "望澜镇".encode() not in b"".join(path.read_bytes() for path in shared.iterdir() if path.is_file())


def test_only_who_brought_it_finds_it_and_only_for_that_source(shared: Path) -> None:
    files = Files()
    word = files.hold(7, 3, "三月.csv", TABLE)
    for member, source in ((8, 3), (7, 4)):
        with pytest.raises(Refusal, match="no longer held"):
            files.held(word, member, source)
    files.let_go(word)
    with pytest.raises(Refusal, match="no longer held"):
        files.held(word, 7, 3)


def test_under_another_key_it_is_not_found(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word = Files().hold(7, 3, "三月.csv", TABLE)
    monkeypatch.setenv("HUIYING_SHARED", f"{'0' * 64}@{shared}")
    with pytest.raises(Refusal, match="no longer held"):
        Files().held(word, 7, 3)


def test_of_too_many_the_oldest_goes_and_all_go_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_SHARED", "")
    files = Files()
    words = [files.hold(7, 3, f"{number}.csv", TABLE) for number in range(held.MOST + 1)]
    with pytest.raises(Refusal, match="no longer held"):
        files.held(words[0], 7, 3)
    assert files.held(words[1], 7, 3).name == "1.csv"
    monkeypatch.setattr(held, "LIFE", -1.0)
    late = files.hold(7, 3, "late.csv", TABLE)
    with pytest.raises(Refusal, match="no longer held"):
        files.held(late, 7, 3)


def test_what_takes_all_the_memory_makes_room_or_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_SHARED", "")
    files = Files()
    with files._shared.rows() as rows:
        rows.execute("PRAGMA max_page_count=8")
    large = Table("csv", ("内容",), tuple((number, ("水" * 1000,)) for number in range(50)))
    with pytest.raises(Refusal, match="no memory left"):
        files.hold(7, 3, "large.csv", large)
    assert files.held(files.hold(7, 3, "三月.csv", TABLE), 7, 3).table == TABLE


def test_files_that_wait_for_their_columns_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_SHARED", "")
    table = read_table(b"id,text\n" + b"1,abcdefgh\n" * 1000)
    monkeypatch.setattr(held, "MOST_BYTES", 40_000)
    files = Files()
    first, second, third = (files.hold(1, 1, f"{number}.csv", table) for number in range(3))
    with pytest.raises(Refusal, match="no longer held"):
        files.held(first, 1, 1)
    for word, name in ((second, "1.csv"), (third, "2.csv")):
        assert files.held(word, 1, 1).name == name and files.held(word, 1, 1).table == table
        files.let_go(word)
