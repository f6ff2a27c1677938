import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.stories import HOUR, StoryConfig, StoryIndex
from huiying.core.group.tokens import is_bigram, is_character, mostly_unspaced, unspaced

CONFIG = StoryConfig()
# So small that a few stories are a crowd, and a character soon is in too many.
CROWDED = StoryConfig(few_stories=2, character_stories=1, character_part=0.5, live_days=4.0)


class Brute:
    """The same rule without index, pruning or clever order: every story is compared with every item."""

    def __init__(self, config):
        self.config = config
        self.stories = {}

    def place(self, counts, key, clock):
        c = self.config
        self.stories = {k: s for k, s in self.stories.items() if clock - s["last"] <= c.live_days * 24 * HOUR}
        held = {t: sum(t in s["sum"] for s in self.stories.values()) for t in counts}
        most = min(c.character_stories, c.character_part * (len(self.stories) + c.prior))
        kept = 80 if mostly_unspaced(counts) else 40
        counts = {t: n for t, n in counts.items() if not is_character(t) or held[t] <= most}
        rare = {t: math.log((len(self.stories) + c.prior) / (held[t] + 1)) ** c.rarity_exponent for t in counts}
        top = sorted(((1 + math.log(n)) * rare[t], t) for t, n in counts.items())
        top = {t: w for w, t in sorted(top, key=lambda p: (-p[0], p[1]))[:kept]}
        norm = math.sqrt(math.fsum(w * w for w in top.values()))
        unit = {t: w / norm for t, w in top.items()}
        scores = {}
        for k, s in self.stories.items():
            length = math.sqrt(math.fsum(w * w for w in s["sum"].values()))
            if length:
                scores[k] = (
                    sum(w * s["sum"].get(t, 0.0) for t, w in unit.items())
                    / length
                    / math.sqrt(1 + (clock - s["last"]) / (c.fading_hours * HOUR))
                )
        ranked = sorted(scores.items(), key=lambda p: (-p[1], p[0]))
        least = c.threshold * min(1.0, c.short_terms / max(1, len(unit))) ** c.length_exponent
        if mostly_unspaced(unit):
            least = c.unspaced + c.crowd * max(0.0, math.log(max(1, len(self.stories)) / c.few_stories))
        best = ranked[0] if ranked else (None, 0.0)
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        needed = least + c.contest * max(0.0, second - c.floor) if best[1] >= least else least
        if best[0] is not None:
            shared = [t for t in unit if t in self.stories[best[0]]["sum"]]
            if best[1] >= least and all(unspaced(t[0]) for t in shared) and sum(map(is_bigram, shared)) <= 1:
                needed *= c.lone_bigram
        if best[0] is not None and best[1] >= needed:
            story = self.stories[best[0]]
            for t, w in unit.items():
                story["sum"][t] = story["sum"].get(t, 0.0) + w
            story["last"] = clock
            return best[0], True, best[1], needed, second if second >= c.floor else 0.0
        self.stories[key] = {"sum": dict(unit), "last": clock}
        return key, False, best[1] if best[1] >= least else 0.0, needed, best[1] if best[1] >= least else 0.0


def step(index, counts, key, clock):
    gone = index.expire(clock)
    return gone, index.place(index.vector(counts), key, clock)


words = st.sampled_from(
    ["水厂", "停水", "爆炸", "学校", "水", "停", "校", "bus", "fire", "flood", "road", "school", "river", "mayor", "tax", "3", "a1"]
)
bags = st.dictionaries(words, st.integers(1, 3), max_size=7)
streams = st.lists(st.tuples(bags, st.floats(0, 60 * HOUR)), max_size=40)


@pytest.mark.parametrize("config", [CONFIG, CROWDED])
@settings(max_examples=150, deadline=None)
@given(stream=streams)
def test_pruned_index_equals_brute_force(config, stream):
    index, brute, clock = StoryIndex(config), Brute(config), 0.0
    for key, (counts, wait) in enumerate(stream):
        clock += wait
        _, placed = step(index, counts, key, clock)
        story, joined, score, needed, second = brute.place(counts, key, clock)
        assert (placed.key, placed.joined) == (story, joined)
        assert math.isclose(placed.score, score, abs_tol=1e-9)
        assert math.isclose(placed.threshold, needed, abs_tol=1e-9)
        assert math.isclose(placed.second_score, second, abs_tol=1e-9)
        assert set(index._stories) == set(brute.stories)
        if placed.shared:
            assert math.isclose(sum(placed.shared.values()), placed.score, abs_tol=1e-9)


@settings(max_examples=60, deadline=None)
@given(streams)
def test_a_restart_before_every_item_changes_no_bit(stream):
    index, other, clock = StoryIndex(CONFIG), StoryIndex(CONFIG), 0.0
    for key, (counts, wait) in enumerate(stream):
        clock += wait
        restored = StoryIndex(CONFIG)
        restored.load(other.dump())
        other = restored
        assert step(index, counts, key, clock) == step(other, counts, key, clock)
    assert index.dump() == other.dump()


