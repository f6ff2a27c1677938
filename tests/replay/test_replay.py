"""The contract of `huiying replay`: same input, same bytes, whatever the batch size and wherever it was stopped."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path
from random import Random

import orjson
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huiying.core.types import Refusal
from huiying.replay.run import Options, Result, replay
from huiying.replay.writing import FILES

STREAM = Path(str(files("huiying.demo") / "data" / "items.jsonl"))
WATCHES = json.loads((STREAM.parent / "desk.json").read_text(encoding="utf-8"))["watches"]


def run(out: Path, *paths: Path, **options: object) -> Result:
    bad: list = []
    return replay(Options(files=paths, out=out, **options), report=lambda *_: None, bad_line=bad.append)


def outputs(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def watches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("watches") / "watches.json"
    path.write_text(json.dumps(WATCHES), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented stream with hot-list entries seen again and again, as real streams have them."""
    rows = []
    for line in STREAM.read_bytes().splitlines():
        row = orjson.loads(line)
        row["observed_at"] = row["published_at"]
        rows.append(row)
        if row["kind"] == "hotlist":
            rows += [{**row, "observed_at": row["observed_at"][:14] + f"{minute}:59+08:00", "rank": 59 - minute} for minute in (57, 58, 59)]
    rows.sort(key=lambda row: row["observed_at"])
    path = tmp_path_factory.mktemp("observed") / "observed.jsonl"
    path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory, watches: Path, observed: Path) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("reference")
    run(out, observed, watches=watches)
    return outputs(out)


@pytest.mark.parametrize("batch", [1, 7, 100, 10_000])
def test_the_size_of_a_batch_changes_nothing(
    tmp_path: Path, watches: Path, observed: Path, reference: dict[str, bytes], batch: int
) -> None:
    run(tmp_path, observed, watches=watches, batch=batch)
    assert outputs(tmp_path) == reference


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stops=st.lists(st.integers(1, 600), min_size=1, max_size=3, unique=True))
def test_stopping_and_going_on_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, watches: Path, observed: Path, reference: dict[str, bytes], stops: list[int]
) -> None:
    out = tmp_path_factory.mktemp("stopped")
    for number, stop in enumerate(sorted(stops)):
        assert not run(out, observed, watches=watches, stop_after=stop, resume=number > 0).finished
    assert run(out, observed, watches=watches, resume=True).finished
    assert outputs(out) == reference


def test_what_was_half_written_after_a_stop_is_cut_off(tmp_path: Path, watches: Path, observed: Path, reference: dict[str, bytes]) -> None:
    run(tmp_path, observed, watches=watches, stop_after=200)
    with (tmp_path / "assignments.jsonl").open("ab") as file:
        file.write(b'{"id": "half')
    run(tmp_path, observed, watches=watches, resume=True)
    assert outputs(tmp_path) == reference


def test_every_item_is_assigned_once_and_counted(tmp_path: Path, watches: Path) -> None:
    summary = run(tmp_path, STREAM, watches=watches).summary
    rows = [orjson.loads(line) for line in (tmp_path / "assignments.jsonl").read_bytes().splitlines()]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)) == summary["items"] == len(STREAM.read_bytes().splitlines())
    assert {row["decision"] for row in rows} == {"new", "join", "duplicate"}
    assert all(row["strategy"] for row in rows)
    assert all(row["duplicate_of"] in ids for row in rows if row["decision"] == "duplicate")
    assert json.loads((tmp_path / "summary.json").read_text()) == summary


def test_a_warning_knows_only_what_was_seen_and_adds_up(tmp_path: Path, watches: Path) -> None:
    run(tmp_path, STREAM, watches=watches)
    seen = {f"{row['source']}:{row['id']}": row["published_at"] for row in map(orjson.loads, STREAM.read_bytes().splitlines())}
    from datetime import datetime

    rows = [orjson.loads(line) for line in (tmp_path / "warnings.jsonl").read_bytes().splitlines()]
    assert rows
    for row in rows:
        at = datetime.fromisoformat(row["at"])
        assert all(datetime.fromisoformat(seen[item]) <= at for item in row["items"])
        assert row["score"] == pytest.approx(sum(reason["weight"] for reason in row["reasons"]), abs=1e-4)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_compressed_files_give_the_same(tmp_path: Path, watches: Path, observed: Path, reference: dict[str, bytes], suffix: str) -> None:
    body = observed.read_bytes()
    packed = tmp_path / f"observed.jsonl{suffix}"
    packed.write_bytes(gzip.compress(body) if suffix == ".gz" else zstandard.compress(body))
    run(tmp_path / "out", packed, watches=watches)
    assert outputs(tmp_path / "out") == reference


