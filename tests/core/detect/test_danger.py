"""Whether one report tells of a danger, with and without a sign of harm that a list knows."""

from __future__ import annotations

from datetime import UTC, datetime

from bench.data import ROOT, read_rows
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.detect.concern import concern
from huiying.core.detect.danger import BESIDE, DOUBT, ENOUGH, WEIGHTS, Danger, beside, danger
from huiying.core.detect.severity import Judge
from huiying.core.group.reading import read
from huiying.core.types import Kind

AT = datetime(2026, 6, 3, tzinfo=UTC)
JUDGE = Judge()
REPORTS = ("industrial", "river", "hills", "suburb", "pasture", "islands", "forest", "markets", "canals")


def judged(kind: Kind, title: str, text: str) -> Danger:
    """As the detector judges a report of this county."""
    title, text = fold(title), fold(text)
    severity = JUDGE.judge(title, text, AT)
    sign = any(harm.immediate for harm in severity.harms)
    return danger(read(title, text), beside(kind, severity, sign, concern(kind, f"{title}\n{text}").calm))


def called(name: str) -> tuple[float, float]:
    """The share of dangers that are called on by all that a report tells, and of the rest."""
    folder = ROOT / "bench" / "reports" / name
    wanted = {row["story"]: row["should_warn"] for row in read_rows(folder / "stories.jsonl")}
    said = {True: [], False: []}  # type: dict[bool, list[bool]]
    for row in read_rows(folder / "items.jsonl"):
        found = judged(Kind(row["kind"]), row["title"], row["text"])
        said[wanted[row["id"]]].append(found.odds >= ENOUGH or (found.sign and not found.doubtful))
    return sum(said[True]) / len(said[True]), sum(said[False]) / len(said[False])


def test_first_reports_are_heard_and_harmless_ones_are_not() -> None:
    shares = [called(name) for name in REPORTS]
    heard, false = (sum(share[at] for share in shares) / len(shares) for at in (0, 1))
    assert heard >= 0.4 and false <= 0.08


def test_a_sign_speaks_for_a_danger_and_an_office_against() -> None:
    weights = dict(zip(BESIDE, WEIGHTS, strict=True))
    assert weights["sign"] > 0 and weights["harm"] > 0
    assert max(weights[name] for name in ("aside", "drill", "official", "calm")) < 0


def test_only_many_words_of_another_matter_make_a_sign_doubtful() -> None:
    figure = judged(Kind.POST, "", "这首歌循环了一天，高音一出来我当场去世，姐妹们快去听现场版")
    assert figure.sign and figure.doubtful and figure.odds < DOUBT
    short = judged(Kind.POST, "", "桥塌了")
    assert short.sign and not short.doubtful


@given(st.text(max_size=200), st.sampled_from(list(Kind)))
def test_the_odds_are_bounded_and_the_same_each_time(text: str, kind: Kind) -> None:
    found = judged(kind, "", text)
    assert -14 <= found.odds <= 6 and found == judged(kind, "", text)
