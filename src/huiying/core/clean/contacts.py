"""Accounts that only a word for getting in touch stands before: 加我1736502941, 卫星lan_88, or another account: lan_88或1736502941."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADD = "(?<![增添参附更叠追施外])(?:加|➕)(?:我|俺|一?下|好友|老师|客服|企鹅|群|我?企鹅号)?"
_SERVICE = "(?:小红书|抖音|快手|陌陌|蝙蝠|探探|闲鱼|企鹅|[Qq][Qq]?群?|扣群?|群)(?:号码?|ID|id)"
# No number that only bodies rent, and none of money, people or a year's days.
_NUMBER = (
    r"(?P<token>(?![48]00\d{7}(?!\d)|9[56]\d{3,4}(?!\d))(?:[1-9]\d{6,9}|000\d{6,7}))"
    r"(?![\d.%A-Za-z]|-\d|[ ]?(?:元|块|万|亿|年|月|日|号|点|人|个|次|份|套|℃|小时|分|米|公里|平|斤|吨|票|户))"
)
_NUMBERS = re.compile(rf"(?<![\d.-]){_NUMBER}")
_ADDED_BY = re.compile(
    rf"(?:{_ADD}|{_SERVICE}|[Q扣]我|[扣口]{{2}}|球球|私聊?我|进群|[微威薇]信?搜|(?<![A-Za-z\d])[Qq])(?:[是为:：]|[ ]){{0,3}}\Z"
)
_REACHED_BY = re.compile(r"(?:私聊|联系(?:我|方式)?)[是为:： ]{0,3}\Z")
_LONG = 9
"""How many digits a number must have that may as well be a line of a town."""
_NICKNAMED = re.compile(
    r"(?:绿泡泡?|卫星号?|(?:[薇威微][xX]|wei信|[vV]-信|[薇威微]信?)号?|[Tt][Gg]|详询|滴滴|戳我?|暗号|有意(?=\+)|"
    r"纸?飞机号?|蝙蝠号?|(?:抖音|快手|小红书)(?:搜|[:： ])|[+➕加][ ]?[vVwW][xX]?)"
    r"(?:同号)?[是为:： @+]{0,3}(?<![A-Za-z])(?P<token>(?=[a-z_-]*[\d_-])[a-zA-Z][\w-]{4,19})(?![\w@]|\.\w)",
    re.A,
)
# Written right behind the word for adding somebody: words and digits together, and no goods by their model.
_ADDED_AT_ONCE = re.compile(
    r"(?<![增添参附更叠])加(?!(?i:iphone|ipad|mate|usb|gtx|rtx|ddr|win|ios|pm|vip|type|ssd|cpu|app))"
    r"(?P<token>[a-z]{2,12}(?:\d{3,8}[a-z]{0,3}|[_-]\w{2,12}))(?![\w@]|\.\w)",
    re.A,
)
# Letters and digits behind a bare word for adding somebody: 也可加guoyuan66, or add sam_boan.
_HANDLE = r"(?P<token>(?=[A-Za-z_-]*[\d_])(?![iI]Phone|[vV][iI][pP])[A-Za-z][\w-]{5,19})(?=[，。；、！？,;!?）)\s]|\.(?!\w)|\Z)"
_ADDED = re.compile(rf"(?:{_ADD}[:： ]?|\b(?:add|DM|ping)(?: me)?(?: (?:on|at))? ){_HANDLE}", re.A)
_OTHER = re.compile(rf"[ ]?(?:或者?|、|/|和|,|，)(?:加|QQ|qq|[Qq])?[:： ]?{_NUMBER}")
_HINT = re.compile(r"\d{7}")


def find(view: str) -> Iterator[tuple[int, int]]:
    """Where such accounts stand in a narrow view."""
    yield from (match.span("token") for match in _ADDED_AT_ONCE.finditer(view))
    for match in _NUMBERS.finditer(view) if _HINT.search(view) else ():
        start, end = match.span("token")
        lead = view[max(0, start - 16) : start]
        if _ADDED_BY.search(lead) or (end - start >= _LONG and view[start] != "0" and _REACHED_BY.search(lead)):
            yield start, end
    for pattern in (_NICKNAMED, _ADDED):
        yield from (match.span("token") for match in pattern.finditer(view))


def beside(view: str, end: int) -> Iterator[tuple[int, int]]:
    """The number that somebody gives as well, right behind an account that ends at a place."""
    match = _OTHER.match(view, end)
    if match:
        yield match.span("token")
