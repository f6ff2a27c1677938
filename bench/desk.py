"""Pages of a desk with years of work behind it, asked for by 200 signed-in staff while items come in, and how soon boards show it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from argparse import Namespace
from collections import defaultdict
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random
from urllib.parse import quote

import aiohttp
from tests.scenarios.instance import Feeds, Instance

from bench.boards import PAUSE, Board
from bench.scoring import table

ITEMS, OPEN, CLOSED, STAFF = 2_000_000, 5_000, 100_000, 200
RATE = 20.0  # pages a second
SECONDS = 120.0
BOARDS = 20  # open duty boards, each renewed as its script renews it
NEW_ITEMS = 2.0  # a second


def run(work: Path, options: Namespace) -> None:
    """Fill a desk, or take the one that was filled in `options.desk`, start it, ask for its pages, print the times."""
    items = options.items or ITEMS
    share = items / ITEMS
    opened, closed = max(50, round(OPEN * share)), max(500, round(CLOSED * share))
    work = Path(options.desk) if options.desk else work
    desk, feeds, kept = Instance(work / "desk"), Feeds(), work / "cookies.json"
    desk.env["HUIYING_WEB_PROCESSES"] = "0"  # as many as `huiying up` starts unasked
    if kept.exists():
        desk.run("init")
    else:
        desk.init()
        began = time.monotonic()
        filled = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bench.load.fill", *map(str, (items, opened, closed, STAFF))],
            env=desk.env | {"PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
            text=True,
        )
        kept.write_text(filled.stdout.splitlines()[-1])
        print(f"{items:,} items, {opened:,} open and {closed:,} closed cases, filled in {time.monotonic() - began:.0f} s.")
    cookies = json.loads(kept.read_text())
    size = sum(path.stat().st_size for path in desk.home.glob("*.sqlite3*"))
    print(f"{STAFF} staff, {size / 1e9:.2f} GB.\n")
    feeds.add("/feed", "first", "钟楼报时 0")
    desk.run("source", "add", f"{feeds.base}/feed", "--name", f"新来源 {desk.port}", "--kind", "post", "--every", "1", "--allow-private")
    desk.start()
    try:
        desk.wait_for_web()
        asyncio.run(_ask(desk, cookies, feeds, SECONDS * max(share, 0.2)))
    finally:
        desk.stop()
        feeds.close()


def _pages(cases: list[int], warnings: list[int], stories: list[str]) -> dict[str, list[str]]:
    return {
        "duty board": ["/desk/"],
        "board: what needs me": ["/desk/board/now/"],
        "board: latest items": ["/desk/board/items/"],
        "warnings": ["/desk/warnings/"],
        "warning": [f"/desk/warnings/{pk}/" for pk in warnings],
        "cases": ["/desk/cases/"],
        "case": [f"/desk/cases/{pk}/" for pk in cases],
        "stories": ["/desk/stories/"],
        "story": [f"/desk/stories/{key}/" for key in stories],
        "search, a rare word": ["/desk/search/?q=" + quote("钟楼报时")],
        "search, a common word": ["/desk/search/?q=" + quote("自来水"), "/desk/search/?q=" + quote("学校")],
        "search, narrowed": [
            "/desk/search/?q=" + quote("学校") + "&source=3",
            "/desk/search/?kind=news&since=2026-01-01&q=" + quote("停水"),
        ],
        "statements": ["/desk/statements/"],
        "sources": ["/desk/sources/"],
        "public statements": ["/statements/"],
    }


async def _ask(desk: Instance, cookies: list[str], feeds: Feeds, seconds: float) -> None:
    chance = Random(3)  # noqa: S311 - repeatable
    times: dict[str, list[float]] = defaultdict(list)
    bad: dict[str, int] = defaultdict(int)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), connector=aiohttp.TCPConnector(limit=0)) as http:

        async def get(path: str) -> tuple[int, str]:
            headers = {"Cookie": f"sessionid={chance.choice(cookies)}"}
            async with http.get(desk.url + path, headers=headers) as answer:
                return answer.status, await answer.text()

        async def timed(name: str, path: str) -> None:
            start = time.monotonic()
            status, _ = await get(path)
            times[name].append(1000 * (time.monotonic() - start))
            bad[name] += status != 200

        pages = _pages(*await _subjects(get))
        for name, paths in pages.items():  # the first of each reads the disc
            await get(paths[0])
            times[name].clear()
        boards = [Board(http, desk.url, cookie) for cookie in cookies[:BOARDS]]
        looking = []
        for board in boards:
            looking.append(asyncio.create_task(board.watch()))
            await asyncio.sleep(0.3)
        began = _spent(desk.process.pid if desk.process else 0)
        tasks = [asyncio.create_task(_grow(feeds, seconds))]
        end, names = time.monotonic() + seconds, list(pages)
        for number in count():
            if time.monotonic() > end:
                break
            name = names[number % len(names)]
            tasks.append(asyncio.create_task(timed(name, chance.choice(pages[name]))))
            await asyncio.sleep(1 / RATE)
        await asyncio.gather(*tasks)
        await asyncio.sleep(2 * PAUSE)
        for one in looking:
            one.cancel()
        await asyncio.gather(*looking, return_exceptions=True)
        ended = _spent(desk.process.pid if desk.process else 0)
    rows = desk.query("SELECT id, at FROM event ORDER BY id DESC LIMIT 5000")
    at = {int(pk): datetime.fromisoformat(at).timestamp() for pk, at in rows}
    times[f"an entry on {BOARDS} open boards"] = [1000 * (shown - at[pk]) for board in boards for pk, shown in board.shown if pk in at]
    asked = sum(map(len, times.values()))
    web = [ended[pid][1] - began.get(pid, ("", 0.0))[1] for pid, (kind, _) in ended.items() if kind == "web"]
    rest = sum(ended[pid][1] - began.get(pid, ("", 0.0))[1] for pid, (kind, _) in ended.items() if kind == "worker")
    print(
        f"{asked:,} pages in {seconds:.0f} s, {1000 * sum(web) / max(1, asked):.0f} ms CPU each in {len(web)} web processes; "
        f"worker {rest:.0f} s CPU; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n"
    )
    table(
        ["page", "asked", "median, ms", "p95, ms", "slowest, ms", "not 200"],
        [[name, len(found), *(round(_share(found, at)) for at in (0.5, 0.95, 1.0)), bad[name]] for name, found in times.items()],
    )


def _spent(parent: int) -> dict[int, tuple[str, float]]:
    """The parts of a desk by their process: web or worker, and the CPU seconds that each has used. Empty where there is no /proc."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            words = (path / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(fields[1]) == parent and b"--only" in words:
            kind = words[words.index(b"--only") + 1].decode()
            found[int(path.name)] = (kind, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))
    return found


def _share(values: list[float], at: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(at * len(ordered)))]


async def _subjects(get) -> tuple[list[int], list[int], list[str]]:  # type: ignore[no-untyped-def]
    """Some cases, warnings and stories to look at."""
    cases = [int(found) for found in re.findall(r"/desk/cases/(\d+)/", (await get("/desk/cases/"))[1])]
    warnings = [int(found) for found in re.findall(r"/desk/warnings/(\d+)/", (await get("/desk/warnings/"))[1])]
    stories = re.findall(r"/desk/stories/(made-\d+)/", (await get("/desk/stories/"))[1])
    return sorted(set(cases))[:50], sorted(set(warnings))[:50], sorted(set(stories))[:50]


async def _grow(feeds: Feeds, seconds: float) -> None:
    end = time.monotonic() + seconds
    for number in count(1):
        if time.monotonic() > end:
            return
        feeds.add("/feed", f"new-{number}", f"钟楼报时 {number}", "望澜镇的钟楼每小时报时一次。")
        del feeds.entries["/feed"][:-50]
        await asyncio.sleep(1 / NEW_ITEMS)
