"""What stands between a draft and the public: the content as it was stored, what the gates find in it, and whether they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from huiying.actions.investigation import ended
from huiying.actions.line import in_force
from huiying.core.case import gates
from huiying.core.case.investigations import names_wanted
from huiying.core.case.separation import verifier_not_author
from huiying.core.statement.checks import Finding, blocking, check, check_cause, check_standing
from huiying.core.statement.content import Content
from huiying.core.statement.line import Said, contradictions, departures
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.standing import family, standing_of


def content_of(row: models.Statement | models.Revision) -> Content:
    """The content of a draft or of a published revision."""
    return msgspec.convert(row.content, Content)


def read_content(data: Mapping[str, Any]) -> Content:
    """Content from plain values; says what does not fit."""
    try:
        return msgspec.convert(data, Content)
    except msgspec.ValidationError as error:
        raise Refusal("The statement cannot be read: %(why)s.", why=str(error)) from error


def findings(statement: models.Statement, content: Content | None = None) -> tuple[Finding, ...]:
    """What the gates say about a draft: its own words, what the case still owes, the line to take, and what others have published."""
    said = content or content_of(statement)
    verdicts = {claim.pk: claim.state for claim in statement.case.claims.all()}
    line = in_force(statement.case)
    bodies, own = ended(statement.case)
    return (
        *check(said, verdicts),
        *check_standing(said, standing_of(statement.case).open_concerns),
        *check_cause(said, names_wanted(bodies, said.lang), own=own),
        *departures([sentence.text for sentence in said.sentences], line),
        *contradictions(said, _published(statement), line),
    )


def _published(statement: models.Statement) -> Iterator[Said]:
    """What stands in public about the case, this statement's own earlier words left out: a correction may change them."""
    others = models.Statement.objects.filter(case__in=family(statement.case), revisions__isnull=False).exclude(state="withdrawn")
    for other in others.exclude(pk=statement.pk).distinct().order_by("pk"):
        last = other.revisions.last()
        assert last is not None
        content = content_of(last)
        yield Said(label=content.title, content=content)


def gates_hold(statement: models.Statement) -> None:
    """Refuses a text that a gate stops, that cites a claim which one of its authors verified, or that belongs to a drill."""
    content = content_of(statement)
    stops = blocking(findings(statement, content))
    if stops:
        raise Refusal(stops[0].template, **stops[0].values)
    cited = {number for sentence in content.sentences for number in sentence.claims}
    for claim in statement.case.claims.filter(pk__in=cited):
        if claim.verifier_id is None:
            continue
        verifier_not_author(verifier=claim.verifier_id, authors=frozenset(statement.edited_by))


def may_be_public(statement: models.Statement) -> None:
    """Refuses whatever belongs to a drill, besides what the gates stop."""
    gates.no_drill(statement.case.drill)
    gates_hold(statement)
