"""Small bodies of every kind of source, in Chinese and English and in the charsets that are met, for `bench/fuzz.py` to mutate."""

# ruff: noqa: E501 - bodies as they come

from __future__ import annotations

import gzip
import io
import json
import zipfile

RSS = (
    '<?xml version="1.0" encoding="gb2312"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>'
    "县报</title><ttl>30</ttl><item><guid>1</guid><title>停水&amp;停电</title><link>https://p.example/1</link><author>A</author><pubDate>2026年"
    "11月22日 09:05</pubDate><content:encoded><![CDATA[<p>a<br>b</p>]]></content:encoded></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><title type="html">t &lt;b&gt;</title><entry><id>urn:1</id><link href="x"/>'
    '<updated>2026-11-23T01:05:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content></entry></feed>'
)
JSON = (
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1e3,"url":"/1","content_text":"a","date_published":"2026","authors":[]}]}'
)
NEWS_SITEMAP = (
    '<?xml version="1.0" encoding="gb2312"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n" xmlns:image="i"><url>'
    "<loc>https://p.example/1?a=1&amp;b=2</loc><news:news><news:publication><news:language>zh</news:language></news:publication>"
    "<news:publication_date>2026-11-22T08:00:00+08:00</news:publication_date><news:title><![CDATA[停水]]> &#x7535;</news:title></news:news>"
    "<image:image><image:title>图</image:title></image:image></url><url><loc>/2026/11/23/a.html</loc><lastmod>2026-11-23</lastmod></url></urlset>"
)
BARE_SITEMAP = "<urlset><url><loc>https://p.example/a</loc></url><url><loc>/b</loc></url><url><loc>../c</loc></url></urlset>"
INDEX = "<sitemapindex><sitemap><loc>/news.xml</loc><lastmod>2026-11-22</lastmod></sitemap><sitemap><loc>/b.xml.gz</loc></sitemap></sitemapindex>"
ROWS = "".join(
    f'<li><a href="./t2026112{n}_{n}.html" title="关于望澜镇第{n}次停水的通知">关于望澜镇第{n}次停水…</a><span>[2026-11-2{n}]</span></li>'
    for n in range(4)
)
LISTED = (
    f'<!DOCTYPE html><meta charset=gb2312><base href="/x/"><title>通知公告</title><div><ul class="news-list clearfix">{ROWS}</ul></div>'
)
ENGLISH_LIST = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/f"></head><body><ul class="news-list">'
    + "".join(f'<li><a href="/n{n}">Water main break closes Elm Street, part {n}</a> <time>Nov 2{n}, 2026</time></li>' for n in range(4))
    + "</ul></body></html>"
)
ARTICLE = (
    '<html><head><meta charset="gbk"><title>停水通知_县政府</title><meta name="PubDate" content="2026-11-22 09:05"><script type='
    '"application/ld+json">{"datePublished":"2026-11-22T09:05:00+08:00"}</script></head><body><h1>停水通知</h1><p>发布日期：2026年11月22日</p>'
    '<div class="TRS_Editor"><p>因检修，望澜镇今晚停水，请提前储水。</p><table><tr><td>22时</td><td>恢复</td></tr></table></div></body></html>'
)
ENGLISH_ARTICLE = (
    "<article><h1>Main break on Elm Street</h1><p class=byline>Published 22 November 2026 at 9:05 am</p><p>Crews are repairing a "
    "twelve-inch main on Elm Street. Residents should boil water until further notice.</p><pre>a</pre><blockquote>b</blockquote></article>"
)
CSV = '工单编号,诉求内容,受理时间,来电人\r\n"A1","停水""了""\n很久",2026-11-22 09:05,某\r\n2,"噪音;扰民",46348.5,\r\n'
TABBED = "id\ttext\ttime\n1\tno water\t22/11/2026\n2\tnoise | smell\t2026-11-22\n"
LINES = '{"id":1,"text":"停水","time":"2026-11-22","n":1e300}\n{"id":"2","text":null,"x":[1],"y":{"z":1}}\n'
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C3"/><sheetData><row r="1"><c r="A1" t='
    '"inlineStr"><is><t>工单编号</t></is></c><c r="B1" t="inlineStr"><is><t>诉求内容</t></is></c></row><row r="2"><c r="A2"><v>12</v></c><c r="B2" '
    't="s"><v>0</v></c><c r="C2" s="1"><v>46348.5</v></c></row><row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c></row>'
    '<row r="4"><c r="A4" t="d"><v>2026-11-22</v></c><c r="B4"><f>A1</f><v>1e3</v></c></row></sheetData></worksheet>'
)
LETTER = (
    "From: =?gb2312?B?zbi7pw==?= <a@x.example>\r\nSubject: =?gb18030?B?zbLLrs2o1qo=?= =?utf-8?Q?_=E6=B0=B4?=\r\nMessage-ID: <1@x.example>\r\n"
    'Date: Sun, 22 Nov 2026 09:05:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: '
    "text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\nzbLLrs2o1qo=\r\n--b\r\nContent-Type: text/html; charset=x-unknown\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=81=9C=E6=B0=B4<blockquote>x</blockquote>=\r\n</p>\r\n--b--\r\n"
)
FORWARDED = (
    "Subject: Fwd: no water\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n--a\nContent-Type:"
    " text/plain; charset*=utf-7''x; format=flowed\n\nNo water since 9.\n> quoted\n-- \nA. Person\n--a\nContent-Type: application/pdf\n\n%PDF\n--a--\n"
)
TOLD = (
    "联系人张伟，电话１３８-0013-8000，身份证11010519491231002X，住望澜镇3号楼2单元501室，车牌京A12345，卡号6222 0212 3456 7890 123。张先生说停水。"
    "\0Call Mary O'Neil at (212) 555-0147 or mary.oneil@example.com, 12 Elm St Apt 4; @mary posted it. Mr. Neil's card is 4111 1111 1111 1111."
)


