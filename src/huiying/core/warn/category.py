"""Which of the desk's eleven kinds of concern a text is about, by its sense and its words. A suggestion: a person may know better."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import zip_longest

import msgspec
import numpy as np

from huiying.core.clean.text import fold
from huiying.core.group.arrays import Doubles
from huiying.core.group.lexicon import concepts, concepts_of
from huiying.core.group.sense import sense_of_text
from huiying.core.warn import category_senses


class Category(StrEnum):
    """The kinds of concern that a response desk has a playbook for."""

    SAFETY = "safety"
    HEALTH = "health"
    EDUCATION = "education"
    ENVIRONMENT = "environment"
    LABOUR = "labour"
    HOUSING = "housing"
    UTILITIES = "utilities"
    TRANSPORT = "transport"
    FRAUD = "fraud"
    GOVERNANCE = "governance"
    IMAGE = "image"


class Kinship(msgspec.Struct, frozen=True, kw_only=True):
    """The category that fits best and the words or watch topics behind it, strongest first; no reason where its sense alone speaks."""

    category: Category
    weight: float
    reasons: tuple[str, ...]


_FIELDS = {
    "utilities": Category.UTILITIES, "safety": Category.SAFETY, "disaster": Category.SAFETY, "weather": Category.SAFETY,
    "health": Category.HEALTH, "education": Category.EDUCATION, "environment": Category.ENVIRONMENT, "labour": Category.LABOUR,
    "housing": Category.HOUSING, "transport": Category.TRANSPORT, "fraud": Category.FRAUD, "consumer": Category.FRAUD,
    "governance": Category.GOVERNANCE, "conduct": Category.GOVERNANCE, "culture": Category.IMAGE, "internet": Category.IMAGE,
}  # fmt: skip
_FACETS = {"event": 2.0, "harm": 1.0, "object": 1.0, "body": 1.0, "act": 0.5}
# Words of offices and of the net stand in every complaint.
_EVERYWHERE = {Category.GOVERNANCE: 0.5, Category.IMAGE: 0.6}
_TOPIC, _TITLE = 4.0, 2.0
# Words prove less than a regression thinks who sees each of them as a proof of its own.
_WORDS, _WORDS_MOST = 0.7, 2.0
_LIKELY = 0.35  # from which the sense alone is worth a suggestion


def category_of(titles: Sequence[str], texts: Sequence[str], topics: Iterable[str] = ()) -> Kinship | None:
    """The category of a story from what its items are about, their words and the topics of the watches that found it; None where nothing
    speaks for any.

    A concept counts once a text, twice in a title; ties go to the graver category, in the order above.
    """
    named = [Category(topic) for topic in sorted(set(topics)) if topic in set(Category)]
    found: dict[Category, dict[str, float]] = {}

    def speak(category: Category | None, reason: str, weight: float) -> None:
        if category is not None:
            reasons = found.setdefault(category, {})
            reasons[reason] = reasons.get(reason, 0.0) + weight

    known = concepts()
    for words, factor in (*((title, _TITLE) for title in titles), *((text, 1.0) for text in texts)):
        folded = fold(words)
        for name, label in {mention.concept: folded[mention.start : mention.end] for mention in concepts_of(folded)}.items():
            if name in known:
                category = _FIELDS.get(known[name].field)
                usual = _EVERYWHERE.get(category, 1.0) if category else 1.0
                speak(category, label, usual * factor * _FACETS[known[name].facet] / max(len(titles), 1))
    return _best(found, named, _odds(titles, texts))


def _odds(titles: Sequence[str], texts: Sequence[str]) -> Doubles | None:
    """The log-probability of each category, by the sense of the titles and texts alone; None where no word of theirs is known."""
    alone = max(0, len(titles) - len(texts))  # what a story or a case is called stands before the titles of its items
    told = [*((title, "") for title in titles[:alone]), *zip_longest(titles[alone:], texts, fillvalue="")]
    senses = [sense for title, text in told if (sense := sense_of_text(fold(title), fold(text))).any()]
    if not senses:
        return None
    odds = np.array(category_senses.SENSES) @ np.append(np.mean(senses, axis=0), 1.0)
    odds -= odds.max()
    result: Doubles = odds - np.log(np.exp(odds).sum())
    return result


def _best(found: dict[Category, dict[str, float]], topics: Sequence[Category], odds: Doubles | None) -> Kinship | None:
    order = list(Category)
    sense = dict(zip(order, [0.0] * len(order) if odds is None else odds.tolist(), strict=True))
    told = [one for one in order if one in found or one in topics or (odds is not None and math.exp(sense[one]) >= _LIKELY)]
    if not told:
        return None
    weights = {
        one: min(_WORDS_MOST, _WORDS * math.fsum(found.get(one, {}).values())) + _TOPIC * topics.count(one) + sense[one] for one in told
    }
    category = max(told, key=lambda one: (round(weights[one], 6), -order.index(one)))
    words = found.get(category, {})
    reasons = sorted(words, key=lambda reason: (-words[reason], reason))
    by_watch = [category.value] if category in topics else []
    return Kinship(category=category, weight=round(weights[category], 6), reasons=tuple([*by_watch, *reasons][:4]))
