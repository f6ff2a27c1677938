"""Content and its hash."""

import hashlib
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash, plain_text
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SENTENCES = st.builds(Sentence, kind=st.sampled_from(SentenceKind), text=TEXT, claims=st.lists(st.integers(1, 9), max_size=3).map(tuple))
CONTENTS = st.builds(
    Content,
    stage=st.sampled_from(Stage),
    lang=st.sampled_from(["zh", "en"]),
    title=TEXT,
    sentences=st.lists(SENTENCES, max_size=4).map(tuple),
    next_update_at=st.none() | TEXT,
)
CONTENT = Content(
    stage=Stage.S1,
    lang="zh",
    title="关于供水的情况说明",
    sentences=(Sentence(SentenceKind.FACT, "水质合格。", (5,)), Sentence(SentenceKind.DOING, "我们继续监测。")),
)


def test_the_hash_can_be_made_again_with_any_json_library():
    fields = {
        "lang": "zh",
        "next_update_at": None,
        "sentences": [
            {"claims": [5], "kind": "fact", "text": "水质合格。"},
            {"claims": [], "kind": "doing", "text": "我们继续监测。"},
        ],
        "stage": "S1",
        "title": "关于供水的情况说明",
    }
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert content_hash(CONTENT) == hashlib.sha256(text.encode()).hexdigest()


@given(CONTENTS, CONTENTS)
def test_the_hash_is_equal_only_for_equal_content(one, other):
    assert (content_hash(one) == content_hash(other)) == (one == other)


@given(CONTENTS)
def test_the_hash_survives_storage(content):
    stored = json.loads(json.dumps(msgspec.to_builtins(content)))
    assert content_hash(msgspec.convert(stored, Content)) == content_hash(content)


@pytest.mark.parametrize(
    "change",
    [
        {"stage": Stage.S2},
        {"lang": "en"},
        {"title": "关于供水的情况说明 "},
        {"next_update_at": "2026-06-01T10:00:00+00:00"},
        {"sentences": CONTENT.sentences[::-1]},
        {"sentences": (Sentence(SentenceKind.FACT, "水质合格。", (6,)), CONTENT.sentences[1])},
        {"sentences": (Sentence(SentenceKind.DOING, "水质合格。", (5,)), CONTENT.sentences[1])},
    ],
)
def test_every_field_counts(change):
    assert content_hash(msgspec.structs.replace(CONTENT, **change)) != content_hash(CONTENT)


@pytest.mark.parametrize(
    "sentence",
    [Sentence(SentenceKind.FACT, 3.5), Sentence(SentenceKind.FACT, "a", (1.5,)), Sentence("boast", "a"), Sentence("fact", "\ud800")],
)
def test_values_of_the_wrong_type_are_refused(sentence):
    with pytest.raises(Refusal, match="cannot be stored"):
        content_hash(msgspec.structs.replace(CONTENT, sentences=(sentence,)))


def test_plain_text_is_spaced_as_the_language_is():
    assert plain_text(CONTENT) == "关于供水的情况说明\n\n水质合格。我们继续监测。"
    english = Content(stage=Stage.S1, lang="en", title="Water", sentences=(Sentence("fact", "One."), Sentence("doing", "Two.")))
    assert plain_text(english) == "Water\n\nOne. Two."
