"""Items end: by their class after days, by law on request. Their words are gone from every byte, their numbers stay."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction

from huiying.actions import erasure
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.sign_in import begun
from huiying.actions.source import add_source
from huiying.core.record import verify
from huiying.core.types import Kind, RawItem, Refusal
from huiying.store import models
from huiying.store.convert import event_of
from huiying.worker.arrivals import take_raw
from huiying.worker.intake import unknown
from huiying.worker.live import LivePipeline
from huiying.worker.recompute import explain
from huiying.worker.retention import Retention

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def setup() -> models.Source:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    return add_source(OPERATOR, name="论坛", url="https://bbs.example/feed", kind="post", now=NOW)


def raw(number: int, text: str, kind: Kind = Kind.POST) -> RawItem:
    return RawItem(source="论坛", native_id=f"n{number}", kind=kind, url=f"https://bbs.example/{number}", title=f"{text[:12]}", text=text)


@pytest.fixture
def source(db: None) -> models.Source:
    return setup()


@pytest.fixture
def pipeline(source: models.Source) -> LivePipeline:
    made = LivePipeline()
    made.load(NOW)
    return made


def test_sessions_whose_time_is_over_are_forgotten(pipeline: LivePipeline) -> None:
    member = models.Member.objects.create(username="duty", name="d")
    for number, hours in enumerate((-1, 5)):
        session = SessionStore()
        session.set_expiry(timedelta(hours=hours))
        session.save()
        begun(member, session=session.session_key, way="password", browser="b", now=NOW - timedelta(days=2, hours=number))
    fresh = models.SignIn.objects.create(member=member, session="not-yet-written", way="password", began_at=NOW)
    Retention().take(pipeline, NOW)
    assert [row.session_key for row in Session.objects.all()] == [session.session_key]
    assert {row.session for row in models.SignIn.objects.all()} == {session.session_key, fresh.session}


def test_items_expire_by_their_kind_and_what_is_in_hand_stays(source: models.Source, pipeline: LivePipeline) -> None:
    texts = ("望澜镇自来水发黄有异味已三天", "县医院门口修路噪声太大睡不着", "文庙广场周末有戏曲演出欢迎来看")
    take_raw(pipeline, source, [raw(n, text) for n, text in enumerate(texts)], changes={}, now=NOW)
    take_raw(pipeline, source, [raw(9, "县政府发布防汛通知请注意安全转移", Kind.NEWS)], changes={}, now=NOW)
    rows = {row.key[-2:]: row for row in models.Item.objects.select_related("membership")}
    member = models.Member.objects.create(username="duty", name="d")
    story = rows["n0"].membership.story
    case = models.Case.objects.create(title="水", level="blue", opened_at=NOW, opened_by=member)
    models.CaseStory.objects.create(case=case, linked=story, story=story)
    counts = {s.key: (s.items, s.reports, s.outlets) for s in models.Story.objects.all()}
    job, later = Retention(), NOW + timedelta(days=181)
    assert job.take(pipeline, NOW + timedelta(days=179)) == 0
    assert job.take(pipeline, later) == 2
    assert {row.gone for row in models.Item.objects.filter(kind="post")} == {"", "expired"}
    assert models.Item.objects.get(gone="", kind="post").pk == rows["n0"].pk, "the case is open"
    assert models.Item.objects.get(kind="news").gone == ""
    assert {s.key: (s.items, s.reports, s.outlets) for s in models.Story.objects.all()} == counts
    assert models.Entry.objects.filter(type="items_expired").count() == 1
    assert job.take(pipeline, later) == 0
    case.state = "closed"
    case.save()
    assert job.take(pipeline, later + timedelta(minutes=11)) == 1
    gone = models.Membership.objects.exclude(item__gone="")
    assert gone.count() == 3 and not any(reason["detail"] for row in gone for reason in row.reasons)
    # after a restart everything stands as it stood
    again = LivePipeline()
    again.load(later)
    assert again.state.dump() == pipeline.state.dump()


def test_a_warning_that_waits_keeps_its_items(source: models.Source, pipeline: LivePipeline) -> None:
    take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天")], changes={}, now=NOW)
    story = models.Story.objects.get()
    fields = {"level": "blue", "score": 1, "strategy": "x", "raised_at": NOW, "updated_at": NOW, "first_public_at": NOW, "rung_at": NOW}
    warning = models.Warning.objects.create(story=story, raised_for=story, **fields)
    job, later = Retention(), NOW + timedelta(days=181)
    assert job.take(pipeline, later) == 0
    warning.state = "dismissed"
    warning.save()
    assert job.take(pipeline, later + timedelta(hours=1)) == 1


def test_days_are_set_by_kind_within_bounds(source: models.Source, pipeline: LivePipeline) -> None:
    erasure.set_retention(OPERATOR, days={"post": 30, "news": 730}, now=NOW)
    assert models.Desk.objects.get().retention == {"post": 30}
    for wrong in ({"post": 13}, {"post": 4000}, {"rumour": 30}):
        with pytest.raises(Refusal):
            erasure.set_retention(OPERATOR, days=wrong, now=NOW)
    take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天")], changes={}, now=NOW)
    assert Retention().take(pipeline, NOW + timedelta(days=31)) == 1


def test_an_erased_item_is_receipted_and_stays_away(source: models.Source, pipeline: LivePipeline) -> None:
    from hashlib import sha256

    take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天")], changes={}, now=NOW)
    pipeline.keep(NOW)
    with pytest.raises(Refusal, match="legal basis"):
        erasure.erase(OPERATOR, item="1", basis=" ", now=NOW)
    with pytest.raises(Refusal, match="no item"):
        erasure.erase(OPERATOR, item="https://bbs.example/404", basis="x", now=NOW)
    receipt = erasure.erase(OPERATOR, item="https://bbs.example/1#top", basis="个人信息保护法第四十七条", now=NOW)
    assert receipt == sha256(b"https://bbs.example/1").hexdigest()
    entry = models.Entry.objects.get(type="item_erased")
    assert receipt in entry.data and "发黄" not in entry.data and "bbs.example" not in entry.data
    assert verify(map(event_of, models.Entry.objects.order_by("id")))[2] is None
    assert not models.Snapshot.objects.exists()
    # a worker that still remembers it may keep nothing of that
    pipeline.keep(NOW)
    for row in models.Snapshot.objects.all():
        assert b"wanglan" not in bytes(row.state) and "望澜".encode() not in bytes(row.state)
    assert take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天")], changes={}, now=NOW) == 0
    assert take_raw(pipeline, source, [raw(7, "望澜镇自来水发黄有异味已三天")], changes={}, now=NOW) == 0, "nor under another id"
    again = LivePipeline()
    again.load(NOW)
    assert models.Item.objects.count() == 1 and not again.state.known("论坛:n1")


def test_the_page_of_an_erased_item_is_not_read_again(source: models.Source, pipeline: LivePipeline) -> None:
    items = [raw(1, "望澜镇自来水发黄有异味已三天"), raw(2, "县医院排队四小时才看上病")]
    take_raw(pipeline, source, items[:1], changes={}, now=NOW)
    assert unknown(items) == {1}
    erasure.erase(OPERATOR, item="1", basis="《个人信息保护法》第四十七条", now=NOW)
    assert unknown(items) == {1}


def test_copies_go_with_it(source: models.Source, pipeline: LivePipeline) -> None:
    text = "望澜镇自来水厂因设备检修今晚八点到明早六点停水，请居民提前储水，给您带来不便敬请谅解。"
    other = add_source(OPERATOR, name="转载", url="https://copy.example/feed", kind="news", now=NOW)
    take_raw(pipeline, source, [raw(1, text)], changes={}, now=NOW)
    again = RawItem(source="转载", native_id="c", kind=Kind.NEWS, url="https://copy.example/1", title=text[:12], text=text)
    take_raw(pipeline, other, [again], changes={}, now=NOW)
    assert models.Membership.objects.filter(decision="duplicate").count() == 1
    erasure.erase(OPERATOR, item="1", basis="x", now=NOW)
    assert set(models.Item.objects.values_list("gone", flat=True)) == {"erased"}
    assert models.Story.objects.get().items == 2 and "停水" not in models.Story.objects.get().title


def test_a_warning_from_before_says_why_it_cannot_be_computed(source: models.Source, pipeline: LivePipeline) -> None:
    from huiying.actions.watch import add_watch

    add_watch(OPERATOR, name="水", query="自来水", level="yellow", now=NOW)
    take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天，孩子喝了腹泻住院")], changes={}, now=NOW)
    warning = models.Warning.objects.get()
    assert explain(warning)[0].same
    erasure.erase(OPERATOR, item="1", basis="x", now=NOW)
    (told,) = explain(warning, from_start=True)
    assert told.why is not None and "erased" in str(told.why)


def test_the_database_lets_words_go_and_nothing_else(source: models.Source, pipeline: LivePipeline) -> None:
    take_raw(pipeline, source, [raw(1, "望澜镇自来水发黄有异味已三天"), raw(2, "望澜镇自来水又黄了水务局说在查")], changes={}, now=NOW)

    def refused(**change: object) -> None:
        with pytest.raises(DatabaseError, match=r"never changes|does not come back"), transaction.atomic():
            models.Membership.objects.filter(pk=2).update(**change)

    kept = models.Membership.objects.get(item=2).reasons
    blank = [{**reason, "detail": ""} for reason in kept]
    assert kept != blank
    refused(reasons=blank)  # its words are still there
    erasure.erase(OPERATOR, item="2", basis="x", copies=False, now=NOW)
    assert models.Membership.objects.get(item=2).reasons == blank
    for wrong in (kept, [*blank, blank[0]], [{**blank[0], "weight": 9.0}, *blank[1:]], []):
        refused(reasons=wrong)
    refused(score=1.5)
    with pytest.raises(DatabaseError, match="does not come back"), transaction.atomic():
        models.Item.objects.filter(pk=2).update(text="again")


WORDS = ("鹬蚌紫藤花", "quetzalcoatlus")
STEPS = """
import django, sys
django.setup()
from datetime import timedelta
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.worker.test_retention import NOW, WORDS, raw, setup
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction

