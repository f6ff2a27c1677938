"""The five files of a replay, and the state from which a stopped one goes on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import orjson

from huiying.core.clean.redact import IDENTIFIERS, redact
from huiying.core.pipeline import Outputs
from huiying.core.types import Contribution, Proposal, RawItem, Refusal

FILES = ("assignments.jsonl", "warnings.jsonl", "matches.jsonl", "proposals.jsonl")
STATE = "replay.state"
DIGITS = 6


class OwnIds:
    """What the input calls the items whose id the desk replaces by a hash.

    A hot list's id is its title, and a title may name somebody; a desk keeps a hash then. Who replays a file must find its own ids
    again. An id that holds an identifier, such as a phone number, stays a hash here too.
    """

    def __init__(self, known: dict[str, str] | None = None) -> None:
        self.known = known or {}

    def note(self, raw: RawItem, item_id: str) -> None:
        """Remember what the input calls this item, where that differs."""
        own = f"{raw.source}:{raw.native_id}"
        if raw.native_id and own != item_id and item_id not in self.known and IDENTIFIERS.isdisjoint(redact(raw.native_id).counts):
            self.known[item_id] = own

    def of(self, item_id: str) -> str:
        """The input's own id."""
        return self.known.get(item_id, item_id)


class Counts(msgspec.Struct):
    """Running totals of a replay."""

    observations: int = 0
    items: int = 0
    duplicates: int = 0
    stories: int = 0
    warnings: int = 0
    seconds: float = 0.0


class Looks(msgspec.Struct):
    """Which period the last line fell into, and what was proposed already."""

    period: int = -1
    proposed: set[str] = set()


class Saved(msgspec.Struct, frozen=True):
    """A stopped replay: what was read, how long the files were, and the pipeline's own snapshot."""

    inputs: str
    sizes: tuple[int, ...]
    counts: Counts
    pipeline: bytes
    own_ids: dict[str, str]
    looks: Looks


def inputs_digest(paths: Sequence[Path], watches: bytes) -> str:
    """Tells one set of inputs from another: names and sizes of the files, and the watches."""
    facts = [[path.name, path.stat().st_size] for path in paths]
    return hashlib.blake2b(orjson.dumps(facts) + watches, digest_size=16).hexdigest()


class Writer:
    """Appends outputs in order; can say how far it got and go on from there."""

    def __init__(self, folder: Path, own: OwnIds, *, sizes: tuple[int, ...] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._own = own
        self._files: list[BinaryIO] = []
        for number, name in enumerate(FILES):
            path = folder / name
            if sizes is None:
                file: BinaryIO = path.open("wb")
            else:
                file = path.open("r+b")
                if path.stat().st_size < sizes[number]:
                    raise Refusal("%(file)s is shorter than when the run was stopped; start it anew.", file=path)
                file.truncate(sizes[number])
                file.seek(0, os.SEEK_END)
            self._files.append(file)

    def write(self, outputs: Outputs) -> None:
        """Append one batch's outputs."""
        assignments, warnings, matches, _ = self._files
        for a in outputs.assignments:
            row: dict[str, Any] = {"id": self._own.of(a.item), "story": a.story, "decision": a.decision.value}
            if a.duplicate_of is not None:
                row["duplicate_of"] = self._own.of(a.duplicate_of)
            row["score"] = round(a.score, DIGITS)
            row["threshold"] = round(a.threshold, DIGITS)
            if a.runner_up is not None:
                row["runner_up"] = {"story": a.runner_up.story, "score": round(a.runner_up.score, DIGITS)}
            if a.perhaps is not None:
                row["perhaps"] = {"story": a.perhaps.story, "score": round(a.perhaps.score, DIGITS)}
            row["reasons"] = _reasons(a.reasons)
            row["strategy"] = a.strategy
            assignments.write(orjson.dumps(row) + b"\n")
        for w in outputs.warnings:
            row = {"at": w.at.isoformat().replace("+00:00", "Z"), "story": w.story, "level": w.level.value, "score": round(w.score, DIGITS)}
            row["items"] = [self._own.of(item) for item in w.items]
            if w.watch is not None:
                row["watch"] = w.watch
            row["reasons"] = _reasons(w.reasons)
            row["strategy"] = w.strategy
            warnings.write(orjson.dumps(row) + b"\n")
        for m in outputs.matches:
            matches.write(orjson.dumps({"watch": m.watch, "id": self._own.of(m.item)}) + b"\n")

    def propose(self, at: datetime, proposals: Iterable[Proposal]) -> None:
        """Append what a second look at this moment suggests."""
        for p in proposals:
            row: dict[str, Any] = {"at": at.isoformat().replace("+00:00", "Z"), "kind": p.kind.value, "story": p.story, "other": p.other}
            row |= {
                "items": [self._own.of(item) for item in p.items],
                "score": round(p.score, DIGITS),
                "threshold": round(p.threshold, DIGITS),
            }
            self._files[-1].write(orjson.dumps(row | {"reasons": _reasons(p.reasons), "strategy": p.strategy}) + b"\n")

    def sizes(self) -> tuple[int, ...]:
        """Bytes written so far to each file, all of them on the disk."""
        for file in self._files:
            file.flush()
        return tuple(file.tell() for file in self._files)

    def keep(self, saved: Saved) -> None:
        """Write the state beside the files, whole or not at all."""
        path = self.folder / STATE
        draft = path.with_suffix(".new")
        draft.write_bytes(msgspec.msgpack.encode(saved))
        draft.replace(path)

    def close(self) -> None:
        """Finish the files."""
        for file in self._files:
            file.close()


def load(folder: Path, inputs: str) -> Saved:
    """The state of a stopped run in this folder; refuses where there is none or where the inputs are others."""
    path = folder / STATE
    if not path.exists():
        raise Refusal("There is no stopped run in %(folder)s; run without --resume.", folder=folder)
    try:
        saved = msgspec.msgpack.decode(path.read_bytes(), type=Saved)
    except msgspec.DecodeError as error:
        raise Refusal("%(file)s cannot be read; run without --resume.", file=path) from error
    if saved.inputs != inputs:
        raise Refusal("The run in %(folder)s was over other files or watches; run without --resume.", folder=folder)
    return saved


def _reasons(reasons: Iterable[Contribution]) -> list[dict[str, Any]]:
    rows = []
    for reason in reasons:
        row: dict[str, Any] = {
            "name": reason.name,
            "value": round(reason.value, DIGITS),
            "baseline": round(reason.baseline, DIGITS),
            "weight": round(reason.weight, DIGITS),
        }
        if reason.p is not None:
            row["p"] = float(f"{reason.p:.6g}")
        if reason.detail:
            row["detail"] = reason.detail
        rows.append(row)
    return rows
