"""What a statement says, sentence by sentence, and the hash that an approval is bound to."""

from __future__ import annotations

import hashlib
from enum import StrEnum

import msgspec

from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

MOST_SENTENCES = 200
"""More than any public notice has, and as many as a form of the editor can carry."""


class SentenceKind(StrEnum):
    """What a sentence does: states a fact, tells what is being done, advises, says what comes next, or regrets."""

    FACT = "fact"
    DOING = "doing"
    ADVICE = "advice"
    NEXT = "next"
    REGRET = "regret"


class Sentence(msgspec.Struct, frozen=True):
    """One sentence and the ids of the claims it rests on."""

    kind: SentenceKind
    text: str
    claims: tuple[int, ...] = ()


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the public would read. `lang` is "zh" or "en"; `next_update_at` is ISO 8601 with a zone, or None."""

    stage: Stage
    lang: str
    title: str
    sentences: tuple[Sentence, ...]
    next_update_at: str | None = None


def content_hash(content: Content) -> str:
    """SHA-256, in hex, of the content as canonical JSON: UTF-8, sorted keys, no spaces. Refuses values of the wrong type."""
    try:
        checked = msgspec.convert(msgspec.to_builtins(content), Content)
        text = msgspec.json.encode(checked, order="sorted")
    except (msgspec.ValidationError, UnicodeEncodeError) as problem:
        raise Refusal("This statement cannot be stored as it stands: %(problem)s.", problem=str(problem)) from problem
    return hashlib.sha256(text).hexdigest()


def plain_text(content: Content) -> str:
    """Title and sentences as running text: Chinese without spaces between sentences, other languages with one."""
    space = "" if content.lang == "zh" else " "
    return content.title + "\n\n" + space.join(sentence.text for sentence in content.sentences)
