"""Servers on loopback written after their documentation, read through the real client: GeoReport v2 in pages, a Mastodon tag."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from huiying.core.collect.adapters import adapter
from huiying.store.models import Source
from huiying.worker.fetch import Fetcher
from huiying.worker.intake import Outcome
from huiying.worker.reading import read

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
ALL = [
    {
        "service_request_id": str(number),
        "service_name": "路灯",
        "description": f"第{number}盏路灯不亮",
        "requested_datetime": (NOW - timedelta(hours=number)).isoformat(),
        "lat": 31.2,
    }
    for number in range(1, 26)
]


class City(BaseHTTPRequestHandler):
    """GET requests.json with start_date, end_date and pages; a hashtag's timeline that wants a token for one tag."""

    asked: list[str]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        type(self).asked.append(self.path)
        status, body = 404, b""
        if parts.path == "/robots.txt":
            status = 404
        elif parts.path == "/open311/v2/requests.json":
            begin, end = (datetime.fromisoformat(query[name]) for name in ("start_date", "end_date"))
            found = [row for row in ALL if begin <= datetime.fromisoformat(str(row["requested_datetime"])) <= end]
            size, page = int(query.get("page_size", 100)), int(query.get("page", 1))
            status, body = 200, json.dumps(found[size * (page - 1) : size * page]).encode()
        elif parts.path == "/api/v1/timelines/tag/停水" or parts.path.endswith("%E5%81%9C%E6%B0%B4"):
            status, body = (
                200,
                json.dumps([{"id": "1", "visibility": "public", "content": "<p>停水</p>", "account": {"acct": "x"}}]).encode(),
            )
        elif parts.path.startswith("/api/v1/"):
            status, body = 401, b'{"error":"This method requires an authenticated user"}'
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def city() -> Iterator[str]:
    City.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), City)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def fetched(name: str, url: str, item_at: datetime | None = None, **options: object) -> Outcome:
    settled = adapter(name).settled(options)
    row = Source(
        name="源", url=url, kind=adapter(name).kind, adapter=name, options=settled, zone="UTC", allow_private=True, item_at=item_at
    )

    async def get() -> Outcome:
        async with Fetcher() as fetcher:
            return await read(row, fetcher=fetcher, now=NOW)

    return asyncio.run(get())


def test_requests_come_in_pages_and_only_what_is_new(city: str) -> None:
    first = fetched("georeport", city + "/open311/v2/", page_size="10")
    assert first.reading is not None and len(first.reading.items) == 25
    assert len({item.native_id for item in first.reading.items}) == 25 and sum("page=" in path for path in City.asked) == 3
    later = fetched("georeport", city + "/open311/v2/", item_at=NOW + timedelta(hours=12))
    assert later.reading is not None and [item.native_id for item in later.reading.items] == [str(n) for n in range(1, 13)]
    wrong = fetched("georeport", city + "/elsewhere/")
    assert wrong.refusal is not None and wrong.reason == "http_status"


def test_a_timeline_is_read_and_a_server_that_wants_a_token_says_so(city: str) -> None:
    found = fetched("mastodon", city, tag="停水")
    assert found.reading is not None and len(found.reading.items) == 1
    closed = fetched("mastodon", city, tag="closed")
    assert closed.refusal is not None and "401" in str(closed.refusal)
