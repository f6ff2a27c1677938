"""One body of every kind of source with seeded identities in every field that could hold one: run in a process and folder of its own."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from html import escape

from tests.scenarios.test_canaries import AUTHORS, IN_TEXT, SENTENCES

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
WHO = AUTHORS[0]
MAIL = IN_TEXT["e-mail"]
TEXT = "望澜镇自来水发黄停水了。" + "".join(SENTENCES)
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><author><name>{who}</name><email>{mail}</email></author><entry><id>{id}</id>'
    "<title>停水</title><author><name>{who}</name><uri>https://x.example/{who}</uri></author><contributor><name>{who}</name></contributor>"
    "<updated>2026-06-01T07:00:00Z</updated><content type='text'>{text}</content></entry></feed>"
)


def letter() -> bytes:
    made = EmailMessage()
    made["From"] = f"{AUTHORS[2]} <{MAIL}>"
    made["To"], made["Cc"], made["Reply-To"] = f"desk@{WHO}.example", MAIL, MAIL
    made["Received"] = f"from {WHO} by mx.example"
    made["Message-ID"] = f"<{WHO}@mail.example>"
    made["Date"] = format_datetime(NOW)
    made["Subject"] = "停水 " + SENTENCES[0]
    made.set_content(f"{TEXT}\n\n此致\n敬礼\n{AUTHORS[1]}\n\n发件人: {WHO}\n> {WHO}\n")
    return bytes(made)


def workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工单编号", "来电人", "联系电话", "诉求内容", "备注"])
    sheet.append([WHO, AUTHORS[1], IN_TEXT["phone"], TEXT, WHO])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sitemap() -> bytes:
    entry = (
        f"<url><loc>https://www.example/5</loc><news:news><news:publication><news:name>{WHO}</news:name></news:publication>"
        f"<news:title>{TEXT}</news:title><news:publication_date>{NOW.isoformat()}</news:publication_date></news:news></url>"
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return f'<?xml version="1.0" encoding="utf-8"?><urlset {spaces}>{entry}</urlset>'.encode()


def listing() -> bytes:
    line = f'<li><a href="/6" title="{WHO}">{TEXT}</a><span>2026-06-01</span><i>{WHO}</i></li>'
    return f'<html><body><ul class="news">{line}</ul></body></html>'.encode()


def feed(number: str) -> bytes:
    return FEED.format(who=WHO, mail=MAIL, id=number, text=escape(TEXT)).encode()


def bodies() -> dict[str, bytes]:
    """Name of the adapter → a body of its kind."""
    social = {"acct": WHO, "display_name": AUTHORS[1], "url": f"https://m.example/@{WHO}"}
    status = {"id": WHO, "url": social["url"], "account": social, "mentions": [social], "visibility": "public", "content": f"@{WHO} {TEXT}"}
    request = {
        "service_request_id": "1", "service_name": "水", "description": TEXT, "first_name": WHO, "phone": IN_TEXT["phone"],
        "email": MAIL, "media_url": f"https://x.example/{WHO}", "account_id": WHO,
    }  # fmt: skip
    record = {"text": f"@{WHO} {TEXT}", "createdAt": "2026-06-01T07:00:00Z", "langs": ["zh"], "facets": [{"did": WHO}]}
    commit = {"operation": "create", "collection": "app.bsky.feed.post", "rkey": WHO, "record": record}
    made: dict[str, object] = {
        "georeport": [request],
        "mastodon": [status],
        "gdelt": {"articles": [{"url": "https://n.example/1", "title": TEXT, "author": WHO, "socialimage": WHO}]},
        "newsnow": {"status": "success", "items": [{"id": 1, "title": TEXT, "url": "https://n.example/2", "extra": {"info": WHO}}]},
        "push": {"sent_at": NOW.isoformat(), "items": [{"id": "1", "text": TEXT, "author": WHO, "user": {"name": WHO}}], "sender": WHO},
        "jetstream": {"did": f"did:plc:{WHO}", "time_us": 1, "kind": "commit", "commit": commit},
    }
    plain = {name: json.dumps(body, ensure_ascii=False).encode() for name, body in made.items()}
    return plain | {
        "sitemap": sitemap(),
        "page": listing(),
        "feed": feed("1"),
        "youtube": feed("2"),
        "rsshub": feed("3"),
        "mailbox": letter(),
        "file": workbook(),
    }


SETTINGS: dict[str, dict[str, object]] = {
    "page": {"list": "ul.news > li > a"},
    "mastodon": {"tag": "停水"},
    "gdelt": {"query": "water"},
    "newsnow": {"id": "w"},
    "rsshub": {"route": "/a/b", "allowed": "/a/b"},
    "mailbox": {"host": "mail.example.org", "user": "county"},
    "file": {"columns": {"工单编号": "id", "诉求内容": "text"}},
}


def run() -> None:
    """Take one body of every kind in, as the worker and the web would."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from huiying.actions.actor import OPERATOR
    from huiying.actions.arrival import hand_over
    from huiying.actions.desk import set_up
    from huiying.actions.source import add_source
    from huiying.actions.watch import add_watch
    from huiying.core.clean.item import clean
    from huiying.core.collect.adapter import Body, Carriage
    from huiying.core.collect.adapters import ADAPTERS, read_body
    from huiying.core.collect.adapters.jetstream import message
    from huiying.store import models
    from huiying.worker.arrivals import Arrivals, take_raw
    from huiying.worker.live import LivePipeline
    from huiying.worker.reading import about
    from huiying.worker.stream import take_posts

    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    add_watch(OPERATOR, name="停水", query="停水", now=NOW)
    pipeline = LivePipeline()
    pipeline.load(NOW)
    for name, body in bodies().items():
        url = f"wss://{name}.example" if name == "jetstream" else f"https://{name}.example/"
        row = add_source(OPERATOR, name=f"源 {name}", url=url, kind="post", adapter=name, options=SETTINGS.get(name, {}), now=NOW)
        spoke = partial(pipeline.door.voice, row.name)
        reading = read_body(name, Body(body, "https://www.example/x"), about(row, NOW), spoke)
        match ADAPTERS[name].carriage:
            case Carriage.STREAM:
                posted = message(body, about(row, NOW))
                assert posted is not None
                take_posts(pipeline, row, [posted], NOW)
            case Carriage.PUSHED | Carriage.FILE:
                zone = __import__("zoneinfo").ZoneInfo(row.zone)
                hand_over(row, [clean(raw, first_seen=NOW, zone=zone) for raw in reading.items], now=NOW)
                Arrivals().take(pipeline, NOW)
            case _:
                take_raw(pipeline, row, reading.items, changes={}, now=NOW)
    pipeline.keep(NOW)
    told = {row.name: row.items.count() for row in models.Source.objects.all()}
    assert told == {f"源 {name}": 1 for name in ADAPTERS}, told
    print(models.Item.objects.filter(masked__has_key="phone").count())


if __name__ == "__main__":
    run()
