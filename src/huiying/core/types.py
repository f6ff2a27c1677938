"""The product's vocabulary: the things the stages hand to each other. All frozen, all times aware UTC.

There is no author anywhere in this file, and none may be added: what a person is called never enters the product.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What sort of publication an item is."""

    NEWS = "news"
    POST = "post"
    QUESTION = "question"
    HOTLINE = "hotline"
    HOTLIST = "hotlist"
    COMMENT = "comment"
    NOTICE = "notice"


class Level(StrEnum):
    """The four warning levels of 突发事件应对法 (2024) art. 64, lowest first: Ⅳ, Ⅲ, Ⅱ, Ⅰ."""

    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for blue to 3 for red."""
        return list(Level).index(self)


class Decision(StrEnum):
    """How an item came into its story."""

    NEW = "new"
    JOIN = "join"
    DUPLICATE = "duplicate"


class RawItem(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a parser found in a source, before cleaning. `published_raw` is the source's own date string, as written."""

    source: str
    native_id: str = ""
    kind: Kind = Kind.NEWS
    url: str = ""
    title: str = ""
    text: str = ""
    lang: str = ""
    published_raw: str = ""
    observed_at: datetime | None = None
    heat: float | None = None
    rank: int | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One published item, cleaned and masked. `text` and `title` are what people read; identity is `id`.

    `first_seen` is when we learned of it; `published_at` is the source's date, None where it gave none we can trust.
    `masked` counts what redaction hid, by kind ("phone" → 2).
    """

    id: str
    source: str
    kind: Kind
    url: str
    title: str
    text: str
    lang: str
    first_seen: datetime
    published_at: datetime | None = None
    heat: float | None = None
    rank: int | None = None
    masked: dict[str, int] = {}

    @property
    def at(self) -> datetime:
        """The time that detection runs on: never in the future of what we saw."""
        if self.published_at is not None and self.published_at < self.first_seen:
            return self.published_at
        return self.first_seen


class Contribution(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One named part of a score: what was measured, against what, and what it adds (`weight`).

    `value` and `baseline` share the unit that `name` implies; `p` is a p-value where the part is a test. `detail` are the
    words, terms or places behind the number.
    """

    name: str
    value: float
    baseline: float = 0.0
    weight: float = 0.0
    p: float | None = None
    detail: str = ""


class RunnerUp(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The story that came second, and its score."""

    story: str
    score: float


class Assignment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why an item is in its story.

    `score` is how strongly the evidence speaks for the best story and `threshold` how strongly it must, in log-odds that both tell of one
    happening (share of passages, 0..1, for a duplicate). `reasons` are the named parts of the score. `runner_up` came second. `perhaps` is
    the story that an item which began its own may yet belong to: near, but not near enough for a machine to say so. `likeness` is the
    cosine, 0..1, of an item's words with those of the story it joined.
    """

    item: str
    story: str
    decision: Decision
    score: float
    threshold: float
    strategy: str
    duplicate_of: str | None = None
    runner_up: RunnerUp | None = None
    perhaps: RunnerUp | None = None
    likeness: float = 0.0
    reasons: tuple[Contribution, ...] = ()


class ProposalKind(StrEnum):
    """What a second look at the stories may suggest."""

    MERGE = "merge"
    SPLIT = "split"


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion to a person, never carried out by itself.

    MERGE: the items of `other` tell of the same happening as `story`, which began first and would keep its key; `items` are all of
    `other`, `score` and `threshold` are log-odds and `reasons` the parts of the score. SPLIT: `items` of `story` tell of another
    happening than the rest; `other` is the key that their own story would have, `score` how many items speak for it and `threshold` how
    many must.
    """

    kind: ProposalKind
    story: str
    other: str
    items: tuple[str, ...]
    score: float
    threshold: float
    strategy: str
    reasons: tuple[Contribution, ...] = ()


class WatchQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's boolean query over words, with what the desk knows about it. `level` is the least level of a story it finds."""

    name: str
    query: str
    place: str = ""
    topics: tuple[str, ...] = ()
    lead_department: str = ""
    level: Level | None = None


class WordList(msgspec.Struct, frozen=True):
    """Words and phrases that mean the same to a desk, under one name. A query names all of them by `@name`."""

    name: str
    words: tuple[str, ...]


class Match(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A watch that an item satisfies."""

    watch: str
    item: str


class Warning(msgspec.Struct, frozen=True, kw_only=True):
    """A call to look at one story now. Emitted once when the story first deserves it and once for every rise of its level.

    `items` are the ids known at `at`; `reasons` sum (by weight) to `score`.
    """

    at: datetime
    story: str
    level: Level
    score: float
    items: tuple[str, ...]
    strategy: str
    reasons: tuple[Contribution, ...] = ()
    watch: str | None = None


class ActorKind(StrEnum):
    """Who acts: a member of staff, the public, or a system actor that is always shown as such."""

    STAFF = "staff"
    PUBLIC = "public"
    DETECTOR = "detector"
    TIMER = "timer"
    COLLECTOR = "collector"
    OPERATOR = "operator"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the record. `at` is ISO 8601 UTC to the microsecond; `data` is the canonical JSON text that was hashed."""

    id: int
    at: str
    actor_kind: str
    actor: str
    type: str
    subject: str
    data: str
    prev_hash: str
    hash: str


class Refusal(ValueError):
    """Something the product will not accept, said so that a person can act on it.

    `template` is the English sentence with %(name)s places and also the key of its translation; `values` fill the places.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template % values)
        self.template = template
        self.values = values
