"""Keys and digests made from the desk's own secret: nothing of them is stored but what they were made for."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings

from huiying.core.identity import Provider
from huiying.store.models import Item, Source


def derived(*purpose: object) -> bytes:
    """32 bytes that only this desk can make, for one purpose."""
    name = "\0".join(map(str, purpose)).encode("utf-8", "surrogatepass")
    return hmac.new(settings.SECRET_KEY.encode(), b"huiying\0" + name, sha256).digest()


def salt_of(source: Source) -> bytes:
    """The secret with which ids of this source become digests. An unregistered source has one of its name."""
    return derived("salt", source.name)


def push_key(source: Source) -> str:
    """The key with which deliveries of this source are signed, of its present number."""
    return derived("push", source.pk, int(source.progress.get("key", 0))).hex()


def identity_digest(provider: Provider, subject: str) -> str:
    """What is kept of somebody at the identity provider: another issuer, another claim or another secret key gives another digest."""
    return derived("identity", provider.issuer, provider.claim, subject).hex()


def tomb(key: str) -> str:
    """What stands in the place of an item's id once it is gone: enough to know it again when its source still shows it."""
    return "gone:" + derived("gone", key).hex()[:48]


def tomb_mark(fingerprint: str) -> str:
    """The same of what an item said."""
    return derived("said", fingerprint).hex()[:32]


def held(keys: Iterable[str]) -> set[str]:
    """Which of these ids the desk has or had."""
    keys = set(keys)
    tombs = {tomb(key): key for key in keys}
    found = Item.objects.filter(key__in=[*keys, *tombs]).values_list("key", flat=True)
    return {tombs.get(key, key) for key in found}


def known(source: Source, keys: Iterable[str], marks: Iterable[str]) -> tuple[set[str], set[str]]:
    """Which of these ids the desk has or had, and which of these fingerprints this source has brought before."""
    marks = set(marks)
    tombs = {tomb_mark(mark): mark for mark in marks}
    said = Item.objects.filter(source=source, fingerprint__in=[*marks, *tombs]).values_list("fingerprint", flat=True)
    return held(keys), {tombs.get(mark, mark) for mark in said}
