"""Lists of subscriptions (OPML), in and out."""

from __future__ import annotations

from xml.etree import ElementTree

import msgspec

from huiying.core.collect.markup import xml_text
from huiying.core.types import Refusal

_DEEPEST = 50


class Outline(msgspec.Struct, frozen=True):
    """One subscription."""

    title: str
    url: str


def read_opml(body: bytes) -> tuple[Outline, ...]:
    """Every feed in the list once, in its order, whatever folder it lies in. Raises Refusal for a body that is no OPML."""
    text = xml_text(body).text
    try:
        root = ElementTree.fromstring(text.encode("utf-8", "replace"))  # noqa: S314 - xml_text has refused entities
    except ElementTree.ParseError as error:
        line, column = error.position
        raise Refusal(
            "The file cannot be read as OPML: it breaks off in line %(line)s, column %(column)s.", line=line, column=column + 1
        ) from None
    if root.tag.lower() != "opml":
        raise Refusal(
            "This is XML that begins with <%(root)s>, not OPML. Export the subscriptions of your reader as OPML.", root=root.tag[:40]
        )
    found: dict[str, Outline] = {}
    _collect(root, found, 0)
    return tuple(found.values())


def _collect(element: ElementTree.Element, found: dict[str, Outline], depth: int) -> None:
    if depth > _DEEPEST:
        raise Refusal("The folders of the OPML file are nested more than %(depth)s deep.", depth=_DEEPEST)
    for child in element:
        if child.tag.lower() == "outline":
            attributes = {name.lower(): value.strip() for name, value in child.attrib.items()}
            url = attributes.get("xmlurl", "")
            if url.lower().startswith(("http://", "https://")) and url not in found:
                found[url] = Outline(attributes.get("title") or attributes.get("text") or url, url)
        _collect(child, found, depth + 1)


def write_opml(outlines: tuple[Outline, ...] | list[Outline], title: str) -> bytes:
    """An OPML 2.0 file of the subscriptions."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = title
    body = ElementTree.SubElement(root, "body")
    for outline in outlines:
        ElementTree.SubElement(body, "outline", type="rss", text=outline.title, title=outline.title, xmlUrl=outline.url)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()
