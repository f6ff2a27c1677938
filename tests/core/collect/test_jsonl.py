"""The replay contract, line by line."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.collect.jsonl import read_line
from huiying.core.types import Kind, RawItem, Refusal

LEAST = {"id": "1", "source": "s", "published_at": "2026-05-04T09:10:23+08:00"}


def line(**fields: object) -> bytes:
    return json.dumps({**LEAST, **fields}, ensure_ascii=False).encode()


def test_all_fields() -> None:
    raw = read_line(
        line(
            kind="hotlist",
            url="https://p.example/",
            title="停水",
            text="今晚",
            lang="zh",
            heat=12,
            rank=3,
            observed_at="2026-05-04T02:00:00Z",
        )
    )
    assert raw == RawItem(
        source="s",
        native_id="1",
        kind=Kind.HOTLIST,
        url="https://p.example/",
        title="停水",
        text="今晚",
        lang="zh",
        published_raw="2026-05-04T09:10:23+08:00",
        observed_at=datetime(2026, 5, 4, 2, tzinfo=UTC),
        heat=12.0,
        rank=3,
    )


def test_published_alone_is_no_observation() -> None:
    raw = read_line(line())
    assert raw.observed_at is None and raw.published_raw == "2026-05-04T09:10:23+08:00"


def test_a_time_without_an_offset_is_utc() -> None:
    assert read_line(line(published_at="2026-05-04T09:10:23")).published_raw == "2026-05-04T09:10:23+00:00"
    assert read_line(line(published_at=None, observed_at="2026-05-04 09:10")).observed_at == datetime(2026, 5, 4, 9, 10, tzinfo=UTC)
    assert read_line(line(published_at=None, observed_at="2026-05-04T09:10:23+08:00")).observed_at == datetime(
        2026, 5, 4, 1, 10, 23, tzinfo=UTC
    )
    assert read_line(line(published_at=1795395900)).published_raw == "2026-11-23T01:05:00+00:00"


def test_with_an_observation_any_published_text_is_kept_as_written() -> None:
    raw = read_line(line(published_at="昨天 08:15", observed_at="2026-05-04T02:00:00Z"))
    assert raw.published_raw == "昨天 08:15"


def test_numbers_as_ids_and_nulls() -> None:
    assert read_line(line(id=17)).native_id == "17"
    raw = read_line(line(title=None, text=None, url=None, kind=None, heat=None, rank=None, lang=None))
    assert (raw.title, raw.text, raw.url, raw.kind, raw.heat, raw.rank) == ("", "", "", Kind.NEWS, None, None)


def test_unknown_kinds_are_news_and_unknown_fields_are_not_read() -> None:
    raw = read_line(line(kind="blog", author={"name": "Ann Lee"}, user="zhang", cat="社会"))
    assert raw.kind is Kind.NEWS
    assert "Ann" not in repr(raw) and "zhang" not in repr(raw)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b'{"id":1,"source":"s","x":}', "column 26"),
        ('{"id":1,"title":"停水", x'.encode(), "column 23"),
        (b'{"id":1,"source":"s"', "column"),
        (b"[1]", "wrong type"),
        (b'{"id":1,"source":"s","title":5}', "title"),
        (b'{"source":"s","published_at":"2026-01-01"}', "id is missing"),
        (b'{"id":"","source":"s","published_at":"2026-01-01"}', "id is missing"),
        (b'{"id":"1","published_at":"2026-01-01"}', "source is missing"),
        (b'{"id":"1","source":"s"}', "no time"),
        (b'{"id":"1","source":"s","published_at":"soon"}', "soon"),
        (b'{"id":"1","source":"s","observed_at":"2026-13-01"}', "observed_at"),
        (b'{"id":"1","source":"s","observed_at":1e300}', "observed_at"),
        (b'{"id":"1","source":"\xff"}', "UTF-8"),
    ],
)
def test_a_bad_line_says_what_is_wrong(body: bytes, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_line(body)
    assert words in str(caught.value)


def test_a_byte_order_mark_on_the_first_line() -> None:
    assert read_line(b"\xef\xbb\xbf" + line()).native_id == "1"


@given(st.binary(max_size=120))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    with suppress(Refusal):
        assert isinstance(read_line(body), RawItem)


@given(
    st.dictionaries(
        st.sampled_from([*LEAST, "kind", "url", "title", "text", "heat", "rank", "observed_at"]),
        st.none() | st.integers() | st.text(max_size=9),
    )
)
def test_any_object_is_read_or_refused(fields: dict[str, object]) -> None:
    with suppress(Refusal):
        assert read_line(line(**fields)).source
