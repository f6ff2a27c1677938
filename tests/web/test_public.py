"""The public pages: every revision, every correction, the whole register, and nobody's name."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from tests import scene as made

from huiying.actions import statement
from huiying.actions.actor import OPERATOR
from huiying.actions.source import set_source_active
from huiying.store import models

PAGES = ("/", "/statements/", "/corrections/", "/register/", "/feed.atom")
LANGUAGES = ("zh-hans", "en")


class Reader(HTMLParser):
    """The words of a page as a screen reader says them, its ids and its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))


def get(path: str, language: str = "zh-hans") -> Reader:
    response = Client(headers={"accept-language": language}).get(path)
    assert response.status_code == 200, path
    return Reader(response.content.decode())


@pytest.fixture
def desk(db: None) -> made.Scene:
    return made.set_up()


@pytest.fixture
def story(desk: made.Scene):
    opened = made.open_case(desk)
    claim = made.settle(desk, opened, "出厂水余氯为每升0.6毫克")
    return desk, opened, claim, made.publish(desk, opened, made.content(claim))


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_desk_that_is_not_set_up_has_public_pages_all_the_same(path: str, language: str) -> None:
    get(path, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_published_yet(desk: made.Scene, language: str) -> None:
    words = made.said("Nothing has been published yet. When we have something to say, it will stand here first.", language)
    assert words in get("/", language).text
    assert words in get("/statements/", language).text


def test_a_draft_is_not_public(desk: made.Scene) -> None:
    opened = made.open_case(desk)
    claim = made.settle(desk, opened, "出厂水余氯为每升0.6毫克")
    row = statement.draft(desk.actors["author"], opened, content=made.content(claim), now=desk.tick())
    for path in PAGES:
        assert "关于望澜镇自来水异味" not in Client().get(path).content.decode()
    assert Client().get(f"/statements/{row.pk}/").status_code == 404


def test_a_correction_under_way_is_not_public(story) -> None:
    scene, _opened, claim, row = story
    statement.begin_correction(scene.actors["author"], row, reason="数值有误", now=scene.tick())
    new = made.content(claim, fact="还没有批准的句子，符合国家标准。")
    statement.edit(scene.actors["author"], row, content=new, based_on=row.content_hash, now=scene.tick())
    assert "还没有批准的句子" not in get(f"/statements/{row.pk}/").text


@pytest.mark.parametrize("number", ["0", "7", "99999999999999999999999"])
def test_a_statement_that_does_not_exist(desk: made.Scene, number: str) -> None:
    assert Client().get(f"/statements/{number}/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_shows_its_text_stage_and_what_was_checked(story, language: str) -> None:
    _scene, _opened, claim, row = story
    page = get(f"/statements/{row.pk}/", language)
    assert "第二水厂出厂水余氯为每升0.6毫克" in page.text
    assert claim.text in page.text
    evidence = {"zh-hans": "2 份证据", "en": "2 pieces of evidence"}
    promise = {"zh-hans": "2026年6月3日 12:00", "en": "3 June 2026, 12:00"}
    for words in (made.said("Verified facts", language), made.said("Checked: true", language), evidence[language], promise[language]):
        assert words in page.text
    assert "#claim-1" in page.links
    assert "claim-1" in page.ids


def test_every_revision_is_listed_with_time_reason_hash_and_what_changed(story) -> None:
    scene, _opened, claim, row = story
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯为每升0.5毫克，符合国家标准。"))
    scene.tick()
    made.withdraw(scene, row, "所依据的检测样品有误。")
    revisions = list(models.Revision.objects.filter(statement=row))
    page = get(f"/statements/{row.pk}/")
    assert [each for each in page.ids if each.startswith("revision-")] == ["revision-3", "revision-2", "revision-1"]
    for revision in revisions:
        assert revision.content_hash in page.text
        assert revision.reason in page.text
    assert "ins" in page.tags
    assert "del" in page.tags
    # the change in words, for those who do not see colours
    for opening, number in (("[removed:", "6"), ("[added:", "5")):
        assert re.search(rf"{re.escape(made.said(opening))} (0\.)?{number}{re.escape(made.said(']'))}", page.text)
    assert "每升0.6毫克" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_is_announced_everywhere(story, language: str) -> None:
    word = made.said("Corrected", language)
    scene, _opened, claim, row = story
    assert "corrected" not in get(f"/statements/{row.pk}/").ids
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯为每升0.5毫克，符合国家标准。"))
    page = get(f"/statements/{row.pk}/", language)
    assert "corrected" in page.ids
    assert "#revision-2" in page.links
    for path in ("/", "/statements/", "/corrections/"):
        assert word in get(path, language).text
    listed = get("/corrections/", language)
    assert "首次通报的余氯数值有误" in listed.text
    assert "del" in listed.tags


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_statement_stays_readable_and_says_so(story, language: str) -> None:
    word = made.said("Withdrawn", language)
    scene, _opened, _claim, row = story
    scene.tick()
    made.withdraw(scene, row, "所依据的检测样品有误。")
    page = get(f"/statements/{row.pk}/", language)
    assert "withdrawn" in page.ids
    assert word in page.text
    assert "第二水厂出厂水余氯为每升0.6毫克" in page.text
    assert word in get("/", language).text
    assert "所依据的检测样品有误" in get("/corrections/", language).text


def test_a_withdrawal_does_not_date_the_text_anew(story) -> None:
    scene, _opened, _claim, row = story
    said = models.Revision.objects.get(statement=row).published_at
    scene.tick(60)
    made.withdraw(scene, row, "样品有误")
    text = Client().get(f"/statements/{row.pk}/").content.decode()
    signed = text[text.index('class="signed"') :]
    assert said.astimezone(ZoneInfo("Asia/Shanghai")).isoformat() in signed[: signed.index("</p>")]


def test_the_verdict_shown_is_the_present_one_and_names_the_one_at_publication(story) -> None:
    scene, _opened, claim, row = story
    from huiying.actions.claim import reopen

    reopen(scene.actors["duty"], claim, reason="居民送来新的水样", now=scene.tick())
    page = get(f"/statements/{row.pk}/")
    assert made.said("Being checked again") in page.text
    assert made.said("when published: %(before)s", before=made.said("Checked: true")) in page.text


def test_a_promised_word_that_is_late_is_called_late(story, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, opened, claim, row = story
    at = "2026年6月3日 12:00"
    late = made.said("Our next word was promised by %(at)s. It is late.", at=at)
    monkeypatch.setattr("huiying.clock.now", lambda: made.START)
    assert made.said("Our next word comes by %(at)s.", at=at) in get(f"/statements/{row.pk}/").text
    monkeypatch.setattr("huiying.clock.now", lambda: made.START.replace(day=4))
    assert late in get(f"/statements/{row.pk}/").text
    scene.tick(30)
    later = made.publish(scene, opened, made.content(claim, title="关于望澜镇自来水异味的后续通报"))
    page = get(f"/statements/{row.pk}/")
    assert late not in page.text
    assert f"/statements/{later.pk}/" in page.links


def test_the_register_is_complete(desk: made.Scene) -> None:
    made.take_in(desk)
    made.add_watch(desk)
    set_source_active(OPERATOR, models.Source.objects.get(), active=False, now=desk.tick())
    page = get("/register/")
    for words in (
        "澜川论坛",
        "https://bbs.lanchuan.example/feed",
        made.said("Public posts"),
        made.said("Paused"),
        "自来水 AND (异味 OR 发黄)",
        "县水务局",
    ):
        assert words in page.text
    assert "Water Bureau" in get("/register/", "en").text


def test_no_name_of_staff_on_any_public_page(story) -> None:
    scene, _opened, claim, row = story
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯为每升0.5毫克，符合国家标准。"))
    scene.tick()
    made.withdraw(scene, row, "所依据的检测样品有误。")
    made.add_watch(scene)
    for language in LANGUAGES:
        for path in (*PAGES, f"/statements/{row.pk}/"):
            text = Client(headers={"accept-language": language}).get(path).content.decode()
            assert made.STAFF_MARK not in text, path
            assert "canary" not in text, path


@pytest.mark.parametrize(("language", "body"), [("zh-hans", "澜川县人民政府"), ("en", "Lanchuan County")])
def test_the_name_of_the_body_is_on_every_page(story, language: str, body: str) -> None:
    *_rest, row = story
    for path in (*PAGES, f"/statements/{row.pk}/"):
        assert body in get(path, language).text, path


def test_what_people_wrote_is_never_markup(desk: made.Scene) -> None:
    opened = made.open_case(desk)
    claim = made.settle(desk, opened, "<script>alert(1)</script>")
    row = made.publish(desk, opened, made.content(claim, fact="<img src=x onerror=alert(1)>", title="<b>关于</b>自来水的通报"))
    made.correct(desk, row, made.content(claim, fact="<img src=y>", title="<i>关于</i>自来水的通报"), reason="<u>写错了</u>")
    for path in ("/", f"/statements/{row.pk}/", "/corrections/"):
        text = Client().get(path).content.decode()
        for markup in ("<script", "<img", "<b>", "<i>", "<u>"):
            assert markup not in text, path


def test_pages_can_only_be_read(desk: made.Scene) -> None:
    for path in PAGES:
        assert Client().post(path).status_code == 405


def test_a_page_is_never_shown_from_an_old_copy(story) -> None:
    *_rest, row = story
    assert "no-cache" in Client().get(f"/statements/{row.pk}/")["Cache-Control"]


def test_the_feed_is_sent_again_only_when_something_moved(story) -> None:
    scene, _opened, claim, row = story
    client = Client(headers={"accept-language": "zh-hans"})
    first = client.get("/feed.atom")
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    known = {"if-none-match": first["ETag"]}
    assert client.get("/feed.atom", headers=known).status_code == 304
    assert client.get("/feed.atom", headers={**known, "accept-language": "en"}).status_code == 200
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯为每升0.5毫克，符合国家标准。"))
    assert client.get("/feed.atom", headers=known).status_code == 200


def test_addresses_in_the_feed_are_public_ones(story, monkeypatch: pytest.MonkeyPatch) -> None:
    *_rest, row = story
    assert f"http://testserver/statements/{row.pk}/" in Client().get("/feed.atom").content.decode()
    monkeypatch.setenv("HUIYING_PUBLIC_URL", "https://lanchuan.example/")
    text = Client().get("/feed.atom").content.decode()
    assert f"https://lanchuan.example/statements/{row.pk}/" in text
    assert "testserver" not in text


def test_long_lists_have_pages(story) -> None:
    scene, opened, claim, _row = story
    for number in range(21):
        made.publish(scene, opened, made.content(claim, title=f"第{number}号通报"))
    first, second = get("/statements/"), get("/statements/?page=2")
    assert "?page=2" in first.links
    assert "第20号通报" in first.text
    assert "关于望澜镇自来水异味的情况通报" in second.text
    assert "第20号通报" not in second.text
    assert get("/statements/?page=nonsense").text
    assert "/statements/" in get("/").links
