"""feedparser's own cases: a feed each, with what must come of it, as far as the product carries it at all."""

from __future__ import annotations

import ast
import codecs
import io
import re
import tarfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import msgspec

from huiying.core.clean.dates import parse_date
from huiying.core.clean.text import plain
from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, Refusal

BASE = "http://127.0.0.1:8097/tests/"
LATER = datetime(2100, 1, 1, tzinfo=UTC)
_EXPECT = re.compile(r"Expect:\s*(.+)")
_HEADER = re.compile(rb"^Header:\s+([^:]+):(.+?)\s*$", re.M)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.I)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TITLES = {("title",), ("title_detail", "value")}
_BODIES = {
    *((name,) for name in ("summary", "description")),
    ("summary_detail", "value"),
    ("content", "value"),
}
_DATES = {(name + tail,) for name in ("published", "updated", "created", "modified", "date") for tail in ("", "_parsed")}
_LANGUAGES = {(name, "language") for name in ("title_detail", "summary_detail", "content")}
# what the product drops on purpose, by the names that a path may hold
_APART = (
    ("who wrote or published it", ("author", "contributor", "publisher", "webmaster", "generator", "managing", "itunes_owner", "email")),
    ("the feed's own texts and language", ("tagline", "subtitle", "info", "description", "language", "copyright", "rights", "license")),
    ("where it was (geography)", ("where", "geo")),
    ("podcasts, pictures, media and attachments", ("itunes", "media", "image", "enclosure", "psc", "logo", "icon", "cover")),
    ("tags and categories", ("tag", "categor")),
    ("the source it was taken over from", ("source",)),
    ("further links and base addresses", ("links", "base", "href", "comment", "wfw", "docs")),
)


class Case(msgspec.Struct, frozen=True):
    """A file, the headers it was sent with and its expectation."""

    name: str
    body: bytes
    headers: dict[str, str]
    expected: str


def text_of(body: bytes) -> str:
    """A test file as text, however wide it is written."""
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, "replace")
    zeros = body[:4].count(0)
    if zeros in (2, 3):
        wide = "utf-32" if zeros == 3 else "utf-16"
        return body.decode(f"{wide}-{'be' if body[0] == 0 else 'le'}", "replace")
    return body.decode("utf-8", "replace")


def files(archive: Path) -> list[tuple[str, bytes]]:
    """The files of an archive with their names, in the order of the names."""
    found = []
    with tarfile.open(archive) as tar:
        for member in tar:  # as it lies there: going back in it costs seconds
            file = tar.extractfile(member) if member.isfile() else None
            if file is not None:
                found.append((member.name, file.read()))
    return sorted(found)


def cases(archive: Path) -> list[Case]:
    """Every file that says what it expects."""
    found = []
    for name, body in files(archive):
        match = _EXPECT.search(text_of(body))
        if match:
            headers = {key.decode().strip().lower(): value.decode("latin-1").strip() for key, value in _HEADER.findall(body)}
            found.append(Case(name.partition("/")[2], body, headers, match[1].removesuffix("-->").strip()))
    return found


class Wanted(msgspec.Struct, frozen=True):
    """One part of an expectation: what (title, link, id, date, text, language, charset, entries, feed title), where and which."""

    what: str
    entry: int
    field: tuple[str, ...]
    value: Any


def wanted(expected: str) -> tuple[list[Wanted], str]:
    """The parts of an expectation that the product carries; and where there are none, what it is about."""
    tree = ast.parse(expected, mode="eval").body
    parts: list[Wanted] = []
    apart = ""
    for node in tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]:
        if isinstance(node, ast.Compare) and all(isinstance(op, ast.Eq) for op in node.ops):
            value = _literal(node.comparators[-1])
            for left in [node.left, *node.comparators[:-1]]:
                path = _path(left)
                what = _carried(path)
                if what:
                    entry = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
                    parts.append(Wanted(what, entry, tuple(step for step in path[1:] if isinstance(step, str)), value))
                else:
                    apart = apart or _about(path)
        elif ast.unparse(node) not in ("bozo", "not bozo"):
            apart = apart or _about([ast.unparse(node)])
    return parts, apart or "only whether the XML is well-formed"


