"""What a page's article says: title, text and date. Who wrote it is not read, and comments are not.

The text is taken from the element in which a well-known publishing system puts it, else from where trafilatura finds it.
"""

from __future__ import annotations

import re
from configparser import ConfigParser
from functools import lru_cache
from typing import Any

import msgspec

from huiying.core.collect.adapter import About, Body
from huiying.core.collect.document import Document, document, squeezed, weight, words
from huiying.core.collect.page_date import dates_seen, dates_told
from huiying.core.collect.page_title import page_title
from huiying.core.types import Refusal

LONGEST = 100_000  # characters of text
_ENOUGH = 24  # weight of a text that counts as one

# Where publishing systems that many public bodies and forums use put the text of an article, and nothing else.
_PLACES = (
    ("js_content", "//*[@id='js_content']"),
    ("UCAP-CONTENT", "//*[@id='UCAP-CONTENT']"),
    ("zoom", "//*[@id='zoom' or @id='zoomcon']"),
    ("Zoom", "//*[@id='Zoom' or @id='ZoomCon']"),
    ("TRS_Editor", "//*[contains(concat(' ', normalize-space(@class), ' '), ' TRS_Editor ')]"),
    ("trs_editor_view", "//*[contains(concat(' ', normalize-space(@class), ' '), ' trs_editor_view ')]"),
    ("TRS_UEDITOR", "//*[contains(concat(' ', normalize-space(@class), ' '), ' TRS_UEDITOR ')]"),
    ("vsb_content", "//*[@id='vsb_content' or @id='vsb_content_2' or @id='vsb_content_4' or @id='vsb_content_500']"),
    ("v_news_content", "//*[contains(concat(' ', normalize-space(@class), ' '), ' v_news_content ')]"),
    ("rm_txt_con", "//*[contains(concat(' ', normalize-space(@class), ' '), ' rm_txt_con ')]"),
    ("postmessage_", "(//*[starts-with(@id, 'postmessage_')])[1]"),
)
_APART = frozenset(
    "p div section article li tr h1 h2 h3 h4 h5 h6 br hr blockquote pre ul ol table tbody dd dt figure main header footer".split()  # noqa: SIM905
)
_SILENT = frozenset(
    "script style noscript template iframe object select button form svg nav aside textarea video audio".split()  # noqa: SIM905
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

_BYLINE = re.compile(
    r"[（(\[【]?\s*(?:(?:责任|执行|本期|值班|美术|网络|实习|见习|特约)?(?:编辑|编审|记者|主编)|责编|责任人|作者|撰文|撰稿|文[/／|丨]|图[/／|丨]|文字|摄影|摄像|供图|图片|"
    r"供稿|通讯员|审核|审校|校对|初审|复审|终审|一审|二审|三审|监制|监审|录入|出品|统筹|编导|排版|来源|来稿|信息来源|文章来源|稿源|发布人|发布机构|信息员|签发|"
    r"by|author|written by|reporting by|editing by|photo(?:graph)? by|source)\s*(?:[:：/／|丨]|\s(?=\S)).{0,60}\Z",
    re.I,
)
_CHROME = re.compile(
    r"(?:【?(?:打印|关闭|关闭窗口|打印本页|我要打印|收藏|纠错|字体|字号|大|中|小|返回顶部|分享到|分享|扫一扫.{0,20}|微信|微博|浏览次数|点击数|阅读|点赞|在看|转发)】?"
    r"[\s:：|｜/、【】]*\d*[\s次]*){1,10}\Z"
    r"|(?:上一[篇条页]|下一[篇条页])\s*[:：].*\Z|share this.{0,30}\Z|(?:print|email this|advertisement|read more)\Z",
    re.I,
)
_AFTER = re.compile(
    r"(?:相关(?:链接|新闻|阅读|文章|信息|文件|报道|稿件)|延伸阅读|推荐阅读|热门(?:新闻|推荐|文章)|猜你喜欢|更多新闻|网友评论|精彩评论|全部评论|发表评论|"
    r"related (?:stories|articles|links|news)|read (?:also|next)|most read|more stories|leave a (?:reply|comment))\s*[:：]?\Z",
    re.I,
)


class Article(msgspec.Struct, frozen=True):
    """An article as its page has it, not yet masked.

    `seen` are the dates that stand beside its title and `told` those that the page tells to programs, as written, best first.
    """

    title: str
    text: str
    seen: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def read_article(body: Body, about: About) -> Article:
    """The article on a page. Raises Refusal where there is none."""
    page = document(body, about.charset)
    title = page_title(page)
    text = _without_title(_text(page), title)
    if weight(text) < _ENOUGH and not title:
        raise Refusal("No article was found on this page.")
    return Article(title, text[:LONGEST], dates_seen(page, title), dates_told(page, body.url))


def _text(page: Document) -> str:
    for sign, place in _PLACES:
        if sign not in page.markup:
            continue
        places = page.tree.xpath(place)
        found = [element for element in places if not _inside(element, places)]
        text = tidy("\n".join(map(block_text, found)))
        if weight(text) >= _ENOUGH:
            return text
    return tidy(_extracted(page))


def _inside(element: Any, others: list[Any]) -> bool:
    return any(parent in others for parent in element.iterancestors())


@lru_cache(2)
def _settings(least: int) -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config = ConfigParser()
    config.read_dict({section: dict(DEFAULT_CONFIG[section]) for section in ("DEFAULT",)})
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(least)
    return config


def _extracted(page: Document) -> str:
    if page.large:
        return ""
    from trafilatura.core import bare_extraction

    sample = words(page.tree)[:20_000]
    chinese = weight(sample) - len(sample) > len(sample) / 4
    try:
        found = bare_extraction(page.tree, fast=True, include_comments=False, with_metadata=False, config=_settings(80 if chinese else 250))
    except Exception:  # it is fed what anybody may write; a page that breaks it is a page without an article
        return ""
    return str(getattr(found, "text", "") or "")


def block_text(element: Any) -> str:
    """The text of an element, the ends of its blocks as line breaks; without scripts, forms and what is hidden from readers."""
    parts: list[str] = []
    waiting: list[tuple[Any, bool]] = [(element, False)]
    while waiting:
        node, done = waiting.pop()
        if done:
            if node.tag in _APART:
                parts.append("\n")
            if node is not element:
                parts.append(node.tail or "")
            continue
        if not isinstance(node.tag, str) or node.tag in _SILENT or (node is not element and _HIDDEN.search(node.get("style") or "")):
            parts.append((node.tail or "") if node is not element else "")
            continue
        if node.tag in _APART:
            parts.append("\n")
        parts.append(squeezed_edges(node.text or ""))
        waiting.append((node, True))
        waiting.extend((child, False) for child in reversed(node))
    return "".join(parts)


def squeezed_edges(text: str) -> str:
    """Line breaks in the source of a page are only blanks."""
    return text.replace("\r", " ").replace("\n", " ")


def tidy(text: str) -> str:
    """Lines without bylines, buttons and what follows the article: the names of who wrote, edited or took a picture are not read."""
    lines: list[str] = []
    for raw in text.splitlines():
        line = squeezed(raw)
        if not line:
            continue
        if len(line) <= 40 and _AFTER.match(line.strip("【】[]> ")) and lines:
            break
        if (len(line) <= 80 and _BYLINE.match(line)) or (len(line) <= 60 and _CHROME.match(line)):
            continue
        lines.append(line)
    return "\n".join(lines)


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest and squeezed(first) == title else text
