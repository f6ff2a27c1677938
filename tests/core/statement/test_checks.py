"""The gates, each with sentences that pass and sentences that do not, in Chinese and English."""

import msgspec
import pytest

from huiying.core.case.workflow import MACHINES
from huiying.core.statement.checks import Finding, blocking, check, check_overruled
from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import STAGES, Stage
from huiying.core.types import Refusal

NEXT = "2026-06-01T10:30:00+00:00"
STATES = {1: "true", 2: "partly_true", 3: "false", 4: "unverifiable", 5: "checking", 6: "proposed", 7: "unassessed"}
FACT, DOING, ADVICE, REGRET = SentenceKind.FACT, SentenceKind.DOING, SentenceKind.ADVICE, SentenceKind.REGRET


def _content(*sentences: Sentence, stage: Stage = Stage.S1, title: str = "情况说明", next_update_at: str | None = NEXT) -> Content:
    return Content(stage=stage, lang="zh", title=title, sentences=sentences, next_update_at=next_update_at)


def _found(*sentences: Sentence, **frame) -> list[str]:
    return [str(finding) for finding in check(_content(*sentences, **frame), STATES)]


def _one(part: str, *sentences: Sentence, **frame) -> Finding:
    found = check(_content(*sentences, **frame), STATES)
    assert [part in str(finding) for finding in found] == [True], [str(finding) for finding in found]
    return found[0]


@pytest.mark.parametrize(
    "sentence",
    [
        Sentence(FACT, "第二水厂出厂水水质合格。", (1,)),
        Sentence(FACT, "Three pupils were taken to hospital.", (1,)),
        Sentence(FACT, "部分楼栋水压偏低。", (2,)),
        Sentence(FACT, "网传学校停课的消息不属实。", (3,)),
        Sentence(FACT, "学校并未停课。", (3,)),
        Sentence(FACT, "The report that the school is closed is not true.", (3,)),
        Sentence(FACT, "The school did not close.", (3,)),
        Sentence(FACT, "照片摄于去年，网传说法不实。", (1, 3)),
        Sentence(DOING, "我们正在核实。"),
        Sentence(ADVICE, "请沿线居民绕行。"),
        Sentence(REGRET, "给您造成的不便，我们深表歉意。"),
    ],
)
def test_sentences_that_pass(sentence):
    assert _found(sentence) == []


def test_a_fact_cites_a_claim():
    assert _one("must cite a verified claim", Sentence(FACT, "水质合格。")).sentence == 0


@pytest.mark.parametrize(
    ("claim", "part"), [(4, "could not be verified"), (5, "(checking)"), (6, "(proposed)"), (7, "(unassessed)"), (9, "not exist")]
)
def test_a_fact_rests_on_settled_verdicts_only(claim, part):
    assert _one(part, Sentence(FACT, "水质合格。", (claim,))).blocking
    # One claim that is settled does not carry another that is not.
    assert _one(part, Sentence(FACT, "The water is safe.", (1, claim))).blocking


def test_every_state_of_a_claim_is_decided():
    for state in MACHINES["claim"].states:
        found = check(_content(Sentence(FACT, "水质合格。", (1,))), {1: state})
        assert bool(blocking(found)) == (state not in {"true", "partly_true"})


@pytest.mark.parametrize("text", ["学校已经停课。", "The school is closed.", "不久前学校停课。"])
def test_what_was_found_false_is_not_said_as_if_it_were_so(text):
    _one("does not deny it", Sentence(FACT, text, (3,)))


@pytest.mark.parametrize("text", ["网传停课消息不属实。", "The report of a closure is untrue."])
def test_a_denial_needs_something_found_false(text):
    _one("no claim that was found false", Sentence(FACT, text, (1,)))


@pytest.mark.parametrize("text", ["水质合格。", "已有12人就诊。", "12 people were injured.", "The leak has been confirmed."])
@pytest.mark.parametrize("kind", [kind for kind in SentenceKind if kind != FACT])
def test_a_hidden_fact_is_found_in_every_other_kind(kind, text):
    assert "reads like a fact" in str(_one("reads like a fact", Sentence(kind, text, (1,))))


@pytest.mark.parametrize("text", ["请撤离到500米以外。", "Stay 500 metres away."])
def test_an_amount_is_advice_in_advice_and_a_fact_elsewhere(text):
    assert _found(Sentence(ADVICE, text)) == []
    _one("reads like a fact", Sentence(DOING, text))


@pytest.mark.parametrize("text", ["初步判断系管道老化导致。", "The outage was caused by a burst pipe.", "由于管道老化，水压偏低。"])
def test_a_holding_statement_names_no_cause(text):
    assert _one("names no cause", Sentence(DOING, text), stage=Stage.S0).blocking


@pytest.mark.parametrize("text", ["责任在施工方。", "有关人员存在失职。", "The contractor is to blame.", "The driver was at fault."])
def test_a_holding_statement_blames_nobody(text):
    assert _one("blames nobody", Sentence(DOING, text), stage=Stage.S0).blocking


@pytest.mark.parametrize("text", ["有三人受伤。", "暂无人员伤亡。", "Two people were injured.", "No one was hurt."])
def test_a_holding_statement_counts_no_victims_even_if_verified(text):
    assert _one("number of victims", Sentence(FACT, text, (1,)), stage=Stage.S0).blocking
    assert _found(Sentence(FACT, text, (1,)), stage=Stage.S1) == []


