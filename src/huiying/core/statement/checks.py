"""The gates before anything is said in public: each finding names the sentence, what is wrong and what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from huiying.core.case.claims import Verdict
from huiying.core.statement import wording
from huiying.core.statement.content import Content, Sentence, SentenceKind, plain_text
from huiying.core.statement.stages import STAGES, Stage
from huiying.core.types import Refusal

LONGEST_HAN = 150
"""Chinese characters in one sentence; our own proposal for plain language."""
LONGEST_WORDS = 60
"""Words in one sentence of a language that writes spaces; our own proposal."""

_HAN = re.compile(r"[\u3400-\u9fff]")


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong. `template` is the English text with %(name)s places, filled from `values`.

    `sentence` counts from 0, None for the whole. A blocking finding never passes; any other passes when the approver
    overrules it with a reason.
    """

    template: str
    values: dict[str, str | int] = {}
    sentence: int | None = None
    blocking: bool = True

    def __str__(self) -> str:
        return self.template % self.values


def check(content: Content, states: Mapping[int, str]) -> tuple[Finding, ...]:
    """Everything the gates find, in the order of the text. `states` maps claim ids to the state of the claim machine."""
    found: list[Finding] = list(_frame(content, states))
    for index, sentence in enumerate(content.sentences):
        for finding in _sentence(content.stage, sentence, states):
            found.append(msgspec.structs.replace(finding, sentence=index))
    return tuple(found)


def check_standing(content: Content, open_concerns: int) -> Iterator[Finding]:
    """The last word is spoken only when nobody waits for an answer."""
    if content.stage == Stage.S6 and open_concerns:
        yield Finding(
            template="A closing statement is the last word, but %(count)s concerns are still open. Answer them first.",
            values={"count": open_concerns},
        )


def check_cause(content: Content, names: Collection[str], *, own: bool = False) -> Iterator[Finding]:
    """A cause is said after an investigation that has ended, and with the name of who investigated.

    `names` are the bodies of those that have ended, as the text's language calls them; `own`: one ended whose body is a department that a
    claim is about. S4 is stopped; later stages that name a cause without any investigation are flagged.
    """
    if content.stage == Stage.S4:
        if not names:
            if own:
                yield Finding(
                    template="The investigation of this case was led by a department that a claim is about. A cause needs the finding of "
                    "another investigating body."
                )
                return
            yield Finding(
                template="A cause is said only after an investigation. Open one in the case room with its investigating body, and conclude "
                "it with what it found."
            )
        elif not any(name.casefold() in plain_text(content).casefold() for name in names):
            yield Finding(
                template="A statement of cause says who investigated. Name the investigating body in the text: %(body)s.",
                values={"body": " / ".join(names)},
            )
    elif content.stage in (Stage.S5, Stage.S6) and not names:
        for index, text in enumerate((content.title, *(sentence.text for sentence in content.sentences))):
            if cause := wording.CAUSE.search(wording.normal(text)):
                yield Finding(
                    template='"%(words)s" names a cause, but no investigation of the case has ended. Conclude one or leave the cause out.',
                    values={"words": cause.group()},
                    sentence=index - 1 if index else None,
                    blocking=False,
                )


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that nobody can overrule."""
    return tuple(finding for finding in findings if finding.blocking)


def check_overruled(findings: Iterable[Finding], reason: str) -> None:
    """Refuses an approval while a finding blocks, or while a flagged one is not overruled with the approver's reason."""
    every = tuple(findings)
    stopped = blocking(every)
    if stopped:
        raise Refusal(stopped[0].template, **stopped[0].values)
    if every and not reason.strip():
        raise Refusal("A sentence of this statement is flagged. To approve it all the same, give your reason.")


def _frame(content: Content, states: Mapping[int, str]) -> Iterator[Finding]:
    if not content.title.strip():
        yield Finding(template="A statement needs a title.")
    if not content.sentences:
        yield Finding(template="A statement needs at least one sentence.")
    yield from _next_update(content)
    yield from _stage_words(content.stage, content.title)
    cited = [states.get(claim, "") for sentence in content.sentences for claim in sentence.claims]
    if wording.RUMOUR.search(wording.normal(content.title)) and not _all_false(cited):
        yield _rumour()
    words = wording.looks_like_fact(content.title)
    if words and not any(sentence.kind == SentenceKind.FACT and sentence.claims for sentence in content.sentences):
        yield Finding(
            template='The title states something checkable ("%(words)s"). Add a sentence of fact that cites the claim it rests on.',
            values={"words": words},
        )


