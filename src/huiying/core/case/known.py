"""How the desk learned of what became a case, where no warning of its own said so first."""

from __future__ import annotations

from enum import StrEnum


class KnownBy(StrEnum):
    """Who told us."""

    SUPERIOR = "superior"
    HOTLINE = "hotline"
    MEDIA = "media"
    OTHER = "other"
