"""The single keys of the desk, in one table: the script reads it from the page, the help and the docs show it."""

from __future__ import annotations

from dataclasses import dataclass

from huiying.web import words

# After "g": the letter of each section, by the name of its address.
SECTIONS: dict[str, str] = {
    "board": "b",
    "stories": "s",
    "warnings": "w",
    "cases": "c",
    "statements": "t",
    "sources": "o",
    "watches": "a",
    "duty": "d",
    "rules": "r",
    "proof": "p",
    "record": "e",
    "views": "v",
}


@dataclass(frozen=True)
class Key:
    """One key, and what it does."""

    key: str
    does: str


KEYS = (
    Key("/", words.N("to the search")),
    Key("j", words.N("to the next row of a list")),
    Key("k", words.N("to the row before")),
    Key("Enter", words.N("open what is marked")),
    Key("x", words.N("choose the row, or leave it")),
    Key("a", words.N("acknowledge the warning that is marked, or that of the page")),
    Key("n", words.N("to the next thing that can be done on the page")),
    Key("p", words.N("to the one before")),
    Key("Ctrl Enter", words.N("in a form: send it")),
    Key("Esc", words.N("leave a field; close the help")),
    Key("?", words.N("this list")),
)
