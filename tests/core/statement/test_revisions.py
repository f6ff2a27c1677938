"""What changed, and what a change means."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
from huiying.core.statement.revisions import Segment, approval_holds, diff, diff_contents, needs_correction, next_revision
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

FACT, DOING = SentenceKind.FACT, SentenceKind.DOING
WORDS = st.lists(
    st.sampled_from(["水", "质", "合格", " ", "\n", "safe", "water", "。", ".", "12", "é", "ｱ", "\U00020000"]), max_size=12
).map("".join)
TEXTS = st.text(max_size=15) | WORDS
SENTENCES = st.lists(
    st.builds(Sentence, kind=st.sampled_from([FACT, DOING]), text=WORDS, claims=st.sampled_from([(), (1,), (2,)])), max_size=5
)
OLD = Content(
    stage=Stage.S1,
    lang="en",
    title="Water",
    sentences=(
        Sentence(FACT, "Two streets are dry.", (1,)),
        Sentence(FACT, "The school is open.", (2,)),
        Sentence(DOING, "We are checking."),
    ),
)


def _side(segments, op):
    return "".join(segment.text for segment in segments if segment.op in ("same", op))


@given(TEXTS, TEXTS)
def test_a_diff_gives_back_both_sides(old, new):
    segments = diff(old, new)
    assert _side(segments, "removed") == old
    assert _side(segments, "added") == new
    assert all(segment.text for segment in segments)


@given(TEXTS)
def test_nothing_changed_is_nothing_shown(text):
    assert all(segment.op == "same" for segment in diff(text, text))


def test_chinese_is_compared_by_character_and_english_by_word():
    assert diff("水质合格", "水质不合格") == (Segment("same", "水质"), Segment("added", "不"), Segment("same", "合格"))
    assert diff("two people", "ten people") == (Segment("removed", "two"), Segment("added", "ten"), Segment("same", " people"))
    assert diff("共12人", "共13人") == (Segment("same", "共"), Segment("removed", "12"), Segment("added", "13"), Segment("same", "人"))


@given(SENTENCES, SENTENCES)
def test_a_diff_of_contents_gives_back_both_lists(old, new):
    before, after = (msgspec.structs.replace(OLD, sentences=tuple(one)) for one in (old, new))
    rows = diff_contents(before, after).sentences
    assert [row.old for row in rows if row.old is not None] == list(range(len(old)))
    assert [row.new for row in rows if row.new is not None] == list(range(len(new)))
    for row in rows:
        assert _side(row.segments, "removed") == ("" if row.old is None else old[row.old].text)
        assert _side(row.segments, "added") == ("" if row.new is None else new[row.new].text)
        same = row.old is not None and row.new is not None and old[row.old] == new[row.new]
        assert same or row.changed


def test_a_sentence_that_rests_on_another_claim_has_changed():
    new = msgspec.structs.replace(OLD, sentences=(Sentence(FACT, "Two streets are dry.", (3,)), *OLD.sentences[1:]))
    rows = diff_contents(OLD, new).sentences
    assert [row.changed for row in rows] == [True, False, False]
    assert rows[0].segments == (Segment("same", "Two streets are dry."),)


def test_a_change_outside_the_sentences_is_shown():
    new = msgspec.structs.replace(OLD, title="Water supply", stage=Stage.S2, next_update_at="2026-06-01T10:00:00+00:00")
    changes = diff_contents(OLD, new)
    assert changes.title == (Segment("same", "Water"), Segment("added", " supply"))
    assert changes.stage == (Segment("removed", "S1"), Segment("added", "S2"))
    assert _side(changes.next_update_at, "added") == new.next_update_at
    assert not any(row.changed for row in changes.sentences)


def test_an_approval_holds_for_one_exact_text():
    approval = content_hash(OLD)
    assert approval_holds(approval, OLD)
    assert not approval_holds(approval, msgspec.structs.replace(OLD, title="Water "))
    assert not approval_holds("", OLD)


@given(st.integers(0, 20))
def test_revisions_are_counted_without_a_gap(count):
    assert next_revision(range(1, count + 1)) == count + 1


@pytest.mark.parametrize("published", [[2], [1, 3], [1, 1], [2, 1], [0, 1]])
def test_a_history_with_a_gap_is_refused(published):
    with pytest.raises(Refusal, match="not numbered"):
        next_revision(published)


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ({1: "true", 2: "true"}, ()),
        ({1: "false", 2: "true"}, (0,)),
        ({1: "true", 2: "partly_true"}, (1,)),
        ({1: "unverifiable", 2: "false"}, (0, 1)),
        ({1: "checking", 2: "proposed"}, ()),  # checked again, but nothing new found yet
        ({3: "false"}, ()),  # nobody cited it
    ],
)
def test_a_changed_verdict_calls_for_a_correction(current, expected):
    assert needs_correction(OLD, {1: "true", 2: "true"}, current) == expected


@pytest.mark.parametrize(
    ("old", "new", "token"), [("0.6毫克", "0.5毫克", "0.6"), ("18:00前", "18:30前", "18:00"), ("共1,200户", "共1,300户", "1,200")]
)
def test_a_number_changes_as_a_whole(old, new, token):
    assert [segment.text for segment in diff(old, new) if segment.op == "removed"] == [token]
