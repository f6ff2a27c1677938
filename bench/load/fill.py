"""Fills the desk of HUIYING_HOME with years of work: items, stories, warnings, cases, statements and the entries of the record.

Run as a module in a process of its own: `python -m bench.load.fill ITEMS OPEN CLOSED STAFF`. Prints the cookies of the staff as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

import django

START = datetime(2023, 1, 1, tzinfo=UTC)
BLOCK = 5000
UNUSABLE = "!"
ITEMS_OF_A_STORY = 4
SOURCES = 40
STATES = ("triage", "assessing", "verifying", "responding", "watching")


def main(items: int, opened: int, closed: int, staff: int) -> None:
    """Fill the desk that was set up there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
    django.setup()
    from django.db import transaction

    chance = Random(5)  # noqa: S311 - repeatable
    with transaction.atomic():
        _keep_for_long()
        sources, members, departments = _registers(staff)
        now = datetime.now(UTC)
        stories = _items(items, sources, now, chance)
        _cases(opened, closed, stories, members, departments, now, chance)
        _record(3 * (opened + closed), now)
    _timers()
    _index()
    _snapshot()
    print(json.dumps(_cookies(members)))


def _put(model: Any, rows: Iterable[Any]) -> None:
    rows = iter(rows)
    while block := list(islice(rows, BLOCK)):
        model.objects.bulk_create(block)


def _keep_for_long() -> None:
    """Nothing expires: all words stay to be searched, and the worker has no years of arrears to let go."""
    from huiying.actions.erasure import DAYS
    from huiying.store import models

    models.Desk.objects.update(retention=dict.fromkeys(DAYS, 3650))


def _registers(staff: int) -> tuple[list[Any], list[Any], list[Any]]:
    from huiying.core.roles import Role
    from huiying.store import models

    departments = [models.Department(name_zh=f"第{number}局", name_en=f"Department {number}") for number in range(12)]
    _put(models.Department, departments)
    departments = list(models.Department.objects.all())
    roles = [role for role in Role if role is not Role.ADMIN]
    people = [
        models.Member(
            username=f"staff-{number}",
            name=f"值守员 {number} / Officer {number}",
            roles=[roles[number % len(roles)].value],
            password=UNUSABLE,
            department=departments[number % 12],
        )
        for number in range(staff)
    ]
    _put(models.Member, people)
    names = [f"来源 {number}" for number in range(SOURCES)]
    _put(
        models.Source,
        (
            models.Source(
                name=name,
                url=f"http://127.0.0.1:9/{number}",
                kind="post" if number % 3 else "news",
                zone="Asia/Shanghai",
                active=False,
                added_at=START,
                due_at=START,
                succeeded_at=START,
            )
            for number, name in enumerate(names)
        ),
    )
    return list(models.Source.objects.order_by("id")), list(models.Member.objects.filter(password=UNUSABLE)), departments


