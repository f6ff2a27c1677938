"""Investigations of a case: who may lead one, who may write down what it found, and which names a statement of cause must give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

import msgspec

from huiying.core.types import Refusal


class InvestigationKind(StrEnum):
    """Who investigates: a part of the body itself, an office above it, or somebody who answers to neither."""

    INTERNAL = "internal"
    SUPERIOR = "superior"
    INDEPENDENT = "independent"


class Body(msgspec.Struct, frozen=True):
    """Who investigates: its name in Chinese and in English, one of them at least, and its id where it is a department of ours."""

    zh: str
    en: str
    department: int | None = None


def check_kind(kind: str) -> None:
    """Refuses a kind that does not exist."""
    if kind not in set(InvestigationKind):
        raise Refusal("%(name)s is no kind of investigation; the kinds are %(kinds)s.", name=kind, kinds=", ".join(InvestigationKind))


def check_body(body: Body, accused: Mapping[int, Collection[str]]) -> None:
    """Refuses a body without a name, and one that is, or has in its name, a department that a claim of the case is about.

    `accused` maps the ids of those departments to their names.
    """
    names = [name.strip().casefold() for name in (body.zh, body.en) if name.strip()]
    if not names:
        raise Refusal("An investigation needs the name of the body that investigates.")
    if max(map(len, names)) > 200:
        raise Refusal("The name of the investigating body has at most %(most)d characters.", most=200)
    if body.department in accused or any(one.casefold() in name for its in accused.values() for one in its if one for name in names):
        raise Refusal(
            "A claim of this case is about this department. It cannot investigate itself: another body must, such as a superior one."
        )


def outside(member_department: int | None, accused: Collection[int]) -> None:
    """Refuses to let somebody of a department that a claim of the case is about write down what was found."""
    if member_department in accused:
        raise Refusal("A claim of this case is about your own department. Somebody outside it must write down what was found.")


def names_wanted(bodies: Iterable[Body], lang: str) -> tuple[str, ...]:
    """The name by which a text in `lang` ("zh" or "en") calls each body: its name in that language, or the only one it has."""
    return tuple((body.zh or body.en) if lang == "zh" else (body.en or body.zh) for body in bodies)
