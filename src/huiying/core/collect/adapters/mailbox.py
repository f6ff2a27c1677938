"""Letters in a mailbox of the body, read over IMAP."""

from __future__ import annotations

import email
import html
import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from huiying.core.collect.adapter import About, Adapter, Body, Carriage, Option
from huiying.core.collect.charset import decode
from huiying.core.collect.own_id import own_id
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

MOST_PARTS = 200
LONGEST = 200_000
_SETTING = re.compile(r"HUIYING_MAILBOX_[A-Z0-9_]{1,40}\Z")
_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,253}\Z")
# where the letter that is answered begins
_QUOTED = re.compile(
    r"^(?:-{2,}\s*(?:original message|forwarded message|原始邮件|原邮件|转发邮件|转发的邮件).*|_{20,}|on .{4,200} wrote:|"
    r".{0,200}(?:写道|寫道)[:：]|(?:from|发件人|寄件者|發件人)\s*[:：].*)\s*$",
    re.I | re.M,
)
_SIGNED = re.compile(
    r"^(?:-- ?|(?:此致|顺祝|祝好|谨启|敬上|此致\s*敬礼)[!！。，,]*|(?:best |kind |warm )?regards,?|(?:yours|sincerely|yours \w+),?|"
    r"cheers,?|"
    r"sent from (?:my|outlook|mail).*|发自(?:我的)?.{0,30}|从我的.{0,20}发送.*|get outlook for .*)\s*$",
    re.I | re.M,
)
_LINE = re.compile(r"^[>＞].*$", re.M)


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The one letter of a body in RFC 822: subject and what its writer says, without quotes and signature. Who sent it is never read."""
    letter = email.message_from_bytes(body.content)
    subject, text, markup = _words(_raw(letter, "subject")), _text(letter, "text/plain"), ""
    if not text.strip():
        markup = _text(letter, "text/html")
    said = html.escape(own_words(text), quote=False) if text.strip() else _without_blockquotes(markup)
    if not subject.strip() and not said.strip():
        raise Refusal("The letter has neither a subject nor a text that can be read.")
    number = str(letter.get("Message-ID") or "").strip() or f"{letter.get('Date')}\0{subject}\0{said[:2000]}"
    item = RawItem(
        source=about.name,
        native_id=own_id(about.salt, number),
        kind=about.kind,
        title=html.escape(subject, quote=False),
        text=said,
        published_raw=str(letter.get("Date") or "").strip()[:100],
    )
    return Reading("", (item,))


def own_words(text: str) -> str:
    """What the writer of a letter says themselves: without the letter that is answered, without a signature."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]
    quoted = _QUOTED.search(text)
    # a letter that only passes another on says that other letter
    if quoted and text[: quoted.start()].strip():
        text = text[: quoted.start()]
    text = _LINE.sub("", text)
    for found in _SIGNED.finditer(text):
        if text[: found.start()].strip() and text.count("\n", found.end()) <= 8:
            return text[: found.start()].strip()
    return text.strip()


def _without_blockquotes(markup: str) -> str:
    return re.sub(r"<blockquote\b.*?(?:</blockquote\s*>|\Z)", "", markup[: LONGEST * 4], flags=re.I | re.S)


def _raw(letter: Message, name: str) -> str:
    """A header as it came, decoded where its writer's program did not encode it: what `get` gives has lost such bytes."""
    raw = next((str(value) for key, value in letter.raw_items() if key.lower() == name), "")
    return raw if raw.isascii() else decode(raw.encode("utf-8", "surrogateescape")).text


def _words(raw: str) -> str:
    """A header in words. What it declares of its charset is only one candidate: GB2312 often holds more than GB2312."""
    try:
        parts = decode_header(raw)
    except (ValueError, LookupError, MessageError):
        return " ".join(raw.split())[:1000]
    words = [part if isinstance(part, str) else decode(part, declared=charset or "").text for part, charset in parts]
    return " ".join("".join(words).split())[:1000]


def _text(letter: Message, kind: str) -> str:
    """The text of the first part of this type that is no attachment."""
    for count, part in enumerate(letter.walk()):
        if count >= MOST_PARTS:
            return ""
        if part.get_content_type() != kind or part.is_multipart() or "attachment" in str(part.get("Content-Disposition") or "").lower():
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            return decode(content[: LONGEST * 4], declared=str(part.get_content_charset() or "")).text
    return ""


def _host(value: object) -> None:
    if not _HOST.match(str(value)):
        raise Refusal("%(value)s is not the name of a mail server.", value=value or "–")


def _secret(value: object) -> None:
    if not _SETTING.match(str(value)):
        raise Refusal(
            "%(value)s is not the name of a setting for a mailbox. Put the password into the environment as HUIYING_MAILBOX_ and a "
            "word, and "
            "give that name here.",
            value=value or "–",
        )


def _some(value: object) -> None:
    text = str(value)
    if not text.strip() or len(text) > 200 or not text.isprintable():
        raise Refusal("“%(value)s” cannot be used here; write one line.", value=text[:60])


MAILBOX = Adapter(
    name="mailbox",
    title="Mailbox (IMAP)",
    terms="A mailbox of the body itself, to which the public or a list of subscriptions writes. Letters are only read: nothing is "
    "moved, marked or answered.",
    personal="From, To, Cc and the way of a letter are never read; quotes and signatures are cut, the rest is masked, its number is "
    "kept as a digest.",
    read=read,
    carriage=Carriage.MAILBOX,
    kind=Kind.QUESTION,
    options=(
        Option("host", "Mail server", help="Like mail.example.org, or mail.example.org:993.", check=_host),
        Option("user", "User name", check=_some),
        Option("secret", "Name of the setting with the password", "HUIYING_MAILBOX_1", check=_secret),
        Option("folder", "Folder", "INBOX", check=_some),
    ),
)
