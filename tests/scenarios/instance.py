"""A real instance of Huiying in a scratch folder, with a real feed server beside it: what the scenarios run against."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.sax.saxutils import escape

from tests.ports import free_port
from tests.scenarios.people import PASSWORD, PEOPLE

PATIENCE = float(os.environ.get("HUIYING_TEST_PATIENCE", "30"))  # seconds; more where the machine is busy


def eventually(check: Callable[[], object], what: str, patience: float = PATIENCE) -> object:
    """Wait until `check` gives something true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} did not happen within {patience:.0f} s")


class Feeds:
    """Feeds on loopback that grow as the test appends items. Serves bytes as they are, by path."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.entries: dict[str, list[str]] = {}
        self.raw: dict[str, tuple[bytes, str]] = {}
        self.answers: dict[str, Callable[[dict[str, str]], tuple[bytes, str]]] = {}  # made anew each time, of what was asked
        self.fetches: list[tuple[float, str]] = []
        self.slow: dict[str, float] = {}  # seconds in which the body of a path comes, in pieces
        self.status: dict[str, tuple[int, dict[str, str]]] = {}  # what a path answers instead of its body
        feeds = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                feeds.fetches.append((time.time(), self.path))
                asked = urlsplit(self.path)
                if self.path in feeds.status:
                    status, headers = feeds.status[self.path]
                    self.send_response(status)
                    for name, value in {"Content-Length": "0", **headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    return
                if self.path == "/robots.txt":
                    body, kind = b"User-agent: *\nAllow: /\n", "text/plain"
                elif asked.path in feeds.answers:
                    body, kind = feeds.answers[asked.path](dict(parse_qsl(asked.query)))
                elif self.path in feeds.raw:
                    body, kind = feeds.raw[self.path]
                elif self.path in feeds.entries:
                    body, kind = feeds.rss(self.path), "application/rss+xml; charset=utf-8"
                else:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                pieces = 8 if asked.path in feeds.slow else 1
                size = -(-len(body) // pieces)
                with suppress(OSError):  # whoever asked may have been killed meanwhile
                    for start in range(0, len(body), size):
                        self.wfile.write(body[start : start + size])
                        time.sleep(feeds.slow.get(asked.path, 0.0) / pieces)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer((host, 0), Handler)
        self.base = f"http://{host}:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def add(self, path: str, guid: str, title: str, text: str = "", *, at: float | None = None, extra: str = "") -> None:
        when = format_datetime(__import__("datetime").datetime.fromtimestamp(at or time.time(), __import__("datetime").UTC))
        entry = (
            f"<item><guid isPermaLink='false'>{escape(guid)}</guid><title>{escape(title)}</title><description>{escape(text)}</description>"
            f"<link>http://bbs.lanchuan.example/{escape(guid)}</link><pubDate>{when}</pubDate>{extra}</item>"
        )
        self.entries.setdefault(path, []).append(entry)

    def rss(self, path: str) -> bytes:
        items = "".join(reversed(list(self.entries[path])))
        head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        return f"{head}<title>{escape(path)}</title><link>http://bbs.lanchuan.example/</link>{items}</channel></rss>".encode()

    def close(self) -> None:
        self.server.shutdown()


class Instance:
    """`huiying` in a folder of its own. `ready`: a folder with desks to begin from, where nothing is to be said of how they are made."""

    def __init__(self, home: Path, ready: Path | None = None) -> None:
        self.home = home
        self.ready = ready
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = home.parent / f"{home.name}.log"
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("HUIYING_", "DJANGO_"))}
        self.env |= {"HUIYING_HOME": str(home), "HUIYING_PORT": str(self.port), "HUIYING_WEB_PROCESSES": "1", "LANG": "en"}
        self.process: subprocess.Popen | None = None

    def run(self, *words: str, check: bool = True, stdin: str = "", lang: str = "en") -> subprocess.CompletedProcess:
        done = subprocess.run(
            [sys.executable, "-m", "huiying", *words],
            env=self.env | {"LANG": lang, "LC_ALL": lang},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert not check or done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done

    def run_all(self, *commands: list[str], stdin: str = "") -> None:
        """Several commands in one process: each would otherwise load the program again."""
        program = f"from huiying.cli import main; assert [main(words) for words in {list(commands)!r}] == [0] * {len(commands)}"
        words = [sys.executable, "-c", program]
        done = subprocess.run(words, env=self.env | {"LC_ALL": "en"}, input=stdin, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{commands}: {done.stdout}{done.stderr}"

    def init(self) -> None:
        if self.ready:
            shutil.copytree(self.ready / "bare", self.home)
            return
        self.run(
            "init", "--name", "澜川县人民政府", "--name-en", "Lanchuan County", "--place", "澜川", "--place", "望澜镇",
            "--department", "县水务局=Water Bureau", "--department", "县政府新闻办=Press Office",
        )  # fmt: skip

    def people(self) -> None:
        if self.ready:
            shutil.rmtree(self.home)
            shutil.copytree(self.ready / "staffed", self.home)
            return
        commands = []
        for username, role, department in PEOPLE:
            words = ["user", "add", username, "--name", username.title(), "--role", role]
            commands.append([*words, *(["--department", department] if department else [])])
        self.run_all(*commands, stdin=(PASSWORD + "\n") * len(PEOPLE))

    def start(self, *only: str) -> subprocess.Popen:
        with self.log.open("ab") as log:
            words = [sys.executable, "-m", "huiying", "up", *only]
            self.process = subprocess.Popen(words, env=self.env, stdout=log, stderr=log, start_new_session=True)
        return self.process

    def wait_for_web(self) -> None:
        def answers() -> bool:
            try:
                with urllib.request.urlopen(self.url + "/sign-in/", timeout=2) as response:
                    return response.status == 200
            except OSError:
                return False

        eventually(answers, "the web server's first answer")

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)

    def query(self, sql: str, *values: object) -> list[tuple]:
        connection = sqlite3.connect(f"file:{self.home / 'huiying.sqlite3'}?mode=ro", uri=True, timeout=20)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def worker_pid(self) -> int | None:
        """The worker's process, a child of `huiying up`."""
        assert self.process is not None
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    words = (entry / "cmdline").read_bytes()
                    parent = re.search(rb"PPid:\s+(\d+)", (entry / "status").read_bytes())
                except OSError:
                    continue
                if b"worker" in words and parent and int(parent.group(1)) == self.process.pid:
                    return int(entry.name)
        return None


def hurry(instance: Instance) -> None:
    """Make every source due now, as if its interval had passed; none of it in the middle of a transaction of the worker's."""
    connection = sqlite3.connect(instance.home / "huiying.sqlite3", timeout=20)
    with connection:
        connection.execute("UPDATE store_source SET due_at = '2000-01-01 00:00:00'")
    connection.close()
