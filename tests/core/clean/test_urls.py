"""Addresses and identities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.urls import canonical, item_id
from huiying.core.types import RawItem


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://p.example/a/b.html", "https://p.example/a/b.html"),
        ("HTTPS://P.Example:443/A#top", "https://p.example/A"),
        ("http://p.example:80", "http://p.example/"),
        ("http://p.example:8080/x", "http://p.example:8080/x"),
        ("https://user:secret@p.example/x", "https://p.example/x"),
        ("https://p.example/x?b=2&utm_source=a&a=1&spm=1.2&fbclid=x", "https://p.example/x?b=2&a=1"),
        ("https://p.example/x?utm_source=a", "https://p.example/x"),
        ("https://p.example/x?id=15400001234&from=list", "https://p.example/x?id=15400001234&from=list"),
        ("https://p.example/x?email=a%40c.example&q=1&phone=15400001234", "https://p.example/x?q=1"),
        ("https://p.example/a b", "https://p.example/a%20b"),
        ("  https://p.example/\n", "https://p.example/"),
        ("https://p.example./", "https://p.example/"),
        ("https://[2606:4700::1]/x", "https://[2606:4700::1]/x"),
        ("https://县.example/停水", "https://县.example/停水"),
        # a handle never stays; a body's own does
        ("https://social.example/@rosie_w/112233445566", "https://social.example/"),
        ("https://social.example/users/rosie_w/statuses/112233445566", "https://social.example/"),
        ("https://bbs.example/u/10023", "https://bbs.example/"),
        ("https://bbs.example/space?uid=10023&tid=7", "https://bbs.example/space?tid=7"),
        ("https://twitter.com/rosie_w/status/17900000001", "https://x.com/i/status/17900000001"),
        ("https://weibo.com/u/1000000001", "https://weibo.com/"),
        ("https://weibo.com/1000000001/Abc12dEfg", "https://m.weibo.cn/status/Abc12dEfg"),
        ("https://www.zhihu.com/people/rosie-w", "https://www.zhihu.com/"),
        ("https://social.example/@LanchuanPolice/112233445566", "https://social.example/@LanchuanPolice/112233445566"),
        ("https://docs.example/user/guide/start.html", "https://docs.example/user/guide/start.html"),
        ("https://news.example/people/2026-05/04.html", "https://news.example/people/2026-05/04.html"),
        ("https://news.example/in/business/7", "https://news.example/in/business/7"),
        ("javascript:alert(1)", ""),
        ("mailto:a@c.example", ""),
        ("data:text/html,x", ""),
        ("ftp://p.example/", ""),
        ("/relative", ""),
        ("https://", ""),
        ("https://p.example:x/", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_canonical_forms(url: str, expected: str) -> None:
    assert canonical(url) == expected


@given(st.text(max_size=60).map("https://p.example/".__add__) | st.text(max_size=60))
def test_canonical_is_stable_and_harmless(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once
    assert once == "" or once.startswith(("http://", "https://"))
    assert not set(once) & set('\n\r\t <>"\\#')


def test_long_addresses_are_bounded() -> None:
    assert len(canonical("https://p.example/" + "a" * 5000)) <= 2048
    assert canonical("https://p.example/x?q=" + "a" * 5000) == "https://p.example/x"


def raw(**fields: str) -> RawItem:
    return RawItem(source="s", **fields)


def test_the_own_id_comes_first() -> None:
    assert item_id(raw(native_id="n1", url="https://p.example/")) == "s:n1"
    assert item_id(raw(native_id="县城停水三天")) == "s:县城停水三天"
    assert item_id(raw(native_id="15400001234")) == "s:15400001234"


def test_without_one_the_address_and_then_the_words_decide() -> None:
    one = item_id(raw(url="https://p.example/x?utm_source=a#b", title="t"))
    assert one == item_id(raw(url="https://p.example/x", title="other"))
    assert one.startswith("s:") and len(one) == 34
    assert item_id(raw(title="a", text="b")) != item_id(raw(title="ab"))
    assert item_id(raw(title="a", text="b")) == item_id(raw(title="a", text="b", url="javascript:x"))


@pytest.mark.parametrize(
    "native", ["ann@paper.example", "999999198001010011", "tel:154 0000 1234", "村民邢玉兰反映停水", "x" * 201, "a\nb"]
)
def test_ids_that_would_tell_on_somebody_or_run_on_are_hashed(native: str) -> None:
    found = item_id(raw(native_id=native))
    assert native not in found and len(found) == 34
    assert found == item_id(raw(native_id=native))


def test_the_same_id_of_two_sources_is_two_items() -> None:
    assert item_id(RawItem(source="a", native_id="1")) != item_id(RawItem(source="b", native_id="1"))


@pytest.mark.parametrize("field", ["native_id", "url"])
def test_a_handle_has_no_part_in_the_identity(field: str) -> None:
    def at(path: str, title: str = "t") -> str:
        return item_id(raw(**{field: f"https://social.example/{path}", "title": title}))

    # one person by two names is one post; two posts are two, also where they are numbered by person
    assert at("@rosie_w/112233445566") == at("@renamed/112233445566") != at("@rosie_w/112233445567")
    assert at("users/rosie_w/statuses/3", "a") != at("users/rosie_w/statuses/3", "b")
    assert "rosie_w" not in at("@rosie_w/112233445566") + at("u/rosie_w")
    assert at("@rosie_w/112233445566", "before") == at("@rosie_w/112233445566", "after it was edited")
