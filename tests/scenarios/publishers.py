"""Publishers of every kind that the desk fetches from, on loopback: what each announces, in words that nothing masks."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from itertools import count
from typing import NamedTuple, Protocol

from tests.scenarios.instance import Feeds, Instance
from tests.worker.dovecot import PASSWORD, Mail

PLACES = ["望澜镇", "城关镇", "河口乡", "石桥村", "东岭乡", "青川镇", "柳林村", "白沙乡", "南坪镇", "古渡村"]
THINGS = [
    "自来水",
    "路灯",
    "公交车",
    "垃圾站",
    "供暖",
    "下水道",
    "校车",
    "菜市场",
    "公园",
    "道路",
    "管道",
    "停车场",
    "电梯",
    "广场",
    "图书馆",
]
TROUBLES = [
    "发黄",
    "停用",
    "延误",
    "满溢",
    "中断",
    "堵塞",
    "拥挤",
    "损坏",
    "积水",
    "噪声大",
    "缺人管",
    "要维修",
    "太黑",
    "不开门",
    "没人修",
]
SINCE = ["今天早上", "昨天夜里", "上个星期", "这个月初", "下雨以后", "开学以来", "施工以后", "放假期间", "赶集那天", "刮风之后"]
ASKED = [
    "希望有人来看看",
    "请说明原因",
    "请尽快处理",
    "盼望给个答复",
    "想知道何时恢复",
    "请通知大家",
    "请安排检修",
    "望早日解决",
    "请公布进展",
    "请给个说法",
]
SLOW = 0.8  # seconds in which a slow body comes
TURN = 0.12  # seconds of the page of an article


class Told(NamedTuple):
    """An item as it was announced, and as it must be stored: once, with all of its words."""

    source: str
    title: str
    text: str


class Words:
    """Sentences that are never said twice."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def next(self, source: str, *, lines: int = 2) -> Told:
        """A title and a text of so many sentences; both say a number that nobody else says."""
        number = next(self._numbers)
        parts, rest = [], number * 7919
        for words in (PLACES, THINGS, TROUBLES, SINCE, ASKED):
            rest, place = divmod(rest, len(words))
            parts.append(words[place])
        where, what, trouble, since, asked = parts
        # numerals: the stems of the calendar are family names too, and would be masked
        name = "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))
        sentences = [f"{where}的{what}{since}就{trouble}，{asked}，这是{name}篇。"]
        sentences += [f"{name}篇的另一段也讲{where}的{what}，{asked}，{since}以来大家都在谈论这件事情。"] * (lines > 1)
        return Told(source, f"{where}{what}{trouble}：{name}篇", "\n".join(sentences))


class Publisher(Protocol):
    """Somebody who publishes."""

    name: str

    def register(self) -> list[str]:
        """The words of `huiying source add`."""

    def announce(self, words: Words) -> list[Told]:
        """Publish something new."""


class Paper:
    """A feed; where it is slow most kills find its body half read."""

    def __init__(self, number: int, *, burst: int = 12, slow: bool = False) -> None:
        self.name, self.path, self.burst = f"报纸{number}", f"/feed{number}", burst
        self.site = Feeds(f"127.0.0.{10 + number}")
        self.site.slow |= {self.path: SLOW} if slow else {}

    def register(self) -> list[str]:
        return [self.site.base + self.path, "--no-test", "--as", "feed"]

    def announce(self, words: Words) -> list[Told]:
        told = [words.next(self.name) for _ in range(self.burst)]
        for one in told:
            self.site.add(self.path, one.title, one.title, one.text.replace("\n", "<br>"))
        return told


class Site:
    """Articles, each on a page of its own that takes its time; a list of them that says only where they are."""

    def __init__(self, name: str, host: str) -> None:
        self.name, self.burst = name, 3
        self.site = Feeds(host)
        self.pages: list[tuple[str, Told]] = []

    def publish(self, words: Words) -> list[Told]:
        made = [words.next(self.name) for _ in range(self.burst)]
        for one in made:
            path = f"/news/{len(self.pages)}.html"
            body = "".join(f"<p>{escape(line)}</p>" for line in one.text.split("\n"))
            page = f"<title>{one.title}</title><body><h1>{one.title}</h1><div id='zoom' class='article'>{body}</div></body>"
            self.site.raw[path] = (f"<!doctype html><html><meta charset='utf-8'>{page}</html>".encode(), "text/html")
            self.site.slow[path] = TURN
            self.pages.append((path, one))
        return made


