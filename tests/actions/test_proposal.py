"""Proposals about stories: what is stored, what a person does with them, and that undoing it leaves nothing behind."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests import scene as made
from tests.scene import Told, alarm, gather, story, suggestion

from huiying.actions import case, proposal, warning
from huiying.actions.recording import NotAllowed
from huiying.core import types
from huiying.core.record import verify
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.convert import event_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> made.Scene:
    """Story a with three items and a copy, story b with two."""
    desk = made.set_up()
    gather(
        desk,
        Told("a1", "a"),
        Told("a2", "a", "同城圈"),
        Told("b1", "b", "微声"),
        Told("a3", "a", "微声", copy_of="a2"),
        Told("b2", "b"),
        Told("a4", "a", "短视频热榜", kind="hotlist"),
    )
    return desk


def where() -> dict[str, str]:
    return dict(models.Membership.objects.values_list("item__key", "story__key"))


def figures() -> dict[str, tuple]:
    names = ("items", "outlets", "reports", "first_at", "last_at", "department_id", "place", "merged_into_id")
    return {row.key: tuple(getattr(row, name) for name in names) for row in models.Story.objects.all()}


def entries(*types: str) -> list[dict]:
    return [json.loads(row.data) for row in models.Entry.objects.filter(type__in=types).order_by("id")]


def suggest(scene: made.Scene, *found: types.Proposal) -> list[models.Proposal]:
    return proposal.propose(found, now=scene.tick())


def merging(scene: made.Scene) -> models.Proposal:
    (row,) = suggest(scene, suggestion("merge", "a", "b", ("b1", "b2")))
    return row


def splitting(scene: made.Scene) -> models.Proposal:
    (row,) = suggest(scene, suggestion("split", "a", "c", ("a2",)))
    return row


def test_a_suggestion_is_stored_with_its_reasons_and_an_entry(scene: made.Scene) -> None:
    row = merging(scene)
    assert (row.state, row.story.key, row.other.key, row.size, row.score) == ("open", "a", "b", 6, 1.4)
    assert [part["name"] for part in row.reasons] == ["place_agrees", "shared_term", "number_differs"]
    entry = models.Entry.objects.get(type="merge_proposed")
    assert (entry.actor_kind, entry.subject) == ("detector", f"proposal:{row.pk}")
    splitting(scene)
    assert entries("split_proposed")[0]["story"] == "a"
    assert where()["b1"] == "b", "a suggestion changes nothing"


def test_the_same_suggestion_is_made_once(scene: made.Scene) -> None:
    merging(scene), splitting(scene)
    turned = suggestion("merge", "b", "a", ("a1", "a2", "a3", "a4"))
    assert suggest(scene, suggestion("merge", "a", "b", ("b1", "b2")), turned, suggestion("split", "a", "d", ("a2", "a3"))) == []


def test_what_cannot_be_is_not_suggested(scene: made.Scene) -> None:
    everything = suggestion("split", "b", "c", ("b1", "b2"))
    assert suggest(scene, suggestion("merge", "a", "gone"), suggestion("merge", "gone", "a"), suggestion("merge", "a", "a")) == []
    assert suggest(scene, everything, suggestion("split", "b", "c", ("a1",)), suggestion("split", "b", "c", ())) == []


def test_a_refused_suggestion_comes_again_only_when_the_stories_have_doubled(scene: made.Scene) -> None:
    row = merging(scene)
    with pytest.raises(Refusal, match="reason"):
        proposal.refuse(scene.actors["duty"], row, reason="", now=scene.tick())
    proposal.refuse(scene.actors["duty"], row, reason="两处管网，互不相连", now=scene.tick())
    row.refresh_from_db()
    assert (row.state, row.reason, row.decided_by) == ("refused", "两处管网，互不相连", scene.member("duty"))
    assert entries("merge_refused")[0]["reason"] == "两处管网，互不相连"
    again = suggestion("merge", "a", "b", ("b1", "b2"))
    assert suggest(scene, again) == []
    gather(scene, *(Told(f"b{n}", "b") for n in range(3, 8)))
    assert suggest(scene, again) == []
    gather(scene, Told("b8", "b"))
    assert len(suggest(scene, again)) == 1


def test_an_open_suggestion_gives_way_when_the_stories_have_doubled(scene: made.Scene) -> None:
    row = merging(scene)
    gather(scene, *(Told(f"b{n}", "b") for n in range(3, 9)))
    (fresh,) = suggest(scene, suggestion("merge", "a", "b"))
    row.refresh_from_db()
    assert (row.state, fresh.state, fresh.size) == ("lapsed", "open", 12)


def test_nobody_deciding_lets_it_lapse(scene: made.Scene) -> None:
    row = merging(scene)
    scene.now += timedelta(days=15)
    suggest(scene)
    row.refresh_from_db()
    assert row.state == "lapsed"
    assert entries("proposal_lapsed")[0]["why"] == "age"


def test_an_accepted_merge_and_its_undoing(scene: made.Scene) -> None:
    before, figured = where(), figures()
    row = merging(scene)
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    assert set(where().values()) == {"a"}
    joined = story("a")
    assert (joined.items, joined.outlets, joined.reports) == (6, 4, 4)
    assert joined.last_at == max(figured["a"][4], figured["b"][4])
    assert (story("b").merged_into, story("b").items) == (joined, 0)
    assert entries("stories_merged")[0] | {"case": 0} == {
        "proposal": row.pk, "story": "a", "other": "b", "items": 2, "by_hand": False, "case": 0,
    }  # fmt: skip
    proposal.undo(scene.actors["duty_lead"], row, now=scene.tick())
    assert (where(), figures()) == (before, figured)
    row.refresh_from_db()
    assert (row.state, row.decided_by) == ("undone", scene.member("duty_lead"))
    assert len(entries("merge_undone")) == 1
    with pytest.raises(Refusal, match="undo"):
        proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert suggest(scene, suggestion("merge", "a", "b")) == [], "what was undone is not suggested again"


def test_an_accepted_split_takes_the_copies_along(scene: made.Scene) -> None:
    before, figured = where(), figures()
    row = splitting(scene)
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    row.refresh_from_db()
    assert where() == before | {"a2": "c", "a3": "c"}
    own = story("c")
    assert (own.items, own.outlets, own.reports, own.title) == (2, 2, 1, "望澜镇的事 a2")
    assert story("a").items == 2
    assert entries("story_split")[0]["items"] == row.items
    gather(scene, Told("a5", "a", copy_of="a2"), Told("a6", "a", copy_of="a3"), Told("a7", "a"))
    assert {key: where()[key] for key in ("a5", "a6", "a7")} == {"a5": "c", "a6": "c", "a7": "a"}
    assert story("c").items == 4
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert set(where().values()) == {"a", "b"}
    assert story("c").merged_into == story("a"), "its address leads back"
    assert story("b").items == figured["b"][0]
    assert suggest(scene, suggestion("split", "a", "c", ("a2", "a3"))) == []


def test_what_comes_after_a_split_is_proposed_to_go_where_the_others_went(scene: made.Scene) -> None:
    first = splitting(scene)
    proposal.accept(scene.actors["duty"], first, now=scene.tick())
    gather(scene, Told("a7", "a"), Told("a8", "a"))
    (row,) = suggest(scene, suggestion("split", "a", "z", ("a2", "a3", "a7")))
    assert (row.other.key, row.items) == ("c", [models.Item.objects.get(key="a7").pk])
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    assert {key for key, at in where().items() if at == "c"} == {"a2", "a3", "a7"}
    with pytest.raises(Refusal, match="Undo that first"):
        proposal.undo(scene.actors["duty"], models.Proposal.objects.get(pk=first.pk), now=scene.tick())
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert {key for key, at in where().items() if at == "c"} == {"a2", "a3"}
    assert story("c").merged_into is None
    proposal.undo(scene.actors["duty"], models.Proposal.objects.get(pk=first.pk), now=scene.tick())
    assert story("c").merged_into == story("a")


def test_two_suggestions_of_one_key_do_not_meet(scene: made.Scene) -> None:
    gather(scene, Told("a7", "a"), Told("a8", "a"))
    assert len(suggest(scene, suggestion("split", "a", "c", ("a7",)), suggestion("split", "a", "c", ("a8",)))) == 1


def test_items_of_a_merged_story_arrive_in_the_one_that_holds_it_and_go_home_when_it_is_undone(scene: made.Scene) -> None:
    row = merging(scene)
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    gather(scene, Told("b3", "b"), Told("b4", "b", copy_of="b1"), Told("a5", "a"))
    assert set(where().values()) == {"a"}
    member = models.Membership.objects.get(item__key="b3")
    assert (member.assigned.key, member.story.key, member.strategy) == ("b", "a", "evidence-1")
    assert story("a").items == 9
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert {key for key, at in where().items() if at == "b"} == {"b1", "b2", "b3", "b4"}
    assert (story("a").items, story("b").items) == (5, 4)


def test_a_merge_of_a_merged_story_goes_all_the_way(scene: made.Scene) -> None:
    gather(scene, Told("d1", "d"))
    proposal.merge(scene.actors["duty"], story("b"), story("d"), now=scene.tick())
    proposal.merge(scene.actors["duty"], story("d"), story("a"), now=scene.tick())
    gather(scene, Told("d2", "d"), Told("b3", "b"))
    assert set(where().values()) == {"a"}
    assert suggest(scene, suggestion("merge", "d", "b"), suggestion("merge", "a", "d")) == []
    first = models.Proposal.objects.get(other__key="d")
    proposal.undo(scene.actors["duty"], first, now=scene.tick())
    assert where()["d1"] == where()["d2"] == "d" and where()["b3"] == "a"


def test_by_hand(scene: made.Scene) -> None:
    row = proposal.merge(scene.actors["duty"], story("b"), story("a"), now=scene.tick())
    assert (row.state, row.strategy, row.story.key, row.other.key, row.score) == ("accepted", "by hand", "a", "b", None)
    assert entries("stories_merged")[0]["by_hand"] is True
    with pytest.raises(Refusal, match="already"):
        proposal.merge(scene.actors["duty"], story("b"), story("a"), now=scene.tick())
    chosen = list(models.Item.objects.filter(key__in=("b1", "a2")).values_list("pk", flat=True))
    parted = proposal.split(scene.actors["duty"], story("a"), items=chosen, now=scene.tick())
    assert {key for key, at in where().items() if at == parted.other.key} == {"b1", "a2", "a3"}
    with pytest.raises(Refusal, match="Undo that first"):
        proposal.undo(scene.actors["duty"], row, now=scene.tick())
    proposal.undo(scene.actors["duty"], parted, now=scene.tick())
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert where()["b1"] == "b"


def test_by_hand_what_was_suggested_is_the_suggestion_accepted(scene: made.Scene) -> None:
    row = merging(scene)
    assert proposal.merge(scene.actors["duty"], story("b"), story("a"), now=scene.tick()).pk == row.pk
    assert models.Proposal.objects.get().strategy == "second-look-1"


def test_a_split_that_makes_no_sense_is_refused(scene: made.Scene) -> None:
    every = list(models.Item.objects.filter(key__startswith="a").values_list("pk", flat=True))
    foreign = models.Item.objects.get(key="b1").pk
    for items, why in (([], "Choose"), (every, "nothing would be left"), ([foreign], "not in this story"), ([10**9], "not in this story")):
        with pytest.raises(Refusal, match=why):
            proposal.split(scene.actors["duty"], story("a"), items=items, now=scene.tick())
    assert set(where().values()) == {"a", "b"}


def test_a_proposal_whose_ground_is_gone_lapses(scene: made.Scene) -> None:
    gather(scene, Told("d1", "d"))
    first, second = suggest(scene, suggestion("merge", "b", "d"), suggestion("split", "b", "e", ("b2",)))
    proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    assert set(models.Proposal.objects.filter(pk__in=(first.pk, second.pk)).values_list("state", flat=True)) == {"lapsed"}
    with pytest.raises(Refusal, match="lapsed"):
        proposal.accept(scene.actors["duty"], first, now=scene.tick())
    (again,) = suggest(scene, suggestion("merge", "b", "d"))
    assert (again.story.key, again.other.key) == ("a", "d")


def test_who_may_not_is_refused_on_the_record(scene: made.Scene) -> None:
    row = merging(scene)
    for role in ("author", "dept", "auditor", "admin", "verifier", "leader"):
        for attempt in (
            lambda role=role: proposal.accept(scene.actors[role], row, now=scene.tick()),
            lambda role=role: proposal.merge(scene.actors[role], story("a"), story("b"), now=scene.tick()),
            lambda role=role: proposal.split(scene.actors[role], story("a"), items=[1], now=scene.tick()),
        ):
            with pytest.raises(NotAllowed):
                attempt()
    assert set(where().values()) == {"a", "b"}
    assert len(entries("act_refused")) == 18


def test_two_people_deciding_at_once_cannot_both_win(scene: made.Scene) -> None:
    row = merging(scene)
    stale = models.Proposal.objects.get(pk=row.pk)
    proposal.refuse(scene.actors["duty"], row, reason="不是一件事", now=scene.tick())
    with pytest.raises(Refusal):
        proposal.accept(scene.actors["duty_lead"], stale, now=scene.tick())
    assert where()["b1"] == "b"


def test_what_was_decided_about_an_item_never_changes(scene: made.Scene) -> None:
    before = {row.item_id: (row.assigned_id, row.decision, row.score, row.reasons, row.strategy) for row in models.Membership.objects.all()}
    row = merging(scene)
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    after = {row.item_id: (row.assigned_id, row.decision, row.score, row.reasons, row.strategy) for row in models.Membership.objects.all()}
    assert before == after
    for change in ({"score": 9.0}, {"decision": "join"}, {"assigned": story("b")}, {"reasons": [1]}, {"strategy": "x"}):
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            models.Membership.objects.filter(item__key="a1").update(**change)


def test_each_of_joined_stories_keeps_its_warning(scene: made.Scene) -> None:
    gather(scene, Told("a5", "a"), warnings=(alarm(scene, "a"),))
    gather(scene, Told("b3", "b"), warnings=(alarm(scene, "b", types.Level.ORANGE, 5.0),))
    row = proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    assert set(story("a").warnings.values_list("raised_for__key", "level")) == {("a", "yellow"), ("b", "orange")}
    gather(scene, Told("b4", "b"), warnings=(alarm(scene, "b", types.Level.RED, 9.0),))
    assert set(story("a").warnings.values_list("raised_for__key", "level")) == {("a", "yellow"), ("b", "red")}
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert story("b").warnings.get().level == "red" and story("a").warnings.get().level == "yellow"


def test_a_warning_about_a_merged_story_stands_with_the_one_that_holds_it(scene: made.Scene) -> None:
    gather(scene, Told("a5", "a"), warnings=(alarm(scene, "a", types.Level.ORANGE),))
    row = proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    gather(scene, Told("b3", "b"), warnings=(alarm(scene, "b"),))
    first, second = models.Warning.objects.order_by("id")
    assert (second.story.key, second.raised_for.key, second.inhibited) == ("a", "b", f"warning:{first.pk}")
    assert second.repeat_at is None, "it is shown and not said again beside one as grave"
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    second.refresh_from_db()
    assert second.story.key == "b"


def opened(scene: made.Scene, key: str) -> models.Case:
    gather(scene, Told(f"{key}9", key), warnings=(alarm(scene, key),))
    raised = models.Warning.objects.get(raised_for__key=key)
    warning.acknowledge(scene.actors["duty"], raised, now=scene.tick())
    return case.open_case(scene.actors["duty"], raised, title=f"案件{key}", now=scene.tick())


def test_the_case_of_one_of_joined_stories_is_the_case_of_both(scene: made.Scene) -> None:
    held = opened(scene, "b")
    row = proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    assert list(story("a").case_links.values_list("case", flat=True)) == [held.pk]
    assert entries("stories_merged")[0]["case"] == held.pk
    assert models.Item.objects.filter(membership__story__case_links__case=held).count() == 7
    gather(scene, Told("a9", "a"), warnings=(alarm(scene, "a"),))
    second = models.Warning.objects.get(raised_for__key="a")
    assert second.inhibited == f"case:{held.pk}"
    warning.acknowledge(scene.actors["duty"], second, now=scene.tick())
    with pytest.raises(Refusal, match="already"):
        case.open_case(scene.actors["duty"], second, title="", now=scene.tick())
    case.attach(scene.actors["duty"], second, held, now=scene.tick())
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert {link.story.key for link in held.stories.all()} == {"a", "b"}, "both belong to the case now, apart as they are"


def test_a_case_opened_from_a_joined_story_stays_with_both(scene: made.Scene) -> None:
    row = proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    held = opened(scene, "b")
    assert {link.story.key for link in held.stories.all()} == {"a"}
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert {link.story.key for link in held.stories.all()} == {"a", "b"}


def test_stories_of_two_open_cases_stay_apart(scene: made.Scene) -> None:
    opened(scene, "a"), opened(scene, "b")
    row = merging(scene)
    for attempt in (
        lambda: proposal.accept(scene.actors["duty"], row, now=scene.tick()),
        lambda: proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick()),
    ):
        with pytest.raises(Refusal, match=r"案件a.*案件b"):
            attempt()
    assert where()["b1"] == "b" and models.Proposal.objects.get().state == "open"
    models.Case.objects.filter(title="案件b").update(state="closed")
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    assert set(story("a").case_links.values_list("case__title", flat=True)) == {"案件a", "案件b"}, "the closed one is not lost"


def test_an_undo_gives_back_the_department_that_a_merge_brought(scene: made.Scene) -> None:
    lead = models.Department.objects.first()
    models.Story.objects.filter(key="b").update(department=lead, place="望澜镇")
    row = proposal.merge(scene.actors["duty"], story("a"), story("b"), now=scene.tick())
    assert (story("a").department, story("a").place) == (lead, "望澜镇")
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert (story("a").department, story("a").place, story("b").department) == (None, "", lead)


def test_the_record_holds_together(scene: made.Scene) -> None:
    row = merging(scene)
    proposal.accept(scene.actors["duty"], row, now=scene.tick())
    proposal.undo(scene.actors["duty"], row, now=scene.tick())
    assert verify(event_of(row) for row in models.Entry.objects.order_by("id"))[2] is None


def test_a_perhaps_is_kept_with_the_item(scene: made.Scene) -> None:
    gather(scene, Told("e1", "e", perhaps="a"))
    member = models.Membership.objects.get(item__key="e1")
    assert (member.perhaps, member.perhaps_with.key) == ({"story": "a", "score": 0.3}, "a")
