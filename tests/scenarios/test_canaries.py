"""Seeded identities come in through a feed and a file and are found in no byte that the product wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenarios.instance import Feeds, Instance, eventually

# numbers and names that belong to nobody: unissued ranges, with valid check digits
AUTHORS = ("canaryhandle_7731", "金丝雀博主", "Kestrel Canary-Writer")
IN_TEXT = {
    "phone": "15400007731",
    "spaced phone": "154 1111 7732",
    "full-width phone": "１５４００００７７３３",
    "identity number": "999999199001017730",
    "plate": "宁Z7731K",
    "card": "0000007731773106",
    "e-mail": "canary.7731@mail.example",
    "wechat": "wx_canary_7731",
}


def identity_number() -> str:
    body = "99999919900101773"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]


def card_number() -> str:
    body = "000000773177310"
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


IN_TEXT["identity number"] = identity_number()
IN_TEXT["card"] = card_number()
SENTENCES = (
    f"联系电话{IN_TEXT['phone']}，或者打{IN_TEXT['spaced phone']}。",
    f"电话：{IN_TEXT['full-width phone']}，身份证号{IN_TEXT['identity number']}。",
    f"车牌{IN_TEXT['plate']}，银行卡{IN_TEXT['card']}。",
    f"邮箱{IN_TEXT['e-mail']}，微信{IN_TEXT['wechat']}。",
)


def forms(text: str) -> list[bytes]:
    """A canary as bytes: in the usual encodings, escaped, and without separators."""
    plain = text.translate(dict(zip(range(0xFF10, 0xFF1A), range(0x30, 0x3A), strict=True))).replace(" ", "")
    found = []
    for form in {text, plain}:
        found += [form.encode(), form.encode("utf-16-le"), json.dumps(form)[1:-1].encode()]
    return found


def leaks(folder: Path) -> list[str]:
    found = []
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        body = path.read_bytes()
        for canary in (*AUTHORS, *IN_TEXT.values()):
            if any(form in body or form.decode("latin-1") in path.name for form in forms(canary)):
                found.append(f"{canary} in {path.name}")
    return found


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    for number, canary in enumerate((*AUTHORS, *IN_TEXT.values())):
        (tmp_path / f"{number}.txt").write_text(f"xx{canary}yy", encoding="utf-8")
    assert len(leaks(tmp_path)) == len(AUTHORS) + len(IN_TEXT)


def test_identities_in_a_feed_reach_no_byte(instance: Instance, feeds: Feeds, tmp_path: Path) -> None:
    entries: list[dict[str, str]] = []
    for number, sentence in enumerate(SENTENCES):
        author = AUTHORS[number % len(AUTHORS)]
        extra = f"<dc:creator>{author}</dc:creator><author>{author} (canary.7731@mail.example)</author>"
        feeds.add("/bbs", f"post-{number}", f"望澜镇自来水发黄 {sentence}", f"反映：{sentence}请尽快处理。", extra=extra)
    # the handle in the path of an address and of an id, as such software publishes it
    for number, path in enumerate((f"@{AUTHORS[0]}/99000000000{{}}", f"u/{AUTHORS[0]}", f"users/{AUTHORS[0]}/statuses/{{}}")):
        place = f"http://social.lanchuan.example/{path.format(number)}"
        entries.append({"id": place, "url": place, "title": f"望澜镇路灯第{number}夜不亮", "content_text": f"见 {place} ，第{number}夜了"})
    feeds.raw["/feed.json"] = (
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "微声",
                "items": [
                    {
                        "id": f"j{number}",
                        "content_text": sentence,
                        "authors": [{"name": AUTHORS[0], "url": f"https://weisheng.example/u/{AUTHORS[0]}"}],
                    }
                    for number, sentence in enumerate(SENTENCES)
                ]
                + entries,
            },
            ensure_ascii=False,
        ).encode(),
        "application/feed+json",
    )
    instance.run("source", "add", feeds.base + "/bbs", "--name", "澜川论坛", "--kind", "post", "--allow-private")
    instance.run("source", "add", feeds.base + "/feed.json", "--name", "微声", "--kind", "post", "--allow-private")
    instance.run("watch", "add", "自来水", "--name", "自来水")
    instance.start()
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(11,)], "eleven items", patience=120)
    tested = instance.run("source", "test", "澜川论坛").stdout
    (tmp_path / "printed.txt").write_text(tested, encoding="utf-8")
    while_running = leaks(tmp_path)
    instance.run("backup", str(tmp_path / "home" / "copy.sqlite3"))
    instance.run("source", "export", str(tmp_path / "home" / "sources.opml"))
    assert instance.query("SELECT count(*) FROM store_story WHERE voices IS NOT NULL") != [(0,)], "they were counted"
    instance.stop()
    assert while_running == []
    assert leaks(tmp_path) == []


@pytest.mark.parametrize("field", ["author", "user", "nickname", "screen_name", "avatar", "user_id", "profile_url"])
def test_identities_in_a_file_reach_no_byte(tmp_path: Path, field: str) -> None:
    rows = [
        {
            "id": f"{number}", "source": "bbs", "kind": "post", "published_at": f"2026-06-01T08:0{number}:00+08:00",
            "title": sentence, "text": f"{sentence}再说一遍：{sentence}", field: AUTHORS[number % len(AUTHORS)],
        }
        for number, sentence in enumerate(SENTENCES)
    ]  # fmt: skip
    source = tmp_path / "in" / "items.jsonl"
    source.parent.mkdir()
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    Instance(tmp_path / "home").run("replay", str(source), "--out", str(tmp_path / "out"), "--stop-after", "3")
    assert leaks(tmp_path / "out") == []
    Instance(tmp_path / "home").run("replay", str(source), "--out", str(tmp_path / "out"), "--resume")
    assert leaks(tmp_path / "out") == []
