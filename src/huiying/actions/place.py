"""The desk's own places: the divisions that it answers for, and its villages, streets, schools and rivers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

import msgspec

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.clean.text import fold
from huiying.core.detect.divisions import chain, divisions_named
from huiying.core.detect.places import KINDS
from huiying.core.types import Refusal
from huiying.store.convert import builtins
from huiying.store.models import Desk, Place

LONGEST = 100
MOST_NAMES = 20
MOST_ROWS = 5000
LARGEST_FILE = 2_000_000
# The heads of an imported table, in either language.
HEADS = {
    "name": "name", "名称": "name", "地名": "name",
    "kind": "kind", "类别": "kind",
    "other names": "other_names", "别名": "other_names",
    "within": "within", "所在": "within",
    "second sign": "common", "易混": "common",
}  # fmt: skip
KINDS_ZH = {
    "乡镇": "town", "村": "village", "街道": "street", "路": "street", "小区": "estate", "学校": "school", "医院": "hospital",
    "水体": "water", "其他": "other",
}  # fmt: skip
YES = {"1", "yes", "true", "x", "是"}


class Given(msgspec.Struct, frozen=True):
    """A place as somebody typed it."""

    name: str
    kind: str = "other"
    other_names: tuple[str, ...] = ()
    within: str = ""
    common: bool = False


@act("watch.manage")
def set_home(actor: Actor, *, names: Sequence[str], now: datetime) -> list[str]:
    """Say which divisions the desk answers for: 济南市历下区, or its six digits. Returns their codes."""
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    codes = [_code(name) for name in filter(None, map(str.strip, names))]
    if codes == desk.home:
        raise Refusal("Nothing was changed: the desk answers for the same divisions as before.")
    desk.home = codes
    desk.save(update_fields=["home"])
    write("desk_configured", actor=actor, now=now, subject="desk", home=codes, divisions=["".join(chain(code)) for code in codes])
    return codes


@act("watch.manage")
def add_place(actor: Actor, *, given: Given, now: datetime) -> Place:
    """Put a place on the register."""
    given = _checked(given)
    if Place.objects.filter(name=given.name).exists():
        raise Refusal("There is already a place named %(name)s.", name=given.name)
    row = Place.objects.create(**_columns(given), added_at=now)
    write("place_added", actor=actor, now=now, subject=f"place:{row.pk}", **builtins(given))
    return row


@act("watch.manage")
def change_place(actor: Actor, row: Place, *, given: Given, now: datetime) -> None:
    """Change what is known of a place. The name stays: watches and warnings call it so."""
    given = _checked(msgspec.structs.replace(given, name=row.name))
    before = {name: getattr(row, name) for name in _columns(given)}
    after = _columns(given)
    if before == after:
        raise Refusal("Nothing was changed: the place %(name)s is as it was.", name=row.name)
    for name, value in after.items():
        setattr(row, name, value)
    row.save(update_fields=list(after))
    write("place_changed", actor=actor, now=now, subject=f"place:{row.pk}", name=row.name, before=before, after=after)


@act("watch.manage")
def remove_place(actor: Actor, row: Place, *, now: datetime) -> None:
    """Take a place off the register. What it was stays on the record."""
    values = {name: getattr(row, name) for name in ("name", "kind", "other_names", "within", "common")}
    write("place_removed", actor=actor, now=now, subject=f"place:{row.pk}", **values)
    row.delete()


@act("watch.manage")
def import_places(actor: Actor, *, table: str, now: datetime) -> tuple[int, int]:
    """Read a CSV table: all of it or nothing. A place that is known is changed. Returns how many were added and changed."""
    rows = read_table(table)
    known = {row.name: row for row in Place.objects.all()}
    added = [Place(**_columns(given), added_at=now) for given in rows if given.name not in known]
    changed = []
    for given in rows:
        row = known.get(given.name)
        if row is not None and any(getattr(row, name) != value for name, value in _columns(given).items()):
            for name, value in _columns(given).items():
                setattr(row, name, value)
            changed.append(row)
    if not (added or changed):
        raise Refusal("Nothing was changed: the register has all of these places already.")
    Place.objects.bulk_create(added)
    Place.objects.bulk_update(changed, ["kind", "other_names", "within", "common"])
    write("places_imported", actor=actor, now=now, subject="places", added=len(added), changed=len(changed), places=builtins(rows))
    return len(added), len(changed)


def read_table(table: str) -> list[Given]:
    """The places of a CSV table with a line of heads. Raises Refusal with the number of the line."""
    if len(table) > LARGEST_FILE:
        raise Refusal("The table has %(length)d characters; the most is %(limit)d.", length=len(table), limit=LARGEST_FILE)
    table = table.lstrip("\ufeff")
    # what is copied from a spreadsheet has tabs
    reader = csv.reader(io.StringIO(table), delimiter="\t" if "\t" in table.split("\n")[0] else ",")
    try:
        heads = [HEADS.get(head.strip().lower(), "") for head in next(reader, [])]
        if "name" not in heads:
            raise Refusal("Line 1: the table needs heads, at least name. It may have: %(heads)s.", heads=", ".join(HEADS))
        found: dict[str, Given] = {}
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            try:
                given = _checked(_given({head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head}))
            except Refusal as error:
                raise Refusal("Line %(line)d of the table: %(reason)s", line=reader.line_num, reason=error) from error
            if given.name in found:
                raise Refusal("Line %(line)d of the table: %(name)s stands in it twice.", line=reader.line_num, name=given.name)
            found[given.name] = given
            if len(found) > MOST_ROWS:
                raise Refusal("The table has more than %(limit)d places.", limit=MOST_ROWS)
    except csv.Error as error:
        raise Refusal("Line %(line)d of the table cannot be read: %(error)s.", line=reader.line_num, error=error) from error
    if not found:
        raise Refusal("The table has no places, only heads.")
    return list(found.values())


def split_names(text: str) -> tuple[str, ...]:
    """Names with commas, semicolons or line ends between them."""
    for mark in "，、；;\n":
        text = text.replace(mark, ",")
    return tuple(dict.fromkeys(filter(None, (name.strip() for name in text.split(",")))))


def _given(cells: dict[str, str]) -> Given:
    kind = cells.get("kind") or "other"
    return Given(
        name=cells.get("name", ""),
        kind=KINDS_ZH.get(kind, kind),
        other_names=split_names(cells.get("other_names", "")),
        within=cells.get("within", ""),
        common=cells.get("common", "").lower() in YES,
    )


def _checked(given: Given) -> Given:
    name = " ".join(given.name.split())
    others = tuple(other for other in dict.fromkeys(" ".join(other.split()) for other in given.other_names) if other and other != name)
    for text in (name, *others):
        if len(fold(text)) < 2:
            raise Refusal('A place needs a name of at least two characters; "%(name)s" would be found everywhere.', name=text)
        if len(text) > LONGEST:
            raise Refusal("%(name)s… is too long for the name of a place; the most is %(limit)d characters.", name=text[:20], limit=LONGEST)
    if len(others) > MOST_NAMES:
        raise Refusal("A place has at most %(limit)d other names.", limit=MOST_NAMES)
    if given.kind not in KINDS:
        raise Refusal("%(kind)s is no kind of place; the kinds are %(place_kinds)s.", kind=given.kind, place_kinds=", ".join(KINDS))
    within = " ".join(given.within.split())[:LONGEST]
    if within == name:
        raise Refusal("%(name)s cannot lie in itself.", name=name)
    return Given(name, given.kind, others, within, given.common)


def _columns(given: Given) -> dict[str, object]:
    return {**{name: getattr(given, name) for name in ("name", "kind", "within", "common")}, "other_names": list(given.other_names)}


def _code(name: str) -> str:
    found = divisions_named(name)
    if not found:
        raise Refusal("There is no division named %(name)s. Write it like 济南市历下区, or its six-digit code.", name=name)
    if len(found) > 1:
        raise Refusal(
            "There are several divisions named %(name)s: %(divisions)s. Write one of these.",
            name=name,
            divisions=", ".join("".join(chain(division.code)) for division in found[:8]),
        )
    return found[0].code