def packed_sheet(sheet: bytes, text: bytes = "望澜镇停水".encode()) -> bytes:
    """A workbook with this XML for its one sheet: mutating a packed file would only ever break the packing."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/><Override PartName='
        f'"/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType='
        f'"{kinds}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, part in parts.items():
            book.writestr(name, part)
        book.writestr("xl/sharedStrings.xml", b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (main.encode(), text))
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def _json(*bodies: object) -> tuple[str, ...]:
    return tuple(json.dumps(body, ensure_ascii=number % 2 == 1) for number, body in enumerate(bodies))


_POST = {"text": "@a.bsky.social 停水了", "createdAt": "2026-11-23T01:05:00.1Z", "langs": ["zh-Hans", "en"], "facets": [{}]}
_COMMIT = {"operation": "create", "collection": "app.bsky.feed.post", "rkey": "3k", "record": _POST}
_STATUS = {
    "id": "1",
    "visibility": "public",
    "content": "<p><a class=u-url>@<span>a</span></a> 停水</p>",
    "created_at": "2026-11-23T01:05:00Z",
}
_REQUEST = {"service_request_id": 1, "service_name": "水", "description": "停水<b>", "address": "Elm 1", "requested_datetime": "2026-11-22"}
_NEWS = {"url": "https://p.example/1", "title": "停水 & more", "seendate": "20261122T010500Z", "language": "Chinese"}
_ENTRY = {"id": 1, "title": "望澜停水", "url": "https://p.example/1", "pubDate": 1795395900000, "extra": {"hover": "x"}}

SEEDS: dict[str, tuple[str | bytes, ...]] = {
    "feed": (RSS, ATOM, JSON, RSS.encode("gb18030"), RSS.encode("utf-16"), RSS.encode("utf-32-le")),
    "youtube": (ATOM,),
    "rsshub": (RSS, ATOM),
    "sitemap": (
        NEWS_SITEMAP,
        NEWS_SITEMAP.encode("gb18030"),
        NEWS_SITEMAP.encode("utf-16"),
        BARE_SITEMAP,
        INDEX,
        gzip.compress(INDEX.encode()),
    ),
    "page": (LISTED.encode("gb18030"), LISTED, LISTED.encode("utf-16"), ENGLISH_LIST, ENGLISH_LIST.encode("big5")),
    "file": (CSV, CSV.encode("gb18030"), CSV.encode("utf-16"), TABBED, LINES, packed_sheet(SHEET.encode())),
    "mailbox": (LETTER, FORWARDED, "Subject: 停水\r\n\r\n望澜镇".encode("gb18030")),
    "georeport": (
        *_json([_REQUEST], {"service_requests": [_REQUEST]}),
        '<?xml version="1.0" encoding="gbk"?><service_requests><request><service_request_id>1</service_request_id><description>停水 &amp; a'
        "</description><requested_datetime>2026-11-22T09:05:00+08:00</requested_datetime></request></service_requests>",
    ),
    "mastodon": _json([_STATUS], [{**_STATUS, "id": 2, "spoiler_text": "water", "language": "en", "reblog": None}]),
    "jetstream": _json(*({"did": "did:plc:a", "time_us": n, "kind": "commit", "commit": {**_COMMIT, "rkey": str(n)}} for n in (1, 2))),
    "push": _json(
        {
            "sent_at": "2026-11-23T04:00:00Z",
            "items": [{"id": "1", "title": "停水", "published_at": "昨天", "kind": "notice"}],
            "gone": ["2"],
        },
        {"sent_at": "2026-11-23T12:00:00+08:00", "items": [{"id": "x", "text": "no water <b>", "url": "https://p.example/1"}]},
    ),
    "gdelt": _json({"articles": [_NEWS]}, {"articles": [{**_NEWS, "language": "English"}]}),
    "newsnow": _json({"status": "success", "items": [_ENTRY]}, {"status": "cache", "items": [{**_ENTRY, "id": "a", "pubDate": "1小时前"}]}),
}
"""By the name of the adapter."""