def test_files_given_apart_or_out_of_order_give_the_same(
    tmp_path: Path, watches: Path, observed: Path, reference: dict[str, bytes]
) -> None:
    lines = observed.read_bytes().splitlines(keepends=True)
    (tmp_path / "even.jsonl").write_bytes(b"".join(lines[::2]))
    (tmp_path / "odd.jsonl").write_bytes(b"".join(reversed(lines[1::2])))
    run(tmp_path / "out", tmp_path / "odd.jsonl", tmp_path / "even.jsonl", watches=watches)
    assert outputs(tmp_path / "out") == reference


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, observed: Path) -> list[dict]:
    """The stream as a source that is asked every three hours sees it: many lines of one second, some of them of one item."""
    rows = []
    for line in observed.read_bytes().splitlines():
        row = orjson.loads(line)
        hour = int(row["observed_at"][11:13])
        row["observed_at"] = f"{row['observed_at'][:11]}{hour - hour % 3:02}:00:00+08:00"
        rows.append(row)
    return rows


def written(path: Path, rows: list[dict]) -> Path:
    path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    return path


@pytest.fixture(scope="module")
def crowded_reference(tmp_path_factory: pytest.TempPathFactory, watches: Path, crowded: list[dict]) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("crowded")
    run(folder / "out", written(folder / "items.jsonl", crowded), watches=watches)
    return outputs(folder / "out")


@pytest.mark.parametrize(("seed", "batch", "stops"), [(1, 1000, ()), (2, 1, (250,)), (3, 7, (1, 400)), (4, 100, (33, 301))])
def test_lines_of_one_second_in_any_order_give_the_same(
    tmp_path: Path, watches: Path, crowded: list[dict], crowded_reference: dict[str, bytes], seed: int, batch: int, stops: tuple[int, ...]
) -> None:
    chance = Random(seed)
    shuffled = sorted(crowded, key=lambda row: (row["observed_at"], chance.random()))
    path = written(tmp_path / "items.jsonl", shuffled)
    for number, stop in enumerate(stops):
        assert not run(tmp_path / "out", path, watches=watches, batch=batch, stop_after=stop, resume=number > 0).finished
    assert run(tmp_path / "out", path, watches=watches, batch=batch, resume=bool(stops)).finished
    assert [name for name, found in outputs(tmp_path / "out").items() if found != crowded_reference[name]] == []


lines = st.fixed_dictionaries(
    {
        "id": st.sampled_from("abc"),
        "source": st.sampled_from(["澜川论坛", "热榜"]),
        "kind": st.sampled_from(["post", "news", "hotlist"]),
        "title": st.sampled_from(["青石镇停电", "Power cut in Qingshi Town"]),
        "text": st.sampled_from(["青石镇停电了，等来电", "小学食堂饭菜变质", ""]),
        "observed_at": st.sampled_from(["2026-06-01T08:00:00Z", "2026-06-01T09:00:00Z", "2026-06-05T09:00:00Z", "2026-06-14T09:00:00Z"]),
        "heat": st.sampled_from([None, 0, 90000]),
        "rank": st.sampled_from([None, 1, 2]),
        "url": st.sampled_from(["", "https://one.example/1", "https://one.example/2"]),
        "published_at": st.sampled_from([None, "2026-06-01T07:00:00Z", "2026-06-01T07:30:00Z"]),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(lines, min_size=1, max_size=12), seed=st.integers(0, 999), batch=st.integers(1, 13), stop=st.integers(1, 12))
def test_any_lines_of_one_second_in_any_order_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, watches: Path, rows: list[dict], seed: int, batch: int, stop: int
) -> None:
    folder = tmp_path_factory.mktemp("any")
    run(folder / "steady", written(folder / "steady.jsonl", rows), watches=watches)
    shuffled = list(rows)
    Random(seed).shuffle(shuffled)
    path = written(folder / "shuffled.jsonl", shuffled)
    finished = run(folder / "out", path, watches=watches, batch=batch, stop_after=stop).finished
    assert finished or run(folder / "out", path, watches=watches, batch=batch, resume=True).finished
    assert outputs(folder / "out") == outputs(folder / "steady")


