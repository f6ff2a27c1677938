"""The address that the web server listens at, held once for several processes. It takes connections and makes none."""

from __future__ import annotations

import socket

WAITING = 2048  # connections that wait for a process


def listening(host: str, port: int) -> socket.socket:
    """The socket that all web processes take connections from; what comes while one of them starts again goes to the others."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    return socket.create_server(found[4][:2], family=found[0], backlog=WAITING)


def handed(number: int) -> socket.socket:
    """The socket behind the open file that this process was started with."""
    return socket.socket(fileno=number)
