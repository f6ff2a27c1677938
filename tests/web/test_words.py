"""What refusals, findings, times and charts say, in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from huiying.core.case.workflow import MACHINES, advance
from huiying.core.detect.harm.kinds import HARMS
from huiying.core.roles import Role
from huiying.core.types import Kind, Level, Refusal
from huiying.web import charts, words
from huiying.web.templatetags.desk import html_lang, person, spell
from huiying.web.views.warning import number
from huiying.web.zone import read_local, write_local

NOW = datetime(2026, 6, 3, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def in_chinese(text: str) -> str:
    with translation.override("zh-hans"):
        return translation.gettext(text)


def test_a_refusal_is_said_in_the_readers_language_down_to_its_values() -> None:
    with pytest.raises(Refusal) as caught:
        advance("statement", "draft", "publish")
    with translation.override("zh-hans"):
        said = words.say(caught.value)
    assert said == "声明处于“草稿”时不能“发布”。现在可以：修改、提交审签、提交隐私审核、提交部门确认、放弃、快速通道先期声明。"
    with translation.override("en"):
        assert words.say(caught.value).startswith('"publish" is not possible while this statement is "draft".')


def test_a_stored_text_whose_values_are_gone_is_still_said() -> None:
    with translation.override("en"):
        assert words.fill("%(host)s answered %(status)s for %(url)s.", {"host": "x"}) == "%(host)s answered %(status)s for %(url)s."
        assert words.fill("", {}) == ""
        assert words.fill("100 % of nothing", {"a": 1}) == "100 % of nothing"


def test_every_state_act_role_and_kind_has_its_word() -> None:
    for name, machine in MACHINES.items():
        assert machine.states <= words.STATES[name].keys(), name
        assert {row.act for row in machine.transitions} <= words.ACTS.keys(), name
    assert {role.value for role in Role} <= words.ROLES.keys()
    assert set(Kind) <= words.ITEM_KINDS.keys()
    assert {f"severity.{harm.name}" for harm in HARMS} <= words.PARTS.keys()


def test_levels_differ_in_shape_word_and_colour() -> None:
    assert len(set(words.SHAPES.values())) == len(set(words.LEVELS.values())) == len(Level)


def test_a_word_of_harm_that_does_not_count_says_why() -> None:
    with translation.override("en"):
        assert words.part("severity.fire", "着火 (drill)") == ("harm named: fire", "着火 (a drill)")
        assert words.part("severity.fire", "着火") == ("harm named: fire", "着火")
        assert words.part("kinds", "hotline post")[1] == "hotline ticket, post"
        assert words.part("something_new", "x") == ("something_new", "x")


def test_a_length_of_time_has_at_most_two_units() -> None:
    with translation.override("en"):
        lengths = [timedelta(seconds=20), timedelta(minutes=1), timedelta(minutes=61), timedelta(hours=25), timedelta(days=3, minutes=4)]
        assert [spell(length) for length in lengths] == ["less than a minute", "1 minute", "1 hour 1 minute", "1 day 1 hour", "3 days"]
    with translation.override("zh-hans"):
        assert spell(timedelta(minutes=61)) == "1 小时 1 分钟"


def test_a_name_in_two_languages_is_shown_in_one() -> None:
    with translation.override("zh-hans"):
        assert person("值守员小林 / Duty officer Lin") == "值守员小林"
        assert person("李雷") == "李雷"
    with translation.override("en"):
        assert person("值守员小林 / Duty officer Lin") == "Duty officer Lin"


def test_languages_are_written_as_html_writes_them() -> None:
    assert [html_lang(code) for code in ("zh-hans", "en", "")] == ["zh-Hans", "en", ""]


def test_times_are_read_and_written_in_the_desks_zone() -> None:
    assert read_local("2026-06-03T09:00", ZONE) == NOW
    assert read_local("2026-06-03 09：00", ZONE) == NOW
    assert read_local("2026-06-03T01:00:00+00:00", ZONE) == NOW
    assert read_local("  ", ZONE) is None
    assert write_local(NOW, ZONE) == "2026-06-03T09:00"
    with pytest.raises(Refusal):
        read_local("tomorrow", ZONE)


def test_numbers_of_a_table_are_short() -> None:
    assert [number(value) for value in (None, 3.0, 0.25, 0.000012, -1.5)] == ["", "3", "0.25", "1.2e-05", "-1.50"]


def test_a_sparkline_has_a_bar_for_each_hour_with_items() -> None:
    times = [
        NOW - timedelta(minutes=5),
        NOW - timedelta(minutes=30),
        NOW - timedelta(hours=10),
        NOW - timedelta(hours=80),
        NOW + timedelta(hours=1),
    ]
    drawn = charts.sparkline(times, NOW)
    assert drawn.count("<rect") == 2
    heights = [int(found) for found in re.findall(r'height="(\d+)"', drawn)]
    assert heights == [18, 36]
    assert charts.sparkline([], NOW).count("<rect") == 0


def test_a_bar_is_never_longer_than_its_track() -> None:
    widths = [float(re.findall(r'class="gone"[^>]*width="([\d.]+)"', charts.bar(share, 0, ""))[0]) for share in (0.0, 0.5, 1.0, 7.0)]
    assert widths == [0.0, 100.0, 200.0, 200.0]
