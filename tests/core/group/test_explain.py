from collections import Counter

import numpy as np
import pytest
from tests.core.group.helpers import demonstration, item

from huiying.core.group.evidence import PARTS
from huiying.core.group.explain import LEAST_WEIGHT, SHARED_FACTS, SHARED_TERMS, tell
from huiying.core.group.features import features_of
from huiying.core.group.known_names import KnownNames
from huiying.core.group.memory import Memory
from huiying.core.group.reading import CHARACTERS, WORDS
from huiying.core.group.settings import StoryConfig

FACTS = ("event_agrees", "concept_agrees", "place_agrees", "number_agrees")
READ_AT_LEAST = 24


@pytest.fixture(scope="module")
def decisions():
    """(features, weighed, told) of the demonstration's items that had a story to compare with."""
    memory, names, found = Memory(StoryConfig()), KnownNames(), []
    for row in demonstration():
        clock = row.first_seen.timestamp()
        memory.arrive(row.id, clock)
        features = features_of(row, names)
        weighed = memory.weigh(features, clock)
        if weighed.best >= 0:
            found.append((features, weighed, tell(features, weighed), clock))
        memory.enter(row.id, features, weighed, weighed.best >= 0 and weighed.total > 0.0, clock)
    return found


def test_every_part_of_the_score_is_told_by_its_name(decisions):
    told = {reason.name for _, _, told, _ in decisions for reason in told.reasons}
    assert told | {"sense_agrees"} == set(PARTS)


def test_in_english_what_both_are_about_is_told():
    memory, names = Memory(StoryConfig()), KnownNames()
    first = features_of(item("a", title="Brown water runs from kitchen taps"), names)
    memory.arrive("a", 0.0)
    memory.enter("a", first, memory.weigh(first, 0.0), False, 0.0)
    second = features_of(item("b", title="Taps give muddy water, families boil it"), names)
    memory.arrive("b", 60.0)
    told = tell(second, memory.weigh(second, 60.0))
    assert "sense_agrees" in {reason.name for reason in told.reasons}


def test_the_heaviest_reasons_come_first(decisions):
    for _, _, told, _ in decisions:
        keys = [(-abs(reason.weight), reason.name, reason.detail) for reason in told.reasons]
        assert keys == sorted(keys)


def test_no_more_words_and_facts_are_told_than_a_person_reads(decisions):
    for _, _, told, _ in decisions:
        counts = Counter(reason.name for reason in told.reasons)
        assert counts["shared_term"] <= SHARED_TERMS
        assert max(counts[name] for name in FACTS) <= SHARED_FACTS
        assert max([counts[name] for name in PARTS if name not in (*FACTS, "shared_term")]) <= 1


def test_score_and_threshold_differ_by_all_evidence(decisions):
    for _, weighed, told, _ in decisions:
        assert told.score - told.threshold == pytest.approx(weighed.total, abs=1e-9)
        if weighed.second >= 0:
            assert told.second.story != told.nearest


@pytest.mark.parametrize("part", [part for part in PARTS if part != "shared_term"])
def test_the_reasons_of_a_part_add_up_to_it(decisions, part):
    for features, weighed, told, _ in decisions:
        value = weighed.parts[0][list(PARTS).index(part)]
        reasons = [reason.weight for reason in told.reasons if reason.name == part]
        if part in FACTS and len(reasons) == SHARED_FACTS:
            assert abs(sum(reasons)) <= abs(value) + 1e-9
        else:
            assert sum(reasons) == pytest.approx(value, abs=1e-9) or (not reasons and abs(value) < LEAST_WEIGHT), features.words


def test_the_reasons_add_up_to_the_score_but_for_what_is_not_shown(decisions):
    for features, weighed, told, _ in decisions:
        others = sum(weighed.parts[0][at] for at, part in enumerate(PARTS) if part != "shared_term")
        words = [reason.weight for reason in told.reasons if reason.name == "shared_term"]
        rows = np.isin(weighed.terms["group"], (WORDS, CHARACTERS)) & (weighed.terms["shared"] > 0.0)
        if len(words) < SHARED_TERMS and rows.sum() <= READ_AT_LEAST:
            assert others + sum(words) == pytest.approx(told.score, abs=LEAST_WEIGHT), features.words


def test_words_and_facts_stand_in_the_item(decisions):
    for features, _, told, _ in decisions:
        for reason in told.reasons:
            if reason.name == "shared_term":
                assert reason.detail in features.words
            if reason.name in FACTS and reason.detail:
                assert reason.detail in features.labels


def test_silence_is_told_in_hours_and_size_in_items():
    memory, names = Memory(StoryConfig()), KnownNames()
    for n in range(3):
        features = features_of(item(str(n), "青石镇停电", "全镇漆黑，等来电"), names)
        memory.enter(str(n), features, memory.weigh(features, 0.0), n > 0, 0.0)
    clock = 5 * 3600.0
    features = features_of(item("later", "青石镇停电"), names)
    reasons = {reason.name: reason for reason in tell(features, memory.weigh(features, clock)).reasons}
    assert reasons["idle"].value == 5.0
    assert reasons["size"].value == 3.0
    assert reasons["place_agrees"].detail == "青石"
    assert reasons["concept_agrees"].detail == "停电 / power cut"
