"""The live stories against plain dictionaries, and what is left in the arrays after any stream."""

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.group.brute import HOUR, Brute
from tests.core.group.helpers import NO_SENSE, VOCABULARY, assert_consistent, held, live, made, weights_of

from huiying.core.group.arrays import MEMBERS, SENSE
from huiying.core.group.candidates import CANDIDATES, HEARD, NEAREST
from huiying.core.group.evidence import PARTS, weights
from huiying.core.group.joining import MOST_TERMS
from huiying.core.group.memory import DAY, Memory
from huiying.core.group.pieces import EVIDENCE
from huiying.core.group.reading import CONCEPTS, PLACES, WORDS
from huiying.core.group.settings import StoryConfig
from huiying.core.group.slabs import LARGEST
from huiying.core.types import Refusal

CONFIG = StoryConfig(live_days=1.0)
# So few terms are kept that which ones they are shows.
NARROW = StoryConfig(live_days=1.0, recent=2, kept=(3, 2, 2, 2, 1, 1, 2))

SENSES = [way / np.linalg.norm(way) for way in np.random.default_rng(5).normal(0.1, 1.0, (4, SENSE)).astype(np.float32)]

items = st.builds(
    made,
    st.dictionaries(st.sampled_from(VOCABULARY), st.integers(1, 3), max_size=10),
    kind=st.integers(0, 6),
    unspaced=st.sampled_from([0.0, 1.0]),
    outlet=st.integers(1, 3),
    letters=st.integers(0, 300),
    titled=st.sets(st.sampled_from(VOCABULARY[:7]), max_size=4),
    sense=st.sampled_from([NO_SENSE, *SENSES]),
)
acts = st.lists(
    st.tuples(st.sampled_from(["item"] * 6 + ["copy", "again"]), items, st.floats(0, 9), st.integers(0, 5), st.booleans()), max_size=30
)


def name_of(number):
    return f"源:{number}" + "x" * (number % 7)


@pytest.mark.parametrize("config", [CONFIG, NARROW])
@settings(max_examples=60, deadline=None)
@given(stream=acts)
def test_the_evidence_is_what_plain_dictionaries_give(config, stream):
    memory, brute, clock = Memory(config), Brute(config), 1.7e9
    entered = []
    for number, (act, item, wait, which, join) in enumerate(stream):
        clock += wait * HOUR
        story = memory.arrive(name_of(number), clock)
        assert story is None
        brute.forget(clock)
        assert set(live(memory.arrays)) == set(brute.stories)
        standing = [one for one in entered if memory.story_of(name_of(one)) is not None]
        if act != "item" and standing:
            original = standing[which % len(standing)]
            slot = memory.story_of(name_of(original))
            if act == "again":
                memory.touch(slot, clock)
                brute.heard(slot, clock)
            else:
                of = next(place for place in memory.members(slot) if memory.item(place) == name_of(original))
                assert memory.story(memory.attach(name_of(number), of, clock)) == slot
                brute.copy(slot, clock)
            continue
        weighed = memory.weigh(item, clock)
        chance = check(memory, brute, config, item, weighed, clock)
        joined = join and weighed.best >= 0
        slot = memory.story(memory.enter(name_of(number), item, weighed, joined, clock))
        if joined:
            assert slot == weighed.candidates["story"][weighed.best]
        brute.enter(item, slot, joined, chance, clock)
        entered.append(number)
        assert memory.story_of(name_of(number)) == slot
    assert_consistent(memory.arrays)
    for slot, story in brute.stories.items():
        wanted = {term: weight for (_, term), weight in story.terms().items()}
        assert weights_of(memory.arrays, slot) == pytest.approx(wanted, rel=1e-4)


