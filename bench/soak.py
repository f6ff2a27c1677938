"""Two thousand sources read every ten minutes by `huiying up`, half of them misbehaving: cost, fairness, loss, memory."""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from tests.ports import free_port, free_ports

from bench.data import FOLDER
from bench.nasty import REFUSED, WAYS, rss

EVERY = 10  # minutes
SLOW = 0.1  # share of the good feeds that stand on one host
PER_HOST = 5
LONGEST = 20  # entries of a real feed: the first reading of all would else be of tens of thousands of items
ADD = """
import sys, json, django
django.setup()
from django.db import transaction
from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.source import add_source
with transaction.atomic():
    for name, url in json.load(sys.stdin):
        add_source(OPERATOR, name=name, url=url, interval=int(sys.argv[1]), slowest=int(sys.argv[1]), allow_private=True, now=clock.now())
"""
# items that must be there, by what they say: the same cleaning, without a desk
EXPECT = """
import sys, json, django
django.setup()
from datetime import datetime, UTC
from pathlib import Path
from huiying.core.collect.feeds import parse_feed
from huiying.core.clean.item import clean
from huiying.core.clean.fresh import mark_of
from huiying.core.types import Kind
from zoneinfo import ZoneInfo
now, found = datetime.now(UTC), {}
for path, url in json.load(sys.stdin):
    reading = parse_feed(Path(path).read_bytes(), source="s", kind=Kind.NEWS, url=url)
    cleaned = {}
    for raw in reading.items:
        item = clean(raw, first_seen=now, zone=ZoneInfo("UTC"))
        cleaned.setdefault(item.id, item)
    found[path] = sorted({mark_of(item) for item in cleaned.values()})
json.dump(found, sys.stdout)
"""


def templates(work: Path) -> list[bytes]:
    """Real feeds with items, where they are at hand; else feeds of our own."""
    archive = FOLDER / "data" / "edges" / "real-feeds.tar.xz"
    bodies = []
    if archive.exists():
        with tarfile.open(archive) as opened:
            for member in sorted(opened.getmembers(), key=lambda member: member.name):
                file = opened.extractfile(member) if member.isfile() and member.name.endswith((".xml", ".rss", ".atom", ".rdf")) else None
                body = file.read() if file else b""
                if 0 < len(re.findall(rb"<(?:item|entry)[ >]", body)) <= LONGEST:
                    bodies.append(body)
    return bodies or [rss(f"made{n}") for n in range(40)]


def fresh(body: bytes, number: int) -> bytes:
    """The feed with two new items on top; the same body where it has no plain place for them."""
    match = re.search(rb"<item>", body)
    if match is None or b"<?xml" not in body[:200]:
        return body
    at = format_datetime(datetime.now(UTC) - timedelta(minutes=1))
    new = "".join(
        f"<item><guid isPermaLink='false'>soak-{number}-{n}</guid><title>Notice {number * 7919 + n} of works in street {number}</title>"
        f"<description>Road {number} will be closed on day {n}.</description><pubDate>{at}</pubDate></item>"
        for n in range(2)
    )
    return body[: match.start()] + new.encode() + body[match.start() :]


