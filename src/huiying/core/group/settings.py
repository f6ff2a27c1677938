"""The settings of grouping and the name of the strategy: whoever changes one changes the other."""

from __future__ import annotations

import msgspec

from huiying.core.group.dedup import DedupConfig

STRATEGY = "evidence@2026-11-27"


class StoryConfig(msgspec.Struct, frozen=True, kw_only=True):
    """A term's weight is (1 + ln count) × ln((stories + `prior`) / (stories with it + 1))^`rarity_exponent`, of at most `kept` a group
    (words, characters, concepts, places, regions, numbers, events).

    A story silent for `live_days` is forgotten. Of stories that share the item's rarest terms those are looked at that were heard of last,
    likeness falling with √(1 + silence / `fading_hours`), and the `recent` last ones of all. How busy a story or the stream is halves in
    about `busy_hours`. An item that begins its own story although its evidence for another comes within `perhaps` of the threshold is
    shown as perhaps of that one. Pairs are for items in spaced scripts and in scripts without spaces.
    """

    prior: float = 3.26
    rarity_exponent: tuple[float, float] = (1.328, 1.5)
    fading_hours: tuple[float, float] = (6.17, 2.75)
    busy_hours: float = 46.5
    live_days: float = 7.0
    recent: int = 5
    kept: tuple[int, int, int, int, int, int, int] = (48, 40, 16, 8, 4, 8, 16)
    perhaps: float = 1.0


class GroupConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of both steps; the defaults are the ones that are measured."""

    dedup: DedupConfig = DedupConfig()
    stories: StoryConfig = StoryConfig()
