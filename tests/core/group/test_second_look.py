from datetime import timedelta

import pytest
from tests.core.group.helpers import START, demonstration, item

from huiying.core.group.features import features_of
from huiying.core.group.grouper import Grouper
from huiying.core.group.known_names import KnownNames
from huiying.core.group.memory import Memory
from huiying.core.group.second_look import LEAST_WEIGHT, look
from huiying.core.group.settings import STRATEGY, StoryConfig
from huiying.core.types import Kind, ProposalKind

CLOCK = START.timestamp()
# One happening in words that have little in common, as a town's posts, a bureau's notice and a foreigner's report have them.
POSTS = ["青石镇停电，全镇2300户一片漆黑", "青石镇停电了，全镇黑灯瞎火，2300户等来电", "停电两小时，青石镇2300户还在等"]
REPORTS = ["Power outage in Qingshi Town hits 2300 households", "Qingshi Town: power outage, 2300 households in the dark"]
OTHERS = ["白杨镇小学食堂饭菜变质，孩子拉肚子", "白杨镇小学食堂的菜变质了，家长都在问"]


class Desk:
    """A memory into which a test puts items where it wants them."""

    def __init__(self):
        self.memory = Memory(StoryConfig())
        self.names = KnownNames()
        self.hours = 0.0
        for number, row in enumerate(demonstration()[:200]):
            self._enter(item(f"before{number}", row.title, row.text, kind=row.kind, source=row.source), [], True)
        self.seen = self.memory.items_seen()

    def story(self, name, texts, **more):
        """A story of these texts, whatever the evidence says; its slot."""
        slots = []
        for number, text in enumerate(texts):
            self._enter(item(f"{name}{number}", text=text, hours=self.hours, source=f"源{number}", **more), slots, False)
            self.hours += 0.1
        return slots[0]

    def _enter(self, row, slots, alone):
        features = features_of(row, self.names)
        clock = row.first_seen.timestamp()
        weighed = self.memory.weigh(features, clock)
        if slots:
            found = weighed.candidates["story"].tolist()
            assert slots[0] in found
            weighed = weighed._replace(best=found.index(slots[0]))
        slots.append(self.memory.story(self.memory.enter(row.id, features, weighed, bool(slots) and not alone, clock)))

    def look(self, since=None):
        return list(look(self.memory, self.seen if since is None else since, CLOCK + self.hours * 3600))


@pytest.fixture
def desk():
    return Desk()


def test_two_stories_of_one_happening_are_proposed_to_be_one(desk):
    one, other = desk.story("zh", POSTS), desk.story("en", REPORTS, kind=Kind.NEWS)
    desk.story("food", OTHERS)
    (proposal,) = desk.look()
    assert proposal.kind == ProposalKind.MERGE
    assert (proposal.story, proposal.other) == (desk.memory.name(one), desk.memory.name(other))
    assert proposal.items == ("en0", "en1")
    assert proposal.score > proposal.threshold
    assert proposal.strategy == STRATEGY
    assert {"place_agrees", "concept_agrees"} <= {reason.name for reason in proposal.reasons}


def test_the_earlier_story_keeps_its_key_also_where_the_later_one_was_heard_of_first(desk):
    one, other = desk.story("zh", POSTS), desk.story("en", REPORTS, kind=Kind.NEWS)
    desk.memory.touch(one, CLOCK + desk.hours * 3600)
    (proposal,) = desk.look()
    assert (proposal.story, proposal.other) == (desk.memory.name(one), desk.memory.name(other))


def test_the_reasons_are_the_parts_of_the_score_the_heaviest_first(desk):
    desk.story("zh", POSTS)
    desk.story("en", REPORTS, kind=Kind.NEWS)
    (proposal,) = desk.look()
    weights = [abs(reason.weight) for reason in proposal.reasons]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= LEAST_WEIGHT
    assert sum(reason.weight for reason in proposal.reasons) == pytest.approx(proposal.score, abs=0.3)


