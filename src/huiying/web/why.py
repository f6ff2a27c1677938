"""Why an item is in its story, and why two stories may be one, in words: from what was stored then, never computed anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.core.types import Decision
from huiying.store.models import Item, Membership, Story
from huiying.store.stories import holder
from huiying.web import words
from huiying.web.templatetags.desk import spell

SHOWN = 6
N = words.N

# What each named part of a score says; its words, places or numbers stand behind it.
GROUNDS: dict[str, str] = {
    "shared_term": N("shared words"),
    "same_words": N("the same words"),
    "shared_passages": N("shared passages"),
    "place_agrees": N("the same place"),
    "place_differs": N("another place"),
    "number_agrees": N("the same number"),
    "number_differs": N("another number"),
    "organisation_agrees": N("the same body is named"),
    "event_agrees": N("the same kind of happening"),
    "event_differs": N("another kind of happening"),
    "concept_agrees": N("the same thing by another word or in the other language"),
    "sense_agrees": N("the same matter, in whatever words"),
    "name_transliterated": N("the same name in two scripts"),
    "same_outlet": N("an outlet that tells of this already"),
    "busy": N("much is told of this just now"),
    "language": N("in another language"),
    "nearest_alike": N("close to one item above all"),
    "rival": N("no other story is as near"),
    "idle": N("the time without a word in between"),
    "size": N("the size of the story"),
    "title_alike": N("how alike the titles are"),
}

# Where the same part takes from the score, it says this.
LACKING: dict[str, str] = {
    "shared_term": N("few shared words"),
    "title_alike": N("titles that are hardly alike"),
    "sense_agrees": N("another matter"),
    "rival": N("another story is as near"),
}
# Parts whose words are names of the lexicon: public_notice is a public notice.
NAMED = ("concept_agrees", "event_agrees", "event_differs")

# Parts whose value says more than a word behind them could; where the value only repeats the weight, nothing was measured.
MEASURED: dict[str, Callable[[float], str]] = {
    "idle": lambda value: _("%(time)s without a word in between") % {"time": spell(timedelta(hours=abs(value)))},
    "size": lambda value: (
        ngettext("a story of %(n)d item", "a story of %(n)d items", round(value)) % {"n": round(value)}
        if value >= 1
        else _("a small story")
    ),
    "title_alike": lambda value: _("titles that are %(percent)d %% alike") % {"percent": round(100 * min(max(value, 0.0), 1.0))},
}

# How far above what is enough, in log-odds, and what that is called.
STRENGTHS = ((3.0, N("Very strong")), (1.5, N("Strong")), (0.5, N("Fair")))
WEAKEST = N("Just enough")


@dataclass(frozen=True)
class Ground:
    """One part of the evidence: in words, the item that it points to, and what it adds."""

    text: str
    weight: str
    item: Item | None = None


@dataclass(frozen=True)
class Evidence:
    """What speaks for it and what against, heaviest first, and the figures for who wants them."""

    speaks_for: tuple[Ground, ...]
    speaks_against: tuple[Ground, ...]
    figures: str


@dataclass(frozen=True)
class Why:
    """Why an item is in its story: a sentence, the evidence, the story that came second, and the one it may yet belong to."""

    said: str
    evidence: Evidence
    original: Item | None
    second: Story | None
    second_score: str
    perhaps: Story | None


def strength(score: float, threshold: float) -> str:
    """How strong evidence is that was enough, in a word."""
    margin = score - threshold
    return _(next((word for least, word in STRENGTHS if margin >= least), WEAKEST))


def figures(score: float, threshold: float) -> str:
    """The two numbers behind the words."""
    return _("evidence %(score)s, enough is %(threshold)s") % {"score": f"{score:+.2f}", "threshold": f"{threshold:+.2f}"}


def grounds(reasons: Sequence[Mapping[str, Any]], items: Mapping[str, Item]) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
    """Named parts in words, those for it and those against, the heaviest of all first. Parts of one name are said together.

    A part that is not known here is said by its own name: what was stored is shown, whatever wrote it.
    """
    weights: dict[tuple[str, bool], float] = {}
    details: dict[tuple[str, bool], list[str]] = {}
    values: dict[tuple[str, bool], float] = {}
    for part in reasons:
        weight = float(part.get("weight") or 0.0)
        if weight == 0.0:
            continue
        key = (str(part.get("name", "")), weight > 0)
        weights[key] = weights.get(key, 0.0) + weight
        value = float(part.get("value") or 0.0)
        if value != weight:
            values.setdefault(key, value)
        if part.get("detail"):
            details.setdefault(key, []).append(str(part["detail"]))
    heaviest = sorted(weights, key=lambda key: (-abs(weights[key]), key))[:SHOWN]
    found = [(key[1], _ground(key[0], values.get(key), details.get(key, []), weights[key], items)) for key in heaviest]
    return tuple(ground for good, ground in found if good), tuple(ground for good, ground in found if not good)


def _ground(name: str, value: float | None, details: list[str], weight: float, items: Mapping[str, Item]) -> Ground:
    measured = MEASURED[name](value) if value is not None and name in MEASURED else ""
    if measured:
        said = measured
    elif weight < 0 and not details and name in LACKING:
        said = _(LACKING[name])
    else:
        said = words.word(GROUNDS, name) if name in GROUNDS else name.replace("_", " ")
    item = next((items[detail] for detail in details if detail in items), None)
    if item is None and details and not measured and name != "nearest_alike":
        plain = [detail.replace("_", " ") for detail in details] if name in NAMED else details
        said += _(": ") + _(", ").join(dict.fromkeys(plain))
    return Ground(said, f"{weight:+.2f}", item)


def evidence(reasons: Sequence[Mapping[str, Any]], score: float | None, threshold: float | None, items: Mapping[str, Item]) -> Evidence:
    """The stored parts with their figures."""
    speaks_for, speaks_against = grounds(reasons, items)
    return Evidence(speaks_for, speaks_against, "" if score is None or threshold is None else figures(score, threshold))


def why(membership: Membership, stories: Mapping[str, Story], items: Mapping[str, Item]) -> Why:
    """The stored reasons of one membership. `stories` and `items` are those that it may name, by key."""
    reasons: list[dict[str, Any]] = membership.reasons or []
    copy = membership.decision == Decision.DUPLICATE
    alone = membership.decision == Decision.NEW and not (reasons or membership.runner_up or membership.perhaps)
    second, near = membership.runner_up or {}, membership.perhaps or {}
    return Why(
        said=_copied(reasons) if copy else _("It began this story: no earlier one was like it.") if alone else _said(membership),
        evidence=Evidence((), (), "") if copy or alone else evidence(reasons, membership.score, membership.threshold, items),
        original=membership.duplicate_of,
        second=_elsewhere(stories.get(second.get("story", "")), membership),
        second_score=f"{second.get('score', 0.0):+.2f}",
        perhaps=_elsewhere(stories.get(near.get("story", "")), membership),
    )


def _elsewhere(story: Story | None, membership: Membership) -> Story | None:
    """The story that holds this one now, unless the item stands in it."""
    if story is None:
        return None
    found = holder(story)
    return found if found.pk != membership.story_id else None


def _said(membership: Membership) -> str:
    if membership.decision == Decision.JOIN:
        values = {"strength": strength(membership.score, membership.threshold)}
        return _("%(strength)s evidence that it tells of this happening.") % values
    if membership.score > 0:
        return _("It began this story: for the nearest earlier one the evidence was not enough.")
    return _("It began this story: the evidence spoke against the nearest earlier one.")


def _copied(reasons: list[dict[str, Any]]) -> str:
    for part in reasons:
        if part["name"] == "same_words":
            return _("A copy: it has the same words as")
        if part["name"] == "shared_passages":
            return _("A copy: %(shared)d of %(total)d passages are shared with") % {
                "shared": round(part["value"]),
                "total": round(part["baseline"]),
            }
    return _("A copy of")
