"""A rule: everything a desk may set about how a score is made and becomes a level, as one dated whole.

The settings are read from the structs that hold them, so a part that is added there can be set here. Every setting has a plain name
(`weight.growth`, `level.yellow`, `hours.quiet`), its shipped default, and the range within which a desk may move it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import msgspec

from huiying.core.detect.detector import DetectConfig
from huiying.core.detect.score import Weights
from huiying.core.types import Level, Refusal
from huiying.core.warn.levels import LevelTable

_SHIPPED = DetectConfig()
# The weight of a harm that is to be called at once; it must by itself be enough for a warning.
AT_ONCE = "immediate"


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """The times that detection runs by: after `quiet` hours without an item a new wave begins; reports speak for `evidence` hours."""

    quiet: float = _SHIPPED.quiet_hours
    evidence: float = _SHIPPED.evidence_hours


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Weights, level table and times. The level table's id is that of the whole rule: every warning names it."""

    weights: Weights = Weights()
    levels: LevelTable = LevelTable()
    hours: Hours = Hours()

    @property
    def id(self) -> str:
        """The dated id, as the strategy of a warning ends in it."""
        return self.levels.id


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a desk may set: its name, shipped default and allowed range."""

    name: str
    default: float
    least: float
    most: float


SHIPPED = Rule()
_GROUPS: dict[str, str] = {"weight": "weights", "level": "levels", "hours": "hours"}
_HOURS: dict[str, tuple[float, float]] = {"quiet": (12.0, 168.0), "evidence": (6.0, 168.0)}


def _range(group: str, field: str, default: float) -> tuple[float, float]:
    if group == "level":
        return 0.1, 100.0
    if group == "hours":
        return _HOURS.get(field, (1.0, 168.0))
    # A weight keeps its sign: what speaks for a story may be silenced but not made to speak against it.
    if default < 0:
        return min(3 * default, -1.0), 0.0
    return 0.0, max(3 * default, 1.0)


def values(rule: Rule) -> dict[str, float]:
    """Every setting by name, in a fixed order."""
    found: dict[str, float] = {}
    for group, part in _GROUPS.items():
        struct = getattr(rule, part)
        for field in struct.__struct_fields__:
            value = getattr(struct, field)
            if isinstance(value, int | float) and not isinstance(value, bool):
                found[f"{group}.{field}"] = float(value)
    return found


def _settings() -> dict[str, Setting]:
    found = {}
    for name, default in values(SHIPPED).items():
        group, _, field = name.partition(".")
        least, most = _range(group, field, default)
        found[name] = Setting(name=name, default=default, least=least, most=most)
    return found


SETTINGS: dict[str, Setting] = _settings()


def changed(rule: Rule, changes: Mapping[str, float], id: str) -> Rule:
    """The rule with these settings and this id. Refuses an unknown name, a value outside its range, levels out of order, and a rule
    under which a harm that is to be called at once would give no warning."""
    parts: dict[str, dict[str, float]] = {part: {} for part in _GROUPS.values()}
    for name, value in changes.items():
        setting = SETTINGS.get(name)
        if setting is None:
            raise Refusal('There is no setting "%(name)s". There are: %(names)s.', name=name, names=", ".join(SETTINGS))
        # written so that NaN is refused too
        if not setting.least <= value <= setting.most:
            raise Refusal(
                "%(name)s cannot be %(value)s: it may be %(least)s to %(most)s.",
                name=name,
                value=f"{value:g}",
                least=f"{setting.least:g}",
                most=f"{setting.most:g}",
            )
        group, _, field = name.partition(".")
        parts[_GROUPS[group]][field] = value
    made = Rule(
        weights=msgspec.structs.replace(rule.weights, **parts["weights"]),
        levels=msgspec.structs.replace(rule.levels, **parts["levels"], id=id),
        hours=msgspec.structs.replace(rule.hours, **parts["hours"]),
    )
    _sound(made)
    return made


def _sound(rule: Rule) -> None:
    least = [rule.levels.least(level) for level in Level]
    if any(lower >= higher for lower, higher in pairwise(least)):
        raise Refusal("The levels must rise: blue, then yellow, then orange, then red, each above the one before.")
    at_once = getattr(rule.weights, AT_ONCE, None)
    if at_once is not None and at_once < rule.levels.blue:
        raise Refusal(
            "A harm that is to be called at once adds %(weight)s and would give no warning below %(least)s. Raise it, or lower blue.",
            weight=f"{at_once:g}",
            least=f"{rule.levels.blue:g}",
        )


def restored(known: Mapping[str, float], id: str) -> tuple[Rule, tuple[str, ...]]:
    """The rule that was stored by its values, and the names that this release no longer knows. What is new since has its default.

    A stored rule was sound when it was adopted, so it is taken as it is.
    """
    parts: dict[str, dict[str, float]] = {part: {} for part in _GROUPS.values()}
    lost = tuple(name for name in known if name not in SETTINGS)
    for name in SETTINGS:
        if name in known:
            group, _, field = name.partition(".")
            parts[_GROUPS[group]][field] = float(known[name])
    rule = Rule(
        weights=msgspec.structs.replace(SHIPPED.weights, **parts["weights"]),
        levels=msgspec.structs.replace(SHIPPED.levels, **parts["levels"], id=id),
        hours=msgspec.structs.replace(SHIPPED.hours, **parts["hours"]),
    )
    return rule, lost


def differences(before: Rule, after: Rule) -> dict[str, tuple[float, float]]:
    """The settings in which two rules differ: name → (before, after)."""
    old, new = values(before), values(after)
    return {name: (old[name], new[name]) for name in old if old[name] != new[name]}


def read_settings(texts: Mapping[str, str]) -> dict[str, float]:
    """Settings as a person writes them, name → number. Refuses what is no number."""
    found = {}
    for name, text in texts.items():
        try:
            found[name] = float(text.strip())
        except ValueError as error:
            raise Refusal('"%(text)s" is not a number (%(field)s).', text=text.strip()[:40], field=name) from error
    return found


def rule_of(strategy: str) -> str:
    """The id of the rule that a warning was decided by, from its strategy."""
    return strategy.rpartition("+")[2]
