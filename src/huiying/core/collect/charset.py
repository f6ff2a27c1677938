"""Which charset a body is really written in, and its text.

Sources declare wrong charsets, and strict UTF-8 is no proof: the GB2312 bytes of 停水通知 are valid UTF-8. So every candidate is decoded
and the one whose text looks most like writing wins.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from itertools import islice

import msgspec

# The characters of most running Chinese text, simplified, then the traditional forms that differ.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没"
    "动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手"
    "应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平"
    "系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却"
    "界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运停县镇村街医患居"
    "並來個們傳兒內兩別則動務區卻員問國報場學實將對導師帶幾張強後從應戰據數於時書會東條業樣機權氣決沒無爭為爾現產當發確種結給統經縣總義聲聽與萬處術"
    "裡裏見規覺觀計記設許話該認說論識變讓資軍這進運過達還邊醫鎮長門開間關隊難電領頭題類馬體麼點"
)
_LEVEL_1 = frozenset(bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)) | frozenset(
    bytes((high, low)).decode("big5", "ignore") for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
)
_LATIN_IN_WORD = re.compile("(?<![^\x00-\x7f])[\u00c0-\u024f](?![^\x00-\x7f])|(?<=[A-Za-z])[\u00c0-\u024f]{2}(?=[a-z])")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_WIDE = re.compile("[^\x00-\x7f]")
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_CODECS = frozenset(
    {"base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec", "idna", "punycode"}
)
# What software meant that wrote the numbers of Windows characters as if they were Unicode's.
_MEANT = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}
_MISMEANT = re.compile("[\x80-\x9f]")
_SURE = 1.2  # a strict UTF-8 reading with this score needs no rival
_PROVEN = 40  # so many sequences are as good a proof as any more


class Decoded(msgspec.Struct, frozen=True):
    """Text, the charset it was read as, and whether that overrode what the source declared."""

    text: str
    charset: str
    overridden: bool


def canonical_charset(name: str) -> str:
    """The codec to read a declared charset with, "" for one that is unknown: gb2312 and gbk are read as their superset gb18030."""
    name = name.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return "" if found.replace("-", "_") in _BINARY_CODECS or found.startswith(("unicode", "raw")) else _ALIASES.get(found, found)


def decode(body: bytes, *, declared: str = "", remembered: str = "") -> Decoded:
    """The text of a body. `declared` is what it says of itself, `remembered` what this source turned out to use before.

    Never fails: bytes that fit no candidate become U+FFFD.
    """
    said = canonical_charset(declared)
    for bom, charset in _BOMS:
        if body.startswith(bom):
            return Decoded(body.decode(charset, "replace").removeprefix("\ufeff"), charset, bool(said) and not said.startswith(charset))
    if said.startswith("utf-16") or (said.startswith("utf-32")):
        return _unmarked_wide(body, said)
    wide = _wide(body)
    if wide:
        return Decoded(body.decode(wide, "replace"), wide, bool(said))
    if body.isascii():
        # ISO-2022-JP and HZ hide their text in ASCII bytes.
        charset = said if said.startswith(("iso2022", "hz")) else "utf-8"
        return Decoded(body.decode(charset, "replace"), charset, False)
    prior = {canonical_charset(remembered): 0.4}
    prior[said] = max(prior.get(said, 0.0), 0.2)
    best: tuple[float, str, str] | None = None
    for charset in dict.fromkeys(("utf-8", said, canonical_charset(remembered), "gb18030", "big5hkscs", "cp1252")):
        if not charset or (charset == "cp1252" and best is not None and best[0] > 0):
            continue
        try:
            text = body.decode(charset)
            if charset == "utf-8" and _MISMEANT.search(text):
                text = text.translate(_MEANT)
            # Each further sequence makes it less likely that bytes of another charset are valid UTF-8 by chance.
            bonus = 0.3 + sum(1 for _ in islice(_WIDE.finditer(text), _PROVEN)) / 20 if charset == "utf-8" else 0.0
        except UnicodeDecodeError:
            text, bonus = body.decode(charset, "replace"), 0.0
        except (LookupError, UnicodeError):
            continue
        score = _plausibility(text)
        if charset == "utf-8" and bonus and score >= _SURE and said in ("", "utf-8"):
            return Decoded(text, charset, False)
        if charset == "cp1252" and not _ASCII_LETTER.search(body):
            score -= 1.0  # Western text has letters between its accents
        score += bonus + prior.get(charset, 0.0)
        if best is None or score > best[0]:
            best = (score, charset, text)
    assert best is not None
    return Decoded(best[2], best[1], bool(said) and best[1] != said)


def _wide(body: bytes) -> str:
    """The wide charset that a body is written in though nothing says so: its markup is ASCII, the other bytes are zero."""
    start = body[:32]
    if len(start) >= 8 and start.count(0) * 4 >= len(start):
        for charset in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
            text = start[: len(start) // 4 * 4].decode(charset, "ignore")
            if len(text) >= 2 and text.isprintable() and text.lstrip()[:1] in ("<", "{", "["):
                return charset
    return ""


def _unmarked_wide(body: bytes, said: str) -> Decoded:
    # A body that says UTF-16 in ASCII bytes is not UTF-16.
    if b"\0" not in body[:64]:
        return msgspec.structs.replace(decode(body), overridden=True)
    # Markup is ASCII, whose high bytes are zero.
    little = body[1:400:2].count(0) >= body[0:400:2].count(0)
    charset = said if said.endswith(("-le", "-be")) else said + ("-le" if little else "-be")
    return Decoded(body.decode(charset, "replace").removeprefix("\ufeff"), charset, False)


def _plausibility(text: str) -> float:
    """The mean score of the text's non-ASCII letters, from about -3 (noise) to 2 (common Chinese)."""
    counts = Counter(text)
    total = 0.0
    letters = 0
    narrow = 0
    scripts: Counter[int] = Counter()
    for char, count in counts.items():
        code = ord(char)
        if code < 0x80:
            if code < 32 and char not in "\t\n\r\f":
                total -= 2.0 * count
                letters += count
            continue
        if (
            0x2000 <= code <= 0x206F
            or 0x3000 <= code <= 0x303F
            or 0xA0 <= code <= 0xBF
            or code in (0xD7, 0xF7)
            or 0xFF00 <= code <= 0xFF65
            or code >= 0x1F000
        ):
            continue  # punctuation, symbols and emoji stand in every language
        letters += count
        if char in _COMMON:
            total += 2.0 * count
        elif 0x4E00 <= code <= 0x9FFF:
            total += (1.0 if char in _LEVEL_1 else -0.6) * count
        elif code < 0x80 + 0x20 or char == "\ufffd" or 0xE000 <= code <= 0xF8FF:
            total -= 3.0 * count
        elif 0x0300 <= code <= 0x036F or 0x02B0 <= code <= 0x02FF:
            total -= 1.0 * count
        elif code <= 0x07FF:
            narrow += count
            scripts[_block(code)] += count
        elif 0x3040 <= code <= 0x30FF or 0xAC00 <= code <= 0xD7AF or 0x0900 <= code <= 0x0E7F or 0x1E00 <= code <= 0x1EFF:
            total += 1.2 * count
        elif 0x3400 <= code <= 0x4DBF or code >= 0x20000:
            total -= 0.3 * count
        else:
            total += 0.2 * count
    if narrow:
        total += narrow * _narrow_score(text, scripts, narrow)
    return total / letters if letters else 0.0


def _narrow_score(text: str, scripts: Counter[int], narrow: int) -> float:
    """How far letters of the two-byte scripts look like words: one script, and Latin ones among ASCII letters."""
    block, count = scripts.most_common(1)[0]
    if block == 0:
        return 3.0 * min(1.0, len("".join(_LATIN_IN_WORD.findall(text))) / narrow) - 1.5
    return 1.5 if count >= 0.9 * narrow and narrow >= 4 else -1.0


def _block(code: int) -> int:
    for number, end in enumerate((0x024F, 0x02FF, 0x036F, 0x03FF, 0x052F, 0x058F, 0x05FF, 0x06FF)):
        if code <= end:
            return number
    return 8
