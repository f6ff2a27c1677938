"""What is public of a statement: its revisions, without anything of the people who wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db.models import Exists, OuterRef

from huiying.core.statement.content import Content
from huiying.core.statement.revisions import ContentDiff, diff_contents
from huiying.store import models


@dataclass(frozen=True)
class PublicRevision:
    """One published text. `verdicts` are those of its claims (by id) at that time; `changes` leads from the revision before it, None
    for the first and for a withdrawal.
    """

    statement: int
    number: int
    content: Content
    content_hash: str
    reason: str
    withdrawn: bool
    published_at: datetime
    verdicts: Mapping[str, str]
    changes: ContentDiff | None = None


@dataclass(frozen=True)
class PublicStatement:
    """A statement with every revision, first to last."""

    id: int
    case: int
    revisions: tuple[PublicRevision, ...]

    @property
    def latest(self) -> PublicRevision:
        return self.revisions[-1]

    @property
    def published_at(self) -> datetime:
        return self.revisions[0].published_at

    @property
    def updated_at(self) -> datetime:
        """Moves with every correction and with a withdrawal."""
        return self.latest.published_at

    @property
    def spoken_at(self) -> datetime:
        """Since when the text reads as it does: a withdrawal says nothing new."""
        return [revision for revision in self.revisions if not revision.withdrawn][-1].published_at

    @property
    def withdrawn(self) -> bool:
        return self.latest.withdrawn

    @property
    def corrected(self) -> bool:
        """Whether the text that stands is a corrected one."""
        return len(self.revisions) > 1 and not self.withdrawn


@dataclass(frozen=True)
class CheckedClaim:
    """What was checked behind a sentence of fact. `verdict` is the present state of the claim, `published` the one at publication."""

    id: int
    text: str
    verdict: str
    published: str
    evidence: int


def statements(*, start: int = 0, stop: int | None = None, case: int | None = None) -> list[PublicStatement]:
    """Published statements, the one with the newest revision first; `start` and `stop` cut like a slice."""
    newer = models.Revision.objects.filter(statement=OuterRef("statement"), number__gt=OuterRef("number"))
    latest = models.Revision.objects.filter(~Exists(newer)).order_by("-published_at", "-statement_id")
    if case is not None:
        latest = latest.filter(statement__case_id=case)
    cases = dict(latest.values_list("statement_id", "statement__case_id")[start:stop])
    revisions = _revisions(cases)
    return [PublicStatement(id=number, case=case_id, revisions=revisions[number]) for number, case_id in cases.items()]


def count() -> int:
    """How many statements have been published."""
    return models.Revision.objects.filter(number=1).count()


def statement(number: int) -> PublicStatement | None:
    """One published statement; None where there is none or it is still a draft."""
    case = models.Statement.objects.filter(pk=number).values_list("case_id", flat=True).first()
    if case is None:
        return None
    revisions = _revisions([number]).get(number)
    return PublicStatement(id=number, case=case, revisions=revisions) if revisions else None


def changes(*, start: int = 0, stop: int | None = None) -> list[PublicRevision]:
    """Corrections and withdrawals of all statements, newest first."""
    order = models.Revision.objects.filter(number__gt=1).order_by("-published_at", "-id").values_list("statement_id", "number")
    wanted = list(order[start:stop])
    found = _revisions({number for number, _ in wanted})
    return [found[statement][number - 1] for statement, number in wanted]


def count_changes() -> int:
    """How many corrections and withdrawals there have been."""
    return models.Revision.objects.filter(number__gt=1).count()


def claims(found: PublicStatement) -> list[CheckedClaim]:
    """The claims that the latest text rests on, in the order in which it cites them."""
    cited = list(dict.fromkeys(claim for sentence in found.latest.content.sentences for claim in sentence.claims))
    rows = models.Claim.objects.filter(case_id=found.case, pk__in=cited).prefetch_related("evidence").in_bulk()
    return [
        CheckedClaim(
            id=row.pk,
            text=row.text,
            verdict=row.state,
            published=found.latest.verdicts.get(str(row.pk), row.state),
            evidence=len(row.evidence.all()),
        )
        for number in cited
        if (row := rows.get(number)) is not None
    ]


def moved_at() -> datetime | None:
    """When anything was last published, corrected or withdrawn."""
    newest = models.Revision.objects.order_by("-published_at").values_list("published_at", flat=True)
    return newest.first()


def _revisions(numbers: Iterable[int]) -> dict[int, tuple[PublicRevision, ...]]:
    # Only these columns are read: who wrote, approved and published a text is never carried to a public page.
    columns = ("statement_id", "number", "content", "content_hash", "reason", "withdrawn", "published_at", "verdicts")
    grouped: dict[int, list[PublicRevision]] = defaultdict(list)
    rows = models.Revision.objects.filter(statement_id__in=list(numbers)).order_by("statement_id", "number").values_list(*columns)
    for number, order, content, content_hash, reason, withdrawn, published_at, verdicts in rows:
        text = msgspec.convert(content, Content)
        grouped[number].append(
            PublicRevision(
                statement=number,
                number=order,
                content=text,
                content_hash=content_hash,
                reason=reason,
                withdrawn=withdrawn,
                published_at=published_at,
                verdicts=verdicts,
                changes=_changes(grouped[number], text, withdrawn=withdrawn),
            )
        )
    return {number: tuple(revisions) for number, revisions in grouped.items()}


def _changes(earlier: Sequence[PublicRevision], content: Content, *, withdrawn: bool) -> ContentDiff | None:
    return diff_contents(earlier[-1].content, content) if earlier and not withdrawn else None
