"""The picture of a bench: round marks, and words for who cannot see it."""

from __future__ import annotations

from xml.etree import ElementTree

from bench.picture import draw, marks


def test_marks_are_round_and_reach_over_the_highest() -> None:
    assert marks(950_000, 5) == [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]
    assert marks(66, 5) == [0, 20, 40, 60, 80]
    assert marks(100, 5) == [0, 20, 40, 60, 80, 100]


def test_the_picture_is_sound_and_says_what_it_shows() -> None:
    picture = ElementTree.fromstring(draw([(1, 50), (2, 60)], title="A & B", description="From 50 to 60.", across="items", up="µs"))
    space = "{http://www.w3.org/2000/svg}"
    assert [node.text for node in picture.iter() if node.tag in (f"{space}title", f"{space}desc")] == ["A & B", "From 50 to 60."]
    named = (picture.get("aria-labelledby") or "").split()
    assert named == [node.get("id") for node in picture if node.get("id")]
    words = {node.text for node in picture.iter(f"{space}text")}
    assert {"items", "µs", "A & B", "60"} <= words
