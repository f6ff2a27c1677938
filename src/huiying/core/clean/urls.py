"""Addresses in one form, and the stable identity of an item."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import unquote, urlsplit, urlunsplit

from huiying.core.clean.profiles import nameless, people, without_person
from huiying.core.clean.redact import redact
from huiying.core.types import RawItem

_CLEAN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*/[A-Za-z0-9/._~!$'()*,;=%+-]*\Z")
_TRACKING = re.compile(
    r"(?:utm_\w+|spm|scm|gclid|gclsrc|dclid|fbclid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|"
    r"share_token|share_source|share_medium|share_plat|share_from|share_tag|share_session_id|vd_source|spm_id_from|bd_vid|hmsr|hmpl|hmcu|"
    r"isappinstalled|sharer_sharetime|sharer_shareid|sharer_shareinfo|mpshare|wt_mc|xtor|cmpid|at_medium|at_campaign|ns_mchannel|ns_campaign)\Z",
    re.I,
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u3000\\<>\"]")
_PERSONAL = re.compile(
    r"(?:e?mail|phone|mobile|tel|openid|unionid|uid|user|user_?id|user_?name|author|author_?id|screen_?name|nick(?:name)?)\Z", re.I
)
_BARE_ID = re.compile(r"[A-Za-z0-9_.:/#-]*\Z")
_LONGEST = 2048


def canonical(url: str) -> str:
    """The address without what changes nothing (fragment, credentials, default port, tracking parameters) and without any person.

    Where the path holds a private person's handle it is the publisher's address without one, or else the host alone: decision 14.
    "" for anything but http and https, and for what is no address at all. The order of the query is kept, for it may matter.
    """
    return without_person(_plain(url))


def _plain(url: str) -> str:
    if _CLEAN.match(url) and len(url) <= _LONGEST:
        return url
    try:
        parts = urlsplit(_UNSAFE.sub(lambda match: "%20" if match[0] == " " else "", url.strip()))
        scheme = parts.scheme.lower()
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError:
        return ""
    if scheme not in ("http", "https") or not host:
        return ""
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != (443 if scheme == "https" else 80):
        host = f"{host}:{port}"
    query = "&".join(field for field in parts.query.split("&") if field and not _dropped(field)) if parts.query else ""
    result = urlunsplit((scheme, host, parts.path or "/", query, ""))
    return result if len(result) <= _LONGEST else urlunsplit((scheme, host, parts.path or "/", "", ""))[:_LONGEST]


def _dropped(field: str) -> bool:
    name, _, value = field.partition("=")
    return _TRACKING.match(name) is not None or _PERSONAL.match(name) is not None or "@" in unquote(value)


def item_id(raw: RawItem) -> str:
    """The item's identity for ever: source and the source's own id, else the canonical address, else title and text.

    An own id that is over-long or holds what redaction would mask (an e-mail address, a name in a title) is replaced by its hash; a
    handle in the path of an address has no part in the identity at all, so that nobody can try handles against it.
    """
    if raw.native_id:
        if "/" in raw.native_id and any(people(raw.native_id)):
            return f"{raw.source}:{_hash(_post(raw.native_id, raw))}"
        return f"{raw.source}:{_own_id(raw.native_id)}"
    address = _plain(raw.url)
    return f"{raw.source}:{_hash(_post(address, raw) if address else raw.title + chr(0) + raw.text)}"


def _post(address: str, raw: RawItem) -> str:
    """An address without the person in it; where too little is left to know the post by, its words are added."""
    left, enough = nameless(address)
    return left if enough else f"{left}{chr(0)}{raw.title}{chr(0)}{raw.text}"


# a hot list names the same entries hour after hour
@lru_cache(maxsize=1 << 16)
def _own_id(native: str) -> str:
    return _hash(native) if len(native) > 200 or not native.isprintable() or _personal(native) else native


def _personal(native: str) -> bool:
    # A bare token is a machine's number whatever digits it holds: only the checksum of an identity number tells.
    if _BARE_ID.match(native):
        return "id" in redact(native).counts if len(native) >= 18 else False
    return bool(redact(native).counts)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
