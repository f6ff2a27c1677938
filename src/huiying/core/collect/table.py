"""A table from a file: CSV in any encoding, XLSX or JSON lines, within bounds of size and as text."""

from __future__ import annotations

import csv
import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from datetime import date, datetime, time
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

import msgspec

from huiying.core.collect.charset import decode
from huiying.core.types import Refusal

MOST_BYTES = 20 * 1024 * 1024
MOST_INFLATED = 100 * 1024 * 1024
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_CELLS = 3_000_000
MOST_SIGNS = 20_000_000  # of text: what the largest CSV may hold
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
_DELIMITERS = ",\t;|"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TEXT, _RUN = f"{_SHEET}t", f"{_SHEET}r"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# what ISO/IEC 29500-2, annex C, allows; zipfile inflates the others without measure
_INFLATABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
Cell = str | int | float | bool | None


class Table(msgspec.Struct, frozen=True):
    """Names of the columns, and rows with the number of their line or row in the file (the heads are 1). `form` is csv, xlsx or jsonl."""

    form: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    charset: str = ""
    delimiter: str = ""


def read_table(content: bytes, *, charset: str = "") -> Table:
    """The table in a file. `charset` is one to prefer. Raises Refusal, naming the row where there is one."""
    if len(content) > MOST_BYTES:
        raise Refusal("The file is larger than %(most)s MB. Export a shorter time, or split it.", most=MOST_BYTES // 1024 // 1024)
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refusal("The file is empty.")
    if content.startswith(_OLD_EXCEL):
        raise Refusal("This is an Excel file of the old kind (.xls). Save it as .xlsx or CSV and choose that file.")
    if content.startswith(b"PK\x03\x04"):
        return _table("xlsx", _xlsx(content))
    if content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")):
        raise Refusal("This is no table. Choose a file in CSV, XLSX or JSON lines.")
    decoded = decode(content, declared=charset)
    text = decoded.text.lstrip("\ufeff")
    if text.count("\ufffd") > 3 and text.count("\ufffd") * 50 > len(text.strip()):
        raise Refusal("The signs of the file cannot be read: it is in none of UTF-8, GB18030, UTF-16 and Big5. Save it as CSV in UTF-8.")
    if "\0" in text:
        raise Refusal("This is no table. Choose a file in CSV, XLSX or JSON lines.")
    if text.lstrip().startswith("{"):
        return msgspec.structs.replace(_jsonl(text), charset=decoded.charset)
    delimiter = _delimiter(text)
    return msgspec.structs.replace(_table("csv", _csv(text, delimiter)), charset=decoded.charset, delimiter=delimiter)


def _table(form: str, rows: Iterable[tuple[int, tuple[str, ...]]]) -> Table:
    """Heads and rows: the first row with two names, or with anything where there is but one column."""
    walking = iter(rows)
    first = list(itertools.islice(walking, 10))
    # what stands above the heads is the title that some systems print there
    wide = max((sum(1 for cell in row if cell) for _, row in first), default=0)
    at = next((place for place, (_, row) in enumerate(first) if sum(1 for cell in row if cell) * 2 > wide), None)
    if at is None:
        raise Refusal("The file has no line of heads. The first line must name the columns.")
    heads = list(first[at][1])
    while heads and not heads[-1]:
        heads.pop()
    if len(heads) > MOST_COLUMNS:
        raise Refusal("The table has more than %(most)s columns.", most=MOST_COLUMNS)
    names = _distinct(heads)
    width = len(names)
    kept: list[tuple[int, tuple[str, ...]]] = []
    signs = 0
    for number, row in itertools.chain(first[at + 1 :], walking):
        if not any(row):
            continue
        if len(kept) >= MOST_ROWS:
            raise Refusal("The table has more than %(most)s rows. Export a shorter time, or split it.", most=MOST_ROWS)
        if len(kept) * width >= MOST_CELLS:
            raise Refusal("The table has more than %(most)s cells. Export a shorter time, or fewer columns.", most=MOST_CELLS)
        signs += sum(map(len, row))
        if signs > MOST_SIGNS:
            raise Refusal(
                "The table holds more than %(most)s million signs of text. Export a shorter time, or split it.", most=MOST_SIGNS // 10**6
            )
        kept.append((number, (*row[:width], *([""] * (width - len(row))))))
    if not kept:
        raise Refusal("The table has heads but no row.")
    return Table(form, names, tuple(kept))


def _distinct(heads: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for place, head in enumerate(heads, 1):
        name = " ".join(head.split())[:100] or f"#{place}"
        names.append(name if name not in names else f"{name} ({place})")
    return tuple(names)


def _delimiter(text: str) -> str:
    """The sign that parts most cells in the first lines, counted outside of quotes."""
    head = "\n".join(text[:20_000].splitlines()[:20])
    best, most = ",", 0
    for sign in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head), delimiter=sign) if row]
        except csv.Error:
            continue
        score = (sorted(widths)[len(widths) // 2] - 1) * 100 + sum(widths) if widths else 0
        if score > most:
            best, most = sign, score
    return best


def _csv(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader((line[0] for line in _LINE.finditer(text)), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, tuple(cell.strip()[:LONGEST_CELL] for cell in row[: MOST_COLUMNS + 1])
    except csv.Error as error:
        raise Refusal("Row %(row)s cannot be read: %(reason)s.", row=reader.line_num, reason=str(error)) from None


def _xlsx(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The first sheet that is shown. Formulas are not computed: what the program that wrote the file last saw in their cells is read."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _measure(packed)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except (Refusal, MemoryError):
        raise
    except Exception as error:  # the library raises what it likes over a broken file
        raise _broken(error) from None
    sheets = [sheet for sheet in book.worksheets if getattr(sheet, "sheet_state", "visible") == "visible"]
    if not sheets:
        raise Refusal("The workbook has no sheet that is shown.")
    try:
        for number, row in _rows(book, sheets[0]):
            if number > MOST_ROWS * 2:
                raise Refusal("The table has more than %(most)s rows. Export a shorter time, or split it.", most=MOST_ROWS)
            yield number, row
    except (Refusal, MemoryError):
        raise
    except Exception as error:
        raise _broken(error) from None
    finally:
        book.close()


def _measure(packed: zipfile.ZipFile) -> None:
    """Refuse what would inflate too far: by the sizes in the directory, and then by inflating, for somebody wrote those sizes there."""
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise Refusal(
            "The workbook is made of more than %(most)s parts, so it is not opened. Save it as CSV and choose that file.", most=MOST_PARTS
        )
    if sum(part.file_size for part in parts) > MOST_INFLATED:
        raise Refusal(
            "The workbook unpacks to more than %(most)s MB, most of it in %(part)s, so it is not opened. "
            "Export a shorter time, or save it as CSV and choose that file.",
            most=MOST_INFLATED // 1024 // 1024,
            part=max(parts, key=lambda part: part.file_size).filename[:100],
        )
    for part in parts:
        if part.compress_type not in _INFLATABLE:
            raise zipfile.BadZipFile
        whole = copy(part)
        whole.file_size = part.file_size + 1  # else reading stops silently where the directory says that the part ends
        del whole.CRC
        with packed.open(whole) as opened:
            held = 0
            while chunk := opened.read(1 << 16):
                held += len(chunk)
        if held > part.file_size:
            raise Refusal(
                "The workbook holds more in %(part)s than it says of itself, so it is not opened. "
                "Save it again as .xlsx or as CSV and choose that file.",
                part=part.filename[:100],
            )


def _rows(book: Any, sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows with their numbers, as the library's parser finds them: filled up by it they may be without end in a file of a few bytes."""
    from openpyxl.worksheet._reader import WorkSheetParser

    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        parser.parse_cell = partial(_plainly, parser.parse_cell)
        for number, cells in parser.parse():
            held = {
                cell["column"]: _cell(cell["value"]) for cell in cells if cell["value"] is not None and cell["column"] <= MOST_COLUMNS + 1
            }
            if held:
                yield number, tuple(held.get(column, "") for column in range(1, max(held) + 1))


def _plainly(parse: Callable[[Element], dict[str, Any]], cell: Element) -> dict[str, Any]:
    """A cell as `parse` finds it. Of text that a cell holds itself the library makes objects, which take a third of its time: not here."""
    inline = cell.find(_SHEET + "is") if cell.get("t") == "inlineStr" else None
    if inline is not None:
        value = Element(_SHEET + "v")
        value.text = "".join(map(_said, inline))
        cell.set("t", "str")
        cell.insert(0, value)
    return parse(cell)


def _said(part: Element) -> str:
    """The text of a part of a cell; how its signs are read aloud is none."""
    return (part.text if part.tag == _TEXT else part.findtext(_TEXT) if part.tag == _RUN else "") or ""


def _broken(error: Exception) -> Refusal:
    reason = "encrypted or damaged" if isinstance(error, zipfile.BadZipFile | zlib.error | RuntimeError) else type(error).__name__
    return Refusal("The workbook cannot be opened: %(reason)s. Save it again as .xlsx or as CSV.", reason=reason)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(str(value).split("\r")).strip()[:LONGEST_CELL]


def _jsonl(text: str) -> Table:
    columns: dict[str, int] = {}
    found: list[tuple[int, dict[str, Cell]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(found) >= MOST_ROWS:
            raise Refusal("The table has more than %(most)s rows. Export a shorter time, or split it.", most=MOST_ROWS)
        try:
            row = msgspec.json.decode(line.encode("utf-8", "replace"), type=dict[str, Cell | list[object] | dict[str, object]])
        except (msgspec.DecodeError, RecursionError) as error:
            raise Refusal("Row %(row)s cannot be read: %(reason)s.", row=number, reason=str(error)) from None
        for name in row:
            columns.setdefault(" ".join(name.split())[:100] or "#", len(columns))
        if len(columns) > MOST_COLUMNS:
            raise Refusal("The table has more than %(most)s columns.", most=MOST_COLUMNS)
        if len(found) * len(columns) >= MOST_CELLS:
            raise Refusal("The table has more than %(most)s cells. Export a shorter time, or fewer columns.", most=MOST_CELLS)
        found.append((number, {" ".join(k.split())[:100] or "#": v for k, v in row.items() if not isinstance(v, list | dict)}))
    rows = tuple((number, tuple(_cell(row.get(name)) for name in columns)) for number, row in found)
    return Table("jsonl", tuple(columns), rows)
