"""Inflating what comes over the wire, never more than asked for: 200 KB can hold 200 MB."""

from __future__ import annotations

import zlib


class Inflater:
    """Inflates gzip members and zlib streams; a `raw_allowed` deflate stream may lack its header, as many servers send it."""

    def __init__(self, *, raw_allowed: bool) -> None:
        self._raw_allowed = raw_allowed
        self._stream = zlib.decompressobj(47)  # gzip or zlib by its header
        self._started = False

    @property
    def complete(self) -> bool:
        """Whether the last stream reached its end, or there was none."""
        return self._stream.eof or not self._started

    def feed(self, data: bytes, limit: int) -> bytes:
        """What `data` inflates to, at most `limit` bytes; a caller that gets that many stops. Raises zlib.error for broken data."""
        out = bytearray()
        while data and len(out) < limit:
            if self._stream.eof:
                if not data.startswith(b"\x1f\x8b"):
                    break  # padding after the last member
                self._stream = zlib.decompressobj(47)
            try:
                out += self._stream.decompress(data, limit - len(out))
            except zlib.error:
                if self._started or not self._raw_allowed:
                    raise
                self._stream = zlib.decompressobj(-15)
                out += self._stream.decompress(data, limit - len(out))
            self._started = True
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        return bytes(out)
