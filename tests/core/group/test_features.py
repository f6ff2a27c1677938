import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.group.helpers import item

from huiying.core.clean.text import fold
from huiying.core.group.features import KINDS, features_of
from huiying.core.group.known_names import KnownNames
from huiying.core.group.reading import CHARACTERS, CONCEPTS, EVENTS, GROUPS, NUMBERS, PLACES, REGIONS, WORDS, read
from huiying.core.types import Kind

CHINESE = ("青石镇停电", "云溪县青石镇今晚八点突然停电，全镇2300户受影响，小学门口一片漆黑")
ENGLISH = (
    "Power cut in Qingshi Town",
    "A power outage has hit 2300 households in Qingshi Town, Yunxi County, since 8 pm, also at the primary school",
)


def features(title, text="", **more):
    return features_of(item("a", title, text, **more), KnownNames())


def labels(found, *groups):
    return {found.label(row) for row in range(len(found.hash)) if found.group[row] in groups}


def test_terms_come_first_and_then_what_the_knowledge_found():
    found, terms = features(*CHINESE), read(fold(CHINESE[0]), fold(CHINESE[1]))
    assert found.lexical == len(terms.start) < len(found.hash)
    assert np.array_equal(found.hash[: found.lexical], terms.hash[: found.lexical])
    assert set(found.group[: found.lexical].tolist()) <= {WORDS, CHARACTERS}
    assert set(found.group[found.lexical :].tolist()) == {CONCEPTS, PLACES, REGIONS, NUMBERS, EVENTS}
    assert len(found.labels) == len(found.hash) - found.lexical
    assert not found.titled[found.lexical :].any()
    assert {"停电", "漆黑"} <= labels(found, WORDS)
    assert labels(found, PLACES) >= {"青石"} and labels(found, REGIONS) == {"云溪"}
    assert "停电 / power cut" in labels(found, EVENTS)


def test_what_the_knowledge_finds_is_the_same_in_both_languages():
    one, other = features(*CHINESE), features(*ENGLISH)
    for group in (CONCEPTS, PLACES, REGIONS, NUMBERS, EVENTS):
        assert set(one.hash[one.group == group].tolist()) & set(other.hash[other.group == group].tolist()), group
    assert (one.unspaced, other.unspaced) == (1.0, 0.0)


def test_a_concept_of_the_title_counts_twice():
    row = {found.label(n): float(found.count[n]) for found in [features("停电", "又停电了")] for n in range(len(found.hash))}
    assert row["停电 / power cut"] == 3.0


def test_comments_are_of_the_outlet_they_stand_under():
    assert (
        features("停水", source="澜川论坛评论").outlet
        == features("停水", source="澜川论坛").outlet
        != features("停水", source="澜川发布").outlet
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_number_of_its_own(kind):
    assert features("停水", kind=kind).kind == KINDS[kind]
    assert len(set(KINDS.values())) == len(Kind)


def test_the_length_is_that_of_the_whole_text_but_only_the_lead_is_read():
    found = features("停水", "。" * 600 + "爆炸")
    assert found.letters == 604
    assert "explosion" not in labels(found, EVENTS)


def test_without_words_there_is_nothing():
    found = features("😀", "……")
    assert (len(found.hash), found.lexical, found.unspaced, found.labels) == (0, 0, 0.0, ())


pieces = st.sampled_from(
    ["青石镇", "停电", "2300户", "power cut", "Qingshi Town", "at 8 pm", "第二小学", "6月3日", "水", "the ", "。", " ", "😀", "x"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=6).map("".join), st.lists(pieces, max_size=10).map("".join))
def test_rows_are_distinct_and_every_one_can_be_named(title, text):
    found = features(title, text)
    rows = len(found.hash)
    assert [len(part) for part in (found.group, found.count, found.titled)] == [rows] * 3
    assert len(set(found.hash.tolist())) == rows
    assert (found.count >= 1).all() and (found.group < GROUPS).all()
    assert all(found.label(row) for row in range(rows))
    assert all(found.label(row) in found.words for row in range(found.lexical))
