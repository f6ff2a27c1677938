"""One replay: read, step, write; stop and go on without changing a byte."""

from __future__ import annotations

import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path

import msgspec
import orjson

from huiying.core.detect.parsing import parse
from huiying.core.pipeline import Setup, State, prepare, step
from huiying.core.types import Decision, Item, Refusal, WatchQuery
from huiying.core.warn.rule import SHIPPED, Rule, values
from huiying.replay.reading import BadLine, Timed, in_time_order, scan
from huiying.replay.writing import STATE, Counts, Looks, OwnIds, Saved, Writer, inputs_digest, load

LOOK_EVERY = timedelta(hours=6)


class Options(msgspec.Struct, frozen=True):
    """What a replay was asked to do."""

    files: tuple[Path, ...]
    out: Path
    watches: Path | None = None
    rule: Rule = SHIPPED
    strict: bool = False
    batch: int = 1000
    stop_after: int | None = None
    resume: bool = False


class Result(msgspec.Struct, frozen=True):
    """How a replay ended. `finished` is false where it was stopped and can be resumed."""

    summary: dict[str, object]
    bad: list[BadLine]
    finished: bool


def read_watches(path: Path) -> tuple[bytes, tuple[WatchQuery, ...]]:
    """A JSON list of watches: name, query, and optionally place, topics, lead_department, level."""
    try:
        body = path.read_bytes()
        watches = msgspec.json.decode(body, type=tuple[WatchQuery, ...])
    except OSError as error:
        raise Refusal("%(file)s cannot be opened: %(why)s.", file=path, why=error.strerror or error) from error
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Refusal("%(file)s is not a list of watches with a name and a query: %(why)s.", file=path, why=error) from error
    for watch in watches:
        try:
            parse(watch.query)
        except Refusal as why:
            raise Refusal("%(file)s, watch %(name)s: %(why)s", file=path, name=watch.name, why=why) from why
    names = [watch.name for watch in watches]
    for name in names:
        if names.count(name) > 1:
            raise Refusal("%(file)s has two watches named %(name)s.", file=path, name=name)
    return body, watches


def replay(options: Options, *, report: Callable[[str, int, int], None], bad_line: Callable[[BadLine], None]) -> Result:
    """Run it. `report(phase, done, total)` is called about once a second; `bad_line` for every line that is skipped."""
    body, watches = read_watches(options.watches) if options.watches else (b"", ())
    for path in options.files:
        if not path.is_file():
            raise Refusal("%(file)s is not a file.", file=path)
    began = time.monotonic()
    found = scan(options.files, _every_second(lambda done: report("reading", done, 0)))
    for bad in found.bad:
        bad_line(bad)
        if options.strict:
            raise Refusal("%(file)s, line %(number)s: %(why)s", file=bad.file, number=bad.number, why=bad.why)
    inputs = inputs_digest(options.files, body + _marks(options.rule))
    saved = load(options.out, inputs) if options.resume else None
    setup = Setup(watches=watches, rule=options.rule)
    state = State.load(saved.pipeline, setup) if saved else State(setup)
    counts = saved.counts if saved else Counts()
    own = OwnIds(saved.own_ids if saved else None)
    writer = Writer(options.out, own, sizes=saved.sizes if saved else None)
    (options.out / STATE).unlink(missing_ok=True)
    limit = found.lines if options.stop_after is None else min(found.lines, options.stop_after)
    tell = _every_second(lambda done: report("replaying", done, found.lines))
    lines = islice(in_time_order(options.files, found.unordered), counts.observations, limit)
    looks = saved.looks if saved else Looks()
    with _stoppable() as stopped:
        for batch in _batches(state, lines, looks, writer, options.batch, own):
            state, outputs = step(state, batch, batch[-1].first_seen)
            writer.write(outputs)
            counts.observations += len(batch)
            counts.items += len(outputs.assignments)
            counts.duplicates += sum(a.decision is Decision.DUPLICATE for a in outputs.assignments)
            counts.stories += sum(a.decision is Decision.NEW for a in outputs.assignments)
            counts.warnings += len(outputs.warnings)
            tell(counts.observations)
            if stopped():
                break
    counts.seconds += time.monotonic() - began
    finished = counts.observations >= found.lines
    if not finished:
        writer.keep(Saved(inputs, writer.sizes(), counts, state.dump(), own.known, looks))
    writer.close()
    summary = _summary(counts, len(found.bad))
    (options.out / "summary.json").write_bytes(orjson.dumps(summary, option=orjson.OPT_INDENT_2) + b"\n")
    return Result(summary, found.bad, finished)


def _marks(rule: Rule) -> bytes:
    return b"" if rule == SHIPPED else repr(values(rule)).encode()


def _period(at: datetime) -> int:
    return int(at.timestamp() // LOOK_EVERY.total_seconds())


def _look(state: State, looks: Looks, period: int, writer: Writer) -> None:
    """A second look between two periods of the stream's own time, whatever the batches; each suggestion is written once."""
    first = looks.period < 0
    looks.period = period
    if first:
        return
    at = datetime.fromtimestamp(period * LOOK_EVERY.total_seconds(), UTC)
    fresh = {" ".join((p.kind, *sorted((p.story, p.other)))): p for p in state.grouper.second_look(at)}
    writer.propose(at, [proposal for key, proposal in fresh.items() if key not in looks.proposed])
    looks.proposed.update(fresh)


def _batches(state: State, lines: Iterator[Timed], looks: Looks, writer: Writer, size: int, own: OwnIds) -> Iterator[list[Item]]:
    """The items in batches of one period each, a second look before every new period."""
    for period, same_period in groupby(lines, lambda line: _period(line[0])):
        if period != looks.period:
            _look(state, looks, period, writer)
        while batch := _batch(state, same_period, size, own):
            yield batch


def _batch(state: State, lines: Iterator[Timed], size: int, own: OwnIds) -> list[Item]:
    """The next items, cleaned. An id that comes twice in a batch is cleaned once: `step` sees the second as an observation."""
    items = []
    for at, raw in islice(lines, size):
        item = prepare(state, raw, first_seen=at, zone=UTC)
        own.note(raw, item.id)
        items.append(item)
    return items


def _summary(counts: Counts, bad: int) -> dict[str, object]:
    # ru_maxrss is kilobytes on Linux and bytes on macOS
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return {
        "observations": counts.observations,
        "items": counts.items,
        "duplicates": counts.duplicates,
        "stories": counts.stories,
        "warnings": counts.warnings,
        "bad_lines": bad,
        "seconds": round(counts.seconds, 2),
        "items_per_second": round(counts.items / counts.seconds) if counts.seconds else 0,
        "observations_per_second": round(counts.observations / counts.seconds) if counts.seconds else 0,
        "peak_mb": round(peak, 1),
    }


def _every_second(tell: Callable[[int], None]) -> Callable[[int], None]:
    last = time.monotonic()

    def maybe(done: int) -> None:
        nonlocal last
        if time.monotonic() - last >= 1:
            last = time.monotonic()
            tell(done)

    return maybe


@contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Ctrl-C and a polite kill end the run after the batch in hand, with everything saved."""
    asked: list[int] = []
    kept: list[tuple[int, object]] = []
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            kept.append((number, signal.signal(number, lambda got, _: asked.append(got))))
    except ValueError:  # not the main thread: nobody can interrupt us by signal anyway
        pass
    try:
        yield lambda: bool(asked)
    finally:
        for asked_by, handler in kept:
            signal.signal(asked_by, handler)  # type: ignore[arg-type]
