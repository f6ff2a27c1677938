"""How fast items are grouped, on one core: titles as they come, and posts and articles made of them.

    python bench/grouping.py FILE.jsonl...        (rows with title, published_at or observed_at; the first 20,000 distinct titles are used)

Prints one line of JSON a length: characters, items, items per second of CPU time, live stories, bytes of the snapshot.
"""

import itertools
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson

from huiying.core.group.grouper import Grouper
from huiying.core.types import Item, Kind

MOST = 20_000


def titles(paths: list[str]) -> list[str]:
    """The distinct titles of the files, in order."""
    found: dict[str, None] = {}
    for path in paths:
        with Path(path).open("rb") as lines:
            for line in lines:
                found[orjson.loads(line).get("title") or ""] = None
                if len(found) >= MOST:
                    return list(found)
    return list(found)


def items(words: list[str], parts: int) -> list[Item]:
    """One item a minute; of several parts, the later ones come from titles far apart, so that no two items are copies."""
    start = datetime(2026, 6, 1, tzinfo=UTC)
    made = []
    for n in range(len(words) if parts == 1 else min(len(words), 4000)):
        text = "。".join(words[(n + step * (977 + n % 61)) % len(words)] for step in range(1, parts))
        made.append(
            Item(id=str(n), source="b", kind=Kind.NEWS, url="", title=words[n], text=text, lang="", first_seen=start + timedelta(minutes=n))
        )
    return made


def main() -> None:
    """Group three lengths and print a line for each."""
    words = titles(sys.argv[1:])
    size = sum(map(len, words)) / len(words)
    for wanted in (0, 120, 800):
        made = items(words, max(1, round(wanted / size)))
        grouper = Grouper()
        begun = time.process_time()
        for item in made:
            grouper.assign(item)
        seconds = time.process_time() - begun
        characters = sum(len(i.title) + len(i.text) for i in itertools.islice(made, 1000)) // min(1000, len(made))
        live = len({grouper.story_of(i.id) for i in made} - {None})
        row = {"characters": characters, "items": len(made), "items_per_second": round(len(made) / seconds), "live": live}
        print(orjson.dumps(row | {"snapshot_bytes": len(grouper.dump())}).decode())


if __name__ == "__main__":
    main()
