"""A file that somebody brings, read apart: what it inflates to may end the child that reads it, and never the process that serves pages."""

from __future__ import annotations

import asyncio
import logging
import threading

from huiying.core.collect.table import Table, read_table
from huiying.core.types import Refusal
from huiying.worker.child import MEMORY, Children
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

CPU = 10.0  # seconds of the processor for a file
WALL = 30.0  # seconds of the clock, for a busy machine
PATIENCE = 15.0  # seconds to wait while another file is read
_MODULES = ("huiying.core.collect.table", "openpyxl")
_one = threading.Lock()  # a child may take much memory: one at a time


def table_of(content: bytes, name: str, *, charset: str = "") -> Table:
    """The table in a file that is called `name`. Raises Refusal, as read_table does, and where it would take too much memory or time."""
    if not _one.acquire(timeout=PATIENCE):
        raise Refusal("Another file is being read just now. Choose %(file)s again in a minute.", file=name)
    try:
        return asyncio.run(_apart(content, charset))
    except FetchRefused as refused:
        raise _said(str(refused.values["cause"]), name) from None
    except (EOFError, OSError):
        log.exception("the process that reads files could not be started")
        raise _said("start", name) from None
    finally:
        _one.release()


async def _apart(content: bytes, charset: str) -> Table:
    async with Children(at_once=1, cpu=CPU, wall=WALL, modules=_MODULES) as children:
        return await children.parse(read_table, content, charset=charset)


def _said(cause: str, name: str) -> Refusal:
    match cause:
        case "memory":
            return Refusal(
                "%(file)s takes more than %(limit)s MB of memory to read, so it was put aside and nothing was brought. "
                "Export a shorter time, or save it as CSV and choose that file.",
                file=name,
                limit=MEMORY // (1024 * 1024),
            )
        case "time":
            return Refusal(
                "%(file)s takes more than %(limit)s seconds to read, so it was put aside and nothing was brought. "
                "Export a shorter time, or save it as CSV and choose that file.",
                file=name,
                limit=f"{CPU:g}",
            )
        case _:
            return Refusal(
                "%(file)s cannot be read, so it was put aside and nothing was brought; the log says where it broke. "
                "Save it again as .xlsx or as CSV and choose that file.",
                file=name,
            )
