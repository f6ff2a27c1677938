"""Reading letters from a mailbox over IMAP: the other code that opens a connection to a source. It only reads: nothing there is changed."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import imaplib
import os
import re
import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

import msgspec

from huiying.core.collect.adapter import Body
from huiying.core.collect.adapters import adapter, read_body
from huiying.core.collect.reading import Reading
from huiying.core.types import Refusal
from huiying.store import models
from huiying.worker.address import permitted, private
from huiying.worker.reading import Parse, about
from huiying.worker.refused import FetchRefused

MOST_LETTERS = 50  # of one turn; the next turn goes on
MOST_BYTES = 5 * 1024 * 1024
SECONDS = 20.0
DEADLINE = 60.0
ENOUGH = 30.0  # seconds after which a turn takes no other letter: what was read is kept, however slow the rest would be
PORT = 993
_SIZE = re.compile(rb"UID (\d{1,10})\b.*?RFC822\.SIZE (\d{1,12})\b|RFC822\.SIZE (\d{1,12})\b.*?UID (\d{1,10})\b", re.S)
_PORT = re.compile(r"(?<=[\w\]]):\d{1,5}\Z")
_VALIDITY = re.compile(rb"(\d{1,10})")
ParseHere = Callable[..., Reading]
"""Reads the body of a letter as `read_body` does, and returns when it is read."""

# imaplib would read a line of any length into memory
imaplib._MAXLINE = 1_000_000  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Post:
    """Letters that came since `progress`, read, and how far the mailbox has now been read. `skipped` could not be read, were too large or
    cost too much; `more` wait for the next turn."""

    reading: Reading
    progress: dict[str, int]
    skipped: int = 0
    more: bool = False


class Guarded(imaplib.IMAP4_SSL):
    """A connection that goes only where a source may be: the address is checked as it is connected, and TLS is verified."""

    def __init__(self, host: str, port: int, *, allow_private: bool, context: ssl.SSLContext) -> None:
        self._allow_private = allow_private
        super().__init__(host, port, ssl_context=context, timeout=SECONDS)

    def _create_socket(self, timeout: float | None) -> ssl.SSLSocket:
        return self.ssl_context.wrap_socket(connected(self.host, self.port, self._allow_private, timeout), server_hostname=self.host)


class Plain(imaplib.IMAP4):
    """The same without TLS: only for a server in the body's own network, where the source is marked so."""

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return connected(self.host, self.port, True, timeout)


