"""Press conferences in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.presets import CONFERENCE
from huiying.store.models import Case, Conference
from huiying.web.forms import Field, Offers, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for
from huiying.web.zone import desk_zone, write_local


def card(row: Conference, case: Case, reader: Reader) -> Card:
    """One press conference."""
    running = None
    if row.state in ("planned", "announced"):
        running = held(CONFERENCE, case, row.planned_at, row.at, reader.now, _("from when it was planned"), reader.desk)
    left = row.questions.exclude(state__in=("answered", "declined")).count() if row.state == "held" else 0
    return Card(
        anchor=f"conference-{row.pk}",
        title=row.subject,
        machine="conference",
        state=row.state,
        facts=facts(
            (_("Place"), row.place),
            (_("Time"), f"{row.at.astimezone(desk_zone()):%Y-%m-%d %H:%M}"),
            (_("What was said and asked"), row.record),
            (_("Reason"), row.reason),
        ),
        marks=mark(_("planned"), row.planned_by, row.planned_at)
        + mark(_("announced"), row.announced_by, row.announced_at)
        + mark(_("held"), None, row.held_at),
        alarm=_("Questions without an answer: %(count)s") % {"count": left} if left else "",
        limit=running,
        offers=_offers(row, reader, left),
    )


def _offers(row: Conference, reader: Reader, left: int) -> Offers:
    offers, can, at, plans = reader.offers(), possible("conference", row.state), [row.pk], reader.may("conference.plan")
    if "announce" in can:
        if row.case.drill:
            offers.note(_("This case is a drill: nothing of it is ever published."))
        elif reader.member.pk in row.changed_by:
            offers.note(_("You have planned it. Somebody else must announce it."))
        elif reader.may("conference.announce"):
            offers.act(reverse("conference_announce", args=at), _("Announce it"), style="", fold=False)
        else:
            offers.note(waits_for("conference.announce"))
    if "change" in can and plans:
        offers.act(reverse("conference_change", args=at), _("Change time, place or subject"), *_fields(row))
    if "hold" in can and plans:
        offers.act(
            reverse("conference_hold", args=at),
            _("It was held"),
            Field("record", _("What was said and asked"), "textarea"),
            Field(
                "unanswered", _("Questions that stayed open, one a line"), "textarea", required=False, help=_("Each becomes an enquiry.")
            ),
            style="",
        )
    if "follow_up" in can:
        if left:
            offers.note(_("It is done when every question that stayed open has its answer."))
        elif plans:
            offers.act(reverse("conference_follow_up", args=at), _("Every question has its answer"), style="", fold=False)
    if "cancel" in can and plans:
        offers.act(reverse("conference_cancel", args=at), _("Cancel the press conference"), reason(), style="grave")
    return offers


def _fields(row: Conference | None = None) -> tuple[Field, ...]:
    return (
        Field("subject", _("Subject"), value=row.subject if row else ""),
        Field("place", _("Place"), value=row.place if row else ""),
        Field("at", _("Time"), "time", write_local(row.at, desk_zone()) if row else ""),
    )


def adding(case: Case, reader: Reader) -> Offers:
    """Plan one."""
    offers = reader.offers()
    if reader.may("conference.plan"):
        offers.act(reverse("case_conference", args=[case.pk]), _("Plan a press conference"), *_fields())
    return offers
