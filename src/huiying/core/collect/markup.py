"""The text of an XML body, decoded and made safe to parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.collect.charset import Decoded, decode
from huiying.core.types import Refusal

_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_PROLOG = re.compile(r"<\?xml[^>]{0,400}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.I)
_TOO_LONG = re.compile(r"&#(?:[0-9]{8,}|x[0-9a-f]{7,});?", re.I)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(body: bytes, *, charset: str = "", remembered: str = "") -> Decoded:
    """The text of an XML body without its declaration and without characters that XML forbids.

    The charset that the body declares counts before the one of the transport. Raises Refusal where the document defines entities: they can
    make a small body grow without bound, and no feed needs them.
    """
    match = _DECLARATION.match(body[:400].removeprefix(b"\xef\xbb\xbf"))
    decoded = decode(body, declared=match[1].decode("ascii") if match else charset, remembered=remembered)
    text = _NOT_XML.sub("", decoded.text).lstrip()
    text = _TOO_LONG.sub("\ufffd", _PROLOG.sub("", text, count=1) if text.startswith("<?xml") else text).lstrip()
    if _ENTITY.search(text) and any(_ENTITY.search(part) for part in _outside_cdata(text)):
        raise Refusal(
            "The document defines entities of its own (<!ENTITY), which is not accepted. Ask its publisher for a feed without a DOCTYPE."
        )
    return Decoded(text, decoded.charset, decoded.overridden)


def _outside_cdata(text: str) -> Iterator[str]:
    """The parts of a document that are markup."""
    start = 0
    while True:
        opened = text.find("<![CDATA[", start)
        closed = text.find("]]>", opened) if opened >= 0 else -1
        if closed < 0:
            yield text[start:]
            return
        yield text[start:opened]
        start = closed + 3
