"""The one place that asks the machine for the time. In the demonstration it runs in time-lapse."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """The present moment, aware UTC."""
    present = datetime.now(UTC)
    demo = os.environ.get("HUIYING_DEMO_CLOCK", "")
    return _lapse(demo, present) if demo else present


def speed() -> float:
    """Seconds of the desk's clock in one second of the machine's, at this moment."""
    demo = os.environ.get("HUIYING_DEMO_CLOCK", "")
    if not demo:
        return 1.0
    _, start, end, factor = _parts(demo)
    return factor if start <= now() < end else 1.0


def sleep(seconds: float) -> None:
    """Wait by the machine's own clock."""
    time.sleep(seconds)


def _parts(demo: str) -> tuple[datetime, datetime, datetime, float]:
    began, start, end, factor = demo.split(",")
    return datetime.fromisoformat(began), datetime.fromisoformat(start), datetime.fromisoformat(end), float(factor)


def _lapse(demo: str, present: datetime) -> datetime:
    """Time-lapse from `start` to `end`, ordinary pace after that: who tries the desk by hand has real minutes."""
    began, start, end, factor = _parts(demo)
    elapsed = max(present - began, timedelta(0))
    lapse = (end - start) / factor
    return start + elapsed * factor if elapsed < lapse else end + (elapsed - lapse)
