"""Workbooks as somebody might bring them: good ones, and ones that are small and hold much."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import openpyxl

HEADS = ("工单编号", "诉求内容")
ROWS = (("GD1", "望澜镇自来水发黄"), ("GD2", "城关镇路灯不亮"))
SHEET = "xl/worksheets/sheet1.xml"
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def good() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADS, *ROWS):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_sheet(change: Callable[[bytes], bytes]) -> bytes:
    """A workbook whose sheet is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good())) as plain, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in plain.infolist():
            body = plain.read(part)
            packed.writestr(part.filename, change(body) if part.filename == SHEET else body)
    return out.getvalue()


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def of_rows(rows: str, head: str = "") -> bytes:
    head = head or "".join(_cell(name) for name in HEADS)
    return f'<worksheet xmlns="{_SPACE}"><sheetData><row>{head}</row>{rows}</sheetData></worksheet>'.encode()


def bomb(megabytes: int) -> bytes:
    """Inflates to so many MB, and says so."""
    return with_sheet(lambda sheet: sheet + b" " * (megabytes * 1024 * 1024))


def slow() -> bytes:
    """Sixty MB of cells in a hundred kB."""
    return with_sheet(lambda _: of_rows(("<row>" + _cell("1") * 200 + "</row>") * 5_000))


def fat() -> bytes:
    """One cell without end, with a sign at its end for which every other takes four bytes."""
    return with_sheet(lambda _: of_rows("<row>" + _cell("1" * (90 * 1024 * 1024) + "\U00020000") + "</row>"))


def lying(megabytes: int) -> bytes:
    """Inflates to so many MB more than its directory says, and what it says has the right checksum."""
    honest = with_sheet(lambda sheet: sheet)
    with zipfile.ZipFile(io.BytesIO(honest)) as plain:
        said = plain.read(SHEET)
    made = bytearray(with_sheet(lambda sheet: sheet + b" " * (megabytes * 1024 * 1024)))
    real = said + b" " * (megabytes * 1024 * 1024)
    for number, claim in ((len(real), len(said)), (zlib.crc32(real), zlib.crc32(said))):
        old, new = number.to_bytes(4, "little"), claim.to_bytes(4, "little")
        assert made.count(old) == 2, "in the directory and before the part"
        made = made.replace(old, new)
    return bytes(made)


def squeezed() -> bytes:
    """Packed in a way that no workbook is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good())) as plain, zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as packed:
        for part in plain.infolist():
            packed.writestr(part.filename, plain.read(part))
    return out.getvalue()
