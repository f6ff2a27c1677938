"""A body whose parsing would take more memory than a child may have: put aside with its reason, and the desk goes on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.source import add_source
from huiying.store import models
from huiying.worker.child import MEMORY, Children
from huiying.worker.fetch import FetchRequest, FetchResult
from huiying.worker.intake import Outcome, take
from huiying.worker.live import LivePipeline
from huiying.worker.reading import read

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
GOOD = '<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>望澜镇停水三天</title></item></channel></rss>'.encode()
# a few million empty entries in what a source may send
HOSTILE = b'{"version":"https://jsonfeed.org/version/1.1","items":[' + b",".join([b"{}"] * 2_700_000) + b"]}"
MIB = 1024 * 1024


class Site:
    """Stands for the fetcher: one body, whatever is asked."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    async def fetch(self, request: FetchRequest) -> FetchResult:
        return FetchResult(
            status=200, body=self.body, etag="", last_modified="", content_type="", charset="", final_url=request.url,
            retry_after="", max_age=None, server_date=None, not_modified=False,
        )  # fmt: skip


def status(process: str, field: str) -> int:
    """Bytes, by the kernel's account; 0 where the process is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{field}:")), 0)


@contextmanager
def watched(most: dict[str, int]) -> Iterator[None]:
    """Note the most that each descendant of this process ever held, while it lives."""
    over = Event()

    def look() -> None:
        own = str(Path("/proc/self").resolve().name)
        while not over.wait(0.005):
            for path in Path("/proc").glob("[0-9]*"):
                try:
                    above = (path / "stat").read_text().rpartition(")")[2].split()[1]
                except OSError:
                    continue
                if above == own or above in most:
                    # the last word, not the highest: until it runs its own program a new process shows what its parent holds
                    most[path.name] = status(path.name, "VmHWM") or most.get(path.name, 0)

    thread = Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_it_is_put_aside_with_its_reason_and_the_desk_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    assert len(HOSTILE) < 8 * MIB, "less than a source may send"
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    rows = [add_source(OPERATOR, name=name, url=f"https://{name}.example/", kind="news", adapter="feed", now=NOW) for name in ("a", "b")]
    pipeline = LivePipeline()
    pipeline.load(NOW)
    most: dict[str, int] = {}

    async def readings() -> tuple[int, list[Outcome]]:
        async with Children(at_once=1) as children:
            await read(rows[1], fetcher=Site(GOOD), now=NOW, parse=children.parse)  # type: ignore[arg-type]
            before = max(status(process, "VmHWM") for process in most)
            bodies = zip(rows, (HOSTILE, GOOD), strict=True)
            return before, [await read(row, fetcher=Site(body), now=NOW, parse=children.parse) for row, body in bodies]  # type: ignore[arg-type]

    with watched(most), caplog.at_level(logging.WARNING):
        loaded, (hostile, good) = asyncio.run(readings())
    assert hostile.refusal is not None and hostile.reason == "parse"
    assert (hostile.refusal.values["cause"], hostile.refusal.values["limit"]) == ("memory", MEMORY // MIB)
    assert max(most.values()) - loaded > MEMORY // 2, "it did cost much"
    assert max(most.values()) - loaded < MEMORY, "and never more than it may"
    assert [take(pipeline, outcome, NOW) for outcome in (hostile, good)] == [0, 1]
    failed, read_well = (models.Source.objects.get(pk=row.pk) for row in rows)
    assert failed.trouble["reason"] == "parse" and failed.due_at > NOW and failed.active
    assert "200 MB" in failed.trouble["template"].replace("%(limit)s", str(failed.trouble["values"]["limit"]))
    assert read_well.trouble is None and models.Item.objects.get().title == "望澜镇停水三天"
