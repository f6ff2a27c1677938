"""Past cases that are like a story, with the words they share: found by what is spoken of, never by who.

Terms are concepts (the same in Chinese and English), bigrams of scripts without spaces, and stemmed words; names of persons beside an
office or a title are taken out first. A case shares so much of a story as the rarity of the shared terms is of all the story's terms
(idf, Spärck Jones 1972); the same category, place and harms add to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
import xxhash

from huiying.core.clean.surnames import COMPOUND, SURNAMES
from huiying.core.clean.text import fold
from huiying.core.group.lexicon import concepts_of
from huiying.core.group.tokens import terms_of

STRATEGY = "shared-terms@2026-11-25"
MOST_TERMS = 240
SHOWN_WORDS = 6
CATEGORY, PLACE, HARM = 0.15, 0.1, 0.1
LEAST = 0.12
"""A score below which two happenings have only everyday words in common."""

Terms = npt.NDArray[np.uint32]

_OFFICES = (
    "(?:副?(?:书记|县长|市长|区长|镇长|乡长|局长|厅长|处长|科长|所长|站长|主任|院长|校长|园长|队长|经理|董事长|总监|老师|医生|记者|律师|村支书|支书)"
    "|先生|女士|同志|师傅)"
)
_NAME = f"(?:(?:{'|'.join(sorted(COMPOUND))})[\u4e00-\u9fff]{{1,2}}|[{''.join(sorted(SURNAMES))}](?:某{{1,2}}|[\u4e00-\u9fff]{{1,2}}))"
_HAN_PERSON = re.compile(
    rf"{_OFFICES}{_NAME}|(?<![\u4e00-\u9fff]){_NAME}{_OFFICES}|(?<![\u4e00-\u9fff])[{''.join(sorted(SURNAMES))}]{_OFFICES}"
)
_LATIN_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Mayor|Director|Chief|Officer|Secretary|Governor|Minister|Principal|Professor)\.? (?:[A-Z][\w'’-]+ ?){1,3}"
    r"|\b(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+(?=,? (?:said|says|told|added)\b)"
)


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """What a case is known by besides its words."""

    category: str = ""
    places: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """A past case: its number, its term hashes, and its signs."""

    case: int
    terms: Terms
    signs: Signs


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """A past case that is like the story. `share`: how much of what the story speaks of it speaks of too, 0..1; the rest says what else."""

    case: int
    score: float
    share: float
    shared: tuple[int, ...]
    category: bool
    places: tuple[str, ...]
    harms: tuple[str, ...]


def without_persons(text: str) -> str:
    """The text without names that stand beside an office or a title."""
    return _LATIN_PERSON.sub(" ", _HAN_PERSON.sub(" ", text))


def terms(texts: Iterable[str]) -> dict[int, str]:
    """Hash of each term of the texts, commonest first, with the term as people read it; at most 240."""
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for text in texts:
        folded = fold(without_persons(text))
        for mention in concepts_of(folded):
            key = f"k:{mention.concept}"
            counts[key] = counts.get(key, 0) + 2
            labels.setdefault(key, folded[mention.start : mention.end])
        for term in terms_of(folded):
            if not term[0].isdigit():
                counts[term] = counts.get(term, 0) + 1
                labels.setdefault(term, term)
    kept = sorted(counts, key=lambda term: (-counts[term], term))[:MOST_TERMS]
    return {xxhash.xxh32_intdigest(term.encode("utf-8", "surrogatepass")): labels[term] for term in kept}


def packed(found: Iterable[int]) -> Terms:
    """Term hashes as they are stored: sorted, 32 bits, little-endian."""
    return np.array(sorted(set(found)), dtype="<u4")


def similar(story: Iterable[int], signs: Signs, past: Sequence[Past], most: int = 5) -> tuple[Alike, ...]:
    """The past cases that are most like the story, the likest first; ties go to the later case."""
    asked = packed(story)
    if not len(asked) or not past:
        return ()
    every = np.concatenate([one.terms for one in past])
    owner = np.repeat(np.arange(len(past)), [len(one.terms) for one in past])
    place = np.minimum(np.searchsorted(asked, every), len(asked) - 1)
    hit = asked[place] == every
    place, owner = place[hit], owner[hit]
    spread = np.bincount(place, minlength=len(asked))
    rarity = np.log((len(past) + 1.0) / (spread + 0.5))
    rarity[rarity < 0] = 0.0
    total = float(rarity.sum()) or 1.0
    share = np.bincount(owner, weights=rarity[place], minlength=len(past)) / total
    scores = [round(float(share[n]) + _signs(signs, one.signs), 9) for n, one in enumerate(past)]
    ranked = sorted((n for n in range(len(past)) if scores[n] >= LEAST and share[n] > 0), key=lambda n: (-scores[n], -past[n].case))
    found = []
    for n in ranked[:most]:
        mine = place[owner == n]
        best = sorted(mine.tolist(), key=lambda at: (-rarity[at], at))
        other = past[n].signs
        found.append(
            Alike(
                case=past[n].case,
                score=scores[n],
                share=round(float(share[n]), 9),
                shared=tuple(int(asked[at]) for at in best),
                category=bool(signs.category) and signs.category == other.category,
                places=tuple(sorted(set(signs.places) & set(other.places))),
                harms=tuple(sorted(set(signs.harms) & set(other.harms))),
            )
        )
    return tuple(found)


def _signs(one: Signs, other: Signs) -> float:
    return (
        CATEGORY * (bool(one.category) and one.category == other.category)
        + PLACE * bool(set(one.places) & set(other.places))
        + HARM * bool(set(one.harms) & set(other.harms))
    )


def shared_words(alike: Alike, labels: dict[int, str]) -> tuple[str, ...]:
    """The rarest shared terms as people read them; bigrams that lie within a longer word that is shown are left out."""
    chosen: list[str] = []
    for term in sorted(dict.fromkeys(labels[one] for one in alike.shared if one in labels), key=lambda word: -len(word)):
        if not any(term in longer for longer in chosen):
            chosen.append(term)
    order = {labels[one]: n for n, one in reversed(list(enumerate(alike.shared))) if one in labels}
    return tuple(sorted(chosen, key=lambda word: order[word])[:SHOWN_WORDS])