from huiying.actions import erasure
from huiying.actions.actor import OPERATOR
from huiying.worker.arrivals import take_raw
from huiying.worker.live import LivePipeline
from huiying.worker.retention import Retention
source = setup()
pipeline = LivePipeline()
pipeline.load(NOW)
for number in range(60):
    text = f"望澜镇{number}号路{WORDS[0]}小区{number}栋停水 {WORDS[1]} " + "详情见下" * number
    take_raw(pipeline, source, [raw(number, text)], changes={}, now=NOW + timedelta(minutes=number))
pipeline.keep(NOW + timedelta(hours=2))
print("ready")
sys.stdout.flush()
sys.stdin.readline()
from huiying.store import models
for row in list(models.Item.objects.filter(gone="")):
    row.refresh_from_db()
    if row.gone == "":
        erasure.erase(OPERATOR, item=str(row.pk), basis="个人信息保护法第四十七条", now=NOW + timedelta(hours=3))
Retention().take(pipeline, NOW + timedelta(hours=3))
print("erased")
sys.stdout.flush()
sys.stdin.readline()
"""


def found(home: Path) -> set[str]:
    """Words in any byte of the desk's files, in the encodings in which something could keep them."""
    bodies = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    forms = {word: {word.encode(), word.encode("utf-16-le"), word.encode("unicode_escape"), word[:4].encode()} for word in WORDS}
    return {word for word, wanted in forms.items() if any(form in body for form in wanted for body in bodies)}


def test_no_byte_is_left_in_database_and_log(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HUIYING_", "DJANGO_"))}
    env |= {"HUIYING_HOME": str(tmp_path), "HUIYING_SECRET_KEY": "k" * 50, "DJANGO_SETTINGS_MODULE": "huiying.settings"}
    env["PYTHONPATH"] = os.pathsep.join([str(Path(root) / "src"), root])
    words = [sys.executable, "-c", STEPS]
    process = subprocess.Popen(words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    assert process.stdout.readline() == "ready\n"
    assert found(tmp_path) == set(WORDS), "they were there"
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "erased\n"
    assert found(tmp_path) == set(), "while the process still holds the database"
    process.stdin.write("\n")
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    assert found(tmp_path) == set()
    connection = sqlite3.connect(tmp_path / "huiying.sqlite3")
    assert connection.execute("SELECT count(*), sum(gone = 'erased') FROM store_item").fetchone() == (60, 60)
    assert connection.execute("SELECT sum(items) FROM store_story").fetchone() == (60,)
    connection.close()
