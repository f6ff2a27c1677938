"""Silences, and what staff were told of a warning."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import silence as acts
from huiying.api.bodies import SilenceBody, SilenceWarning
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none, listing
from huiying.api.schemas import PAGE, After, Id, Limit, Listing, NoticeOut, SilenceOut
from huiying.store import models
from huiying.store.ringing import lasting

router = Router(tags=["silences"])


@reads(router, "/silences", "desk.view", response=Listing[SilenceOut])
def list_silences(request: HttpRequest, over: bool = False, after: After = 0, limit: Limit = PAGE) -> Any:
    """The silences that last, or those that are over."""
    return listing(models.Silence.objects.filter(ended_at__isnull=False) if over else lasting(), after, limit)


@does(router, "/silences", acts.add_silence, response={201: SilenceOut})
def add_silence(request: HttpRequest, body: SilenceBody) -> Any:
    """Keep warnings that fit every matcher from sounding until a given time; they stay on the board."""
    chosen = {
        "story": find_or_none(models.Story, body.story),
        "watch": find_or_none(models.Watch, body.watch),
        "source": find_or_none(models.Source, body.source),
    }
    return acts.add_silence(request.auth, **{**body.model_dump(), **chosen}, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/silences/{id}/end", acts.end_silence, response=SilenceOut)
def end_silence(request: HttpRequest, id: Id) -> Any:
    """End it early; what it kept quiet is said at once."""
    silence = find(models.Silence, id)
    acts.end_silence(request.auth, silence, now=clock.now())  # type: ignore[attr-defined]
    return silence


@does(router, "/warnings/{id}/silence", acts.silence_warning, response={201: SilenceOut})
def silence_warning(request: HttpRequest, id: Id, body: SilenceWarning) -> Any:
    """Keep one warning from sounding up to the level that it has now."""
    warning = find(models.Warning, id)
    return acts.silence_warning(request.auth, warning, reason=body.reason, until=body.until, now=clock.now())  # type: ignore[attr-defined]


@reads(router, "/warnings/{id}/notices", "desk.view", response=Listing[NoticeOut])
def list_notices(request: HttpRequest, id: Id, after: After = 0, limit: Limit = PAGE) -> Any:
    """What staff were told of it, by which channel, and whether it arrived."""
    return listing(find(models.Warning, id).notices.select_related("channel"), after, limit)
