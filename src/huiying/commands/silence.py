"""`huiying silence`: keep warnings from sounding for a while, such as during work on a source or a drill."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.silence import add_silence, end_silence
from huiying.core.types import Refusal
from huiying.store.models import Silence, Source, Story, Watch
from huiying.store.ringing import lasting
from huiying.web.views.silence import matchers
from huiying.web.words import N
from huiying.web.zone import desk_zone, read_local

Row = TypeVar("Row", bound=Model)


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("silence", help="keep warnings from sounding").add_subparsers(dest="act", metavar="ACT", required=True)
    add = group.add_parser("add", help="silence what fits every matcher until a given time; it stays on the board")
    add.add_argument("reason")
    add.add_argument("--until", default="", help='when it ends, in the desk\'s zone, like "2026-11-23 18:30"')
    add.add_argument("--hours", type=float, default=0, help="how long, instead of --until")
    add.add_argument("--story", default="", help="key of one story; the only way for orange and red, 12 hours at most")
    add.add_argument("--watch", default="", help="name of a watch")
    add.add_argument("--source", default="", help="name of a source, where nobody else reports it")
    add.add_argument("--place", default="")
    add.add_argument("--topic", default="")
    add.add_argument("--most", default="", help="gravest level that falls silent; default: yellow, or that of the story")
    add.set_defaults(run=run_add)
    listing = group.add_parser("list", help="the silences that last")
    listing.set_defaults(run=run_list)
    end = group.add_parser("end", help="end one early; what it kept quiet is said at once")
    end.add_argument("number", type=int)
    end.set_defaults(run=run_end)


def _find(model: type[Row], refused: str, **by: str) -> Row | None:
    text = next(iter(by.values()))
    if not text:
        return None
    row = model._default_manager.filter(**by).first()
    if row is None:
        raise Refusal(refused, name=text)
    return row


def run_add(arguments: argparse.Namespace) -> None:
    """Add one."""
    now = clock.now()
    if arguments.until and arguments.hours:
        raise Refusal("Give either --until or --hours.")
    # beyond any silence there is: the rules refuse it in words
    length = timedelta(hours=max(-10_000.0, min(10_000.0, arguments.hours)))
    row = add_silence(
        OPERATOR,
        reason=arguments.reason,
        until=now + length if arguments.hours else read_local(arguments.until, desk_zone()),
        story=_find(Story, N("There is no story with the key %(name)s."), key=arguments.story),
        watch=_find(Watch, N("There is no watch named %(name)s."), name=arguments.watch),
        source=_find(Source, N("There is no source named %(name)s."), name=arguments.source),
        place=arguments.place,
        topic=arguments.topic,
        most=arguments.most,
        now=now,
    )
    until = f"{row.until.astimezone(desk_zone()):%Y-%m-%d %H:%M}"
    print(gettext("Silence %(number)s lasts until %(until)s.") % {"number": row.pk, "until": until})


def run_list(_arguments: argparse.Namespace) -> None:
    """One line a silence."""
    for row in lasting():
        until = f"{row.until.astimezone(desk_zone()):%Y-%m-%d %H:%M}"
        print(f"{row.pk}\t{until}\t{' · '.join(matchers(row))}\t{row.by.username if row.by else gettext('the operator')}\t{row.reason}")


def run_end(arguments: argparse.Namespace) -> None:
    """End one."""
    row = Silence.objects.filter(pk=arguments.number).first()
    if row is None:
        raise Refusal("There is no silence with the number %(id)s.", id=arguments.number)
    end_silence(OPERATOR, row, now=clock.now())
