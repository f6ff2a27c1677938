"""One word about a warning, with one click."""

from __future__ import annotations

from django.http import QueryDict
from django.urls import reverse

from huiying.actions import feedback as acts
from huiying.store.models import Warning
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.views import warning as warnings


def _verdict(typed: QueryDict) -> dict[str, object]:
    return {"verdict": typed.get("verdict", "")}


def _here(row: Warning, _result: object) -> str:
    return reverse("warning", args=[row.pk]) + "#feedback"


give = acting(acts.give_feedback, Warning, page=warnings.page, address=_here, read=_verdict, done=words.N("Your word is on the record."))
