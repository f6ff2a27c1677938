"""What an item does: complain, tell first-hand, announce, praise or sell; and what its voices add to a story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.core.detect.test_sentences import sentences

from huiying.core.clean.text import fold
from huiying.core.detect.concern import Concern, concern
from huiying.core.detect.detector import Detector, Signal
from huiying.core.types import Assignment, Decision, Item, Kind

START = datetime(2026, 6, 1, 8, tzinfo=UTC)


def said(text: str, kind: Kind = Kind.POST) -> Concern:
    return concern(kind, fold(text))


@pytest.mark.parametrize("text", ["打了三次热线没人管", "凭什么罚我", "求助，电梯坏了", "Nobody has come to fix it", "工资拖欠半年"])
def test_a_plea_is_named(text: str) -> None:
    assert said(text).plea


def test_what_is_sold_or_played_pleads_nothing() -> None:
    assert said("急用钱找我，不看征信，当天到账").noise
    assert said("这手游服务器又坏了，客服不理").plea == ""


def test_an_office_announces_calmly() -> None:
    found = said("因线路检修计划停电，请谅解", Kind.NOTICE)
    assert (found.plea, found.calm, found.first_hand) == ("", True, False)


def test_only_people_tell_first_hand() -> None:
    assert said("楼下着火了！").first_hand
    assert not said("楼下着火了！", Kind.NEWS).first_hand


def test_most_grievances_are_heard() -> None:
    written = [text for name in ("first", "second") for what, _, text in sentences(name) if what == "grievance"]
    assert sum(bool(said(text).plea) for text in written) >= 0.8 * len(written)


def story(*reports: tuple[float, str, Kind, str]) -> Signal:
    """The last signal of one story; a ticket first lets the detector know its county."""
    detector = Detector()
    for number, (hours, text, kind, source) in enumerate(reports):
        at = START + timedelta(hours=hours)
        item = Item(id=f"i{number}", source=source, kind=kind, url="", title="", text=text, lang="zh", first_seen=at)
        assignment = Assignment(item=item.id, story="s", decision=Decision.JOIN, score=0.0, threshold=0.1, strategy="t")
        signal = detector.update(item, assignment)
    return signal


def weight(signal: Signal, name: str) -> float:
    return sum(part.weight for part in signal.contributions if part.name == name)


def concern_in(*reports: tuple[float, str, Kind, str]) -> float:
    return weight(story(*reports), "concern")


TICKET = (0.0, "来电人反映校服收费不合理", Kind.HOTLINE, "12345")


def test_each_further_voice_within_hours_spreads_a_concern_and_a_late_one_does_not() -> None:
    second, third = (1.0, "我家也被要求交了", Kind.POST, "家长圈"), (1.5, "到底谁定的", Kind.POST, "论坛")
    assert concern_in(TICKET) == 0
    assert 0 < concern_in(TICKET, second) < concern_in(TICKET, second, third)
    assert concern_in(TICKET, (9.0, "我家也被要求交了", Kind.POST, "家长圈")) == 0


def test_thanks_and_announcements_speak_against_a_story() -> None:
    ticket = (0.0, "反映窗口排队，谢谢已经解决", Kind.HOTLINE, "12345")
    calm = weight(story(ticket), "calm")
    assert calm < 0
    assert calm < weight(story(ticket, (1.0, "窗口又排到门外了", Kind.POST, "微声")), "calm") < 0
    assert weight(story(TICKET), "calm") == 0


def test_reports_of_another_county_do_not_spread() -> None:
    far = story(*[(hours, "沧宁市的学校乱收费", Kind.POST, "微声") for hours in (0.0, 0.5, 1.0)])
    assert weight(far, "concern") == 0 > weight(far, "elsewhere")


def test_harm_that_is_set_aside_speaks_against_a_story() -> None:
    told = story((0.0, "新电影里爆炸那场戏太真了", Kind.POST, "微声"))
    assert weight(told, "set_aside") < 0
