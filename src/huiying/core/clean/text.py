"""Text forms: the folded one that is indexed, the plain one that people read, and the language it is in."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3

if TYPE_CHECKING:
    from opencc import OpenCC
    from py3langid.langid import LanguageIdentifier

MARKUP_LIMIT = 1_000_000  # characters of markup that are read of one text
JUDGED = 600  # characters by which a language is told: more says nothing new and takes memory by the megabyte

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(r"<[A-Za-z/!?][^<>]*>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_HALF = re.compile("[\ud800-\udfff]")  # half a character: no text, and no database or browser takes it
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote|section|article|pre|ul|ol|table|dd|dt)>|<br\s*/?>|<hr\s*/?>", re.I)
_CELL_END = re.compile(r"</t[dh]>", re.I)
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_TAG = re.compile(r"<[^<>]*>?")
_MOST_TAGS = 10_000
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", _HAN),
)
_HINT = re.compile(r"[a-z]{2,3}")
# What NFKC changes in nearly every Chinese text. Taken first it leaves most texts in a form that NFKC sees at a glance to be its own.
_WIDE = [(mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；！？（）…％～\u3000"]


@lru_cache(1)
def _converter() -> tuple[OpenCC, re.Pattern[str], frozenset[str]]:
    """The converter and the characters it changes: a text without one of them need not go through it. The expression finds all of them,
    and those beyond the first plane that it does not change either: by itself each of these would make the search slow."""
    from opencc import OpenCC

    converter = OpenCC("t2s")
    changed = frozenset("".join(_changed_by(converter)))
    near = "".join(sorted(letter for letter in changed if letter <= "\uffff"))
    return converter, re.compile(f"[{near}\U00020000-\U0002fa1f]"), changed


def _changed_by(converter: OpenCC) -> Iterator[str]:
    """A few Han characters at a time: of all at once memory by the megabyte would stay taken."""
    for first, end in ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2FA20)):
        for start in range(first, end, 256):
            before = "\n".join(map(chr, range(start, min(start + 256, end))))
            yield "".join(a for a, b in zip(before.split("\n"), converter.convert(before).split("\n"), strict=True) if a != b)


def fold(s: str) -> str:
    """The form for indexing and comparing: NFKC, simplified characters, case folded, runs of whitespace one space.

    >>> fold("ＡＢＣ 臺灣  停水")
    'abc 台湾 停水'
    """
    if s.isascii():
        return " ".join(s.lower().split())
    for mark, plain_mark in _WIDE:
        s = s.replace(mark, plain_mark)
    s = unicodedata.normalize("NFKC", s)
    converter, perhaps_changed, changed = _converter()
    folded = converter.convert(s) if perhaps_changed.search(s) and not changed.isdisjoint(s) else s
    folded = folded.casefold()
    if folded != s:
        folded = unicodedata.normalize("NFKC", folded)
    return " ".join(folded.split())


def simplified(s: str) -> str:
    """The same text, character for character, with simplified characters for traditional ones.

    >>> simplified("臺胞簡女士來函")
    '台胞简女士来函'
    """
    _, perhaps_changed, changed = _converter()
    if not perhaps_changed.search(s):
        return s
    return s.translate({ord(letter): _simplified_letter(letter) for letter in changed.intersection(s)})


@lru_cache(1 << 12)
def _simplified_letter(letter: str) -> str:
    found = _converter()[0].convert(letter)
    return found if len(found) == 1 else letter


def has_han(s: str) -> bool:
    """Whether any character is Han."""
    return not s.isascii() and _HAN.search(s) is not None


@lru_cache(1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_modelpath(MODEL_DIR / MODEL_FILE)


def language(text: str, hint: str = "") -> str:
    """The language's code of two or three letters, "" where there is no letter to judge by.

    A hint ("en-US") is trusted unless the script rules it out, as in the many Chinese feeds that leave their software's "en" in place.
    """
    hint_match = _HINT.match(hint.lower())
    hinted = hint_match[0] if hint_match else ""
    if text.isascii():
        if hinted and hinted not in ("zh", "ja", "ko"):
            return hinted
    else:
        counts = {code: len(pattern.findall(text, 0, 4000)) for code, pattern in _SCRIPTS}
        letters = len(_LETTER.findall(text, 0, 4000))
        asian = sum(counts.values())
        if hinted and (asian == 0 or asian * 2 < letters or hinted in ("zh", "ja", "ko", "yue", "wuu")) and (asian or hinted != "zh"):
            return hinted
        if asian * 4 >= letters and asian:
            # Japanese writes more Han than kana in headlines, Chinese almost no kana at all.
            if counts["ja"] * 8 >= asian:
                return "ja"
            return "ko" if counts["ko"] * 3 >= asian else "zh"
    if len(_LETTER.findall(text, 0, 40)) < 3:
        return hinted
    return str(_identifier().classify(text[:JUDGED])[0])


def plain(markup: str) -> str:
    """Markup as plain text: tags gone with scripts and styles, entities resolved, the ends of blocks as line breaks.

    Text without markup comes back with only its whitespace tidied. At most `MARKUP_LIMIT` characters are read.
    """
    text = markup[:MARKUP_LIMIT]
    if _HALF.search(text):
        text = _HALF.sub("\ufffd", text)
    if ("<" in text or "&" in text) and _MARKUP.search(text):
        text = _CELL_END.sub(" \\g<0>", _BLOCK_END.sub("\n\\g<0>", text))
        # A parser takes quadratic time over tags that are never closed; nobody writes that many.
        text = _TAG.sub("", _HIDDEN.sub("", text)) if text.count("<") > _MOST_TAGS else nh3.clean(text, tags=set(), attributes={})
        text = html.unescape(text)
    if "\n" in text or "\r" in text:
        return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
    return " ".join(text.split())
