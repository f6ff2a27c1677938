"""Chinese names in Latin letters that nothing but their form gives away."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Witness GUO Jiang stated that the gate was open.", "GUO Jiang"),
        ("So Wan Lihua gets fired for telling the truth? Lovely county.", "Wan Lihua"),
        ("It was Song Jianghe's BMW in the bike lane, every morning.", "Song Jianghe"),
        ("My parcel was signed for by Pang Xueqin and the locker is empty.", "Pang Xueqin"),
    ],
)
def test_a_name_goes(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "An Hui is a province, not a person.",
        "Went to the Lu Yuchuan gig in the provincial capital.",
        "The burning house on Yan Lane is plywood.",
        "County head Gan Zhiping said the pump would be mended by Friday.",
    ],
)
def test_places_stars_and_holders_of_office_stay(text: str) -> None:
    assert redact(text).text == text
