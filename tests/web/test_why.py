"""The words for why an item is in its story, in both languages."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils import translation

from huiying.web.why import GROUNDS, SHOWN, figures, grounds, strength

PARTS = tuple(GROUNDS)


def part(name: str, weight: float, detail: str = "", value: float = 1.0) -> dict:
    return {"name": name, "value": value, "weight": weight, "detail": detail}


def said(parts: list[dict], language: str = "en") -> tuple[list[str], list[str]]:
    with translation.override(language):
        speaks_for, against = grounds(parts, {})
    return [ground.text for ground in speaks_for], [ground.text for ground in against]


def test_for_and_against_are_kept_apart_the_heaviest_first() -> None:
    parts = [
        part("idle", -0.3, value=6.0),
        part("shared_term", 0.4, "停水"),
        part("place_agrees", 1.2, "学府街"),
        part("number_differs", -0.9),
    ]
    assert said(parts) == (["the same place: 学府街", "shared words: 停水"], ["another number", "6 hours without a word in between"])


def test_parts_of_one_name_are_said_together() -> None:
    parts = [part("shared_term", 0.4, "停水"), part("shared_term", 0.3, "通知"), part("place_agrees", 0.5, "学府街")]
    assert said(parts)[0] == ["shared words: 停水, 通知", "the same place: 学府街"]
    with translation.override("en"):
        assert grounds(parts, {})[0][0].weight == "+0.70"


def test_no_more_than_a_few_are_said_and_what_adds_nothing_is_not() -> None:
    many = [part(f"part_{n}", 1.0 - n / 10) for n in range(9)]
    assert len(said(many)[0]) == SHOWN
    assert said([part("busy", 0.0)]) == ([], [])


def test_a_part_that_is_not_known_is_said_by_its_name() -> None:
    assert said([part("weather_agrees", 0.4, "雨")])[0] == ["weather agrees: 雨"]
    assert said([{"name": "bare", "weight": 1.0}, {"weight": -1.0}]) == (["bare"], [""])


@pytest.mark.parametrize("name", PARTS)
def test_every_part_has_its_words_in_both_languages(name: str) -> None:
    (english,), (chinese,) = said([part(name, 1.0, "x", 2.0)])[0], said([part(name, 1.0, "x", 2.0)], "zh-hans")[0]
    assert english != chinese and "_" not in english
    assert any(ord(letter) > 0x2E80 for letter in chinese)


def test_values_are_said_in_words() -> None:
    assert said([part("title_alike", 1.0, value=0.72)])[0] == ["titles that are 72 % alike"]
    assert said([part("size", -1.0, value=120.0)])[1] == ["a story of 120 items"]
    assert said([part("idle", 1.0, value=0.5)], "zh-hans")[0] == ["其间 30 分钟没有新消息"]


def test_a_value_that_only_repeats_the_weight_is_no_measurement() -> None:
    parts = [part("idle", -0.7, value=-0.7), part("size", 0.3, value=0.3)]
    assert said(parts) == (["the size of the story"], ["the time without a word in between"])


def test_what_is_lacking_is_said_as_lacking() -> None:
    assert said([part("shared_term", -0.6, value=0.0)])[1] == ["few shared words"]
    assert said([part("shared_term", -0.6, "停水")])[1] == ["shared words: 停水"]
    assert said([part("rival", 1.1), part("rival", -0.4)]) == (["no other story is as near"], ["another story is as near"])
    assert said([part("sense_agrees", 1.1, value=0.8)])[0] == ["the same matter, in whatever words"]
    assert said([part("sense_agrees", -1.1, value=0.1)])[1] == ["another matter"]
    assert said([part("concept_agrees", 1.1, "public_notice")])[0][0].endswith(": public notice")


def test_an_item_that_a_part_points_to_is_given_as_a_link() -> None:
    item = SimpleNamespace(title="停水通知")
    with translation.override("en"):
        (ground,), _ = grounds([part("nearest_alike", 0.8, "bbs:7")], {"bbs:7": item})  # type: ignore[dict-item]
    assert (ground.text, ground.item) == ("close to one item above all", item)
    assert said([part("nearest_alike", 0.8, "gone")])[0] == ["close to one item above all"], "a key is no word"


def test_strength_is_a_word_and_the_figures_are_small_print() -> None:
    with translation.override("en"):
        assert [strength(score, 0.5) for score in (4.0, 2.5, 1.2, 0.6)] == ["Very strong", "Strong", "Fair", "Just enough"]
        assert figures(2.6, -0.5) == "evidence +2.60, enough is -0.50"
    with translation.override("zh-hans"):
        assert strength(4.0, 0.5) == "很充分"
