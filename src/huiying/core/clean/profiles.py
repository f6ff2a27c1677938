"""Addresses that name a person: a page of their own, or a post whose path holds their handle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_PUBLIC_BODY = re.compile(
    r"(?:发布|公安|警方|警察|派出所|交警|消防|法院|检察|政府|政务|网信|应急|卫健|教育局?|"
    r"宣传|日报|晚报|早报|新闻网?|融媒|电视台?|广播|气象|共青团|人民网|新华社|央视\w*|"
    r"在线|辟谣|观察|头条|环保|生态|税务|财政局?|民政局?|人社局?|教体局?|医保局?|自然资源|司法局?|信访局?|农业|林草|城建|交通局?|工信|资讯|快讯|周刊|12345|疾控|文旅|文明办|市监局?|城管|住建|官微|"
    r"医院|大学|中学|小学|水务|供电|公交|地铁|热线)(?:\w{0,2}|[没说啊都还你能怎什请管吗呢出别快来看].*)\Z"
)
_SAFE_COUNTY = re.compile(r"平安(?!喜乐|是福|一生|健康|顺遂|快乐|如意|幸福|就好|[小老阿大果])[\u4e00-\u9fff]{2,3}\Z")
"""What the police of a county call themselves."""
_PUBLIC_BODY_EN = re.compile(
    r"(?i:police|council|gov|govt|nhs|news|fire|hospital|school|university|college|water|"
    r"energy|power|trains?|rail|bus|metro|transport|official|county|city|town|borough|"
    r"library|media|times|herald|gazette|post|"
    r"daily|weekly|radio|tv|bbc|weather|alerts?|health|helpline|hq|party|union|museum)\d{0,3}\Z|\A(?i:gov|nhs|bbc|cnn|met)(?=[A-Z_]|\Z)"
)

_END = r"\s/?#\u3000-\u9fff\uff00-\uffef\"<>&"
_WHO = (
    r"(?P<who>(?!(?:guide|guides|help|login|signin|signup|register|settings|index|manual|"
    rf"docs?|list|all|search|new|i|share|status|statuses|posts?|terms|about)(?:[{_END}.]"
    rf"|\Z))[^{_END}]{{1,120}})"
)
_PLACE = re.compile(
    # on any site, then on those whose addresses begin with the person
    rf"(?:(?:[a-z0-9-]{{1,63}}\.){{1,4}}[a-z]{{2,24}}(?::\d{{1,5}})?/(?:[a-z]{{2}}/|web/)"
    r"?(?:@|(?:u|user|users|profile|profiles|author|authors|member|members|~)(?:/profile)"
    rf"?/@?|~){_WHO}"
    r"|(?:(?:www\.|m\.|mobile\.)?(?:twitter|x|instagram|facebook|threads|vk)\.(?:com|net)"
    r"|(?:www\.|m\.)?weibo\.(?:com|cn)|t\.me|wa\.me|space\.bilibili\.com)/(?:s/|n/|u/)"
    rf"?@?{_WHO.replace('<who>', '<begins>')}"
    rf"|(?:(?:www\.)?zhihu\.com/people|(?:[a-z]{{2,3}}\.)?linkedin\.com/in|(?:www\.)?github\.com)/{_WHO.replace('<who>', '<page>')})",
    re.I,
)
_HOST = re.compile(r"(?<![A-Za-z0-9.@-])(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?::\d{1,5})?/")
_SURE = re.compile(r"(?=[^/]*\d)[A-Za-z0-9_-]{8,}\Z|\d{6,}\Z")
# What the publisher itself opens by the number of the post alone.
_WITHOUT = (
    (re.compile(r"(?:www\.|mobile\.)?(?:twitter|x)\.com/[^/]+/status(?:es)?/(\d+)"), "x.com/i/status/{}"),
    (re.compile(r"(?:www\.)?weibo\.com/\d+/([A-Za-z0-9]{6,})"), "m.weibo.cn/status/{}"),
    (re.compile(r"(?:www\.|old\.)?reddit\.com/u(?:ser)?/[^/]+/comments/([a-z0-9]+)"), "www.reddit.com/comments/{}"),
    (re.compile(r"(?:www\.)?tiktok\.com/@[^/]+/video/(\d+)"), "www.tiktok.com/@/video/{}"),
)


def of_body(handle: str) -> bool:
    """Whether a handle is a public body's or a paper's."""
    return _PUBLIC_BODY.search(handle) is not None or _SAFE_COUNTY.match(handle) is not None or _PUBLIC_BODY_EN.search(handle) is not None


def people(view: str) -> Iterator[tuple[int, int]]:
    """Where addresses in a text name a private person."""
    for host in _HOST.finditer(view):
        match = _PLACE.match(view, host.start())
        if match and match.lastgroup and not of_body(match[match.lastgroup]):
            yield match.span(match.lastgroup)


def without_person(url: str) -> str:
    """An address that opens the same thing and names no private person: the address itself, the publisher's other one, or its host.

    >>> without_person("https://x.com/rosie/status/1790000000000000000")
    'https://x.com/i/status/1790000000000000000'
    >>> without_person("https://social.example/@rosie/1120")
    'https://social.example/'
    """
    place = next(people(url), None)
    if place is None:
        return url
    bare = url.partition("://")[2]
    for pattern, form in _WITHOUT:
        if match := pattern.match(bare):
            return f"https://{form.format(match[1])}"
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def nameless(identity: str) -> tuple[str, bool]:
    """An address or id without the person in it, and whether what is left still tells one post from another.

    The first is the address itself where it names nobody. What is made of it cannot be tried handle by handle, for no handle is in it.
    """
    places = list(people(identity))
    for start, end in reversed(places):
        identity = identity[:start] + identity[end:]
    if not places:
        return identity, True
    rest = re.split(r"[/?#&=]", identity[places[0][0] :])
    return identity, any(_SURE.match(piece) for piece in rest)
