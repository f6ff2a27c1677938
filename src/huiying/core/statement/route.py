"""Which way a text goes before it can be approved: straight, past the department that was asked, or past privacy."""

from __future__ import annotations

import re

from huiying.core.clean.redact import redact
from huiying.core.statement.content import Content
from huiying.core.statement.wording import normal

_PERSON = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}周?岁|(?:男|女)(?:童|婴|孩|生|子|士|性|患者)|[\u4e00-\u9fff]某|未成年|学号|患者|病人|孕妇|死者|逝者|伤者|"
    r"家属|当事人|身份证|病历|确诊|嫌疑人|\bage[ds] \d|\byears? old\b|\byear-old\b|\b(?:mr|mrs|ms|miss)\b|\bpatients?\b|\bvictims?\b|"
    r"\bsuspects?\b|\b(?:boy|girl|child|teenager|man|woman)\b|\bdiagnos\w+|\bmedical record"
)


def touches_people(content: Content) -> str:
    """The first words that speak of a private person or of something that points to one, or "".

    A list of words errs towards asking; whoever approves can always ask for the check as well.
    """
    for text in (content.title, *(sentence.text for sentence in content.sentences)):
        counts = redact(text).counts
        if counts:
            return ", ".join(sorted(counts))
        found = _PERSON.search(normal(text))
        if found:
            return found.group()
    return ""


def submission(content: Content, *, cleared: str, confirmed: str, hash: str, asks_department: bool) -> str:
    """The act of the statement machine by which a draft with `hash` is submitted.

    `cleared` and `confirmed` are the hashes of the texts that privacy cleared and the department confirmed: neither is asked about the
    very same text twice.
    """
    if asks_department and confirmed != hash:
        return "submit_to_department"
    return onward("submit", content, cleared=cleared, hash=hash)


def onward(act: str, content: Content, *, cleared: str, hash: str) -> str:
    """`act`, or its way past privacy where the text touches on private people and was not cleared as it stands."""
    return act + "_to_privacy" if touches_people(content) and cleared != hash else act
