"""Whatever people try in whatever order, nothing is public that a second person did not approve word for word."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from huiying.core.case.separation import approver
from huiying.core.case.workflow import advance
from huiying.core.statement.content import Content, Sentence, SentenceKind, content_hash
from huiying.core.statement.revisions import approval_holds, next_revision
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

PEOPLE = st.integers(1, 3)
TEXTS = st.sampled_from(["水质合格。", "水质不合格。", "正在核实。"])


def _content(text: str) -> Content:
    return Content(stage=Stage.S1, lang="zh", title="说明", sentences=(Sentence(SentenceKind.DOING, text),))


class Walk(RuleBasedStateMachine):
    """One statement in the hands of three people who may try anything."""

    def __init__(self) -> None:
        super().__init__()
        self.state = "draft"
        self.content = _content("")
        self.writers: list[tuple[int, int]] = []  # (person, the text's version)
        self.version = 0
        self.approved_version = 0
        self.approval: tuple[str, int] | None = None
        self.numbers: list[int] = []
        self.public: tuple[str, frozenset[int], int] | None = None

    def _authors(self) -> frozenset[int]:
        return frozenset(person for person, version in self.writers if version > self.approved_version)

    def _try(self, act: str, reason: str = "because") -> bool:
        try:
            self.state = advance("statement", self.state, act, reason=reason)
        except Refusal:
            return False
        return True

    @rule(person=PEOPLE, text=TEXTS)
    def edit(self, person, text):
        if self._try("edit"):
            if self.approval is not None:
                self.approved_version, self.approval = self.version, None
            self.version += 1
            self.writers.append((person, self.version))
            self.content = _content(text)

    @rule()
    def submit(self):
        self._try("submit")

    @rule(person=PEOPLE)
    def approve(self, person):
        try:
            advance("statement", self.state, "approve")
            approver(approver=person, authors=self._authors())
        except Refusal:
            return
        self._try("approve")
        self.approval = (content_hash(self.content), person)

    @rule()
    def send_back(self):
        self._try("return")

    @rule()
    def publish(self):
        if self._try("publish"):
            assert self.approval is not None
            assert approval_holds(self.approval[0], self.content)
            self.public = (self.approval[0], self._authors(), self.approval[1])
            self.numbers.append(next_revision(self.numbers))
            self.approved_version, self.approval = self.version, None

    @precondition(lambda self: self.state == "published")
    @rule(reason=st.sampled_from(["", "the number was wrong"]))
    def correct(self, reason):
        assert self._try("correct", reason) is bool(reason)

    @rule()
    def drop(self):
        self._try("drop")

    @rule(act=st.sampled_from(["abandon", "withdraw"]))
    def end_without_reason(self, act):
        assert not self._try(act, reason="")

    @invariant()
    def what_is_public_was_approved_by_somebody_else(self):
        if self.public is not None:
            _, authors, second = self.public
            assert authors
            assert second not in authors

    @invariant()
    def what_is_approved_is_what_was_approved(self):
        assert (self.approval is not None) == (self.state in {"approved", "correction_approved"})
        assert self.approval is None or approval_holds(self.approval[0], self.content)

    @invariant()
    def nothing_stands_as_published_without_a_revision(self):
        assert self.state != "published" or self.public is not None


Walk.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestWalk = Walk.TestCase
