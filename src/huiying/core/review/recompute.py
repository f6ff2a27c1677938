"""A stored warning beside the same warning computed again: the same to the digit, or exactly where it differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not the same. `what` is level, score, strategy, watch, items or the name of a part; `field` of a part its value,
    baseline, weight, p or detail. None: it is not there at all."""

    what: str
    field: str = ""
    stored: str | None = None
    computed: str | None = None


_PART = ("value", "baseline", "weight", "p", "detail")


def _said(value: object) -> str:
    return repr(value) if isinstance(value, float) else str(value)


def differences(stored: Mapping[str, Any], computed: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Every difference between two raises, each with level, score, strategy, watch, items, reasons; what one of them lacks (an older
    record kept less) is not compared. Numbers must be equal to the last digit."""
    found = [
        Difference(what=name, stored=_said(stored[name]), computed=_said(computed[name]))
        for name in ("strategy", "level", "score", "watch", "items", "known")
        if name in stored and name in computed and stored[name] != computed[name]
    ]
    if "reasons" in stored and "reasons" in computed:
        found += _parts(stored["reasons"], computed["reasons"])
    return tuple(found)


def _parts(stored: Sequence[Mapping[str, Any]], computed: Sequence[Mapping[str, Any]]) -> list[Difference]:
    old, new = ({str(part["name"]): part for part in parts} for parts in (stored, computed))
    found = []
    for name in [*old, *(name for name in new if name not in old)]:
        if name not in new:
            found.append(Difference(what=name, stored=_said(old[name].get("weight"))))
        elif name not in old:
            found.append(Difference(what=name, computed=_said(new[name].get("weight"))))
        else:
            found += [
                Difference(what=name, field=field, stored=_said(old[name].get(field)), computed=_said(new[name].get(field)))
                for field in _PART
                if old[name].get(field) != new[name].get(field)
            ]
    return found
