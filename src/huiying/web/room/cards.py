"""What the case room is made of: sections of cards, each with its state, its words, who did what when, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from huiying.core.case.policy import Plan
from huiying.store.models import Case, Member
from huiying.store.timing import plan
from huiying.web import words
from huiying.web.forms import Offers, Tried
from huiying.web.limits import Limit
from huiying.web.templatetags.desk import person

OVER = ("closed", "merged")


@dataclass(frozen=True)
class Reader:
    """For whom a page is drawn, when, and what that person had just tried."""

    member: Member
    now: datetime
    tried: Tried | None = None
    desk: Plan = field(default_factory=plan)

    def may(self, permission: str) -> bool:
        """Whether the reader's roles grant it."""
        return bool(self.member.may(permission))

    def offers(self) -> Offers:
        """No offer yet."""
        return Offers(self.tried)

    def heads(self, department: int | None) -> bool:
        """Whether the reader belongs to this department."""
        return department is not None and self.member.department_id == department


@dataclass(frozen=True)
class Mark:
    """One thing that somebody did: what, who, when."""

    label: str
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Card:
    """One thing of a case. `facts` are labelled texts; `alarm` is what must not be overlooked; `limit` is its running deadline."""

    anchor: str
    title: str
    machine: str
    state: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    limit: Limit | None = None
    alarm: str = ""
    href: str = ""
    offers: Offers = field(default_factory=Offers)


@dataclass(frozen=True)
class Section:
    """Cards of one kind, with the form that adds one; or a section with a template of its own."""

    id: str
    title: str
    cards: tuple[Card, ...] = ()
    empty: str = ""
    adding: Offers | None = None
    note: str = ""
    template: str = "desk/case/_cards.html"
    count: int | None = None

    @property
    def counted(self) -> int | None:
        """How many things it holds; None where counting says nothing."""
        return len(self.cards) if self.template == "desk/case/_cards.html" else self.count


def mark(label: str, member: Member | None, at: datetime | None) -> tuple[Mark, ...]:
    """A mark, or none where nothing of it is known."""
    return (Mark(label, person(member.name) if member else "", at),) if member or at else ()


def facts(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The labelled texts that say something."""
    return tuple((label, text) for label, text in pairs if text)


def waits_for(permission: str) -> str:
    """For whom something waits."""
    return _("It waits for %(who)s.") % {"who": words.word(words.WHO, permission)}


def over(case: Case) -> bool:
    """Whether the case is closed or went into another."""
    return case.state in OVER
