"""Open311 GeoReport v2: requests to a city's services, GET only."""

from __future__ import annotations

import html
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml.ElementTree import fromstring

from huiying.core.collect.adapter import About, Adapter, Body, Option
from huiying.core.collect.charset import decode
from huiying.core.collect.markup import xml_text
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

FIRST = timedelta(days=7)
OVERLAP = timedelta(days=1)  # a request may be published some time after it was made
MOST = timedelta(days=90)  # the longest window that the specification lets a server answer
_Id = str | int | float | None


class _Request(msgspec.Struct):
    # Neither media_url nor lat and long, and nothing of who asked: what is not named here is not decoded.
    service_request_id: _Id = None
    token: _Id = None
    status: str | None = None
    status_notes: str | None = None
    service_name: str | None = None
    description: str | None = None
    address: str | None = None
    requested_datetime: str | None = None


_FIELDS = frozenset(_Request.__struct_fields__)


def address(about: About) -> str:
    """The requests of the time since the last item, in the form and with the jurisdiction that were set."""
    parts = urlsplit(about.url)
    folder = parts.path.rstrip("/")
    for ending in ("/requests.json", "/requests.xml", "/services.json", "/services.xml"):
        folder = folder.removesuffix(ending)
    begin = about.now - FIRST if about.since is None else max(about.since - OVERLAP, about.now - MOST)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("start_date", "end_date", "page")]
    for name in ("jurisdiction_id", "service_code"):
        if about.options.get(name):
            query = [(other, value) for other, value in query if other != name] + [(name, str(about.options[name]))]
    query += [("start_date", _stamp(begin)), ("end_date", _stamp(about.now))]
    if _size(about):
        query += [("page_size", str(_size(about))), ("page", "1")]
    form = "xml" if about.options.get("form") == "xml" else "json"
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/requests.{form}", urlencode(query), ""))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The requests in JSON or XML. Where somebody was is not read; the address stays in the text, where it is masked."""
    head = body.content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    rows = _from_xml(body) if head.startswith(b"<") else _from_json(body)
    items = tuple(_item(row, body.url, about) for row in rows if row.service_request_id is not None)
    size = _size(about)
    return Reading("", items, more=(_next(body.url),) if size and len(rows) >= size else ())


def _item(row: _Request, url: str, about: About) -> RawItem:
    number = str(row.service_request_id).strip()
    parts = [part.strip() for part in (row.description, row.address, row.status_notes) if part and part.strip()]
    base = urlsplit(url)
    folder = base.path.rpartition("/")[0]
    return RawItem(
        source=about.name,
        native_id=number,
        kind=about.kind,
        url=urlunsplit((base.scheme, base.netloc, f"{folder}/requests/{number}.json", "", "")) if number.isalnum() else "",
        title=html.escape(row.service_name or "", quote=False),
        text=html.escape("\n".join(parts), quote=False).replace("\n", "<br>"),
        published_raw=(row.requested_datetime or "").strip(),
    )


def _from_json(body: Body) -> list[_Request]:
    text = decode(body.content, declared=body.charset or "utf-8").text
    try:
        found = msgspec.json.decode(text.encode("utf-8", "replace"), type=list[_Request] | _Wrapped)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refusal("This is not the list of requests that GeoReport v2 describes: %(reason)s.", reason=str(error)) from None
    return found if isinstance(found, list) else found.service_requests


class _Wrapped(msgspec.Struct):
    # Some servers put the list into an object, as the XML form does.
    service_requests: list[_Request]


def _from_xml(body: Body) -> list[_Request]:
    try:
        root = fromstring(xml_text(body.content, charset=body.charset).text)
    except (ParseError, ValueError) as error:
        raise Refusal("This is not the list of requests that GeoReport v2 describes: %(reason)s.", reason=str(error)) from None
    if root.tag != "service_requests":
        raise Refusal(
            "This is not the list of requests that GeoReport v2 describes: %(reason)s.",
            reason=f"<{str(root.tag)[:40]}>, not <service_requests>",
        )
    return [_Request(**_texts(element)) for element in root.findall("request")]


def _texts(element: Element) -> dict[str, str]:
    return {child.tag: child.text for child in element if child.tag in _FIELDS and child.text}


def _next(url: str) -> str:
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    page = next((int(value) for name, value in query if name == "page" and value.isdecimal() and len(value) < 6), 1)
    kept = [(name, value) for name, value in query if name != "page"]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode([*kept, ("page", str(page + 1))]), ""))


def _size(about: About) -> int:
    said = str(about.options.get("page_size") or "0")
    return int(said) if said.isdecimal() and len(said) < 5 else 0


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _number(value: object) -> None:
    if not (str(value).isdecimal() and int(str(value)) <= 1000):
        raise Refusal("%(value)s is not a number of requests a page; give 0 to 1000.", value=value)


GEOREPORT = Adapter(
    name="georeport",
    title="Requests to city services (Open311 GeoReport v2)",
    terms="GeoReport v2 is an open interface that a body publishes for programs; reading needs no key. The terms of the body that runs "
    "it apply.",
    personal="Where somebody was, pictures and whoever asked are never read. A house number or a name in the text is masked.",
    read=read,
    kind=Kind.HOTLINE,
    address=address,
    options=(
        Option("jurisdiction_id", "Jurisdiction", help="Only where one server answers for several places, like city.example.gov."),
        Option("service_code", "Codes of services", help="Empty for all; several with commas between them."),
        Option("form", "Form of the answer", "json", choices=(("json", "JSON"), ("xml", "XML"))),
        Option("page_size", "Requests a page", "0", help="Where the server answers in pages; 0 where it does not.", check=_number),
    ),
)