class Sitemap(Site):
    """A sitemap that names addresses, with the day of each or without, and no titles: everything is on the pages."""

    def __init__(self, name: str, host: str, *, dated: bool) -> None:
        super().__init__(name, host)
        self.dated = dated
        self.site.answers["/sitemap.xml"] = self.answer

    def register(self) -> list[str]:
        return [self.site.base + "/sitemap.xml", "--no-test", "--as", "sitemap"]

    def announce(self, words: Words) -> list[Told]:
        return self.publish(words)

    def answer(self, _asked: dict[str, str]) -> tuple[bytes, str]:
        day = f"<lastmod>{datetime.now(UTC):%Y-%m-%d}</lastmod>" if self.dated else ""
        urls = "".join(f"<url><loc>{self.site.base}{path}</loc>{day}</url>" for path, _ in list(self.pages))
        head = '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return f"{head}{urls}</urlset>".encode(), "application/xml"


class Listing(Site):
    """A page that lists news."""

    def __init__(self, name: str, host: str) -> None:
        super().__init__(name, host)
        self.site.answers["/"] = self.answer

    def register(self) -> list[str]:
        return [self.site.base + "/", "--no-test", "--as", "page", "--set", "list=ul.news > li > a"]

    def announce(self, words: Words) -> list[Told]:
        return self.publish(words)

    def answer(self, _asked: dict[str, str]) -> tuple[bytes, str]:
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        rows = "".join(f"<li><a href='{path}'>{escape(one.title)}</a><span>{day}</span></li>" for path, one in list(self.pages))
        return f"<!doctype html><meta charset='utf-8'><title>通知</title><ul class='news'>{rows}</ul>".encode(), "text/html"


class City:
    """GeoReport v2 in pages: a reading has several bodies, and a kill comes between two of them."""

    def __init__(self, host: str, *, burst: int = 6, size: int = 20) -> None:
        self.name, self.burst, self.size = "城市服务", burst, size
        self.site = Feeds(host)
        self.requests: list[dict[str, str]] = []
        self.site.answers["/open311/v2/requests.json"] = self.answer
        self.site.slow["/open311/v2/requests.json"] = TURN

    def register(self) -> list[str]:
        return [self.site.base + "/open311/v2/", "--no-test", "--as", "georeport", "--set", f"page_size={self.size}"]

    def announce(self, words: Words) -> list[Told]:
        told = [words.next(self.name) for _ in range(self.burst)]
        for one in told:
            when = datetime.now(UTC).isoformat(timespec="seconds")
            row = {"service_request_id": str(len(self.requests)), "requested_datetime": when}
            self.requests.append({**row, "service_name": one.title, "description": one.text})
        return told

    def answer(self, asked: dict[str, str]) -> tuple[bytes, str]:
        begin, end = (datetime.fromisoformat(asked[name]) for name in ("start_date", "end_date"))
        late = end + timedelta(seconds=1)  # the window ends with the second in which it was asked
        found = [row for row in list(self.requests) if begin <= datetime.fromisoformat(row["requested_datetime"]) <= late]
        start = self.size * (int(asked["page"]) - 1)
        return json.dumps(found[start : start + self.size]).encode(), "application/json"


class Mailbox:
    """Letters to a mailbox on a real server."""

    def __init__(self, server: Mail, *, burst: int = 4) -> None:
        self.name, self.burst, self.server = "县长信箱", burst, server

    def register(self) -> list[str]:
        settings = {"host": f"127.0.0.1:{self.server.port}", "user": "county", "secret": "HUIYING_MAILBOX_TEST"}
        return ["--as", "mailbox", *(word for name, value in settings.items() for word in ("--set", f"{name}={value}"))]

    def announce(self, words: Words) -> list[Told]:
        told = [words.next(self.name) for _ in range(self.burst)]
        for one in told:
            letter = EmailMessage()
            letter["Subject"], letter["Date"] = one.title, format_datetime(datetime.now(UTC))
            letter["From"], letter["Message-ID"] = "someone@mail.example", f"<{abs(hash(one))}@mail.example>"
            letter.set_content(one.text + "\n")
            self.server.append(bytes(letter))
        return told


def register_all(instance: Instance, publishers: list[Publisher]) -> None:
    """All of them on the register, read as often as may be."""
    instance.env["HUIYING_MAILBOX_TEST"] = PASSWORD
    words = [["source", "add", *one.register(), "--name", one.name, "--every", "1", "--allow-private"] for one in publishers]
    instance.run_all(*words)
