"""The chain: whatever is changed, moved or taken out is noticed, and the entry is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.record import EVENTS, canonical, entry, stamp, verify
from huiying.core.types import Event, Refusal

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
COLUMNS = ("at", "actor_kind", "actor", "type", "subject", "data", "prev_hash", "hash")


def chain(count: int) -> list[Event]:
    entries: list[Event] = []
    for number in range(count):
        entries.append(
            entry(
                previous=entries[-1] if entries else None,
                at=NOW + timedelta(minutes=number),
                actor_kind="staff",
                actor=f"member{number % 3}",
                type=sorted(EVENTS)[number % len(EVENTS)],
                subject=f"case:{number}",
                data={"number": number, "text": "停水通知", "level": "orange"},
            )
        )
    return entries


def test_a_whole_chain_holds() -> None:
    entries = chain(30)
    assert verify(entries) == (30, entries[-1].hash, None)


def test_an_empty_record_holds() -> None:
    assert verify([])[0] == 0


@given(st.integers(0, 19), st.sampled_from(COLUMNS), st.integers(0, 500), st.characters(codec="utf-8"))
def test_one_changed_character_is_noticed_and_its_entry_named(place: int, column: str, offset: int, new: str) -> None:
    entries = chain(20)
    text = getattr(entries[place], column)
    offset %= len(text)
    changed = text[:offset] + new + text[offset + 1 :]
    if changed == text:
        return
    entries[place] = msgspec.structs.replace(entries[place], **{column: changed})
    count, _, broken = verify(entries)
    assert broken is not None
    assert broken.id == place + 1
    assert count == place


@given(st.integers(0, 19))
def test_an_entry_taken_out_is_named(place: int) -> None:
    entries = chain(20)
    del entries[place]
    _, _, broken = verify(entries)
    assert (broken.id if broken else None) == (place + 1 if place < 19 else None)


@given(st.permutations(range(6)))
def test_another_order_is_noticed(order: list[int]) -> None:
    entries = chain(6)
    broken = verify([entries[i] for i in order])[2]
    assert (broken is None) == (order == list(range(6)))


def test_an_entry_put_in_between_is_noticed() -> None:
    entries = chain(5)
    forged = entry(previous=entries[1], at=NOW, actor_kind="staff", actor="x", type="case_opened", subject="case:9", data={})
    assert verify([*entries[:2], forged, *entries[2:]])[2] is not None


def test_a_type_outside_the_vocabulary_is_refused() -> None:
    with pytest.raises(Refusal, match="not an event"):
        entry(previous=None, at=NOW, actor_kind="staff", actor="x", type="post_removed", subject="", data={})


def test_time_never_runs_backwards() -> None:
    first = chain(1)[0]
    second = entry(previous=first, at=NOW - timedelta(days=1), actor_kind="staff", actor="x", type="case_opened", subject="", data={})
    assert second.at == first.at


def test_numbers_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"score": float("nan")})


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_stamps_sort_like_times(one: datetime, other: datetime) -> None:
    assert (stamp(one) < stamp(other)) == (one < other)


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20) | st.booleans(), max_size=6))
def test_the_order_of_keys_does_not_matter(data: dict[str, object]) -> None:
    assert canonical(data) == canonical(dict(reversed(data.items())))
