"""Tags and filters of the pages: times in the desk's zone, marks, words, navigation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from huiying import clock
from huiying.core.types import Level
from huiying.web import words
from huiying.web.keys import KEYS, SECTIONS

register = template.Library()

# How a message names its act, and the act that takes it back (web/acting.py).
DONE, UNDO = "done:", "undo:"

NAVIGATION = (
    ("board", words.N("Duty board"), "desk.view"),
    ("stories", words.N("Stories"), "desk.view"),
    ("warnings", words.N("Warnings"), "desk.view"),
    ("cases", words.N("Cases"), "desk.view"),
    ("statements", words.N("Statements"), "desk.view"),
    ("sources", words.N("Sources"), "desk.view"),
    ("watches", words.N("Watches"), "desk.view"),
    ("duty", words.N("Duty"), "desk.view"),
    ("rules", words.N("Rules"), "desk.view"),
    ("erasure", words.N("Retention and erasure"), "item.erase"),
    ("proof", words.N("Proof"), "desk.view"),
    ("record", words.N("Record"), "record.view"),
    ("people", words.N("People"), "user.manage"),
)


def _zone(context: Context) -> ZoneInfo:
    return context.get("zone") or ZoneInfo("UTC")


@register.filter
def html_lang(code: str) -> str:
    """A language code as HTML writes it: zh-hans → zh-Hans."""
    main, dash, script = code.partition("-")
    return f"{main}-{script.title()}" if dash else main


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[dict[str, str]]:
    """The sections that this member may open. `current` marks the page itself ("page") or a page below it ("true")."""
    member, request = context.get("member"), context.get("request")
    path = request.path if request else ""
    entries = []
    for name, word, permission in NAVIGATION:
        if member is not None and member.may(permission):
            href = reverse(name)
            below = name != "board" and path.startswith(href)
            current = "page" if path == href else "true" if below else ""
            entries.append({"href": href, "word": gettext(word), "current": current, "key": SECTIONS.get(name, "")})
    return entries


@register.simple_tag
def keys() -> list[tuple[list[str], str]]:
    """Each key of the desk with what it does, in words."""
    return [(key.key.split(), gettext(key.does)) for key in KEYS]


def message_tags(done: str, undo: str = "") -> str:
    """What a message says to the page beside its words: the address of the act that was done, and of the one that takes it back."""
    return " ".join([DONE + done, *([UNDO + undo] if undo else ())])


def _tagged(tags: object, sign: str) -> str:
    return next((word.removeprefix(sign) for word in str(tags).split() if word.startswith(sign)), "")


@register.filter
def undo_address(tags: object) -> str:
    """Where the act that a message tells of is taken back; empty where it cannot be."""
    return _tagged(tags, UNDO)


@register.filter
def done_address(tags: object) -> str:
    """The address of the act that a message tells of: what had been typed for it need no longer be kept."""
    return _tagged(tags, DONE)


@register.simple_tag(takes_context=True)
def clock_face(context: Context) -> SafeString:
    """The desk's clock; live.js lets it tick."""
    now: datetime = context.get("now") or clock.now()
    zone = _zone(context)
    return format_html(
        '<time class="clock" id="clock" datetime="{}" data-now="{}" data-speed="{}" data-zone="{}">{}</time>',
        now.isoformat(),
        now.isoformat(),
        clock.speed(),
        zone.key,
        f"{now.astimezone(zone):%m-%d %H:%M:%S}",
    )


@register.simple_tag(takes_context=True)
def when(context: Context, at: datetime | str | None, form: str = "") -> SafeString:
    """A moment in the desk's zone: with the year only where it is another year."""
    if not at:
        return format_html("{}", "–")
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    now: datetime = context.get("now") or clock.now()
    zone = _zone(context)
    local, today = moment.astimezone(zone), now.astimezone(zone)
    if form == "time" and local.date() == today.date():
        text = f"{local:%H:%M}"
    elif local.year == today.year:
        text = f"{local:%m-%d %H:%M}"
    else:
        text = f"{local:%Y-%m-%d %H:%M}"
    return format_html('<time class="nowrap" datetime="{}" title="{}">{}</time>', moment.isoformat(), f"{local:%Y-%m-%d %H:%M:%S %Z}", text)


def spell(length: timedelta) -> str:
    """A length of time in words: at most two units."""
    minutes = int(abs(length.total_seconds()) // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    said = []
    if days:
        said.append(ngettext("%(n)d day", "%(n)d days", days) % {"n": days})
    if hours:
        said.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if minutes and not days:
        said.append(ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes})
    return " ".join(said) if said else gettext("less than a minute")


