"""The desk's deadlines: which preset for which kind and level, and a limit of its own with the rule that it cites."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.actions.timer import recount
from huiying.core.case.duties import OUR_OWN, Clock, Limit, Preset, Rule, Unit
from huiying.core.case.policy import Changed, Choice, Policy, check_choice, check_limit
from huiying.core.types import Refusal
from huiying.store.convert import builtins
from huiying.store.models import Desk
from huiying.store.timing import policy_of

LONGEST_WORD, LONGEST_REASON = 200, 500


@act("deadline.manage")
def choose(actor: Actor, *, preset: str, level: str = "", category: str = "", reason: str, now: datetime) -> Policy:
    """The preset for cases of this level and kind; an empty preset takes the choice back. Level and kind empty: all others."""
    desk, policy = _desk()
    made = Choice(preset=_preset(preset or Preset.OTHER.value), level=level, category=category)
    check_choice(made)
    fresh = policy.choose(made) if preset else policy.forget(level, category)
    facts = {"level": level, "category": category, "before": policy.preset(level, category).value, "preset": preset}
    return _keep(actor, desk, fresh, now, reason, **facts)


@act("deadline.manage")
def set_limit(
    actor: Actor,
    *,
    timer: str,
    preset: str,
    amount: int,
    unit: str,
    clock: str = "",
    document: str = "",
    clause: str = "",
    note: str = "",
    reason: str,
    now: datetime,
) -> Policy:
    """A limit of the desk's own, within bounds, and the document it rests on; none named: our own proposal."""
    desk, policy = _desk()
    try:
        wanted, named = Unit(unit), Clock(clock) if clock else None
    except ValueError as error:
        raise Refusal("Choose a unit and a clock from the list.") from error
    rule = Rule(document.strip()[:LONGEST_WORD] or OUR_OWN, clause.strip()[:LONGEST_WORD], note.strip()[:LONGEST_WORD])
    changed = Changed(timer=timer, preset=_preset(preset), limit=Limit(amount, wanted, rule), clock=named)
    row = check_limit(timer, changed.preset, changed.limit, named)
    before = policy.limit(row, changed.preset)
    facts = {"timer": timer, "preset": preset, "before": builtins(before), "limit": builtins(changed.limit), "clock": clock}
    return _keep(actor, desk, policy.set(changed), now, reason, **facts)


@act("deadline.manage")
def reset_limit(actor: Actor, *, timer: str, preset: str, reason: str, now: datetime) -> Policy:
    """The preset's own limit again."""
    desk, policy = _desk()
    before = policy.change(timer, _preset(preset))
    if before is None:
        raise Refusal("The desk has not changed this limit.")
    facts = {"timer": timer, "preset": preset, "before": builtins(before.limit), "limit": None}
    return _keep(actor, desk, policy.shipped(timer, before.preset), now, reason, **facts)


def _keep(actor: Actor, desk: Desk, policy: Policy, now: datetime, reason: str, **facts: object) -> Policy:
    reason = reason.strip()[:LONGEST_REASON]
    if not reason:
        raise Refusal("This needs a reason: it is kept on the record. Write one and try again.")
    desk.deadlines = builtins(policy)
    desk.save(update_fields=["deadlines"])
    write("deadlines_changed", actor=actor, now=now, subject="deadlines", reason=reason, **facts)
    recount(actor, now)
    return policy


def _desk() -> tuple[Desk, Policy]:
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    return desk, policy_of(desk)


def _preset(name: str) -> Preset:
    if name not in set(Preset):
        raise Refusal("%(name)s is not a preset; the presets are %(presets)s.", name=name, presets=", ".join(Preset))
    return Preset(name)
