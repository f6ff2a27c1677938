"""Proving who one is: codes of an authenticator app (RFC 6238), recovery codes, and who needs a second factor. Pure."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Sequence
from datetime import date, datetime

STEP = 30  # seconds that one code of an app lasts
DIGITS = 6
DRIFT = 1  # steps that a clock may be wrong, either way
RECOVERY_CODES = 10
# without the letters and digits that are taken for one another
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
RECOVERY_LENGTH = 12


def app_code(key: bytes, step: int) -> str:
    """The code of one time step: HOTP (RFC 4226) of the step, SHA-1, six digits, as every authenticator app has it."""
    mac = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    at = mac[-1] & 15
    number = int.from_bytes(mac[at : at + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(now: datetime) -> int:
    """The time step of a moment."""
    return int(now.timestamp()) // STEP


def matching_step(key: bytes, typed: str, now: datetime, used: int) -> int | None:
    """The step whose code was typed, later than the last one `used`; None where the code is wrong or was used before."""
    wanted = "".join(typed.split())
    if len(wanted) != DIGITS or not (wanted.isascii() and wanted.isdigit()):
        return None
    here = step_of(now)
    found = [step for step in range(here - DRIFT, here + DRIFT + 1) if hmac.compare_digest(app_code(key, step), wanted)]
    return next((step for step in found if step > used), None)


def spell_code(raw: Sequence[int]) -> str:
    """Random bytes as a code that people can copy: three groups of four."""
    letters = "".join(ALPHABET[number % len(ALPHABET)] for number in raw[:RECOVERY_LENGTH])
    return "-".join(letters[at : at + 4] for at in range(0, RECOVERY_LENGTH, 4))


def code_digest(typed: str) -> str:
    """SHA-256 of a code, however its groups were typed. The codes are too random to be guessed from it."""
    plain = "".join(letter for letter in typed.lower() if letter.isalnum())
    return hashlib.sha256(plain.encode("utf-8", "surrogateescape")).hexdigest()


def needs_second_factor(roles: Collection[str], required: Collection[str], since: date | None, today: date) -> bool:
    """Whether somebody with these roles may work only with a second factor on this day."""
    return since is not None and today >= since and bool(set(roles) & set(required))


_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))


def browser_name(agent: str) -> str:
    """What a browser says it is, as a person knows it: "Firefox, Windows"; empty where it says nothing known. No version is kept."""
    kind = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return ", ".join(part for part in (kind, system) if part)
