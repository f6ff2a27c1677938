"""Those who come to the desk by themselves: a system that pushes, and somebody who brings files. Without an answer they come again."""

from __future__ import annotations

import hmac
import io
import json
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from http.cookiejar import CookieJar
from queue import Queue
from uuid import UUID

import openpyxl

from tests.scenarios.people import PASSWORD
from tests.scenarios.publishers import Told, Words

AGAIN = 0.1  # seconds until who got no answer comes again
PATIENCE = 90.0
DEAF = 3
COLUMNS = ("工单编号", "来电时间", "诉求标题", "诉求内容")
ROLES = ("id", "time", "title", "text")


class NotTaken(Exception):
    """No answer, or one that says: later."""


class Browser:
    """A session at the desk without a screen: pages and forms with cookies."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open

    def get(self, path: str) -> str:
        return self._ask(urllib.request.Request(self.base + path))[1]

    def post(self, path: str, fields: dict[str, str], *, page: str, file: tuple[str, bytes] | None = None) -> tuple[str, str]:
        """Send a form that stands on `page`; the address and the page at which it ends."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert found, page[:500]
        fields = {"csrfmiddlewaretoken": found[1], **fields}
        if file is None:
            return self._ask(urllib.request.Request(self.base + path, urllib.parse.urlencode(fields).encode()))
        edge = "a-line-that-no-file-holds"
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file[0]}"\r\n\r\n')
        body = "".join(parts).encode() + file[1] + f"\r\n--{edge}--\r\n".encode()
        head = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self._ask(urllib.request.Request(self.base + path, body, head))

    def _ask(self, request: urllib.request.Request) -> tuple[str, str]:
        try:
            with self._open(request, timeout=30) as answer:
                return answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            raise NotTaken(f"{error.code} " + re.sub(r"<[^>]+>|\s+", " ", error.read().decode())[:800]) from None
        except OSError as error:
            raise NotTaken(repr(error)) from None


class Sender:
    """Works through what it was given in a thread of its own, one after the other, each until it was accepted."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.given, self.accepted, self.unanswered = 0, 0, 0
        self.trouble: list[str] = []
        self._waiting: Queue[Callable[[], None] | None] = Queue()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def give(self, send: Callable[[], None]) -> None:
        """Of every so manieth the first answer is not heard, as where a line breaks: what was kept is sent again."""
        deaf = self.given % DEAF == 0
        self.given += 1

        def once_more() -> None:
            nonlocal deaf
            send()
            if deaf:
                deaf = False
                raise NotTaken("the line broke")

        self._waiting.put(once_more)

    def finish(self) -> None:
        """Wait until everything was accepted."""
        self._waiting.put(None)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive() and not self.trouble, (self.name, self.trouble)

    def _work(self) -> None:
        while (send := self._waiting.get()) is not None:
            until = time.monotonic() + PATIENCE
            while True:
                try:
                    send()
                    self.accepted += 1
                    break
                except NotTaken as why:
                    self.unanswered += 1
                    if time.monotonic() > until:
                        self.trouble.append(str(why))
                        return
                    time.sleep(AGAIN)
                except Exception as error:
                    self.trouble.append(repr(error))
                    return


class Pusher(Sender):
    """Signed deliveries. One that got no answer is sent again: the same bytes under the same name."""

    def __init__(self, name: str, base: str, source: str, key: str, *, burst: int = 5) -> None:
        self.address, self.key, self.burst = f"{base}/hooks/{source}/", key.encode(), burst
        self.again = 0  # deliveries that had been kept though nobody heard of it
        super().__init__(name)

    def announce(self, words: Words) -> list[Told]:
        told = [words.next(self.name) for _ in range(self.burst)]
        items = [{"id": one.title, "title": one.title, "text": one.text} for one in told]
        body = json.dumps({"sent_at": datetime.now(UTC).isoformat(), "items": items}).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Hub-Signature-256": "sha256=" + hmac.new(self.key, body, sha256).hexdigest(),
            "Idempotency-Key": str(UUID(bytes=sha256(body).digest()[:16])),
        }
        self.give(lambda: self._send(body, headers))
        return told

    def _send(self, body: bytes, headers: dict[str, str]) -> None:
        try:
            with urllib.request.urlopen(urllib.request.Request(self.address, body, headers), timeout=30) as answer:
                self.again += json.loads(answer.read())["again"]
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code != 429:
                raise RuntimeError(f"{error.code} {error.read()[:300]!r}") from None
            raise NotTaken(str(error.code)) from None
        except OSError as error:
            raise NotTaken(repr(error)) from None


class Bringer(Sender):
    """A member of staff with exports of a hotline, CSV and XLSX in turns, through the pages of the desk."""

    def __init__(self, name: str, base: str, source: str, username: str, *, burst: int = 8) -> None:
        self.base, self.source, self.username, self.burst = base, source, username, burst
        self.files = 0
        self.again = 0  # files whose rows had been kept though nobody heard of it
        self._browser: Browser | None = None
        super().__init__(name)

    def announce(self, words: Words) -> list[Told]:
        told = [words.next(self.name, lines=1) for _ in range(self.burst)]
        rows = [[f"GD{self.files:04}{place:03}", f"{datetime.now(UTC):%Y-%m-%d} 00:05", *one[1:]] for place, one in enumerate(told)]
        name = f"export{self.files}." + ("csv" if self.files % 2 else "xlsx")
        file = (name, (_csv if self.files % 2 else _workbook)([list(COLUMNS), *rows]))
        self.files += 1
        self.give(lambda: self._bring(file))
        return told

    def _bring(self, file: tuple[str, bytes]) -> None:
        browser = self._browser = self._browser or self._signed_in()
        start = "/desk/sources/files/"
        where, page = browser.post(f"{start}{self.source}/", {}, page=browser.get(start), file=file)
        fields = {f"column-{place}": role for place, role in enumerate(ROLES)}
        _, page = browser.post(urllib.parse.urlsplit(where).path, fields, page=page)
        new = re.search(r'id="result".*?<li>\D*(\d+)', page, re.S)
        assert new, page[:2000]
        self.again += new[1] == "0"

    def _signed_in(self) -> Browser:
        browser = Browser(self.base)
        browser.post("/sign-in/", {"username": self.username, "password": PASSWORD}, page=browser.get("/sign-in/"))
        return browser


def _csv(rows: list[list[str]]) -> bytes:
    return "".join(",".join(row) + "\r\n" for row in rows).encode("gb18030")


def _workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
