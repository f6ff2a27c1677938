"""The programming interface: the same acts as the pages, with a token."""

from __future__ import annotations

from collections.abc import Iterator


def operations() -> Iterator[tuple[str, str, str]]:
    """Method, address and permission of every operation; where the permission is empty, nobody may run it."""
    from huiying.api.gate import Gate
    from huiying.api.urls import ASKED, DESCRIPTION, LIFE, ROOT, ROUTERS

    yield "GET", ROOT + DESCRIPTION, "public"
    for part in (*ROUTERS, *LIFE, *ASKED):
        for path, view in part.router.path_operations.items():
            for operation in view.operations:
                permission = "".join(gate.permission for gate in operation.auth_callbacks if isinstance(gate, Gate))
                for method in operation.methods:
                    yield method, ROOT + path, permission
