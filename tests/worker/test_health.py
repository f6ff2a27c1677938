"""What a desk remembers of its sources: history, moves, ends, rests, lies, losses, clocks, haste."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import msgspec
import pytest
from tests import scene as made

from huiying.actions import source as source_acts
from huiying.actions import source_health as acts
from huiying.actions.actor import OPERATOR
from huiying.actions.recording import NotAllowed
from huiying.actions.visit import RUNS, Visit, note_visits
from huiying.core.collect.adapters import read_body
from huiying.core.collect.moves import DAYS, TIMES
from huiying.core.types import Refusal
from huiying.store import models
from huiying.worker.cadence import Cadence
from huiying.worker.fetch import FetchResult
from huiying.worker.intake import FULL_EVERY, Outcome, fail, take, take_quiet
from huiying.worker.live import LivePipeline
from huiying.worker.queue import due_sources
from huiying.worker.reading import about, body_of, request_for
from huiying.worker.refused import FetchRefused

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
EMPTY = FetchResult(
    status=200, body=b"", etag="", last_modified="", content_type="application/rss+xml", charset="", final_url="https://paper.example/feed",
    retry_after="", max_age=None, server_date=None, not_modified=False,
)  # fmt: skip


class Desk:
    """A desk with one source that is read when the test says so."""

    def __init__(self) -> None:
        self.scene = made.set_up()
        self.now = self.scene.tick()
        self.pipeline = LivePipeline()
        self.pipeline.load(self.now)
        self.row = self.add("paper", "https://paper.example/feed")

    def add(self, name: str, url: str, **more: object) -> models.Source:
        return source_acts.add_source(OPERATOR, name=name, url=url, now=self.now, **more)

    def source(self, row: models.Source | None = None) -> models.Source:
        return models.Source.objects.get(pk=(row or self.row).pk)

    def read(self, entries: list[tuple[str, datetime]] | None = None, *, after: timedelta = 10 * MINUTE, **more: object) -> int:
        """One reading, `after` the last: entries by title and date, or 304 where there are none to tell of."""
        self.now += after
        row = self.source()
        if entries is None:
            take_quiet([Outcome(row.pk, msgspec.structs.replace(EMPTY, status=304, not_modified=True, **more))], self.now)
            return 0
        items = "".join(
            f"<item><guid isPermaLink='false'>{title}</guid><title>{title}</title><pubDate>{format_datetime(at)}</pubDate></item>"
            for title, at in entries
        )
        body = f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode()
        result = msgspec.structs.replace(EMPTY, body=body, **more)
        reading = read_body(row.adapter, body_of(result), about(row, self.now), None)
        return take(self.pipeline, Outcome(row.pk, result, self.pipeline.door.mark(body), reading), self.now)

    def refuse(self, reason: str = "http_status", *, row: models.Source | None = None, **more: object) -> models.Source:
        """One reading that is refused."""
        self.now += 10 * MINUTE
        refused = FetchRefused(reason, "%(host)s answered %(status)s for %(url)s.", host="paper.example", url="u", **more)
        found = self.source(row)
        fail(found, refused, reason=reason, now=self.now, visit=Outcome(found.pk, refusal=refused).visit())
        return self.source(row)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def titles(count: int, start: datetime, step: timedelta = HOUR, word: str = "望澜镇消息") -> list[tuple[str, datetime]]:
    return [(f"{word}{n * 7919}号", start + n * step) for n in range(count)]


def entries(type: str) -> int:
    return models.Entry.objects.filter(type=type).count()


def test_the_history_is_runs_of_one_outcome_and_counts_by_the_day(desk: Desk) -> None:
    desk.read(titles(3, desk.now - DAY))
    for _ in range(4):
        desk.read()
    desk.refuse(status=500)
    desk.refuse(status=500)
    runs = [(run.outcome, run.reason, run.status, run.times, run.items) for run in models.SourceFetch.objects.all()]
    assert runs == [("changed", "", 200, 1, 3), ("not_modified", "", 304, 4, 0), ("failed", "http_status", 500, 2, 0)]
    day = models.SourceDay.objects.get()
    assert (day.good, day.bad, day.items, day.lost) == (5, 2, 3, 0)
    failing = desk.source()
    assert failing.failures == 2 and failing.failing_since == desk.now - 10 * MINUTE
    desk.read()
    assert desk.source().failing_since is None and desk.source().trouble is None


def test_the_history_is_bounded(desk: Desk) -> None:
    for n in range(RUNS + 30):
        note_visits([(desk.row, Visit("failed" if n % 2 else "unchanged"))], now=desk.now + n * MINUTE)
    assert models.SourceFetch.objects.count() == RUNS
    for n in range(70):
        note_visits([(desk.row, Visit("unchanged"))], now=desk.now + n * DAY)
    assert models.SourceDay.objects.count() <= 61


def test_many_quiet_readings_are_one_transaction(desk: Desk, django_assert_max_num_queries) -> None:
    rows = [desk.add(f"s{n}", f"https://s{n}.example/feed") for n in range(20)]
    take_quiet([Outcome(row.pk, msgspec.structs.replace(EMPTY, status=304, not_modified=True)) for row in rows], desk.now)
    with django_assert_max_num_queries(4 * len(rows) + 8):
        take_quiet([Outcome(row.pk, msgspec.structs.replace(EMPTY, status=304, not_modified=True)) for row in rows], desk.now + MINUTE)
    assert {run.times for run in models.SourceFetch.objects.all()} == {2}


def test_a_server_that_always_says_not_modified_is_asked_in_full_once_a_week_and_found_out(desk: Desk) -> None:
    start = desk.now
    desk.read(titles(6, start - DAY), etag='"a"')
    assert request_for(desk.source(), desk.now).etag == '"a"'
    for _ in range(6):
        desk.read(after=DAY)
    assert request_for(desk.source(), desk.now + HOUR).etag == '"a"'
    assert request_for(desk.source(), start + FULL_EVERY + HOUR).etag == ""
    desk.read(titles(2, start + 2 * DAY, word="隐瞒的消息"), after=DAY + HOUR, etag='"a"')
    assert not desk.source().conditional
    assert request_for(desk.source(), desk.now).etag == ""


def test_an_honest_server_is_not_called_a_liar(desk: Desk) -> None:
    desk.read(titles(6, desk.now - DAY), etag='"a"')
    for _ in range(6):
        desk.read(after=DAY)
    desk.read([("刚刚发布的消息", desk.now + DAY + HOUR)], after=DAY + HOUR, etag='"b"')
    assert desk.source().conditional


def test_the_same_tag_on_another_body_is_not_trusted_again(desk: Desk) -> None:
    desk.read(titles(3, desk.now - DAY), etag='"same"')
    assert desk.read(titles(4, desk.now - DAY), etag='"same"') == 1
    assert desk.source().etag == ""


def test_a_move_is_followed_after_days_of_the_same_answer_and_stands_on_the_record(desk: Desk) -> None:
    there = "https://new.example/feed"
    for _ in range(TIMES + 1):
        assert desk.source().url == "https://paper.example/feed"
        desk.read(after=DAYS / TIMES, moved=there, final_url=there)
    moved = desk.source()
    assert (moved.url, moved.host, moved.moved_to, moved.moved_times) == (there, "new.example", "", 0)
    assert entries("source_moved") == 1


def test_a_move_that_is_taken_back_is_forgotten(desk: Desk) -> None:
    desk.read(moved="https://new.example/feed")
    assert desk.source().moved_times == 1
    desk.read()
    assert (desk.source().moved_to, desk.source().moved_times, desk.source().moved_since) == ("", 0, None)


def test_what_is_gone_is_paused_with_a_notice_and_can_be_resumed(desk: Desk) -> None:
    gone = desk.refuse(status=410)
    assert not gone.active and gone.gone_at == desk.now and entries("source_gone") == 1
    source_acts.set_source_active(OPERATOR, gone, active=True, now=desk.now)
    assert desk.source().gone_at is None


@pytest.mark.parametrize(
    ("status", "retry_after", "held"), [(429, "3600", 60), (503, "3600", 60), (429, "", 10), (503, "", 0), (500, "60", 0)]
)
def test_a_host_that_asks_for_rest_gets_it_for_every_source(desk: Desk, status: int, retry_after: str, held: int) -> None:
    same, other = desk.add("same", "https://paper.example/other"), desk.add("other", "https://other.example/")
    desk.refuse(status=status, retry_after=retry_after)
    until = desk.now + held * MINUTE
    assert (desk.source(same).held_until == until) is bool(held)
    assert desk.source(other).held_until is None and desk.source(other).due_at <= desk.now
    if held:
        assert desk.source(same).due_at >= until
        with pytest.raises(Refusal):
            acts.read_now(OPERATOR, desk.source(same), now=desk.now)


def test_a_list_that_shows_nothing_known_has_probably_lost_something(desk: Desk) -> None:
    desk.read(titles(8, desk.now - DAY))
    desk.read(titles(8, desk.now + 2 * DAY, word="两天以后的消息"), after=3 * DAY)
    lossy = desk.source()
    assert lossy.lost_at == desk.now and models.SourceDay.objects.get(lost__gt=0).lost > 10
    assert desk.read(titles(9, desk.now - DAY, word="两天以后的消息")) == 1


def test_dates_in_the_future_are_put_right_by_a_clock_that_is_ahead(desk: Desk) -> None:
    ahead = 2 * HOUR
    at = desk.now.replace(microsecond=0)
    desk.read([("未来的消息", at + ahead), ("以前的消息", at - DAY)], after=MINUTE, skew=ahead.total_seconds())
    dates = dict(models.Item.objects.values_list("title", "published_at"))
    assert dates == {"未来的消息": at, "以前的消息": at - DAY}
    assert desk.source().skew == 7200


def test_a_small_skew_changes_no_date(desk: Desk) -> None:
    at = desk.now.replace(microsecond=0)
    desk.read([("消息", at + 4 * MINUTE)], after=MINUTE, skew=240.0)
    assert models.Item.objects.get().published_at == at + 4 * MINUTE


def test_a_host_with_hundreds_of_sources_takes_one_place(desk: Desk) -> None:
    models.Source.objects.update(active=False)
    crowd = [desk.add(f"c{n}", f"https://crowd.example/{n}") for n in range(60)]
    models.Source.objects.filter(pk__in=[row.pk for row in crowd]).update(due_at=desk.now - DAY)
    others = [desk.add(f"o{n}", f"https://o{n}.example/") for n in range(5)]
    found = due_sources(desk.now, most=20)
    assert [row.host for row in found] == ["crowd.example", *(f"o{n}.example" for n in range(5))]
    assert due_sources(desk.now, most=20, hosts={"crowd.example"}, busy={others[0].pk}) == others[1:]
    assert due_sources(desk.now, most=0) == [] and len(due_sources(desk.now, most=2)) == 2


def test_sources_of_an_urgent_story_are_read_as_often_as_their_limits_allow(desk: Desk) -> None:
    warning = made.take_in(desk.scene)
    source = warning.story.memberships.first().item.source
    now = desk.scene.tick()
    models.Source.objects.filter(pk=source.pk).update(interval=10, slowest=600, fetched_at=now, due_at=now + 10 * HOUR, failures=0)
    models.Warning.objects.update(level="yellow")
    cadence = Cadence()
    assert cadence.look(now) == 0 and cadence.urgent == frozenset()
    models.Warning.objects.update(level="red")
    assert cadence.look(now) == 1 and cadence.urgent == {source.pk}
    source.refresh_from_db()
    assert source.due_at == now + 10 * MINUTE and cadence.interval(source, now) == 10 * MINUTE
    models.Warning.objects.update(state="dismissed")
    assert cadence.look(now) == 0 and cadence.urgent == frozenset()


def test_a_source_that_asked_for_rest_is_not_hastened(desk: Desk) -> None:
    later = desk.now + 5 * HOUR
    models.Source.objects.update(fetched_at=desk.now, due_at=later, held_until=later, failures=0)
    assert acts.hasten({desk.row.pk}, desk.now) == 0
    assert desk.source().due_at == later


def test_the_rhythm_of_its_items_sets_how_long_a_source_is_left_alone(desk: Desk) -> None:
    start = desk.now
    models.Source.objects.update(interval=10, slowest=600)
    for n in range(60):
        at = start + n * 4 * HOUR
        models.Item.objects.create(
            key=f"k{n}", source=desk.row, kind="news", url="", title="t", text="", lang="zh", first_seen=at, fingerprint=str(n)
        )
    cadence, now = Cadence(), start + 59 * 4 * HOUR
    assert cadence.interval(desk.source(), now) == 2 * HOUR
    models.Source.objects.update(lost_at=now)
    assert cadence.interval(desk.source(), now) == 10 * MINUTE, "what lost something is read as often as may be"


FINGERPRINT = "ab" * 32


def refused_certificate(desk: Desk) -> models.Source:
    desk.now += MINUTE
    refused = FetchRefused(
        "tls", "The certificate of %(host)s cannot be trusted: %(fault)s.", host="paper.example", fault="expired", fingerprint=FINGERPRINT
    )
    fail(desk.source(), refused, reason="tls", now=desk.now)
    return desk.source()


def test_one_certificate_is_excused_with_a_reason_until_a_day(desk: Desk) -> None:
    row = refused_certificate(desk)
    acts.excuse_certificate(
        OPERATOR, row, fingerprint="AB:" * 31 + "AB", reason="renewal is ordered", until=desk.now + 30 * DAY, now=desk.now
    )
    request = request_for(desk.source(), desk.now)
    assert (request.pin_host, request.pin) == ("paper.example", FINGERPRINT)
    late = request_for(desk.source(), desk.now + 31 * DAY)
    assert (late.pin_host, late.pin) == ("", "")
    assert entries("certificate_excused") == 1
    acts.end_excuse(OPERATOR, desk.source(), now=desk.now)
    assert request_for(desk.source(), desk.now).pin == "" and entries("certificate_excuse_ended") == 1


@pytest.mark.parametrize(
    "changes",
    [{"fingerprint": "cd" * 32}, {"reason": "  "}, {"until": timedelta(days=91)}, {"until": timedelta(0)}],
    ids=["another certificate", "no reason", "too long", "over already"],
)
def test_no_certificate_is_excused_otherwise(desk: Desk, changes: dict[str, object]) -> None:
    row = refused_certificate(desk)
    given = {"fingerprint": FINGERPRINT, "reason": "renewal is ordered", "until": timedelta(days=30), **changes}
    with pytest.raises(Refusal):
        acts.excuse_certificate(OPERATOR, row, **{**given, "until": desk.now + given["until"]}, now=desk.now)  # type: ignore[operator]
    assert desk.source().tls is None


def test_nothing_is_excused_that_was_not_refused_and_only_by_who_keeps_the_sources(desk: Desk) -> None:
    given = {"fingerprint": FINGERPRINT, "reason": "r", "until": desk.now + DAY, "now": desk.now}
    with pytest.raises(Refusal):
        acts.excuse_certificate(OPERATOR, desk.source(), **given)
    with pytest.raises(NotAllowed):
        acts.excuse_certificate(desk.scene.actors["duty"], desk.source(), **given)


def test_limits(desk: Desk) -> None:
    acts.set_limits(OPERATOR, desk.source(), interval=5, slowest=60, now=desk.now)
    assert (desk.source().interval, desk.source().slowest) == (5, 60)
    for interval, slowest in ((0, 10), (20, 10), (10, 1441)):
        with pytest.raises(Refusal):
            acts.set_limits(OPERATOR, desk.source(), interval=interval, slowest=slowest, now=desk.now)
    assert desk.now.tzinfo == UTC
