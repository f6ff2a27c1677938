"""The one class that puts a stream of items into stories: copies first, then the weight of the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from huiying.core.group.considering import Weighed
from huiying.core.group.dedup import Copy, Dedup
from huiying.core.group.explain import NOTHING_NEAR, tell
from huiying.core.group.features import Features, features_of_all
from huiying.core.group.fingerprint import Print, fingerprint
from huiying.core.group.known_names import KnownNames
from huiying.core.group.memory import Memory, digest, key_of
from huiying.core.group.second_look import look
from huiying.core.group.settings import STRATEGY, GroupConfig
from huiying.core.types import Assignment, Contribution, Decision, Item, Proposal, Refusal, RunnerUp

__all__ = ["STRATEGY", "GroupConfig", "Grouper"]

# So many items are read before the first of them is placed.
AHEAD = 512


class _Read(NamedTuple):
    """What grouping knows of an item by itself."""

    features: Features
    mark: Print | None


class _Placed(NamedTuple):
    """An item in its story, and by what evidence."""

    item: str
    features: Features
    weighed: Weighed
    joined: bool


class Grouper:
    """Assigns items to stories one by one, in rough order of `first_seen`; the clock is the latest time seen so far."""

    def __init__(self, config: GroupConfig = GroupConfig()) -> None:  # noqa: B008 - frozen
        if config.dedup.window_days > config.stories.live_days:
            raise Refusal("Copies are remembered for longer than stories live: %(days)s days.", days=config.dedup.window_days)
        self._config = config
        self._dedup = Dedup(config.dedup)
        self._memory = Memory(config.stories)
        self._names = KnownNames()
        self._clock = 0.0
        self._looked = 0

    def assign(self, item: Item) -> Assignment:
        """The story of a new item and the reasons. Raises Refusal for an id that is already in a live story."""
        self._refuse_known(item)
        (read,) = self._read([item])
        return self._told(self._place(item, read))

    def take(self, items: Sequence[Item], fresh: Sequence[bool]) -> list[Assignment | str | None]:
        """What `assign` gives for each new item and `touch` for each that is only seen again, and sooner: some are read, then all of these
        placed, then all of these told, for what one of the three needs at hand another one pushes away."""
        found: list[Assignment | str | None] = []
        for start in range(0, len(items), AHEAD):
            part = list(zip(items[start : start + AHEAD], fresh[start : start + AHEAD], strict=True))
            reads = iter(self._read([item for item, new in part if new]))
            placed: list[_Placed | Assignment | str | None] = []
            for item, new in part:
                if new:
                    self._refuse_known(item)
                placed.append(self._place(item, next(reads)) if new else self.touch(item.id, item.first_seen))
            found += [self._told(place) if isinstance(place, _Placed) else place for place in placed]
        return found

    def _read(self, items: Sequence[Item]) -> list[_Read]:
        """What is read of items before they meet the stories; the names learn from them in this order."""
        features = features_of_all(items, self._names)
        return [_Read(f, fingerprint(item.kind, f.title, f.text)) for item, f in zip(items, features, strict=True)]

    def _refuse_known(self, item: Item) -> None:
        if self._arrive(item.id, item.first_seen) is not None:
            raise Refusal("The item %(id)s is already in a story; it can be seen again but not assigned again.", id=item.id)

    def _place(self, item: Item, read: _Read) -> _Placed | Assignment:
        """Put an item into a story; a copy is told of at once."""
        features, mark = read
        copy = None if mark is None else self._dedup.find(mark, self._clock)
        if copy is not None:
            return self._attach(item, copy)
        memory = self._memory
        weighed = memory.weigh(features, self._clock)
        joined = weighed.best >= 0 and weighed.total > 0.0
        slot = memory.enter(item.id, features, weighed, joined, self._clock)
        if mark is not None:
            self._dedup.remember(mark, slot, self._clock)
        return _Placed(item.id, features, weighed, joined)

    def _told(self, placed: _Placed | Assignment) -> Assignment:
        """Why an item is where it was put."""
        if isinstance(placed, Assignment):
            return placed
        item, features, weighed, joined = placed
        told = tell(features, weighed) if weighed.best >= 0 else NOTHING_NEAR
        nearest = RunnerUp(story=told.nearest, score=told.score) if told.nearest else None
        return Assignment(
            item=item,
            story=told.nearest if joined else key_of(digest(item)),
            decision=Decision.JOIN if joined else Decision.NEW,
            score=told.score,
            threshold=told.threshold,
            strategy=STRATEGY,
            runner_up=told.second if joined else nearest,
            perhaps=nearest if not joined and told.score > told.threshold - self._config.stories.perhaps else None,
            likeness=weighed.alike if joined else 0.0,
            reasons=told.reasons,
        )

    def story_of(self, item_id: str) -> str | None:
        """The story of an item; None once its story is no longer live."""
        story = self._memory.story_of(item_id)
        return None if story is None else self._memory.name(story)

    def touch(self, item_id: str, at: datetime) -> str | None:
        """A known item was seen again at `at`: its story stays live. Returns the story, None where it is no longer live."""
        story = self._arrive(item_id, at)
        if story is None:
            return None
        self._memory.touch(story, self._clock)
        return self._memory.name(story)

    def second_look(self, now: datetime) -> tuple[Proposal, ...]:
        """What a slower look suggests about the stories that items came into since the last one. Changes no story."""
        found = tuple(look(self._memory, self._looked, max(self._clock, now.timestamp())))
        self._looked = self._memory.items_seen()
        return found

    def _arrive(self, item_id: str, at: datetime) -> int | None:
        self._clock = max(self._clock, at.timestamp())
        return self._memory.arrive(item_id, self._clock)

    def _attach(self, item: Item, copy: Copy) -> Assignment:
        self._memory.attach(item.id, copy.of, self._clock)
        original = self._memory.item(copy.of)
        reason = "same_words" if copy.exact else "shared_passages"
        return Assignment(
            item=item.id,
            story=self._memory.name(self._memory.story(copy.of)),
            decision=Decision.DUPLICATE,
            score=copy.shared / copy.total,
            threshold=copy.threshold,
            strategy=STRATEGY,
            duplicate_of=original,
            reasons=(Contribution(name=reason, value=copy.shared, baseline=copy.total, weight=copy.shared / copy.total, detail=original),),
        )

    def dump(self) -> bytes:
        """Everything needed to go on exactly as if there had been no stop."""
        return msgspec.msgpack.encode([STRATEGY, self._clock, self._looked, self._names.met, self._dedup.dump(), self._memory.dump()])

    @classmethod
    def load(cls, data: bytes, config: GroupConfig = GroupConfig()) -> Grouper:  # noqa: B008 - frozen
        """The grouper that `dump` saved. Raises Refusal where the bytes are not a snapshot of this strategy."""
        self = cls(config)
        try:
            strategy = msgspec.msgpack.decode(msgspec.msgpack.decode(data, type=list[msgspec.Raw])[0], type=str)
            if strategy != STRATEGY:
                raise Refusal("The snapshot of the stories is of %(found)s, not of %(wanted)s.", found=strategy, wanted=STRATEGY)
            _, self._clock, self._looked, met, dedup, memory = msgspec.msgpack.decode(data, type=_Snapshot)
            self._dedup.load(msgspec.msgpack.decode(dedup))
        except (msgspec.MsgspecError, IndexError) as error:
            raise Refusal("The snapshot of the stories cannot be read: %(error)s.", error=error) from error
        self._names = KnownNames(met)
        self._memory = Memory.load(memory, config.stories)
        return self


_Snapshot = tuple[str, float, int, dict[str, tuple[int, int]], msgspec.Raw, bytes]
