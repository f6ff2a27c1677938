"""English names of private persons, found by what stands beside them."""

from __future__ import annotations

import re

_WORD = r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*"
_FULL = rf"{_WORD}(?: [A-Z]\.)?(?: (?:(?:de|van|von|al|bin|ap|da|del) )?{_WORD}){{1,2}}"
_ROLE = (
    r"nurse|resident|villager|patient|caller|parent|mum|dad|tenant|neighbou?r|student|pupil|schoolboy|schoolgirl|teacher|driver|victim|suspect|passenger|shopkeeper|landlord|landlady|wife|husband|son|daughter|"
    r"mother|father|sister|brother|grandmother|grandfather|grandson|granddaughter|nephew|niece|uncle|aunt|cousin|widow|widower|owner|worker|farmer|fisherman|customer|complainant|plaintiff|defendant|witness|"
    r"carer|cleaner|cyclist|pensioner|retiree|volunteer|plumber|electrician|builder|friend|colleague|girlfriend|boyfriend|partner|babysitter|lodger|motorist|pedestrian|commuter|shopper|mechanic|waitress|waiter"
)
# In a headline with every word capital, what follows a cue is no name: a capital cue wants a small word behind the name.
_SMALL = r"(?= [a-z]|[,.;:]|\)|\Z|\n)"
_CUE = re.compile(
    rf"\b(?:(?:Mr|Mrs|Ms|(?<!I )Miss|Mx|Dr)\.? (?P<titled>{_FULL})"
    rf"|(?:named(?: as)?|called|name is|name's|name was|names? of|identified as|known as|{_ROLE}),? (?:called |named )?(?P<cued>{_FULL})"
    rf"|(?i:{_ROLE})(?<=[a-z]) (?P<first>{_FULL}){_SMALL}"
    rf"|(?:I am|I'm|[Tt]his is|[Ii]t's|[Ss]peak(?:ing)? to|[Aa]sk for|[Cc]ontact|[Rr]ing|[Cc]all|[Tt]ext|[Pp]hone|[Ee]-?mail|[Mm]essage) (?P<asked>{_FULL})(?= (?:on|at|via|from|of|and|in|if|to|about|here)\b|,|:| ?\(|\.| \+?[\d(\[])"
    rf"|(?:(?i:regards|sincerely|faithfully|wishes|thanks|thank you|cheers|signed)[,. \n]{{1,3}})(?P<signed>{_FULL})"
    rf"|\d{{1,3}}-year-old (?P<aged>{_FULL}))(?![A-Za-z])"
)
_AFTER = re.compile(
    rf"(?<![A-Za-z.'] )(?<![A-Za-z'-])(?P<name>{_FULL})(?:, (?:who lives|who is|\d{{1,3}},|aged \d|of (?:No\.? ?)?\d|(?:a|an|our|my|his|her)(?: [a-z-]+){{0,2}} (?:{_ROLE})\b)|,? \((?:\d{{1,3}}|aged \d+|(?:tel|mob|phone)[^)]*)\)|"
    r" \((?:my|his|her|their|our) )"
)
_ORDER = re.compile(rf"(?<![A-Za-z'-])(?P<name>{_FULL}) of (?:(?:[Nn]o\.? ?|[Ff]lat )?\d{{1,4}}[A-Za-z]?,? [A-Z])")
_OFFICE = (
    r"(?i:mayor|director|secretary|spokes(?:man|woman|person)|governor|chief|head(?:teacher|master|mistress)?|president|principal|minister|commissioner|magistrate|deputy|judge|inspector|sergeant|constable|officer|"
    r"superintendent|councillor|cllr|senator|official|premier|chair(?:man|woman|person)?|captain|mp|clerk|alderman|sheriff|ombudsman|leader|registrar)"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}\b[\w ]{{0,25}},? \Z")
_OFFICE_AFTER = re.compile(rf",? (?:the |a |our )?(?:[\w']+ ){{0,3}}{_OFFICE}\b")
_OFFICE_WORD = re.compile(_OFFICE)
_NOT_NAMES = """
My Your His Her Our The This That These Those A An And Or But For If When In On At To Of With By From After Before Please Dear Hello Hi
County City Town Street Road River Park School Hospital Middle Primary High District Province Village Bridge Station University College Company Group Bureau Police Hotel House Court Close Lane Avenue
Council Church Hall Library Museum Market Bank Building Centre Center Club Society Association Trust Committee Department Office Service Services Trains Train Bus Water Energy Power Estate Farm Inn Arms
January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday North South East West New Old Lake Valley Square Great Royal Saint Upper Lower National General Customer Emergency Health Social Environment Crown
Citizens Freedom Facebook Google Apple Microsoft Twitter Amazon Android Windows
"""
_NO_NAMES = frozenset(_NOT_NAMES.split())
_HINT = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z]?[a-z']+")


def may_hold(text: str) -> bool:
    """A cheap test: two words with a capital, one after the other."""
    return _HINT.search(text) is not None


def find(text: str) -> set[str]:
    """The names that a cue gives away."""
    found = set()
    for pattern in (_CUE, _AFTER, _ORDER):
        for match in pattern.finditer(text):
            kind = match.lastgroup or ""
            words = match[kind].split()
            place = bool(words) and words[-1] in _NO_NAMES and kind != "titled"
            while words and words[-1] in _NO_NAMES:
                words.pop()
            if len(words) > 1 and not place and words[0] not in _NO_NAMES and not _OFFICE_WORD.fullmatch(words[0]):
                found.add(" ".join(words))
    return found


def in_office(before: str, after: str) -> bool:
    """Whether a name stands beside an office, by the forty characters before it and what follows."""
    clause = re.split(r"[.;!?]", before)[-1]
    return bool(_OFFICE_BEFORE.search(clause) or _OFFICE_AFTER.match(after))
