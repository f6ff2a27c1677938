"""The watch language: what parses, what is refused and where, and that a tree can be written down again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.parsing import MAX_TERMS, hints, lists_in, parse, read_term
from huiying.core.detect.query import And, Near, Not, Or, Term, anchor, render, terms_of
from huiying.core.types import Refusal


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("停水", Term("停水")),
        ("Gas*", Term("gas", prefix=True)),
        ('"Tap  Water"', Term("tap water")),
        ("a b", And((Term("a"), Term("b")))),
        ("a AND b", And((Term("a"), Term("b")))),
        ("a b OR c", Or((And((Term("a"), Term("b"))), Term("c")))),
        ("a NOT b", And((Term("a"), Not(Term("b"))))),
        ("NOT a b", And((Not(Term("a")), Term("b")))),
        ("a NOT NOT b", And((Term("a"), Term("b")))),
        ("a NOT (NOT b)", And((Term("a"), Term("b")))),
        ("a (b OR c)", And((Term("a"), Or((Term("b"), Term("c")))))),
        ("（a OR b） c", And((Or((Term("a"), Term("b"))), Term("c")))),
        ("“tap water”", Term("tap water")),
        ("a NEAR/3 b", Near(3, (Term("a"),), (Term("b"),))),
        ("c NOT a NEAR/0 b", And((Term("c"), Not(Near(0, (Term("a"),), (Term("b"),)))))),
        ("水 NEAR/10 (黄 OR (浑 OR 浑浊))", Near(10, (Term("水"),), (Term("黄"), Term("浑"), Term("浑浊")))),
        ("臺灣", Term("台湾")),
        ("ＧＡＳ", Term("gas")),
        ("3路", Term("3路")),
        ("停水*", Term("停水")),
        ('"and" or', And((Term("and"), Term("or")))),
    ],
)
def test_meaning(query: str, tree: object) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("a (b OR c", 3),
        ("a b) c", 4),
        ('a "b c', 3),
        ('a ""', 3),
        ('a "  "', 3),
        ("a NEAR b", 3),
        ("a NEAR/ b", 3),
        ("a NEAR/x b", 3),
        ("a NEAR/101 b", 3),
        ("a NEAR/-1 b", 3),
        ("a NEAR/2 b NEAR/2 c", 12),
        ("a NEAR/2 NOT b", 10),
        ("a NEAR/2 (b AND c)", 10),
        ("a AND", 6),
        ("AND a", 1),
        ("a OR OR b", 6),
        ("()", 2),
        ("a *b*c", 3),
        ("a ---", 3),
        ("a *", 3),
        ("(" * 41 + "a" + ")" * 41, 41),
    ],
)
def test_refusal_names_the_place(query: str, at: int) -> None:
    with pytest.raises(Refusal) as caught:
        parse(query)
    assert caught.value.values["at"] == at
    assert str(caught.value).startswith(f"Character {at}:")


@pytest.mark.parametrize("query", ["", "   ", "NOT a", "a OR NOT b", "NOT a NOT b", "NOT (a AND b)", "a" * 4001, "a " * 1001])
def test_refused_as_a_whole(query: str) -> None:
    with pytest.raises(Refusal):
        parse(query)


def test_anchor_is_the_lightest_required_group() -> None:
    weights = {"rare": 1.0, "common": 50.0, "x": 10.0, "y": 10.0}
    tree = parse("common (x OR y) NOT z (rare OR x)")
    assert anchor(tree, lambda term: weights[term.text]) == {Term("rare"), Term("x")}
    assert anchor(parse("NOT (NOT a OR b)"), lambda _: 1.0) == {Term("a")}


WORDS = st.sampled_from(
    ["停水", "水", "gas", "gas*", '"tap water"', "a", "NOT", "AND", "OR", "NEAR/2", "NEAR", "(", ")", '"', "（", "*", " ", "é", "#x"]
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=30))
def test_any_text_parses_or_is_refused(query: str) -> None:
    try:
        tree = parse(query)
    except Refusal as refusal:
        assert str(refusal)
        return
    assert parse(render(tree)) == tree
    group = anchor(tree, lambda _: 1.0)
    assert group and group <= set(terms_of(tree))


@given(st.text(alphabet='水停ab ()"*ANDORTE/12', max_size=40))
def test_rendering_is_stable(query: str) -> None:
    try:
        tree = parse(query)
    except Refusal:
        return
    assert render(parse(render(tree))) == render(tree)


LISTS = {"停水": (Term("停水"), Term("断水"), Term("water cut")), "gas": (Term("gas", prefix=True),)}


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("@停水", Or(LISTS["停水"])),
        ("＠ＧＡＳ", Term("gas", prefix=True)),
        ("@停水 NEAR/5 小区", Near(5, LISTS["停水"], (Term("小区"),))),
        ("小区 NOT @停水", And((Term("小区"), Not(Or(LISTS["停水"]))))),
        ('"@停水"', Term("@停水")),
        ("someone@example", Term("someone@example")),
        ("停水OR断水", Or((Term("停水"), Term("断水")))),
        ("停水AND@gas", And((Term("停水"), Term("gas", prefix=True)))),
        ("停电NEAR/10小区", Near(10, (Term("停电"),), (Term("小区"),))),
        ("停电ＮＥＡＲ／１０小区", Near(10, (Term("停电"),), (Term("小区"),))),
        ("停水　ＯＲ　断水", Or((Term("停水"), Term("断水")))),
        ("停水NOT(广告OR招聘)", And((Term("停水"), Not(Or((Term("广告"), Term("招聘"))))))),
        ("「tap water」『停水』", And((Term("tap water"), Term("停水")))),
        ("R&D 1,000 -5度 C++", And((Term("r&d"), Term("1,000"), Term("-5度"), Term("c++")))),
        ("ORIGIN BRAND停水", And((Term("origin"), Term("brand停水")))),
        ("停水 or 断水", And((Term("停水"), Term("or"), Term("断水")))),
    ],
)
def test_lists_and_what_is_typed_in_chinese(query: str, tree: object) -> None:
    assert parse(query, LISTS) == tree


@pytest.mark.parametrize(
    ("query", "at", "said"),
    [
        ("停水 @断电", 4, "no word list named 断电"),
        ("停水 @", 4, "after @"),
        ("停水 @停*", 4, "after @"),
        ("停水，断水", 3, "Write OR"),
        ("停水、断水", 3, "Write OR"),
        ("停水|断水", 3, "Write OR"),
        ("停水 && 断水", 4, "Write AND"),
        ("停水 -广告", 4, "Write NOT"),
        ("停水 ！广告", 4, "Write NOT"),
        ("+停水", 1, "Write AND"),
        ("（停水 OR 断水", 1, "never closed"),
        ("停水）", 3, "no opening one"),
        ("停水 “断水", 4, "never closed"),
        ("停水 OR", 6, "ends where a word"),
        ("OR 停水", 1, "before OR"),
        ("停水OR OR断水", 6, "before OR"),
        ("停电NEAR小区", 3, "NEAR needs a distance"),
        ("停电NEAR10小区", 3, "NEAR needs a distance"),
        ("停水 NOT", 7, "ends where a word"),
        ("(停水) NEAR/5 (断水 AND 小区)", 13, "beside NEAR"),
    ],
)
def test_refusals_of_lists_and_of_chinese_typing(query: str, at: int, said: str) -> None:
    with pytest.raises(Refusal, match=said) as caught:
        parse(query, LISTS)
    assert caught.value.values["at"] == at


def test_lists_are_counted_with_the_terms_they_stand_for() -> None:
    many = {"many": tuple(Term(f"w{number}") for number in range(MAX_TERMS))}
    parse("@many", many)
    with pytest.raises(Refusal, match="1001 terms"):
        parse("@many x", many)


def test_lists_that_a_query_names() -> None:
    assert lists_in('@停水 (＠ＧＡＳ OR "@不是") a@b') == {"停水", "gas"}


def test_hints_name_operators_in_small_letters() -> None:
    assert [(hint.at, hint.operator) for hint in hints('停水 or 断水 且 near/5 "and" Or')] == [
        (4, "OR"),
        (10, "AND"),
        (12, "NEAR"),
        (25, "OR"),
    ]


def test_a_word_of_a_list_is_read_like_one_of_a_query() -> None:
    assert read_term("Water  Cut") == Term("water cut") and read_term("flood*") == Term("flood", prefix=True)
    assert read_term("停水，断水") == Term("停水,断水")
    for wrong in ("", "***", "a*b", "，"):
        with pytest.raises(Refusal):
            read_term(wrong)
