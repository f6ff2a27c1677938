"""What somebody typed before their session ended, kept while their browser is away at the identity provider.

It lies in the session, and so in the database, encrypted: the key is made from the state, which goes with the browser and is not kept.
"""

from __future__ import annotations

import base64
import json
import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MOST = 200_000  # characters; a stranger may begin to sign in as often as they like
_NONCE = 12


def _cipher(state: str) -> AESGCM:
    return AESGCM(sha256(b"huiying carried\0" + state.encode()).digest())


def fold(fields: list[tuple[str, str]], state: str) -> str | None:
    """The fields as a text that only the state opens; None where they are too long."""
    plain = json.dumps(fields, ensure_ascii=True)
    if len(plain) > MOST:
        return None
    nonce = secrets.token_bytes(_NONCE)
    return base64.b64encode(nonce + _cipher(state).encrypt(nonce, plain.encode(), None)).decode()


def unfold(folded: str, state: str) -> list[tuple[str, str]]:
    """The fields again; none where it was another state."""
    data = base64.b64decode(folded)
    try:
        return [(str(name), str(text)) for name, text in json.loads(_cipher(state).decrypt(data[:_NONCE], data[_NONCE:], None))]
    except InvalidTag:
        return []
