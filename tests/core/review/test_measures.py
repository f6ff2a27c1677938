"""Measures, recounted from the record."""

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.measures import Spread, measure

from .helpers import record

STORY = [
    (0, "warning_raised", "warning:3", {}),
    (10, "warning_acknowledged", "warning:3", {}),
    (12, "case_opened", "case:12", {"case": 12, "warning": 3}),
    (40, "statement_published", "statement:7", {"case": 12, "statement": 7, "stage": "S0", "revision": 1}),
    (100, "statement_published", "statement:8", {"case": 12, "statement": 8, "stage": "S1", "revision": 1}),
    (200, "correction_due", "statement:8", {"case": 12, "statement": 8, "claim": 5}),
    (230, "statement_corrected", "statement:8", {"case": 12, "statement": 8, "stage": "S1", "revision": 2}),
]


def test_the_times_of_one_case():
    found = measure(record(*STORY))
    assert found.acknowledge == Spread(1, 600, None)
    assert found.s0 == Spread(1, 2400, None)
    assert found.s1 == Spread(1, 6000, None)
    assert found.correct == Spread(1, 1800, None)
    assert (found.releases, found.corrections, found.waiting, found.unanswered) == (3, 1, 0, 0)
    assert round(found.corrections_per_100, 1) == 33.3


def test_an_empty_record_measures_nothing():
    found = measure([])
    assert found.acknowledge == Spread(0, None, None)
    assert found.corrections_per_100 is None


def test_facts_at_once_are_also_the_first_word():
    found = measure(record(*STORY[:3], STORY[4]))
    assert found.s0 == found.s1 == Spread(1, 6000, None)


def test_a_holding_statement_and_a_correction_are_not_yet_the_facts():
    found = measure(record(*STORY[:4], (50, "statement_published", "statement:9", {"case": 12, "stage": "C"})))
    assert found.s1.count == 0


def test_a_clock_named_in_the_record_counts_if_it_is_earlier():
    opened = (12, "case_opened", "case:12", {"case": 12, "warning": 3, "first_public": "2026-06-01T07:00:00+00:00"})
    assert measure(record(*STORY[:2], opened, *STORY[3:])).s0.median == 2400 + 3600
    later = (12, "case_opened", "case:12", {"case": 12, "warning": 3, "first_public": "2026-06-01T08:11:00+00:00"})
    assert measure(record(*STORY[:2], later, *STORY[3:])).s0.median == 2400


def test_what_is_not_answered_is_counted_apart():
    found = measure(record(STORY[0], (1, "warning_raised", "warning:4", {}), *STORY[1:3], (13, "case_opened", "case:13", {"case": 13})))
    assert (found.waiting, found.unanswered) == (1, 2)
    assert found.s0.count == 0


def test_many_values_have_a_90th_percentile():
    acts = [(n, "warning_raised", f"warning:{n}", {}) for n in range(1, 21)]
    acts += [(100 + 2 * n, "warning_acknowledged", f"warning:{n}", {}) for n in range(1, 21)]
    # Times are 101 to 120 minutes: the 18th of 20 is 118, the median 110.5.
    assert measure(record(*acts)).acknowledge == Spread(20, 110.5 * 60, 118 * 60)
    nine = [act for act in acts if int(act[2].split(":")[1]) <= 9]
    assert measure(record(*nine)).acknowledge.p90 is None


LATER = st.lists(
    st.sampled_from(
        [
            ("warning_raised", "warning:3", {}),
            ("warning_acknowledged", "warning:3", {}),
            ("warning_level_changed", "warning:3", {"level": "red"}),
            ("case_moved", "case:12", {"case": 12, "before": "closed", "after": "assessing"}),
            ("case_assessed", "case:12", {"case": 12, "department": "县水务局"}),
            ("warning_attached", "warning:9", {"case": 12, "warning": 9}),
            ("statement_published", "statement:11", {"case": 12, "statement": 11, "stage": "S3"}),
            ("correction_due", "statement:8", {"case": 12}),
        ]
    ),
    max_size=8,
)


@given(LATER, st.data())
def test_reopening_reassigning_and_raising_again_set_no_clock_back(later, data):
    acts = list(STORY)
    for type_, subject, values in later:
        at = data.draw(st.integers(101, 229))
        acts.append((at, type_, subject, values))
    acts.sort(key=lambda act: act[0])
    before, after = measure(record(*STORY)), measure(record(*acts))
    assert after.acknowledge == before.acknowledge
    assert after.s0 == before.s0
    assert after.s1 == before.s1
    assert after.correct.median >= before.correct.median
