"""The programming interface: the same acts as the pages, with a token."""

from __future__ import annotations

from collections.abc import Iterator


def operations() -> Iterator[tuple[str, str, str]]:
    """Method, address and permission of every operation; an empty permission would mean that nobody may run it."""
    from huiying.api.gate import Gate
    from huiying.api.urls import ROOT, api

    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                gates = [gate.permission for gate in operation.auth_callbacks if isinstance(gate, Gate)]
                for method in operation.methods:
                    yield method, f"{ROOT}{path}", "".join(gates)
