"""The plain detectors, on series small enough to work out by hand; no evaluation data, but for the last test."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bench.detectors import (
    DETECTORS,
    Detector,
    Statistic,
    day_against_week,
    ears_c2,
    kleinberg,
    last_hour_against_twelve,
    last_hour_against_week,
    trailing,
    usual_rate,
)
from bench.judge import ZONE, Judge
from bench.moments import Moments, commonest, moments
from bench.series import DAY, HOUR, Series
from bench.tuning import candidates, scored, tuned, warn
from bench.warnings import row
from hypothesis import given, settings
from hypothesis import strategies as st

NOW = 400 * DAY


def series(*ago: float) -> Series:
    """One series of points so many hours before NOW."""
    return Series(np.zeros(len(ago), np.int64), np.array([NOW - round(hours * HOUR) for hours in ago], np.int64))


def now(statistic: Statistic, *ago: float) -> float:
    return float(statistic(series(*ago), np.array([0]), np.array([NOW]))[0])


def test_a_window_holds_its_end_and_not_its_beginning() -> None:
    assert now(partial(trailing, hours=6), 0, 5.9, 6, 7) == 2
    assert now(partial(trailing, hours=24), 0, 5.9, 6, 7, 24) == 4
    assert now(partial(trailing, hours=6)) == 0


def test_series_are_counted_apart_however_they_are_mixed() -> None:
    mixed = Series(np.array([1, 0, 1, 2, 1]), np.array([50, 40, 10, 30, 30]))
    assert mixed.order.tolist() == [1, 2, 4, 0, 3]
    assert mixed.count(np.array([0, 1, 2, 3]), np.full(4, 10), np.full(4, 50)).tolist() == [1, 2, 1, 0]


def test_c2_of_a_new_series_divides_by_the_least_deviation() -> None:
    assert now(ears_c2, 0, 1, 5) == pytest.approx(3 / 0.5)


def test_c2_holds_the_hours_against_the_same_hours_from_the_third_to_the_ninth_day() -> None:
    # 4 now; on the seven days 7, 0, 0, 0, 0, 0, 0: mean 1, deviation sqrt((36 + 6) / 6)
    before = [3 * 24 + minutes / 60 for minutes in range(7)]
    assert now(ears_c2, 0, 1, 2, 3, *before) == pytest.approx(3 / math.sqrt(7))
    # neither two days ago, nor ten, nor another time of day on the fourth
    assert now(ears_c2, 0, 1, 2, 3, 48, 240, 4 * 24 + 12) == pytest.approx(4 / 0.5)


def test_the_usual_rate_leaves_two_days_out_and_has_a_floor() -> None:
    known = [2 * 24 + 6 * place for place in range(112)]  # four a day over 28 days
    assert now(usual_rate, *known) * DAY == pytest.approx(4)
    assert now(usual_rate, *range(48)) * DAY == pytest.approx(2)
    assert now(usual_rate) * DAY == pytest.approx(2)


def test_the_automaton_gains_ln_5_a_point_and_loses_four_usual_rates() -> None:
    # the floor of two titles a day: three hours cost 4 * 2 / 8 = 1
    assert now(kleinberg, 0) == pytest.approx(math.log(5))
    assert now(kleinberg, 3, 0) == pytest.approx(2 * math.log(5) - 1)
    assert now(kleinberg, 24, 0) == pytest.approx(math.log(5)), "a long gap costs no more than was won"
    assert now(kleinberg, 6, 3) == pytest.approx(2 * math.log(5) - 1), "the last point decides"
    assert now(kleinberg) == 0.0


def test_the_automaton_is_cut_to_the_cost_of_going_up() -> None:
    assert now(partial(kleinberg, cost=2.0), 0, 0, 0, 0) == pytest.approx(2 + math.log(5))
    assert now(partial(kleinberg, cost=2.0), 3, 3, 3, 0) == pytest.approx(1 + math.log(5))


def test_the_last_hour_against_twelve() -> None:
    assert now(last_hour_against_twelve, 0, 0.5) == pytest.approx(24), "one title in twelve hours at least"
    assert now(last_hour_against_twelve, 0, 0.5, 2, 3, 4, 12.5) == pytest.approx(2 / (4 / 12))
    assert now(last_hour_against_twelve, 0, *[13.5] * 24) == 0.0, "the day before had as many an hour"
    assert now(last_hour_against_twelve, 0, *[30] * 168) == 0.0, "the week before had as many an hour"


def test_the_last_hour_against_the_week() -> None:
    assert now(last_hour_against_week, 0) == pytest.approx(168)
    assert now(last_hour_against_week, 0, 0.5, 0.9, *[100] * 84, 170) == pytest.approx(3 / 0.5)


def test_the_day_against_the_week_before_it() -> None:
    # nothing before: 6 / 24 over sqrt(1 / 168)
    assert now(day_against_week, *range(6)) == pytest.approx(0.25 * math.sqrt(168))
    # 84 hours of two and 84 of none before: mean 1, deviation 1
    before = [24 + 2 * hour + half for hour in range(84) for half in (0, 0.5)]
    assert now(day_against_week, *[3] * 72, *before) == pytest.approx(2.0)


@settings(max_examples=60, deadline=None)
@given(
    past=st.lists(st.integers(0, 40 * DAY), min_size=1, max_size=40),
    future=st.lists(st.integers(1, 40 * DAY), max_size=20),
    detector=st.sampled_from(DETECTORS),
)
def test_no_statistic_looks_ahead(past: list[int], future: list[int], detector: Detector) -> None:
    known = np.array([NOW - ago for ago in past], np.int64)
    all_times = np.append(known, np.array([NOW + ahead for ahead in future], np.int64))
    at = np.append(known, NOW)
    numbers = np.zeros(len(at), np.int64)
    seen = detector.statistic(Series(numbers[:-1], known), numbers, at)
    assert seen == pytest.approx(detector.statistic(Series(np.zeros(len(all_times), np.int64), all_times), numbers, at))


def stream(*rows: tuple[str, str, str, float]) -> Moments:
    """Rows of item, story, title, hours."""
    return moments(
        {item: story for item, story, _, _ in rows},
        {item: NOW + hours * HOUR for item, _, _, hours in rows},
        {item: title for item, _, title, _ in rows},
        NOW,
        NOW + 1000 * HOUR,
    )


FLOOD = [(f"f{place}", "flood", f"河水上涨第{place}处", float(place)) for place in range(5)]
OTHER = [("o1", "other", "河水结冰", 1.5), ("o2", "other", "今日天气", 40.0)]


def test_a_story_is_looked_at_from_its_second_title_in_a_day() -> None:
    seen = stream(*FLOOD, *OTHER)
    assert [seen.names[story] for story in seen.stories] == ["flood"] * 4
    assert (seen.at - NOW).tolist() == [1 * HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR]
    assert seen.items_of(1) == ["f0", "f1", "f2"]
    assert seen.of_story(partial(trailing, hours=24)).tolist() == [2, 3, 4, 5]


def test_a_title_counts_once_a_week_wherever_it_stands() -> None:
    again = [("again", "other", FLOOD[0][2], 100.0), ("later", "flood", FLOOD[0][2], 168.0)]
    assert stream(*FLOOD, *again).items == ["f0", "f1", "f2", "f3", "f4", "later"]


def test_moments_outside_the_period_and_items_unknown_to_the_stream_are_left_out() -> None:
    times = {item: NOW + hours * HOUR for item, _, _, hours in FLOOD}
    titles = {item: title for item, _, title, _ in FLOOD}
    stories = dict.fromkeys(titles, "flood") | {"masked": "flood"}
    seen = moments(stories, times, titles, NOW + 2 * HOUR, NOW + 4 * HOUR)
    assert (seen.at - NOW).tolist() == [2 * HOUR, 3 * HOUR]
    assert seen.items_of(0) == ["f0", "f1", "f2"]


def test_the_commonest_term_is_counted_over_all_stories() -> None:
    assert commonest([["上涨", "河水"], ["河水"], ["上涨", "天气"]]) == "上涨"
    assert commonest([["上涨"], ["河水"]]) is None
    seen = stream(*FLOOD, *OTHER)
    # 上涨, 水上 and 河水 are in every title of the flood; 上涨 comes first by name
    assert seen.of_term(partial(trailing, hours=24)).tolist() == [2, 3, 4, 5]
    # 河水 alone is shared here, and stands in the other story too
    rain = stream(("a", "rain", "河水很急", 1.6), ("b", "rain", "看河水", 1.7), *OTHER)
    assert rain.of_term(partial(trailing, hours=24)).tolist() == [3]


def test_stories_that_share_no_term_score_nothing_by_terms() -> None:
    assert stream(("a", "s", "下雨", 1.0), ("b", "s", "天晴", 2.0)).of_term(partial(trailing, hours=24)).tolist() == [0]


def test_one_warning_a_story_in_72_hours() -> None:
    hours = (0, 1, 71.9, 72.5, 73.1, 74)
    seen = stream(*((f"i{hour}", "s", f"第{hour}则", hour) for hour in hours))
    made = warn(seen, np.ones(len(seen.at)), 1.0)
    assert [(warning["at"] - NOW) / HOUR for warning in made] == [1, 73.1]
    assert made[0] == {"at": NOW + HOUR, "story": "s", "level": None, "score": 1.0, "items": {"i0", "i1"}}
    assert made[1]["items"] == {"i71.9", "i72.5", "i73.1"}
    assert warn(seen, np.zeros(len(seen.at)), 1.0) == []


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.name)
def test_warnings_are_the_same_whatever_comes_later(detector: Detector) -> None:
    rows = [(f"i{place}", f"s{place % 3}", f"河水{'上涨' * (place % 2)}第{place}处", 1.7 * place % 200) for place in range(300)]
    whole, part = stream(*rows), stream(*(row for row in rows if row[3] <= 120))
    made, known = (warn(seen, scored(detector, seen)(2.0), 2.0) for seen in (whole, part))
    assert known and [warning for warning in made if warning["at"] <= NOW + 120 * HOUR] == known


def test_the_threshold_with_the_best_f1_of_its_own_period_is_taken() -> None:
    seen = stream(*((f"{name}{place}", name, f"{name}{place}", place + day * 24) for day, name in enumerate("abcd") for place in range(2)))
    scores = np.array([1.0, 2.0, 3.0, 9.0])
    tried: list[list[float]] = []

    def judge(made: list[dict[str, Any]]) -> dict[str, float]:
        tried.append(sorted(warning["score"] for warning in made))
        return {"f1": {2: 0.8, 3: 0.8}.get(len(made), 0.1)}

    least = tuned(seen, lambda _: scores, judge, NOW, NOW + 3 * DAY)
    assert least == 2.0, "of equal ones the highest; the fourth moment lies outside"
    assert sorted(tried) == [[1.0, 2.0, 3.0], [2.0, 3.0]], "one warning in three days is too few to be of use"


def test_many_scores_are_tried_at_quantiles_and_at_scores_that_occur() -> None:
    found = candidates(np.arange(10_000, dtype=float))
    assert 20 < len(found) <= 40
    assert found == sorted(found) and all(value == int(value) for value in found)
    assert found[-1] == pytest.approx(9979, abs=2)


def test_only_the_automaton_looks_at_its_threshold() -> None:
    seen = stream(*((f"i{place}", "s", f"水位{place}", 0.01 * place) for place in range(6)))
    by_name = {detector.name: scored(detector, seen) for detector in DETECTORS}
    for name, scores in by_name.items():
        same = scores(2.0).tolist() == scores(np.inf).tolist()
        assert same != name.startswith("Kleinberg"), name


def test_a_row_says_what_is_not_there() -> None:
    found = {"f1": 0.5, "f1_low": 0.4, "f1_high": 0.61, "p": 0.5, "r": 0.5, "lead_p50": None, "warnings_per_day": 2.04, "by_cat": {}}
    assert row("name", "plain", "3 sd", found) == ["name", "plain", "3 sd", ".500 (.400 … .610)", 0.5, 0.5, None, "2.0", None, None]


def test_in_this_process_the_scorer_says_what_its_command_says(shared: Path, tmp_path: Path) -> None:
    def at(hours: float) -> str:
        return datetime.fromtimestamp(NOW + hours * HOUR, UTC).isoformat()

    def write(name: str, rows: list[dict[str, Any]]) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return path

    titles = [title for _, _, title, _ in FLOOD]
    items = write("s.jsonl", [{"id": item, "source": "s", "title": title, "observed_at": at(hour)} for item, _, title, hour in FLOOD])
    event = {"t": at(4), "until": at(9), "titles": titles, "later_titles": [], "cat": "社会"}
    events = write("events.jsonl", [event] * 10 + [event | {"t": at(-10), "until": at(-10), "titles": ["以前"]}])
    judge = Judge(events, [items])
    stories = {f"s:{item}": story for item, story, _, _ in FLOOD}
    seen = moments(stories, judge.times, judge.titles, NOW, NOW + DAY)
    made = warn(seen, seen.of_story(partial(trailing, hours=6)), 3.0)
    since = judge.midnight("1971-02-05")
    found = judge.score(made, since, since + 2 * DAY)
    assert found["lead_p50"] == 2.0 and found["f1"] == 1.0
    assert judge.score(made, since, NOW + 3 * HOUR, blind=True)["p"] == 0.0, "who knows no later event calls it false"
    warnings = write("w.jsonl", [{"at": at(2), "story": "flood", "score": 3.0, "items": sorted(made[0]["items"])}])
    command = [sys.executable, str(shared / "score" / "score_warnings.py"), str(events), str(items), str(warnings)]
    period = ["--from", "1971-02-05", "--to", "1971-02-07", "--tz", ZONE]
    said = subprocess.run([*command, *period], check=True, capture_output=True, text=True).stdout
    assert json.loads(said.splitlines()[0]) == found
