"""The titles of a day as unit vectors, and how like each other they are."""

from __future__ import annotations

import msgspec

_SAME = 1e-9  # cosines no further apart may be equal: they were added up in another order


class Title(msgspec.Struct, array_like=True, gc=False):
    """A title of the last day: `key` is what it says, `places` and `weights` its pieces as a unit vector, `links` the linked titles."""

    number: int
    at: float
    items: list[str]
    key: str
    outlets: list[str]
    heat: float
    rank: int
    places: list[int]
    weights: list[float]
    links: list[int]


class Reach(msgspec.Struct, gc=False):
    """How far a title reaches: its dot product with others by number, and what pieces that were left out can add to one at most."""

    products: dict[int, float]
    rest: float


def nearest(title: Title, others: list[Title], reach: Reach) -> float:
    """The greatest cosine of one of them, 0.0 where there is none. Who cannot be nearer than the nearest so far is not looked at."""
    weights = dict(zip(title.places, title.weights, strict=True))
    products, best = reach.products, 0.0
    for other in sorted(others, key=lambda other: -products.get(other.number, 0.0)):
        if products.get(other.number, 0.0) + reach.rest < best - _SAME:
            break
        cosine = sum([weight * weights[place] for place, weight in zip(other.places, other.weights, strict=True) if place in weights])
        best = max(best, cosine)
    return best


def cohesion(titles: list[Title]) -> float:
    """The mean cosine over all pairs."""
    vectors = [dict(zip(title.places, title.weights, strict=True)) for title in titles]
    total = 0.0
    for at, a in enumerate(vectors):
        for b in vectors[:at]:
            total += sum([weight * b[place] for place, weight in a.items() if place in b])
    pairs = len(vectors) * (len(vectors) - 1) / 2
    return total / pairs if pairs else 0.0
