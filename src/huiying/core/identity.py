"""Signing in by OpenID Connect (Core 1.0): what the desk says to the body's identity provider, and whether its answer holds. Pure.

The provider says who somebody is and nothing else: what they may do stands at the desk.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

# Which claim of the ID token is the identity, and the scope that makes providers send it. upn is that of AD FS.
CLAIMS = {"sub": "openid", "email": "openid email", "preferred_username": "openid profile", "upn": "openid profile"}
LONGEST = 255  # characters of a subject (Core 1.0, section 2)
# RFC 8176: what somebody knows or is, and what they have. A text message and a call are no second factor here.
_KNOWS_OR_IS = {"pwd", "pin", "kba", "fpt", "face", "iris", "retina", "vbm"}
_HAS = {"otp", "hwk", "swk", "sc"}


class Unfit(Exception):
    """What a provider said cannot be relied on. `why` is for the log and holds no secret and nobody's name."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why[:200]


@dataclass(frozen=True)
class Provider:
    """The body's identity provider, as the settings name it. `acr`: contexts that stand for two factors."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    claim: str = "sub"
    name: str = ""
    acr: tuple[str, ...] = ()


@dataclass(frozen=True)
class Endpoints:
    """Where a provider is asked for what. `by_post`: it takes the secret among the fields only; `named`: its answers name it (RFC 9207)."""

    authorize: str
    token: str
    keys: str
    by_post: bool = False
    named: bool = False


def read_provider(*, issuer: str, client: str, secret: str, claim: str, name: str, acr: str) -> Provider | None:
    """The provider of these settings; None unless issuer, client and secret are all there. Raises ValueError that says which is wrong."""
    if not (issuer and client and secret):
        return None
    if not _sound(issuer):
        raise ValueError(f'HUIYING_OIDC_ISSUER is "{issuer}". It must be an address with https, without a question mark or a user name.')
    if claim not in CLAIMS:
        raise ValueError(f'HUIYING_OIDC_CLAIM is "{claim}". It must be one of {", ".join(CLAIMS)}.')
    return Provider(issuer, client, secret, claim, name.strip() or str(urlsplit(issuer).hostname), tuple(acr.split()))


def _sound(address: object) -> bool:
    """Whether an address may be a provider's: over TLS, or on this machine."""
    if not isinstance(address, str) or not address.isascii() or any(letter <= " " for letter in address):
        return False
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.query or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def description_of(provider: Provider) -> str:
    """Where a provider describes itself (Discovery 1.0, section 4)."""
    return provider.issuer.rstrip("/") + "/.well-known/openid-configuration"


def endpoints(provider: Provider, said: Mapping[str, object]) -> Endpoints:
    """What a provider says of itself, where it fits the issuer; nothing leads to another host. Raises Unfit."""
    if said.get("issuer") != provider.issuer:
        raise Unfit(f"it calls itself {said.get('issuer')!r:.100}, which is not HUIYING_OIDC_ISSUER to the letter")
    found = {}
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        address = said.get(name)
        plain = address.partition("?")[0] if isinstance(address, str) else address
        if not isinstance(address, str) or not _sound(plain) or "#" in address or _origin(address) != _origin(provider.issuer):
            raise Unfit(f"its {name} is missing or on another host than the issuer")
        found[name] = address
    ways = said.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if not isinstance(ways, list) or not {"client_secret_basic", "client_secret_post"} & {str(way) for way in ways}:
        raise Unfit("it takes no client secret")
    return Endpoints(
        authorize=found["authorization_endpoint"],
        token=found["token_endpoint"],
        keys=found["jwks_uri"],
        by_post="client_secret_basic" not in ways,
        named=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _origin(address: str) -> tuple[str, str | None, int]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def challenge(verifier: str) -> str:
    """What stands in the question for a secret that is shown with the answer (RFC 7636, S256)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def question(provider: Provider, at: Endpoints, *, back: str, state: str, nonce: str, verifier: str) -> str:
    """The address at the provider to which a browser is sent."""
    fields = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": back,
        "scope": CLAIMS[provider.claim],
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    if provider.acr:
        fields["acr_values"] = " ".join(provider.acr)
    address, _, own = at.authorize.partition("?")
    return f"{address}?{urlencode([*parse_qsl(own), *fields.items()])}"


def subject_of(provider: Provider, claims: Mapping[str, object]) -> str:
    """Who the provider says that somebody is; empty where it does not say it, or does not vouch for the address."""
    found = claims.get(provider.claim)
    if provider.claim == "email" and claims.get("email_verified") not in (True, "true"):
        return ""
    return found if isinstance(found, str) and is_subject(found) else ""


def is_subject(text: str) -> bool:
    """Whether a text can be an identity."""
    return 0 < len(text) <= LONGEST and text == text.strip() and text.isprintable()


def two_factors(provider: Provider, claims: Mapping[str, object]) -> bool:
    """Whether the provider says that it asked for two factors: mfa, one of each kind, or a context that the settings name."""
    said = claims.get("amr")
    ways = {way for way in said if isinstance(way, str)} if isinstance(said, list) else set()
    return "mfa" in ways or bool(ways & _KNOWS_OR_IS and ways & _HAS) or claims.get("acr") in provider.acr
