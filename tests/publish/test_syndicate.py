"""The feed: readable by any reader, the same entry before and after a correction."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone, translation
from tests import scene as made

from huiying.publish import syndicate
from huiying.publish.syndicate import ATOM, Feed, FeedEntry

AT = datetime(2026, 6, 3, 4, 5, 6, tzinfo=UTC)
FRAME = Feed(
    id="urn:uuid:00000000-0000-5000-8000-000000000000",
    title="t",
    subtitle="s",
    body="澜川县人民政府",
    lang="zh-Hans",
    home="https://lanchuan.example/",
    address="https://lanchuan.example/feed.atom",
    updated=AT,
)


def entry(number: int, *, html: str = "<p>x</p>", title: str = "标题", updated: datetime = AT) -> FeedEntry:
    return FeedEntry(
        id=f"urn:uuid:00000000-0000-5000-8000-{number:012d}",
        title=title,
        link=f"https://lanchuan.example/statements/{number}/",
        lang="zh-Hans",
        html=html,
        published=AT,
        updated=updated,
    )


def test_empty_feed_is_still_a_feed() -> None:
    parsed = feedparser.parse(syndicate.feed(FRAME, []))
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.updated == "2026-06-03T04:05:06Z"
    assert parsed.entries == []


def test_basic_rules_of_rfc_4287() -> None:
    document = syndicate.feed(FRAME, [entry(1), entry(2, updated=datetime(2026, 6, 4, tzinfo=UTC))])
    root = ElementTree.fromstring(document)
    names = {"a": ATOM}
    assert root.tag == f"{{{ATOM}}}feed"
    for node in [root, *root.findall("a:entry", names)]:
        for required in ("id", "title", "updated"):
            assert len(node.findall(f"a:{required}", names)) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", node.findtext("a:updated", "", names))
        assert node.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert len({node.text for node in root.iter(f"{{{ATOM}}}id")}) == 3
    assert root.findtext("a:author/a:name", "", names) == "澜川县人民政府"
    assert len(root.findall(".//a:author", names)) == 1
    assert root.findtext("a:updated", "", names) == "2026-06-04T00:00:00Z"
    assert [link.get("rel") for link in root.findall("a:link", names)] == ["alternate", "self"]


def test_what_people_wrote_cannot_break_the_feed_or_carry_markup() -> None:
    document = syndicate.feed(FRAME, [entry(1, title="a & <b>\x00\x0b\ud800", html="<p>&lt;script&gt;</p>")])
    parsed = feedparser.parse(document, sanitize_html=False)
    assert not parsed.bozo
    assert "a & " in ElementTree.fromstring(document).findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title", "")
    assert parsed.entries[0].content[0].value == "<p>&lt;script&gt;</p>"


@pytest.fixture
def published(db: None):
    scene = made.set_up()
    opened = made.open_case(scene)
    claim = made.settle(scene, opened, "出厂水余氯为每升0.6毫克")
    return scene, claim, made.publish(scene, opened, made.content(claim))


def read():
    with translation.override("zh-hans"), timezone.override("Asia/Shanghai"):
        return feedparser.parse(syndicate.feed(*syndicate.latest(body="澜川县人民政府", lang="zh-Hans", host="https://lanchuan.example")))


def test_a_correction_keeps_the_id_and_moves_updated(published) -> None:
    scene, claim, row = published
    before = read()
    scene.tick(60)
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯为每升0.5毫克，符合国家标准。"))
    after = read()
    old, new = before.entries[0], after.entries[0]
    assert new.id == old.id
    assert new.published == old.published
    assert new.updated_parsed > old.updated_parsed
    assert after.feed.updated == new.updated
    assert after.feed.id == before.feed.id
    assert old.title == "关于望澜镇自来水异味的情况通报"
    assert new.title == made.said("[Corrected] %(title)s", title=old.title)
    assert "首次通报的余氯数值有误" in new.content[0].value
    assert "0.5" in new.content[0].value
    assert f"https://lanchuan.example/statements/{row.pk}/" in new.content[0].value


def test_a_withdrawal_keeps_the_entry_and_says_so(published) -> None:
    scene, _claim, row = published
    before = read().entries[0]
    scene.tick(60)
    made.withdraw(scene, row, "所依据的检测样品有误。")
    after = read().entries[0]
    assert after.id == before.id
    assert after.updated_parsed > before.updated_parsed
    assert after.title == made.said("[Withdrawn] %(title)s", title=before.title)
    assert "所依据的检测样品有误" in after.content[0].value
    assert "0.6" in after.content[0].value


def test_only_the_body_speaks(published) -> None:
    document = syndicate.feed(*syndicate.latest(body="澜川县人民政府", lang="zh-Hans", host="https://lanchuan.example"))
    assert made.STAFF_MARK not in document.decode()
    assert "canary" not in document.decode()


def test_text_is_escaped_once(published) -> None:
    scene, claim, row = published
    made.correct(scene, row, made.content(claim, fact="第二水厂出厂水余氯<0.6毫克&合格。"))
    value = feedparser.parse(
        syndicate.feed(*syndicate.latest(body="b", lang="en", host="https://lanchuan.example")), sanitize_html=False
    ).entries[0]
    assert "余氯&lt;0.6毫克&amp;合格" in value.content[0].value
