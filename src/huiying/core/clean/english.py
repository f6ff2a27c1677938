"""English names of private persons, found by what stands beside them."""

from __future__ import annotations

import re

_WORD = r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*"
_FULL = rf"{_WORD}(?: [A-Z]\.)?(?: (?:(?:de|van|von|al|bin|ap|da|del) )?{_WORD}){{1,2}}"
_ROLE = (
    r"nurse|resident|villager|patient|caller|parent|mum|dad|tenant|neighbou?r|student|"
    r"pupil|schoolboy|schoolgirl|teacher|driver|victim|suspect|passenger|shopkeeper|landlord|"
    r"landlady|wife|husband|son|daughter|"
    r"mother|father|sister|brother|grandmother|grandfather|grandson|granddaughter|nephew|"
    r"niece|uncle|aunt|cousin|widow|widower|owner|worker|farmer|fisherman|customer|complainant|"
    r"plaintiff|defendant|witness|"
    r"carer|cleaner|cyclist|pensioner|retiree|volunteer|plumber|electrician|builder|friend|"
    r"colleague|girlfriend|boyfriend|partner|babysitter|lodger|motorist|pedestrian|commuter|"
    r"shopper|mechanic|waitress|waiter"
)
_ROLES = frozenset(_ROLE.replace("neighbou?r", "neighbour|neighbor").split("|"))
_VERBS = frozenset(["ring", "call", "text", "phone", "contact", "email", "message", "ask", "speak"])
_TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Mr.", "Mrs.", "Ms.", "Dr."])
_RUN = re.compile(
    rf"(?<![A-Za-z'-])(?:(?:Mrs?|Ms|Dr)\. )?{_WORD}(?: (?:[A-Z]\. )?(?:(?:de|van|von|al|"
    rf"bin|ap|da|del) )?(?:(?:Mrs?|Ms|Dr)\. )?{_WORD}){{1,5}}(?![A-Za-z])"
)
_LEFT = re.compile(
    r"(?:\b(?:named(?: as)?|called|name is|name's|name was|names? of|identified as|I am|"
    rf"I'm|[Tt]his is|\d{{1,3}}-year-old|{_ROLE})(?:,| called| named)?"
    r"|(?i:regards|sincerely|faithfully|wishes|thanks|thank you|cheers|signed)[,.]?)\s\n?\Z|CALLER: (?:It's |I'm |This is )?\Z"
)
_LEFT_ASKING = re.compile(
    r"\b(?:[Ss]peak(?:ing)? to|[Aa]sk for|[Cc]ontact|[Rr]ing|[Cc]all|[Tt]ext|[Pp]hone|[Ee]-?mail|[Mm]essage|[Ii]t's) \Z"
)
_ASKED = re.compile(r" (?:on|at|via|from|of|and|in|if|to|about|here)\b|,|:| ?\(|\.| \+?[\d(\[]")
_RIGHT = re.compile(
    rf", (?:who lives|who is|\d{{1,3}},|aged \d|of (?:No\.? ?)?\d|(?:a|an|our|my|his|her)"
    rf"(?: [a-z-]+){{0,2}} (?:{_ROLE})\b)|,? \((?:\d{{1,3}}|aged \d+|(?:tel|mob|phone)[^)"
    rf"]{{0,40}})\)"
    r"|,? \((?:my|his|her|their|our|born|b\.|tel|mob|phone|07|\+)|  ?of (?:[Nn]o\.? ?|[Ff]lat )?\d{1,4}[A-Za-z]?,? [A-Z]"
)
_SMALL = re.compile(r" [a-z(0-9+]|[,.;:)\n]|\Z|'s")
_OFFICE = (
    r"(?i:mayor|director|secretary|spokes(?:man|woman|person)|governor|chief|head(?:teacher|"
    r"master|mistress)?|president|principal|minister|commissioner|magistrate|deputy|judge|"
    r"inspector|sergeant|constable|officer|"
    r"superintendent|councillor|cllr|senator|official|premier|chair(?:man|woman|person)"
    r"?|captain|mp|clerk|alderman|sheriff|ombudsman|leader|registrar)"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}\b[\w ]{{0,25}},? \Z")
_OFFICE_AFTER = re.compile(rf",? (?:the |a |our )?(?:[\w']+ ){{0,3}}{_OFFICE}\b")
_OFFICE_WORD = re.compile(_OFFICE)
_NOT_NAMES = """
My Your His Her Our The This That These Those A An And Or But For If When In On At To Of With By From After Before Please Dear
Hello Hi County City Town Street Road River Park School Hospital Middle Primary High District Province Village Bridge Station
University College Company Group Bureau Police Hotel House Court Close Lane Avenue Council Church Hall Library Museum Market Bank
Building Centre Center Club Society Association Trust Committee Department Office Service Services Trains Train Bus Water Energy
Power Estate Farm Inn Arms January February March April May June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday North South East West New Old Lake Valley Square Great Royal Saint Upper Lower National
General Customer Emergency Health Social Environment Crown Citizens Freedom Facebook Google Apple Microsoft Twitter Amazon Android
Windows
"""
_NO_NAMES = frozenset(_NOT_NAMES.split())


def find(text: str) -> set[str]:
    """The names that a cue gives away, in front of them or behind."""
    found = set()
    for match in _RUN.finditer(text):
        words = match[0].split()
        titled = cued = False
        first = 0
        while first < len(words) and (words[first] in _TITLES or words[first] in _NO_NAMES or words[first].lower() in _ROLES | _VERBS):
            # "I Miss" is no title, and in a headline with every word capital what follows a cue is no name.
            titled = words[first] in _TITLES
            cued = titled or words[first].lower() in _ROLES or (words[first].lower() in _VERBS and bool(_ASKED.match(text, match.end())))
            first += 1
        given = words[first:]
        while titled and given and given[-1] in _NO_NAMES:
            given.pop()
        full = sum(not word.endswith(".") and word[0].isupper() for word in given)
        if not 2 <= full <= 3 or given[-1] in _NO_NAMES or _OFFICE_WORD.fullmatch(given[0]) or not _SMALL.match(text, match.end()):
            continue
        start = match.end() - len(" ".join(words[first:])) if not titled else match.start()
        lead = text[max(0, start - 40) : start]
        if cued or _LEFT.search(lead) or _RIGHT.match(text, match.end()) or (_LEFT_ASKING.search(lead) and _ASKED.match(text, match.end())):
            found.add(" ".join(given))
    return found


def in_office(before: str, after: str) -> bool:
    """Whether a name stands beside an office, by the forty characters before it and what follows."""
    clause = re.split(r"[.;!?]", before)[-1]
    return bool(_OFFICE_BEFORE.search(clause) or _OFFICE_AFTER.match(after))
