"""The title of an article's page, without the name of its site."""

from __future__ import annotations

import re

from huiying.core.collect.document import Document, squeezed, weight, words

LONGEST = 300
# the names that the standard for government sites prescribes come first
_NAMED = ("articletitle", "og:title", "twitter:title", "title", "dc.title")
_PARTS = re.compile(r"\s+[-–—|·»›]\s+|\s*[_|｜]\s*|\s*[—–]{2,}\s*|(?<=[\u3400-\u9fff”》）])\s*-\s*(?=[\u3400-\u9fff])")
_HEADINGS = (
    "//h1",
    "//*[@id='activity-name' or @id='thread_subject']",
    "//*[contains(@class, 'title') or contains(@id, 'title') or contains(@class, 'bt')][not(self::html or self::body)]",
    "//h2",
    "//h3",
)


def page_title(page: Document) -> str:
    """The heading that the page's own title begins with, else the title that the page names for others, else its title's longest part."""
    whole = next((words(found) for found in page.tree.xpath("//head/title | //title")), "")[:LONGEST]
    named = _metas(page)
    for name in _NAMED[:1]:
        if named.get(name):
            return named[name]
    for place in _HEADINGS:
        for element in page.tree.xpath(place)[:30]:
            heading = words(element)
            if 6 <= weight(heading) <= LONGEST and (_begins(whole, heading) or heading == named.get("og:title")):
                return heading
    for name in _NAMED[1:]:
        if named.get(name):
            return _longest(named[name], whole)
    if whole:
        return _longest(whole, "")
    return next((heading for heading in map(words, page.tree.xpath("//h1")) if 6 <= weight(heading) <= LONGEST), "")


def _metas(page: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.tree.xpath("//meta[@content]"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if name in _NAMED:
            found.setdefault(name, squeezed(element.get("content"))[:LONGEST])
    return found


def _begins(whole: str, heading: str) -> bool:
    """Whether the title of the page is the heading, with perhaps the names of section and site."""
    return whole.startswith(heading) or (heading in whole and weight(heading) * 2 >= weight(whole)) or heading in _PARTS.split(whole)


def _longest(title: str, _whole: str) -> str:
    parts = [part.strip() for part in _PARTS.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title.strip()
    # the name of a site stands at the end, or is short
    return parts[0] if weight(parts[0]) >= 10 else max(parts, key=weight)
