"""Controlled edits of real texts, as texts are changed when they are passed on; what was made of one text is one group of copies.

Seven of each text: a site's header and footer around it (one of three sites a language); 10, 25 and 40 % of its sentences dropped, at
least one; 3 and 8 % of its characters (Chinese) or words replaced by ones from other texts; its first 60 %.
"""

from __future__ import annotations

import re
from random import Random

_SITES = {
    "zh": (
        ("首页 > 新闻中心 > 本地要闻 > 正文 字号：大 中 小 ", " 版权声明：本网原创内容，转载请注明出处。责任编辑：值班编辑 分享到："),
        ("【本站综合】点击上方蓝字关注我们，每天第一时间获取身边资讯。", " 喜欢就点个在看吧！投稿爆料请联系后台小编，侵权必删。"),
        ("您当前的位置：网站首页 >> 民生频道 >> 详细内容 浏览次数：", " 上一篇 下一篇 相关阅读 打印本页 关闭窗口 网站地图 联系我们"),
    ),
    "en": (
        ("Home News Local Politics Sport Opinion Subscribe for unlimited access ", " Read more stories like this. All rights reserved."),
        ("Share this article by email or on your feed. Advertisement. ", " Sign up for our daily newsletter and never miss a story again."),
        ("You are here: front page, regional news, full story. Print this. ", " Contact the newsroom. Terms of use. Privacy policy."),
    ),
}
_SENTENCE = {"zh": re.compile(r"[^。！？!?\n]+[。！？!?\n]*"), "en": re.compile(r"\S.*?(?:[.!?]+(?=\s)|\n|$)", re.S)}


def edited(texts: list[str], lang: str) -> list[tuple[int, str]]:
    """(number of the text, the text or one of its edits), in a repeatable random order."""
    chance = Random(11)  # noqa: S311 - repeatable
    strange = [word for text in texts for word in _pieces(text, lang) if word.strip()]
    made = []
    for text in texts:
        head, foot = chance.choice(_SITES[lang])
        pieces = _pieces(text, lang)
        made += [text, head + text + foot]
        made += [_dropped(text, lang, part, chance) for part in (0.10, 0.25, 0.40)]
        for part in (0.03, 0.08):
            changed = set(chance.sample(range(len(pieces)), round(part * len(pieces))))
            made.append(_joined([chance.choice(strange) if at in changed else piece for at, piece in enumerate(pieces)], lang))
        made.append(_joined(pieces[: round(0.6 * len(pieces))], lang))
    numbered = [(at // 8, text) for at, text in enumerate(made)]
    chance.shuffle(numbered)
    return numbered


def _pieces(text: str, lang: str) -> list[str]:
    return list(text) if lang == "zh" else text.split()


def _joined(pieces: list[str], lang: str) -> str:
    return ("" if lang == "zh" else " ").join(pieces)


def _dropped(text: str, lang: str, part: float, chance: Random) -> str:
    sentences = _SENTENCE[lang].findall(text)
    gone = set(chance.sample(range(len(sentences)), min(len(sentences) - 1, max(1, round(part * len(sentences))))))
    return _joined([sentence for at, sentence in enumerate(sentences) if at not in gone], lang)
