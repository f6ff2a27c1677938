"""The one door through which a notification leaves the house: to a channel on the register of staff, and nowhere else.

What carries it is Apprise. Its hundreds of services are narrowed to mail for one member and to chat groups that a body runs for its own
people: none of them is a public voice.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from huiying.actions.notice_channel import MAIL_SETTING
from huiying.store.models import NoticeChannel

MAIL = frozenset({"mailto", "mailtos"})
CHATS = frozenset(
    {
        "wecombot", "dingtalk", "feishu", "lark", "workflow", "workflows", "slack", "mmost", "mmosts", "rocket", "rockets", "zulip",
        "matrix", "matrixs", "gchat", "wxteams", "nctalk", "nctalks", "synology", "synologys", "json", "jsons",
    }
)  # fmt: skip
"""Apprise's names of the group chats that may be registered; json and jsons are a web address of the body's own."""
RECIPIENTS = frozenset({"to", "cc", "bcc"})
SECONDS = 10
LONGEST = 16_000


class NotSent(Exception):
    """A notification did not leave. `why` is one of words.NOT_SENT, or what the channel said, without its secrets."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Message:
    """What is said: one line, and plain text."""

    title: str
    body: str


def address_of(channel: NoticeChannel) -> str:
    """Where Apprise sends for a registered channel, secrets and all: never stored, never shown. Raises NotSent."""
    stored = NoticeChannel.objects.filter(pk=channel.pk, active=True).select_related("member").first()
    if stored is None:
        raise NotSent("not_registered")
    mail = stored.kind == "mail"
    address = os.environ.get(MAIL_SETTING if mail else stored.address, "").strip()
    if not address:
        raise NotSent("not_set")
    parts = urlsplit(address)
    if parts.scheme.lower() not in (MAIL if mail else CHATS):
        raise NotSent("not_a_staff_channel")
    options = [option for option in parts.query.split("&") if option]
    if mail:
        if stored.member is None or not stored.member.is_active:
            raise NotSent("not_registered")
        # nobody is written to beside the member: a path would add recipients as these options do
        parts = parts._replace(path="/")
        options = [option for option in options if unquote(option.partition("=")[0]).strip().lower() not in RECIPIENTS]
        options += [f"to={quote(stored.address)}", "format=text"]
    return urlunsplit(parts._replace(query="&".join([*options, f"cto={SECONDS}", f"rto={SECONDS}"])))


def send(channel: NoticeChannel, message: Message) -> None:
    """Hand a message to a registered channel. Raises NotSent with the reason; follows no redirect."""
    address = address_of(channel)
    import apprise

    memory = apprise.PersistentStoreMode.MEMORY
    asset = apprise.AppriseAsset(app_id="Huiying", app_desc="Huiying", app_url="", http_redirects=False, storage_mode=memory)
    service = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if service is None:
        raise NotSent("not_an_address")
    with _Heard() as heard:
        done = service.notify(title=message.title, body=message.body[:LONGEST], body_format=apprise.NotifyFormat.TEXT)
    if not done:
        raise NotSent(_without_secrets(heard.last, address) or "not_taken")


class _Heard(logging.Handler):
    """What Apprise says on this thread while it sends: its last complaint is the reason of a failure."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread == threading.get_ident():
            self.last = record.getMessage()

    def __enter__(self) -> _Heard:
        self._thread = threading.get_ident()
        logging.getLogger("apprise").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("apprise").removeHandler(self)


def _without_secrets(said: str, address: str) -> str:
    """A complaint without any piece of the address that may be secret: all of them longer than three signs but the host."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    pieces = {piece for piece in re.split(r"[^\w.-]+", address) if len(piece) > 3 and piece != host and piece != parts.scheme}
    for piece in sorted(pieces, key=len, reverse=True):
        said = said.replace(piece, "…")
    return " ".join(said.split())[:300]
