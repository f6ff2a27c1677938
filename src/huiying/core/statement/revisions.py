"""What changed between two revisions, whether an approval still holds, and which published sentences a new verdict overturns."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from huiying.core.case.claims import Verdict
from huiying.core.statement.content import Content, content_hash
from huiying.core.types import Refusal

# Chinese and Japanese are compared character by character, everything else word by word.
_HAN = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# A number is one token: "0.6" became "0.5", not its last digit.
_TOKEN = re.compile(rf"\d+(?:[.:,]\d+)*|[{_HAN}]|(?:(?![{_HAN}])\w)+|\s+|.", re.DOTALL)

Op = Literal["same", "added", "removed"]


class Segment(msgspec.Struct, frozen=True):
    """A run of text that stayed, came or went."""

    op: Op
    text: str


class SentenceDiff(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of either revision. `old` and `new` are its places, None where it is absent.

    `changed` is true also when only its kind or the claims it rests on changed while its words stayed.
    """

    old: int | None
    new: int | None
    changed: bool
    segments: tuple[Segment, ...]


class ContentDiff(msgspec.Struct, frozen=True, kw_only=True):
    """All that differs between two contents, in the order of the text."""

    stage: tuple[Segment, ...]
    lang: tuple[Segment, ...]
    title: tuple[Segment, ...]
    next_update_at: tuple[Segment, ...]
    sentences: tuple[SentenceDiff, ...]


def approval_holds(approval_hash: str, content: Content) -> bool:
    """Whether the approval was given for exactly this content."""
    return approval_hash == content_hash(content)


def diff(old: str, new: str) -> tuple[Segment, ...]:
    """What leads from `old` to `new`: same and removed give back `old`, same and added give back `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    segments: list[Segment] = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            segments.append(Segment("same", "".join(before[i1:i2])))
            continue
        if i1 < i2:
            segments.append(Segment("removed", "".join(before[i1:i2])))
        if j1 < j2:
            segments.append(Segment("added", "".join(after[j1:j2])))
    return tuple(segments)


def diff_contents(old: Content, new: Content) -> ContentDiff:
    """What changed, sentence by sentence. Sentences that differ in the same place are shown as one that was rewritten."""
    sentences: list[SentenceDiff] = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old.sentences, new.sentences, autojunk=False).get_opcodes():
        for offset in range(max(i2 - i1, j2 - j1)):
            i = i1 + offset if i1 + offset < i2 else None
            j = j1 + offset if j1 + offset < j2 else None
            before = "" if i is None else old.sentences[i].text
            after = "" if j is None else new.sentences[j].text
            sentences.append(SentenceDiff(old=i, new=j, changed=op != "equal", segments=diff(before, after)))
    return ContentDiff(
        stage=diff(str(old.stage), str(new.stage)),
        lang=diff(old.lang, new.lang),
        title=diff(old.title, new.title),
        next_update_at=diff(old.next_update_at or "", new.next_update_at or ""),
        sentences=tuple(sentences),
    )


def next_revision(published: Sequence[int]) -> int:
    """The number of the next public revision: 1, 2, 3 … without a gap. Refuses a history that is not so."""
    if list(published) != list(range(1, len(published) + 1)):
        raise Refusal("The published revisions of this statement are not numbered 1, 2, 3 and so on. Check the record before publishing.")
    return len(published) + 1


def needs_correction(content: Content, published: Mapping[int, str], current: Mapping[int, str]) -> tuple[int, ...]:
    """The places of the published sentences that rest on a claim with another verdict now than when they were published.

    `published` and `current` map claim ids to verdicts (or states). A claim that is only being checked again has no new
    verdict yet, so its sentences stand until it has one.
    """
    verdicts = {verdict.value for verdict in Verdict}
    changed = {claim for claim, state in current.items() if state in verdicts and state != published.get(claim)}
    return tuple(index for index, sentence in enumerate(content.sentences) if not changed.isdisjoint(sentence.claims))
