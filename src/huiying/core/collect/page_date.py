"""When a page was published: our own Chinese and English expressions first, then what the page says to programs, then its address."""

from __future__ import annotations

import re
from typing import Any

from huiying.core.collect.document import Document, squeezed, words

_DATE = (
    r"(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
)
_CLOCK = (
    r"(?:[\sT,，]*(?:星期|周)?[一二三四五六日天]?[\sT,，]*(?:at\s+)?(?:上午|下午|晚上|早上)?\s*\d{1,2}\s*[:：时点]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}秒?)?分?"
    r"(?:\s*[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|[A-Z]{3,4}|Z|[+-]\d\d:?\d\d)\b)?)?"
)
WRITTEN = re.compile(_DATE + _CLOCK, re.I)
_LABEL = re.compile(
    r"(?:发布|发表|发文|公开|成文|印发|刊发|更新)?(?:时间|日期)\s*[:：]?\s*\Z|发布于\s*[:：]?\s*\Z|发表于\s*[:：]?\s*\Z|日期\s*[:：]\s*\Z"
    r"|(?:published|posted|first published|date|issued)(?:\s+(?:on|at))?\s*[:：]?\s*\Z",
    re.I,
)
_CHANGED = re.compile(r"(?:updated?|modified|更新|修改|编辑|最后)(?:\s*(?:on|at|于|时间|日期))?\s*[:：]?\s*\Z", re.I)
_NAMED = {
    # the names that the standard for government sites prescribes, then what search engines and readers ask for
    name: rank
    for rank, name in enumerate(
        (
            *("pubdate", "publishdate", "article:published_time", "og:published_time", "og:article:published_time", "datepublished"),
            *("publish_date", "publish-date", "date.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "sailthru.date"),
            *("parsely-pub-date", "article.published", "pub_date", "publication_date", "citation_publication_date"),
            *("weibo:article:create_at", "bytedance:published_time", "dc.date", "date"),
        )
    )
}
_STRUCTURED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{6,40})\"")
_SCRIPTED = re.compile(
    r"\b(?:ct|publish_time|create_time|pubtime|pub_time)\b\s*[=:]\s*[\"']?(\d{10}|\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)[\"']?", re.I
)
_IN_ADDRESS = re.compile(r"[/_t](20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=[/_.-]|\Z)")
MOST = 8
_LONGEST = 160  # characters of a line that may hold the date of a page


def dates_seen(page: Document, title: str) -> tuple[str, ...]:
    """Dates that readers see, best first: beside a word like 发布时间, then in the lines that follow the title."""
    labelled: list[str] = []
    after: list[str] = []
    lines_after, found_title = 0, False
    for element in page.tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "head", "title", "meta", "option"):
            continue
        if not found_title and title and element.tag not in ("html", "body") and words_start(element, title):
            found_title = True
        if element.tag == "time" and element.get("datetime") and found_title and lines_after < 40:
            after.append(str(element.get("datetime")).strip())
        for text in (element.text, *(child.tail for child in element)):
            line = squeezed(text or "")
            if not line:
                continue
            lines_after += found_title
            if len(line) > _LONGEST:
                # the article has begun: a date further on belongs to what it tells
                if found_title and lines_after > 1:
                    return tuple(labelled + after)[:MOST]
                continue
            for match in WRITTEN.finditer(line):
                before = line[: match.start()] or _before(element)
                if _CHANGED.search(before) and not re.search("发布", before):
                    continue
                if _LABEL.search(before):
                    labelled.append(match[0])
                elif found_title and lines_after <= 30:
                    after.append(match[0])
    return tuple(labelled + after)[:MOST]


def words_start(element: Any, title: str) -> bool:
    """Whether an element is the heading itself: its whole text is the title."""
    return squeezed(element.text or "")[:8] == title[:8] and words(element) == title


def _before(element: Any) -> str:
    """What stands just before an element: the label of its date may be an element of its own."""
    previous = element.getprevious()
    if previous is not None and previous.tail and previous.tail.strip():
        return squeezed(previous.tail)
    if previous is not None and isinstance(previous.tag, str):
        return words(previous)[-20:]
    parent = element.getparent()
    return squeezed(parent.text or "") if parent is not None else ""


def dates_told(page: Document, url: str) -> tuple[str, ...]:
    """Dates that the page tells to programs, best first; the last one is that of its address."""
    found: list[tuple[int, str]] = []
    for element in page.tree.xpath("//meta[@content]"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        if name in _NAMED:
            found.append((_NAMED[name], squeezed(element.get("content"))[:60]))
    dates = [raw for _, raw in sorted(found, key=lambda pair: pair[0])]
    for element in page.tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        dates.append(squeezed(element.get("datetime") or element.get("content") or words(element))[:60])
    for element in page.tree.xpath("//script")[:200]:
        script = (element.text or "")[:200_000]
        pattern = _STRUCTURED if "ld+json" in (element.get("type") or "") else _SCRIPTED
        dates += [match[1] for match in pattern.finditer(script)][:3]
    return (*dates[: MOST - 1], addressed(url))


def addressed(url: str) -> str:
    """The day in an address, "" where there is none."""
    match = _IN_ADDRESS.search(url)
    if not match:
        return ""
    return f"{match[1]}-{match[2]}-{match[3]}"
