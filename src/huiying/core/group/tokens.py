"""Features of an item: folded terms and how often they stand in it, the title counted twice.

Scripts written without spaces give bigrams and single characters: two short posts about 自来水发黄 and 水黄的 share no bigram.
"""

from __future__ import annotations

import re
from itertools import pairwise

KEPT_TERMS = 40
# A text without spaces gives about two terms for each character.
KEPT_UNSPACED = 80
TITLE_WEIGHT = 2
# Terms beyond this many characters of a body do not tell what a story is about: the lead does.
LEAD_CHARACTERS = 500

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
_RUNS = re.compile(rf"[{_CJK}]+|\d+(?:[.,:]\d+)+|[^\W_{_CJK}]+(?:['’][^\W_{_CJK}]+)?")
# Characters that join words rather than name things: a bigram that holds one spans two words.
FUNCTION_CHARACTERS = frozenset(
    "的了是在和与就都而及着或也还又被把吗呢吧啊呀嘛哦么这那哪其之为以于对从让给向将很太更最个们"
    "我你他她它您咱没有不说一要去到好多可什怎样如已请月时点今昨"
)
_CHARACTERS = re.compile(f"[{_CJK}]")
STOP_WORDS = frozenset(
    """
    a about after all also am an and any are as at be been before being but by can could did do does for from get had has
    have he her him his how i if in into is it its just may me more my new no not of off on one or our out over own s said
    say says she should so some such t than that the their them then there these they this to up us very was we were what
    when where which while who whom why will with would you your
    """.split()  # noqa: SIM905 - prose is easier to check than a list of quoted words
)


def unspaced(letter: str) -> bool:
    """Whether a character belongs to a script written without spaces."""
    return letter >= "\u3040" or "\u0e00" <= letter <= "\u0e7f"


def is_bigram(term: str) -> bool:
    """Whether a term is two characters of a script written without spaces, not a word or number."""
    return len(term) == 2 and unspaced(term[0])


def is_character(term: str) -> bool:
    """Whether a term is one character of a script written without spaces."""
    return len(term) == 1 and unspaced(term)


def stem(word: str) -> str:
    """A Latin word without its commonest English endings; words of up to four letters only lose a possessive."""
    for mark in ("'s", "’s"):
        if word.endswith(mark):
            word = word[:-2]
    size = len(word)
    if size > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("ing") and size > 6:
            return word[:-3]
        if word.endswith("ed") and size > 5:
            return word[:-2]
        if word[-1] == "s" and word[-2] not in "su":
            return word[:-1]
    return word


def terms_of(folded: str) -> list[str]:
    """Terms of folded text in reading order: stemmed words, numbers, and bigrams of scripts written without spaces."""
    found: list[str] = []
    for run in _RUNS.findall(folded):
        if not unspaced(run[0]):
            if run not in STOP_WORDS:
                found.append(stem(run) if run[0].isalpha() else run)
        else:
            for left, right in pairwise(run):
                if left not in FUNCTION_CHARACTERS and right not in FUNCTION_CHARACTERS:
                    found.append(left + right)
    return found


def characters_of(folded: str) -> list[str]:
    """The characters of scripts written without spaces, but for those that only join words."""
    return [letter for letter in _CHARACTERS.findall(folded) if letter not in FUNCTION_CHARACTERS]


def count_terms(title: str, text: str) -> dict[str, int]:
    """Term → count from folded title and text, title terms twice; single characters come after all that is longer."""
    counts: dict[str, int] = {}
    lead = text[:LEAD_CHARACTERS]
    for found, weight in (
        (terms_of(title), TITLE_WEIGHT),
        (terms_of(lead), 1),
        (characters_of(title), TITLE_WEIGHT),
        (characters_of(lead), 1),
    ):
        for term in found:
            counts[term] = counts.get(term, 0) + weight
    return counts
