"""Encryption at rest: AES-256-GCM with keys derived (HKDF, SHA-256) from HUIYING_SEAL_KEY, which stands in the environment alone.

The setting may name several keys by comma: the first one seals, every one of them opens what it sealed.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from huiying.core.types import Refusal

_NONCE = 12
_SHORTEST = 32


class Sealed(NamedTuple):
    """An encrypted text, the key that opens it (itself encrypted), and the SHA-256 of the encrypted text."""

    body: bytes
    key: bytes
    digest: str


def _keys(purpose: str) -> list[bytes]:
    given = [part.strip() for part in settings.SEAL_KEY.split(",") if part.strip()]
    if not given:
        raise Refusal("Nothing can be sealed yet: HUIYING_SEAL_KEY is not set. Run `huiying init` on the machine; it writes one.")
    if any(len(part) < _SHORTEST for part in given):
        raise Refusal("HUIYING_SEAL_KEY is too short: it needs at least %(least)d characters.", least=_SHORTEST)
    return [HKDF(algorithm=SHA256(), length=32, salt=None, info=f"huiying {purpose}".encode()).derive(part.encode()) for part in given]


def can_seal() -> bool:
    """Whether there is a key to seal with."""
    return bool(settings.SEAL_KEY.strip(" ,"))


def _encrypt(key: bytes, data: bytes, about: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, about)


def _decrypt(key: bytes, data: bytes, about: bytes) -> bytes:
    return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], about)


def wrap(data: bytes, *, purpose: str, about: str = "") -> bytes:
    """Encrypt a few bytes with the desk's key for one purpose; `about` binds them to what they belong to."""
    return _encrypt(_keys(purpose)[0], data, about.encode())


def unwrap(data: bytes, *, purpose: str, about: str = "") -> bytes:
    """What `wrap` encrypted."""
    for key in _keys(purpose):
        try:
            return _decrypt(key, data, about.encode())
        except InvalidTag:
            continue
    raise Refusal("This was sealed with another key: HUIYING_SEAL_KEY is not the one that sealed it.")


def seal(text: str, *, about: str) -> Sealed:
    """Encrypt a text with a fresh key of its own."""
    key = secrets.token_bytes(32)
    body = _encrypt(key, text.encode("utf-8", "surrogatepass"), about.encode())
    digest = hashlib.sha256(body).hexdigest()
    return Sealed(body, wrap(key, purpose="note", about=digest), digest)


def open_sealed(body: bytes, key: bytes, *, about: str) -> str:
    """The text again; refuses a body or a key that was changed."""
    digest = hashlib.sha256(body).hexdigest()
    try:
        return _decrypt(unwrap(key, purpose="note", about=digest), body, about.encode()).decode("utf-8", "surrogatepass")
    except InvalidTag as error:
        raise Refusal("The sealed text was changed since it was written and cannot be opened.") from error