def test_bad_lines_are_named_counted_and_skipped(tmp_path: Path, watches: Path) -> None:
    lines = STREAM.read_bytes().splitlines(keepends=True)
    broken = [b"not json\n", b'{"id": "x"}\n', b'{"id": "y", "source": "s", "published_at": "soon"}\n', b"\xff\xfe\n", b"[1]\n"]
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"".join([*lines[:3], *broken, *lines[3:]]))
    bad: list = []
    result = replay(Options(files=(path,), out=tmp_path / "out", watches=watches), report=lambda *_: None, bad_line=bad.append)
    assert [(line.file, line.number) for line in bad] == [(str(path), number) for number in range(4, 9)]
    assert result.summary["bad_lines"] == 5
    assert result.summary["items"] == len(lines)
    with pytest.raises(Refusal, match="line 4"):
        run(tmp_path / "strict", path, strict=True)
    assert not (tmp_path / "strict" / "assignments.jsonl").exists()


def test_the_inputs_own_ids_come_back_unless_they_hold_an_identifier(tmp_path: Path) -> None:
    ids = ["村民邢玉兰反映停水", "x" * 300, "电话15400001234", "n1"]
    common = {"source": "榜", "kind": "hotlist"}
    rows = [{"id": id, "published_at": f"2026-06-01T0{n}:00:00Z", "title": f"标题{n}停水", **common} for n, id in enumerate(ids)]
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))
    run(tmp_path / "out", path, stop_after=2)
    run(tmp_path / "out", path, resume=True)
    found = [orjson.loads(line)["id"] for line in (tmp_path / "out" / "assignments.jsonl").read_bytes().splitlines()]
    assert [found[0], found[1], found[3]] == [f"榜:{ids[0]}", f"榜:{ids[1]}", "榜:n1"]
    assert "15400001234" not in found[2]


def test_other_inputs_cannot_resume(tmp_path: Path, watches: Path, observed: Path) -> None:
    run(tmp_path, observed, watches=watches, stop_after=50)
    with pytest.raises(Refusal, match="other files"):
        run(tmp_path, observed, resume=True)
    with pytest.raises(Refusal, match="no stopped run"):
        run(tmp_path / "nowhere", observed, resume=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"name": "a", "query": "(水 OR"}]', "watch a"),
        ('{"name": "a"}', "not a list of watches"),
        ('[{"name": "a", "query": "水"}, {"name": "a", "query": "火"}]', "two watches"),
    ],
)
def test_wrong_watches_are_refused_before_anything_is_written(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "watches.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal, match=words):
        run(tmp_path / "out", STREAM, watches=path)
    assert not (tmp_path / "out").exists()


def test_a_changed_rule_changes_the_warnings_alone_and_is_part_of_the_input(
    tmp_path: Path, watches: Path, observed: Path, reference: dict[str, bytes]
) -> None:
    from huiying.commands.rule_file import changed_rule
    from huiying.core.warn.rule import SHIPPED

    path = tmp_path / "rule.json"
    path.write_text('{"weight.watch": 0.3, "level.blue": 6.0}', encoding="utf-8")
    rule = changed_rule(SHIPPED, path, ["level.blue=6.85"])
    assert (rule.weights.watch, rule.levels.blue) == (0.3, 6.85)
    run(tmp_path / "out", observed, watches=watches, rule=rule)
    found = outputs(tmp_path / "out")
    assert {name for name in FILES if found[name] != reference[name]} == {"warnings.jsonl"}
    lines = [json.loads(line) for line in found["warnings.jsonl"].splitlines()]
    assert 0 < len(lines) < len(reference["warnings.jsonl"].splitlines())
    assert all(line["strategy"].endswith("+proposed") for line in lines)
    run(tmp_path / "half", observed, watches=watches, rule=rule, stop_after=100)
    with pytest.raises(Refusal, match="run without --resume"):
        run(tmp_path / "half", observed, watches=watches, resume=True)
    for words, said in ((["level.blue"], "NAME=VALUE"), (["level.blue=high"], "not a number")):
        with pytest.raises(Refusal, match=said):
            changed_rule(SHIPPED, None, words)
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(Refusal, match="not an object"):
        changed_rule(SHIPPED, path, [])
