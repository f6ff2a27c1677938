"""What the body may ask of a publisher who got a fact wrong: in public, with evidence, and never that anything disappear."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from huiying.core.case.claims import Verdict
from huiying.core.statement.wording import normal
from huiying.core.types import Refusal

_DISAPPEAR = re.compile(
    r"[删刪][除去掉帖稿文]|[撤下]架|撤稿|撤下|屏蔽|封[号禁停]|禁言|降权|限流|下线|断开链接|\bdelet\w+|\bremov\w+|\bunpublish\w*|\bblock(?:ed|ing)?\b|"
    r"\btak\w+ (?:it |this |that )?(?:down|offline)\b|\bsuppress\w*|\bde-?index\w*|\bsuspend\w*|\bhid(?:e|den)\b"
)


def check_request(*, publisher: str, url: str, wrong: str, right: str, verdicts: Collection[str]) -> None:
    """Refuses a request without a public address, without a settled claim that proves the error, or that asks for a removal.

    `verdicts` are the states of the claims it rests on.
    """
    if not publisher.strip() or urlsplit(url).scheme not in ("http", "https"):
        raise Refusal("Name the publisher and the public address of what is wrong.")
    if not wrong.strip() or not right.strip():
        raise Refusal("Quote the wrong sentence, and say what is right.")
    if not verdicts or not set(verdicts) <= {Verdict.FALSE.value, Verdict.PARTLY_TRUE.value}:
        raise Refusal("A request for correction rests on claims that were found false or partly true, with their evidence. Choose them.")
    found = _DISAPPEAR.search(normal(right)) or _DISAPPEAR.search(normal(wrong))
    if found:
        raise Refusal(
            '"%(words)s": we ask for a correction, never that anything disappear. Say what is right instead.', words=found.group()
        )
