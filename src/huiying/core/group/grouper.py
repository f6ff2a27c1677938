"""The one class that puts a stream of items into stories: copies first, then likeness."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

import msgspec

from huiying.core.clean.text import fold
from huiying.core.group.dedup import Copy, Dedup, DedupConfig
from huiying.core.group.explain import shared_terms
from huiying.core.group.fingerprint import fingerprint
from huiying.core.group.stories import StoryConfig, StoryIndex
from huiying.core.group.tokens import count_terms
from huiying.core.types import Assignment, Contribution, Decision, Item, Refusal, RunnerUp

STRATEGY = "tfidf-centroid@2026-11-24"


class GroupConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of both steps; the defaults are the ones that are measured."""

    dedup: DedupConfig = DedupConfig()
    stories: StoryConfig = StoryConfig()


class Grouper:
    """Assigns items to stories one by one, in rough order of `first_seen`; the clock is the latest time seen so far."""

    def __init__(self, config: GroupConfig = GroupConfig()) -> None:  # noqa: B008 - frozen
        self._config = config
        self._dedup = Dedup(config.dedup)
        self._index = StoryIndex(config.stories)
        self._clock = 0.0
        self._next = 0
        self._names: dict[int, str] = {}
        self._keys: dict[str, int] = {}
        self._members: dict[int, list[str]] = {}
        self._story: dict[str, int] = {}

    def assign(self, item: Item) -> Assignment:
        """The story of a new item and the reasons. Raises Refusal for an id that is already in a live story.

        An item that comes back after its story was forgotten returns to that story while its words are remembered.
        """
        self._advance(item.first_seen)
        if item.id in self._story:
            raise Refusal("The item %(id)s is already in a story; it can be seen again but not assigned again.", id=item.id)
        title, text = fold(item.title), fold(item.text)
        mark = fingerprint(item.kind, title, text)
        copy = None if mark is None else self._dedup.find(mark, self._clock)
        counts = count_terms(title, text)
        if copy is not None:
            return self._attach(item, copy, counts)
        placed = self._index.place(self._index.vector(counts), self._next, self._clock)
        if not placed.joined:
            name = _digest(item.id)
            self._name(placed.key, _digest(f"{item.id} {placed.key}") if name in self._keys else name)
        self._enter(item.id, placed.key)
        story = self._names[placed.key]
        if mark is not None:
            self._dedup.remember(mark, item.id, story, self._clock)
        return Assignment(
            item=item.id,
            story=story,
            decision=Decision.JOIN if placed.joined else Decision.NEW,
            score=placed.score,
            threshold=placed.threshold,
            strategy=STRATEGY,
            runner_up=None if placed.second is None else RunnerUp(story=self._names[placed.second], score=placed.second_score),
            reasons=shared_terms(placed.shared, counts, f"{title}\n{text}") if placed.shared else (),
        )

    def story_of(self, item_id: str) -> str | None:
        """The story of an item; None once its story is no longer live."""
        key = self._story.get(item_id)
        return None if key is None else self._names[key]

    def touch(self, item_id: str, at: datetime) -> str | None:
        """A known item was seen again at `at`: its story stays live. Returns the story, None where it is no longer live."""
        self._advance(at)
        key = self._story.get(item_id)
        if key is None:
            return None
        self._index.touch(key, self._clock)
        return self._names[key]

    def _advance(self, at: datetime) -> None:
        self._clock = max(self._clock, at.timestamp())
        for key in self._index.expire(self._clock):
            del self._keys[self._names.pop(key)]
            for member in self._members.pop(key):
                del self._story[member]

    def _name(self, key: int, name: str) -> None:
        self._next += 1
        self._names[key] = name
        self._keys[name] = key
        self._members[key] = []

    def _enter(self, item_id: str, key: int) -> None:
        self._story[item_id] = key
        self._members[key].append(item_id)

    def _attach(self, item: Item, copy: Copy, counts: dict[str, int]) -> Assignment:
        """A copy keeps its story live but adds no words to it: it is no voice of its own."""
        key = self._keys.get(copy.story)
        if key is None:
            key = self._next
            self._name(key, copy.story)
            self._index.open(key, self._index.vector(counts), self._clock)
        else:
            self._index.touch(key, self._clock)
        self._enter(item.id, key)
        reason = "same_words" if copy.exact else "shared_passages"
        return Assignment(
            item=item.id,
            story=copy.story,
            decision=Decision.DUPLICATE if copy.of != item.id else Decision.JOIN,
            score=copy.shared / copy.total,
            threshold=copy.threshold,
            strategy=STRATEGY,
            duplicate_of=copy.of if copy.of != item.id else None,
            reasons=(Contribution(name=reason, value=copy.shared, baseline=copy.total, weight=copy.shared / copy.total, detail=copy.of),),
        )

    def dump(self) -> bytes:
        """Everything needed to go on exactly as if there had been no stop."""
        stories = [[key, name, self._members[key]] for key, name in self._names.items()]
        return msgspec.msgpack.encode([STRATEGY, self._clock, self._next, stories, self._dedup.dump(), self._index.dump()])

    @classmethod
    def load(cls, data: bytes, config: GroupConfig = GroupConfig()) -> Grouper:  # noqa: B008 - frozen
        """The grouper that `dump` saved. Raises Refusal where the bytes are not a snapshot of this strategy."""
        self = cls(config)
        try:
            strategy, self._clock, self._next, stories, dedup, index = msgspec.msgpack.decode(data, type=_Snapshot)
            if strategy != STRATEGY:
                raise Refusal("The snapshot of the stories is of %(found)s, not of %(wanted)s.", found=strategy, wanted=STRATEGY)
            self._dedup.load(msgspec.msgpack.decode(dedup))
            self._index.load(msgspec.msgpack.decode(index))
        except msgspec.MsgspecError as error:
            raise Refusal("The snapshot of the stories cannot be read: %(error)s.", error=error) from error
        for key, name, members in stories:
            self._names[key] = name
            self._keys[name] = key
            self._members[key] = members
            self._story.update(dict.fromkeys(members, key))
        return self


_Snapshot = tuple[str, float, int, list[tuple[int, str, list[str]]], msgspec.Raw, msgspec.Raw]


def _digest(text: str) -> str:
    return "s" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
