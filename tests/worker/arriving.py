"""A body that arrives from a source: read as the worker reads it, and taken in."""

from __future__ import annotations

from datetime import datetime

from huiying.core.collect.adapters import read_body
from huiying.core.collect.voice import SPEAKING
from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.intake import Outcome, take
from huiying.worker.live import LivePipeline
from huiying.worker.reading import about, body_of


def arrive(pipeline: LivePipeline, source: models.Source, result: FetchResult, now: datetime) -> int:
    """How many items of `result` were new."""
    source.refresh_from_db()
    of = about(source, now)
    voice = (lambda name: pipeline.door.voice(source.name, name)) if of.kind in SPEAKING else None
    reading = read_body(source.adapter, body_of(result), of, voice)
    return take(pipeline, Outcome(source.pk, result, pipeline.door.mark(result.body), reading), now)