def check(memory, brute, config, item, weighed, clock):
    """Compare; gives how like the second likest story is."""
    unit, _, _ = brute.unit(item)
    rows = list(zip(weighed.terms["group"].tolist(), item.hash[weighed.terms["row"]].tolist(), strict=True))
    assert dict(zip(rows, weighed.terms["weight"].tolist(), strict=True)) == pytest.approx(
        {term: weight for term, (weight, _) in unit.items()}
    )
    sharers, recent = brute.sharers(unit), brute.recent()
    found = weighed.candidates["story"].tolist()
    known = sharers | set(recent)
    assert len(sharers) > CANDIDATES or known <= set(found)
    assert len(found) == len(set(found))
    near, added = brute.near(item, set(found) & known), sorted(set(found) - known)
    assert set(added) <= near.keys()
    assert sorted(near[story] for story in added) == pytest.approx(sorted(near.values())[-NEAREST:], abs=1e-5)
    pieces, chance = brute.pieces(item, found, clock)
    assert weighed.chance == pytest.approx(chance, abs=1e-5)
    for place, story in enumerate(found):
        row = brute.pairing(story, item.unspaced)
        measured = dict(zip(EVIDENCE, weighed.candidates["pieces"][place].tolist(), strict=True))
        assert measured == pytest.approx(pieces[story], rel=1e-3, abs=1e-4)
        added = {name: value * weights()[row, at] for at, (name, value) in enumerate(measured.items())}
        assert weighed.candidates["total"][place] == pytest.approx(sum(added.values()))
        if place in (weighed.best, weighed.second):
            parts = weighed.parts[int(place != weighed.best)].tolist()
            assert dict(zip(PARTS, parts, strict=True)) == pytest.approx(
                {part: sum(added[name] for name in names) for part, names in PARTS.items()}, abs=1e-9
            )
    ranked = sorted(range(len(found)), key=lambda place: (-weighed.candidates["total"][place], found[place]))
    assert [weighed.best, weighed.second] == [*ranked, -1, -1][:2]
    if found:
        kept = weights_of(memory.arrays, found[weighed.best])
        assert weighed.terms["shared"].tolist() == pytest.approx([unit[term][0] * kept.get(term[1], 0.0) for term in rows], abs=1e-6)
    return weighed.chance


def enter(memory, name, item, clock=0.0, joined=False):
    weighed = memory.weigh(item, clock)
    return memory.story(memory.enter(name, item, weighed, joined, clock))


def plain(*words, **more):
    return made({(WORDS, word): 1 for word in words}, **more)


def test_of_two_equal_stories_the_lower_slot_is_best_and_the_other_second():
    memory = Memory(CONFIG)
    enter(memory, "gone", plain("gone"))
    assert enter(memory, "one", plain("flood", "river"), 20 * HOUR) == 1
    memory.arrive("", 26 * HOUR)
    assert enter(memory, "other", plain("flood", "river"), 20 * HOUR) == 0
    memory.touch(1, 26 * HOUR)
    memory.touch(0, 26 * HOUR)
    weighed = memory.weigh(plain("flood", "river"), 44 * HOUR)
    assert weighed.candidates["total"][0] == weighed.candidates["total"][1]
    assert weighed.candidates["story"].tolist() == [0, 1]
    assert (weighed.best, weighed.second) == (0, 1)


def test_more_stories_than_are_looked_at_leave_the_likest_the_lowest_and_the_recent():
    memory = Memory(StoryConfig(recent=3))
    for n in range(40):
        enter(memory, str(n), plain("flood", f"other{n}"))
    found = memory.weigh(plain("flood", "other30", "other20"), 60.0).candidates["story"].tolist()
    assert found == [20, 30, 0, 1, 2, 3, 4, 5, 6, 7, 39, 38, 37]


def test_the_two_nearest_in_sense_of_those_heard_of_last_are_looked_at_too():
    memory, (wanted, other, *_) = Memory(StoryConfig(recent=1)), SENSES
    mixed = (wanted + other) / np.linalg.norm(wanted + other)
    for n in range(HEARD + 8):
        sense = {1: wanted, 20: mixed, 30: wanted, 40: mixed * 0.9 + wanted * 0.1, 41: other}.get(n, -wanted)
        enter(memory, str(n), plain(f"own{n}", sense=sense, unspaced=1.0))
    newest = HEARD + 7

    def found(word, sense=wanted, unspaced=1.0):
        return memory.weigh(plain(word, sense=sense, unspaced=unspaced), 60.0).candidates["story"].tolist()

    assert found("flood") == [newest, 30, 40]
    assert found("own30") == [30, newest, 40, 20]
    assert found("flood", unspaced=0.0) == [newest, 30, 40], "in another script"
    assert found("flood", sense=NO_SENSE) == [newest], "where nothing is known of what it is about"


