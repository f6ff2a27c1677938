"""Writing an entry of the record, and the frame in which every act of a person runs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Model

from huiying.actions.actor import Actor
from huiying.core import record
from huiying.core.types import Event, Refusal
from huiying.store.convert import event_of
from huiying.store.models import Entry, Member
from huiying.store.sight import sees

P = ParamSpec("P")
R = TypeVar("R")
# No one may block a report to superiors: it asks not even whether the case is one's own.
REPORT = "case.report_up"


class ChangedMeanwhile(Refusal):
    """Somebody else changed what this act would overwrite."""


class NotAllowed(Refusal):
    """The actor's roles do not grant the permission."""


def write(type: str, *, actor: Actor, now: datetime, subject: str = "", **data: object) -> Event:
    """Append one entry. Must run inside the transaction of the act, which holds the only write lock."""
    last = Entry.objects.order_by("-id").first()
    made = record.entry(
        previous=event_of(last) if last else None,
        at=now,
        actor_kind=actor.kind.value,
        actor=actor.name,
        type=type,
        subject=subject,
        data=data,
    )
    Entry.objects.create(**{name: getattr(made, name) for name in made.__struct_fields__})
    return made


def act(permission: str) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """Frame of an act: permission, one transaction, and an entry of its own when the rules refuse it.

    A caller may hand in `still`, a function that refuses where what the act overwrites is no longer what its reader saw. It runs under the
    write lock, so nobody can come in between.
    """

    def frame(function: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        @functools.wraps(function)
        def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            still = kwargs.pop("still", None)
            try:
                with transaction.atomic():
                    if not actor.may(permission):
                        raise NotAllowed("Your role does not include this: %(permission)s.", permission=permission)
                    # the caller read its rows before this transaction had the write lock: somebody may have acted in between
                    for row in args:
                        if isinstance(row, Model):
                            row.refresh_from_db()
                            if actor.member is not None and permission != REPORT and not sees(actor.member, row):
                                raise NotAllowed("This belongs to a case of another department.")
                    if callable(still):
                        still(*args)
                    return function(actor, *args, **kwargs)
            except Refusal as refused:
                now = kwargs.get("now")
                assert isinstance(now, datetime)
                with transaction.atomic():
                    write("act_refused", actor=actor, now=now, act=function.__name__, why=(refused.template % refused.values)[:500])
                raise

        run.permission = permission  # type: ignore[attr-defined]
        return run

    return frame


def member_of(actor: Actor) -> Member:
    """The member behind a staff act."""
    if actor.member is None:
        raise NotAllowed("Only a member of staff can do this.")
    return actor.member
