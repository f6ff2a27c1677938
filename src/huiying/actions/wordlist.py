"""The desk's own lists of words that mean the same: `@name` in a query stands for any of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.clean.text import fold
from huiying.core.detect.parsing import MAX_TERMS, is_list_name, lists_in, parse, read_term
from huiying.core.detect.query import Term
from huiying.core.types import Refusal
from huiying.store.knowledge import terms
from huiying.store.models import Watch, WordList

MAX_WORDS = 300
LONGEST_NAME = 40
LONGEST_WORD = 100


@act("watch.manage")
def add_list(actor: Actor, *, name: str, words: Sequence[str], now: datetime) -> WordList:
    """Make a list. Its name is how queries call it, so it is one word."""
    name = name.strip().removeprefix("@").removeprefix("＠").strip()
    if not is_list_name(fold(name)) or len(name) > LONGEST_NAME:
        raise Refusal(
            "%(name)s cannot be the name of a list. Write at most %(limit)d letters, digits, Chinese characters or hyphens, no spaces.",
            name=name or '""',
            limit=LONGEST_NAME,
        )
    if fold(name) in terms():
        raise Refusal("There is already a list named %(name)s.", name=name)
    kept = _kept(words)
    row = WordList.objects.create(name=name, words=kept, added_at=now)
    write("word_list_added", actor=actor, now=now, subject=f"list:{row.pk}", name=name, words=kept)
    return row


@act("watch.manage")
def change_list(actor: Actor, row: WordList, *, words: Sequence[str], now: datetime) -> list[str]:
    """Give a list other words. Returns the names of the watches that it changes; they go by it from the next item on."""
    kept, before = _kept(words), list(row.words)
    if kept == before:
        raise Refusal("Nothing was changed: the list %(name)s is as it was.", name=row.name)
    row.words = kept
    row.save(update_fields=["words"])
    lists = terms()
    changed = users(row)
    for watch in changed:
        try:
            parse(watch.query, lists)
        except Refusal as error:
            # the query was right before, so there can only be too many
            raise Refusal(
                "With these words the watch %(watch)s would look for more than %(limit)d terms. Give the list fewer.",
                watch=watch.name,
                limit=MAX_TERMS,
            ) from error
    names = [watch.name for watch in changed]
    write(
        "word_list_changed",
        actor=actor,
        now=now,
        subject=f"list:{row.pk}",
        name=row.name,
        added=[word for word in kept if word not in before],
        removed=[word for word in before if word not in kept],
        watches=names,
    )
    return names


@act("watch.manage")
def remove_list(actor: Actor, row: WordList, *, now: datetime) -> None:
    """Remove a list that no watch names."""
    used = users(row)
    if used:
        raise Refusal(
            "The list %(name)s is used by: %(watches)s. Change these watches first.",
            name=row.name,
            watches=", ".join(watch.name for watch in used),
        )
    write("word_list_removed", actor=actor, now=now, subject=f"list:{row.pk}", name=row.name, words=list(row.words))
    row.delete()


def users(row: WordList) -> list[Watch]:
    """The watches, paused ones too, whose queries name a list."""
    name = fold(row.name)
    return [watch for watch in Watch.objects.all() if name in lists_in(watch.query)]


def _kept(words: Sequence[str]) -> list[str]:
    """Words as they were written, each once by what it looks for."""
    found: dict[Term, str] = {}
    for word in filter(None, (" ".join(word.split()) for word in words)):
        try:
            term = read_term(word)
        except Refusal as error:
            raise Refusal(
                "%(word)s cannot stand in a list: a word needs a letter, digit or Chinese character, and an asterisk only at its end.",
                word=word[:LONGEST_WORD],
            ) from error
        if len(word) > LONGEST_WORD:
            raise Refusal("%(word)s… is too long for a list; the most is %(limit)d characters.", word=word[:20], limit=LONGEST_WORD)
        found.setdefault(term, word)
    if not found:
        raise Refusal("A list needs at least one word.")
    if len(found) > MAX_WORDS:
        raise Refusal("The list has %(count)d words; the most is %(limit)d.", count=len(found), limit=MAX_WORDS)
    return list(found.values())
