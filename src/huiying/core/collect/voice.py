"""The door at which a name ends: what a source calls whoever spoke becomes a keyed number at once, and is read nowhere else."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from hashlib import blake2b

from huiying.core.types import Kind

Voice = Callable[[str], int | None]
"""Makes a keyed number of a name."""

# Where people speak for themselves. A newspaper's byline is no voice, and a hot list has none.
SPEAKING = frozenset({Kind.POST, Kind.QUESTION, Kind.COMMENT, Kind.HOTLINE})
_LONGEST = 200


class Door:
    """Knows a secret of the process. The number of a name holds at one source only, so nobody is linked across sources."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def voice(self, source: str, name: str) -> int | None:
        """The number of a name at a source, None where there is no name. Width, case and blanks do not matter."""
        plain = " ".join(unicodedata.normalize("NFKC", name[:_LONGEST]).casefold().split())
        if not plain:
            return None
        made = blake2b(f"{source}\0{plain}".encode("utf-8", "surrogatepass"), key=self._secret, digest_size=8)
        return int.from_bytes(made.digest(), "big")

    def mark(self, body: bytes) -> str:
        """A fetched body in 32 characters. It holds names, so a plain digest of it would let anybody confirm a guess."""
        return blake2b(body, key=self._secret, digest_size=16).hexdigest()
