"""About how many distinct voices: how near, how coarse, and how little it keeps."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.collect.voice import Door
from huiying.core.detect.crowd import Voices, rounded

keys = st.binary(min_size=16, max_size=32)


def counted(key: bytes, count: int, story: str = "s", source: str = "forum") -> int | None:
    door, voices = Door(key), Voices(key)
    for number in range(count):
        voice = door.voice(source, f"name {number}")
        assert voice is not None
        voices.hear(story, voice)
    return voices.about(story)


@given(keys, st.integers(5, 3000))
@settings(max_examples=60, deadline=None)
def test_it_is_near_the_truth(key: bytes, count: int) -> None:
    about = counted(key, count)
    assert about is not None
    # four standard errors of the sketch, and half a step of the rounding; of five voices two may fall together
    assert (about == 0 and count < 7) or abs(math.log(about / count)) < 4 * 0.065 + math.log(1.5) / 2 + 0.05


def test_it_is_right_on_the_average() -> None:
    ratios = [(counted(bytes([n]) * 16, 100) or 0) / 100 for n in range(40)]
    assert 0.9 < sum(ratios) / len(ratios) < 1.1


@given(keys, st.integers(1, 4), st.integers(1, 5))
@settings(deadline=None)
def test_fewer_than_five_are_never_told(key: bytes, count: int, times: int) -> None:
    door, voices = Door(key), Voices(key)
    for number in list(range(count)) * times:
        voice = door.voice("forum", f"name {number}")
        assert voice is not None
        voices.hear("s", voice)
    assert voices.about("s") == 0


@given(st.floats(5, 1e7))
def test_a_number_is_always_a_round_one(estimate: float) -> None:
    about = rounded(estimate)
    assert about >= 5
    assert len(str(about).rstrip("0")) <= 2
    assert abs(math.log(about / estimate)) < 0.41
    assert rounded(about) == about


def test_who_speaks_again_is_one_voice_however_the_name_is_written() -> None:
    door = Door(b"k" * 16)
    assert door.voice("forum", "Ａlice  Ｂ") == door.voice("forum", " alice b ")
    assert door.voice("forum", "alice b") != door.voice("paper", "alice b")
    assert door.voice("forum", " \t") is None


def test_nothing_links_a_voice_across_stories_or_secrets() -> None:
    door = Door(b"k" * 16)
    voice = door.voice("forum", "alice")
    assert voice is not None
    voices = Voices(b"k" * 16)
    voices.hear("one", voice)
    voices.hear("two", voice)
    one, two = (voices._sketches[story]._ranks for story in ("one", "two"))
    assert one != two
    assert Door(b"other key 16 byte").voice("forum", "alice") != voice


def test_a_sketch_holds_less_than_a_name() -> None:
    voices, door = Voices(b"k" * 16), Door(b"k" * 16)
    for number in range(5000):
        voice = door.voice("forum", f"name {number}")
        assert voice is not None
        voices.hear("s", voice)
    ranks = voices._sketches["s"]._ranks
    assert len(ranks) <= 256
    assert all(0 <= register < 256 and 0 < rank <= 57 for register, rank in ranks.items())


def test_stories_that_were_not_heard_for_long_are_forgotten() -> None:
    voices = Voices(b"k" * 16, most=2)
    for story in ("a", "b", "a", "c"):
        voices.hear(story, 7)
    assert (voices.about("a"), voices.about("b"), voices.about("c")) == (0, None, 0)
