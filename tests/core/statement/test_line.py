"""The line to take, numbers that contradict each other, the way past privacy, and what a publisher may be asked."""

from __future__ import annotations

import pytest

from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
from huiying.core.statement.line import Figure, Line, Said, check_line, contradictions, departures, numbers
from huiying.core.statement.requests import check_request
from huiying.core.statement.route import submission, touches_people
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

LINE = Line(version=2, wording="以此为准", figures=(Figure("送医", "3", "人"), Figure("taken to hospital", "3", "people")))


def said(*texts: str, claims: tuple[int, ...] = ()) -> Content:
    return Content(stage=Stage.S1, lang="zh", title="通报", sentences=tuple(Sentence(SentenceKind.FACT, text, claims) for text in texts))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共有十二名学生送医", (("12", "人"),)),
        ("停水影响1,200户", (("1200", "户"),)),
        ("3 people were taken to hospital", (("3", "people"),)),
        ("两万元", (("20000", "元"),)),
        ("第三小学", ()),
    ],
)
def test_numbers_are_read_in_one_writing(text: str, found: tuple) -> None:
    assert numbers(text) == found


def test_a_sentence_keeps_to_the_line() -> None:
    texts = ["目前送医5人。", "目前送医3人。", "管网冲洗5次。", "5 people were taken to hospital."]
    assert [finding.sentence for finding in departures(texts, LINE)] == [0, 3]
    assert list(departures(texts, None)) == []


def test_two_numbers_for_one_fact_are_stopped_until_the_line_settles_them() -> None:
    other = [Said(label="教育局通报", content=said("目前共有学生送医5人。", claims=(7,)))]
    [found] = contradictions(said("目前共有学生送医3人。"), other, None)
    assert found.blocking and found.sentence == 0 and "教育局通报" in str(found)
    assert list(contradictions(said("中毒人数为3人。", claims=(7,)), other, None))
    assert not list(contradictions(said("目前共有学生送医5人。"), other, None))
    assert not list(contradictions(said("目前共有学生送医3人。"), other, LINE))
    assert not list(contradictions(said("现场有水车2辆。"), other, None))


def test_a_line_names_each_figure_once() -> None:
    check_line("以此为准", LINE.figures)
    for wording, figures in (("", ()), ("好", (Figure("", "3"),)), ("好", (Figure("送医", "3"), Figure("送医 ", "4")))):
        with pytest.raises(Refusal):
            check_line(wording, figures)


@pytest.mark.parametrize("text", ["一名12岁女童受伤。", "王某已送医。", "请联系13800138000。", "A boy aged 12 was hurt."])
def test_a_text_about_a_private_person_goes_past_privacy_once(text: str) -> None:
    content = said(text)
    hash = content_hash(content)
    assert touches_people(content)
    assert submission(content, cleared="", confirmed="", hash=hash, asks_department=False) == "submit_to_privacy"
    assert submission(content, cleared=hash, confirmed="", hash=hash, asks_department=False) == "submit"
    assert submission(content, cleared="", confirmed="", hash=hash, asks_department=True) == "submit_to_department"
    assert submission(said("管网正在冲洗。"), cleared="", confirmed="", hash="", asks_department=False) == "submit"


def test_a_publisher_is_asked_for_a_correction_with_evidence_and_never_for_a_removal() -> None:
    asked = {"publisher": "晚报", "url": "https://wanbao.example/1", "wrong": "水里有毒。", "right": "水质达标。"}
    check_request(**asked, verdicts=["false", "partly_true"])
    for change in (
        {"url": "ftp://x"},
        {"publisher": ""},
        {"right": ""},
        {"right": "请删除该文。"},
        {"right": "Please remove the article."},
    ):
        with pytest.raises(Refusal):
            check_request(**{**asked, **change}, verdicts=["false"])
    for verdicts in ([], ["true"], ["false", "checking"]):
        with pytest.raises(Refusal, match="rests on claims"):
            check_request(**asked, verdicts=verdicts)
