"""The process in which hostile bytes are parsed, and the one that bears such processes.

The nursery is a fresh program, not a fork of the worker: it has one thread, no connection to the database or a site, none of the
worker's environment, and everything that parses is already loaded, so that a child costs milliseconds and shares its memory. A child
reads what is asked of it from its own socket and dies when that closes.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import resource
import signal
import socket
import struct
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_type_hints

import msgspec

from huiying.core.collect.voice import Door
from huiying.core.types import Refusal

# What parses for the worker; loaded once, before any child is born.
PRELOADED = (
    "huiying.core.clean.item",
    "huiying.core.collect.adapters",
    "huiying.core.collect.article",
    "huiying.core.collect.discover",
    "huiying.core.collect.jsonl",
    "huiying.core.collect.opml",
    "huiying.core.collect.robots",
)
MEMORY = 200 * 1024 * 1024  # bytes above what the loaded program itself takes
CPU = 2.0  # seconds a body
HEADER = struct.Struct("<Q")
NUMBER = struct.Struct("<i")
LONGEST_ANSWER = 64 * 1024 * 1024
_OPEN_FILES = 32
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
_FRAMES = 6

_door: Door | None = None


class Job(msgspec.Struct, frozen=True):
    """A call to make in a child, in `cpu` seconds. `function` stands at the top of a module and returns what its annotation says."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    cpu: float = CPU


class Answer(msgspec.Struct, frozen=True):
    """What became of a job: a result in MessagePack, or a Refusal, or why the child could not ("memory", "depth", "crash").

    `spent` where the child should not be asked again: what it read left it little room for the next.
    """

    result: bytes = b""
    template: str = ""
    values: dict[str, str | int | float | None] = {}
    failed: str = ""
    where: str = ""
    spent: bool = False


class VoiceAt(msgspec.Struct, frozen=True):
    """The door of this child for one source; to be handed to a parser as its `voice`. Only the name of the source travels with it."""

    source: str

    def __call__(self, name: str) -> int | None:
        """The keyed number of a name. Without a secret no voice is heard."""
        return _door.voice(self.source, name) if _door is not None else None


def main(number: int, *modules: str) -> None:
    """Be the nursery on the inherited socket `number`: `F` and a socket bear a child, `E` and its id end one and tell its status.

    `modules` are loaded before any child is born.
    """
    for name in modules:
        import_module(name)
    gc.collect()
    gc.freeze()  # so that children share these pages for good
    control = socket.socket(fileno=number)
    children: set[int] = set()
    with contextlib.suppress(ConnectionError):  # the worker was killed: nobody is there to be told
        while True:
            word, handed, _, _ = socket.recv_fds(control, 1 + NUMBER.size, 1)
            if not word:
                break
            if word[:1] == b"F":
                born = os.fork()
                if born == 0:
                    control.close()
                    _be_a_child(socket.socket(fileno=handed[0]))
                os.close(handed[0])
                children.add(born)
                control.sendall(NUMBER.pack(born))
            else:
                (child,) = NUMBER.unpack(word[1:])
                control.sendall(NUMBER.pack(_end(child) if child in children else 0))
                children.discard(child)
    for child in children:
        _end(child)


def _end(child: int) -> int:
    """End a child of ours, if it has not ended, and tell how it did (0, or the negative number of a signal)."""
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _be_a_child(asked: socket.socket) -> None:
    global _door
    try:
        base = _size()
        _confine(base + MEMORY)
        secret = receive(asked)
        _door = Door(secret) if secret else None
        while True:
            job: Job = pickle.loads(receive(asked))  # noqa: S301 - from the worker, never from outside
            signal.setitimer(signal.ITIMER_PROF, job.cpu)  # its signal ends the process, whatever it is busy with
            answer = _packed(job, base + MEMORY // 4)
            signal.setitimer(signal.ITIMER_PROF, 0)
            asked.sendall(HEADER.pack(len(answer)) + answer)
    except (EOFError, OSError):
        pass
    finally:
        os._exit(0)


def _size() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - one line, again and again
        return int(file.read().split()[0]) * resource.getpagesize()


def _confine(most: int) -> None:
    """Take from this process what parsing does not need."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPROF):
        signal.signal(number, signal.SIG_DFL)
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody may look into its memory, and no core file is written
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))


def _packed(job: Job, roomy: int) -> bytes:
    try:
        return msgspec.msgpack.encode(_do(job, roomy))
    except MemoryError:
        return msgspec.msgpack.encode(Answer(failed="memory", spent=True))


def _do(job: Job, roomy: int) -> Answer:
    try:
        result = msgspec.msgpack.encode(job.function(*job.args, **job.kwargs))
    except Exception as error:
        return _failed(error)
    return Answer(result, spent=_size() > roomy)


def _failed(error: Exception) -> Answer:
    try:
        raise error
    except Refusal as refused:
        return Answer(template=refused.template, values={name: _plain(value) for name, value in refused.values.items()})
    except MemoryError:
        return Answer(failed="memory", spent=True)
    except RecursionError:
        return Answer(failed="depth", spent=True)
    except Exception:
        # Where, not with what: values may hold what no log may.
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        return Answer(
            failed="crash", where=" > ".join([*(f"{frame.name}:{frame.lineno}" for frame in frames), type(error).__name__]), spent=True
        )


def _plain(value: object) -> str | int | float | None:
    return value if value is None or isinstance(value, int | float) else str(value).encode("utf-8", "replace").decode()


def receive(asked: socket.socket) -> bytes:
    """One message. Raises EOFError when the other side is gone."""
    (length,) = HEADER.unpack(_exactly(asked, HEADER.size))
    return _exactly(asked, length)


def _exactly(asked: socket.socket, length: int) -> bytes:
    out = bytearray(length)
    view, got = memoryview(out), 0
    while got < length:
        count = asked.recv_into(view[got:])
        if not count:
            raise EOFError
        got += count
    return bytes(out)


def returned(function: Callable[..., Any]) -> Any:
    """The type that a function says it returns."""
    return get_type_hints(function).get("return", Any)
