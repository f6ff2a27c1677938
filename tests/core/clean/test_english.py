"""Names in English sentences."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police have detained You Guolin, who runs the dye house on the river.", "You Guolin"),
        ("After the basketball match a fan, Zhou Qihang, 36, was hit by a bus. He lives on Beihuan Road.", "Zhou Qihang"),
        ("Three crew were pulled out. Skipper Xia Longhai told police the rudder failed.", "Xia Longhai"),
    ],
)
def test_a_private_person_goes(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lin Yishan performed for two hours in the rain. The metro ran until midnight.", "Lin Yishan"),
        ("Xiling won 112-110 in overtime on Saturday. Zhou Qihang, 36, hit the winning jumper with 2.1 seconds left.", "Zhou Qihang"),
        ("The basketball club has sacked its coach. Veteran guard Zhou Qihang called it a hard week for everybody.", "Zhou Qihang"),
        ("Chen Bin's side lost in overtime. Coach Chen Bin praised the fans after the league match; the striker scored twice.", "Chen Bin"),
        ("The women's volleyball team won the playoff. Captain Lin Yishan, 28, had 21 kills and four blocks.", "Lin Yishan"),
        ("Who is Lu Shihai\nAll my students cry about a singer. Give me one good song.", "Lu Shihai"),
    ],
)
def test_who_performs_stays(text: str, name: str) -> None:
    assert name in redact(text).text
