"""Who may lead an investigation, who may write down what it found, and which name a text must give."""

from __future__ import annotations

import pytest

from huiying.core.case.investigations import Body, check_body, check_kind, names_wanted, outside
from huiying.core.types import Refusal

ACCUSED = {7: ("县水务局", "Water Bureau")}


@pytest.mark.parametrize(
    "body",
    [
        Body("县水务局", "", 7),
        Body("县水务局", ""),
        Body("县水务局调查组", ""),
        Body("县应急管理局、县水务局联合调查组", ""),
        Body("", "water bureau of the county"),
        Body("县应急管理局", "WATER BUREAU"),
    ],
)
def test_whoever_a_claim_is_about_does_not_investigate(body: Body) -> None:
    with pytest.raises(Refusal, match="cannot investigate itself"):
        check_body(body, ACCUSED)


@pytest.mark.parametrize("body", [Body("市水务集团事故调查组", ""), Body("县教育局", "", 8), Body("", "Court of Audit")])
def test_any_other_body_may(body: Body) -> None:
    check_body(body, ACCUSED)
    check_body(Body("县水务局", "", 7), {})


def test_a_body_has_a_name_and_no_long_one() -> None:
    with pytest.raises(Refusal, match="needs the name"):
        check_body(Body(" ", ""), {})
    with pytest.raises(Refusal, match="at most 200"):
        check_body(Body("调" * 201, ""), {})
    with pytest.raises(Refusal, match="no kind"):
        check_kind("secret")


def test_a_department_without_a_name_in_one_language_bars_nobody() -> None:
    check_body(Body("县教育局", "", 8), {7: ("县水务局", "")})


def test_the_finding_is_written_from_outside() -> None:
    outside(8, {7})
    outside(None, {7})
    with pytest.raises(Refusal, match="outside it"):
        outside(7, {7})


def test_a_text_calls_the_body_by_its_name_in_its_own_language() -> None:
    bodies = [Body("市应急管理局", "Municipal Emergency Bureau"), Body("省调查组", "")]
    assert names_wanted(bodies, "zh") == ("市应急管理局", "省调查组")
    assert names_wanted(bodies, "en") == ("Municipal Emergency Bureau", "省调查组")
