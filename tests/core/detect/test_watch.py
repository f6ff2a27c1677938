"""The automaton and its anchors against a slow evaluator that knows nothing of either."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.detect.parsing import parse
from huiying.core.detect.query import And, Near, Node, Not, Or, Term
from huiying.core.detect.watch import Watches, explain
from huiying.core.types import Item, Kind, Refusal, WatchQuery

SHARED = Path(os.environ.get("HUIYING_SHARED", Path(__file__).parents[4] / "shared"))
CHINESE = "[\u3400-\u9fff]"


def item(title: str = "", text: str = "", key: str = "i") -> Item:
    return Item(id=key, source="s", kind=Kind.POST, url="", title=title, text=text, lang="zh", first_seen=datetime(2026, 5, 4, tzinfo=UTC))


def tokens(field: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"{CHINESE}|[^\W_\u3400-\u9fff]+", field)]


def places(term: Term, field: str) -> list[tuple[int, int]]:
    """Token ranges of the term, found character by character."""
    found = []
    for start in range(len(field)):
        if not field.startswith(term.text, start):
            continue
        end = start + len(term.text)
        if not re.search(CHINESE, term.text):
            covering = [span for span in tokens(field) if span[0] < end and span[1] > start]
            if covering[0][0] < start or (covering[-1][1] > end and not term.prefix):
                continue
            end = max(end, covering[-1][1])
        inside = [n for n, span in enumerate(tokens(field)) if start <= span[0] < end]
        found.append((inside[0], inside[-1]))
    return found


def holds(node: Node, fields: list[str]) -> bool:
    if isinstance(node, Term):
        return any(places(node, field) for field in fields)
    if isinstance(node, Not):
        return not holds(node.part, fields)
    if isinstance(node, And):
        return all(holds(part, fields) for part in node.parts)
    if isinstance(node, Or):
        return any(holds(part, fields) for part in node.parts)
    assert isinstance(node, Near)
    for field in fields:
        for a in [place for term in node.left for place in places(term, field)]:
            for b in [place for term in node.right for place in places(term, field)]:
                first, second = sorted((a, b))
                if 0 <= second[0] - first[1] - 1 <= node.distance:
                    return True
    return False


ATOM = st.sampled_from(["水", "停水", "黄", "gas", "ga*", "g", "b区", '"gas 水"', '"no gas"', "3", "a"])
SIDE = ATOM | st.lists(ATOM, min_size=2, max_size=3).map(lambda words: "(" + " OR ".join(words) + ")")
NEAR = st.tuples(SIDE, st.integers(0, 4), SIDE).map(lambda near: f"{near[0]} NEAR/{near[1]} {near[2]}")
QUERY = st.recursive(
    ATOM | NEAR,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + " AND ".join(parts) + ")")
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + " OR ".join(parts) + ")")
        | inner.map(lambda part: f"NOT ({part})")
    ),
    max_leaves=7,
)
FIELD = st.lists(st.sampled_from(["水", "停", "黄", "gas", "gases", "g", "b区", " ", "，", "no ", "3", "a", "_", "\n"]), max_size=10).map(
    "".join
)


@given(st.lists(QUERY, min_size=1, max_size=5), st.lists(st.tuples(FIELD, FIELD), min_size=1, max_size=5))
def test_all_watches_agree_with_the_slow_evaluator(queries: list[str], items: list[tuple[str, str]]) -> None:
    good = {}
    for number, query in enumerate(queries):
        try:
            good[str(number)] = parse(query)
        except Refusal:
            continue
    watches = Watches([WatchQuery(name=name, query=queries[int(name)]) for name in good])
    for title, text in items:
        fields = [fold(title), fold(text)]
        expected = tuple(sorted(name for name, tree in good.items() if holds(tree, fields)))
        assert watches.match(item(title, text)) == expected
        for name in good:
            assert explain(queries[int(name)], item(title, text)).matched == (name in expected)


@pytest.mark.parametrize(
    ("query", "title", "text", "matched"),
    [
        ("停水", "今晚停水", "", True),
        ("停水", "停", "水", False),
        ("gas", "Natural gases", "", False),
        ("gas", "agas", "", False),
        ("gas*", "agas", "", False),
        ("gas*", "Natural gases", "", True),
        ("gas", "燃气gas泄漏", "", True),
        ("停水 gas", "停水", "no gas", True),
        ("水 NEAR/1 黄", "水", "黄", False),
        ("水 NEAR/1 黄", "水很黄", "", True),
        ("黄 NEAR/0 水", "水很黄", "", False),
        ("水 NEAR/5 水", "水", "", False),
        ("臺灣", "台湾", "", True),
        ("台湾", "臺灣", "", True),
        ("ＧＡＳ", "gas", "", True),
        ('"tap water"', "tap", "water", False),
        ('"tap water"', "", "Tap\nWater", True),
    ],
)
def test_matching(query: str, title: str, text: str, matched: bool) -> None:
    assert Watches([WatchQuery(name="w", query=query)]).match(item(title, text)) == (("w",) if matched else ())


def test_labelled_county_stream() -> None:
    folder = SHARED / "data" / "county_dev"
    if not folder.exists():
        pytest.skip("the labelled county stream is not here")
    labelled = json.loads((folder / "watches.json").read_text("utf-8"))
    watches = Watches([WatchQuery(name=watch["name"], query=watch["query"]) for watch in labelled])
    found: dict[str, list[str]] = {watch["name"]: [] for watch in labelled}
    for line in (folder / "items.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for name in watches.match(item(row["title"], row["text"], row["id"])):
            found[name].append(row["id"])
    assert found == {watch["name"]: watch["matches"] for watch in labelled}


def test_explanation_shows_each_place() -> None:
    shown = explain("水 NEAR/3 (黄 OR 浑) NOT 火锅", item("自来水发黄", "水很清"))
    assert shown.matched
    assert [(hit.term, hit.field) for hit in shown.hits] == [("水", "title"), ("黄", "title"), ("水", "text")]
    assert shown.hits[2].around == "水很清"


def test_refusals_name_the_watch() -> None:
    with pytest.raises(Refusal, match="Watch water: Character 3: this parenthesis"):
        Watches([WatchQuery(name="water", query="a (b")])
    with pytest.raises(Refusal, match="Two watches are called x"):
        Watches([WatchQuery(name="x", query="a"), WatchQuery(name="x", query="b")])


def test_no_watches_match_nothing() -> None:
    assert Watches([]).match(item("停水")) == ()
