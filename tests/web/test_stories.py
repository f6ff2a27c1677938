"""The page of a story and the list of stories: what is said, what is offered to whom, and what pressing it does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests import scene as made
from tests.scene import Told, alarm, gather, story, suggestion
from tests.web.conftest import Window, words

from huiying.actions import proposal
from huiying.core.types import Contribution, Level
from huiying.store import models

Open = Callable[..., Window]
LANGUAGES = ("en", "zh-hans")
REASONS = (
    Contribution(name="place_agrees", value=1.0, weight=1.3, detail="学府街"),
    Contribution(name="shared_term", value=0.4, weight=0.7, detail="自来水发黄"),
    Contribution(name="number_differs", value=1.0, weight=-0.4, detail="3 / 5"),
)
ELSEWHERE = (Contribution(name="place_differs", value=1.0, weight=-0.9, detail="云溪"),)


@pytest.fixture
def town(scene: made.Scene) -> made.Scene:
    gather(
        scene,
        Told("a1", "a", title="学府街自来水发黄"),
        Told("a2", "a", "同城圈", score=3.7, reasons=REASONS, runner_up="b"),
        Told("b1", "b", "微声", title="望澜镇水质异常"),
        Told("a3", "a", "早报", copy_of="a1", reasons=(Contribution(name="shared_passages", value=47.0, baseline=60.0, weight=0.78),)),
        Told("a4", "a", "热榜", kind="hotlist"),
        Told("c1", "c", title="云溪停电", score=-1.2, perhaps="a", reasons=ELSEWHERE),
        Told("b2", "b", "同城圈", score=0.7, runner_up="a"),
    )  # fmt: skip
    return scene


def merging(scene: made.Scene) -> models.Proposal:
    return proposal.propose([suggestion("merge", "a", "b", ("b1", "b2"))], now=scene.tick())[0]


def splitting(scene: made.Scene) -> models.Proposal:
    return proposal.propose([suggestion("split", "a", "d", ("a2",))], now=scene.tick())[0]


SAID = {
    "en": (
        "Very strong evidence that it tells of this happening. (evidence +3.70, enough is +0.50)",
        "For it: the same place: 学府街 +1.30 ; shared words: 自来水发黄 +0.70",
        "Against it: another number: 3 / 5 -0.40",
        "Next best: 望澜镇水质异常 +0.20",
        "A copy: 47 of 60 passages are shared with 澜川论坛: 学府街自来水发黄",
        "Perhaps also: 云溪停电",
        "It began this story: no earlier one was like it.",
    ),
    "zh-hans": (
        "说的是这件事，依据很充分。 (依据 +3.70，达到 +0.50 即可)",
        "支持： 地点相同：学府街 +1.30 ； 共同的词语：自来水发黄 +0.70",
        "不支持： 数字不同：3 / 5 -0.40",
        "次选： 望澜镇水质异常 +0.20",
        "转载：60 段文字中有 47 段相同，原条目为 澜川论坛: 学府街自来水发黄",
        "可能也是： 云溪停电",
        "本事件由它开始：此前没有相似的事件。",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_says_why_each_item_is_in_it(town: made.Scene, window: Open, language: str) -> None:
    text = window("auditor", language).text("/desk/stories/a/")
    for said in SAID[language]:
        assert said in text, said
    assert "evidence-1" in text


def test_what_an_item_may_yet_belong_to(town: made.Scene, window: Open) -> None:
    text = window("auditor").text("/desk/stories/c/")
    assert "the evidence spoke against the nearest earlier one" in text and "Against it: another place: 云溪 -0.90" in text
    assert "Perhaps with 学府街自来水发黄" in text and "Join them" not in text
    assert "Join them" in window("duty").text("/desk/stories/c/")
    duty = window("duty")
    done = duty.post(f"/desk/stories/{story('c').pk}/merge/", other=story("a").pk)
    assert (done.status_code, done["Location"]) == (302, "/desk/stories/a/")
    assert "Perhaps" not in duty.text("/desk/stories/a/")


def test_stories_that_a_person_kept_apart_are_not_held_up_again(town: made.Scene, window: Open) -> None:
    row = proposal.merge(town.actors["duty"], story("a"), story("c"), now=town.tick())
    proposal.undo(town.actors["duty"], row, now=town.tick())
    assert "Perhaps" not in window("duty").text("/desk/stories/a/")
    assert "Perhaps with" not in window("duty").text("/desk/stories/c/")


def test_the_old_address_leads_to_where_the_story_is(town: made.Scene, window: Open) -> None:
    proposal.accept(town.actors["duty"], merging(town), now=town.tick())
    duty = window("duty")
    answer = duty.get("/desk/stories/b/")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/stories/a/?from=b")
    text = duty.text("/desk/stories/a/?from=b")
    assert "The address you followed was that of “望澜镇水质异常”." in text
    assert "It was put into “望澜镇水质异常” and came here by a decision of a person." in text
    assert "The address you followed" not in duty.text("/desk/stories/a/?from=c")
    assert "The address you followed" not in duty.text("/desk/stories/a/?from=%3Cb%3E")


def test_joined_stories_are_not_listed(town: made.Scene, window: Open) -> None:
    merge = merging(town)
    duty = window("duty")
    assert 'id="story-b"' in duty.get("/desk/").content.decode()
    assert "1 proposal about stories waits for a decision" in duty.text("/desk/")
    proposal.accept(town.actors["duty"], merge, now=town.tick())
    for page in ("/desk/", "/desk/board/stories/", "/desk/stories/"):
        assert 'id="story-b"' not in duty.get(page).content.decode(), page
    assert "waits for a decision" not in duty.text("/desk/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_with_their_reasons(town: made.Scene, window: Open, language: str) -> None:
    merging(town), splitting(town)
    text = window("duty", language).text("/desk/stories/")
    said = {
        "en": (
            "Perhaps the same happening 1",
            "Perhaps two happenings 1",
            "Fair evidence that the two are one happening.",
            "Accept: join them",
        ),
        "zh-hans": ("可能是同一件事 1", "可能是两件事 1", "两者是同一件事，依据较充分。", "同意：合并"),
    }[language]
    for words_ in said:
        assert words_ in text, words_
    others = window("author", language).text("/desk/stories/")
    assert said[3] not in others and {"en": "It waits for the duty officer", "zh-hans": "等待值守员"}[language] in others


def test_accept_undo_and_refuse(town: made.Scene, window: Open) -> None:
    row, duty = merging(town), window("duty")
    done = duty.post(f"/desk/proposals/{row.pk}/accept/")
    assert (done.status_code, done["Location"]) == (302, "/desk/stories/a/")
    text = duty.text("/desk/stories/a/")
    assert "It is done. It can be undone below." in text and "Undo: take the stories apart" in text
    assert duty.post(f"/desk/proposals/{row.pk}/accept/").status_code == 409
    assert duty.post(f"/desk/proposals/{row.pk}/undo/").status_code == 302
    assert story("b").items == 2
    other = splitting(town)
    refused = duty.post(f"/desk/proposals/{other.pk}/refuse/", reason=" ")
    assert refused.status_code == 409 and "needs a reason" in words(refused)
    assert duty.post(f"/desk/proposals/{other.pk}/refuse/", reason="是同一件事").status_code == 302
    assert "是同一件事" in duty.text("/desk/stories/")
    assert window("author").post(f"/desk/proposals/{other.pk}/accept/").status_code == 403


def test_ticked_items_get_a_story_of_their_own(town: made.Scene, window: Open) -> None:
    duty, path = window("duty"), f"/desk/stories/{story('a').pk}/split/"
    a1, a2 = (models.Item.objects.get(key=key).pk for key in ("a1", "a2"))
    refused = duty.post(path)
    assert refused.status_code == 409 and "Choose the items" in words(refused)
    every = list(story("a").memberships.values_list("item_id", flat=True))
    refused = duty.post(path, item=every)
    assert "nothing would be left" in words(refused)
    assert refused.content.decode().count("checked") == len(every), "what was ticked is ticked again"
    assert duty.post(path, item=[a2, "x"]).status_code == 302
    assert models.Membership.objects.get(item=a2).story.key not in ("a", "b")
    assert models.Membership.objects.get(item=a1).story.key == "a"
    assert "tells of another happening" not in window("author").text("/desk/stories/a/")
    assert duty.post(f"/desk/stories/{story('a').pk}/merge/", other="999999").status_code == 409


def test_both_warnings_of_joined_stories_are_shown(town: made.Scene, window: Open) -> None:
    gather(town, Told("a9", "a"), warnings=(alarm(town, "a"),))
    gather(town, Told("b9", "b"), warnings=(alarm(town, "b", Level.RED, 9.0),))
    proposal.merge(town.actors["duty"], story("a"), story("b"), now=town.tick())
    text = window("duty").text("/desk/stories/a/")
    assert text.count("The warning and its arithmetic") == 2
    assert "raised for “望澜镇水质异常”, which is part of this story now" in text
    board = window("duty").get("/desk/board/stories/").content.decode()
    assert "level-red" in board
    for row in models.Warning.objects.all():
        assert window("duty").get(f"/desk/warnings/{row.pk}/").status_code == 200


def test_the_origin_is_drawn_told_and_saved(town: made.Scene, window: Open) -> None:
    page = window("auditor").get("/desk/stories/a/").content.decode()
    assert page.count('class="dot copy"') == 2 and page.count('<polygon class="dot line"') == 2, "one in the picture, one in the legend"
    assert page.count('class="from"') == 1
    assert "First seen by outlet" in page and "first of all" in page
    answer = window("auditor").get("/desk/stories/a/origin.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment")
    body = answer.content.decode("utf-8")
    assert body.startswith("\ufefforder,outlet,kind,first_seen,") and body.count("\r\n") == 5
    assert window("auditor").get("/desk/stories/nowhere/origin.csv").status_code == 404


def test_a_text_of_others_is_never_markup_here_either(town: made.Scene, window: Open) -> None:
    evil = '<img src=x onerror="alert(1)">'
    models.Story.objects.update(title=evil)
    models.Item.objects.update(title=evil)
    merging(town), splitting(town)
    for path in ("/desk/stories/", "/desk/stories/a/", "/desk/stories/c/", "/desk/"):
        page = window("duty").get(path).content.decode()
        assert "<img" not in page and "&lt;img" in page, path


def test_a_case_tells_of_the_regrouping_of_its_stories(town: made.Scene, window: Open) -> None:
    from huiying.actions import case, warning

    gather(town, Told("a9", "a"), warnings=(alarm(town, "a"),))
    raised = models.Warning.objects.get()
    warning.acknowledge(town.actors["duty"], raised, now=town.tick())
    opened = case.open_case(town.actors["duty"], raised, title="自来水", now=town.tick())
    proposal.merge(town.actors["duty"], story("b"), story("a"), now=town.tick())
    text = window("duty").text(f"/desk/cases/{opened.pk}/")
    assert "A person joined two stories into one." in text
    assert window("duty").get(f"/desk/cases/{opened.pk}/").content.decode().count('id="story-a"') == 1


def test_every_page_stays_within_a_few_questions_to_the_database(town: made.Scene, window: Open, django_assert_max_num_queries) -> None:
    merging(town)
    gather(town, *(Told(f"a{n}", "a", f"来源{n}", reasons=REASONS, runner_up="b", perhaps="c") for n in range(10, 40)))
    duty = window("duty")
    with django_assert_max_num_queries(75):
        assert duty.get("/desk/stories/a/").status_code == 200
    with django_assert_max_num_queries(40):
        assert duty.get("/desk/stories/").status_code == 200
