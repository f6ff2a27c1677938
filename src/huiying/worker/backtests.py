"""Backtests that people asked for, one after another, each in a process of its own: the intake must not become slower."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Sequence

from huiying.actions import backtest as acts
from huiying.core.types import Refusal
from huiying.store import models

log = logging.getLogger(__name__)


class Backtests:
    """At most one runs at a time."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._row = 0
        self._fresh = True

    def look(self) -> None:
        """Start the next one if none runs, and see what became of the last."""
        if self._fresh:
            acts.requeue()
            self._fresh = False
        if self._running is not None:
            code = self._running.poll()
            if code is None:
                return
            self._running = None
            row = models.Backtest.objects.filter(pk=self._row, state__in=("queued", "running")).first()
            if row is not None:
                log.error("backtest %d ended with %s", row.pk, code)
                acts.fail(row, Refusal("The backtest broke off; the log says why."))
        row = models.Backtest.objects.filter(state="queued").order_by("id").first()
        if row is not None:
            self._row, self._running = row.pk, self._start(["backtest", "--queued", str(row.pk)])

    def _start(self, words: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "huiying", *words])  # noqa: S603 - our own program

    def stop(self) -> None:
        """End what runs; it begins again with the next worker."""
        if self._running is not None and self._running.poll() is None:
            self._running.terminate()
            try:
                self._running.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._running.kill()
