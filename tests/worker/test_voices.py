"""Voices in a running desk: counted in memory, stored as a round number, and nothing that could confirm a name."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest
from django.db import connection, transaction
from tests import scene as made
from tests.worker.arriving import arrive

from huiying.actions import source as source_acts
from huiying.actions.actor import OPERATOR
from huiying.core.collect.voice import Door
from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline

pytestmark = pytest.mark.django_db


def feed(names: list[str]) -> bytes:
    """A forum in which these people repeat one complaint, each in words that are a little their own."""
    items = [
        {
            "id": f"p{number}",
            "content_text": f"望澜镇学府街自来水发黄有异味，第{number}栋居民反映。",
            "authors": [{"name": name}],
        }
        for number, name in enumerate(names)
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}, ensure_ascii=False).encode()


def result(body: bytes) -> FetchResult:
    return FetchResult(
        status=200, body=body, final_url="https://bbs.example/feed", content_type="application/feed+json", charset="", etag="",
        last_modified="", not_modified=False, retry_after="", max_age=None, server_date=None,
    )  # fmt: skip


class Desk:
    """A forum of one kind, read once for every list of names."""

    def __init__(self, kind: str = "post") -> None:
        self.scene = made.set_up()
        self.source = source_acts.add_source(OPERATOR, name="论坛", url="https://bbs.example/feed", kind=kind, now=self.scene.tick())
        self.pipeline = LivePipeline()

    def read(self, names: list[str]) -> list[int | None]:
        arrive(self.pipeline, self.source, result(feed(names)), self.scene.tick())
        return list(models.Story.objects.order_by("id").values_list("voices", flat=True))


def people(prefix: str, count: int) -> list[str]:
    return [f"{prefix}-{number}" for number in range(count)]


def test_a_story_gets_a_round_number_of_voices() -> None:
    assert Desk().read(people("a", 11)) == [10]


def test_below_five_only_that_it_is_below() -> None:
    assert Desk().read(people("a", 4)) == [0]


def test_one_who_speaks_ten_times_is_one_voice() -> None:
    assert Desk().read(["somebody"] * 10) == [0]


def test_a_paper_has_no_voices() -> None:
    assert set(Desk("news").read(people("a", 11))) == {None}


def test_a_restart_forgets_and_the_number_does_not_sink() -> None:
    desk = Desk()
    desk.read(people("a", 11))
    desk.pipeline = LivePipeline()
    desk.pipeline.load(desk.scene.now + timedelta(minutes=1))
    assert desk.read([*people("a", 11), "b"]) == [10]


def dumped() -> dict[str, list[tuple]]:
    """Every row of every table, but the accounts, whose passwords are salted at random."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('store_member', 'sqlite_sequence')")
        tables = [name for (name,) in cursor.fetchall()]
        return {name: cursor.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_a_stolen_database_says_nothing_about_who_spoke(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same happening told by other people leaves the same database, row for row: so nobody who holds it, and any list of names, can say
    better than by chance who was among them. The mark of a fetched body is keyed and is looked at below."""
    monkeypatch.setattr(Door, "mark", lambda self, body: "marked")
    seen = []
    for names in (people("alice", 11), people("bob", 11)):
        try:
            with transaction.atomic():
                made_desk = Desk()
                made_desk.read(names)
                made_desk.pipeline.keep(made_desk.scene.now)
                seen.append(dumped())
                raise InterruptedError
        except InterruptedError:
            pass
    assert len(seen[0]["store_item"]) == 11 and seen[0]["store_snapshot"]
    assert seen[0] == seen[1]


def test_the_mark_of_a_body_confirms_no_guess_of_what_stood_in_it() -> None:
    body = feed(people("a", 3))
    desk, marks = Desk(), set()
    for _ in range(2):
        desk.pipeline = LivePipeline()
        arrive(desk.pipeline, desk.source, result(body), desk.scene.tick())
        desk.source.refresh_from_db()
        marks.add(desk.source.fingerprint)
    assert len(marks) == 2, "another secret, another mark"
    assert hashlib.blake2b(body, digest_size=16).hexdigest() not in marks
