"""A small OpenID provider on loopback, as a body would run one: keys, a description of itself, a code for a sign-in, a token for a code.

What it gets wrong is said by the test: `claims` and `header` change the ID token, `spoil` what it is signed with, and so on.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "huiying desk", "a secret: with + and %"


@cache
def first_key() -> RSAKey:
    """Made once a run: it takes a while."""
    return RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})


class IdentityProvider:
    """`who`: the claims of whoever stands before it; None refuses. `requests`: method, path and fields of everything that it was asked."""

    def __init__(self) -> None:
        self.who: dict[str, Any] | None = {"sub": "subject-1"}
        self.claims: dict[str, Any] = {}
        self.description: dict[str, Any] = {}
        self.answers: dict[str, tuple[int, bytes]] = {}  # what a path answers instead
        self.wait: float = 0.0
        self.sign: Callable[[dict[str, Any]], str] = self.signed
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self._codes: dict[str, dict[str, str]] = {}
        self.key = self.published = first_key()
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                fields = dict(parse_qsl(address.query))
                provider.requests.append(("GET", address.path, fields))
                time.sleep(provider.wait)
                if address.path in provider.answers:
                    self._send(*provider.answers[address.path])
                elif address.path.endswith("/.well-known/openid-configuration"):
                    self._send(200, json.dumps(provider.described()).encode())
                elif address.path == "/realm/keys":
                    self._send(200, json.dumps({"keys": [provider.published.as_dict(private=False)]}).encode())
                elif address.path == "/realm/authorize":
                    self.send_response(302)
                    self.send_header("Location", provider.authorized(fields))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    self._send(404, b"")

            def do_POST(self) -> None:
                text = self.rfile.read(int(self.headers["Content-Length"])).decode()
                fields = {name: values[0] for name, values in parse_qs(text).items()}
                provider.requests.append(("POST", self.path, fields))
                time.sleep(provider.wait)
                if self.path in provider.answers:
                    self._send(*provider.answers[self.path])
                else:
                    self._send(*provider.exchanged(fields, self.headers.get("Authorization", "")))

            def _send(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.issuer = f"{self.base}/realm"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def described(self) -> dict[str, Any]:
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.issuer, **{name: f"{self.issuer}/{path}" for name, path in paths.items()}, **self.description}

    def authorized(self, asked: dict[str, str]) -> str:
        """Where the browser goes back to, with a code."""
        assert asked["response_type"] == "code" and asked["client_id"] == CLIENT and asked["code_challenge_method"] == "S256"
        if self.who is None:
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = secrets.token_urlsafe(8)
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def exchanged(self, given: dict[str, str], proof: str) -> tuple[int, bytes]:
        """An ID token for a code that is used the first time, by the right program, with the verifier and address that belong to it."""
        asked = self._codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if proof:
            name, _, secret = base64.b64decode(proof.removeprefix("Basic ")).decode().partition(":")
            known = (unquote_plus(name), unquote_plus(secret)) == (CLIENT, SECRET) and "client_secret" not in given
        else:
            known = (given.get("client_id"), given.get("client_secret")) == (CLIENT, SECRET)
        if not known:
            return 401, b'{"error": "invalid_client"}'
        fits = (
            asked is not None
            and given.get("grant_type") == "authorization_code"
            and given.get("redirect_uri") == asked["redirect_uri"]
            and base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]
        )
        if not fits or asked is None:
            return 400, b'{"error": "invalid_grant"}'
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], **(self.who or {})}
        claims = {name: value for name, value in (claims | self.claims).items() if value is not None}
        return 200, json.dumps({"access_token": "x", "token_type": "Bearer", "id_token": self.sign(claims)}).encode()

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def turn_keys(self) -> None:
        """A new key; the old one is published no longer."""
        self.key = self.published = RSAKey.generate_key(2048, {"kid": f"later-{secrets.token_hex(4)}", "use": "sig"})

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
