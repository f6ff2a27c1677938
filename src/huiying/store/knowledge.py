"""The desk's own lists of words and places as the core reads them."""

from __future__ import annotations

from huiying.core.detect.divisions import divisions
from huiying.core.detect.parsing import Lists
from huiying.core.detect.places import Gazetteer, OwnPlace
from huiying.core.detect.watch import read_lists
from huiying.core.types import WordList
from huiying.store import models
from huiying.store.convert import list_of, place_of


def word_lists() -> tuple[WordList, ...]:
    """Every list, by name."""
    return tuple(map(list_of, models.WordList.objects.all()))


def terms() -> Lists:
    """Every list as a query reads it."""
    return read_lists(word_lists())


def own_places() -> tuple[OwnPlace, ...]:
    """The register of places, by name."""
    return tuple(map(place_of, models.Place.objects.all()))


def home() -> tuple[str, ...]:
    """Codes of the divisions that the desk answers for."""
    desk = models.Desk.objects.first()
    return tuple(desk.home) if desk else ()


def named_places() -> tuple[OwnPlace, ...]:
    """The places that were named when the desk was set up; one that the register has too stands there only."""
    desk = models.Desk.objects.first()
    registered = {place.name for place in own_places()}
    return tuple(OwnPlace(name) for name in (desk.places if desk else ()) if name not in registered)


def suggested_places() -> tuple[str, ...]:
    """Names to choose a place from: the desk's own, then the divisions of its province, or all cities where it names no division."""
    codes = home()
    near = [one for one in divisions().values() if (any(one.code[:2] == code[:2] for code in codes) if codes else one.level < 3)]
    near.sort(key=lambda one: (not any(one.code[:4] == code[:4] for code in codes), one.code))
    own = (*named_places(), *own_places())
    return tuple(dict.fromkeys((*(place.name for place in own), *(one.name for one in near))))


def gazetteer() -> Gazetteer:
    """The divisions of China with the desk's own places."""
    return Gazetteer((*named_places(), *own_places()), home())
