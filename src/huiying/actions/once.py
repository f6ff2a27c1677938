"""Answers to calls that name themselves: the same call sent again gets the same answer and does nothing again."""

from __future__ import annotations

from datetime import datetime, timedelta

from huiying.store.models import Member, Once

KEPT = timedelta(hours=24)


def known(member: Member, key: str, now: datetime) -> Once | None:
    """The answer that a key had within the last day."""
    return Once.objects.filter(member=member, key=key, made_at__gt=now - KEPT).first()


def remember(member: Member, *, key: str, digest: str, status: int, answer: bytes, now: datetime) -> None:
    """Keep an answer for a day; what is older goes."""
    Once.objects.filter(made_at__lte=now - KEPT).delete()
    Once.objects.create(member=member, key=key, digest=digest, status=status, answer=answer, made_at=now)