def connected(host: str, port: int, allow_private: bool, timeout: float | None) -> socket.socket:
    """A socket to the first address of a host that may be connected to."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchRefused("dns", "The name %(host)s could not be resolved. Check the address and the name server.", host=host) from None
    wanted = [one for one in found if permitted(str(one[4][0]), allow_private=allow_private)]
    if not wanted:
        raise private(host)
    family, kind, protocol, _, address = wanted[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.settimeout(timeout)
        made.connect(address)
    except BaseException:
        made.close()
        raise
    return made


def read_letters(row: models.Source, now: datetime, parse: ParseHere = read_body) -> Post:
    """What is new in a mailbox, at most 50 letters, each parsed by `parse`. Raises FetchRefused; what was stored is never read again."""
    options = adapter(row.adapter).settled(row.options)
    host, _, port = (
        str(options["host"]).rpartition(":") if re.search(r":\d{1,5}\Z", str(options["host"])) else (str(options["host"]), "", "")
    )
    secret = os.environ.get(str(options["secret"]), "")
    if not secret:
        raise FetchRefused("no_password", "The password of the mailbox is not in the environment as %(name)s.", name=options["secret"])
    try:
        server = _open(host, int(port or PORT), row.allow_private)
        try:
            server.login(str(options["user"]), secret)
            return _new(server, row, str(options["folder"]), now, parse)
        finally:
            with contextlib.suppress(OSError):
                server.shutdown()
    except FetchRefused:
        raise
    except ssl.SSLError as error:
        raise FetchRefused("tls", "The secure connection to %(host)s failed: %(error)s.", host=host, error=str(error)[:200]) from None
    except imaplib.IMAP4.error as error:
        said = str(error).replace(secret, "…").strip("b'\"")[:200]
        raise FetchRefused("mailbox", "The mail server %(host)s refused: %(error)s.", host=host, error=said) from None
    except (OSError, EOFError) as error:
        said = str(error)[:200] or type(error).__name__
        raise FetchRefused("connect", "No connection to %(host)s: %(error)s.", host=host, error=said) from None


def _open(host: str, port: int, allow_private: bool) -> imaplib.IMAP4:
    if allow_private and port != PORT:
        return Plain(host, port, timeout=SECONDS)
    return Guarded(host, port, allow_private=allow_private, context=ssl.create_default_context())


def _new(server: imaplib.IMAP4, row: models.Source, folder: str, now: datetime, parse: ParseHere) -> Post:
    begun = monotonic()
    status, _ = server.select(f'"{_utf7(folder)}"', readonly=True)
    if status != "OK":
        raise FetchRefused("mailbox", "The mail server %(host)s has no folder %(folder)s.", host=server.host, folder=folder)
    validity = _VALIDITY.search((server.response("UIDVALIDITY")[1] or [b""])[0] or b"")
    known = row.progress if validity and row.progress.get("validity") == int(validity[1]) else {}
    last = int(known.get("uid", 0))
    _, found = server.uid("SEARCH", "UID", f"{last + 1}:*")
    # n:* always names the last letter, also one that is older than n
    uids = sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > last)
    readings: list[Reading | None] = []
    for uid in uids[:MOST_LETTERS]:
        readings += [_letter(server, uid, row, now, parse)]
        last = uid
        if monotonic() - begun > ENOUGH:
            break
    progress = {"validity": int(validity[1]) if validity else 0, "uid": last}
    items = tuple(item for reading in readings if reading for item in reading.items)
    return Post(Reading("", items), progress, readings.count(None), more=len(readings) < len(uids))


def _letter(server: imaplib.IMAP4, uid: int, row: models.Source, now: datetime, parse: ParseHere) -> Reading | None:
    _, said = server.uid("FETCH", str(uid), "(UID RFC822.SIZE)")
    sizes = [match for part in said or () if isinstance(part, bytes) and (match := _SIZE.search(part))]
    if not sizes or int(sizes[0][2] or sizes[0][3]) > MOST_BYTES:
        return None
    # PEEK: that we have read it is nobody's business
    _, parts = server.uid("FETCH", str(uid), "(BODY.PEEK[])")
    content = next((part[1] for part in parts or () if isinstance(part, tuple)), b"")
    try:
        return parse(row.adapter, Body(content[:MOST_BYTES], row.url), about(row, now), None)
    except Refusal:
        return None


def _utf7(name: str) -> str:
    """A folder's name as IMAP writes it (RFC 3501, 5.1.3)."""

    def packed(match: re.Match[str]) -> str:
        return "&" + base64.b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"

    return re.sub(r"[^\x20-\x7e]+", packed, name.replace("&", "&-")).replace("\\", "\\\\").replace('"', '\\"')


async def fetch_letters(row: models.Source, threads: ThreadPoolExecutor, now: datetime, *, parse: Parse) -> Post:
    """The same in a thread, with one deadline over everything. Letters are as hostile as any body: `parse` calls where they do no harm."""
    loop, over = asyncio.get_running_loop(), threading.Event()

    def parse_there(*arguments: object) -> Reading:
        if over.is_set():
            raise TimeoutError("nobody waits for these letters any more")
        found = asyncio.run_coroutine_threadsafe(parsed(read_body, *arguments), loop).result()
        assert isinstance(found, Reading)
        return found

    async def parsed(*arguments: object) -> object:
        return await parse(*arguments)

    try:
        return await asyncio.wait_for(loop.run_in_executor(threads, read_letters, row, now, parse_there), DEADLINE)
    except TimeoutError:
        raise FetchRefused("deadline", "%(url)s was not complete after %(seconds)s seconds.", url=row.url, seconds=DEADLINE) from None
    finally:
        over.set()


def kept(row: models.Source, post: Post) -> dict[str, object]:
    """What to remember of a turn."""
    return {"progress": {**row.progress, **msgspec.to_builtins(post.progress)}}
