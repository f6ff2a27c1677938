"""Files that somebody brings: exports of a hotline and other tables, by an allow-list of columns."""

from __future__ import annotations

from huiying.core.collect.adapter import About, Adapter, Body, Carriage, Option
from huiying.core.collect.columns import guess, settled, take
from huiying.core.collect.reading import Reading
from huiying.core.collect.table import read_table
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, Refusal


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The rows of a table by the remembered mapping, or by the names of its columns where none is remembered."""
    table = read_table(body.content, charset=about.charset)
    chosen = about.options.get("columns")
    mapping = {str(name): str(role) for name, role in chosen.items()} if isinstance(chosen, dict) and chosen else guess(table.columns)
    return Reading("", take(table, mapping, about).items, table.charset)


def _columns(value: object) -> None:
    if not isinstance(value, dict):
        raise Refusal("The columns of a file are a table of names and what they are read as.")
    if value:
        settled({str(name): str(role) for name, role in value.items()})


FILE = Adapter(
    name="file",
    title="Files: exports of a hotline and other tables (CSV, XLSX, JSON lines)",
    terms="The body's own export, brought by somebody who may. Only the columns that were chosen are read; the file itself is not kept.",
    personal="Columns for names, telephone numbers, identity numbers and addresses cannot be chosen; ticket numbers become digests, "
    "texts are masked.",
    read=read,
    carriage=Carriage.FILE,
    kind=Kind.HOTLINE,
    options=(Option("columns", "Columns", {}, help="Chosen when a file is brought, and remembered.", check=_columns),),
)
