"""Forms as data: what an act asks for, where it is sent, and what somebody had typed when it was refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from huiying.core.roles import Role
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
class Act:
    """One form of one act. `fold`: shown only after a click on `label`. `style` is that of the button: "", second or grave."""

    url: str
    label: str
    fields: tuple[Field, ...] = ()
    button: str = ""
    style: str = "second"
    fold: bool = True
    note: str = ""
    tried: bool = False

    @property
    def id(self) -> str:
        """The form's id: its address without the desk, as in claims-3-propose."""
        return self.url.removeprefix("/desk/").strip("/").replace("/", "-")


@dataclass(frozen=True)
class Tried:
    """An act that was refused: where it was sent and what had been typed."""

    url: str
    typed: QueryDict


@dataclass
class Offers:
    """The acts that one member may do with one thing, and in words why others must wait."""

    tried: Tried | None = None
    acts: list[Act] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def act(self, url: str, label: str, *fields: Field, **more: object) -> None:
        """Offer an act; what was typed before a refusal stands in its fields again."""
        if self.tried is not None and self.tried.url == url:
            typed = self.tried.typed
            fields = tuple(replace(field, value=typed.get(field.name, "") if field.kind != "hidden" else field.value) for field in fields)
            more["tried"] = True
        self.acts.append(Act(url, label, fields, **more))  # type: ignore[arg-type]

    def note(self, text: str) -> None:
        """Say why an act is not offered."""
        self.notes.append(text)


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