@pytest.mark.parametrize("text", ["网传消息不实。", "学校没有发生食物中毒。", "The story is false.", "This did not happen."])
def test_a_holding_statement_denies_nothing(text):
    assert _one("denies nothing", Sentence(FACT, text, (3,)), stage=Stage.S0).blocking


@pytest.mark.parametrize("title", ["关于网传不实消息的说明", "Water outage caused by works"])
def test_the_title_of_a_holding_statement_is_held_to_the_same(title):
    found = check(_content(Sentence(DOING, "正在核实。"), stage=Stage.S0, title=title), STATES)
    assert any("A holding statement" in str(finding) and finding.sentence is None for finding in found)


@pytest.mark.parametrize("stage", [Stage.S1, Stage.S2, Stage.S3, Stage.C])
@pytest.mark.parametrize("text", ["因施工导致停水。", "The outage is due to works."])
def test_a_cause_before_its_stage_is_flagged_and_can_be_overruled(stage, text):
    finding = _one("names a cause", Sentence(FACT, text, (1,)), stage=stage)
    assert not finding.blocking
    assert finding.sentence == 0


@pytest.mark.parametrize("stage", [Stage.S4, Stage.S5, Stage.S6])
def test_from_the_investigation_on_a_cause_may_be_named(stage):
    assert _found(Sentence(FACT, "因施工导致停水。", (1,)), stage=stage) == []
    assert _found(Sentence(FACT, "The outage was caused by works.", (2,)), stage=stage) == []


@pytest.mark.parametrize("text", ["网传停课系谣言，并不属实。", "The rumour that the school is closed is not true."])
@pytest.mark.parametrize(("claims", "passes"), [((3,), True), ((1,), False), ((2,), False), ((3, 1), False), ((), False)])
def test_the_word_rumour_stands_only_beside_what_was_found_false(text, claims, passes):
    assert any("rumour" in found for found in _found(Sentence(FACT, text, claims))) is not passes


@pytest.mark.parametrize("text", ["请不信谣、不传谣。", "請不信謠、不傳謠。", "Please do not share rumors."])
def test_advice_is_no_place_to_call_something_a_rumour_either(text):
    _one("rumour", Sentence(ADVICE, text))
    assert _found(Sentence(ADVICE, text, (3,))) == []


def test_a_title_with_the_word_rumour_needs_a_text_about_what_was_found_false():
    fact = Sentence(FACT, "网传停课消息不属实。", (3,))
    assert _found(fact, title="关于停课谣言的说明") == []
    _one("rumour", fact, Sentence(FACT, "自来水有异味。", (1,)), title="关于停课谣言的说明")


def test_a_title_that_states_a_fact_needs_a_sentence_of_fact():
    assert _one("The title states", Sentence(DOING, "正在核实。"), title="第二水厂水质合格").sentence is None
    assert _found(Sentence(FACT, "水质合格。", (1,)), title="第二水厂水质合格") == []


@pytest.mark.parametrize("stage", Stage)
def test_who_must_promise_the_next_word(stage):
    found = _found(Sentence(DOING, "正在核实。"), stage=stage, next_update_at=None)
    assert any("next word" in one for one in found) is STAGES[stage].needs_next_update


@pytest.mark.parametrize("time", ["soon", "", "2026-06-01T10:30:00"])
def test_the_next_word_is_promised_for_a_time_with_a_zone(time):
    _one("is not a time with a zone", Sentence(DOING, "正在核实。"), stage=Stage.S3, next_update_at=time)


@pytest.mark.parametrize("text", ["", "  \n", "\u200b"])
def test_an_empty_sentence_is_refused(text):
    assert _one("is empty", Sentence(DOING, "正在核实。"), Sentence(DOING, text)).sentence == 1


@pytest.mark.parametrize(("text", "passes"), [("核" * 150, True), ("核" * 151, False), ("word " * 60, True), ("word " * 61, False)])
def test_a_sentence_can_be_understood_at_one_reading(text, passes):
    assert (_found(Sentence(DOING, text)) == []) is passes


def test_title_and_sentences_are_required():
    assert _found(title=" ") == ["A statement needs a title.", "A statement needs at least one sentence."]


def test_findings_come_in_the_order_of_the_text_and_the_same_twice():
    content = _content(Sentence(FACT, "水质合格。"), Sentence(DOING, ""), Sentence(FACT, "因施工导致停水。", (1,)))
    found = check(content, STATES)
    assert [finding.sentence for finding in found] == [0, 1, 2]
    assert [finding.sentence for finding in blocking(found)] == [0, 1]
    assert msgspec.json.encode(found) == msgspec.json.encode(check(content, STATES))


def test_flags_are_overruled_with_a_reason_and_blocks_never():
    flagged = check(_content(Sentence(FACT, "因施工导致停水。", (1,))), STATES)
    check_overruled(flagged, "the works were announced as the cause")
    check_overruled((), "")
    with pytest.raises(Refusal, match="give your reason"):
        check_overruled(flagged, " ")
    blocked = check(_content(Sentence(FACT, "水质合格。", (5,))), STATES)
    with pytest.raises(Refusal, match="Claim 5 has no confirmed verdict"):
        check_overruled((*flagged, *blocked), "I know better")
