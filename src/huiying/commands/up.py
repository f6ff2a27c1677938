"""`huiying up`: the web server and the worker in one command; `--only` runs one of them."""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command

from huiying import settings
from huiying.commands import door

log = logging.getLogger(__name__)

RESTART_AFTER = 1.0  # seconds, doubled for every death in a row
RESTART_AT_MOST = 4.0
WEB_AT_MOST = 4  # web processes that are started unasked
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
SETTLED = 20.0  # a part that lived this long starts afresh
# glibc gives every few threads a heap of their own, and what is freed in one is of no use to another: an eighth of a worker's memory
HEAPS = {"MALLOC_ARENA_MAX": "2"}


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("up", help="run the web server and the worker")
    parser.add_argument("--only", choices=("web", "worker"), help="run one part in this process")
    parser.add_argument("--socket", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--supervised", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--host", default=settings.value("HUIYING_HOST"))
    parser.add_argument("--port", type=int, default=int(settings.value("HUIYING_PORT")))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run until interrupted. A part that dies is started again; the desk's data is safe with either of them gone."""
    settings.require_secret_key()
    if arguments.supervised:
        threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    if arguments.only == "web":
        return web(arguments.host, arguments.port, arguments.socket)
    if arguments.only == "worker":
        from huiying.worker import loop

        loop.run()
        return 0
    call_command("migrate", verbosity=0)
    count, address = web_processes(), ["--host", arguments.host, "--port", str(arguments.port)]
    if count == 1:
        return supervise([["web", *address], ["worker"]], arguments)
    with door.listening(arguments.host, arguments.port) as held:
        shared = share_memory()
        try:
            webs = [["web", *address, "--socket", str(held.fileno())] for _ in range(count)]
            return supervise([*webs, ["worker"]], arguments, [held.fileno()])
        finally:
            shutil.rmtree(shared, ignore_errors=True)


def web_processes() -> int:
    """How many processes serve the pages. More than one where a socket can be handed to a child and memory shared outside of any disk."""
    asked = int(settings.number("HUIYING_WEB_PROCESSES", 0, 64))
    if os.name != "posix" or not os.access(MEMORY, os.W_OK):
        return 1
    return asked or min(WEB_AT_MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def share_memory() -> str:
    """A folder in memory for what the web processes share. Their environment names it, with a key."""
    folder = tempfile.mkdtemp(prefix="huiying-", dir=MEMORY)
    os.environ["HUIYING_SHARED"] = f"{secrets.token_hex(32)}@{folder}"
    return folder


def web(host: str, port: int, handed: int | None = None) -> int:
    """Serve the pages, at the socket that was handed over if there is one."""
    import uvicorn

    how: dict[str, Any] = {"log_level": "warning", "timeout_graceful_shutdown": 2, "server_header": False, "lifespan": "off"}
    if handed is None:
        uvicorn.run("huiying.asgi:application", host=host, port=port, **how)
    else:
        uvicorn.Server(uvicorn.Config("huiying.asgi:application", **how)).run(sockets=[door.handed(handed)])
    return 0


def end_with(parent: int) -> None:
    """End this process when the one that started it is gone: nobody would start it again or know of it."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


class Part:
    """One child process that is kept running."""

    def __init__(self, words: list[str], handed: Sequence[int] = ()) -> None:
        self.words, self.handed = words, tuple(handed)
        self.deaths = 0
        self.start()

    def start(self) -> None:
        """Start it (again)."""
        self.began = time.monotonic()
        words = [sys.executable, "-m", "huiying", "up", "--supervised", "--only", *self.words]
        self.process = subprocess.Popen(words, pass_fds=self.handed, env=HEAPS | os.environ)  # noqa: S603 - our own program

    def look(self) -> None:
        """Start it again if it died and has waited long enough."""
        code = self.process.poll()
        if code is None:
            return
        if self.began + SETTLED < time.monotonic():
            self.deaths = 0
        wait = min(RESTART_AFTER * 2**self.deaths, RESTART_AT_MOST)
        self.deaths += 1
        log.warning("%s ended with %s; starting it again in %.0f s", self.words[0], code, wait)
        time.sleep(wait)
        self.start()


def supervise(children: list[list[str]], arguments: argparse.Namespace, handed: Sequence[int] = ()) -> int:
    """Keep the children running until SIGINT or SIGTERM, then end them politely. `handed`: the open files of the web processes."""
    stop: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda got, _: stop.append(got))
    parts = [Part(words, handed if words[0] == "web" else ()) for words in children]
    print(f"Huiying: http://{arguments.host}:{arguments.port}/desk/  (Ctrl-C ends it)", flush=True)
    parent = os.getppid()
    while not stop and os.getppid() == parent:
        for part in parts:
            if not stop:
                part.look()
        time.sleep(0.2)
    stop_all(parts)
    return 0


def stop_all(parts: list[Part]) -> None:
    """End the children politely, and wait for them."""
    for part in parts:
        if part.process.poll() is None:
            part.process.send_signal(signal.SIGTERM)
    for part in parts:
        try:
            part.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            part.process.kill()
