"""What a site's robots.txt allows, after RFC 9309."""

from __future__ import annotations

import re

import robots

REFUSE_ALL = "User-agent: *\nDisallow: /\n"


def allowed(robots_txt: str, *, agent: str, url: str) -> bool:
    """Whether the rules let `agent` (a product token such as "Huiying") fetch `url`. Rules that cannot be read forbid nothing."""
    # The parser knows neither a byte order mark nor carriage returns.
    text = robots_txt.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return bool(robots.RobotsParser.from_string(text).can_fetch(agent, url))


def rules_for(status: int | None, body: str) -> str:
    """The rules that the answer for /robots.txt stands for (RFC 9309, 2.3.1).

    A file is its own rules, no file (4xx) allows everything; while the server fails or cannot be reached (`status` None) nothing is
    allowed.
    """
    if status is not None and 200 <= status < 300:
        return body
    return "" if status is not None and 400 <= status < 500 else REFUSE_ALL


def crawl_delay(robots_txt: str, *, agent: str) -> float | None:
    """The seconds between two requests that the group for `agent`, else the one for everybody, asks for; None where it asks for none."""
    asked: dict[str, float] = {}
    names: list[str] = []
    open_names = False
    for line in robots_txt.removeprefix("\ufeff").splitlines():
        key, found, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not found:
            continue
        if key == "user-agent":
            names = [*names, value.lower()] if open_names else [value.lower()]
            open_names = True
            continue
        open_names = False
        if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII):
            for name in names:
                asked.setdefault(name, float(value))
    return asked.get(agent.lower(), asked.get("*"))
