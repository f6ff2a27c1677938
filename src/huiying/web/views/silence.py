"""Silences: what is kept from sounding, by whom, why and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import silence as acts
from huiying.core.types import Level, Refusal
from huiying.store.models import Member, Silence, Source, Warning, Watch
from huiying.store.ringing import RINGING, lasting, silences_on
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field, Offers, Tried, options, reason
from huiying.web.permission import needs
from huiying.web.zone import desk_zone, read_local, write_local

AHEAD = timedelta(hours=2)
PAST = 30


@dataclass(frozen=True)
class Quiet:
    """A silence in words: what it is for, and the act that ends it where the reader may."""

    row: Silence
    what: tuple[str, ...]
    by: str
    end: Act | None = None


def matchers(row: Silence) -> tuple[str, ...]:
    """What a silence is for, in words."""
    level = words.word(words.LEVELS, row.most)
    return (
        *((_("Story: %(title)s") % {"title": row.story.title[:80]},) if row.story else ()),
        *((_("Watch: %(name)s") % {"name": row.watch.name},) if row.watch else ()),
        *((_("Source: %(name)s") % {"name": row.source.name},) if row.source else ()),
        *((_("Place: %(place)s") % {"place": row.place},) if row.place else ()),
        *((_("Topic: %(topic)s") % {"topic": row.topic},) if row.topic else ()),
        _("up to %(level)s") % {"level": level},
    )


def quiet(row: Silence, member: Member | None = None) -> Quiet:
    """A silence as a page shows it."""
    may = member is not None and row.ended_at is None and member.may("warning.silence")
    end = Act(reverse("silence_end", args=[row.pk]), _("End it now"), style="small second") if may else None
    return Quiet(row, matchers(row), row.by.name if row.by else _("the operator"), end)


def on_warning(row: Warning, member: Member, now: datetime, tried: Tried | None) -> dict[str, object]:
    """What keeps one warning quiet, and the form to silence it."""
    found, offers = silences_on([row], now).get(row.pk), Offers(tried)
    if found is None and row.state in RINGING and member.may("warning.silence"):
        offers.act(
            reverse("warning_silence", args=[row.pk]),
            _("Silence it for a while"),
            reason(),
            _until(now),
            note=_("It stays on the board and does not sound until then. If it rises it sounds again at once."),
            button=_("Silence it"),
        )
    return {"silenced": quiet(found, member) if found else None, "silencing": offers}


def _until(now: datetime) -> Field:
    return Field("until", _("Silent until"), "time", write_local(now + AHEAD, desk_zone()))


@needs("desk.view")
def silences(request: HttpRequest) -> HttpResponse:
    """Every silence that lasts, and the last of those that are over."""
    return page(request)


def page(
    request: HttpRequest, row: Silence | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The silences, with what was typed where one was refused."""
    member: Member = request.user  # type: ignore[assignment]
    offers = Offers(tried)
    if member.may("warning.silence"):
        watches = tuple((str(watch.pk), watch.name) for watch in Watch.objects.filter(active=True))
        sources = tuple((str(source.pk), source.name) for source in Source.objects.filter(active=True))
        levels = tuple(pair for pair in options(words.LEVELS) if Level(pair[0]).rank < Level.ORANGE.rank)
        offers.act(
            reverse("silence_add"),
            _("Silence a kind of warning"),
            Field("watch", _("Watch"), "select", "", (("", _("any")), *watches), required=False),
            Field("place", _("Place"), required=False),
            Field("topic", _("Topic"), required=False),
            Field(
                "source",
                _("Source"),
                "select",
                "",
                (("", _("any")), *sources),
                required=False,
                help=_("Only where nobody else reports it."),
            ),
            Field(
                "most",
                _("Up to level"),
                "select",
                Level.YELLOW.value,
                levels,
                help=_("Orange and red are silenced one by one, on their own page."),
            ),
            reason(),
            _until(clock.now()),
            button=_("Silence them"),
            style="",
        )
    beside = ("story", "watch", "source", "by", "ended_by")
    past = Silence.objects.filter(ended_at__isnull=False).select_related(*beside).order_by("-ended_at", "-id")[:PAST]
    context = {
        "lasting": [quiet(one, member) for one in lasting()],
        "past": [quiet(one) for one in past],
        "offers": offers,
        "refusal": refusal,
    }
    return render(request, "desk/silences.html", context, status=status)


def _chosen(typed: QueryDict, name: str, model: type[Watch] | type[Source], refused: str) -> Watch | Source | None:
    text = typed.get(name, "")
    if not text:
        return None
    found = model.objects.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 10 else None
    if found is None:
        raise Refusal(refused)
    return found


def _ending(typed: QueryDict) -> dict[str, object]:
    return {"reason": typed.get("reason", "").strip(), "until": read_local(typed.get("until", ""), desk_zone())}


def _silence(typed: QueryDict) -> dict[str, object]:
    return {
        **_ending(typed),
        "watch": _chosen(typed, "watch", Watch, words.N("The watch that was chosen does not exist. Choose another.")),
        "source": _chosen(typed, "source", Source, words.N("The source that was chosen does not exist. Choose another.")),
        "place": typed.get("place", ""),
        "topic": typed.get("topic", ""),
        "most": typed.get("most", ""),
    }


def _at_silences(_row: Silence | None, _result: object) -> str:
    return reverse("silences")


def _end(_row: object, result: Silence) -> str:
    return reverse("silence_end", args=[result.pk])


add_silence = acting(
    acts.add_silence,
    None,
    page=page,
    address=_at_silences,
    read=_silence,
    done=words.N("They are silent. They stay on the board."),
    undo=_end,
)
end_silence = acting(acts.end_silence, Silence, page=page, address=_at_silences, done=words.N("The silence is over."))


def silence_view(warning_page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The act on the page of one warning; that page is handed in, for it shows what stands here."""
    return acting(
        acts.silence_warning,
        Warning,
        page=warning_page,
        address=lambda row, _result: reverse("warning", args=[row.pk]),
        read=_ending,
        done=words.N("The warning is silent. It stays on the board."),
        undo=_end,
    )
