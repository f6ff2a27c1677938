"""The picture of where a story comes from."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import translation

from huiying.core.group.origin import Member, Origin, Part, origin_of
from huiying.core.types import Decision, Kind
from huiying.web import spread as drawing

NOW = datetime(2026, 6, 3, 1, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def member(item: str, outlet: str, hours: float, kind: Kind = Kind.NEWS, of: str | None = None) -> Member:
    decision = Decision.DUPLICATE if of else Decision.JOIN
    return Member(item=item, source=outlet, kind=kind, at=NOW + timedelta(hours=hours), decision=decision, duplicate_of=of)


STORY = origin_of(
    [
        member("1", "岑州在线", 0),
        member("2", "澜川发布", 1, of="1"),
        member("3", "岑州在线", 2),
        member("4", "短视频热榜", 3, Kind.HOTLIST),
    ]
)
TITLES = {"1": ("<b>", "#i1"), "2": ("二", "#i2"), "3": ("三", "#i3"), "4": ("四", "#i4")}


def draw(origin: Origin = STORY) -> str:
    with translation.override("en"):
        return drawing.spread(origin, TITLES, ZONE)


def test_a_lane_for_each_outlet_in_the_order_in_which_they_had_it() -> None:
    drawn = draw()
    assert drawn.index("1. 岑州在线") < drawn.index("2. 澜川发布") < drawn.index("3. 短视频热榜")
    places = [float(found) for found in re.findall(r'cx="([\d.]+)"', drawn)]
    assert places == sorted(places)
    assert 'style="' not in drawn


def test_reports_copies_and_lines_differ_in_shape() -> None:
    drawn = draw()
    assert (drawn.count('class="dot report"'), drawn.count('class="dot copy"'), drawn.count('<polygon class="dot line"')) == (2, 1, 1)
    assert len({str(drawing.shape(part, 1, 1)) for part in Part}) == 3


def test_a_line_leads_from_a_copy_to_its_original() -> None:
    ((x1, y1, bend, x2, y2),) = re.findall(r'class="from" d="M([\d.]+) ([\d.]+) Q([\d.]+) [\d.]+ ([\d.]+) ([\d.]+)"', draw())
    assert float(x1) > float(x2) == float(bend) and y1 != y2


def test_what_is_not_seen_is_said() -> None:
    drawn = draw()
    assert "岑州在线 had it first, 2026-06-03 09:00. Independent reports: 2. Copies: 1. Lines of hot lists: 1. Outlets: 3." in drawn
    assert 'aria-labelledby="spread-title spread-text"' in drawn
    assert "&lt;b&gt;" in drawn and "<b>" not in drawn
    assert re.findall(r'<a href="(#i\d)"', drawn) == ["#i1", "#i2", "#i3", "#i4"]


def test_a_great_story_is_drawn_in_part_and_says_so() -> None:
    origin = origin_of([member(str(n), f"outlet {n % 30}", n / 100, of="0" if n else None) for n in range(500)])
    drawn = draw(origin)
    assert drawn.count("1. ") and drawn.count('class="axis"') == drawing.LANES
    assert drawn.count("<circle") <= drawing.DRAWN
    with translation.override("en"):
        assert drawing.left_out(origin) == "6 more outlets are not drawn. 100 later items are not drawn."
        assert drawing.left_out(STORY) == ""