def test_a_runner_up_that_shares_only_the_commonest_word_still_counts():
    index = StoryIndex(CONFIG)
    index.open(0, index.vector({"alpha": 1, "beta": 1, "gamma": 1}), 0.0)
    for key in range(1, 31):
        index.open(key, index.vector({"county" if key % 2 else f"other{key}": 1}), 0.0)
    placed = step(index, {"alpha": 1, "beta": 1, "gamma": 1, "county": 1}, 31, 0.0)[1]
    heavy, light = (math.log((31 + CONFIG.prior) / (held + 1)) ** CONFIG.rarity_exponent for held in (1, 15))
    assert (placed.key, placed.joined, placed.second) == (0, True, 1)
    assert math.isclose(placed.second_score, light / math.sqrt(3 * heavy**2 + light**2))
    assert CONFIG.floor < placed.second_score < CONFIG.threshold
    assert math.isclose(placed.threshold, CONFIG.threshold + CONFIG.contest * (placed.second_score - CONFIG.floor))


def test_of_two_equal_stories_the_first_one_wins():
    index = StoryIndex(CONFIG)
    vector = index.vector({"flood": 1, "river": 1})
    for key in (7, 4):
        index.open(key, vector, 0.0)
    placed = step(index, {"flood": 1, "river": 1}, 8, 0.0)[1]
    assert (placed.key, placed.second) == (4, 7)


def test_a_story_is_forgotten_when_nothing_could_join_it_any_more():
    index = StoryIndex(CONFIG)
    step(index, {"flood": 1, "river": 1}, 0, 0.0)
    life = CONFIG.live_days * 24 * HOUR
    assert index.expire(life - 1) == []
    assert index.expire(life + 1) == [0]
    assert index.dump() == StoryIndex(CONFIG).dump()


def test_likeness_fades_with_the_root_of_the_silence():
    scores = []
    for idle in (0.0, 3 * CONFIG.fading_hours * HOUR):
        index = StoryIndex(CONFIG)
        step(index, {"flood": 1, "river": 1}, 0, 0.0)
        scores.append(step(index, {"flood": 1, "river": 1}, 1, idle)[1].score)
    assert math.isclose(scores[0], 1.0)
    assert math.isclose(scores[1], 0.5)


def test_touch_keeps_a_story_live():
    index = StoryIndex(CONFIG)
    step(index, {"flood": 1}, 0, 0.0)
    step(index, {"tax": 1}, 1, 0.0)
    index.touch(0, 100 * HOUR)
    assert index.expire(200 * HOUR) == [1]


def test_one_shared_bigram_needs_more_likeness_and_a_word_does_not():
    for term, joined in (("相信", False), ("taper", True)):
        index = StoryIndex(CONFIG)
        step(index, {term: 1, **dict.fromkeys("abc", 1)}, 0, 0.0)
        placed = step(index, {term: 1, **dict.fromkeys("xyz", 1)}, 1, 0.0)[1]
        assert placed.joined is joined
        assert CONFIG.threshold <= placed.score < CONFIG.lone_bigram * CONFIG.threshold


def test_texts_without_spaces_need_less_likeness_until_the_stories_are_many():
    for stories, joined in ((1, True), (4000, False)):
        index = StoryIndex(CONFIG)
        step(index, dict.fromkeys(("停水", "水厂", "王婶", "李叔", "东街", "西巷", "南门", "北桥"), 1), 0, 0.0)
        for key in range(1, stories):
            index.open(key, index.vector({f"word{key}": 1}), 0.0)
        clock = 2 * CONFIG.fading_hours * HOUR
        counts = dict.fromkeys(("停水", "水厂", "老张", "小赵", "山前", "湖后", "井边", "田头", "码头", "路口", "村口", "桥下"), 1)
        placed = step(index, counts, stories, clock)[1]
        assert placed.joined is joined
        least = CONFIG.unspaced + CONFIG.crowd * max(0.0, math.log(stories / CONFIG.few_stories))
        assert math.isclose(placed.threshold, least)


def test_a_contested_item_needs_more():
    index = StoryIndex(CONFIG)
    step(index, {"fire": 1, "school": 1, "north": 1}, 0, 0.0)
    step(index, {"flood": 1, "bridge": 1, "south": 1}, 1, 0.0)
    placed = step(index, {"fire": 1, "bridge": 1, "south": 1}, 2, 0.0)[1]
    assert placed.key == 1
    assert placed.second == 0
    assert math.isclose(placed.threshold, CONFIG.threshold + CONFIG.contest * (placed.second_score - CONFIG.floor))


def test_an_item_without_terms_is_a_story_of_its_own():
    index = StoryIndex(CONFIG)
    assert [step(index, {}, key, 0.0)[1].joined for key in range(3)] == [False] * 3
