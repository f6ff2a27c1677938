import pytest

from huiying.core.clean.text import fold
from huiying.core.group import known_names as module
from huiying.core.group.known_names import KnownNames
from huiying.core.group.reading import PLACES, REGIONS, codes_of


def find(names, text, title=0):
    return names.find(fold(text), codes_of(fold(text)), text, title)


def test_a_name_met_twice_with_its_ending_is_known_without():
    names = KnownNames()
    assert "qingshi" not in find(names, "青石停水了")
    find(names, "青石镇停水")
    assert "qingshi" not in find(names, "青石停水了")
    find(names, "听说青石镇又停水")
    group, times, label = find(names, "青石停水了，青石人都在等")["qingshi"]
    assert (group, times, label) == (PLACES, 2, "青石")


def test_a_name_with_its_ending_is_not_met_bare_in_the_same_place():
    names = KnownNames()
    for _ in range(3):
        assert find(names, "青石镇停水")["qingshi"][1] == 1


def test_the_title_counts_twice():
    names = KnownNames()
    assert find(names, "青石镇停水\n青石镇", title=5)["qingshi"][1] == 3
    find(names, "青石镇")
    assert find(names, "青石停水\n青石", title=4)["qingshi"][1] == 3


@pytest.mark.parametrize(
    ("chinese", "english", "reading"),
    [
        ("青石镇停水", "No water in Qingshi Town", "qingshi"),
        ("云溪县的通报", "Yunxi County report", "yunxi"),
        ("长安路堵车", "Traffic jam on Chang'an Road", "changan"),
        ("市第二人民医院", "No. 2 People's Hospital", None),
    ],
)
def test_a_name_reads_the_same_in_both_languages(chinese, english, reading):
    one, other = find(KnownNames(), chinese), find(KnownNames(), english)
    assert one.keys() & other.keys()
    assert reading is None or reading in one.keys() & other.keys()


def test_counties_and_cities_are_regions_and_other_names_places():
    found = find(KnownNames(), "云溪县青石镇的滨江北路")
    assert {reading: place[0] for reading, place in found.items()} == {"yunxi": REGIONS, "qingshi": PLACES, "binjiangbei": PLACES}


def test_the_last_two_syllables_of_a_longer_transliteration_count_too():
    found = find(KnownNames(), "Huanglugou Village cut off")
    assert {"huanglugou", "lugou"} <= found.keys()


def test_no_more_names_are_remembered_than_allowed_and_the_last_met_stay(monkeypatch):
    monkeypatch.setattr(module, "MOST_KNOWN", 3)
    names = KnownNames()
    for text in ("青石镇", "白杨镇", "青石镇", "柳塘镇", "南坪乡", "桐坞镇"):
        find(names, text)
        assert len(names.met) <= 3
    assert set(names.met) == {"柳塘", "南坪", "桐坞"}


def test_what_was_met_can_be_handed_on():
    names = KnownNames()
    for _ in range(2):
        find(names, "青石镇")
    assert "qingshi" in find(KnownNames(dict(names.met)), "青石停水")
