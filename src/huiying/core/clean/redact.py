"""Masking what points to one private person, before anything is stored or indexed."""

from __future__ import annotations

import re

import msgspec

from huiying.core.clean import identifiers, names
from huiying.core.clean.numbers import Span
from huiying.core.clean.view import narrow

_CHINESE = {
    "birth": "〔出生日期〕",
    "phone": "〔电话〕",
    "id": "〔证件号〕",
    "plate": "〔车牌〕",
    "card": "〔银行卡〕",
    "email": "〔邮箱〕",
    "account": "〔社交账号〕",
    "address": "〔地址〕",
    "name": "〔姓名〕",
}
_ENGLISH = {
    "birth": "[date of birth]",
    "phone": "[phone]",
    "id": "[id]",
    "plate": "[plate]",
    "card": "[card]",
    "email": "[e-mail]",
    "account": "[account]",
    "address": "[address]",
    "name": "[name]",
}
IDENTIFIERS = frozenset({"phone", "id", "plate", "card", "email", "account"})
"""The kinds that are recognised by their form alone, not by what stands beside them."""

_CHINESE_SIGN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_SIGNS = re.compile(r"[\W_]+")
_GAP = ("", " ")
_MOST_ROUNDS = 6
_PLACEHOLDER = re.compile(
    rf"〔(?:{'|'.join(word[1:-1] for word in _CHINESE.values())})\d*〕|\[(?:{'|'.join(word[1:-1] for word in _ENGLISH.values())}"
    r")(?: \d+)?\]"
)
_ESTATE = re.compile("(?:(?![和与及跟到至或])[\u4e00-\u9fff]){2,12}")
_BREAK = "\x00"  # joins fields: no pattern reaches across it


class Redacted(msgspec.Struct, frozen=True):
    """A masked text and how often each kind was masked in it: phone, id, plate, card, email, account, address, name."""

    text: str
    counts: dict[str, int]


def redact(text: str) -> Redacted:
    """The text with identifiers and private names replaced by placeholders in its language; everything else stays as it was."""
    (masked,), counts = redact_fields(text)
    return Redacted(masked, counts)


def redact_fields(*fields: str, headline: bool = False) -> tuple[tuple[str, ...], dict[str, int]]:
    """The fields of one publication, masked together: a name that the text gives away is masked in the title too. In what may be a
    `headline` a name that nothing speaks for is somebody's whom everybody knows.

    What is masked twice has one placeholder; a second phone in the same publication is 〔电话2〕. Numbers follow the order of first
    appearance and begin anew with every publication, so that nothing can be followed from one to the next.
    """
    joined = _BREAK.join(field.replace(_BREAK, "") for field in fields) if len(fields) > 1 else fields[0]
    words = _CHINESE if _CHINESE_SIGN.search(joined) else _ENGLISH
    numbers: dict[str, dict[str, int]] = {}
    counts: dict[str, int] = {}
    for _ in range(_MOST_ROUNDS):
        found, view = _spans(joined, headline)
        if not found:
            break
        # What stood glued to something masked is seen now: masking a masked text must find nothing.
        joined = _masked(joined, view, found, words, numbers)
        last = 0, 0, ""
        for start, end, kind in found:
            counts[kind] = counts.get(kind, 0) + (not _goes_on(view, last, start, kind))
            last = start, end, kind
    if not counts:
        return fields, {}
    return tuple(joined.split(_BREAK)) if len(fields) > 1 else (joined,), counts


def _masked(joined: str, view: str, found: list[Span], words: dict[str, str], numbers: dict[str, dict[str, int]]) -> str:
    parts, number, last = [], 1, (0, 0, "")
    for start, end, kind in found:
        parts.append(joined[last[1] : start])
        if (start, kind) != last[1:]:
            known = numbers.setdefault(kind, {})
            new = number if _goes_on(view, last, start, kind) else len(set(known.values())) + 1
            number = known.setdefault(_identity(view[start:end], kind), new)
            parts.append(words[kind] if number == 1 else f"{words[kind][:-1]}{_GAP[words is _ENGLISH]}{number}{words[kind][-1]}")
        last = start, end, kind
    parts.append(joined[last[1] :])
    return "".join(parts)


def _goes_on(view: str, last: Span, start: int, kind: str) -> bool:
    """Whether what begins at a place is of one thing with the one before: a door in two pieces, or a number in a street, the name of an
    estate and the door in it."""
    _, ended, before = last
    if kind != before:
        return False
    return start == ended or (kind == "address" and view[ended - 1] == "号" and _ESTATE.fullmatch(view, ended, start) is not None)


def spans(text: str) -> list[Span]:
    """Where something is masked in a text, in order: start, end, kind."""
    return _spans(text, headline=False)[0]


def _spans(joined: str, headline: bool) -> tuple[list[Span], str]:
    # The words of a placeholder are no cue for what stands behind it.
    view = narrow(joined)
    if "〔" in view or "[" in view:
        view = _PLACEHOLDER.sub(lambda found: found[0][0] + "\x01" * (len(found[0]) - 2) + found[0][-1], view)
    taken: list[Span] = []
    covered = bytearray(len(view))
    _take(identifiers.find(view), taken, covered)
    _take(names.find(view, sorted(taken), headline), taken, covered)
    return sorted(taken), view


def _identity(found: str, kind: str) -> str:
    """What two writings of one thing have in common: digits and letters, the last eleven digits of a phone."""
    bare = _SIGNS.sub("", found).lower()
    return bare[-11:] if kind == "phone" else bare


def _take(spans: list[Span], taken: list[Span], covered: bytearray) -> None:
    """Add the spans that overlap none that was taken before them."""
    for start, end, kind in spans:
        if covered.find(1, start, end) < 0:
            covered[start:end] = b"\1" * (end - start)
            taken.append((start, end, kind))
