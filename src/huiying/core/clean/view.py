"""The view that patterns run over: the same text, sign for sign, with every writing of a digit, letter or character in its plain form."""

from __future__ import annotations

import re
import sys
import unicodedata

from huiying.core.clean.text import simplified

# Full-width letters, digits and the signs inside numbers; signs between Chinese words stay, for sentences are cut at them.
_PLAIN = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF20, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF3F)
}
_PLAIN |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0x2043), 0x2D)
# Spaces of every width, none included, and what makes a digit a key cap.
_PLAIN |= dict.fromkeys((0x3000, 0xA0, 0xAD, 0x180E, 0x2060, 0xFE0F, 0xFEFF, 0x20E3, *range(0x2000, 0x2010), 0x202F, 0x205F), 0x20)
_PLAIN |= dict.fromkeys((0x2022, 0x30FB, 0xFF65, 0x2027, 0x22C5), 0xB7)
# Half a character is none; what looks for words takes no text that has one.
_PLAIN |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
# A digit of any script is a digit.
_PLAIN |= {
    code: 0x30 + unicodedata.decimal(chr(code))
    for code in range(0x80, sys.maxunicode + 1)
    if unicodedata.decimal(chr(code), None) is not None
}
# One circled digit begins an entry of a list, seven in a row are a number.
_CIRCLED = re.compile("[\u2460-\u2468\u24ea\u2776-\u277e\u24ff\u24f5-\u24fd\u2780-\u2788]{7,}")
_UNCIRCLED = {
    ord(sign): 0x30 + number
    for first in "\u2460\u2776\u24f5\u2780"
    for number, sign in enumerate(map(chr, range(ord(first), ord(first) + 9)), 1)
}
_UNCIRCLED |= {0x24EA: 0x30, 0x24FF: 0x30}
# Whoever types fast among Chinese words leaves the signs of sentences narrow.
_NARROW_SIGN = re.compile("(?<=[\u4e00-\u9fff])[,;!?]|[,;!?](?=[\u4e00-\u9fff])")
_WIDE = {",": "，", ";": "；", "!": "！", "?": "？"}
# The heading of a field in a ticket is a label like any other: 【来电人】张某 is 来电人：张某.
_FIELD = re.compile("【([\u4e00-\u9fff]{2,8})】")
_ODD = frozenset(map(chr, (*_PLAIN, *_UNCIRCLED)))  # a set's test is ten times as fast as a pattern's
_STOP = re.compile("[。！？!?\n\x00;；]")


def narrow(text: str) -> str:
    """The same text, character for character, with full-width letters, digits and signs narrow, signs of sentences wide in Chinese,
    headings of fields as labels, and traditional characters simplified.

    >>> narrow("電話１５４－①")
    '电话154-①'
    """
    if text.isascii():
        return text
    if not _ODD.isdisjoint(text):
        text = _CIRCLED.sub(lambda run: run[0].translate(_UNCIRCLED), text.translate(_PLAIN))
    if not _WIDE.keys().isdisjoint(text):
        text = _NARROW_SIGN.sub(lambda sign: _WIDE[sign[0]], text)
    if "【" in text:
        text = _FIELD.sub("。\\1：", text)
    return simplified(text)


def before(view: str, position: int, most: int = 60) -> str:
    """What stands before a place in its own sentence."""
    *earlier, own = _STOP.split(view[max(0, position - most) : position])
    return own if len(own) >= 8 or not earlier else earlier[-1] + own  # 电话？我查到的是…


def after(view: str, position: int, most: int = 40) -> str:
    """What stands after a place in its own sentence."""
    return _STOP.split(view[position : position + most], maxsplit=1)[0]


def ends(pattern: re.Pattern[str], view: str, position: int, most: int = 20) -> bool:
    """Whether a pattern, which is anchored at its end, ends where a place begins."""
    return pattern.search(view[max(0, position - most) : position]) is not None
