"""One warning a story: said once, said again only when it grows graver or comes back after a quiet time.

On a dense stream one happening begins as several stories: what was called about under one of them is not called about under another.
"""

from __future__ import annotations

import msgspec

from huiying.core.detect import score
from huiying.core.detect.detector import Signal
from huiying.core.types import Level, Refusal, Warning
from huiying.core.warn.levels import LevelTable, level_of

HOUR = 3600.0


def strategy(table: LevelTable) -> str:
    """The dated id that a warning carries: how the score was made and how it became a level."""
    return f"{score.STRATEGY}+{table.id}"


class WarnConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`quiet_hours` without a signal end a wave: the next one is warned of anew. A story is forgotten after `idle_days` without one.

    `least` holds for each watch the least level of a story that it finds.
    """

    table: LevelTable = LevelTable()
    quiet_hours: float = 72.0
    idle_days: float = 7.0
    least: dict[str, Level] = {}


class _Warned(msgspec.Struct):
    last: float
    level: Level | None


class _State(msgspec.Struct):
    strategy: str
    clock: float
    warned: list[tuple[str, _Warned]]
    told: list[tuple[str, _Warned]]


class Warner:
    """Decides on each signal, in order of time, whether to call."""

    def __init__(self, config: WarnConfig = WarnConfig()) -> None:  # noqa: B008 - frozen
        self._config = config
        self._strategy = strategy(config.table)
        self._clock = 0.0
        self._warned: dict[str, _Warned] = {}
        self._told: dict[str, _Warned] = {}

    def consider(self, signal: Signal) -> Warning | None:
        """The warning that this signal deserves, if it is the first of its wave or graver than the last."""
        now = signal.at.timestamp()
        self._forget(now)
        before = self._warned.pop(signal.story, None)
        level = level_of(signal, self._config.table, self._config.least)
        if signal.shared:
            known = self._level_told(signal)
        else:
            known = before.level if before is not None and now - before.last < self._config.quiet_hours * HOUR else None
        rises = level is not None and (known is None or level.rank > known.rank)
        if rises or before is not None:
            self._warned[signal.story] = _Warned(now, level if rises else known)
        if level is not None and signal.shared:
            self._tell(signal, level if rises else known, now)
        if level is None or not rises:
            return None
        return Warning(
            at=signal.at,
            story=signal.story,
            level=level,
            score=signal.score,
            items=signal.items,
            strategy=self._strategy,
            reasons=signal.contributions,
            watch=signal.watch,
        )

    def _level_told(self, signal: Signal) -> Level | None:
        """The level at which this happening was called about, under whatever story; None where less than half of it was."""
        told = [found.level for item in signal.items if (found := self._told.get(item)) is not None and found.level is not None]
        return max(told, key=lambda level: level.rank) if 2 * len(told) >= len(signal.items) else None

    def _tell(self, signal: Signal, level: Level | None, now: float) -> None:
        """From now on these items are known to be called about."""
        for item in signal.items:
            before = self._told.get(item)
            if before is None:
                self._told[item] = _Warned(now, level)
            elif before.level is None or (level is not None and level.rank > before.level.rank):
                before.level = level

    def _forget(self, now: float) -> None:
        self._clock = max(self._clock, now)
        while self._told and next(iter(self._told.values())).last <= self._clock - self._config.quiet_hours * HOUR:
            del self._told[next(iter(self._told))]
        limit = self._clock - self._config.idle_days * 24 * HOUR
        while self._warned:
            name = next(iter(self._warned))
            if self._warned[name].last >= limit:
                return
            del self._warned[name]

    def dump(self) -> bytes:
        """Everything needed to go on exactly as if there had been no stop."""
        return msgspec.msgpack.encode(_State(self._strategy, self._clock, list(self._warned.items()), list(self._told.items())))

    @classmethod
    def load(cls, data: bytes, config: WarnConfig = WarnConfig()) -> Warner:  # noqa: B008 - frozen
        """The warner that `dump` saved. Raises Refusal where the bytes are not a snapshot of this strategy."""
        try:
            state = msgspec.msgpack.decode(data, type=_State)
        except msgspec.MsgspecError as error:
            raise Refusal("The snapshot of the warnings cannot be read: %(error)s.", error=error) from error
        self = cls(config)
        # A desk may change its rule: what was warned of stays warned of. Only another way of scoring begins anew.
        if state.strategy.partition("+")[0] != score.STRATEGY:
            raise Refusal("The snapshot of the warnings is of %(found)s, not of %(wanted)s.", found=state.strategy, wanted=self._strategy)
        self._clock = state.clock
        self._warned, self._told = dict(state.warned), dict(state.told)
        return self
