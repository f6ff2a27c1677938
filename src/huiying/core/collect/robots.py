"""What a site's robots.txt allows, after RFC 9309.

By hand, because a hostile file is read in the worker itself: every step is linear in the file, and no pattern is ever compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

REFUSE_ALL = "User-agent: *\nDisallow: /\n"
LONGEST_DELAY = 60.0  # seconds
_LONGEST_LINE = 2083 * 8
_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}")
# As sites write them; the misspellings are those that the reference parser reads.
_NAMES = {
    **dict.fromkeys(("user-agent", "useragent", "user agent"), "agent"),
    "allow": "allow",
    **dict.fromkeys(("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"), "disallow"),
    **dict.fromkeys(("crawl-delay", "crawldelay"), "delay"),
}


class _Group(NamedTuple):
    """The rules (allowed or not, and the pattern) and the longest delay that are meant for some agents."""

    rules: list[tuple[bool, str]]
    delays: list[float]


def allowed(robots_txt: str, *, agent: str, url: str) -> bool:
    """Whether the rules let `agent` (a product token such as "Huiying") fetch `url`. Rules that cannot be read forbid nothing.

    The longest pattern that matches decides, and of two of one length the one that allows.
    """
    path = _path(url)
    longest = {True: -1, False: -1}
    for allow, pattern in _group(robots_txt, agent).rules:
        if len(pattern) > longest[allow] and _matches(path, pattern):
            longest[allow] = len(pattern)
    return longest[False] <= max(longest[True], 0)


def crawl_delay(robots_txt: str, *, agent: str) -> float | None:
    """How many seconds the site asks `agent` to leave between two fetches, at most a minute; None where it asks nothing.

    Not in RFC 9309, but many sites write it. Of several in the agent's group, the longest counts.
    """
    return max(_group(robots_txt, agent).delays, default=None)


def rules_for(status: int | None, body: str) -> str:
    """The rules that the answer for /robots.txt stands for (RFC 9309, 2.3.1).

    A file is its own rules, no file (4xx) allows everything; while the server fails or cannot be reached (`status` None) nothing is
    allowed.
    """
    if status is not None and 200 <= status < 300:
        return body
    return "" if status is not None and 400 <= status < 500 else REFUSE_ALL


def _group(robots_txt: str, agent: str) -> _Group:
    """What is meant for an agent: everything under its name, and only where its name never stands, everything under the star."""
    groups: dict[str, _Group] = {}
    naming, named = False, [_Group([], [])]  # what stands before the first agent is meant for nobody
    for name, value in _fields(robots_txt):
        if name == "agent":
            if not naming:
                named = []
            named.append(groups.setdefault(_token(value), _Group([], [])))
            naming = True
            continue
        naming = False
        for group in named:
            if name == "delay":
                if _SECONDS.fullmatch(value):
                    group.delays.append(min(float(value), LONGEST_DELAY))
            else:
                group.rules.append((name == "allow", value))
                if name == "allow" and value.endswith(("/index.html", "/index.htm")):
                    group.rules.append((True, value[: value.rindex("/") + 1] + "$"))
    return groups.get(agent.lower()) or groups.get("*") or _Group([], [])


def _fields(robots_txt: str) -> Iterator[tuple[str, str]]:
    for line in _BREAK.split(robots_txt.removeprefix("\ufeff")):
        text = line[:_LONGEST_LINE].partition("#")[0].strip()
        name, colon, value = text.partition(":")
        if not colon:
            words = text.split()
            if len(words) != 2:
                continue
            name, value = words
        known = _NAMES.get(name.strip().lower())
        if known:
            yield known, _escaped(value.strip()) if known in ("allow", "disallow") else value.strip()


def _token(value: str) -> str:
    if value == "*" or value.startswith(("* ", "*\t")):
        return "*"
    match = _TOKEN.match(value)
    return match[0].lower() if match else ""


def _path(url: str) -> str:
    """The path of an address with its query, in the form in which patterns are held."""
    try:
        parts = urlsplit(url if "://" in url else f"//{url.removeprefix('//')}")
    except ValueError:
        return "/"
    return _escaped((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def _escaped(text: str) -> str:
    text = text if text.isascii() else quote(text, safe="".join(map(chr, range(33, 127))), errors="surrogatepass")
    return _ESCAPED.sub(lambda match: match[0].upper(), text)


def _matches(path: str, pattern: str) -> bool:
    """Whether a path begins with a pattern; a star is any run of characters, a dollar at the end is the end of the path."""
    closed = pattern.endswith("$")
    first, *others = (pattern[:-1] if closed else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, 1):
        if closed and number == len(others):
            return len(path) - at >= len(part) and path.endswith(part)
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not closed or at == len(path)