def _next_update(content: Content) -> Iterator[Finding]:
    if content.next_update_at is None:
        if STAGES[content.stage].needs_next_update:
            yield Finding(
                template="A statement of stage %(stage)s must promise when the next word comes. Enter the time of the next update.",
                values={"stage": str(content.stage)},
            )
        return
    try:
        aware = datetime.fromisoformat(content.next_update_at).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        yield Finding(
            template='"%(text)s" is not a time with a zone. Enter the next update as date, time and zone.',
            values={"text": content.next_update_at},
        )


def _sentence(stage: Stage, sentence: Sentence, states: Mapping[int, str]) -> Iterator[Finding]:
    text = wording.normal(sentence.text)
    if not text.strip():
        yield Finding(template="This sentence is empty. Write it or remove it.")
        return
    if len(_HAN.findall(text)) > LONGEST_HAN or len(text.split()) > LONGEST_WORDS:
        yield Finding(template="This sentence is too long to be understood at one reading. Split it.")
    yield from _stage_words(stage, sentence.text)
    if wording.RUMOUR.search(text) and not _all_false([states.get(claim, "") for claim in sentence.claims]):
        yield _rumour()
    if sentence.kind == SentenceKind.FACT:
        yield from _fact(text, sentence, states)
        return
    words = wording.looks_like_fact(sentence.text, advice=sentence.kind == SentenceKind.ADVICE)
    if words:
        yield Finding(
            template='"%(words)s" reads like a fact. Mark the sentence as a fact and cite the claim it rests on.', values={"words": words}
        )


def _fact(text: str, sentence: Sentence, states: Mapping[int, str]) -> Iterator[Finding]:
    if not sentence.claims:
        yield Finding(template="A sentence of fact must cite a verified claim. Cite one, or say it as what is being done.")
        return
    denies = wording.DENIAL.search(text) is not None
    for claim in sentence.claims:
        state = states.get(claim)
        if state is None:
            yield Finding(template="Claim %(claim)s does not exist. Cite another.", values={"claim": claim})
        elif state == Verdict.UNVERIFIABLE:
            yield Finding(
                template="Claim %(claim)s could not be verified, so no fact can rest on it. Say that it is not known.",
                values={"claim": claim},
            )
        elif state == Verdict.FALSE:
            if not (denies or wording.NOT_HAPPENED.search(text) or wording.NEGATION.search(text)):
                yield Finding(
                    template="Claim %(claim)s was found false, but this sentence does not deny it. Say plainly that it is not so.",
                    values={"claim": claim},
                )
        elif state not in {Verdict.TRUE, Verdict.PARTLY_TRUE}:
            yield Finding(
                template="Claim %(claim)s has no confirmed verdict yet (%(state)s). Wait for it, or leave the sentence out.",
                values={"claim": claim, "state": state},
            )
    if denies and Verdict.FALSE not in {states.get(claim, "") for claim in sentence.claims}:
        yield Finding(template="This sentence denies something, but cites no claim that was found false.")


def _stage_words(stage: Stage, written: str) -> Iterator[Finding]:
    text = wording.normal(written)
    cause = wording.CAUSE.search(text)
    if cause and stage != Stage.S0 and not STAGES[stage].states_cause:
        yield Finding(
            template='"%(words)s" names a cause before the investigation did. Leave the cause to stage S4.',
            values={"words": cause.group()},
            blocking=False,
        )
    if stage != Stage.S0:
        return
    if cause:
        yield Finding(template='A holding statement names no cause ("%(words)s").', values={"words": cause.group()})
    if blame := wording.BLAME.search(text):
        yield Finding(template='A holding statement blames nobody ("%(words)s").', values={"words": blame.group()})
    if victims := wording.VICTIMS.search(text):
        yield Finding(
            template='A holding statement says nothing about the number of victims ("%(words)s").', values={"words": victims.group()}
        )
    if denial := wording.DENIAL.search(text) or wording.NOT_HAPPENED.search(text):
        yield Finding(template='A holding statement denies nothing ("%(words)s").', values={"words": denial.group()})


def _all_false(states: list[str]) -> bool:
    return bool(states) and all(state == Verdict.FALSE for state in states)


def _rumour() -> Finding:
    return Finding(
        template="The word rumour may only stand beside a claim that was found false, and beside no other. Name what is wrong instead."
    )
