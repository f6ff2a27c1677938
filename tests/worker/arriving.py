"""A body that arrives from a source: read as the worker reads it, and taken in."""

from __future__ import annotations

from datetime import datetime

from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.intake import Outcome, take
from huiying.worker.live import LivePipeline
from huiying.worker.reading import about, body_of, read_body


def arrive(pipeline: LivePipeline, source: models.Source, result: FetchResult, now: datetime) -> int:
    """How many items of `result` were new."""
    source.refresh_from_db()
    reading = read_body(source.adapter, body_of(result), about(source, now), pipeline.door)
    return take(pipeline, Outcome(source.pk, result, pipeline.door.mark(result.body), reading), now)