def serve(work: Path, addresses: list[str], port: int) -> subprocess.Popen:
    """nginx on a scratch folder, on loopback addresses only."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(program).exists():
        sys.exit("The soak needs nginx (Debian: nginx-light).")
    listen = "".join(f"listen {address}:{port};" for address in addresses)
    scratch = "".join(f"{name}_temp_path {work}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (work / "nginx.conf").write_text(
        ("user root; " if os.getuid() == 0 else "")
        + f"worker_processes 1; daemon off; pid {work}/nginx.pid; error_log {work}/nginx.err; events {{ worker_connections 4096; }}\n"
        f"http {{ access_log off; gzip on; gzip_types text/xml; default_type text/xml; {scratch}\n"
        f"server {{ {listen} root {work}/feeds; location /slow/ {{ limit_rate 60k; }} }} }}\n",
        encoding="utf-8",
    )
    return subprocess.Popen([program, "-c", str(work / "nginx.conf"), "-p", str(work)], stderr=subprocess.DEVNULL)  # noqa: S603 - nginx


def cpu_of(pid: int) -> float:
    """Seconds of CPU of a process with its children that ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int) -> int:
    """Peak resident MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


def worker_of(parent: int) -> int:
    """The worker that `huiying up` started."""
    while True:
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and b"worker" in (entry / "cmdline").read_bytes():
                    ppid = re.search(r"PPid:\s+(\d+)", (entry / "status").read_text())
                    if ppid and int(ppid[1]) == parent:
                        return int(entry.name)
            except OSError:
                continue
        time.sleep(0.2)


def run(work: Path, options: argparse.Namespace) -> None:
    """Set the sources up, let them be read for `--minutes`, and print what came of it."""
    import json

    count, dice = options.feeds, random.Random(1)  # noqa: S311 - an order, no secret
    nasty = count // 2
    good = count - nasty
    bodies = templates(work)
    feeds = work / "feeds"
    for folder in ("feeds/f", "feeds/slow"):
        (work / folder).mkdir(parents=True)
    port, nasty_port = free_ports(2)
    hosts = [f"127.1.{n // 250}.{n % 250 + 1}" for n in range(max(1, good // PER_HOST))]
    nasty_hosts = [f"127.2.{n // 250}.{n % 250 + 1}" for n in range(max(1, nasty // PER_HOST))]
    sources: list[tuple[str, str]] = []
    files: dict[str, Path] = {}
    addresses: dict[str, str] = {}
    for n in range(good):
        slow = n < good * SLOW
        path = feeds / ("slow" if slow else "f") / f"{n}.xml"
        path.write_bytes(bodies[n % len(bodies)])
        host = "127.3.0.1" if slow else hosts[n % len(hosts)]
        files[f"good{n}"] = path
        addresses[f"good{n}"] = f"http://{host}:{port}/{path.parent.name}/{n}.xml"
        sources.append((f"good{n}", addresses[f"good{n}"]))
    for n in range(nasty):
        way = WAYS[n % 10] if n % 10 != 9 else ("clock", "circle")[n // 10 % 2]
        # hosts that say 429 stand by themselves: their rest is no other way's
        host = (
            nasty_hosts[n // 10 % (len(nasty_hosts) // 2)]
            if way != "too_many"
            else nasty_hosts[len(nasty_hosts) // 2 + n // 10 % (len(nasty_hosts) // 2)]
        )
        sources.append((f"{way}{n}", f"http://{host}:{nasty_port}/{way}/{way}{n}"))
    dice.shuffle(sources)
    home = work / "home"
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HUIYING_", "DJANGO_"))}
    env |= {"HUIYING_HOME": str(home), "HUIYING_PORT": str(free_port()), "LANG": "en", "HUIYING_LOG_LEVEL": "ERROR"}
    django = env | {"DJANGO_SETTINGS_MODULE": "huiying.settings"}

    def command(*words: str, stdin: str = "", environment: dict[str, str] = env) -> str:
        done = subprocess.run([sys.executable, *words], env=environment, input=stdin, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        return done.stdout

    command("-m", "huiying", "init", "--name", "澜川县人民政府", "--name-en", "Lanchuan County", "--place", "澜川")
    command("-c", ADD, str(EVERY), stdin=json.dumps(sources), environment=django)
    told = json.loads(command("-c", EXPECT, stdin=json.dumps([(str(files[name]), addresses[name]) for name in files]), environment=django))
    wanted = {name: set(told[str(path)]) for name, path in files.items()}
    servers = [serve(work, [*hosts, "127.3.0.1"], port)]
    words = [sys.executable, "-m", "bench.nasty", str(nasty_port), *nasty_hosts]
    servers.append(subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE))  # noqa: S603 - our own program
    assert servers[1].stdout is not None and servers[1].stdout.readline()
    with (work / "log").open("w") as log:
        desk = subprocess.Popen([sys.executable, "-m", "huiying", "up"], env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        watch(options, home, desk, files, addresses, wanted, command, django, len(sources))
    finally:
        os.killpg(desk.pid, signal.SIGTERM)
        desk.wait()
        for server in servers:
            server.terminate()
            server.wait()


def watch(options, home, desk, files, addresses, wanted, command, django, total) -> None:
    """Look on, change a half of the good feeds half way, and tell."""
    import json

    started = time.monotonic()
    pid = worker_of(desk.pid)
    base = sqlite3.connect(f"file:{home}/huiying.sqlite3?mode=ro", uri=True, timeout=20)
    points: list[tuple[float, float, int]] = []
    first_round = changed_at = 0.0
    changed: list[str] = []
    while (gone := time.monotonic() - started) < options.minutes * 60:
        read = base.execute("SELECT count(*) FROM store_source WHERE fetched_at IS NOT NULL").fetchone()[0]
        points.append((gone, cpu_of(pid), read))
        if not first_round and read == total:
            first_round = gone
            print(f"every source read once after {gone:.0f} s, {cpu_of(pid):.0f} s of CPU, peak {memory_of(pid)} MiB", flush=True)
        if not changed_at and first_round and gone > min(EVERY * 30, options.minutes * 30):
            changed_at = gone
            for number, (name, path) in enumerate(sorted(files.items())):
                body = path.read_bytes()
                if number % 2 and (new := fresh(body, number)) != body:
                    path.write_bytes(new)
                    changed.append(name)
            asked = [(str(files[name]), addresses[name]) for name in changed]
            told = json.loads(command("-c", EXPECT, stdin=json.dumps(asked), environment=django))
        time.sleep(5)
    cpu, peak = cpu_of(pid), memory_of(pid)
    now = datetime.now(UTC)
    times = "SELECT sum(times) FROM store_sourcefetch WHERE outcome {}"
    rows = base.execute(
        "SELECT s.name, s.due_at, s.fetched_at, s.failures, coalesce(json_extract(s.trouble, '$.reason'), ''), count(f.id), sum(f.times),"
        " max(f.last_at) FROM store_source s LEFT JOIN store_sourcefetch f ON f.source_id = s.id GROUP BY s.id"
    ).fetchall()
    # a source is late when it has been due for more than a minute; it is starved when it was never read
    late = [name for name, due, *_ in rows if datetime.fromisoformat(due + "+00:00") < now - timedelta(minutes=1)]
    starved = [name for name, _, fetched, *_ in rows if fetched is None]
    gaps = base.execute(
        "SELECT count(*), max((julianday(b.at) - julianday(a.last_at)) * 1440) FROM store_sourcefetch a JOIN store_sourcefetch b ON"
        " b.source_id = a.source_id AND b.id = (SELECT min(id) FROM store_sourcefetch c WHERE c.source_id = a.source_id AND c.id > a.id)"
        " WHERE a.outcome != 'failed'"
    ).fetchone()
    stored: dict[str, set[str]] = {}
    for name, mark in base.execute("SELECT s.name, i.fingerprint FROM store_item i JOIN store_source s ON s.id = i.source_id"):
        stored.setdefault(name, set()).add(mark)
    again = set()
    if changed_at:
        horizon = (now - timedelta(seconds=time.monotonic() - started - changed_at)).strftime("%Y-%m-%d %H:%M:%S")
        again = {name for name, *_, last in rows if last and last > horizon}
        for name in changed:
            if name in again:
                wanted[name] |= set(told[str(files[name])])
    # what was never read is counted as that, and has lost nothing yet
    lost = {name: len(gone) for name, marks in wanted.items() if name not in starved and (gone := marks - stored.get(name, set()))}
    doubled = base.execute(
        "SELECT count(*) FROM (SELECT 1 FROM store_item GROUP BY source_id, fingerprint HAVING count(*) > 1)"
    ).fetchone()[0]
    ways = Counter()
    for name, _, _, failures, reason, *_ in rows:
        way = name.rstrip("0123456789")
        right = (reason == REFUSED[way]) if way in REFUSED else (failures == 0 and (way == "good" or len(stored.get(name, ())) == 8))
        ways[way, right and name not in starved] += 1
    index = next((i for i, point in enumerate(points) if point[0] >= first_round), -1)
    rest = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points[index:], points[index + 1 :], strict=False)] if first_round else []
    fetches = {
        kind: base.execute(times.format(f"= '{kind}'")).fetchone()[0] or 0 for kind in ("changed", "unchanged", "not_modified", "failed")
    }
    cycle = (cpu - points[index][1]) if first_round else 0.0
    read_again = sum(row[6] or 0 for row in rows) - total
    print("\n| what | figure |\n| --- | --- |")
    hosts = base.execute("SELECT count(DISTINCT host) FROM store_source").fetchone()[0]
    print(f"| sources, hosts | {total}, {hosts} |")
    print(f"| minutes | {options.minutes:.0f} |")
    print("| readings: new items, nothing new, not modified, failed | " + ", ".join(str(fetches[k]) for k in fetches) + " |")
    print(f"| first reading of all | {first_round:.0f} s, {points[index][1]:.0f} s of CPU |")
    print(f"| after it: readings, CPU | {read_again}, {cycle:.0f} s |")
    print(f"| CPU a cycle of {total} readings after the first | {cycle / max(read_again, 1) * total:.0f} s of {EVERY * 60} s |")
    print(f"| busiest five seconds after the first | {max(rest, default=0):.2f} of a core |")
    print(f"| never read; due for over a minute at the end | {len(starved)}; {len(late)} |")
    print(f"| in time | {100 * (1 - (len(late) + len(starved)) / total):.1f} % |")
    print(f"| longest time between two readings that worked | {gaps[1] or 0:.1f} min |")
    print(f"| items stored, lost, doubled | {sum(map(len, stored.values()))}, {sum(lost.values())}, {doubled} |")
    print(f"| feeds that changed, read after it | {len(changed)}, {len(again & set(changed))} |")
    print(f"| peak memory of the worker | {peak} MiB |")
    print("\n| way | sources | right |\n| --- | --- | --- |")
    for way in ("good", *WAYS):
        print(f"| {way} | {ways[way, True] + ways[way, False]} | {ways[way, True]} |")
    if lost:
        print("lost: ", dict(list(lost.items())[:5]))
