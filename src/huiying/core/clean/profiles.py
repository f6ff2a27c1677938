"""Addresses that lead to a person's own page, or whose path names one."""

from __future__ import annotations

import re

_END = r"\s/?#\u3000-\u9fff\uff00-\uffef\"<>"
PROFILE = re.compile(
    r"(?<![A-Za-z0-9.-])(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?::\d{1,5})?/"
    rf"(?:@|(?:u|n|user|users|profile|profiles|people|space|member|members|author|authors|in)/@?)(?P<who>[^{_END}]{{1,120}})",
    re.I,
)
"""A profile's address in running text; `who` is the person."""
