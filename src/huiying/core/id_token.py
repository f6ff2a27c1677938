"""Whether an ID token of the body's identity provider holds (OpenID Connect Core 1.0, 3.1.3.7). Pure; the cryptography is joserfc's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, Key, OKPKey, RSAKey

from huiying.core.identity import Provider, Unfit

# Signatures with a public key alone: what a secret signs could be signed by whoever knows the secret, and "none" by anybody.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA")
DRIFT = 60  # seconds that the clocks of two machines may differ
MOST_KEYS = 50


def claims_of(provider: Provider, keys: Mapping[str, object], token: str, *, nonce: str, now: datetime) -> dict[str, Any]:
    """What a signed ID token says, after every check of Core 1.0, section 3.1.3.7. Raises Unfit."""
    try:
        claims = _signed(token, _fitting(keys, token))
        _registry(provider, nonce, now).validate(claims)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        why = f"{error.error} {error.description}".strip() if isinstance(error, JoseError) else type(error).__name__
        raise Unfit(f"its ID token does not hold: {why}") from None
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != provider.client:
        raise Unfit("its ID token was made for another program")
    return claims


def _registry(provider: Provider, nonce: str, now: datetime) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=DRIFT,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client},
        nonce={"essential": True, "value": nonce},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
    )


def _fitting(keys: Mapping[str, object], token: str) -> list[Key]:
    """The public keys that may have signed a token: the one that it names, else all of them."""
    named = jws.extract_compact(token.encode()).headers().get("kid")
    found: list[Key] = []
    rows = keys.get("keys")
    for row in rows[:MOST_KEYS] if isinstance(rows, list) else ():
        if not isinstance(row, dict) or row.get("use", "sig") != "sig" or (named is not None and row.get("kid") != named):
            continue
        try:
            key = JWKRegistry.import_key(row)
        except (JoseError, ValueError, TypeError, KeyError):
            continue  # one of a kind that is not known here does no harm to the others
        if isinstance(key, RSAKey | ECKey | OKPKey):
            found.append(key)
    if not found:
        raise ValueError("no key")
    return found


def _signed(token: str, keys: Iterable[Key]) -> dict[str, Any]:
    wrong: Exception = ValueError("no key")
    for key in keys:
        try:
            return jwt.decode(token, key, algorithms=list(ALGORITHMS)).claims
        except (JoseError, ValueError, TypeError) as error:
            wrong = error
    raise wrong
