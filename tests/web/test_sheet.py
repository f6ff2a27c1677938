"""The origin as a table for spreadsheet programs."""

from __future__ import annotations

import csv
import io

import pytest
from tests import scene as made
from tests.scene import Told, gather

from huiying.store.stories import members, origin
from huiying.web.sheet import BOM, COLUMNS, origin_sheet, safe


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "\n=1", "＝1", "　=1", "－1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "停水通知", "2026-06-03T00:00:00Z", "https://x.example/?a=1", "a=b"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


def test_the_table(scene: made.Scene) -> None:
    gather(
        scene,
        Told("a1", "a", "澜川论坛", title='=HYPERLINK("https://evil.example")'),
        Told("a2", "a", "同城圈", copy_of="a1", title='停水, "通知"'),
        Told("a3", "a", "短视频热榜", kind="hotlist"),
        Told("a0", "a", "早报", published_at=made.START),
    )
    story = made.story("a")
    text = origin_sheet(origin(story), members(story))
    assert text.startswith(BOM)
    read = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    assert tuple(read[0]) == COLUMNS
    assert [row["outlet"] for row in read] == ["早报", "澜川论坛", "同城圈", "短视频热榜"]
    assert [row["order"] for row in read] == ["1", "2", "3", "4"]
    assert (read[0]["published_at"], read[0]["minutes_after_first"]) == ("2026-06-03T00:00:00Z", "0.0")
    assert read[0]["first_seen"] > read[0]["published_at"], "the outlet's own date is the earlier"
    assert float(read[1]["minutes_after_first"]) > 0
    assert read[1]["title"] == '\'=HYPERLINK("https://evil.example")'
    assert (read[2]["decision"], read[2]["duplicate_of"], read[2]["title"]) == ("duplicate", "2", '停水, "通知"')
    assert read[3]["kind"] == "hotlist"
