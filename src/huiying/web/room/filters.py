"""Which cases a list shows: by state, level, department, what falls to the reader, and what is late."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode

from huiying.core.case.workflow import MACHINES
from huiying.core.types import Level
from huiying.store.models import Case
from huiying.store.sight import concerning, visible
from huiying.web import deadlines, words
from huiying.web import mine as reading
from huiying.web.forms import Options, departments, options
from huiying.web.room.cards import Reader

MOST_READ = 100
"""So many cases are read with all their parts for a list by what falls to its reader or is late."""
CHOSEN = ("state", "level", "department", "mine", "overdue")


@dataclass(frozen=True)
class Filters:
    """What was chosen; an empty value narrows nothing. A value that does not exist is taken for empty."""

    state: str = ""
    level: str = ""
    department: str = ""
    mine: bool = False
    overdue: bool = False

    @classmethod
    def read(cls, typed: QueryDict) -> Filters:
        """From the address of the page."""
        state, level, department = (typed.get(name, "") for name in ("state", "level", "department"))
        return cls(
            state=state if state == "open" or state in MACHINES["case"].states else "",
            level=level if level in set(Level) else "",
            department=department if department.isascii() and department.isdigit() and len(department) < 10 else "",
            mine=bool(typed.get("mine")),
            overdue=bool(typed.get("overdue")),
        )

    @property
    def any(self) -> bool:
        """Whether anything narrows the list."""
        return self != Filters()

    @property
    def query(self) -> str:
        """The same choice in the address of another page, with "&" at its end."""
        chosen = {name: "1" if value is True else value for name in CHOSEN if (value := getattr(self, name, ""))}
        return urlencode(chosen) + "&" if chosen else ""

    def narrow(self, reader: Reader) -> tuple[QuerySet[Case], bool]:
        """The cases, the newest first, and whether some were not looked at because there are too many."""
        rows = visible(reader.member, Case.objects.order_by("-id"))
        if self.state == "open":
            rows = rows.exclude(state__in=("closed", "merged"))
        elif self.state:
            rows = rows.filter(state=self.state)
        if self.level:
            rows = rows.filter(level=self.level)
        if self.department:
            number = int(self.department)
            rows = rows.filter(concerning(number))
        if not self.mine and not self.overdue:
            return rows, False
        found, more = self._waiting(rows, reader)
        return rows.filter(pk__in=found), more

    def _waiting(self, rows: QuerySet[Case], reader: Reader) -> tuple[list[int], bool]:
        """Cases in which something falls to the reader, or is late: only those are looked at in which anything may be waiting."""
        found = []
        chosen = reading.cases(reader.member, deadlines.OPEN, rows.order_by(), MOST_READ, anybody=not self.mine)
        for case in deadlines.read(Case.objects.filter(pk__in=chosen.rows)):
            duties = list(deadlines.of_case(case, reader.now, reader.desk))
            mine = not self.mine or any(duty.falls_to(reader.member) for duty in duties)
            late = not self.overdue or any(duty.limit is not None and duty.limit.due_at <= reader.now for duty in duties)
            if mine and late:
                found.append(case.pk)
        return found, chosen.more

    def fields(self, nothing: str) -> dict[str, Options]:
        """The choices that the form offers; `nothing` is the word for no choice."""
        states = tuple((state, words.state("case", state)) for state in words.STATES["case"])
        return {
            "states": (("", nothing), ("open", words.word({"open": _OPEN}, "open")), *states),
            "levels": (("", nothing), *options(words.LEVELS)),
            "departments": departments(nothing),
        }


_OPEN = words.N("every open one")