def _literal(node: ast.expr) -> Any:
    """A value as written, or a sum of strings."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _literal(node.left) + _literal(node.right)
    try:
        return ast.literal_eval(node)
    except ValueError:
        return ast.unparse(node)


def _path(node: ast.expr) -> list[str | int]:
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [*_path(node.value), node.attr]
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return [*_path(node.value), node.slice.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
        return ["len", *_path(node.args[0])]
    return [ast.unparse(node)]


def _carried(path: list[str | int]) -> str:
    names = tuple(step for step in path[1:] if isinstance(step, str))
    if path[0] == "encoding":
        return "charset"
    if path == ["len", "entries"]:
        return "entries"
    if path[0] == "feed":
        return "feed title" if names in _TITLES else ""
    if path[0] != "entries":
        return ""
    known = (
        ("title", _TITLES),
        ("text", _BODIES),
        ("date", _DATES),
        ("language", _LANGUAGES),
        ("link", {("link",)}),
        ("id", {("id",), ("guid",)}),
    )
    return next((what for what, paths in known if names in paths), "")


def _about(path: list[str | int]) -> str:
    text = ".".join(str(step) for step in path).lower()
    return next((label for label, words in _APART if any(word in text for word in words)), "other fields")


def ours(case: Case) -> Reading | Refusal:
    """What the product reads in a case."""
    kind = case.headers.get("content-type", "")
    charset = _CHARSET.search(kind)
    try:
        return parse_feed(
            case.body, source="s", kind=Kind.NEWS, url=BASE + case.name, content_type=kind, charset=charset[1] if charset else ""
        )
    except Refusal as refused:
        return refused


def theirs(case: Case) -> Any:
    """What feedparser alone reads in it."""
    headers = {"content-type": "application/xml", "content-location": BASE + case.name, **case.headers}
    return feedparser.parse(io.BytesIO(case.body), response_headers=headers)


def held_by_us(feed: Reading, case: Case, part: Wanted) -> bool:
    """Whether what we read is what is wanted."""
    if part.what == "charset":
        return _same_text(case.body, feed.charset, part.value)
    if part.what == "entries":
        return len(feed.items) == part.value
    if part.what == "feed title":
        return _same(feed.title, part.value)
    if part.entry >= len(feed.items):
        return False
    item = feed.items[part.entry]
    if part.what == "date":
        return _date(item.published_raw, part.value)
    if part.what == "language":
        return item.lang == (part.value or "")
    # ids that a feed uses twice are told apart
    got = {"title": item.title, "text": item.text, "link": item.url, "id": own_id(item.native_id)}[part.what]
    return got == part.value if part.what in ("link", "id") else _same(got, part.value)


def held_by_them(parsed: Any, case: Case, part: Wanted) -> bool:
    """Whether what feedparser read is what is wanted, by the same rule."""
    if part.what == "charset":
        return _same_text(case.body, parsed.get("encoding") or "", part.value)
    if part.what == "entries":
        return len(parsed.entries) == part.value
    if part.what != "feed title" and part.entry >= len(parsed.entries):
        return False
    got: Any = parsed.feed if part.what == "feed title" else parsed.entries[part.entry]
    for step in part.field:
        got = got[0] if isinstance(got, list) and got else got
        got = got.get(step) if hasattr(got, "get") else None
    if part.what == "date" and isinstance(part.value, tuple):
        return got is not None and tuple(got)[:6] == part.value[:6]
    return got == part.value if part.what in ("link", "id", "language", "date") else _same(str(got or ""), part.value)


def own_id(native: str) -> str:
    """An id as the feed wrote it, without what tells two of one id apart."""
    return re.sub(r"#[0-9a-f]{16}\Z", "", native)


def _shorter(part: Wanted, parsed: Any) -> bool:
    """Whether a summary is wanted of an entry that also has its text: an item has one text, and that is the text."""
    has_both = part.what == "text" and part.entry < len(parsed.entries) and bool(parsed.entries[part.entry].get("content"))
    return has_both and part.field[0] != "content" and plain(str(parsed.entries[part.entry].content[0].value)) != plain(str(part.value))


def _same(got: str, value: Any) -> bool:
    """Whether people read the same: markup is compared without its tags."""
    return isinstance(value, str) and plain(got) in (plain(value), " ".join(value.split()))


def _same_text(body: bytes, got: str, value: str) -> bool:
    try:
        return body.decode(got or "ascii", "replace").lstrip("\ufeff") == body.decode(value, "replace").lstrip("\ufeff")
    except LookupError:
        return False


def _date(raw: str, value: Any) -> bool:
    if not isinstance(value, tuple):
        return raw == value
    found = parse_date(raw, zone=UTC, now=LATER)
    return found is not None and tuple((found + timedelta(0)).timetuple())[:6] == value[:6]


def table(archive: Path) -> tuple[list[str], list[str]]:
    """Rows of the share that agrees, a line for each thing wanted; and every case in which we do not agree."""
    right, alone, total, apart = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    wrong = []
    for case in cases(archive):
        parts, about = wanted(case.expected)
        if not parts:
            apart[about] += 1
            continue
        feed, parsed = ours(case), theirs(case)
        parts = [part for part in parts if not _shorter(part, parsed)]
        if not parts:
            apart["the shorter of two texts"] += 1
            continue
        all_ours = all_theirs = True
        for part in parts:
            here = isinstance(feed, Reading) and held_by_us(feed, case, part)
            there = held_by_them(parsed, case, part)
            total[part.what] += 1
            right[part.what] += here
            alone[part.what] += there
            all_ours, all_theirs = all_ours and here, all_theirs and there
            if not here:
                wrong.append(f"{case.name}: {case.expected[:200]} | {feed if isinstance(feed, Refusal) else ''}")
        total["cases"] += 1
        right["cases"] += all_ours
        alone["cases"] += all_theirs
    rows = [
        f"| feedparser: {what} | {total[what]:,} | {right[what] / total[what]:.4f} | {alone[what] / total[what]:.4f} |"
        for what in ("cases", "feed title", "title", "link", "id", "date", "text", "language", "charset", "entries")
        if total[what]
    ]
    rows += [f"| feedparser, counted apart: {about} | {count:,} | – | – |" for about, count in sorted(apart.items())]
    return rows, wrong
