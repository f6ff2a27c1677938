"""Where the evaluation data lies, and how it is made ready for a replay. It is not part of the project."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

ROOT = Path(__file__).parents[1]
FOLDER = Path(os.environ.get("HUIYING_EVALUATION", ROOT.parent / "shared"))
DEMO = ROOT / "src" / "huiying" / "demo" / "data"
COUNTY = FOLDER / "data" / "county_dev"
INVENTED = ROOT / "bench" / "counties"
SHUOYUAN, XIYU, WUQING, HAOMEN = (INVENTED / name for name in ("shuoyuan", "xiyu", "wuqing", "haomen"))
MADE_ON = {
    "developed-on county": COUNTY,
    "demonstration": DEMO,
    **{
        name: INVENTED / name
        for name in (
            *("shuoyuan", "xiyu", "wuqing", "haomen", "lize", "tayuan", "heishuo", "yunjian"),
            *("huaiping", "xikou", "xitang", "chengxi", "daojiang", "huachuankou"),
            *("lingchuan", "tuoling", "yanping", "langang", "yujing", "yuqiao", "yunzhu"),
        )
    },
}
"""The labelled counties on which weights, words and tables were made."""
MASKED_ON = {
    name: INVENTED / name
    for name in (
        *("shajiwan", "xiyang", "tongao", "shaquan", "jichuan", "zuolin", "tuoyang", "qingyan", "lanyang"),
        *("xunling", "luoyuan", "lanmen", "yuzhang"),
    )
}
"""Those on which nothing was made but masking."""
HELD_OUT = MASKED_ON | {name: INVENTED / name for name in ("lingshi", "wuhua", "lingpu")}
"""Those on which nothing else was made, and on the last three nothing at all."""
COUNTIES = MADE_ON | HELD_OUT
STREAMS = tuple(FOLDER / "data" / "streams" / f"{name}_hourly.dev.jsonl.zst" for name in ("weibo", "zhihu", "douyin"))


def need(path: Path) -> Path:
    """The path, or an end with a clear word."""
    if not path.exists():
        sys.exit(f"{path} is not there: set HUIYING_EVALUATION to the folder that holds data/ and score/.")
    return path


def read_rows(path: Path) -> Iterator[Any]:
    """The lines of a file of JSON lines."""
    return map(orjson.loads, path.read_bytes().splitlines())


def labelled(folder: Path, target: Path) -> Path:
    """The items of a folder, each with the story that its labels name."""
    stories = {row["id"]: row["story"] for row in read_rows(need(folder / "labels.jsonl"))}
    items = read_rows(need(folder / "items.jsonl"))
    target.write_bytes(b"".join(orjson.dumps(item | {"story": stories.get(item["id"])}) + b"\n" for item in items))
    return target


def stripped(gold: Path, target: Path) -> Path:
    """A copy of labelled items without their labels; the replay must not see what it is scored by."""
    with gold.open("rb") as lines, target.open("wb") as out:
        for line in lines:
            row = orjson.loads(line)
            row.pop("story", None)
            out.write(orjson.dumps(row) + b"\n")
    return target


def of_language(gold: Path, target: Path, lang: str) -> Path:
    """The labelled items of one language."""
    rows = [line for line in gold.read_bytes().splitlines(keepends=True) if orjson.loads(line).get("lang") == lang]
    target.write_bytes(b"".join(rows))
    return target


def plain_identities(gold: Path, target: Path) -> Path:
    """A gold folder whose labels name identities as plain strings, as the scorer reads them."""
    target.mkdir(parents=True, exist_ok=True)
    for path in gold.iterdir():
        if path.name == "labels.jsonl":
            rows = list(read_rows(path))
            for row in rows:
                row["pii"] = [mark if isinstance(mark, str) else mark["text"] for mark in row.get("pii") or []]
            (target / path.name).write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
        elif path.suffix in (".jsonl", ".json"):
            (target / path.name).write_bytes(path.read_bytes())
    return target
