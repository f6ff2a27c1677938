"""Open sessions: noted when they begin, and ended from elsewhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, act, member_of, write
from huiying.store.models import Member, SignIn


def begun(member: Member, *, session: str, way: str, browser: str, now: datetime) -> None:
    """Note an open session, so that its member can see and end it. Signing in is no act of the desk and no entry of the record."""
    alive = Session.objects.filter(session_key__in=SignIn.objects.filter(member=member).values("session"))
    SignIn.objects.filter(member=member).exclude(session__in=alive.values("session_key")).delete()
    SignIn.objects.update_or_create(session=session, defaults={"member": member, "way": way, "browser": browser[:60], "began_at": now})


def over(session: str | None) -> None:
    """A session that was signed out."""
    SignIn.objects.filter(session=session or "").delete()


def forget_expired(now: datetime) -> None:
    """Drop sessions whose time is over, and what was noted of them. A session is written after it was noted: the newest notes stay."""
    SessionStore.clear_expired()
    gone = SignIn.objects.exclude(session__in=Session.objects.values("session_key"))
    gone.filter(began_at__lt=now - timedelta(days=1)).delete()


@act("account.own")
def end_session(actor: Actor, sign_in: SignIn, *, now: datetime) -> None:
    """End one session of one's own."""
    member = member_of(actor)
    if sign_in.member_id != member.pk:
        raise NotAllowed("This is not your own.")
    _end([sign_in])
    write("sessions_ended", actor=actor, now=now, subject=f"member:{member.pk}", username=member.username, sessions=1)


@act("account.own")
def end_other_sessions(actor: Actor, *, session: str, now: datetime) -> int:
    """End every session of one's own but `session`, this one. How many there were."""
    member = member_of(actor)
    count = end_all(member, keep=session)
    write("sessions_ended", actor=actor, now=now, subject=f"member:{member.pk}", username=member.username, sessions=count)
    return count


def end_all(member: Member, *, keep: str = "") -> int:
    """Part of another act: end every noted session of a member but one."""
    rows = list(SignIn.objects.filter(member=member).exclude(session=keep))
    _end(rows)
    return len(rows)


def _end(rows: list[SignIn]) -> None:
    Session.objects.filter(session_key__in=[row.session for row in rows]).delete()
    SignIn.objects.filter(pk__in=[row.pk for row in rows]).delete()
