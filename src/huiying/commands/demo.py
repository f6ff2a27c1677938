"""`huiying demo`: the invented county, served as real feeds from loopback and played in time-lapse."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiohttp import web
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import add_department, add_member, set_playbooks, set_up
from huiying.actions.source import add_source
from huiying.actions.watch import add_watch
from huiying.commands.up import Part, stop_all
from huiying.core.types import Refusal
from huiying.demo.cast import Cast
from huiying.demo.county import County, county, stream
from huiying.demo.feeds import application

START = datetime(2026, 6, 1, tzinfo=UTC) - timedelta(hours=8)  # midnight in the invented county
DAYS = 14
DEFAULT_SPEED = DAYS * 86400 / 240
NEVER = datetime(2200, 1, 1, tzinfo=UTC)
POLL_SECONDS = 0.6  # of the machine's clock, between two readings of one invented source


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the command."""
    parser = commands.add_parser("demo", help="try the desk on an invented county, fourteen days in about four minutes")
    parser.add_argument("--speed", type=float, default=DEFAULT_SPEED, help="seconds of the county in one of ours (default: %(default)g)")
    parser.add_argument("--port", type=int, default=8600)
    parser.add_argument("--host", default="127.0.0.1")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Start again as a demonstration with a folder, a key and a clock of its own; then play."""
    if arguments.speed <= 0:
        raise Refusal("--speed must be above 0.")
    if not settings.DEMO:
        home = settings.HOME / "demo"
        end = START + timedelta(days=DAYS)
        own = {
            "HUIYING_HOME": str(home),
            "HUIYING_DEMO": "1",
            "HUIYING_SECRET_KEY": secrets.token_urlsafe(50),
            "HUIYING_LOG_LEVEL": "WARNING",
            "HUIYING_DEMO_CLOCK": ",".join((NEVER.isoformat(), START.isoformat(), end.isoformat(), str(arguments.speed))),
        }
        os.environ.update(own)
        shutil.rmtree(home, ignore_errors=True)
        os.execv(sys.executable, [sys.executable, "-m", "huiying", *sys.argv[1:]])  # noqa: S606 - our own program
    return play(arguments)


def play(arguments: argparse.Namespace) -> int:
    """Set the county up, serve its feeds, run the desk, and let its people work."""
    print(gettext("Setting up the invented county …"), flush=True)
    place = county()
    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    base = serve_feeds(place)
    furnish(place, base, speed=arguments.speed)
    _, start, end, speed = os.environ["HUIYING_DEMO_CLOCK"].split(",")
    os.environ["HUIYING_DEMO_CLOCK"] = ",".join((datetime.now(UTC).isoformat(), start, end, speed))
    stop: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda got, _: stop.append(got))
    parts = [Part(["worker"]), Part(["web", "--host", arguments.host, "--port", str(arguments.port)])]
    said = gettext(
        "Open http://%(host)s:%(port)s/desk/ and sign in as anybody. Fourteen days play in %(minutes).1f minutes. Ctrl-C ends it."
    )
    minutes = DAYS * 86400 / arguments.speed / 60
    print(said % {"host": arguments.host, "port": arguments.port, "minutes": minutes}, flush=True)
    cast = Cast(datetime.fromisoformat(end))
    while not stop:
        for part in parts:
            if not stop:
                part.look()
        if not cast.done or clock.now() < cast.end:
            cast.tick(clock.now())
        time.sleep(0.3)
    stop_all(parts)
    return 0


def serve_feeds(place: County) -> str:
    """Serve the invented sources on a free loopback port, from a thread of this process. Returns the base address."""
    listener = socket.create_server(("127.0.0.1", 0))
    items = stream()

    def serve() -> None:
        loop = asyncio.new_event_loop()
        runner = web.AppRunner(application(place, items, clock.now), access_log=None)
        loop.run_until_complete(runner.setup())
        loop.run_until_complete(web.SockSite(runner, listener).start())
        loop.run_forever()

    threading.Thread(target=serve, daemon=True, name="feeds").start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def furnish(place: County, base: str, *, speed: float) -> None:
    """The desk of the invented county: departments, people, sources, watches."""
    now = clock.now()
    set_up(OPERATOR, name_zh=place.body.name_zh, name_en=place.body.name_en, zone=place.body.zone, places=place.places, now=now)
    departments = {zh: add_department(OPERATOR, name_zh=zh, name_en=en, now=now) for zh, en in place.departments}
    set_playbooks(OPERATOR, playbooks=place.playbooks, now=now)
    for username, name, role, home in place.members:
        add_member(
            OPERATOR,
            username=username,
            name=name,
            roles=[role],
            department=departments.get(home),
            password=secrets.token_urlsafe(24),
            now=now,
        )
    interval = min(max(int(POLL_SECONDS * speed / 60), 1), 60)
    for path, name, kind, _ in place.sources:
        add_source(
            OPERATOR,
            name=name,
            url=f"{base}/feeds/{path}",
            kind=kind,
            interval=interval,
            slowest=interval,
            zone=place.body.zone,
            allow_private=True,
            now=now,
        )
    for watch in place.watches:
        add_watch(
            OPERATOR,
            name=watch.name,
            query=watch.query,
            place=watch.place,
            topics=watch.topics,
            department=departments[watch.lead_department],
            now=now,
        )
