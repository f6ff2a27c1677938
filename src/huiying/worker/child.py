"""Parsing hostile bytes in children, which may die of it, so that the worker does not.

    async with Children(secret) as children:
        feed = await children.parse(parse_feed, body, source="县报", kind=Kind.NEWS, url=url, voice=VoiceAt("县报"))

Children are forked from a fresh program (`nursery`) and not from the worker, whose threads may hold any lock at that moment and whose
memory holds the pipeline and the database's connection. The secret of the door goes to a child over its socket: it is in no argument, no
environment and no file. A result comes back as MessagePack of the type that the function says it returns, never as a pickle: whoever
might take over a child cannot reach the worker with what it answers.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import msgspec

from huiying.core.types import Refusal
from huiying.worker.nursery import CPU, HEADER, LONGEST_ANSWER, MEMORY, NUMBER, PRELOADED, Answer, Job, VoiceAt, returned
from huiying.worker.refused import FetchRefused

__all__ = ["CPU", "MEMORY", "Children", "VoiceAt"]

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

AT_ONCE = 2
# The processor's time is what a child may use; on a busy machine that takes longer. So many times longer is for one that sleeps.
PATIENCE = 5
_ENVIRONMENT = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "LC_ALL", "TMPDIR")
_START = "import sys; from huiying.worker.nursery import main; main(int(sys.argv[1]), *sys.argv[2:])"


class _Child:
    def __init__(self, number: int, line: socket.socket) -> None:
        self.number, self.line = number, line


class Children:
    """A few children that parse, each born when it is first needed and replaced when it died. Use as an async context manager.

    A call may take `cpu` seconds of the processor and `wall` of the clock. `modules` are loaded before any child is born; what they take is
    not counted as memory of a call.
    """

    def __init__(
        self,
        secret: bytes = b"",
        *,
        at_once: int = AT_ONCE,
        cpu: float = CPU,
        wall: float | None = None,
        modules: Sequence[str] = PRELOADED,
    ) -> None:
        self._secret = secret
        self._cpu = cpu
        self._wall = PATIENCE * cpu if wall is None else wall
        self._modules = modules
        self._idle: list[_Child] = []
        self._places = asyncio.Semaphore(at_once)
        self._asking = asyncio.Lock()
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for child in self._idle:
            child.line.close()
        self._idle.clear()
        async with self._asking:
            self._close()

    async def parse(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` makes of its arguments, made in a child.

        `function` stands at the top of a module and is pure; its result is what msgspec knows and what its annotation says. A Refusal that
        it raises is raised here. Raises FetchRefused "parse", with the value `cause`, where it took too much memory ("memory") or time
        ("time"), nests too deeply ("depth"), or broke ("crash").
        """
        async with self._places:
            child = self._idle.pop() if self._idle else await self._bear()
            try:
                async with asyncio.timeout(self._wall):
                    answer = await self._ask(child, Job(function, args, kwargs, self._cpu))
            except TimeoutError:
                await self._end(child)
                raise self._refused("time", function) from None
            except (EOFError, OSError, msgspec.DecodeError):
                ended = await self._end(child)
                raise self._refused("time" if ended == -signal.SIGPROF else "crash", function, f"ended with {ended}") from None
            except BaseException:
                await asyncio.shield(self._end(child))
                raise
            if answer.spent:
                await self._end(child)
            else:
                self._idle.append(child)
        if answer.failed:
            raise self._refused(answer.failed, function, answer.where)
        if answer.template:
            raise Refusal(answer.template, **answer.values)
        try:
            return msgspec.msgpack.decode(answer.result, type=returned(function))
        except msgspec.DecodeError as error:
            raise self._refused("crash", function, str(error)) from None

    def _refused(self, cause: str, function: Callable[..., Any], where: str = "") -> FetchRefused:
        log.warning("%s: %s %s", getattr(function, "__qualname__", function), cause, where)
        if cause == "memory":
            return FetchRefused(
                "parse",
                "What this source sent took more than %(limit)s MB to read and was put aside.",
                cause=cause,
                limit=MEMORY // (1024 * 1024),
            )
        if cause == "time":
            return FetchRefused(
                "parse",
                "What this source sent took more than %(limit)s seconds to read and was put aside.",
                cause=cause,
                limit=f"{self._cpu:g}",
            )
        if cause == "depth":
            return FetchRefused("parse", "What this source sent is nested too deeply and was put aside.", cause=cause)
        return FetchRefused("parse", "What this source sent could not be read and was put aside; the log says where it broke.", cause=cause)

    async def _ask(self, child: _Child, job: Job) -> Answer:
        loop = asyncio.get_running_loop()
        message = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        await loop.sock_sendall(child.line, HEADER.pack(len(message)) + message)
        (length,) = HEADER.unpack(await _exactly(child.line, HEADER.size))
        if length > LONGEST_ANSWER:
            raise EOFError
        return msgspec.msgpack.decode(await _exactly(child.line, length), type=Answer)

    async def _bear(self) -> _Child:
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        try:
            async with self._asking:
                number = await self._tell(b"F", theirs)
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        await asyncio.get_running_loop().sock_sendall(ours, HEADER.pack(len(self._secret)) + self._secret)
        return _Child(number, ours)

    async def _end(self, child: _Child) -> int:
        child.line.close()
        async with self._asking:
            if self._control is None:
                return 0
            return await self._tell(b"E" + NUMBER.pack(child.number))

    async def _tell(self, word: bytes, hand: socket.socket | None = None) -> int:
        """Say a word to the nursery and hear a number; one that has died is replaced and hears it once more."""
        for last in (False, True):
            control = self._control or self._open()
            try:
                socket.send_fds(control, [word], [hand.fileno()] if hand else [])
                return int(NUMBER.unpack(await _exactly(control, NUMBER.size))[0])
            except (EOFError, OSError):
                self._close()
                if last:
                    raise
                if hand is None:
                    return 0  # its children died with it
        raise AssertionError("unreachable")

    def _open(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        self._nursery = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", _START, str(theirs.fileno()), *self._modules],
            pass_fds=(theirs.fileno(),),
            env=environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # a Ctrl+C at the worker's terminal is for the worker
        )
        theirs.close()
        ours.setblocking(False)
        self._control = ours
        return ours

    def _close(self) -> None:
        """The nursery ends its children and itself when its socket closes."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._nursery is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._nursery.wait(5)
            if self._nursery.poll() is None:
                self._nursery.kill()
                self._nursery.wait()
            self._nursery = None


async def _exactly(line: socket.socket, length: int) -> bytes:
    loop, out = asyncio.get_running_loop(), bytearray(length)
    view, got = memoryview(out), 0
    while got < length:
        count = await loop.sock_recv_into(line, view[got:])
        if not count:
            raise EOFError
        got += count
    return bytes(out)
