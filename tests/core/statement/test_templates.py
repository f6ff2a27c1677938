"""The holding statement."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from huiying.core.statement.checks import blocking, check
from huiying.core.statement.content import plain_text
from huiying.core.statement.templates import holding
from huiying.core.types import Refusal

AT = datetime(2026, 6, 1, 10, 5, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))


def _zh(seen: str = "望澜镇自来水异味"):
    return holding("zh", body="澜川县人民政府", seen=seen, next_update_at=AT, zone=CHINA)


def _en(seen: str = "a smell in the tap water of Wanglan"):
    return holding("en", body="Lanchuan County Government", seen=seen, next_update_at=AT, zone=CHINA)


def test_chinese():
    assert plain_text(_zh()) == (
        "澜川县人民政府关于望澜镇自来水异味的情况说明\n\n"
        "澜川县人民政府已注意到有关望澜镇自来水异味的反映。我们正在核实情况。我们将于6月1日18时05分前在这里再次发布消息。"
    )


def test_english():
    assert plain_text(_en()) == (
        "Lanchuan County Government: a smell in the tap water of Wanglan\n\n"
        "Lanchuan County Government has seen reports of a smell in the tap water of Wanglan. We are checking what has happened. "
        "You will hear from us again here by 18:05 on 1 June 2026."
    )


@pytest.mark.parametrize("make", [_zh, _en])
def test_it_passes_every_gate_and_promises_the_same_time_twice(make):
    content = make()
    assert check(content, {}) == ()
    assert datetime.fromisoformat(content.next_update_at) == AT


@pytest.mark.parametrize(("make", "seen"), [(_zh, "关于水厂的谣言"), (_en, "an outage caused by works"), (_zh, "3人受伤的消息")])
def test_what_was_seen_is_held_to_the_gates(make, seen):
    assert blocking(check(make(seen), {}))


def test_a_holding_statement_needs_a_name_a_subject_and_a_known_language():
    with pytest.raises(Refusal, match="body's name"):
        _zh(" ")
    with pytest.raises(Refusal, match="body's name"):
        holding("en", body="", seen="a report", next_update_at=AT, zone=CHINA)
    with pytest.raises(Refusal, match='in "fr" yet'):
        holding("fr", body="a", seen="b", next_update_at=AT, zone=CHINA)
