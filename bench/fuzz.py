"""Does anything that is sent break a parser, keep it busy for more than two seconds, or make it take more memory than its child may?

Mutations of small seeds, then bodies as large as the product takes, for `--minutes`; every one in a child of the product, under its limits.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

import msgspec

from bench.data import ROOT
from bench.fuzz_child import MIB, born, high_water, tried
from bench.fuzz_parsers import PARSERS, Parser, cleaned
from huiying.worker.child import MEMORY, Children
from huiying.worker.refused import FetchRefused

LONGEST = 2.0  # seconds
LARGE = 0.6  # of the time of a parser that is given whole bodies goes into large ones
LOOK_EVERY = 0.01  # seconds between two looks at a child
HEADS = "parser | bodies | broke | over 2 s | slowest, s | peak, MiB | large | put aside: time / memory / depth | peak, MiB | over 200 MiB"
# What tends to break readers: pieces that are put in anywhere.
PIECES = (
    *(b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?xml", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"&#0;", b"&#xD800;"),
    *(
        b"&#99999999999999999999;",
        b"\0",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\x81",
        b"\xcd\xa3",
        b"\x1b$B",
        b"%00",
    ),
    *(b"http://[", b"//", b"#", b"\n", b"\r", b'"', b"'", b"{", b"[", b"\\ud800", b"1e999", b"-1", b"9" * 400, b"' a='", b" xmlns:a='b'"),
    *("：", "年", "前", "\u202e", "𠮷", "İ", "ﬃ", "\u0300" * 9),
)


def mutated(body: bytes, chance: random.Random) -> bytes:
    """A body with a few of its parts lost, doubled, swapped, overwritten or grown."""
    out = bytearray(body)
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(out))
        end = min(len(out), start + chance.choice((1, 2, 4, 8, 40)))
        piece = chance.choice(PIECES)
        inserted = piece.encode() if isinstance(piece, str) else piece
        match chance.randint(0, 6):
            case 0:
                del out[start:end]
            case 1:
                out[start:start] = inserted
            case 2:
                out[start:start] = inserted * chance.choice((1, 10, 1000))
            case 3:
                out[start:start] = out[start:end] * chance.choice((2, 50))
            case 4:
                out[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
            case 5:
                del out[start:]
            case _:
                there = chance.randint(0, len(out))
                out[there:there] = out[start:end]
        del out[200_000:]
    return bytes(out)


def swollen(body: bytes, most: int, chance: random.Random) -> bytes:
    """A body with one of its parts, or a piece that breaks readers, again and again up to a share of what the product takes."""
    start = chance.randint(0, len(body))
    end = min(len(body), start + chance.choice((1, 8, 40, 400)))
    piece = chance.choice(PIECES)
    part = chance.choice((body[start:end], body, piece.encode() if isinstance(piece, str) else piece)) or b"<"
    room = max(0, most // chance.choice((1, 4, 16)) - len(body))
    return body[:end] + part * (room // len(part)) + body[end:]


class Found(msgspec.Struct):
    """What became of the bodies of one pass; `peak` in bytes above what the loaded program takes."""

    counts: Counter[str]
    slowest: float = 0.0
    peak: int = 0


async def fuzz(children: Children, name: str, chance: random.Random, seconds: float, *, large: bool) -> Found:
    """Bodies for a parser, one after the other."""
    found, parser = Found(Counter()), PARSERS[name]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        body = mutated(_bytes(chance.choice(parser.seeds)), chance)
        if large:
            body = swollen(body, parser.most, chance)
        outcome, said = await tried_in(children, name, body, found)
        # what nests without end the child names; small bodies are not to get so far
        outcome = "broke" if outcome == "crash" or (outcome == "depth" and not large) else outcome
        found.counts.update(["bodies", outcome])
        if outcome == "broke" or not (large or outcome == "read"):
            print(f"{name}: {outcome} {said}\n{body[:300]!r}", file=sys.stderr, flush=True)
    return found


async def tried_in(children: Children, name: str, body: bytes, found: Found) -> tuple[str, str]:
    """What became of a body, in a word, and what was said of it: parsed in a child, cleaned here, as the worker does."""
    base = await children.parse(born)
    watching = asyncio.create_task(_watch(base.process, base.resident, found))
    try:
        told = await children.parse(tried, name, body)
    except FetchRefused as refused:
        return str(refused.values["cause"]), ""
    finally:
        watching.cancel()
    begun, broke = time.process_time(), told.broke
    try:
        cleaned(told.reading)
    except Exception:
        broke = traceback.format_exc(limit=-3)
    spent = told.seconds + time.process_time() - begun
    found.slowest, found.peak = max(found.slowest, spent), max(found.peak, told.resident - base.resident)
    return "depth" if told.deep else "broke" if broke else "time" if spent > LONGEST else "read", broke


async def _watch(process: int, base: int, found: Found) -> None:
    """Follow the most that a child ever held: one that is ended tells nobody."""
    while (held := high_water(process)) is not None:
        if held - base > found.peak:
            found.peak = held - base
        await asyncio.sleep(LOOK_EVERY)


def _bytes(seed: str | bytes) -> bytes:
    return seed.encode() if isinstance(seed, str) else seed


async def _row(name: str, parser: Parser, seconds: float) -> str:
    chance = random.Random(name)  # noqa: S311 - the same bodies at every run
    async with Children(at_once=1) as children:
        small = await fuzz(children, name, chance, seconds * (1 - LARGE if parser.most else 1), large=False)
    counts, told = small.counts, [name, f"{small.counts['bodies']:,}"]
    told += [str(counts["broke"] + counts["depth"]), str(counts["time"]), f"{small.slowest:.2f}", f"{small.peak / MIB:.0f}"]
    over = (small.peak > MEMORY) + counts["memory"]
    if not parser.most:
        return f"| {' | '.join([*told, '–', '–', '–', str(over)])} |"
    async with Children(at_once=1) as children:
        large = await fuzz(children, name, chance, seconds * LARGE, large=True)
    counts = large.counts
    aside = " / ".join(str(counts[why]) for why in ("time", "memory", "depth"))
    told[2] = str(int(told[2]) + counts["broke"])
    over += large.peak > MEMORY
    return f"| {' | '.join([*told, str(counts['bodies']), aside, f'{large.peak / MIB:.0f}', str(over)])} |"


def run(work: Path, options: argparse.Namespace) -> None:
    """Print a row a parser; what broke it, with the body, goes to standard error."""
    # a child knows what the environment says, and no more
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH", "")])])
    print(f"| {HEADS} |\n|{' --- |' * (HEADS.count('|') + 1)}")
    chosen = {name: parser for name, parser in PARSERS.items() if options.only in name}
    for name, parser in chosen.items():
        print(asyncio.run(_row(name, parser, options.minutes * 60 / len(chosen))), flush=True)
