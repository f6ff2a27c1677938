"""Chinese names in Latin letters that their own form gives away: SONG Jianghe, or a surname and a given name of two syllables."""

from __future__ import annotations

import re

from huiying.core.clean.english import DID, told_of_match
from huiying.core.clean.english_cues import NO_NAMES
from huiying.core.clean.forenames import SURNAME, SYLLABLE
from huiying.core.clean.view import ends

_SELDOM = "An|Bie|Bu|Die|Hai|Hua|Ku|Lao|Leng|Mai|Nong|Ong|Sai|She|Shui|Xin|Xun|Yong"
_ANY = f"(?:{SURNAME}|{_SELDOM})"
_TWO = f"(?=[A-Z][a-z]+(?:['-][a-z]+)?(?![a-z]))(?!(?i:{SYLLABLE})(?![a-z'-]))(?i:{SYLLABLE}['-]?{SYLLABLE})"
_ENDS = r"(?![A-Za-zÀ-ž-]| (?!(?:I|I'm|I've)\b)[A-Z])"
_PAIR = re.compile(rf"(?<![A-Za-zÀ-ž'’-])(?P<name>{_ANY} {_TWO}){_ENDS}")
_LOUD = re.compile(
    rf"(?<![A-Za-zÀ-ž'’-])(?P<name>(?=[A-Z]{{2,}} [A-Z][a-z])(?i:{_ANY}) (?i:{SYLLABLE}(?:['-]?{SYLLABLE})?))(?![A-Za-zÀ-ž-])"
)
_TWO_CAPITALS = re.compile("[A-Za-z] [A-Z][a-z]")
_RENOWNED = re.compile(
    r"\b(?:statue|works?|poems?|novels?|paintings?|life|birthplace|songs?|legacy|portrait|bust|museum|star|stars|actor|actress|singer|gig|"
    r"tour|tickets?|film|album|concert|drama|season|league|championships?|[Oo]lympic\w*|[Ww]orld [Cc]up|goals?|coach|president|minister|"
    r"semi-?final|US Open|in (?:two|three|straight) sets|tie-?break|dynasty|emperor|poet|painter|novelist|astronaut|celebrity|fans)\b"
)
_PLACE = re.compile(r"(?:[Mm]ount|[Ll]ake|[Rr]iver|[Ii]sland|near|across) \Z")


def find(text: str) -> set[str]:
    """The names of such a form, unless the text speaks of the stage, of sport or of history."""
    if _TWO_CAPITALS.search(text) is None:
        return set()
    found = list(_LOUD.finditer(text))
    if _RENOWNED.search(text) is None and not told_of_match(text):
        found += [match for match in _PAIR.finditer(text) if not ends(_PLACE, text, match.start()) and not DID.match(text, match.end())]
    return {match["name"] for match in found if NO_NAMES.isdisjoint(match["name"].split())}
