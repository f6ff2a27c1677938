"""The text of an XML body, decoded and made safe to parse."""

from __future__ import annotations

import re

from huiying.core.collect.charset import Decoded, decode
from huiying.core.types import Refusal

_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.S)
_ENTITY = re.compile(r"<!ENTITY", re.I)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_text(body: bytes, *, charset: str = "", remembered: str = "") -> Decoded:
    """The text of an XML body without its declaration and without characters that XML forbids.

    The charset that the body declares counts before the one of the transport. Raises Refusal where the document defines entities: they can
    make a small body grow without bound, and no feed needs them.
    """
    match = _DECLARATION.match(body[:400].removeprefix(b"\xef\xbb\xbf"))
    decoded = decode(body, declared=match[1].decode("ascii") if match else charset, remembered=remembered)
    text = _NOT_XML.sub("", _PROLOG.sub("", decoded.text, count=1)).lstrip()
    if _ENTITY.search(text) and _ENTITY.search(_CDATA.sub("", text)):
        raise Refusal(
            "The document defines entities of its own (<!ENTITY), which is not accepted. Ask its publisher for a feed without a DOCTYPE."
        )
    return Decoded(text, decoded.charset, decoded.overridden)
