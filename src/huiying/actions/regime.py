"""Keeping what the pipeline ran under: the row, and the entry that makes it evident."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.db import transaction

from huiying.actions.actor import DETECTOR
from huiying.actions.recording import write
from huiying.core.record import canonical
from huiying.core.warn.rule import Rule
from huiying.store.models import Regime


def take_up(*, after: int, setup: Any, rule: Rule, anew_from: int | None = None, now: datetime) -> None:
    """From the item that follows `after`, the pipeline runs under `setup`."""
    with transaction.atomic():
        Regime.objects.create(after=after, setup=setup, anew_from=anew_from, made_at=now)
        digest = hashlib.sha256(canonical(setup).encode("utf-8", "surrogatepass")).hexdigest()
        more = {} if anew_from is None else {"anew_from": anew_from}
        write("setup_taken_up", actor=DETECTOR, now=now, subject="desk", after=after, rule=rule.id, setup=digest, **more)
