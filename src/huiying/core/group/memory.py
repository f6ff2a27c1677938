"""The live stories as one object: what compiled code keeps in arrays, under names that say what happens to it."""

from __future__ import annotations

import msgspec
import numpy as np
import xxhash

from huiying.core.group.arrays import ID_BYTES, ITEMS, MEMBERS, SIGNS, STORIES, TERMS, Arrays, Doubles, empty
from huiying.core.group.considering import Weighed, candidate_sheet, consider, consider_story, sheets
from huiying.core.group.evidence import part_of
from huiying.core.group.evidence import weights as measured
from huiying.core.group.features import Features
from huiying.core.group.held import Held, hold
from huiying.core.group.members import arrive, find_member, hear, id_of, settle, settle_copy, sign_of
from huiying.core.group.pages import zeros
from huiying.core.group.room import make_room, short
from huiying.core.group.settings import StoryConfig
from huiying.core.types import Refusal

DAY = 86400.0
MOST_ID_BYTES = 1 << 14
MOST_SIGN_BYTES = 4 * SIGNS


class Memory:
    """Live stories, their terms and their items. The caller owns the clock, which never falls."""

    def __init__(self, config: StoryConfig, *, weights: Doubles | None = None) -> None:
        """`weights`, where they are not the measured ones."""
        self._config = config
        self._weights = measured() if weights is None else weights
        self._settings = np.array(
            [config.prior, config.busy_hours, config.recent, *config.rarity_exponent, *config.fading_hours], np.float64
        )
        self._kept = np.array(config.kept, np.int32)
        self._terms = sum(config.kept)
        self._candidates = candidate_sheet()
        self._hold(empty())

    def _hold(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._held: Held[Arrays] = hold(arrays)

    def arrive(self, item_id: str, clock: float) -> int | None:
        """Drop the stories that were silent for too long; the story of an item, None where it is in no live one."""
        slot = arrive(self._held, np.uint64(digest(item_id)), clock, self._config.live_days * DAY)
        return None if slot < 0 else int(self.arrays.member["story"][slot])

    def weigh(self, item: Features, clock: float) -> Weighed:
        """The evidence for each story that the item may belong to. Makes room first: tables are laid out anew before slots are read."""
        self._room(len(item.rows), MOST_ID_BYTES + MOST_SIGN_BYTES)
        filled = sheets(self._terms, self._candidates)
        found = consider(
            self._held, item.rows, item.kind, item.unspaced, item.outlet, item.letters, item.sense, clock, self._settings, self._kept,
            self._weights, part_of(), *filled,
        )  # fmt: skip
        return Weighed.on(filled, found)

    def weigh_story(self, story: int, most_terms: int, clock: float) -> Weighed:
        """The evidence for each other story that a story may be one with."""
        filled = sheets(most_terms, candidate_sheet())
        return Weighed.on(filled, consider_story(self._held, story, most_terms, clock, self._settings, self._weights, part_of(), *filled))

    def enter(self, item_id: str, item: Features, weighed: Weighed, joined: bool, clock: float) -> int:
        """Add an item to the best of the candidates or to a story of its own, right after `weigh`. Gives the slot of the item."""
        name = _bytes(item_id)
        return settle(
            self._held, np.uint64(digest(item_id)), np.frombuffer(name, np.uint8), weighed.best if joined else -1, item.rows, weighed.terms,
            weighed.candidates, item.sense, item.unspaced, item.outlet, self._config.busy_hours, clock, weighed.chance,
        )  # fmt: skip

    def attach(self, item_id: str, original: int, clock: float) -> int:
        """Add a copy of a member. Gives the slot of the item."""
        name = _bytes(item_id)
        self._room(0, len(name) + MOST_SIGN_BYTES)
        key = np.uint64(digest(item_id))
        return settle_copy(self._held, key, np.frombuffer(name, np.uint8), original, self._config.busy_hours, clock)

    def touch(self, story: int, clock: float) -> None:
        """An item of a story was seen again."""
        hear(self._held, story, clock, self._config.busy_hours)

    def _room(self, terms: int, id_size: int) -> None:
        missing = short(self._held, terms, id_size)
        if missing:
            self._hold(make_room(self.arrays, missing, terms, id_size))

    def story_of(self, item_id: str) -> int | None:
        """The story of an item, None where it is in no live one."""
        slot = find_member(self.arrays, np.uint64(digest(item_id)))
        return None if slot < 0 else int(self.arrays.member["story"][slot])

    def name(self, story: int) -> str:
        """The key of a story for the rest of the desk: a hash of its first item's id."""
        return key_of(int(self.arrays.story["name"][story]))

    def item(self, slot: int) -> str:
        """The id of an item."""
        return id_of(self.arrays, slot)

    def items(self, story: int) -> list[str]:
        """The ids of a story's items, first to last."""
        return [self.item(slot) for slot in self.members(story)]

    def members(self, story: int) -> list[int]:
        """The slots of a story's items, first to last."""
        found = []
        slot = int(self.arrays.story["member"][story])
        while slot >= 0:
            found.append(slot)
            slot = int(self.arrays.member["next"][slot])
        return found[::-1]

    def signs(self, slots: list[int]) -> np.ndarray:
        """The first places of items, a row an item."""
        return np.array([sign_of(self.arrays, slot) for slot in slots])

    def items_seen(self) -> int:
        """How many items came by, copies included."""
        return int(self.arrays.whole[ITEMS])

    def split_name(self, slot: int) -> str:
        """The key that a story beginning with this item would have, were it split off."""
        return f"s{digest(self.item(slot) + ' split'):016x}"

    def story(self, slot: int) -> int:
        """The story of an item by its slot."""
        return int(self.arrays.member["story"][slot])

    def dump(self) -> bytes:
        """Everything needed to go on exactly."""
        rows = [(name, _kind(array), array.shape, array.reshape(-1).view(np.uint8).data) for name, array in self._used()]
        return msgspec.msgpack.encode(rows)

    def _used(self) -> list[tuple[str, np.ndarray]]:
        arrays, whole = self.arrays, self.arrays.whole
        ends = {name: whole[STORIES] for name in arrays._fields if name.startswith("story")}
        ends |= {"term": whole[TERMS], "member": whole[MEMBERS], "ids": whole[ID_BYTES]}
        ends |= {"postings": arrays.postings_free[-1], "entries": arrays.entries_free[-1], "weights": arrays.entries_free[-1]}
        return [(name, array[: int(ends.get(name, len(array)))]) for name, array in arrays._asdict().items()]

    @classmethod
    def load(cls, data: bytes, config: StoryConfig) -> Memory:
        """The memory that `dump` saved. Raises Refusal where the bytes are none."""
        self = cls(config)
        try:
            rows = msgspec.msgpack.decode(data, type=list[tuple[str, str, tuple[int, ...], memoryview]])
            found = {name: (kind, shape, body) for name, kind, shape, body in rows}
            self._hold(Arrays(**{name: _restored(*found[name], fresh) for name, fresh in empty()._asdict().items()}))
        except (msgspec.MsgspecError, KeyError, ValueError, TypeError) as error:
            raise Refusal("The snapshot of the stories cannot be read: %(error)s.", error=error) from error
        return self


def _kind(array: np.ndarray) -> str:
    """What a row of an array is made of, in words that are the same wherever that is."""
    return repr(array.dtype.descr)


def _restored(kind: str, shape: tuple[int, ...], body: memoryview, fresh: np.ndarray) -> np.ndarray:
    """An array of its own with these bytes in it, at least as long as a fresh one. Raises ValueError where it is of another kind."""
    if kind != _kind(fresh) or shape[1:] != fresh.shape[1:]:
        raise ValueError("an array has another shape")
    used = np.frombuffer(body, fresh.dtype).reshape(shape)
    whole = zeros(max(len(used), len(fresh)), fresh.dtype, *fresh.shape[1:])
    whole[: len(used)] = used
    return whole


def _bytes(item_id: str) -> bytes:
    name = item_id.encode("utf-8", "surrogatepass")
    if len(name) > MOST_ID_BYTES:
        raise Refusal("The id %(id)s… is longer than %(most)d bytes.", id=item_id[:40], most=MOST_ID_BYTES)
    return name


def key_of(name: int) -> str:
    """The key of a story by its name as a number."""
    return f"s{name:016x}"


def digest(item_id: str) -> int:
    """64 bits that stand for an id."""
    return xxhash.xxh3_64_intdigest(item_id.encode("utf-8", "surrogatepass"))
