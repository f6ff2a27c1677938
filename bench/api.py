"""Random calls of every operation of the programming interface, made from its own document: is every answer one that it names?"""

from __future__ import annotations

import json
import logging
import os
import time
import traceback
import zlib
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from schemathesis import checks
from schemathesis.core.failures import FailureGroup
from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test

from bench.scoring import table

EXAMPLES = 200
ROWS = 4
WORDS = {
    "level": ["blue", "yellow", "orange", "red"],
    "most": ["blue", "yellow"],
    "kind": ["measurement", "document", "question", "complaint", "news", "notice"],
    "verdict": ["true", "partly_true", "false", "useful", "noise"],
    "disposition": ["answered", "referred", "noted"],
    "known_by": ["superior", "hotline", "media", "other"],
    "origin": ["media", "public"],
    "role": ["duty", "duty_lead"],
    "adapter": ["feed", "page", "sitemap"],
    "query": ["自来水 AND (异味 OR 发黄)", "水 NEAR/3 味", '"学府街"'],
    "zone": ["Asia/Shanghai", "Europe/London"],
}
KEY = "a key that only this desk seals with"
CHECKS = (
    "negative_data_rejection",
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)


@dataclass
class Held:
    """How often an operation gave which answer, and what was wrong with one."""

    answers: dict[str, Counter[int]] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def calls(self) -> int:
        return sum(found.total() for found in self.answers.values())


def real(name: str, value: Any) -> Any:
    """Every other number that could be one becomes that of a row that exists, every other word of a closed list one that stands on it."""
    if type(value) is int and 0 < value < 2**63 and value % 2:
        return 1 + value // 2 % ROWS
    if isinstance(value, str) and len(value) % 2 and name in WORDS:
        return WORDS[name][len(value) // 2 % len(WORDS[name])]
    return value


def document() -> Any:
    """What the interface says of itself, with the application that is held to it."""
    from django.core.wsgi import get_wsgi_application

    from huiying.api.urls import api

    found = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
    found.app = get_wsgi_application()

    @found.hook
    def map_path_parameters(context: Any, path_parameters: Any) -> Any:
        return {name: real(name, value) for name, value in (path_parameters or {}).items()}

    @found.hook
    def map_body(context: Any, body: Any) -> Any:
        return {name: real(name, value) for name, value in body.items()} if isinstance(body, dict) else body

    return found


def hold(*tokens: str, examples: int, edges: bool, only: str = "") -> Held:
    """Call every operation `examples` times, each by one of the tokens, and with `edges` at every bound of its document too.

    Nothing of a call stays. Of the calls that were wrong the shortest is told, once an operation.
    """
    from django.core.signals import got_request_exception
    from django.db import transaction

    checks.load_all_checks()
    chosen, held = [getattr(checks, name) for name in CHECKS], Held()
    broken: list[str] = []

    def broke(**_: Any) -> None:
        broken[:] = traceback.format_exc(limit=-3).splitlines()

    def call(case: Any) -> None:
        broken.clear()
        # the same case is always made by the same caller, or what is wrong could not be made shorter
        number = zlib.crc32(repr((case.path_parameters, case.query, case.body)).encode("utf-8", "surrogatepass"))
        told = {"Authorization": f"Bearer {tokens[number % len(tokens)]}"}
        with transaction.atomic():
            try:
                answer = case.call(headers=told)
                held.answers.setdefault(case.operation.label, Counter())[answer.status_code] += 1
                # what a GET is given wrong may be lost on the way into its address; then it is right
                asked = chosen[1:] if case.method == "GET" else chosen
                case.validate_response(answer, checks=asked, headers=told)
            finally:
                transaction.set_rollback(True)

    got_request_exception.connect(broke)
    for operation, test in _tests(document(), call, examples, edges):
        if only in operation.label:
            try:
                test()
            except FailureGroup as error:
                held.wrong[operation.label] = "\n".join((error.message, *broken))
    got_request_exception.disconnect(broke)
    return held


def _tests(found: Any, call: Callable[[Any], None], examples: int, edges: bool) -> Iterator[tuple[Any, Callable[[], None]]]:
    options = hypothesis.settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    modes = [HypothesisTestMode.FUZZING, *([HypothesisTestMode.COVERAGE] if edges else [])]
    for result in found.get_all_operations():
        operation = result.ok()
        config = HypothesisTestConfig(project=found.config, modes=modes, settings=options)
        yield operation, create_test(operation=operation, test_func=call, config=config)


def run(work: Path, options: Namespace) -> None:
    """Make a desk, call it by two people, print what they were answered."""
    os.environ.update(DJANGO_SETTINGS_MODULE="huiying.settings", HUIYING_HOME=str(work), HUIYING_SEAL_KEY=KEY)
    os.environ["HUIYING_ALLOWED_HOSTS"] = "testserver,localhost"
    import django

    django.setup()
    from django.db import connection, transaction
    from tests.api.everything import fill

    logging.disable(logging.CRITICAL)
    connection.creation.create_test_db(verbosity=0)
    wrong = []
    table(["caller", "operations", "calls", "answers", "operations with a wrong answer", "seconds"], [])
    with transaction.atomic():
        everyone, little = fill()
        for name, token in (("who plays every part", everyone), ("who may only look", little)):
            began = time.monotonic()
            held = hold(token, examples=options.examples or EXAMPLES, edges=True, only=options.only)
            total: Counter[int] = sum(held.answers.values(), Counter())
            answers = ", ".join(f"{status}: {count:,}" for status, count in sorted(total.items()))
            row = [name, len(held.answers), f"{held.calls:,}", answers, len(held.wrong), round(time.monotonic() - began)]
            print("| " + " | ".join(map(str, row)) + " |", flush=True)
            wrong += [f"{label}\n{text}" for label, text in held.wrong.items()]
        transaction.set_rollback(True)
    print("\n\n".join(wrong))
