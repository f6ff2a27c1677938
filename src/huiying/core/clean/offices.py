"""Whose name stands beside a public office, and so stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean import english, shapes
from huiying.core.clean.cues import OFFICES, public_head
from huiying.core.clean.surnames import SURNAMES
from huiying.core.clean.view import ends

_JOINING = frozenset("和与跟给被把由让叫找向对为请替是及同问像陪帮说称")
_HAN = "\u4e00-\u9fff"
_BEFORE = re.compile(f"(?:{OFFICES}|(?:(?<!我是)带班|分管|主持工作|挂职|牵头|包村|驻村)的)[ \u3000]?\\Z")
_LISTED = re.compile(f"(?:{OFFICES})[{_HAN}]{{2,4}}(?:、[{_HAN}]{{2,4}}){{0,4}}、\\Z")
_BEHIND = re.compile(
    f"(?:同志)?(?:为[^，。；]{{0,30}}?(?:{OFFICES})(?:职务|[，。；、]|\\Z)|的[^，。；]{{0,30}}?(?:{OFFICES})职务)|[（(][^）)]{{0,60}}?(?:{OFFICES})|"
    f"[当任做][了过]?[^，。；]{{0,6}}?(?:{OFFICES})|，(?:(?:男|女)，|[现时曾原拟]任)[^。；]{{0,60}}?(?:{OFFICES})|(?:{OFFICES})"
)
_DEED = re.compile(
    "(?:同志)?(?:负.{0,4}领导责任|受党内|受到党内|被开除党籍|被免|立案审查|接受.{0,6}审查|审查调查|主持召开|强调|部署|批示|调研|要求[对全各有严立])"
)
_REMOVED = re.compile(
    "(?:、[\u4e00-\u9fff]{2,4}){0,4}[\u4e00-\u9fff]?等?(?:\\d+|[一二三四五六七八九十]+)?"
    "[名人]{0,2}被(?:问责|免职|停职)|"
    "(?:已|被|已被)?(?:停职|免职|撤职)|[^，。；]{0,20}，(?:予以|已|被|已被)?(?:免职|撤职)"
)
# Who speaks at the beginning of a sentence for what a whole county is to do.
_ON_POLICY = re.compile(
    "(?:表示|介绍|指出)，(?![^。]{0,40}[我咱俺])[^。；]{0,24}(?:征求意见|下一步|专项整治|工作专班|统筹推进|[全我本][县市区镇省]|整改到位|分类施策)"
)
_EMPLOYED = re.compile("(?:[员工师]|经理|主管|总监|[店班组工]长|护士长|司机|保安|护士|医生|大夫|领班)\\Z")
"""What one is for a firm, and no office: whose employer suspends them is no holder of any."""


def holders(text: str, names: set[str]) -> set[str]:
    """Which of the names stand beside a public office somewhere in the text, or are listed behind one that does: 县领导桑守仁、阳立秋."""
    kept = {name for name in names if any(_beside(text, name, start) for start in places(text, name))}
    return kept | {name for name in names - kept if any(ends(_LISTED, text, start) for start in places(text, name))}


def _beside(text: str, name: str, start: int) -> bool:
    after = text[start + len(name) : start + len(name) + 80]
    if name[0] < "\u4e00":
        return english.in_office(text[max(0, start - 90) : start], after)
    if len(name) == 2 and name[0] not in SURNAMES and shapes.han(text[start - 1 : start] or " "):
        # The surname of which the rest was taken for a name may be one that no list knows: 局长|者|国梁.
        start -= text[start - 1] not in _JOINING
    if _REMOVED.match(after) and not _employed(text, start):
        return True
    if not shapes.han(text[start - 1 : start] or " ") and _ON_POLICY.match(after):
        return True
    return bool(_BEFORE.search(text, max(0, start - 8), start) or _BEHIND.match(after) or _DEED.match(after))


def _employed(text: str, start: int) -> bool:
    """Whether who is suspended is in a firm's pay, by what they are: also one who is in charge of something that is no public body's."""
    return ends(_EMPLOYED, text, start) or (text.endswith("负责人", 0, start) and not public_head(text, start - 3))


def places(text: str, name: str) -> Iterator[int]:
    """Where a name stands in a text."""
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))
