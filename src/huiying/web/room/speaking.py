"""How the body begins to speak in a case: the holding text, a later stage, or the fast path."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.store.models import Case, Member
from huiying.web import words
from huiying.web.forms import Field, Offers, Tried, reason
from huiying.web.offers import LANGUAGES
from huiying.web.zone import write_local


def begin(case: Case, member: Member, body: str, now: datetime, zone: ZoneInfo, lang: str, tried: Tried | None) -> Offers:
    """Begin a statement: the holding text, or an empty one of a later stage."""
    offers = Offers(tried)
    if not member.may("statement.write"):
        if not case.statements.all():
            offers.note(_("Statements are begun by an author."))
        return offers
    language = Field("lang", _("Language"), "select", lang, LANGUAGES)
    seen = _("reports about: %(title)s") % {"title": case.title}
    offers.act(
        reverse("case_holding", args=[case.pk]),
        _("Begin a holding statement (S0)"),
        Field("seen", _("What we have seen"), value=seen, help=_('It completes the sentence "We have seen …". No cause, blame or number.')),
        Field("next_update_at", _("Next word by"), "time", write_local(now + timedelta(hours=2), zone)),
        language,
        style="",
    )
    stages = tuple((key, words.stage(key)) for key in ("S1", "S2", "S3", "S4", "S5", "S6"))
    offers.act(
        reverse("case_statement", args=[case.pk]),
        _("Begin another statement"),
        Field("stage", _("Stage"), "select", "S1", stages),
        Field("title", _("Title"), value=case.title[:200]),
        language,
    )
    return offers


def fast_path(case: Case, member: Member, now: datetime, zone: ZoneInfo, lang: str, tried: Tried | None) -> Offers:
    """The template's own words at once before any second person; the full approval follows within two hours."""
    offers = Offers(tried)
    if member.may("case.assess") and not case.drill and case.state not in ("closed", "merged"):
        seen = _("reports about: %(title)s") % {"title": case.title}
        offers.act(
            reverse("case_emergency", args=[case.pk]),
            _("Holding statement on the fast path"),
            Field(
                "seen", _("What we have seen"), value=seen, help=_('It completes the sentence "We have seen …". No cause, blame or number.')
            ),
            Field("next_update_at", _("Next word by"), "time", write_local(now + timedelta(hours=2), zone)),
            Field("lang", _("Language"), "select", lang, LANGUAGES),
            reason(_("Why it cannot wait")),
            note=_("Any second member of staff lets it out; its full approval is due within two hours, by somebody who took no part."),
        )
    return offers
