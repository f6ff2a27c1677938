"""What is done about the line to take. The page is the case room."""

from __future__ import annotations

import re

from django.http import QueryDict

from huiying.actions import line as acts
from huiying.core.statement.line import Figure
from huiying.core.types import Refusal
from huiying.store.models import Case, LineToTake
from huiying.web import words
from huiying.web.acting import with_reason
from huiying.web.views.frame import in_room

_FIGURE = re.compile(r"(.+?)\s*[=＝:：]\s*([\d][\d.,]*)\s*(\S*)")
MOST_FIGURES = 40


def figures(text: str) -> tuple[Figure, ...]:
    """Figures from one a line: what is counted, its value and unit."""
    found = []
    for number, line in enumerate(filter(None, (part.strip() for part in text.split("\n"))), 1):
        match = _FIGURE.fullmatch(line)
        if match is None or number > MOST_FIGURES:
            raise Refusal(
                'Line %(number)s of the figures cannot be read: "%(text)s". Write what is counted, =, and the number with its unit.',
                number=number,
                text=line[:80],
            )
        found.append(Figure(name=match.group(1), value=match.group(2), unit=match.group(3)))
    return tuple(found)


def _line(typed: QueryDict) -> dict[str, object]:
    return {"wording": typed.get("wording", ""), "figures": figures(typed.get("figures", ""))}


propose = in_room(acts.propose, Case, "line", read=_line, done=words.N("The line is proposed. Somebody else must agree."))
agree = in_room(acts.agree, LineToTake, "line", done=words.N("This is the line to take now."))
send_back = in_room(acts.send_back, LineToTake, "line", read=with_reason, done=words.N("The line went back."))
