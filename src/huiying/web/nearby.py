"""What it would take for a warning to rise or to fall by one level, in words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.core.types import Contribution, Level
from huiying.core.warn.nearby import Step, example_down, example_up, next_fall, next_level
from huiying.store.models import Warning
from huiying.store.rules import by_strategy
from huiying.web import words


def sentences(row: Warning) -> list[str]:
    """At most two: up and down, under the rule that the warning was decided by."""
    rule = by_strategy(row.strategy)
    if rule is None:
        return [_("The rule that decided it is not known here any more, so what it would take to rise or fall cannot be said.")]
    level, reasons = Level(row.level), msgspec.convert(row.reasons, tuple[Contribution, ...])
    said = []
    up = next_level(level, row.score, rule.levels)
    if up is not None:
        said.append(_up(example_up(up, reasons, rule.weights)))
    floor = Level(row.watch.level) if row.watch and row.watch.level else None
    down = next_fall(level, row.score, rule.levels, floor)
    if down is not None:
        said.append(_down(example_down(down, reasons), reasons))
    elif row.watch is not None and floor is not None:
        said.append(
            _("The watch %(name)s holds it at %(level)s or above, whatever its score.") % {"name": row.watch.name, "level": _level(floor)}
        )
    return said


def _level(level: Level) -> str:
    return words.word(words.LEVELS, level)


def _points(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _up(step: Step) -> str:
    values = {"level": _level(step.level or Level.BLUE), "points": _points(step.points), "example": _more(step)}
    if step.part:
        return _("It rises to %(level)s with %(points)s more points: %(example)s would do.") % values
    return _("It rises to %(level)s with %(points)s more points.") % values


def _more(step: Step) -> str:
    n = step.count
    if step.part == "independent_reports":
        return ngettext("%(n)d more independent report", "%(n)d more independent reports", n) % {"n": n}
    if step.part == "outlets":
        return ngettext("%(n)d more outlet", "%(n)d more outlets", n) % {"n": n}
    return ngettext("%(n)d more hotline ticket", "%(n)d more hotline tickets", n) % {"n": n}


def _down(step: Step, reasons: Sequence[Contribution]) -> str:
    detail = next((reason.detail for reason in reasons if reason.name == step.part), "")
    name, said = words.part(step.part, detail)
    values = {"points": _points(step.points), "level": _level(step.level) if step.level else "", "part": f"{name} {said}".strip()}
    if step.level is None and step.part:
        return _("It has %(points)s points more than the lowest level needs; without this part it would be no warning: %(part)s.") % values
    if step.level is None:
        return _("It has %(points)s points more than the lowest level needs.") % values
    if step.part:
        return _("It has %(points)s points more than its level needs; without this part it would be %(level)s: %(part)s.") % values
    return _("It has %(points)s points more than its level needs; below that it would be %(level)s.") % values
