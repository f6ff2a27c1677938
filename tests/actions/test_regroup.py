"""Whatever people decide, in whatever order: every item stands in exactly one story, and undoing everything leaves nothing behind."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import scene as made
from tests.scene import Told, gather

from huiying.actions import proposal
from huiying.core.types import Refusal
from huiying.store import models

pytestmark = pytest.mark.django_db

STORIES = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("merge"), STORIES, STORIES),
    st.tuples(st.just("split"), STORIES, st.lists(st.integers(0, 9), min_size=1, max_size=3)),
    st.tuples(st.just("undo"), st.integers(0, 5), st.just(0)),
    st.tuples(st.just("arrive"), STORIES, st.booleans()),
)


def where() -> dict[str, str]:
    return dict(models.Membership.objects.values_list("item__key", "story__key"))


def figures() -> dict[str, tuple]:
    names = ("items", "outlets", "reports", "first_at", "last_at", "merged_into_id")
    return {row.key: tuple(getattr(row, name) for name in names) for row in models.Story.objects.all()}


def check() -> None:
    """Each item stands in one live story, with its original, and each story counts what stands in it."""
    for member in models.Membership.objects.select_related("story", "assigned", "duplicate_of__membership"):
        assert member.story.merged_into_id is None
        if member.duplicate_of and member.assigned_id == member.duplicate_of.membership.assigned_id:
            assert member.story_id == member.duplicate_of.membership.story_id
    for row in models.Story.objects.all():
        assert row.items == row.memberships.count()
    assert sum(models.Story.objects.values_list("items", flat=True)) == models.Item.objects.count()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=1, max_size=9))
def test_decisions_lose_nothing_and_can_be_undone(steps) -> None:
    with transaction.atomic():
        scene = made.set_up()
        names = ("a", "b", "c", "d")
        for name in names:
            gather(scene, Told(f"{name}0", name), Told(f"{name}1", name), Told(f"{name}2", name, copy_of=f"{name}1"))
        start, figured = where(), figures()
        duty, arrived = scene.actors["duty"], 0
        for kind, one, two in steps:
            try:
                if kind == "merge":
                    proposal.merge(duty, made.story(names[one]), made.story(names[two]), now=scene.tick())
                elif kind == "split":
                    members = list(models.Membership.objects.filter(assigned__key=names[one]).order_by("item_id"))
                    chosen = [members[n % len(members)] for n in two]
                    # a copy by itself is no happening of its own: people choose what was written first
                    items = [m.duplicate_of_id or m.item_id for m in chosen]
                    proposal.split(duty, chosen[0].story, items=items, now=scene.tick())
                elif kind == "undo":
                    rows = list(models.Proposal.objects.filter(state="accepted").order_by("id"))
                    if rows:
                        proposal.undo(duty, rows[one % len(rows)], now=scene.tick())
                else:
                    arrived += 1
                    gather(scene, Told(f"n{arrived}", names[one], copy_of=f"{names[one]}1" if two else None))
            except Refusal:
                pass
            check()
        after = {name for name in where() if name.startswith("n")}
        for row in models.Proposal.objects.filter(state="accepted").order_by("-accepted_as"):
            proposal.undo(duty, row, now=scene.tick())
            check()
        assert {key: at for key, at in where().items() if key not in after} == start
        if not after:
            assert {key: row for key, row in figures().items() if key in figured} == figured
        transaction.set_rollback(True)
