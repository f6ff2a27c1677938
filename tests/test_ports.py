"""The ports that tests start their servers on."""

from __future__ import annotations

import socket

from tests.ports import HIGHEST, LOWEST, free_ports


def test_several_ports_are_different_free_and_not_for_callers() -> None:
    ports = free_ports(200)
    assert len(set(ports)) == 200 and min(ports) >= LOWEST and max(ports) <= HIGHEST
    with socket.socket() as server:
        server.bind(("127.0.0.1", ports[0]))
