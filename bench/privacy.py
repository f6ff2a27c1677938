"""Personal data in text: how much of it is masked, and how much else is."""

from __future__ import annotations

import gc
import time
from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import Any

from bench.data import COUNTIES, ROOT, read_rows
from bench.marked import Sentence, read
from bench.scoring import table
from huiying.core.clean.item import HEADLINES
from huiying.core.clean.redact import redact_fields, spans
from huiying.core.types import Kind

FOLDER = ROOT / "tests" / "core" / "clean" / "privacy"
DEVELOPED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
WORDS_AS_NAMES = ("twelfth", "thirteenth")
"""Developed on too, and made of what is hardest: people called as things are, and words in the places of names."""
ORDINARY = (
    *("fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twenty-first", "twenty-second"),
    *("twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirty-first", "thirty-second"),
    *("thirty-third", "thirty-fourth", "thirty-fifth", "thirty-sixth", "thirty-seventh", "thirty-eighth", "thirty-ninth"),
    *("fortieth", "forty-first"),
)
"""Developed on, and written as a sample of what a desk collects, by people who had read no rule and no other sentence."""
IN_PASSING = ("forty-second", "forty-third", "forty-fourth", "forty-fifth")
"""Developed on: people named in the middle of running sentences, mostly without who they are, and often called as things are."""
HELD_OUT = ("fresh", "twentieth", "twenty-third", "thirtieth")
KINDS = ("phone", "id", "card", "plate", "email", "account", "birth", "address", "name")
FORMATTED = ("phone", "id", "card", "plate", "email", "account")
IN_CONTEXT = ("birth", "address", "name")
_OF_LABELS = {
    "mobile": "phone",
    "landline": "phone",
    "id_card": "id",
    "bank_card": "card",
    "wechat": "account",
    "qq": "account",
    "handle": "account",
}


class Tally:
    """What was wanted, found of it, masked at all, masked rightly, and what had to stay and did not."""

    def __init__(self) -> None:
        self.wanted: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.masked = self.right = self.stays = self.lost = self.texts = 0

    def recall(self, kinds: tuple[str, ...] = KINDS) -> float | None:
        """The share of what had to go that went."""
        wanted = sum(self.wanted[kind] for kind in kinds)
        return sum(self.found[kind] for kind in kinds) / wanted if wanted else None

    @property
    def precision(self) -> float | None:
        """The share of what went that had to go."""
        return self.right / self.masked if self.masked else None


def judge(sentence: Sentence, tally: Tally) -> list[str]:
    """Score one sentence; a line for every fault. Found is what has no letter or digit left, right is what lies on something personal."""
    found = spans(sentence.text)
    covered = [False] * len(sentence.text)
    for start, end, _ in found:
        covered[start:end] = [True] * (end - start)
    faults = []
    tally.texts += 1
    for start, end, kind in sentence.goes:
        gone = all(hidden for hidden, char in zip(covered[start:end], sentence.text[start:end], strict=True) if char.isalnum())
        tally.wanted[kind] += 1
        tally.found[kind] += gone
        if not gone:
            faults.append(f"left: {kind} {sentence.text[start:end]!r} in {sentence.text!r}")
    for start, end, kind in found:
        right = any(start < last and first < end for first, last, _ in sentence.goes)
        tally.masked += 1
        tally.right += right
        if not right:
            faults.append(f"too much: {kind} {sentence.text[start:end]!r} in {sentence.text!r}")
    for start, end in sentence.stays:
        tally.stays += 1
        if any(covered[start:end]):
            tally.lost += 1
            faults.append(f"lost: {sentence.text[start:end]!r} in {sentence.text!r}")
    return faults


def own(names: tuple[str, ...]) -> tuple[Tally, list[str]]:
    """The project's own sentences."""
    tally, faults = Tally(), []
    for name in names:
        if (FOLDER / f"{name}.jsonl").exists():
            for sentence in read(FOLDER / f"{name}.jsonl"):
                faults += judge(sentence, tally)
    return tally, faults


def county(folder: Path) -> Tally:
    """A labelled county: a planted string is found where it stands nowhere in what would be kept."""
    labels: dict[str, dict[str, Any]] = {row["id"]: row for row in read_rows(folder / "labels.jsonl")}
    tally = Tally()
    for item in read_rows(folder / "items.jsonl"):
        label = labels.get(item["id"], {})
        title, text = item.get("title") or "", item.get("text") or ""
        fields, counts = redact_fields(title, text, headline=Kind(item["kind"]) in HEADLINES)
        masked, plain = "\n".join(fields), f"{title}\n{text}"
        planted = [mark for mark in label.get("pii") or [] if isinstance(mark, dict) and mark.get("field") != "author"]
        allowed: Counter[str] = Counter()
        tally.texts += 1
        for mark in planted:
            kind = _OF_LABELS.get(mark["type"], mark["type"])
            tally.wanted[kind] += 1
            tally.found[kind] += mark["text"] not in masked
            allowed[kind] += max(1, plain.count(mark["text"]))
        for kind, count in counts.items():
            tally.masked += count
            tally.right += min(count, allowed[kind])
        for kept in label.get("keep") or []:
            tally.stays += 1
            tally.lost += masked.count(kept) != plain.count(kept)
    return tally


def cost(repeats: int = 5) -> float:
    """The time of masking one text of 120 characters in microseconds, the best of a few rounds over the demonstration's items."""
    items = read_rows(COUNTIES["demonstration"] / "items.jsonl")
    posts = [f"{item.get('title') or ''}。{item.get('text') or ''}"[:120] for item in items]
    best = float("inf")
    gc.disable()
    for _ in range(repeats):
        start = time.perf_counter()
        for post in posts:
            redact_fields(post)
        best = min(best, time.perf_counter() - start)
    gc.enable()
    return best / len(posts) * 1e6


def run(_work: Path, options: Namespace) -> None:
    """Score the project's own sentences and every county that is here."""
    groups = {"developed on": DEVELOPED, "words as names": WORDS_AS_NAMES, "ordinary": ORDINARY, "named in passing": IN_PASSING}
    sets = {f"own, {name}": own(group)[0] for name, group in groups.items()}
    for name in HELD_OUT:
        if (held_out := own((name,))[0]).texts:
            sets[f"own, held out: {name}"] = held_out
    for name, folder in COUNTIES.items():
        if (folder / "labels.jsonl").exists():
            sets[name] = county(folder)
        else:
            print(f"{name} is not here: skipped. Set HUIYING_EVALUATION to the folder that holds data/.\n")
    heads = ["set", "texts", *KINDS, "formatted", "by context", "precision", "had to stay", "lost of it"]
    rows: list[list[object]] = []
    for name, tally in sets.items():
        cells = [f"{tally.found[kind]} of {tally.wanted[kind]}" if tally.wanted[kind] else "–" for kind in KINDS]
        rows.append(
            [name, tally.texts, *cells, tally.recall(FORMATTED), tally.recall(IN_CONTEXT), tally.precision, tally.stays, tally.lost]
        )
    table(heads, rows)
    if getattr(options, "faults", False):
        print("\n" + "\n".join(own((*DEVELOPED, *WORDS_AS_NAMES, *ORDINARY))[1]))
    print(f"\nOne post of 120 characters: {cost():.0f} µs.")
