"""The record, entry by entry."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying.api.gate import reads
from huiying.api.lists import listing
from huiying.api.schemas import PAGE, After, EventOut, Limit, Listing
from huiying.store import models

router = Router(tags=["record"])


@reads(router, "/events", "record.view", response=Listing[EventOut])
def list_events(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Entries of the record in order, with everything needed to check the chain."""
    return listing(models.Entry.objects.all(), after, limit)
