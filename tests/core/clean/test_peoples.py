"""Names in two parts with a point between them, and names that sound like other languages."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("护士喜塔腊·明玥一路守护。", "喜塔腊·明玥"),
        ("游客卢卡·彼得罗夫摔伤，已送医。", "卢卡·彼得罗夫"),
        ("牧民叶尔兰·哈布勒家的三百只羊没回来。", "叶尔兰·哈布勒"),
        ("摄影爱好者村民萨仁高娃在草场边等车。", "萨仁高娃"),
    ],
)
def test_somebody_private_is_masked_whole(text: str, name: str) -> None:
    masked = redact(text).text
    assert name not in masked and not any(part in masked for part in name.split("·"))


@pytest.mark.parametrize(
    "text",
    [
        "总统阿列克谢·伊万科夫发表讲话。",
        "电影《安娜·卡列尼娜》明晚放映。",
        "球星恩佐·里瓦斯点球破门。",
        "县总工会授予其“澜门工匠·最美劳动者”称号。",
    ],
)
def test_whom_everybody_knows_stays(text: str) -> None:
    assert redact(text).text == text
