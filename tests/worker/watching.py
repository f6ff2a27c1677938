"""What the children of this process hold, by the kernel's account, while they live."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread


def status(process: str, field: str) -> int:
    """Bytes, by the kernel's account; 0 where the process is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{field}:")), 0)


@contextmanager
def watched(most: dict[str, int]) -> Iterator[None]:
    """Note the most that each descendant of this process ever held, while it lives."""
    over = Event()

    def look() -> None:
        own = str(Path("/proc/self").resolve().name)
        while not over.wait(0.005):
            for path in Path("/proc").glob("[0-9]*"):
                try:
                    above = (path / "stat").read_text().rpartition(")")[2].split()[1]
                except OSError:
                    continue
                if above == own or above in most:
                    # the last word, not the highest: until it runs its own program a new process shows what its parent holds
                    most[path.name] = status(path.name, "VmHWM") or most.get(path.name, 0)

    thread = Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
