"""The controlled edits are what they say, and the plain way to find copies is right."""

from __future__ import annotations

from bench.copies import f1, pair_score
from bench.edits import edited
from bench.shingles import Shingles, passages

TEXTS = {
    "zh": ["第二水厂今晚检修。石桥口镇停水到早上六点。请居民提前储水。老人可以拨打服务热线。送水车停在镇政府门口。"],
    "en": ["The plant is under repair. Two towns have no water. Store some before the evening. Call the line. Carts stand by the hall."],
}


def test_every_text_comes_eight_times_the_same_way_each_run() -> None:
    for lang, texts in TEXTS.items():
        made = edited(texts * 3, lang)
        assert sorted(number for number, _ in made) == sorted([0, 1, 2] * 8)
        assert made == edited(texts * 3, lang)


def test_edits_keep_the_part_of_the_text_that_they_say() -> None:
    for lang, texts in TEXTS.items():
        (text,) = texts
        sizes = sorted(len(made) / len(text) for _, made in edited(texts, lang))
        assert sizes[0] < 0.75  # 40 % of the sentences dropped, or the first 60 %
        assert sizes[-1] > 1.5  # a site's header and footer
        assert text in {made for _, made in edited(texts, lang)}


def test_plain_passages() -> None:
    assert passages("今晚石桥停水") == {"今晚石桥停", "晚石桥停水"}
    assert passages("water off tonight in") == {"water off tonight", "off tonight in"}


def test_the_plain_way_attaches_to_the_nearest_canonical_text() -> None:
    shingles = Shingles()
    seen = [shingles.see(text) for text in ("第二水厂今晚检修停水", "学府街小学门口堵车", "转发第二水厂今晚检修停水", "停电")]
    assert seen == [0, 1, 0, 2]


def test_pairs_are_scored() -> None:
    precision, recall = pair_score([0, 0, 0, 1], [0, 0, 2, 2])
    assert (precision, recall) == (1 / 2, 1 / 3)
    assert f1(0.5, 0.5) == 0.5
