"""What a site's robots.txt allows, after RFC 9309."""

from __future__ import annotations

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
