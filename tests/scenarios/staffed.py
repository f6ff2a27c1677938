"""A desk with somebody at every post that the ways through a case need."""

from __future__ import annotations

import subprocess
import sys

from tests.scenarios.instance import Instance
from tests.scenarios.people import PASSWORD

WATER, PRESS, SCHOOLS, HEALTH, MARKET = "1", "2", "3", "4", "5"
STAFF = (
    ("lead", ("duty", "duty_lead"), ""),
    ("verifier", ("verifier",), ""),
    ("second", ("reviewer",), ""),
    ("head", ("dept_head",), "县水务局"),
    ("schools", ("dept_head",), "县教育局"),
    ("market", ("dept",), "县市场监督管理局"),
    ("author", ("author",), "县政府新闻办"),
    ("approver", ("approver", "publisher"), "县政府新闻办"),
    ("leader", ("leader",), ""),
)


def staff(instance: Instance) -> None:
    """Departments and people, through the real commands, in one process: each would otherwise load the program again."""
    commands: list[list[str]] = [
        ["init", "--department", "县教育局=Education Bureau", "--department", "县卫生健康局=Health Bureau",
         "--department", "县市场监督管理局=Market Supervision Bureau"],
    ]  # fmt: skip
    for name, roles, department in STAFF:
        flags = [word for role in roles for word in ("--role", role)]
        more = ["--department", department] if department else []
        commands.append(["user", "add", name, "--name", name.title(), *flags, *more])
    program = f"from huiying.cli import main; assert [main(words) for words in {commands!r}] == [0] * {len(commands)}"
    passwords = (PASSWORD + "\n") * len(STAFF)
    subprocess.run([sys.executable, "-c", program], env=instance.env, input=passwords, text=True, check=True, timeout=120)
