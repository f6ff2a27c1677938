"""Ports on loopback that are free for a server a test starts."""

from __future__ import annotations

import random
import socket
from contextlib import ExitStack

# below what Linux hands out to callers (32768 and up): a connection of another test cannot take one before its server does
LOWEST, HIGHEST = 15_000, 32_000


def free_ports(count: int) -> list[int]:
    """So many different ones; held open together while they are chosen, so that none comes twice."""
    chosen: list[int] = []
    dice = random.SystemRandom()
    with ExitStack() as held:
        while len(chosen) < count:
            listener = held.enter_context(socket.socket())
            port = dice.randint(LOWEST, HIGHEST)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            chosen.append(port)
    return chosen


def free_port() -> int:
    return free_ports(1)[0]
