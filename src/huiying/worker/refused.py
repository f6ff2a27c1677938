"""Why a fetch gave nothing."""

from __future__ import annotations

from huiying.core.types import Refusal


class FetchRefused(Refusal):
    """A fetch that gave nothing. `reason` is one of: bad_url, private_address, dns, connect, tls, deadline, too_large, encoding, protocol,
    redirects, robots, busy, mailbox, no_password, parse (then with the value `cause`), http_status (then with `status` and the raw
    `retry_after`). `host` is the one that answered."""

    def __init__(self, reason: str, template: str, /, *, status: int | None = None, retry_after: str = "", **values: object) -> None:
        super().__init__(template, **values, **({} if status is None else {"status": status}))
        self.host = str(values.get("host") or "").lower()
        self.reason = reason
        self.status = status
        self.retry_after = retry_after
