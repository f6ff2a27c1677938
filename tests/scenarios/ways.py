"""What the ways through a case have in common."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from tests.scenarios.browser import Person
from tests.scenarios.instance import Instance


def let_pass(desk: Instance, commitment: int) -> None:
    """Make the promised date of a commitment pass, as if the time had gone by."""
    connection = sqlite3.connect(desk.home / "huiying.sqlite3", timeout=20)
    with connection:
        past = "2026-01-01 00:00:00"
        connection.execute("UPDATE store_commitment SET due_at = ?, first_due_at = ? WHERE id = ?", (past, past, commitment))
    connection.close()


def state(desk: Instance, table: str, number: int) -> str:
    """The state of a row."""
    ((found,),) = desk.query(f"SELECT state FROM store_{table} WHERE id = ?", number)
    return str(found)


def settle(people: Mapping[str, Person], claim: int, verdict: str) -> None:
    """Two pieces of evidence, a verdict, and the second person's word."""
    verifier, second = people["verifier"], people["second"]
    verifier.go("/desk/cases/1/")
    verifier.do(f"/desk/claims/{claim}/take/")
    verifier.do(f"/desk/claims/{claim}/evidence/", kind="site_report", text="现场查看记录", origin="县应急管理局")
    verifier.do(f"/desk/claims/{claim}/evidence/", kind="document", text="台账复印件", origin="县档案馆")
    verifier.do(f"/desk/claims/{claim}/propose/", verdict=verdict, reason="两份证据一致")
    second.go("/desk/cases/1/")
    second.do(f"/desk/claims/{claim}/confirm/")


def laid_before(approver: Person, number: int) -> None:
    """A second person reads the exact text, approves it and lets it out."""
    approver.go(f"/desk/statements/{number}/")
    approver.look("approval")
    approver.do(f"/desk/statements/{number}/approve/")
    approver.do(f"/desk/statements/{number}/publish/")
