"""English names of private persons, found by what stands beside them."""

from __future__ import annotations

import re

from huiying.core.clean.english_cues import BODY, CHARGE, LOOSE_ROLES, NO_NAMES, OFFICE, ROLE, ROLES
from huiying.core.clean.forenames import personal

_BIG, _SMALL_LETTER = "[A-ZÀ-ÖØ-ÞĆČŁŃŚŠŹŻŽ]", "[a-zß-öø-ÿ\u0101-\u017f]"
_WORD = rf"(?:[OD]'|M[a]?c)?{_BIG}{_SMALL_LETTER}+(?:(?:-|'(?!s\b))(?:{_BIG})?{_SMALL_LETTER}+)*"
_FULL = rf"{_WORD}(?: [A-Z]\.)?(?: (?:(?:de|van|von|al|bin|ap|da|del) )?{_WORD}){{1,2}}"
_VERBS = frozenset(["ring", "call", "text", "phone", "contact", "email", "message", "ask", "speak"])
_TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Mr.", "Mrs.", "Ms.", "Dr."])
_RUN = re.compile(
    rf"(?<![A-Za-zÀ-ž'-])(?:(?:Mrs?|Ms|Dr)\. )?{_WORD}(?: (?:[A-Z]\. )?(?:(?:de|van|von|al|"
    rf"bin|ap|da|del|Ó|O|Ní|Mac|la|di|dos|ter|El) )?(?:(?:Mrs?|Ms|Dr)\. )?{_WORD}){{1,5}}(?![A-Za-zÀ-ž])"
)
_LEFT = re.compile(
    r"(?:\b(?:named(?: as)?|called|name is|[Nn]ame:|name's|name was|names? of|identified as|I am|"
    rf"I'm|[Tt]his is|(?:\d{{1,3}}|[A-Z]?[a-z]+)-year-old|(?:{ROLE})s?)(?:,|:| called| named| is| was)?"
    r"|(?i:regards|sincerely|faithfully|wishes|thanks|thank you|cheers|signed)[,.]?)\s\n?\Z|\b(?:We are|[Ww]ell done to"
    r"|[Tt]hanks to|[Tt]hank you to|[Cc]ongratulations to|[Yy]ours[^,.\n]{0,24},|[Nn]eighbours?[^,.:\n]{0,12}:|(?:told|asked"
    r"|begged|warned|informed) (?:us|me|them|her|him)|name as|(?:residents|signatories|lists?|"
    r"present|attending|witness(?:es)?|victims?|winners?|members|apologies)[^.:\n]{0,30}:|permit of|name tag says|passport of|"
    r"in the name of|"
    r"(?:contract|account|booking|order|registered|registration) under|rented from|"
    r"bought from|led by|visited)\s\Z|(?:\A|[.!?:] )I, \Z|\bwith \Z(?<=(?:is|re|as|ve|nt|ke) with )|CALLER: (?:It's |I'm |This is )?\Z"
    rf"|\b(?:{ROLE})s? [\"“]\Z"
)
# One name alone: herdsman Batbayar said. A nurse Monday is no person, and whoever is loosely a host or a boss may be a firm.
_ALONE = re.compile(rf"\b(?P<role>[a-z-]+),? (?P<name>{_WORD})(?=,? (?:\(?\d{{1,3}}[,.)]|said\b|told\b|says\b)|, (?:aged \d|who)\b)")
_WAS = re.compile(
    rf"\b(?:[Oo]ur|[Mm]y|[Tt]he) (?:{ROLE})\b[^.!?\n]{{0,50}}? (?:was|is) (?P<name>{_WORD}(?: {_WORD}){{1,2}})"
    r"(?=[,.;!\n]| who\b| and\b|\Z)"
)
_APPOSED = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he) (?:{ROLE}) (?:from|at|of|in)(?: the)?(?: [A-Z][\w'’-]*){{1,6}}, \Z|"
    r"\b(?:[Mm]y|[Oo]ur|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Aa]nother|[Oo]ne|[A-Za-z]+'s)(?: [a-z-]+){1,3}, \Z"
)
_LEFT_ASKING = re.compile(
    r"\b(?:[Ss]peak(?:ing)? to|[Aa]sk for|[Cc]ontact|[Rr]ing|[Cc]all|[Tt]ext|[Pp]hone|[Ee]-?mail|[Mm]essage|[Ii]t's) \Z"
)
_OF_WHOM = re.compile(
    r"(?:famil(?:y|ies)|parents|mother|father|wife|husband|widow|home|death|funeral|body|treatment|case|behalf|name|disappearance|"
    r"murder|arrest|carer|relatives?|loss) of \Z|"
    r"\b(?:said|added|recalled|explained|complained|according to|jailed|arrested|charged|fined|evicted|trace|thanks to|rescued|(?:held|"
    r"owned|run|rented|occupied|reported|lodged|raised|sent|signed|treated|hit|knocked down) by) \Z|[\"”’] says \Z"
)
_SPEAKS = re.compile(
    r" v (?=[A-Z])| (?:said|told|added|recalled|explained|complained|lives|lived|suffered|fell|waited|paid|slipped)\b|, (?:who|whose)\b"
)
_ROW = re.compile(rf"(?:, and |, | and | & )(?P<name>{_WORD}(?: [A-Z]\.)? {_WORD}(?: {_WORD})?)(?= [a-z(]|[,.;:)\n]|\Z|'s)")
_REACHED = re.compile(r",? (?:[\w.+-]{2,40}@|(?:on |at |tel\.? ?)?(?!\d{4}-\d{4})\+?\d[\d -]{7})")
_RENOWNED = re.compile(
    r"(?:statue|works?|poems?|novels?|paintings?|life|birthplace|songs?|legacy|portrait|bust|named after|age) (?:of|by|after) \Z|"
    r"\b(?:[Ww]ho(?: is| was|'s)|named after|"
    r"designed by|written by|composed by|painted by|like|(?:'s|is|am|are|was) no|the (?:next|new)) \Z"
)
DID = re.compile(
    " (?:founded|designed|wrote(?! (?:the same|to|back|in|down|a (?:letter|complaint)))|"
    "invented|composed|painted|discovered|built|opened|directed|starred|sang|performed|scored|played|coined)\\b"
)
# A stranger's name is known by the he or she that comes after it in the sentence, if it stands where somebody is spoken of.
_SPOKEN_OF = re.compile(
    r"(?:\b(?:to|by|with|from|for|ring|call|called|told|asked|that|than|met|saw|thank|behind|was|and|because|if|when|as|unless|until) "
    r"|(?:\A|[.!?:;]\s|\n|, ))\Z"
)
_THEN_THEY = re.compile(
    r"(?!'s [A-Z])(?:'s)? (?!(?:Road|Street|Lane|House|Town|City|United|Rovers|Ltd)\b)"
    r"[^.!?\n]{0,80}\b(?:he|she|him|herself|himself|his|her)\b"
)
_OF_STAGE = re.compile(
    r"\b(?:goals?|album|film|season|striker|midfielder|defender|league|cup|novel|song|single|tour|gig|concert|actor|actress|star|stars|series|"
    r"championship|olympic\w*|minister|senator|president|prime|royal|king|queen|celebrity|band|football|rugby|cricket|painter|poet|author|match)\b",
    re.I,
)
_OF_SPORT = re.compile(r"\b(?:football|rugby|cricket|striker|midfielder|premier league|world cup)\b", re.I)
_MATCH = re.compile(
    r"\b(?:basketball|football|volleyball|handball|league|overtime|playoffs?|jumper|rebounds?|three-pointers?|half-?time|striker|midfielder|"
    r"goalkeeper|hat-trick|point guard|shootout)\b"
)
_ABOUT_IT = re.compile(
    r"\b(?:season|guard|forward|defender|goals?|penalt(?:y|ies)|coach|locker room|home (?:win|crowd|game)|away (?:win|game)|winning|scored|"
    r"kills|blocks|points|seconds left|title|cup|champions?|defeat|beat|won|lost|team-?mates?|squad|captain|club|match)\b"
)
_LONG_AGO = re.compile(r"\b(?:in|of|from|since) (?:1[0-8]\d\d|19[0-2]\d)\b")
_SIGNED = (". ", "! ", "? ", ".\n", "\n", "— ", "- ")
_LETTER = re.compile(r"\s*(?:Dear|Sir|Madam|To (?:whom|whoever|the))\b")
_SENTENCE = re.compile(r"[a-z\d][.!?][\"”’]?(?:\s|\Z)")
_ANY_WORD = re.compile(r"[A-Za-z]{4,}")
_LOUD = re.compile(
    r"(?:\b(?:[Nn]ame (?:is|as)|[Nn]ame:|, name|named|called|account name)|名字[是叫]|姓名[：:]?) ?([A-Z]{2,}(?: [A-Z]{2,}){1,2})\b"
)
_ASKED = re.compile(r" (?:on|at|via|from|of|and|in|if|to|about|here)\b|,|:| ?\(|\.| \+?[\d(\[]")
_RIGHT = re.compile(
    rf", (?:who lives|who is|\d{{1,3}},|aged \d|of (?:No\.? ?)?\d|(?:a|an|our|my|his|her)"
    rf"(?: [a-z-]+){{0,3}} (?:{ROLE})\b)|, (?:a|the) (?:mother|father|mum|dad)|, (?:from|of) [A-Z][a-z]+,|"
    rf", (?:tel|mob|mobile|phone|e-?mail)\b|,? \((?:\d{{1,3}}|aged \d+|"
    rf"(?:tel|mob|phone)[^)"
    rf"]{{0,40}})\)"
    r"|'s (?:daughter|son|wife|husband|mother|father|family|baby|partner|house|home|flat)\b"
    r"|, (?:Apartment|Apt|Flat|House \d|passport\b|"
    r"Ground Floor|First Floor|Top Floor|\d{1,4}[A-Za-z]? [A-Z])|,? \((?:my|his|her|their|our|born"
    r"|b\.|tel|mob|phone|07|\+)|  ?of (?:[Nn]o\.? ?|[Ff]lat )?\d{1,4}[A-Za-z]?,? [A-Z]"
)
_SMALL = re.compile(
    r" ?[\u4e00-\u9fff]| (?!(?:clinic|school|hospital|store|shop|brand|charity|bridge|building|estate|prize|lecture"
    r"|exhibition|play|poem|portrait|"
    r"biography|gig|concert|tour|album|film|show|museum|theatre|statue|novel|song|fans?|trail|award|memorial|foundation|dumplings?|bakery|noodles?|restaurant|hotpot|teahouse|eatery|pharmacy|supermarket|market|hotel|guesthouse|plaza|garden)\b)[a-z(0-9+]|"
    r"[,.;:?!)\n]|\Z|'s(?! [A-Z])"
)
_OFFICE_BEFORE = re.compile(rf"\b{OFFICE}\b(?: (?:(?:{CHARGE})(?:'s)?|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|[A-Z][\w&'-]*)){{0,8}},? \Z")
_OFFICE_AFTER = re.compile(
    rf",? (?:(?:has been|was|is) (?:removed|dismissed|sacked|appointed|named) (?:as|from) )?(?:the |a |our )?(?:[\w']+ ){{0,3}}{OFFICE}\b"
)
_OF_OFFICE = re.compile(
    r",? of (?:the )?(?:[\w'&-]+ ){0,5}(?i:bureau|commission|committee|government|department|authority|administration)\b"
)
_OFFICE_WORD = re.compile(OFFICE)
_TITLE_LAST = re.compile(r"(?:Mrs?|Ms|Miss|Dr)\.? \Z")
_HEADS = re.compile(
    rf",? who (?:heads|leads|chairs|directs|runs|oversees) (?:(?!by |near |in |at |for |with |opposite )[\w'&-]+ ){{0,5}}"
    rf"(?:{BODY}|team|squad|group|brigade|unit|force)\b"
)
_OF_BODY = re.compile(rf"\b{BODY}'s \Z")
_KIN = frozenset(["Auntie", "Aunt", "Uncle", "Granny", "Grandma", "Grandpa"])
_POSITIONS = frozenset(["veteran", "rider", "runner"])
_MONTHS_AND_NAMES = frozenset(["April", "May", "June", "August"])


def find(text: str) -> set[str]:
    """The names that a cue gives away, in front of them or behind."""
    found = {match[1] for match in _LOUD.finditer(text)}
    found |= {match["name"] for match in _ALONE.finditer(text) if _role(match["role"]) and match["name"] not in NO_NAMES}
    found |= {match["name"] for match in _WAS.finditer(text) if NO_NAMES.isdisjoint(match["name"].split())}
    match_told: bool | None = None
    for match in _RUN.finditer(text):
        words = match[0].split()
        if words[0] == "Coach":
            continue
        titled = cued = False
        first = 0
        while first < len(words) and (words[first] in _TITLES or (not titled and (words[first] in NO_NAMES or _cue(words[first])))):
            # "I Miss" is no title, and in a headline with every word capital what follows a cue is no name.
            titled = words[first] in _TITLES
            if words[first] in _MONTHS_AND_NAMES and len(words) - first == 2 and words[first + 1] != "Day" and personal(words[first:]):
                break
            cued = titled or _who(words[first]) or (words[first].lower() in _VERBS and bool(_ASKED.match(text, match.end())))
            first += 1
        if not first and len(words) > 2 and words[0].lower() in LOOSE_ROLES and personal(words[1:]):
            cued, first = True, 1
        given = words[first:]
        while titled and given and given[-1] in NO_NAMES:
            given.pop()
        full = sum(not word.endswith(".") and word[0].isupper() for word in given)
        if not 2 <= full <= 3 or given[-1] in NO_NAMES or _OFFICE_WORD.fullmatch(given[0]) or not _SMALL.match(text, match.end()):
            continue
        if any(map(_role, given)) and not personal(given):
            continue
        start = match.end() - len(" ".join(words[first:])) if not titled else match.start()
        lead = text[max(0, start - 60) : start]
        headline = not titled and _shouts(_field(text, match.start()))
        if headline and not personal(given):
            continue
        # In the tale of a match only who somebody is for others speaks of a private person.
        match_told = told_of_match(text) if match_told is None else match_told
        if match_told and not (
            (cued and words[0].lower() not in _POSITIONS) or _LEFT.search(lead) or _APPOSED.search(lead) or _OF_WHOM.search(lead)
        ):
            continue
        near = (
            not headline
            and not _RENOWNED.search(lead)
            and not DID.match(text, match.end())
            and not _OF_SPORT.search(text)
            and not _LONG_AGO.search(text, max(0, match.start() - 60), match.end() + 40)
            and personal(given)
            and (_SENTENCE.search(text) or _REACHED.match(text, match.end()) or _OF_WHOM.search(lead) or _SPEAKS.match(text, match.end()))
        )
        if (
            cued
            or near
            or _LEFT.search(lead)
            or (lead.endswith(_SIGNED) and _signs(text, match.end()))
            or (
                not headline
                and not any(_OFFICE_WORD.fullmatch(word) for word in given)
                and _SPOKEN_OF.search(lead)
                and _THEN_THEY.match(text, match.end())
                and not _RENOWNED.search(lead)
                and not _OF_STAGE.search(text)
            )
            or (text[match.end() : match.end() + 1] == "," and _APPOSED.search(lead))
            or _RIGHT.match(text, match.end())
            or (_LEFT_ASKING.search(lead) and _ASKED.match(text, match.end()))
        ):
            found.add(" ".join(given))
            found |= _in_a_row(text, match.end())
    return found


def told_of_match(text: str) -> bool:
    """Whether a text is the tale of a match."""
    small = text.lower()
    return _MATCH.search(small) is not None and len({*_MATCH.findall(small), *_ABOUT_IT.findall(small)}) > 2


def _signs(text: str, end: int) -> bool:
    """Whether who is named there has written the text: a letter ends so, and what says how to reach somebody stands behind its writer."""
    return _REACHED.match(text, end) is not None or (_LETTER.match(text) is not None and not text[end:].strip(" .\n"))


def _field(text: str, position: int) -> str:
    """The title or the text in which a place lies."""
    end = text.find("\x00", position)
    return text[text.rfind("\x00", 0, position) + 1 : end if end >= 0 else len(text)]


def _shouts(text: str) -> bool:
    """Whether most words begin with a capital, as in a headline, so that a capital says nothing."""
    words = _ANY_WORD.findall(text, 0, 400)
    return (
        len(words) > 3 and not _SENTENCE.search(text) and "\n" not in text and sum(word[0].isupper() for word in words) > 0.6 * len(words)
    )


def _in_a_row(text: str, end: int) -> set[str]:
    """Who is named in one breath with somebody."""
    row = set()
    while (match := _ROW.match(text, end)) and personal(match["name"].split()) and match["name"].split()[-1] not in NO_NAMES:
        row.add(match["name"])
        end = match.end()
    return row


def _role(word: str) -> bool:
    lower = word.lower()
    if lower in LOOSE_ROLES:
        return False
    return lower in ROLES or lower.removesuffix("es") in ROLES or lower.removesuffix("s") in ROLES


def _who(word: str) -> bool:
    return word.endswith("-year-old") or word in _KIN or _role(word)


def _cue(word: str) -> bool:
    return _who(word) or word.lower() in _VERBS


def in_office(before: str, after: str) -> bool:
    """Whether a name stands beside an office, by what stands before it and what follows."""
    clause = re.split(r"[.;!?]", before)[-1]
    return bool(
        _OFFICE_BEFORE.search(clause)
        or _OFFICE_AFTER.match(after)
        or _OF_OFFICE.match(after)
        or _HEADS.match(after)
        or _OF_BODY.search(_TITLE_LAST.sub("", clause))
    )
