"""Which of the desk's eleven kinds of concern a text is about, with the words that say so. A suggestion: a person may know better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from huiying.core.clean.text import fold
from huiying.core.group.lexicon import concepts, concepts_of


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
    """The category that fits best and the words or watch topics behind it, strongest first."""

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


def category_of(titles: Sequence[str], texts: Sequence[str], topics: Iterable[str] = ()) -> Kinship | None:
    """The category of a story from its items' words and the topics of the watches that found it; None where nothing speaks for any.

    A concept counts once a text, twice in a title; ties go to the graver category, in the order above.
    """
    found: dict[Category, dict[str, float]] = {}

    def speak(category: Category | None, reason: str, weight: float) -> None:
        if category is not None:
            reasons = found.setdefault(category, {})
            reasons[reason] = reasons.get(reason, 0.0) + weight

    for topic in sorted(set(topics)):
        if topic in set(Category):
            speak(Category(topic), topic, _TOPIC)
    known = concepts()
    for words, factor in (*((title, _TITLE) for title in titles), *((text, 1.0) for text in texts)):
        folded = fold(words)
        for name, label in {mention.concept: folded[mention.start : mention.end] for mention in concepts_of(folded)}.items():
            if name in known:
                category = _FIELDS.get(known[name].field)
                usual = _EVERYWHERE.get(category, 1.0) if category else 1.0
                speak(category, label, usual * factor * _FACETS[known[name].facet] / max(len(titles), 1))
    return _best(found)


def _best(found: dict[Category, dict[str, float]]) -> Kinship | None:
    if not found:
        return None
    order = list(Category)
    category = max(found, key=lambda one: (round(sum(found[one].values()), 6), -order.index(one)))
    reasons = sorted(found[category], key=lambda reason: (-found[category][reason], reason))
    return Kinship(category=category, weight=round(sum(found[category].values()), 6), reasons=tuple(reasons[:4]))
