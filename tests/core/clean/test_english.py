"""Names in English sentences."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police have detained You Guolin, who runs the dye house on the river.", "You Guolin"),
        ("Three crew were pulled out. Skipper Xia Longhai told police the rudder failed.", "Xia Longhai"),
    ],
)
def test_a_private_person_goes(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lin Yishan performed for two hours in the rain. The metro ran until midnight.", "Lin Yishan"),
        ("Who is Lu Shihai\nAll my students cry about a singer. Give me one good song.", "Lu Shihai"),
    ],
)
def test_who_performs_stays(text: str, name: str) -> None:
    assert name in redact(text).text
