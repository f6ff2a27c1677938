"""Reasons that a person can read: shared terms put back into the phrases they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from huiying.core.group.tokens import is_bigram, is_character
from huiying.core.types import Contribution

REASONS = 5


def shared_terms(shared: Mapping[str, float], order: Iterable[str], words: str) -> tuple[Contribution, ...]:
    """The heaviest shared terms, bigrams that follow each other in `words` joined: 停水, 水通 and 通知 are 停水通知.

    A single character counts for the first phrase that holds it.

    `shared` is term → what it adds to the likeness, `order` all terms of the item as they are read, `words` its folded text.
    """
    found: dict[str, float] = {}
    phrase, value = "", 0.0
    kept = [term for term in order if term in shared]
    for term in [term for term in kept if not is_character(term)]:
        added = shared[term]
        if phrase and is_bigram(term) and phrase[-1] == term[0] and phrase + term[1] in words:
            phrase, value = phrase + term[1], value + added
        else:
            if phrase:
                found[phrase] = found.get(phrase, 0.0) + value
            phrase, value = term, added
    if phrase:
        found[phrase] = found.get(phrase, 0.0) + value
    for letter in filter(is_character, kept):
        holder = next((phrase for phrase in found if letter in phrase), letter)
        found[holder] = found.get(holder, 0.0) + shared[letter]
    heaviest = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:REASONS]
    return tuple([Contribution(name="shared_term", detail=term, value=value, weight=value) for term, value in heaviest])
