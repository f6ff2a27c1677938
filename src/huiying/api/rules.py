"""The rule that the detector warns by, changes tried on past items, and what warnings were worth."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import backtest as backtest_acts
from huiying.actions import feedback as feedback_acts
from huiying.actions import rule as rule_acts
from huiying.api.bodies import Adoption, FeedbackBody, Trial
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.rule_shapes import BacktestOut, FeedbackOut, RuleOut, RuleVersionOut
from huiying.api.schemas import Id
from huiying.core.warn.rule import SETTINGS, values
from huiying.store import models
from huiying.store.proof import month_of, proof_of
from huiying.store.rules import by_number, in_force
from huiying.web.zone import desk_zone

router = Router(tags=["rules"])


@reads(router, "/rules", "desk.view", response=RuleOut)
def get_rule(request: HttpRequest) -> Any:
    """The rule that holds now, with the range of every setting, and all its versions."""
    row = in_force(clock.now())
    rule = by_number(row.number if row else 0)
    present = values(rule)
    settings = [
        {"name": name, "value": present[name], "default": one.default, "least": one.least, "most": one.most}
        for name, one in SETTINGS.items()
    ]
    return {"rule": rule.id, "settings": settings, "versions": list(models.RuleVersion.objects.all())}


@does(router, "/rules/backtests", backtest_acts.ask, response={201: BacktestOut})
def ask_backtest(request: HttpRequest, body: Trial) -> Any:
    """Try a changed rule on the items of the last days; nothing is adopted."""
    return backtest_acts.ask(request.auth, changes=body.changes, days=body.days, now=clock.now())  # type: ignore[attr-defined]


@reads(router, "/rules/backtests/{id}", "desk.view", response=BacktestOut)
def get_backtest(request: HttpRequest, id: Id) -> Any:
    """How far it is, and what it found."""
    return find(models.Backtest, id)


@does(router, "/rules/backtests/{id}/adopt", rule_acts.adopt, response={201: RuleVersionOut})
def adopt_rule(request: HttpRequest, id: Id, body: Adoption) -> Any:
    """Make a change that was tried the desk's rule."""
    row = find(models.Backtest, id)
    return rule_acts.adopt(request.auth, row, reason=body.reason, effective_at=body.effective_at, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/warnings/{id}/feedback", feedback_acts.give_feedback, response=FeedbackOut)
def give_feedback(request: HttpRequest, id: Id, body: FeedbackBody) -> Any:
    """Say what a warning was worth: useful, late, wrong or duplicate. The caller's last word counts."""
    return feedback_acts.give_feedback(request.auth, find(models.Warning, id), verdict=body.verdict, now=clock.now())  # type: ignore[attr-defined]


@reads(router, "/proof", "desk.view", response=dict[str, Any])
def get_proof(request: HttpRequest, month: str = "") -> Any:
    """What the warnings of a month like 2026-11 were worth, counted from the record; without one, of the month that runs."""
    return msgspec.to_builtins(proof_of(*month_of(month, desk_zone(), clock.now())))
