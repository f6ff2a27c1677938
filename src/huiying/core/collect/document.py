"""A web page as a tree: decoded by what its bytes really are, bounded, with nothing fetched and nothing run."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

import msgspec

from huiying.core.collect.adapter import Body
from huiying.core.collect.charset import decode
from huiying.core.types import Refusal

MOST_MARKUP = 3_000_000  # characters of one page that are read
MOST_TAGS = 60_000
MOST_SAMPLE = 40_000  # bytes by which the charset is judged

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._-]{1,40})", re.I)
# neither < nor > is a second byte in any charset that Chinese is written in
_BRACKET = re.compile(rb"[<>]")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_TAG = re.compile(r"<[a-zA-Z!/?]")
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\xd0\xcf\x11\xe0": "an office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_SPACES = re.compile(r"\s+")
_WIDE = re.compile("[\u3400-\u9fff]")


class Document(msgspec.Struct, frozen=True):
    """The tree of a page, its markup, the address its links are relative to, and how its bytes were read.

    `large`: it was cut, or has very many tags.
    """

    tree: Any
    markup: str
    base: str
    charset: str
    large: bool = False


def binary(content: bytes) -> str:
    """What a body is that is no text, in words; "" for text."""
    return next((name for magic, name in _BINARY.items() if content.startswith(magic)), "")


def document(body: Body, remembered: str = "") -> Document:
    """The page in a body. Raises Refusal for what is no page, saying what it is."""
    # not at the top of the module: whoever reads only feeds need not load it
    from lxml import html

    found = binary(body.content)
    if found:
        raise Refusal("This address gives %(what)s, not a web page. Enter the address of the page that lists the news.", what=found)
    if not body.content.strip():
        raise Refusal("The page is empty. If it stays so, check the address with the site that publishes it.")
    whole, charset = _decoded(body, remembered)
    text = _NOT_TEXT.sub("", whole[:MOST_MARKUP])
    if not _TAG.search(text[:20_000]):
        raise Refusal(
            "This is not a web page: it begins “%(start)s” (declared type: %(type)s). Enter the address of the page that lists the news.",
            start=" ".join(text[:40].split()),
            type=body.content_type or "none",
        )
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (ValueError, AssertionError, TypeError) as error:
        raise Refusal("The page could not be read: %(why)s.", why=str(error)[:100]) from None
    except Exception as error:  # lxml's own errors are under no class that all of its versions have
        raise Refusal("The page could not be read: %(why)s.", why=type(error).__name__) from None
    bases = tree.xpath("//head/base[@href]/@href")
    base = absolute(body.url, str(bases[0])) if bases else ""
    return Document(tree, text, base or body.url, charset, len(whole) > MOST_MARKUP or text.count("<") > MOST_TAGS)


def _decoded(body: Body, remembered: str) -> tuple[str, str]:
    """The text and the charset of a page. What stands between its tags decides, for the tags themselves are much the larger part."""
    meta = _META.search(body.content[:4096])
    declared = meta[1].decode("ascii") if meta else body.charset
    if b"\0" in body.content[:200] or body.content.startswith((b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")):
        found = decode(body.content, declared=declared, remembered=remembered)
        return found.text, found.charset
    sample = b"\n".join(part for part in _BRACKET.split(body.content) if not part.isascii())[:MOST_SAMPLE]
    charset = decode(sample, declared=declared, remembered=remembered).charset if sample else "utf-8"
    return body.content.decode(charset, "replace"), charset


def absolute(base: str, link: str) -> str:
    """The http or https address that a link leads to from `base`, without its fragment; "" where it leads to none."""
    try:
        found = urljoin(base, _SPACES.sub("", link)).partition("#")[0]
    except ValueError:
        return ""
    return found if found.lower().startswith(("http://", "https://")) and len(found) <= 2000 else ""


def words(element: Any) -> str:
    """The text in an element on one line."""
    return squeezed("".join(map(str, element.itertext())))


def squeezed(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def weight(text: str) -> int:
    """How long a text is to a reader: a Chinese character says what two or three letters say."""
    return len(text) + len(_WIDE.findall(text))
