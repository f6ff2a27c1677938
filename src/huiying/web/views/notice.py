"""Notifications: acknowledging from one without signing in, the register of channels, the hours of the desk, and the digest."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from huiying import clock
from huiying.actions import desk as desk_acts
from huiying.actions import notice_channel as acts
from huiying.actions import warning as warning_acts
from huiying.actions.actor import Actor
from huiying.core.types import Level, Refusal
from huiying.core.warn.dispatch import told_from
from huiying.publish.notify.link import read
from huiying.store.models import Desk, Member, NoticeChannel, Warning
from huiying.store.ringing import RINGING, hours_of
from huiying.web import told, words
from huiying.web.acting import acting, other
from huiying.web.forms import Act, Field, Offers, Tried, departments, options, read_department
from huiying.web.permission import needs

LANGUAGES = (("zh-hans", "中文"), ("en", "English"))


@csrf_exempt  # the signed address is the secret: whoever has it may do exactly this, and needs no cookie for it
@needs("public")
def acknowledge_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows the warning and a button; only POST acknowledges, so a mail scanner that follows the link does nothing."""
    link, now = read(token), clock.now()
    if link is None:
        raise Http404
    row = Warning.objects.filter(pk=link.warning).select_related("story", "watch", "acknowledged_by").first()
    reader = Member.objects.filter(pk=link.member, is_active=True).first()
    if row is None or reader is None:
        raise Http404
    over, outdated, done, refusal, status = link.over(now), link.outdated(row), False, "", 200
    waits = row.state in RINGING
    if request.method == "POST" and waits and not over and not outdated:
        try:
            warning_acts.acknowledge(Actor.staff(reader), row, via="notification", now=now)
            done, waits = True, False
            row.refresh_from_db()
        except Refusal as refused:
            refusal, status = words.say(refused), 409
    elif over or (outdated and waits):
        status = 410
    context = {
        "warning": row,
        "reader": reader,
        "done": done,
        "over": over,
        "outdated": outdated,
        "waits": waits,
        "refusal": refusal,
    }
    answer = render(request, "session/acknowledge.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@needs("desk.view")
def notify(request: HttpRequest) -> HttpResponse:
    """The channels with how they fare, and the hours."""
    return page(request)


def page(
    request: HttpRequest, row: NoticeChannel | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The channels and hours, with what was typed where a change was refused."""
    member: Member = request.user  # type: ignore[assignment]
    manages, desk = member.may("user.manage"), Desk.objects.first()
    hours, adding = Offers(tried), Offers(tried)
    if manages and desk is not None:
        hours.act(
            reverse("notify_hours"),
            _("Change the hours"),
            *_hours_shown(),
            button=_("Save the hours"),
            overwrites=True,
        )
    if manages:
        members = tuple((str(one.pk), f"{one.name} ({one.username})") for one in Member.objects.filter(is_active=True).order_by("username"))
        language = Field("lang", _("Language"), "select", "zh-hans", LANGUAGES)
        adding.act(
            reverse("notify_mail"),
            _("Add a member's mailbox"),
            Field("member", _("Member of staff"), "select", options=members),
            Field("address", _("E-mail address at work")),
            language,
            button=_("Add the mailbox"),
        )
        secret = _("The name of the environment variable that holds its address, like HUIYING_NOTIFY_DUTY. The address itself is a secret.")
        adding.act(
            reverse("notify_chat"),
            _("Add a chat group"),
            Field("name", _("Name")),
            Field("setting", _("Name of its setting"), help=secret),
            Field("role", _("Those with the role"), "select", "", (("", _("none")), *options(words.ROLES)), required=False),
            Field("department", _("or the department"), "select", "", departments(_("none")), required=False),
            language,
            button=_("Add the chat group"),
        )
    rows = [(channel, _turn(channel.row) if manages else None) for channel in told.channels()]
    context = {
        "channels": rows,
        "desk": desk,
        "hours": hours,
        "offers": adding,
        "receives": member.may("receiver.manage"),
        "refusal": refusal,
    }
    return render(request, "desk/notify.html", context, status=status)


def _hours_shown(_row: None = None, _typed: object = None) -> tuple[Field, ...]:
    """The hours as they stand now."""
    desk = Desk.objects.first()
    if desk is None:
        return ()
    times = _("Times of day, with spaces between them.")
    return (
        Field("quiet_from", _("Quiet from"), value=desk.quiet_from, required=False, help=_("Like 22:00, by the desk's clock.")),
        Field("quiet_until", _("Quiet until"), value=desk.quiet_until, required=False),
        Field("digest_at", _("Digest at"), value=" ".join(desk.digest_at), required=False, help=times),
    )


def _turn(row: NoticeChannel) -> Act:
    name, label = ("notify_pause", _("Pause")) if row.active else ("notify_resume", _("Resume"))
    return Act(reverse(name, args=[row.pk]), label, style="small second")


@needs("desk.view")
def digest(request: HttpRequest) -> HttpResponse:
    """The blue warnings that wait to be told of together, and when that is."""
    now, hours = clock.now(), hours_of()
    rows = (
        Warning.objects.filter(state__in=RINGING, level=Level.BLUE.value)
        .select_related("story__department", "watch")
        .order_by("raised_at", "id")
    )
    at = told_from(Level.BLUE, now, hours) if hours.digest else None
    return render(request, "desk/digest.html", {"rows": rows, "at": at, "times": [f"{time:%H:%M}" for time in hours.digest]})


def _hours(typed: QueryDict) -> dict[str, object]:
    times = typed.get("digest_at", "").replace(",", " ").replace("，", " ").replace("、", " ").split()
    return {"quiet_from": typed.get("quiet_from", ""), "quiet_until": typed.get("quiet_until", ""), "digest_at": times}


def _mail(typed: QueryDict) -> dict[str, object]:
    chosen = typed.get("member", "")
    found = Member.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else None
    if found is None:
        raise Refusal("The member of staff who was chosen does not exist. Choose another.")
    return {"member": found, "address": typed.get("address", ""), "lang": typed.get("lang", "")}


def _chat(typed: QueryDict) -> dict[str, object]:
    plain = {name: typed.get(name, "").strip() for name in ("name", "setting", "role", "lang")}
    return {**plain, "department": read_department(typed)}


def _here(_row: NoticeChannel | None, _result: object) -> str:
    return reverse("notify")


set_hours = acting(
    desk_acts.set_hours, None, page=page, address=_here, read=_hours, done=words.N("The hours are saved."), shown=_hours_shown
)
add_mailbox = acting(acts.add_mailbox, None, page=page, address=_here, read=_mail, done=words.N("The mailbox is on the register."))
add_chat = acting(acts.add_chat, None, page=page, address=_here, read=_chat, done=words.N("The chat group is on the register."))
pause = acting(
    acts.set_channel_active,
    NoticeChannel,
    page=page,
    address=_here,
    read=lambda _: {"active": False},
    done=words.N("The channel is paused."),
    undo=other("notify_resume"),
)
resume = acting(
    acts.set_channel_active,
    NoticeChannel,
    page=page,
    address=_here,
    read=lambda _: {"active": True},
    done=words.N("The channel is used again."),
    undo=other("notify_pause"),
)
