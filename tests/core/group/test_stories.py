import math

from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.stories import HOUR, StoryConfig, StoryIndex
from huiying.core.group.tokens import is_bigram

CONFIG = StoryConfig()


class Brute:
    """The same rule without index, pruning or clever order: every story is compared with every item."""

    def __init__(self):
        self.stories = {}

    def place(self, counts, key, clock):
        c = CONFIG
        half = c.half_life_hours * HOUR
        life = half * math.log2(1 / (c.threshold * (c.short_terms / 40) ** c.length_exponent))
        self.stories = {k: s for k, s in self.stories.items() if clock - s["last"] <= life}
        held = {t: sum(t in s["sum"] for s in self.stories.values()) for t in counts}
        rare = {t: math.log((len(self.stories) + c.prior) / (held[t] + 1)) ** c.rarity_exponent for t in counts}
        top = sorted(((1 + math.log(n)) * rare[t], t) for t, n in counts.items())
        top = {t: w for w, t in sorted(top, key=lambda p: (-p[0], p[1]))[:40]}
        norm = math.sqrt(math.fsum(w * w for w in top.values()))
        unit = {t: w / norm for t, w in top.items()}
        scores = {}
        for k, s in self.stories.items():
            length = math.sqrt(math.fsum(w * w for w in s["sum"].values()))
            if length:
                scores[k] = sum(w * s["sum"].get(t, 0.0) for t, w in unit.items()) / length * 0.5 ** ((clock - s["last"]) / half)
        ranked = sorted(scores.items(), key=lambda p: (-p[1], p[0]))
        least = c.threshold * min(1.0, c.short_terms / max(1, len(unit))) ** c.length_exponent
        best = ranked[0] if ranked else (None, 0.0)
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        needed = least + c.contest * max(0.0, second - c.floor) if best[1] >= least else least
        if best[0] is not None:
            shared = [t for t in unit if t in self.stories[best[0]]["sum"]]
            if best[1] >= least and len(shared) == 1 and is_bigram(shared[0]):
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


words = st.sampled_from(["水厂", "停水", "爆炸", "学校", "bus", "fire", "flood", "road", "school", "river", "mayor", "tax", "3", "a1"])
bags = st.dictionaries(words, st.integers(1, 3), max_size=7)
streams = st.lists(st.tuples(bags, st.floats(0, 60 * HOUR)), max_size=40)


@settings(max_examples=150, deadline=None)
@given(streams)
def test_pruned_index_equals_brute_force(stream):
    index, brute, clock = StoryIndex(CONFIG), Brute(), 0.0
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
    life = CONFIG.half_life_hours * HOUR * math.log2(1 / (CONFIG.threshold * (CONFIG.short_terms / 40) ** CONFIG.length_exponent))
    assert index.expire(life - 1) == []
    assert index.expire(life + 1) == [0]
    assert index.dump() == StoryIndex(CONFIG).dump()


def test_likeness_halves_with_the_half_life():
    scores = []
    for idle in (0.0, CONFIG.half_life_hours * HOUR):
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


def test_one_shared_bigram_needs_twice_the_likeness_and_a_word_does_not():
    for term, joined in (("相信", False), ("taper", True)):
        index = StoryIndex(CONFIG)
        step(index, {term: 1, "one": 1, "two": 1, "three": 1}, 0, 0.0)
        placed = step(index, {term: 1, "four": 1, "five": 1, "six": 1}, 1, 0.0)[1]
        assert placed.joined is joined
        assert CONFIG.threshold <= placed.score < 2 * CONFIG.threshold


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
