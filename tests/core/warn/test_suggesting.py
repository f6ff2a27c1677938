"""The kind of a concern, who led before, and the usual playbooks."""

from __future__ import annotations

import pytest

from huiying.core.warn.category import Category, category_of
from huiying.core.warn.learned import ENOUGH, Decided, suggest
from huiying.core.warn.playbooks import STARTERS


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("学府街自来水发黄", "utilities"),
        ("Brown tap water again", "utilities"),
        ("工地拖欠农民工工资", "labour"),
        ("幼儿园多名孩子呕吐腹泻", "health"),
    ],
)
def test_words_tell_the_kind_and_are_the_reason(title: str, kind: str) -> None:
    found = category_of([title], [""])
    assert found is not None and found.category == kind
    assert found.reasons and all(reason in title.lower() for reason in found.reasons)


def test_a_topic_of_the_watch_decides() -> None:
    found = category_of(["学府街自来水发黄"], [""], ["transport"] * 3 + ["nonsense"])
    assert found is not None
    assert category_of(["路边一件小事"], [""], ["fraud"]).category == "fraud"  # type: ignore[union-attr]
    assert category_of(["zzz"], [""]) is None


def test_every_kind_has_a_playbook_with_steps() -> None:
    assert set(STARTERS) == set(Category) and all(2 <= len(row.steps) <= 12 for row in STARTERS.values())


def decided(count: int) -> list[Decided]:
    water = [Decided(words=f"自来水发黄第{n}天", department="水务局") for n in range(count)]
    return water + [Decided(words=f"学校食堂呕吐{n}人", department="教育局") for n in range(count)]


def test_earlier_decisions_suggest_the_department_with_reasons() -> None:
    found = suggest("望澜自来水发黄", decided(ENOUGH))
    assert found is not None and found.department == "水务局" and found.decisions == ENOUGH
    assert found.reasons and all(run in "望澜自来水发黄" for run in found.reasons)
    assert suggest("望澜自来水发黄", list(reversed(decided(ENOUGH)))) == found


def test_too_few_decisions_suggest_nothing() -> None:
    assert suggest("望澜自来水发黄", decided(ENOUGH - 1)) is None
    assert suggest("望澜自来水发黄", [row for row in decided(50) if row.department == "水务局"]) is None
    assert suggest("", decided(ENOUGH)) is None