def test_stories_have_no_outlet_in_common_for_having_none(desk):
    desk.story("zh", POSTS)
    desk.story("en", REPORTS, kind=Kind.NEWS)
    (proposal,) = desk.look()
    assert "same_outlet" not in {reason.name for reason in proposal.reasons}


def test_nothing_is_proposed_for_what_has_nothing_in_common(desk):
    desk.story("zh", POSTS)
    desk.story("food", OTHERS)
    assert desk.look() == []


def test_nothing_is_proposed_twice_in_one_look_and_a_look_is_repeatable():
    grouper = Grouper()
    for row in demonstration():
        grouper.assign(row)
    again = Grouper.load(grouper.dump())
    now = demonstration()[-1].first_seen
    found = grouper.second_look(now)
    assert found
    assert found == again.second_look(now)
    pairs = [frozenset((proposal.story, proposal.other)) for proposal in found]
    assert len(pairs) == len(set(pairs))


def test_a_look_is_only_about_stories_that_something_came_into_since_the_last():
    grouper = Grouper()
    for row in demonstration():
        grouper.assign(row)
    now = demonstration()[-1].first_seen
    assert grouper.second_look(now)
    assert grouper.second_look(now + timedelta(minutes=10)) == ()
    fresh = grouper.assign(item("fresh", "赤菊工业园宏达化工厂区发生爆炸"))
    assert all(fresh.story in (found.story, found.other) for found in grouper.second_look(START + timedelta(hours=1)))


def two_towns(one, other):
    texts = [
        f"{one}停电，全镇等来电",
        f"{one}停电两小时了",
        f"{one}还没来电，停电到几点",
        f"{other}停电了，变压器坏了",
        f"{other}停电，等来电",
        f"{other}停电什么时候修好",
    ]
    return [texts[at] for at in (0, 1, 3, 2, 4, 5)]


def test_a_story_of_two_towns_is_proposed_to_be_split_with_the_items_of_the_later_one(desk):
    slot = desk.story("cut", two_towns("青石镇", "白杨镇"))
    (proposal,) = [found for found in desk.look() if found.kind == ProposalKind.SPLIT]
    assert proposal.story == desk.memory.name(slot)
    assert proposal.items == ("cut2", "cut4", "cut5")
    assert proposal.other not in {desk.memory.name(story) for story in range(slot + 1)}
    assert (proposal.score, proposal.threshold) == (3.0, 3.0)
    assert [reason.name for reason in proposal.reasons] == ["place_differs"]


def test_the_earlier_town_keeps_the_story_also_where_the_later_one_has_more_items(desk):
    desk.story("cut", [*two_towns("青石镇", "白杨镇"), "白杨镇停电，冰箱里的肉坏了"])
    (proposal,) = [found for found in desk.look() if found.kind == ProposalKind.SPLIT]
    assert proposal.items == ("cut2", "cut4", "cut5", "cut6")


def test_the_key_of_what_is_split_off_is_always_the_same(desk):
    desk.story("cut", two_towns("青石镇", "白杨镇"))
    keys = {found.other for found in desk.look() + desk.look() if found.kind == ProposalKind.SPLIT}
    assert len(keys) == 1


@pytest.mark.parametrize(
    "texts",
    [
        two_towns("青石镇", "青石镇"),
        two_towns("青石镇", "白杨镇")[:5],
        [text + "，青石镇" for text in two_towns("青石镇", "白杨镇")],
        ["停电，等来电", "停电两小时了", "还没来电，停电到几点", "停电了，变压器坏了", "停电，等来电啊", "停电什么时候修好"],
    ],
)
def test_a_story_of_one_place_or_of_none_or_with_too_few_items_is_not_split(desk, texts):
    desk.story("cut", texts)
    assert [found for found in desk.look() if found.kind == ProposalKind.SPLIT] == []