@register.simple_tag(takes_context=True)
def ago(context: Context, at: datetime | None) -> SafeString:
    """How long ago, with the exact time beside it for who hovers or reads the source."""
    if at is None:
        return format_html("{}", gettext("never"))
    now: datetime = context.get("now") or clock.now()
    text = gettext("%(time)s ago") % {"time": spell(now - at)}
    local = at.astimezone(_zone(context))
    return format_html('<time class="nowrap" datetime="{}" title="{}">{}</time>', at.isoformat(), f"{local:%Y-%m-%d %H:%M:%S %Z}", text)


@register.simple_tag
def level(name: str) -> SafeString:
    """A warning level as shape, word and colour."""
    if name not in set(Level):
        return format_html("{}", "")
    return format_html(
        '<span class="level level-{}"><span aria-hidden="true">{}</span> {}</span>',
        name,
        words.SHAPES[Level(name)],
        words.word(words.LEVELS, name),
    )


@register.filter
def gravest(story: Any) -> Any:
    """The gravest warning of a story; of joined stories each may have one."""
    return max(story.warnings.all(), key=lambda warning: (Level(warning.level).rank, warning.pk), default=None)


@register.filter
def topic_word(topic: str) -> str:
    """A topic of the product's own in words; one that the desk made up as it is."""
    return words.word(words.CATEGORIES, topic) if topic in words.CATEGORIES else topic


@register.filter
def part_word(part: str) -> str:
    return words.word(words.ORIGIN, part)


@register.filter
def delay(length: timedelta) -> str:
    """How long after the first."""
    return spell(length)


@register.simple_tag
def state(machine: str, name: str) -> SafeString:
    """A state in words, framed."""
    return format_html('<span class="state" data-state="{}">{}</span>', name, words.state(machine, name))


@register.filter
def backtest_word(state: str) -> str:
    return words.word(words.BACKTEST, state)


@register.filter
def known_by_word(way: str) -> str:
    return words.word(words.KNOWN_BY, way)


@register.filter
def own_word(kind: str) -> str:
    """What of the desk's own something is."""
    return words.word(words.OWN_KINDS, kind)


@register.filter
def kind_word(kind: str) -> str:
    return words.word(words.ITEM_KINDS, kind)


@register.filter
def evidence_word(kind: str) -> str:
    return words.word(words.EVIDENCE_KINDS, kind)


@register.filter
def sentence_word(kind: str) -> str:
    return words.word(words.SENTENCE_KINDS, kind)


@register.filter
def verdict_word(verdict: str) -> str:
    return words.word(words.VERDICTS, verdict)


@register.filter
def stage_word(stage: str) -> str:
    return words.stage(stage)


@register.filter
def named(row: object) -> str:
    """The name of a department in the reader's language; nothing for none."""
    return words.named(row) if row else ""


@register.filter
def role_word(role: str) -> str:
    """What a role is called."""
    return words.word(words.ROLES, role)


@register.filter
def day(at: datetime, zone: ZoneInfo) -> str:
    """The day of a moment in the desk's zone."""
    return f"{at.astimezone(zone):%Y-%m-%d}"


@register.filter
def year_text(year: int) -> str:
    """A year without a thousands separator."""
    return str(year)


@register.filter
def timer_word(name: str) -> str:
    """What a timer is for."""
    return words.word(words.TIMERS, name)


@register.filter
def percent(share: float) -> str:
    """A share of one in whole per cent."""
    return f"{round(100 * share)} %"


@register.filter
def person(name: str) -> str:
    """A name that is written in two languages ("小林 / Lin") in the reader's; any other as it is."""
    chinese, found, other = name.partition(" / ")
    return name if not found else chinese if (get_language() or "").startswith("zh") else other


@register.filter
def role_words(roles: Iterable[str]) -> str:
    return gettext(", ").join(words.word(words.ROLES, role) for role in roles)


@register.filter
def text_lang(item: Any) -> str:
    """The lang attribute of an item's or a statement's own text."""
    lang = str(getattr(item, "lang", item) or "")
    return html_lang("zh-hans" if lang in ("zh", "zh-cn") else lang) or (get_language() or "")


@register.filter
def web_address(url: str | None) -> str:
    """An address that may stand behind a link: http or https, or nothing."""
    return url if url and url.startswith(("http://", "https://")) else ""


@register.filter
def segments(parts: Iterable[Any]) -> SafeString:
    """A difference as running text with what came and what went marked."""
    html = SafeString("")
    for part in parts:
        form = {"added": "<ins>{}</ins>", "removed": "<del>{}</del>"}.get(part.op, "{}")
        html += format_html(form, part.text)
    return html


@register.filter
def way_word(way: str) -> str:
    """How a session was begun, in words."""
    return words.word(words.WAYS, way)
