"""Forms as data: what an act asks for, where it is sent, and what somebody had typed when it was refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from huiying.core.roles import Role
from huiying.core.statement.revisions import Segment, diff
from huiying.core.types import Refusal
from huiying.store.models import Department
from huiying.web import words

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Field:
    """One field. `kind`: text, textarea, code, select, suggest (`options` may be typed or
    anything else), check, number, url, time or hidden."""

    name: str
    label: str = ""
    kind: str = "text"
    value: str = ""
    options: Options = ()
    required: bool = True
    help: str = ""


@dataclass(frozen=True)
class Difference:
    """One field that two people filled in differently: what stands there now, and how what was typed differs from it."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Act:
    """One form of one act. `fold`: shown only after a click on `label`. `style` is that of the button: "", second or grave.

    `as_of` marks what the fields showed when the form overwrites it; `differences` is what somebody else changed meanwhile.
    """

    url: str
    label: str
    fields: tuple[Field, ...] = ()
    button: str = ""
    style: str = "second"
    fold: bool = True
    note: str = ""
    tried: bool = False
    as_of: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def id(self) -> str:
        """The form's id: its address without the desk, as in claims-3-propose."""
        return self.url.removeprefix("/desk/").strip("/").replace("/", "-")


@dataclass(frozen=True)
class Tried:
    """An act that was refused: where it was sent and what had been typed. `overtaken`: somebody else had changed the same."""

    url: str
    typed: QueryDict
    overtaken: bool = False


@dataclass
class Offers:
    """The acts that one member may do with one thing, and in words why others must wait."""

    tried: Tried | None = None
    acts: list[Act] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def act(self, url: str, label: str, *fields: Field, **more: object) -> None:
        """Offer an act; what was typed before a refusal stands in its fields again.

        `overwrites=True`: what the fields show is marked, so that a change by somebody else in between is noticed (see acting.py).
        """
        if more.pop("overwrites", False):
            more["as_of"] = mark(fields)
        if self.tried is not None and self.tried.url == url:
            typed = self.tried.typed
            if self.tried.overtaken:
                more["differences"] = differences(fields, typed)
            fields = tuple(replace(field, value=typed.get(field.name, "") if field.kind != "hidden" else field.value) for field in fields)
            more["tried"] = True
        self.acts.append(Act(url, label, fields, **more))  # type: ignore[arg-type]

    def note(self, text: str) -> None:
        """Say why an act is not offered."""
        self.notes.append(text)


def mark(fields: Iterable[Field]) -> str:
    """What the fields of a form show, as a short mark: another value, another mark."""
    shown = [(field.name, _plain(field.value)) for field in fields if field.kind != "hidden"]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:16]


def differences(fields: Iterable[Field], typed: QueryDict) -> tuple[Difference, ...]:
    """Where what was typed differs from what stands there now, word by word."""
    found = []
    for one in fields:
        now, mine = _plain(one.value), _plain(typed.get(one.name, ""))
        if one.kind != "hidden" and now != mine:
            chosen = dict(one.options)
            parts = diff(chosen.get(now) or now, chosen.get(mine) or mine) if one.kind != "check" else diff(_yes(now), _yes(mine))
            found.append(Difference(one.label, parts))
    return tuple(found)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _yes(value: str) -> str:
    return _("yes") if value else _("no")


def tried(request: HttpRequest) -> Tried:
    """What this request tried to do."""
    return Tried(request.path, request.POST)


def options(table: Mapping[str, str]) -> Options:
    """A table of words as the options of a select."""
    return tuple((str(key), words.word(table, key)) for key in table)


def reason(label: str = "", help: str = "") -> Field:
    """The reason that stays on the record."""
    return Field("reason", label or _("Reason"), "textarea", help=help or _("It is kept on the record."))


def departments(empty: str = "") -> Options:
    """Departments by name, with a first option for none where `empty` names it."""
    rows = tuple((str(row.pk), words.named(row)) for row in Department.objects.all())
    return (("", empty), *rows) if empty else rows


def read_department(typed: QueryDict, name: str = "department") -> Department | None:
    """The department that was chosen; None where none was."""
    chosen = typed.get(name, "")
    if not chosen:
        return None
    found = Department.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else None
    if found is None:
        raise Refusal("The department that was chosen does not exist. Choose another.")
    return found


def must_department(typed: QueryDict) -> Department:
    """The department that was chosen; refuses none."""
    found = read_department(typed)
    if found is None:
        raise Refusal("Choose a department.")
    return found


def read_number(typed: QueryDict, name: str, label: str) -> int:
    """A whole number from a field."""
    text = typed.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal('"%(text)s" is not a whole number (%(field)s).', text=text, field=_(label))
    return int(text)


def role_words(roles: Iterable[str]) -> str:
    """Roles as a list in words."""
    return _(", ").join(words.word(words.ROLES, Role(role)) for role in roles)
