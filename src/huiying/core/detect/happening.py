"""What is being talked of right now: the titles of the last day that tell of the same thing as a new one, whatever story they stand in.

Grouping is careful, so that on a dense stream one happening begins as several small stories. To see it in time the new title is held
against all of the last day: titles near to it, and those near to them in turn, are its happening. Beside them stands the piece of the title
that is most out of the ordinary, and how many titles of the day hold it.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable

import msgspec
import numpy as np

from huiying.core.detect.alike import Reach, Title, cohesion, nearest
from huiying.core.detect.profile import Profile, Rhythm
from huiying.core.detect.usual import DAY, FLOOR, Slots, Usual, UsualState, bare, normalised, pieces, slots

HOUR = 3600.0
NEAR = 0.15  # cosine from which a title is near to the new one
LINKED = 0.25  # cosine from which it brings along what is linked to it
MOST = 60  # titles of one happening
SAMPLE = 12  # of them that are compared with each other
KNOWN_DAYS = 7
AHEAD = 12 * HOUR
_VISITS = 6000
_HEAT_STEP = 0.001


class Happening(msgspec.Struct, frozen=True, gc=False):
    """What stands around one new title, itself included. Counts are of titles of the last day with different words.

    `near` are directly near; `titles`, `half_day`, `three_hours`, `hour` the happening's in the last 24, 12, 3 and 1 hours; `outlets` who
    carries them. `word` is the piece most out of the ordinary, `word_day` and `word_six` titles with it in 24 and 6 hours, `word_usual`
    such titles on a usual day, at least FLOOR, `word_near` the greatest cosine of one of them. Heat is the logarithm against the usual heat
    of a platform's new entries; `rank` the best place on a list, 0 for none. `gap` and `age` are hours since the last and the first title.
    `ahead` is how busy the next half day usually is, 1.0 for average; `length` the new title's in characters.
    """

    items: tuple[str, ...]
    titles: int
    near: int
    half_day: int
    three_hours: int
    hour: int
    outlets: int
    cohesion: float
    nearest: float
    word: str
    word_day: int
    word_six: int
    word_outlets: int
    word_usual: float
    word_near: float
    word_heat: float
    second_heat: float
    rank: int
    gap: float
    age: float
    ahead: float
    length: int


class LatelyState(msgspec.Struct, array_like=True):
    """Everything that `Lately` remembers."""

    usual: UsualState
    rhythm: Rhythm
    offset: int
    next: int
    titles: list[Title]
    known: list[tuple[str, float]]
    heats: list[tuple[str, float]]


class Lately:
    """The titles of the last day. Called in order of time."""

    def __init__(self, offset: int = 0) -> None:
        self._usual = Usual()
        self._profile = Profile(offset)
        self._offset = offset
        self._next = 0
        self._titles: dict[int, Title] = {}
        self._order: deque[int] = deque()
        # numbers and weights of the titles with a piece; a deque takes 600 bytes for its first number, and most pieces have one
        self._by_place: dict[int, tuple[list[int], list[float]]] = {}
        self._by_item: dict[str, int] = {}
        self._by_key: dict[str, int] = {}
        self._known: dict[str, float] = {}
        self._heats: dict[str, float] = {}

    @property
    def titles(self) -> int:
        """How many titles with different words the last day brought."""
        return len(self._titles)

    def enter(self, item: str, source: str, folded: str, at: float, heat: float | None, rank: int | None) -> Happening | None:
        """Takes up a title, folded. Its happening; None where nothing is near, or where these very words are known."""
        self._forget(at)
        self._profile.update(at)
        warmth = self._warmth(source, heat, first=True)
        key = bare(folded)
        if not key:
            return None
        before = self._known.pop(key, None)
        self._known[key] = at
        if before is not None:
            self._again(key, item, source, warmth, rank)
            return None
        found = slots(pieces(folded))
        places, words = np.array(list(found), dtype=np.int64), list(found.values())
        self._usual.add(places, at)
        weights = normalised(self._usual.rarity(places))
        title = Title(self._next, at, [item], key, [source], warmth, rank or 0, places.tolist(), weights.tolist(), [])
        near, reach = self._near(title)
        for cosine, other in near:
            if cosine >= LINKED:
                title.links.append(other.number)
                other.links.append(title.number)
        happening = self._happening(title, near, reach, words, places) if near else None
        self._keep(title)
        return happening

    def observe(self, item: str, heat: float | None, rank: int | None, source: str) -> None:
        """An entry was seen again: it may have grown hotter."""
        number = self._by_item.get(item)
        if number is not None:
            _warm(self._titles[number], self._warmth(source, heat, first=False), rank)

    def _warmth(self, source: str, heat: float | None, *, first: bool) -> float:
        if not heat or heat <= 0 or not math.isfinite(heat):
            return 0.0
        value, usual = math.log(heat), self._heats.get(source)
        if first:
            usual = self._heats[source] = value if usual is None else usual + _HEAT_STEP * (value - usual)
        return 0.0 if usual is None else value - usual

    def _again(self, key: str, item: str, source: str, warmth: float, rank: int | None) -> None:
        number = self._by_key.get(key)
        if number is None:
            return
        title = self._titles[number]
        title.items.append(item)
        self._by_item[item] = number
        if source not in title.outlets:
            title.outlets.append(source)
        _warm(title, warmth, rank)

    def _near(self, title: Title) -> tuple[list[tuple[float, Title]], Reach]:
        """The titles of the last day near to this one, nearest first, and what is known of all others. Common pieces are left out where
        there are too many to go through."""
        lists = sorted(
            [
                (len(held[0]), place, weight)
                for place, weight in zip(title.places, title.weights, strict=True)
                if (held := self._by_place.get(place))
            ]
        )
        products: dict[int, float] = {}
        left = _VISITS
        rest = 0.0
        for size, place, weight in lists:
            left -= size
            if left < 0:
                rest += weight * weight
                continue
            for number, other in zip(*self._by_place[place], strict=True):
                products[number] = products.get(number, 0.0) + weight * other
        found = [(cosine, self._titles[number]) for number, cosine in products.items() if cosine >= NEAR]
        found.sort(key=lambda pair: (-pair[0], pair[1].number))
        return found[:MOST], Reach(products, math.sqrt(rest))

    def _reached(self, title: Title, near: list[tuple[float, Title]]) -> list[Title]:
        """The titles of one happening in order of time: those near to it, and what hangs on them by links."""
        found = {title.number: title}
        found.update({other.number: other for _, other in near})
        waiting = deque([other for cosine, other in near if cosine >= LINKED])
        while waiting and len(found) < MOST:
            for number in waiting.popleft().links:
                other = self._titles.get(number)
                if other is not None and number not in found and len(found) < MOST:
                    found[number] = other
                    waiting.append(other)
        return [found[number] for number in sorted(found)]

    def _happening(self, title: Title, near: list[tuple[float, Title]], reach: Reach, words: list[str], places: Slots) -> Happening:
        titles, now = self._reached(title, near), title.at
        times = [other.at for other in titles]
        heats = sorted([other.heat for other in titles], reverse=True)
        chosen, usual, holders = self._word(places)
        return Happening(
            items=tuple([other.items[0] for other in titles]),
            titles=len(titles),
            near=len(near) + 1,
            half_day=_since(times, now - 12 * HOUR),
            three_hours=_since(times, now - 3 * HOUR),
            hour=_since(times, now - HOUR),
            outlets=len({outlet for other in titles for outlet in other.outlets}),
            cohesion=cohesion(titles[-SAMPLE:]),
            nearest=near[0][0],
            word=words[chosen],
            word_day=len(holders) + 1,
            word_six=_since([other.at for other in holders], now - 6 * HOUR) + 1,
            word_outlets=len({outlet for other in [title, *holders] for outlet in other.outlets}),
            word_usual=usual,
            word_near=nearest(title, holders, reach),
            word_heat=max([other.heat for other in [title, *holders]]),
            second_heat=heats[1],
            rank=min([other.rank for other in titles if other.rank], default=0),
            gap=(now - times[-2]) / HOUR,
            age=(now - times[0]) / HOUR,
            ahead=self._profile.usual_hours(now, now + AHEAD) * HOUR / AHEAD,
            length=len(title.key),
        )

    def _word(self, places: Slots) -> tuple[int, float, list[Title]]:
        """The piece of a title whose titles of the day are most surprising beside a usual day (a Poisson log-likelihood ratio): which it
        is, how many titles usually have it, and those of today."""
        usual = np.maximum(self._usual.a_day(places), FLOOR).tolist()
        best, chosen = -1.0, 0
        for at, place in enumerate(places.tolist()):
            count = len(self._by_place[place][0]) + 1 if place in self._by_place else 1
            mean = usual[at]
            surprise = count * math.log(count / mean) - (count - mean) if count > 1 and count > mean else 0.0
            if surprise > best:
                best, chosen = surprise, at
        held = self._by_place.get(int(places[chosen]))
        return chosen, usual[chosen], [self._titles[number] for number in held[0]] if held else []

    def _keep(self, title: Title) -> None:
        self._next = title.number + 1
        self._titles[title.number] = title
        self._order.append(title.number)
        self._by_item.update(dict.fromkeys(title.items, title.number))
        self._by_key[title.key] = title.number
        for place, weight in zip(title.places, title.weights, strict=True):
            numbers, weights = self._by_place.setdefault(place, ([], []))
            numbers.append(title.number)
            weights.append(weight)

    def _forget(self, now: float) -> None:
        while self._order and self._titles[self._order[0]].at < now - DAY:
            title = self._titles.pop(self._order.popleft())
            del self._by_key[title.key]
            for item in title.items:
                del self._by_item[item]
            for place in title.places:
                numbers, weights = self._by_place[place]
                del numbers[0], weights[0]
                if not numbers:
                    del self._by_place[place]
        while self._known:
            key, at = next(iter(self._known.items()))
            if at >= now - KNOWN_DAYS * DAY:
                break
            del self._known[key]

    def state(self) -> LatelyState:
        """What to hand to `restored`."""
        return LatelyState(
            self._usual.state(),
            self._profile.state(),
            self._offset,
            self._next,
            list(self._titles.values()),
            list(self._known.items()),
            list(self._heats.items()),
        )

    @classmethod
    def restored(cls, state: LatelyState) -> Lately:
        """What `state` was taken of."""
        self = cls(state.offset)
        self._usual.restore(state.usual)
        self._profile = Profile(state.offset, None, state.rhythm)
        for title in state.titles:
            self._keep(title)
        self._next = state.next
        self._known, self._heats = dict(state.known), dict(state.heats)
        return self


def _warm(title: Title, warmth: float, rank: int | None) -> None:
    title.heat = max(title.heat, warmth)
    if rank and rank > 0 and (title.rank == 0 or rank < title.rank):
        title.rank = rank


def _since(times: Iterable[float], start: float) -> int:
    return sum([at > start for at in times])
