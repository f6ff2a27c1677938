"""Stages, verdicts and kinds of sentence in the words that readers see."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from huiying.core.case.claims import Verdict
from huiying.core.statement.content import Content
from huiying.core.statement.stages import Stage
from huiying.core.types import Kind

STAGES = {
    Stage.S0: (gettext_lazy("First word"), gettext_lazy("We have seen it and are checking. What is not yet verified is not said here.")),
    Stage.S1: (gettext_lazy("Verified facts"), gettext_lazy("What has been checked so far.")),
    Stage.S2: (gettext_lazy("Measures"), gettext_lazy("What is being done, and what you can do.")),
    Stage.S3: (gettext_lazy("Progress"), gettext_lazy("What has changed since our last word.")),
    Stage.S4: (gettext_lazy("Cause"), gettext_lazy("What the investigation found, and who investigated.")),
    Stage.S5: (gettext_lazy("Responsibility and repair"), gettext_lazy("Who answers for it, and what will be put right by when.")),
    Stage.S6: (gettext_lazy("Closing"), gettext_lazy("What became of each concern. This is our last word on it.")),
    Stage.C: (gettext_lazy("Correction"), gettext_lazy("What we said, what is right, and since when we know.")),
}
"""The short name of each stage, and what a reader may expect of it."""

VERDICTS: dict[str, Promise] = {
    Verdict.TRUE: gettext_lazy("Checked: true"),
    Verdict.PARTLY_TRUE: gettext_lazy("Checked: partly true"),
    Verdict.FALSE: gettext_lazy("Checked: not true"),
    Verdict.UNVERIFIABLE: gettext_lazy("Checked: could not be verified"),
}

KINDS: dict[str, Promise] = {
    Kind.NEWS: gettext_lazy("News"),
    Kind.POST: gettext_lazy("Public posts"),
    Kind.QUESTION: gettext_lazy("Public questions"),
    Kind.HOTLINE: gettext_lazy("Hotline tickets"),
    Kind.HOTLIST: gettext_lazy("Hot lists"),
    Kind.COMMENT: gettext_lazy("Public comments"),
    Kind.NOTICE: gettext_lazy("Official notices"),
}

_OPEN = gettext_lazy("Being checked again")


def verdict_in_words(state: str) -> str:
    """A verdict, or that the claim is being checked (again)."""
    return str(VERDICTS.get(state, _OPEN))


def kind_in_words(kind: str) -> str:
    """What a source publishes; a kind outside the list stands for itself."""
    return str(KINDS.get(kind, kind))


def marked_title(content: Content, *, corrected: bool, withdrawn: bool) -> str:
    """The title as a list of titles shows it: a correction and a withdrawal can be seen without opening it."""
    if withdrawn:
        return gettext("[Withdrawn] %(title)s") % {"title": content.title}
    if corrected:
        return gettext("[Corrected] %(title)s") % {"title": content.title}
    return content.title
