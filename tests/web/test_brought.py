"""A file that somebody brings is read apart from the pages, within limits of size, memory and time; the next one is read as ever."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests import workbooks
from tests.scene import Scene
from tests.web.conftest import Window, words
from tests.worker.watching import status, watched

from huiying.actions.actor import OPERATOR
from huiying.actions.source import add_source
from huiying.cli import main
from huiying.store.models import Arrival, Source
from huiying.web import brought
from huiying.worker.child import MEMORY

pytestmark = pytest.mark.django_db
Open = Callable[..., Window]
MB = 1024 * 1024
LOADED = 80 * MB  # the program that reads, before it does
CSV = "工单编号,诉求内容\nGD1,望澜镇自来水发黄\nGD2,城关镇路灯不亮\n".encode("gb18030")
JSONL = '{"工单编号": "GD1", "诉求内容": "望澜镇自来水发黄"}\n{"工单编号": "GD2", "诉求内容": "城关镇路灯不亮"}\n'.encode()


@pytest.fixture
def source(scene: Scene) -> Source:
    return add_source(OPERATOR, name="12345", url="", kind="hotline", adapter="file", now=scene.tick())


def bring(lead: Window, source: Source, content: bytes, name: str = "export.xlsx") -> Any:
    return lead.post(f"/desk/sources/files/{source.pk}/", file=SimpleUploadedFile(name, content))


def children() -> list[str]:
    own, found = str(os.getpid()), []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state, above = (path / "stat").read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if above == own and state != "Z":
            found.append(path.name)
    return found


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlsx", workbooks.good()), ("a.csv", CSV), ("a.jsonl", JSONL)], ids=["xlsx", "csv", "jsonl"]
)
def test_a_good_file_goes_from_its_columns_to_the_desk(window: Open, source: Source, name: str, content: bytes) -> None:
    lead = window("duty_lead")
    before = children()
    at = bring(lead, source, content, name)
    assert at.status_code == 302 and children() == before, "what read it has ended"
    text = lead.text(at.url)
    assert name in text and "望澜镇自来水发黄" in text
    done = lead.post(at.url, **{"column-0": "id", "column-1": "text"})
    assert done.status_code == 200 and "2 new items are brought." in words(done)
    assert len(Arrival.objects.get().items) == 2


@pytest.mark.parametrize(
    ("content", "en", "zh"),
    [
        (workbooks.bomb(101), "unpacks to more than 100 MB, most of it in xl/worksheets/sheet1.xml", "解压后超过 100 MB"),
        (workbooks.lying(50), "holds more in xl/worksheets/sheet1.xml than it says", "xl/worksheets/sheet1.xml"),
        (workbooks.fat(), "export.xlsx takes more than 200 MB of memory to read", "读取 export.xlsx 需要超过 200 MB 内存"),
        (workbooks.squeezed(), "cannot be opened", "无法打开"),
    ],
    ids=["bomb", "lying", "fat", "squeezed"],
)
def test_a_small_file_that_holds_much_is_refused_and_costs_the_pages_nothing(
    window: Open, source: Source, content: bytes, en: str, zh: str
) -> None:
    assert len(content) < MB
    most: dict[str, int] = {}
    own = status("self", "VmHWM")
    with watched(most):
        answers = [words(answer) for language in ("en", "zh-hans") if (answer := bring(window("duty_lead", language), source, content))]
    assert en in answers[0] and "CSV" in answers[0]
    assert zh in answers[1] and "CSV" in answers[1]
    assert status("self", "VmHWM") - own < 32 * MB
    assert 0 < max(most.values()) < MEMORY + LOADED
    assert bring(window("duty_lead"), source, CSV).status_code == 302, "the next file is read"


def test_what_takes_too_long_is_stopped(window: Open, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbooks.slow()
    assert len(content) < MB
    monkeypatch.setattr(brought, "CPU", 1.5)
    begun = time.monotonic()
    answer = bring(window("duty_lead"), source, content)
    assert time.monotonic() - begun < brought.WALL
    assert answer.status_code == 409
    assert "export.xlsx takes more than 1.5 seconds to read, so it was put aside and nothing was brought." in words(answer)
    assert "读取 export.xlsx 超过 1.5 秒" in words(bring(window("duty_lead", "zh-hans"), source, content))
    assert bring(window("duty_lead"), source, workbooks.good()).status_code == 302


def test_what_breaks_is_said(window: Open, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brought, "read_table", time.sleep)  # it takes no file
    answer = bring(window("duty_lead"), source, CSV, "a.csv")
    assert answer.status_code == 409 and "a.csv cannot be read, so it was put aside" in words(answer)
    assert "无法读取 a.csv" in words(bring(window("duty_lead", "zh-hans"), source, CSV, "a.csv"))


def test_where_no_process_can_be_started_it_is_said(window: Open, source: Source, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", str(tmp_path / "gone"))
        answer = bring(window("duty_lead"), source, CSV, "a.csv")
    assert answer.status_code == 409 and "a.csv cannot be read, so it was put aside" in words(answer)
    assert bring(window("duty_lead"), source, CSV).status_code == 302


def test_one_file_is_read_at_a_time(window: Open, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brought, "PATIENCE", 0.05)
    with brought._one:
        answer = bring(window("duty_lead"), source, CSV, "a.csv")
    assert answer.status_code == 409 and "Another file is being read just now. Choose a.csv again in a minute." in words(answer)
    assert bring(window("duty_lead"), source, CSV, "a.csv").status_code == 302


def test_on_the_command_line_it_is_the_same(
    source: Source, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brought, "CPU", 1.5)
    for name, content in (("good.xlsx", workbooks.good()), ("slow.xlsx", workbooks.slow()), ("bomb.xlsx", workbooks.bomb(101))):
        (tmp_path / name).write_bytes(content)
    assert main(["source", "import-file", "12345", str(tmp_path / "slow.xlsx")]) != 0
    assert "slow.xlsx takes more than 1.5 seconds to read" in capsys.readouterr().err
    assert main(["source", "import-file", "12345", str(tmp_path / "bomb.xlsx")]) != 0
    assert "unpacks to more than 100 MB" in capsys.readouterr().err
    assert not Arrival.objects.exists()
    assert main(["source", "import-file", "12345", str(tmp_path / "good.xlsx")]) == 0
    assert len(Arrival.objects.get().items) == 2
