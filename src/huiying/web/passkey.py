"""Passkeys (WebAuthn): what a browser is asked, and whether its answer is right. The checking itself is python-fido2's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from huiying.core.types import Refusal
from huiying.settings import value
from huiying.store.models import Desk, Factor, Member

LONGEST = 20_000


@dataclass(frozen=True)
class NewPasskey:
    """A passkey that a browser made and proved."""

    credential: str
    public: bytes
    counter: int


def origin_of(request: HttpRequest) -> str:
    """The one address at which a browser may use a passkey here: that of the site, never another name of it."""
    if public := value("HUIYING_PUBLIC_URL"):
        parts = urlsplit(public)
        return f"{parts.scheme}://{parts.netloc}"
    secure = request.is_secure() or settings.SESSION_COOKIE_SECURE
    return f"{'https' if secure else 'http'}://{request.get_host()}"


def _server(request: HttpRequest) -> Fido2Server:
    origin, desk = origin_of(request), Desk.objects.first()
    party = PublicKeyCredentialRpEntity(id=urlsplit(origin).hostname or "", name=desk.name_en if desk else "Huiying")
    return Fido2Server(party, verify_origin=lambda said: said == origin)


def _known(member: Member) -> list[AttestedCredentialData]:
    return [AttestedCredentialData(bytes(row.secret)) for row in Factor.objects.filter(member=member, kind="passkey").order_by("id")]


def begin_making(request: HttpRequest, member: Member, passkey_id: str) -> tuple[str, dict[str, Any]]:
    """(what the browser is asked, as JSON; what must be remembered until it answers) for a new passkey."""
    person = PublicKeyCredentialUserEntity(id=websafe_decode(passkey_id), name=member.username, display_name=member.name)
    options, state = _server(request).register_begin(
        person,
        _known(member),
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return json.dumps(dict(options)), state


def end_making(request: HttpRequest, state: dict[str, Any], answer: str) -> NewPasskey:
    """The passkey of an answer that is right."""
    try:
        made = _server(request).register_complete(state, _read(answer))
        assert made.credential_data is not None
        return NewPasskey(websafe_encode(made.credential_data.credential_id), bytes(made.credential_data), made.counter)
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError, IndexError) as error:
        raise Refusal("The browser's answer does not fit. Begin again.") from error


def begin_proving(request: HttpRequest, member: Member | None) -> tuple[str, dict[str, Any]]:
    """The same for signing in: as the second step of one member, or alone, when the device itself must know its owner."""
    wanted = UserVerificationRequirement.REQUIRED if member is None else UserVerificationRequirement.PREFERRED
    options, state = _server(request).authenticate_begin(_known(member) if member is not None else None, wanted)
    return json.dumps(dict(options)), state


def end_proving(request: HttpRequest, state: dict[str, Any], answer: str, member: Member | None) -> tuple[Factor, int]:
    """The passkey that answered rightly and its counter. `member`: whose it must be; None: anybody's whose account is open."""
    try:
        read = AuthenticationResponse.from_dict(_read(answer))
        row = Factor.objects.select_related("member").filter(kind="passkey", credential=websafe_encode(read.raw_id)).first()
        if row is None or not row.member.is_active or (member is not None and row.member_id != member.pk):
            raise ValueError("not known")
        handle = read.response.user_handle
        if handle and websafe_encode(handle) != row.member.passkey_id:
            raise ValueError("of another account")
        _server(request).authenticate_complete(state, [AttestedCredentialData(bytes(row.secret))], read)
        return row, read.response.authenticator_data.counter
    # the library says what is wrong in many ways, InvalidSignature among them; to whoever sent it all of them mean the same
    except Exception as error:
        raise Refusal("This passkey is not known here, or its answer does not fit.") from error


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise ValueError("too long")
    found = json.loads(answer)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found
