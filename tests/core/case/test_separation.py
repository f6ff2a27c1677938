"""Who may not do what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case import separation
from huiying.core.case.claims import Verdict
from huiying.core.types import Refusal

PEOPLE = st.integers(1, 6)


@given(PEOPLE, st.sets(PEOPLE, min_size=1))
def test_the_approver_is_nobody_who_wrote(person, authors):
    if person in authors:
        with pytest.raises(Refusal, match="written part"):
            separation.approver(approver=person, authors=authors)
    else:
        separation.approver(approver=person, authors=authors)


def test_a_text_nobody_edited_has_nothing_to_approve():
    with pytest.raises(Refusal, match="nothing to approve"):
        separation.approver(approver=1, authors=[])


@given(PEOPLE, PEOPLE)
def test_the_second_person_is_another(first, second):
    if first == second:
        with pytest.raises(Refusal, match="your own proposal"):
            separation.second_person(proposer=first, second=second)
    else:
        separation.second_person(proposer=first, second=second)


def test_false_is_not_confirmed_from_inside_the_accused_department():
    with pytest.raises(Refusal, match="your own department"):
        separation.second_person(proposer=1, second=2, verdict=Verdict.FALSE, accused=7, second_department=7)


@pytest.mark.parametrize(
    ("verdict", "accused", "department"),
    [(Verdict.FALSE, 7, 8), (Verdict.FALSE, 7, None), (Verdict.FALSE, None, None), (Verdict.FALSE, None, 7), (Verdict.TRUE, 7, 7)],
)
def test_other_verdicts_and_other_departments_are_free(verdict, accused, department):
    separation.second_person(proposer=1, second=2, verdict=verdict, accused=accused, second_department=department)


def test_an_author_did_not_verify_what_the_text_cites():
    separation.verifier_not_author(verifier=3, authors=[1, 2])
    with pytest.raises(Refusal, match="verified a claim it cites"):
        separation.verifier_not_author(verifier=2, authors=[1, 2])


@pytest.mark.parametrize("department", [8, None])
def test_a_task_is_answered_by_its_own_department(department):
    separation.own_department(member_department=7, task_department=7)
    with pytest.raises(Refusal, match="another department"):
        separation.own_department(member_department=department, task_department=7)


def test_a_department_disputes_once():
    separation.dispute_once(department=7, disputed_by=[8])
    with pytest.raises(Refusal, match="already disputed"):
        separation.dispute_once(department=7, disputed_by=[8, 7])