def _halves() -> list[str]:
    """Beginnings and ends of the invented county's titles."""
    from huiying.demo.county import stream

    titles = [item.title or item.text[:24] for item in stream()]
    return [half for title in titles if len(title) >= 8 for half in (title[: len(title) // 2], title[len(title) // 2 :])]


def _items(count: int, sources: list[Any], now: datetime, chance: Random) -> list[Any]:
    """Items up to now, four to a story; the stories."""
    from huiying.store import models

    halves = _halves()
    gap = (now - START) / count

    def title() -> str:
        return chance.choice(halves) + chance.choice(halves)

    stories = [
        models.Story(
            key=f"made-{number}",
            title=title(),
            first_at=START + gap * number * ITEMS_OF_A_STORY,
            last_at=START + gap * (number + 1) * ITEMS_OF_A_STORY,
            items=ITEMS_OF_A_STORY,
            outlets=2,
            reports=3,
            score=chance.random() * 6,
        )
        for number in range(count // ITEMS_OF_A_STORY)
    ]
    _put(models.Story, stories)
    ids = list(models.Story.objects.filter(key__startswith="made-").order_by("id").values_list("id", flat=True))

    def rows() -> Iterator[Any]:
        for number in range(count):
            seen = START + gap * number
            yield models.Item(
                key=f"made:{number}",
                source=sources[number % SOURCES],
                kind=sources[number % SOURCES].kind,
                url=f"https://bbs.lanchuan.example/{number}",
                title=title(),
                text="，".join(chance.choice(halves) for _ in range(12)),
                lang="zh",
                published_at=seen,
                first_seen=seen,
                fingerprint=f"{number:032x}",
            )

    _put(models.Item, rows())
    numbers = list(models.Item.objects.filter(key__startswith="made:").order_by("id").values_list("id", flat=True))
    _put(
        models.Membership,
        (
            models.Membership(
                item_id=item,
                story_id=ids[min(number // ITEMS_OF_A_STORY, len(ids) - 1)],
                assigned_id=ids[min(number // ITEMS_OF_A_STORY, len(ids) - 1)],
                decision="join" if number % ITEMS_OF_A_STORY else "new",
                score=2.0,
                threshold=1.0,
                strategy="made",
            )
            for number, item in enumerate(numbers)
        ),
    )
    return list(models.Story.objects.filter(pk__in=ids[-120_000:]).order_by("id"))


def _cases(opened: int, closed: int, stories: list[Any], members: list[Any], departments: list[Any], now: datetime, chance: Random) -> None:
    from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
    from huiying.core.statement.stages import Stage
    from huiying.core.types import Level
    from huiying.store import models
    from huiying.store.convert import builtins

    levels, total = list(Level), min(opened + closed, len(stories))
    chosen = stories[-total:]

    def warning(number: int, story: Any) -> Any:
        return models.Warning(
            story=story,
            raised_for=story,
            level=levels[number % 4],
            score=5.0,
            strategy="made",
            state="linked",
            raised_at=story.first_at,
            updated_at=story.last_at,
            first_public_at=story.first_at,
            rung_at=story.first_at,
        )

    _put(models.Warning, (warning(number, story) for number, story in enumerate(chosen)))
    warnings = list(models.Warning.objects.order_by("id"))
    _put(
        models.Case,
        (
            models.Case(
                title=row.story.title,
                state="closed" if number < total - opened else STATES[number % len(STATES)],
                level=row.level,
                department=departments[number % 12],
                warning=row,
                opened_at=row.raised_at,
                opened_by=members[number % len(members)],
                detected_at=row.raised_at,
            )
            for number, row in enumerate(warnings)
        ),
    )
    cases = list(models.Case.objects.order_by("id"))
    _put(
        models.CaseStory,
        (models.CaseStory(case=row, linked_id=w.story_id, story_id=w.story_id) for row, w in zip(cases, warnings, strict=True)),
    )
    _put(
        models.Claim,
        (
            models.Claim(
                case=row,
                text=f"{row.title}，是真的吗",
                state="true" if row.state == "closed" else "unassessed",
                added_at=row.opened_at,
                added_by=members[0],
            )
            for row in cases
        ),
    )
    _put(
        models.Task,
        (
            models.Task(
                case=row,
                department=departments[(row.pk + 1) % 12],
                text=f"查明：{row.title}",
                state="accepted_done" if row.state == "closed" else "assigned",
                assigned_at=row.opened_at,
                assigned_by=members[0],
                due_at=row.opened_at + timedelta(days=1),
            )
            for row in cases
        ),
    )
    text = Content(stage=Stage.S1, lang="zh", title="情况说明", sentences=(Sentence(SentenceKind.DOING, "有关部门正在处理。"),))
    body, digest = builtins(text), content_hash(text)
    with_statement = [row for row in cases if row.pk % 3 == 0]
    _put(
        models.Statement,
        (
            models.Statement(
                case=row,
                state="published" if row.state == "closed" else "draft",
                content=body,
                content_hash=digest,
                edited_by=[members[0].pk],
                made_at=row.opened_at,
                updated_at=row.opened_at,
            )
            for row in with_statement
        ),
    )
    _put(
        models.Revision,
        (
            models.Revision(
                statement=row,
                number=1,
                content=body,
                content_hash=digest,
                approved_by=members[1],
                published_by=members[2],
                published_at=row.made_at,
            )
            for row in models.Statement.objects.filter(state="published")
        ),
    )
    ringing = stories[: min(40, len(stories) - total)]
    fresh = [warning(number, story) for number, story in enumerate(ringing)]
    for row in fresh:
        row.state, row.raised_at, row.rung_at = "raised", now - timedelta(hours=1), now - timedelta(hours=1)
    _put(models.Warning, fresh)
    chance.random()


def _record(count: int, now: datetime) -> None:
    """Entries about the cases, three each, chained to those that are there."""
    from huiying.core import record
    from huiying.store.convert import event_of
    from huiying.store.models import Case, Entry

    last = Entry.objects.order_by("-id").first()
    previous = event_of(last) if last else None
    cases = list(Case.objects.order_by("id").values_list("id", flat=True))

    def rows() -> Iterator[Any]:
        nonlocal previous
        for number in range(count):
            case = cases[number * len(cases) // count]
            previous = record.entry(
                previous=previous,
                at=now,
                actor_kind="staff",
                actor="staff-1",
                type=("case_opened", "case_assessed", "case_moved")[number % 3],
                subject=f"case:{case}",
                data={"case": case},
            )
            yield Entry(**{name: getattr(previous, name) for name in previous.__struct_fields__})

    _put(Entry, rows())


def _timers() -> None:
    """The timers of the open cases, as the worker keeps them."""
    from huiying.worker.timers import Timers

    timers, now = Timers(), datetime.now(UTC)
    timers.look(now)
    while timers.waiting:
        timers.look(now)


def _index() -> None:
    from huiying.actions.search import index_new

    step: Callable[[], int] = index_new
    quiet = 0
    while quiet < 2:
        quiet = 0 if step() else quiet + 1


def _snapshot() -> None:
    """An empty memory after the last item: the worker need not take two million items through once more."""
    from huiying.core.pipeline import State
    from huiying.store import models
    from huiying.store.convert import builtins
    from huiying.worker.live import current_setup

    now = datetime.now(UTC)
    setup = current_setup(now)
    last = models.Item.objects.order_by("-id").values_list("id", flat=True).first() or 0
    models.Snapshot.objects.create(item=last, setup=builtins(setup), state=State(setup).dump(), made_at=now)


def _cookies(members: list[Any]) -> list[str]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    keys = []
    for member in members:
        session = SessionStore()
        session[SESSION_KEY] = str(member.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = member.get_session_auth_hash()
        session.save()
        keys.append(session.session_key)
    return keys


if __name__ == "__main__":
    main(*map(int, sys.argv[1:5]))
