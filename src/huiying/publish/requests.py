"""What the body asked publishers to correct: in public, with what was checked. Nobody's name is carried to a public page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from huiying.store import models


@dataclass(frozen=True)
class PublicRequest:
    """One request. `checked`: each claim it rests on with its present verdict and how many pieces of evidence were looked at.

    What one person alone wrote down later (an answer, a reason) is not here: two people stand behind every public word.
    """

    id: int
    publisher: str
    url: str
    wrong: str
    right: str
    published_at: datetime
    state: str
    checked: tuple[tuple[str, str, int], ...]


def requests(*, start: int = 0, stop: int | None = None) -> list[PublicRequest]:
    """Requests in public, the newest first; `start` and `stop` cut like a slice."""
    rows = list(_public().order_by("-published_at", "-pk")[start:stop])
    cited = {claim for row in rows for claim in row.claims}
    claims = models.Claim.objects.filter(pk__in=cited).prefetch_related("evidence").in_bulk()
    return [_request(row, claims) for row in rows]


def count() -> int:
    """How many requests are public."""
    return _public().count()


def _public() -> QuerySet[models.PublisherRequest]:
    return models.PublisherRequest.objects.filter(published_at__isnull=False, case__drill=False)


def _request(row: models.PublisherRequest, claims: dict[int, models.Claim]) -> PublicRequest:
    assert row.published_at is not None
    checked = [claims[number] for number in row.claims if number in claims]
    return PublicRequest(
        id=row.pk,
        publisher=row.publisher,
        url=row.url,
        wrong=row.wrong,
        right=row.right,
        published_at=row.published_at,
        state=row.state,
        checked=tuple((claim.text, claim.state, len(claim.evidence.all())) for claim in checked),
    )
