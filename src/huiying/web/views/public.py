"""What everybody can read: statements with their revisions, corrections, the register, and the feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import condition, conditional_page, require_safe

from huiying import clock
from huiying.core.statement.content import Content, Sentence
from huiying.core.statement.revisions import Segment
from huiying.core.statement.stages import Stage
from huiying.publish import asked, conferences, plain, promises, revisions, syndicate
from huiying.publish import requests as asking
from huiying.settings import value
from huiying.store.models import Desk, Source, Watch
from huiying.web import words
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

ON_HOME = 10
ON_PAGE = 20
FEED_SECONDS = 300


@dataclass(frozen=True)
class _Slice:
    """A list of which only one page is read from the database."""

    read: Callable[..., list[Any]]
    length: int

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, part: slice) -> list[Any]:
        return self.read(start=part.start, stop=part.stop)


def page_of(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A public page: for everybody, read only, times in the body's zone, and never an old copy where a correction stands."""

    @needs("public")
    @require_safe
    @wraps(view)
    def run(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with timezone.override(desk_zone()):
            response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        return response

    return run


@page_of
def home(request: HttpRequest) -> HttpResponse:
    """The latest statements and what this place is."""
    found = revisions.statements(stop=ON_HOME)
    context: dict[str, Any] = {"lines": [_line(each) for each in found], "more": revisions.count() > len(found), "sources": _active(Source)}
    context["conferences"] = conferences.announced(clock.now())
    return show(request, "home", watches=_active(Watch), **context)


@page_of
def statements(request: HttpRequest) -> HttpResponse:
    """Every statement, newest word first."""
    page = _turn(request, _Slice(revisions.statements, revisions.count()))
    return show(request, "statements", page=page, lines=[_line(each) for each in page])


@page_of
def statement(request: HttpRequest, number: int) -> HttpResponse:
    """One statement: the text that stands, what was checked behind it, and every revision."""
    found = revisions.statement(number)
    if found is None:
        raise Http404
    others = [each for each in revisions.statements(case=found.case) if each.id != found.id]
    claims = revisions.claims(found)
    places = {claim.id: place for place, claim in enumerate(claims, 1)}
    return show(
        request,
        "statement",
        found=found,
        body_text=_paragraphs(found.latest.content, places),
        stage=plain.STAGES[found.latest.content.stage],
        next_update=_next_update(found, others),
        notes=[_note(places[claim.id], claim) for claim in claims],
        history=[_step(revision) for revision in reversed(found.revisions)],
        others=[_line(each) for each in others],
        promised=promises.of_case(found.case),
    )


@page_of
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction and withdrawal, newest first."""
    page = _turn(request, _Slice(revisions.changes, revisions.count_changes()))
    return show(request, "corrections", page=page, steps=[_step(revision) for revision in page])


@page_of
def register(request: HttpRequest) -> HttpResponse:
    """What is read and what is looked for, and the rules for both."""
    watches = Watch.objects.select_related("department")
    sources = [(row, plain.kind_in_words(row.kind)) for row in Source.objects.all()]
    tally, refused = asked.counts(), asked.refused()
    asks = [(kind, [(_state(kind, state), count) for state, count in counts.items()]) for kind, counts in tally.items()]
    return show(request, "register", sources=sources, watches=watches, asks=asks, refused=refused)


def _state(kind: str, state: str) -> str:
    return words.state("contest" if kind == "contest" else "correction_request", state)


def _feed_etag(request: HttpRequest) -> str:
    desk = Desk.objects.first()
    body = f"{desk.name_zh}/{desk.name_en}" if desk else ""
    return f'"{syndicate.fingerprint(_host(request), get_language() or "", body, str(revisions.moved_at()))}"'


def _feed_moved(_request: HttpRequest) -> datetime | None:
    return revisions.moved_at()


@page_of
@condition(etag_func=_feed_etag, last_modified_func=_feed_moved)
def feed(request: HttpRequest) -> HttpResponse:
    """The Atom feed, in the reader's language around statements in their own."""
    chinese = (get_language() or "").startswith("zh")
    frame, entries = syndicate.latest(body=_body_name(), lang="zh-Hans" if chinese else "en", host=_host(request))
    response = HttpResponse(syndicate.feed(frame, entries), content_type="application/atom+xml; charset=utf-8")
    patch_cache_control(response, max_age=FEED_SECONDS)
    return response


@page_of
@conditional_page
def conference_calendar(request: HttpRequest) -> HttpResponse:
    """Press conferences as iCalendar. ?lang= keeps the language in which somebody subscribed: calendar programs name none."""
    asked = request.GET.get("lang", "")
    lang = asked if asked in dict(settings.LANGUAGES) else get_language() or "zh-hans"
    with override(lang):
        made = conferences.as_calendar(clock.now(), body=_body_name(), host=_host(request))
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="conferences.ics"'
    patch_cache_control(response, max_age=FEED_SECONDS)
    return response


@page_of
def commitments(request: HttpRequest) -> HttpResponse:
    """What we promised, by when, and what became of it."""
    page = _turn(request, _Slice(promises.promises, promises.count()))
    return show(request, "commitments", page=page, promised=list(page))


@page_of
def requests(request: HttpRequest) -> HttpResponse:
    """What publishers were asked to correct, and what became of it."""
    page = _turn(request, _Slice(asking.requests, asking.count()))
    asked_for = [
        (one, words.state("publisher_request", one.state), [(text, plain.verdict_in_words(verdict), n) for text, verdict, n in one.checked])
        for one in page
    ]
    return show(request, "requests", page=page, asked=asked_for)


def _body_name() -> str:
    """The body's name in the present language."""
    desk = Desk.objects.first()
    if desk is None:
        return gettext("Huiying")
    return desk.name_zh if (get_language() or "").startswith("zh") else desk.name_en


def show(request: HttpRequest, name: str, *, status: int = 200, **context: object) -> HttpResponse:
    """A public page with what all of them know."""
    shared = {"when": gettext("j F Y, H:i"), "day": gettext("j F Y"), "zone_name": timezone.get_current_timezone_name()}
    return render(request, f"public/{name}.html", {**shared, **context}, status=status)


def _turn(request: HttpRequest, rows: _Slice):
    """The page that ?page= asks for; the nearest one where it does not exist."""
    return Paginator(rows, ON_PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]


def _line(found: revisions.PublicStatement) -> dict[str, object]:
    content = found.latest.content
    return {
        "id": found.id,
        "title": content.title,
        "lang": _lang(content),
        "stage": plain.STAGES[content.stage][0],
        "published": found.published_at,
        "updated": found.updated_at,
        "corrected": found.corrected,
        "withdrawn": found.withdrawn,
        "first": content.sentences[0].text if content.sentences else "",
    }


def _paragraphs(content: Content, places: dict[int, int]) -> list[list[tuple[Sentence, list[int]]]]:
    """Sentences of one kind that follow each other are one paragraph; each with the numbers of its notes."""
    return [
        [(sentence, [places[claim] for claim in sentence.claims if claim in places]) for sentence in group]
        for _, group in groupby(content.sentences, key=lambda sentence: sentence.kind)
    ]


def _note(place: int, claim: revisions.CheckedClaim) -> dict[str, object]:
    before = plain.verdict_in_words(claim.published) if claim.published != claim.verdict else ""
    return {"place": place, "claim": claim, "verdict": plain.verdict_in_words(claim.verdict), "before": before}


def _step(revision: revisions.PublicRevision) -> dict[str, object]:
    """A revision as the history shows it."""
    changed = revision.changes
    return {
        "revision": revision,
        "title": revision.content.title,
        "lang": _lang(revision.content),
        "changes": changed,
        "title_changed": changed is not None and _differs(changed.title),
        "stage": _in_words(changed.stage, lambda code: str(plain.STAGES[Stage(code)][0])) if changed else (),
        "next_update": _in_words(changed.next_update_at, _moment) if changed else (),
    }


def _differs(segments: Iterable[Segment]) -> bool:
    return any(segment.op != "same" for segment in segments)


def _in_words(segments: Sequence[Segment], words: Callable[[str], str]) -> tuple[Segment, ...]:
    """A change of a code as a change of what it means; nothing where it did not change."""
    if not _differs(segments):
        return ()
    old, new = ("".join(part.text for part in segments if part.op != op) for op in ("added", "removed"))
    removed = (Segment("removed", words(old)),) if old else ()
    return (*removed, Segment("added", words(new))) if new else removed


def _moment(text: str) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(text)), gettext("j F Y, H:i"))


def _next_update(found: revisions.PublicStatement, others: list[revisions.PublicStatement]) -> dict[str, object] | None:
    """The promise of the text that stands; `kept` is the later word on the same matter, `late` when the time is over without one."""
    promised = found.latest.content.next_update_at
    if promised is None or found.withdrawn:
        return None
    at = datetime.fromisoformat(promised).astimezone(UTC)
    later = [other for other in others if other.published_at > found.updated_at and not other.withdrawn]
    return {"at": at, "kept": _line(later[0]) if later else None, "late": not later and at < clock.now()}


def _lang(content: Content) -> str:
    return "zh-Hans" if content.lang == "zh" else content.lang


def _host(request: HttpRequest) -> str:
    return (value("HUIYING_PUBLIC_URL") or f"{request.scheme}://{request.get_host()}").rstrip("/")


def _active(model: type[Source] | type[Watch]) -> int:
    return model.objects.filter(active=True).count()