def test_among_spaced_scripts_only_words_find_stories():
    memory = Memory(StoryConfig(recent=1))
    for n in range(4):
        enter(memory, str(n), plain(f"own{n}", sense=SENSES[0]))
    assert memory.weigh(plain("flood", sense=SENSES[0]), 60.0).candidates["story"].tolist() == [3]


def test_a_story_is_forgotten_when_it_was_silent_for_longer_than_its_life():
    for late, story in ((0.0, 0), (1.0, None)):
        memory = Memory(CONFIG)
        enter(memory, "a", plain("flood", "river"))
        assert memory.arrive("a", DAY + late) == story
        assert memory.story_of("a") == story
        assert memory.items_seen() == 1
    assert live(memory.arrays) == []
    assert not memory.arrays.term["df"].any()


def test_a_slot_that_is_used_again_remembers_nothing():
    memory, fresh = Memory(CONFIG), Memory(CONFIG)
    for name in "abc":
        item = made({(WORDS, "flood"): 3, (PLACES, "river"): 1}, unspaced=1.0, outlet=9, sense=SENSES[0])
        enter(memory, name, item, 0.0, joined=name != "a")
    for one in (memory, fresh):
        one.arrive("", 2 * DAY)
        assert enter(one, "d", plain("tax", "road"), 2 * DAY) == 0
    item = plain("tax", "flood", outlet=9, sense=SENSES[0])
    one, other = memory.weigh(item, 2 * DAY), fresh.weigh(item, 2 * DAY)
    stream = [EVIDENCE.index(name) for name in ("rate", "joining", "chance")]
    assert np.array_equal(np.delete(one.candidates["pieces"], stream, 1), np.delete(other.candidates["pieces"], stream, 1))
    assert memory.items(0) == ["d"]
    assert (memory.story_of("a"), memory.name(0)) == (None, fresh.name(0))


def test_items_come_back_in_their_order_with_their_copies():
    memory = Memory(CONFIG)
    names = ["源:一", "b" * 300, "\ud800", "d"]
    for name in names[:3]:
        enter(memory, name, plain("flood"), 0.0, joined=name != names[0])
    memory.attach("d", memory.members(0)[1], 0.0)
    assert memory.items(0) == names
    assert [memory.story(slot) for slot in memory.members(0)] == [0] * 4
    assert memory.items_seen() == 4


def test_a_copy_keeps_a_story_live_but_adds_no_words():
    memory = Memory(CONFIG)
    enter(memory, "a", plain("flood", "river", sense=SENSES[0]))
    before, about = weights_of(memory.arrays, 0), memory.arrays.story_sense[0].tolist()
    memory.attach("b", memory.members(0)[0], 0.5 * DAY)
    assert weights_of(memory.arrays, 0) == before
    assert memory.arrays.story_sense[0].tolist() == about != NO_SENSE.tolist()
    assert memory.arrive("a", 1.4 * DAY) == 0


def test_a_story_too_rich_in_terms_loses_the_lightest():
    memory = Memory(CONFIG)
    core = {(CONCEPTS, "flood"): 2}
    for n in range(60):
        item = made(core | {(WORDS, f"word{n}-{k}"): 1 for k in range(46)} | {(WORDS, "dam"): 2})
        enter(memory, str(n), item, 0.0, joined=n > 0)
        assert len(held(memory.arrays, 0)) <= LARGEST
        if n > 40:
            assert_consistent(memory.arrays)
    assert len(held(memory.arrays, 0)) >= MOST_TERMS
    kept = weights_of(memory.arrays, 0)
    assert {int(made(core).hash[0]), int(plain("dam").hash[0])} <= kept.keys()


