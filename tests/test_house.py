"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "huiying"
MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]
LONGEST = 320
# longer files, each with its reason
TABLES = {"web/words.py": "one table of the desk's words"}
WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}
NETWORK = {"aiohttp", "requests", "httpx", "urllib.request", "http.client", "socket", "smtplib", "ftplib", "imaplib", "apprise"}
# who may open a connection: the fetcher, the mailbox and the stream read, notify sends to staff, subscribe asks a hub for a feed,
# webhook tells programs of the body, identity asks the body's own identity provider who somebody is,
# children talk over a socket that has no address; and why the demonstration and the door of the web server may: they serve, they do not ask
OPENS = {
    "publish/identity.py",
    "publish/notify/send.py",
    "publish/subscribe.py",
    "publish/webhook.py",
    "worker/fetch.py",
    "worker/address.py",
    "worker/mailbox.py",
    "worker/stream.py",
    "worker/child.py",
    "worker/nursery.py",
    "demo/feeds.py",
    "commands/demo.py",
    "commands/door.py",
}


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_no_file_is_long() -> None:
    long = {name_of(path): count for path in MODULES if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST}
    assert long.keys() <= TABLES.keys(), long


def test_only_acts_write() -> None:
    found = []
    for path in MODULES:
        if name_of(path).startswith("actions/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
                continue
            text = ast.unparse(node.func)
            if ".objects" in text or node.func.attr in {"save", "bulk_create", "bulk_update", "update_or_create", "get_or_create"}:
                found.append(f"{name_of(path)}:{node.lineno} {text}")
    assert found == []


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_only_the_fetcher_and_the_notifier_reach_out() -> None:
    found = {name_of(path): sorted(used) for path in MODULES if (used := imports(path) & NETWORK) and name_of(path) not in OPENS}
    assert found == {}


def test_the_door_only_listens() -> None:
    for node in ast.walk(ast.parse((SOURCE / "commands/door.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert not node.attr.startswith(("connect", "create_connection", "send")), node.lineno


def test_the_fetcher_only_gets() -> None:
    for name in ("worker/fetch.py", "worker/mailbox.py", "worker/stream.py"):
        for node in ast.walk(ast.parse((SOURCE / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"post", "put", "patch"}, f"{name}:{node.lineno}"
            if isinstance(node, ast.Constant) and node.value in {"POST", "PUT", "PATCH", "DELETE"}:
                raise AssertionError(f"{name}:{node.lineno} sends {node.value}")


def test_a_mailbox_is_only_looked_at() -> None:
    for node in ast.walk(ast.parse((SOURCE / "worker/mailbox.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"store", "append", "copy", "expunge", "delete", "create", "rename", "setacl"}, node.lineno
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.startswith(("STORE", "MOVE", "COPY", "EXPUNGE", "(BODY[", "(RFC822)")), node.value


def test_no_python_hash_where_results_must_last() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "hash", f"{name_of(path)}:{node.lineno}"


def test_the_core_asks_nobody_for_the_time() -> None:
    for path in MODULES:
        if name_of(path).startswith("core/"):
            text = path.read_text(encoding="utf-8")
            assert ".now(" not in text and ".utcnow(" not in text and ".today(" not in text, name_of(path)
