import orjson
from bench.across import count


def test_english_reports_are_counted_by_where_they_came(tmp_path):
    items = [("a", "zh", "x"), ("b", "en", "x"), ("c", "zh", "y"), ("d", "en", "y"), ("e", "en", "y"), ("f", "en", "x"), ("g", "en", "z")]
    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(b"".join(orjson.dumps({"id": i, "source": "s", "lang": lang, "story": story}) + b"\n" for i, lang, story in items))
    decided = [
        {"id": "s:a", "story": "1"},
        {"id": "s:b", "story": "1"},
        {"id": "s:c", "story": "2"},
        {"id": "s:d", "story": "3", "perhaps": {"story": "2"}},
        {"id": "s:e", "story": "4", "perhaps": {"story": "1"}},
        {"id": "s:f", "story": "2"},
        {"id": "s:g", "story": "5"},
    ]
    assignments = tmp_path / "assignments.jsonl"
    assignments.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in decided))
    assert count(gold, assignments) == {"joined": 1, "perhaps": 1, "alone": 1, "elsewhere": 1}