def test_a_term_in_too_many_stories_is_no_longer_looked_up_until_all_of_them_are_gone():
    memory = Memory(CONFIG)
    for n in range(LARGEST + 2):
        enter(memory, str(n), plain("rain", f"own{n}"))
    slot = held(memory.arrays, 0)[[*weights_of(memory.arrays, 0)].index(int(plain("rain").hash[0]))]
    assert (memory.arrays.term["class"][slot], memory.arrays.term["df"][slot]) == (-2, LARGEST + 2)
    found = memory.weigh(plain("rain"), 0.0).candidates["story"].tolist()
    assert found == [LARGEST + 1 - k for k in range(CONFIG.recent)]
    memory.touch(7, DAY)
    memory.arrive("", 1.5 * DAY)
    assert (memory.arrays.term["class"][slot], memory.arrays.term["df"][slot]) == (-2, 1)
    memory.arrive("", 2.5 * DAY)
    assert live(memory.arrays) == []
    rain = enter(memory, "new", plain("rain"), 2.5 * DAY)
    for n in range(CONFIG.recent):
        enter(memory, f"later{n}", plain(f"other{n}"), 2.5 * DAY)
    assert memory.weigh(plain("rain"), 2.5 * DAY).candidates["story"][0] == rain
    assert_consistent(memory.arrays)


def test_memory_is_used_again():
    memory, sizes, ends = Memory(StoryConfig(live_days=0.05)), [], []
    for n in range(6000):
        clock = n * 60.0
        memory.arrive("", clock)
        item = plain(*(f"word{n}-{k}" for k in range(n % 13)), f"common{n % 5}", f"rare{n % 70}")
        weighed = memory.weigh(item, clock)
        # a story that is joined for ever would rightly keep all its items
        joined = weighed.best >= 0 and clock - memory.arrays.story["first"][weighed.candidates["story"][weighed.best]] < 0.03 * DAY
        memory.enter(name_of(n), item, weighed, joined, clock)
        sizes.append(sum(array.nbytes for array in memory.arrays))
        ends.append((int(memory.arrays.entries_free[-1]), int(memory.arrays.postings_free[-1])))
    assert sizes[-1] == sizes[2000]
    assert ends[-1] <= tuple(1.3 * end for end in ends[2000])
    assert len(live(memory.arrays)) < 80
    assert memory.arrays.whole[MEMBERS] < 200
    assert_consistent(memory.arrays)


@settings(max_examples=30, deadline=None)
@given(acts, st.sets(st.integers(0, 29)))
def test_a_restart_changes_no_bit(stream, cuts):
    steady, restarted, clock = Memory(CONFIG), Memory(CONFIG), 0.0
    for number, (act, item, wait, _, join) in enumerate(stream):
        clock += wait * HOUR
        if number in cuts:
            restarted = Memory.load(restarted.dump(), CONFIG)
        seen = []
        for memory in (steady, restarted):
            memory.arrive("", clock)
            standing = live(memory.arrays)
            if act == "again" and standing:
                memory.touch(standing[0], clock)
            elif act == "copy" and standing:
                memory.attach(name_of(number), memory.members(standing[0])[0], clock)
            else:
                weighed = memory.weigh(item, clock)
                seen.append((weighed.candidates["total"].tolist(), weighed.best))
                memory.enter(name_of(number), item, weighed, join and weighed.best >= 0, clock)
        assert seen[:1] == seen[1:]
    assert steady.dump() == restarted.dump()


def test_a_restart_leaves_the_ids_of_forgotten_items_where_they_were():
    steady, restarted = Memory(CONFIG), Memory(CONFIG)
    for number in range(120):
        clock = number * HOUR
        if number == 60:
            restarted = Memory.load(restarted.dump(), CONFIG)
        for memory in (steady, restarted):
            memory.arrive("", clock)
            enter(memory, name_of(number) * 20, plain(f"own{number}"), clock)
        assert steady.dump() == restarted.dump()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[1:],
        lambda rows: [[*rows[0][:3], rows[0][3][:-1]], *rows[1:]],
        lambda rows: [[rows[0][0], "<f4", *rows[0][2:]], *rows[1:]],
        lambda rows: [[rows[0][0], "nonsense", *rows[0][2:]], *rows[1:]],
        lambda rows: {},
        lambda rows: [1],
    ],
)
def test_a_broken_snapshot_is_refused(spoil):
    memory = Memory(CONFIG)
    enter(memory, "a", plain("flood"))
    rows = msgspec.msgpack.decode(memory.dump())
    with pytest.raises(Refusal, match="cannot be read"):
        Memory.load(msgspec.msgpack.encode(spoil(rows)), CONFIG)
