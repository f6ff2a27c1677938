"""The list on a page that lists news: how it is learned, written as a short rule, and found again.

A rule is a path like `ul.news-list > li > a`: elements with their names and lasting classes, the link last. A list is a set of links
with one path and titles of some length, mostly with a date beside them, outside of navigation, margins and footers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import msgspec

from huiying.core.collect.document import Document, absolute, squeezed, weight, words
from huiying.core.collect.page_date import WRITTEN

FEWEST = 3  # links that make a list
MOST_LINKS = 5_000
MOST_ENTRIES = 200
LONGEST_RULE = 300
_LEAST_TITLE = 10  # weight of a title
_LEAST_TEASER = 40
_DEEPEST = 30

_STEP = re.compile(r"[a-z][a-z0-9-]{0,20}(?:[#.][A-Za-z_\u3400-\u9fff][\w\u3400-\u9fff-]{0,40}){0,2}\Z")
_CLASS = re.compile(r"[A-Za-z_\u3400-\u9fff][A-Za-z_\u3400-\u9fff-]{0,40}\Z")
_PASSING = re.compile(
    r"(?:odd|even|on|cur|current|active|hover|first|last|new|hot|top|selected|clearfix|clear|line|bg|w|fl|fr|left|right)\Z", re.I
)
_MARGIN = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|submenu|breadcrumb|crumbs?|footer|foot|header|sidebar|side|aside|friend-?links?|copyright|"
    r"pager|pages?|pagination|login|search|share|toolbar|hot|rank|recommend|related|weizhi|dqwz|yqlj|comments?)(?:$|[-_ ])",
    re.I,
)
_MARGIN_TAGS = frozenset(("nav", "footer", "header", "aside", "select", "form"))
_BYLINE = re.compile(r"(?:^|[-_ ])(?:author|byline|writer|editor|user(?:name)?|nick(?:name)?|zuozhe)(?:$|[-_ ])", re.I)
_SHORT_DATE = re.compile(
    r"(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?|\d{1,3}\s*(?:分钟|小时|天)前|(?:今天|昨天|前天)(?:\s*\d{1,2}:\d\d)?"
    r"|\d{1,2}\s*(?:minutes?|hours?|days?)\s+ago|yesterday|today",
    re.I,
)
_EDGES = " \t[]【】()（）<>《》:：|｜·-—,，"


class Entry(msgspec.Struct, frozen=True):
    """One entry of a list: `date` as the page writes it, `teaser` what else it says; both may be ""."""

    url: str
    title: str
    date: str = ""
    teaser: str = ""


class Found(msgspec.Struct, frozen=True):
    """A list that was found on a page: its rule and what it gives now."""

    rule: str
    entries: tuple[Entry, ...]

    @property
    def dated(self) -> int:
        """How many entries have a date."""
        return sum(bool(entry.date) for entry in self.entries)


def learn(page: Document, most: int = 3) -> tuple[Found, ...]:
    """The lists of a page, the likeliest first."""
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for link in page.tree.xpath("//a[@href]")[:MOST_LINKS]:
        if weight(_title(link)) >= _LEAST_TITLE and absolute(page.base, link.get("href")) and not _in_margin(link):
            groups[_path(link)].append(link)
    scored = []
    for path, links in groups.items():
        entries = _entries(page, links)
        if len(entries) < FEWEST:
            continue
        dated = sum(bool(entry.date) for entry in entries) / len(entries)
        length = sum(min(weight(entry.title), 50) for entry in entries) / len(entries)
        scored.append(((min(len(entries), 40) ** 0.5) * length * (0.3 + dated), path, links, entries))
    scored.sort(key=lambda one: (-one[0], one[1]))
    found = {rule: Found(rule, entries) for _, path, links, entries in scored[: most * 2] if (rule := _rule(page, path, links))}
    return tuple(found.values())[:most]


def entries(page: Document, rule: str) -> tuple[Entry, ...]:
    """What a rule finds on a page."""
    steps = tuple(rule.split(" > "))
    links = [link for link in page.tree.xpath("//a[@href]")[:MOST_LINKS] if _fits(link, steps)]
    return _entries(page, links)


def usable(rule: str) -> bool:
    """Whether a text is a rule."""
    steps = rule.split(" > ")
    return (
        0 < len(rule) <= LONGEST_RULE
        and len(steps) <= 12
        and all(map(_STEP.match, steps))
        and re.match(r"a(?:[.#]|\Z)", steps[-1]) is not None
    )


def _rule(page: Document, path: tuple[str, ...], links: list[Any]) -> str:
    """The shortest end of the path that finds these links and no others, from an element that has a name of its own where there is one."""
    candidates = [link for link in page.tree.xpath("//a[@href]")[:MOST_LINKS] if _step(link) == path[-1]]
    for length in range(1, min(len(path), 12) + 1):
        steps = path[-length:]
        same = [link for link in candidates if _fits(link, steps)]
        if len(same) == len(links) and ("." in steps[0] or "#" in steps[0] or length >= 3):
            return " > ".join(steps)
    rule = " > ".join(path[-12:])
    return rule if usable(rule) else ""


def _fits(link: Any, steps: tuple[str, ...]) -> bool:
    element = link
    for step in reversed(steps):
        if element is None or _step(element) != step:
            return False
        element = element.getparent()
    return True


def _path(link: Any) -> tuple[str, ...]:
    steps: list[str] = []
    element = link
    while element is not None and element.tag != "body" and len(steps) < _DEEPEST:
        steps.append(_step(element))
        element = element.getparent()
    return tuple(reversed(steps))


def _step(element: Any) -> str:
    """An element by its name and what lasts of its id and class: numbers and states come and go."""
    tag = element.tag if isinstance(element.tag, str) else "x"
    name = (element.get("id") or "").strip()
    if _CLASS.match(name):
        return f"{tag}#{name}"
    lasting = [word for word in (element.get("class") or "").split()[:6] if _CLASS.match(word) and not _PASSING.match(word)]
    return f"{tag}.{min(lasting)}" if lasting else str(tag)


def _in_margin(link: Any) -> bool:
    for element in link.iterancestors():
        if element.tag in ("body", "html"):
            return False
        if element.tag in _MARGIN_TAGS:
            return True
        if _MARGIN.search(f"{element.get('id') or ''} {element.get('class') or ''}"):
            return True
    return False


def _title(link: Any) -> str:
    shown, full = words(link), squeezed(link.get("title") or "")
    cut = shown.rstrip(".… ")
    if full and (not shown or (cut != shown and full.startswith(cut[:12]))):
        return full[:500]
    heading = next((words(found) for found in link.xpath(".//h1|.//h2|.//h3|.//h4|.//h5") if words(found)), "")
    if heading:
        return heading[:500]
    without = _SHORT_DATE.sub("", shown) if WRITTEN.search(shown) else shown
    return squeezed(without).strip(" []【】")[:500]


def _entries(page: Document, links: list[Any]) -> tuple[Entry, ...]:
    own = {id(link) for link in links}
    addresses = [absolute(page.base, link.get("href")) for link in links]
    found: dict[str, Entry] = {}
    for link, url in zip(links, addresses, strict=True):
        title = _title(link)
        if url and title and url not in found and len(found) < MOST_ENTRIES:
            date, teaser = _beside(_block(link, own), link, title)
            found[url] = Entry(url, title, date, teaser)
    return tuple(found.values())


def _block(link: Any, own: set[int]) -> Any:
    """The largest element around a link that holds no other link of the list."""
    block = link
    for _ in range(6):
        parent = block.getparent()
        if parent is None or parent.tag in ("body", "html") or sum(id(other) in own for other in parent.iter("a")) > 1:
            return block
        block = parent
    return block


def _beside(block: Any, link: Any, title: str) -> tuple[str, str]:
    """The date beside a link and the words that introduce its article; what names an author is not read."""
    date, teaser = "", ""
    for element in block.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style") or _BYLINE.search(element.get("class") or ""):
            continue
        if element.tag == "time" and element.get("datetime") and not date:
            date = str(element.get("datetime")).strip()[:60]
        pieces = [element.text, *(child.tail for child in element)]
        for piece in pieces:
            text = squeezed(piece or "")
            if not text or text == title:
                continue
            match = WRITTEN.search(text) or _SHORT_DATE.search(text)
            if match and len(text) - len(match[0]) <= 14:
                date = date or match[0].strip(_EDGES)
            elif weight(text) >= _LEAST_TEASER and element is not link and len(text) > len(teaser):
                teaser = text
    if not date and link.get("title"):
        match = WRITTEN.search(link.get("title"))
        date = match[0] if match else ""
    return date, teaser[:2000]
